"""My plan, read as a quiet document; blank parts stand at the side, not on the paper."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLineEdit, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from wrapplanner.domain.framework import Part
from wrapplanner.domain.kinds import spoken_date
from wrapplanner.domain.progress import is_written, next_unwritten, written_questions
from wrapplanner.ui.pages.page import NARROW, WIDE, Page, PageContext
from wrapplanner.ui.pages.read_aloud import ReadAloud, aloud_button
from wrapplanner.ui.pages.read_contents import contents_column, contents_drop
from wrapplanner.ui.pages.reading_heads import Door
from wrapplanner.ui.pages.reading_sheet import on_paper, part_in_sight, plan_browser, plan_document, show_document
from wrapplanner.ui.speech import voice_of
from wrapplanner.ui.widgets.buttons import Segmented, button
from wrapplanner.ui.widgets.column import clear
from wrapplanner.ui.widgets.empty import EmptyState
from wrapplanner.ui.widgets.flow import FlowLayout
from wrapplanner.ui.widgets.side_list import SideList
from wrapplanner.ui.widgets.words import words


class ReadPage(Page):
    """The plan to read. `go_to` takes a part's id."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._width = WIDE
        self._part = ""
        self._side: SideList | None = None
        self._drop: QComboBox | None = None
        self._stale = True
        self._build()
        self.session.changed.connect(self._on_changed)

    def place(self) -> str:
        """See Page."""
        return f"read/{self._part}" if self._part else "read"

    def go_to(self, rest: str) -> None:
        """See Page."""
        self._part = rest if any(part.id == rest for part in self.session.framework.parts) else ""
        if self._stale or self._width < WIDE:
            self._show()
        if self._part:
            QTimer.singleShot(0, self._scroll_to_part)

    def focus_start(self) -> None:
        """See Page."""
        (self._carry_on if self._empty else self._text).setFocus()

    def side_pane(self) -> QWidget | None:
        """See Page."""
        return self._side

    def set_effective_width(self, width: int) -> None:
        """See Page."""
        before, self._width = self._width, width
        if (before >= WIDE, before >= NARROW) != (width >= WIDE, width >= NARROW):
            self._fill_header()
            self._show()

    def _build(self) -> None:
        self._header = QHBoxLayout()
        self._header.setSpacing(self.look.space(16))
        self.make_header(quiet=True).addLayout(self._header, 1)
        self._text = plan_browser(self.look, self.tr("My plan"))
        self._text.anchorClicked.connect(self._on_link)
        self._text.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        voice = voice_of(self.session.framework.language)
        self._aloud = ReadAloud(self.look, voice, self._text) if voice is not None else None
        self._body = QHBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(24)
        self.outer.addLayout(self._body, 1)
        self._fill_header()
        # The page's own and not the window's, which would take F2 from the lists and tables of the other pages.
        QShortcut(QKeySequence(Qt.Key.Key_F2), self).activated.connect(self._on_write_here)

    def _fill_header(self) -> None:
        look = self.look
        clear(self._header)
        self._header.addWidget(words(self.tr("My plan"), "title", wrap=False))
        if self._width >= NARROW:
            ways = (("read", self.tr("Read"), "book-open"), ("write", self.tr("Write"), "pencil"))
            self._ways = Segmented(look, self.tr("Read or write"), ways)
            self._ways.choose("read")
            self._ways.chosen.connect(self._on_way_chosen)
            self._header.addWidget(self._ways)
        self._header.addStretch(1)
        if self._width >= WIDE:
            field = QLineEdit()
            field.setPlaceholderText(self.tr("Find in my plan"))
            field.setAccessibleName(self.tr("Find in my plan"))
            field.setToolTip("Ctrl+F")
            field.addAction(look.icon("search", "ink-soft"), QLineEdit.ActionPosition.LeadingPosition)
            field.setFixedWidth(round(264 * look.scale))
            field.textEdited.connect(self._on_find)
            self._header.addWidget(field)
        said = self.tr("Carry on writing") if self._width >= NARROW else self.tr("Write")
        self._carry_on = button(look, said, "main", icon="arrow-right", trailing=True)
        self._carry_on.setObjectName("carryOn")
        self._carry_on.clicked.connect(self._on_carry_on)
        self._header.addWidget(self._carry_on)

    @property
    def _empty(self) -> bool:
        plan = self.session.plan
        return not any(written_questions(plan, part) for part in self.session.framework.parts)

    def _show(self) -> None:
        self._stale = False
        self._text.setParent(None)
        self._side = self._drop = None
        clear(self._body)
        self._body.setContentsMargins(32 if self._width < WIDE else 20, 0, 32 if self._width < WIDE else 0, 0)
        if self._width >= WIDE:
            self._body.addWidget(self._contents())
        column = QVBoxLayout()
        column.setSpacing(self.look.space(12))
        if self._width < WIDE:
            column.addLayout(self._narrow_doors())
        column.addWidget(self._empty_state() if self._empty else self._sheet(), 1)
        self._body.addLayout(column, 1)

    def _contents(self) -> QWidget:
        self._side, holder = contents_column(self.look, self.session.framework, self._doors())
        self._side.itemClicked.connect(self._on_part_clicked)
        self._side.itemActivated.connect(self._on_part_clicked)
        return holder

    def _doors(self) -> list[QPushButton]:
        """Return the quiet doors of a plan that has words: reading aloud, and what changed."""
        if self._empty:
            return []
        history = button(self.look, self.tr("What changed"), "quiet", icon="history")
        history.clicked.connect(self._on_history)
        review = button(self.look, self._review_words(), "quiet", icon="list-checks")
        review.clicked.connect(self._on_review)
        if self._aloud is None:
            return [history, review]
        aloud = aloud_button(self.look)
        self._aloud.set_button(aloud)
        return [aloud, history, review]

    def _review_words(self) -> str:
        reviews = getattr(self.session.store, "reviews", None)
        wanted = reviews.now().next if reviews is not None else None
        return self.tr("The day to go over it") if wanted is not None and wanted <= date.today() else self.tr("Go over my plan")

    def _on_review(self) -> None:
        self.go_requested.emit("review")

    def hush(self) -> None:
        """See Page."""
        if self._aloud is not None:
            self._aloud.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is read on a page that is left."""
        self.hush()
        super().hideEvent(event)

    def act(self, does: str) -> bool:
        """Read aloud, or stop."""
        if does == "aloud" and self._aloud is not None and not self._empty:
            self._aloud.toggle()
            return True
        return False

    def _narrow_doors(self) -> QBoxLayout:
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(across if self._width >= NARROW else down)
        row.setSpacing(self.look.space(8))
        row.addWidget(self._contents_drop(), 1)
        beside = FlowLayout(self.look.space(8))
        for door in self._doors():
            beside.addWidget(door)
        row.addLayout(beside, 2)  # so that they stand in one line, and leave the height to the plan
        return row

    def _contents_drop(self) -> QWidget:
        self._drop = drop = contents_drop(self.look, self.session.framework, self._part)
        drop.activated.connect(self._on_drop_activated)
        QTimer.singleShot(0, drop, self._on_scrolled)  # once there is something to see
        return drop

    def _sheet(self) -> QWidget:
        day = spoken_date(self.session.store.edition().day.isoformat())
        under = self.tr("My plan · last changed {0}").format(day)
        margin = 56 if self._width >= NARROW else 24
        framework, plan = self.session.framework, self.session.plan
        show_document(self._text, plan_document(self.look, framework, plan, under, self._door, margin=margin))
        return on_paper(self.look, self._text)

    def _door(self, part: Part) -> Door:
        first = (written_questions(self.session.plan, part) or part.questions)[0]
        return Door(f"write/{first.id}", self.tr("Write here"), "pencil")

    def _empty_state(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, self.look.space(24), 32, 0)
        state = EmptyState(
            self.look,
            self.session.framework.parts[0],
            self.tr("Your plan begins with one line"),
            self.tr("What you write is shown here, in your words, to read in peace. Six short answers make a page to print."),
            self.tr("Write the first line"),
        )
        state.step_requested.connect(self._on_first_line)
        column.addWidget(state)
        column.addStretch(1)
        return holder

    def _scroll_to_part(self) -> None:
        self._text.scrollToAnchor(self._part)
        bar = self._text.verticalScrollBar()
        bar.setValue(bar.value() - self.look.space(28))

    def _write_here(self) -> str:
        """Return the place to write what is on the screen: the first question of the part that is seen."""
        part = part_in_sight(self._text, self.session.framework)
        return f"write/{part.questions[0].id}" if part else self.context.preferences.now.writing or "write"

    def _on_scrolled(self) -> None:
        """Have the list of parts name the one that is read."""
        part = part_in_sight(self._text, self.session.framework) if self._drop is not None and not self._empty else None
        if self._drop is not None and part is not None:
            self._drop.setCurrentIndex(self.session.framework.parts.index(part))

    def _on_write_here(self) -> None:
        self.go_requested.emit(self._write_here())

    def _on_way_chosen(self, way: str) -> None:
        if way == "write":
            self._ways.choose("read")  # this page goes on being the one to read, when one comes back to it
            self._on_carry_on()

    def _on_carry_on(self) -> None:
        framework, plan = self.session.framework, self.session.plan
        if self._empty:
            self._on_first_line()
            return
        following = next_unwritten(plan, framework)
        left = self._left_at() or (f"write/{following.id}" if following else "write")
        self.go_requested.emit(left)

    def _left_at(self) -> str:
        """Return the place where one left writing, "" for none: with all six first answers written, what follows is new."""
        left, framework = self.context.preferences.now.writing, self.session.framework
        first = (framework.question(each) for each in framework.starter)
        is_done = left.partition("/")[0] == "start" and all(is_written(self.session.plan, each) for each in first)
        return "" if is_done else left

    def _on_first_line(self) -> None:
        self.go_requested.emit("start")

    def _on_history(self) -> None:
        self.go_requested.emit("history")

    def _on_find(self, text: str) -> None:
        self.go_requested.emit(f"find/{text}")

    def _on_link(self, link: QUrl) -> None:
        self.go_requested.emit(link.toString())

    def _on_part_clicked(self, item: QListWidgetItem) -> None:
        self._go_part(str(item.data(Qt.ItemDataRole.UserRole)))

    def _on_drop_activated(self, place: int) -> None:
        self._go_part(self.session.framework.parts[place].id)

    def _go_part(self, part: str) -> None:
        found = self.session.framework.part(part)
        if written_questions(self.session.plan, found):
            self._part = part
            self._scroll_to_part()
        else:
            self.go_requested.emit(f"write/{found.questions[0].id}")

    def _on_changed(self, change: object) -> None:
        self._stale = True
        if self.isVisible():
            self._show()
