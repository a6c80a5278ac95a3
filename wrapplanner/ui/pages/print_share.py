"""Print & share: which paper, for whom, and the paper itself before anything leaves the house."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wrapplanner.domain.changes import Change
from wrapplanner.domain.copies import Copy, Medium
from wrapplanner.pdf.documents import DOCUMENTS
from wrapplanner.ui.dialogs.file_password import FilePasswordDialog
from wrapplanner.ui.pages.page import NARROW, SMALL, WIDE, Page, PageContext
from wrapplanner.ui.pages.print_choices import PrintChoices
from wrapplanner.ui.pages.print_copies import CopiesDesk
from wrapplanner.ui.pages.print_desk import PrintDesk
from wrapplanner.ui.pages.print_dialogs import AskFile, AskPrinter, ask_file, ask_printer
from wrapplanner.ui.pages.print_making import Making
from wrapplanner.ui.pages.print_old import InlineBack
from wrapplanner.ui.pages.print_outcome import Outcome
from wrapplanner.ui.pages.print_paper import PaperMaker, Snapshot
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import ScrollColumn
from wrapplanner.ui.widgets.paper_preview import WIDEST, PaperPreview
from wrapplanner.ui.widgets.words import words

PAUSE_MS = 500
_TURNS = {int(Qt.Key.Key_PageUp): -1, int(Qt.Key.Key_PageDown): 1}


class PrintSharePage(Page):
    """Choices at the left, the very pages of the PDF at the right, Print and Save as PDF beneath them."""

    door = "print"

    def __init__(self, context: PageContext, *, ask_printer: AskPrinter = ask_printer, ask_file: AskFile = ask_file) -> None:
        super().__init__(context)
        self._maker = PaperMaker(self)
        self._narrow = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._outcome = Outcome(self.look)
        self._desk = PrintDesk(self, self.session, self._outcome, ask_printer, ask_file)
        self._copies = CopiesDesk(self, self._desk, self._maker)
        self._build()
        self._connect()
        self.set_effective_width(WIDE)

    def place(self) -> str:
        """Return "print/" and the document."""
        return f"print/{self._choices.document}"

    def go_to(self, rest: str) -> None:
        """Choose a document by its id, or with "replace/ID,ID…" or "was/ID" do that with copies that are out."""
        what, _, ids = rest.partition("/")
        if ids:
            QTimer.singleShot(0, self, partial(self._copies.do_as_asked, what, ids.split(",")))  # once the page is there
        else:
            self._choices.choose_document(rest)

    def focus_start(self) -> None:
        """Put the focus on the chosen document, or on the door out of an empty page."""
        self._choices.focus_start()

    def set_effective_width(self, width: int) -> None:
        """Put the paper beside the choices, or under them in a narrow window."""
        narrow = self._narrow = width < NARROW
        side = self.look.space(32 if width >= WIDE else 24)
        self._aside_column.setContentsMargins(side, self.look.space(14), side, self.look.space(24))
        self._choices.set_narrow(width < WIDE)
        self._title.setVisible(width >= SMALL)
        self._title_in_body.setVisible(width < SMALL)
        home = self._below if narrow else self._aside_column
        home.insertWidget(0, self._back)
        home.insertWidget(1, self._preview, 1000)
        home.insertWidget(2, self._seal)
        home.insertWidget(3, self._outcome)
        if narrow:
            self._foot_row.addWidget(self._actions)
        else:
            home.insertWidget(2, self._actions)
        self._preview.set_whole(narrow)
        self._show_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the paper a good third of the width."""
        super().resizeEvent(event)
        frame, scale = self.look.space(64), self.look.scale
        third = round(self.width() * 0.362)
        self._aside.setFixedWidth(max(round(320 * scale), min(third, round(WIDEST * scale) + frame)))

    def showEvent(self, event: QShowEvent) -> None:
        """Make the paper when the page comes into sight."""
        super().showEvent(event)
        self._refresh()

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+P and Ctrl+S for this page before the window does."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._action_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+P prints, Ctrl+S saves, Page Up and Page Down turn the paper."""
        if action := self._action_of(event):
            action()
        elif event.key() in _TURNS and not event.modifiers():
            self._preview.turn(_TURNS[event.key()])
        else:
            super().keyPressEvent(event)

    def _action_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.matches(QKeySequence.StandardKey.Print):
            return self._on_print
        return self._on_save if event.matches(QKeySequence.StandardKey.Save) else None

    def _build(self) -> None:
        look = self.look
        self._choices = PrintChoices(self.context)
        self._preview = PaperPreview(look)
        self._build_actions()
        left = QVBoxLayout()
        left.setSpacing(0)
        header = self.make_header(quiet=True)
        self._title = words(self.tr("Print & share"), "title", wrap=False)
        header.addWidget(self._title)
        header.addStretch(1)
        header.addWidget(self._choices.all_documents)
        left.addWidget(_band_of(header))
        self._scroll = ScrollColumn(look, widest=720, top=8)
        self._title_in_body = words(self.tr("Print & share"), "title")
        self._scroll.column.addWidget(self._title_in_body)
        self._scroll.column.addWidget(self._choices)
        self._scroll.column.addSpacing(look.space(24))
        self._scroll.column.addWidget(self._copies.register)
        self._below = QVBoxLayout()
        self._below.setSpacing(look.space(16))
        self._scroll.column.addLayout(self._below)
        self._scroll.column.addStretch(1)
        left.addWidget(self._scroll, 1)
        self._aside = QFrame()
        self._aside.setObjectName("asideRail")
        self._aside_column = QVBoxLayout(self._aside)
        self._aside_column.setSpacing(look.space(16))
        self._aside_column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self._aside)
        self.outer.addLayout(row, 1)
        self._foot_row = self.make_foot()
        self._foot = _band_of(self._foot_row)

    def _build_actions(self) -> None:
        self._print = button(self.look, self.tr("Print"), "main", icon="printer")
        self._save = button(self.look, self.tr("Save as PDF"), icon="file-down")
        self._seal = button(self.look, self.tr("Save with a password"), "quiet", icon="lock")
        self._back = InlineBack(self.look)
        self._actions = QWidget()
        column = QVBoxLayout(self._actions)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.space(8))
        row = QHBoxLayout()
        row.setSpacing(self.look.space(12))
        for each in (self._print, self._save):
            each.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            row.addWidget(each)
        column.addLayout(row)

    def _connect(self) -> None:
        self._print.clicked.connect(self._on_print)
        self._save.clicked.connect(self._on_save)
        self._seal.clicked.connect(self._on_seal)
        self._back.back_requested.connect(self._copies.look_away)
        self._copies.seen_changed.connect(self._refresh)
        self._copies.marked.connect(self.toast_requested)
        self.session.copies_changed.connect(self._refresh_if_seen)
        self._choices.changed.connect(self._on_chosen)
        self._choices.write_requested.connect(self._on_write)
        self._maker.made.connect(self._preview.show_pdf)
        self._maker.failed.connect(self._on_not_made)
        Making(self._maker, self._outcome)
        self._desk.told.connect(self._show_outcome)
        self.session.changed.connect(self._on_changed)
        self._pause.timeout.connect(self._refresh)

    def _on_changed(self, change: Change) -> None:
        if self.isVisible():
            self._pause.start()

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self._refresh()

    def _on_chosen(self) -> None:
        self._copies.seen = None
        if not self._desk.is_printing:
            self._outcome.say("")
        self._refresh()

    def _on_write(self, question: str) -> None:
        self.go_requested.emit(f"write/{question}")

    def _snapshot(self) -> Snapshot:
        if (seen := self._copies.snapshot()) is not None:
            return seen
        options = self._choices.options(self.session.store.edition())
        return Snapshot(self._choices.document, self.session.framework, self.session.plan, options)

    def _refresh(self) -> None:
        self._pause.stop()
        self._choices.show_plan(self.session.store.edition())
        self._copies.refresh()
        self._back.show_copy(self._copies.seen)
        self._show_room()
        if self._choices.is_blank:
            self._maker.drop()
        else:
            self._maker.want(self._snapshot())

    def _show_room(self) -> None:
        has_words = not self._choices.is_blank
        self._aside.setVisible(has_words and not self._narrow)
        self._foot.setVisible(has_words and self._narrow)
        for part in (self._preview, self._actions, self._seal, self._outcome):
            part.setVisible(has_words)

    def _on_not_made(self, sentence: str) -> None:
        self._preview.show_nothing()
        self._outcome.tell(sentence)
        self._show_outcome()

    def _when_made(self, then: Callable[[bytes], None]) -> None:
        self.session.flush()
        if not self._desk.is_printing and not self._choices.is_blank:
            self._maker.when_made(self._snapshot(), then)

    def _handed(self, medium: Medium) -> tuple[Copy, ...]:
        return self._copies.handed(self._choices.document, self._choices.reader, medium, self._choices.choices)

    def _on_print(self) -> None:
        self._when_made(self._print_now)

    def _print_now(self, pdf: bytes) -> None:
        self._desk.print([pdf], self._handed(Medium.PAPER), both_sides=self._choices.both_sides)

    def _on_save(self) -> None:
        self._when_made(self._save_now)

    def _save_now(self, pdf: bytes, password: str = "") -> None:
        seen = self._copies.seen
        title = DOCUMENTS[seen.document if seen is not None else self._choices.document].title
        self._desk.save(pdf, f"{title}.pdf", self._handed(Medium.FILE), password=password)

    def _on_seal(self) -> None:
        dialog = FilePasswordDialog(self.look, self.context.resources, self)
        dialog.password_chosen.connect(self._on_password_chosen)
        dialog.open()

    def _on_password_chosen(self, password: str) -> None:
        self._when_made(partial(self._save_now, password=password))

    def _show_outcome(self) -> None:
        if self._narrow:
            QTimer.singleShot(0, self, self._scroll_to_outcome)

    def _scroll_to_outcome(self) -> None:
        self._scroll.ensureWidgetVisible(self._outcome)


def _band_of(row: QHBoxLayout) -> QWidget:
    band = row.parentWidget()
    assert band is not None
    return band
