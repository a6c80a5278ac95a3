"""Show someone: the crisis summary on the whole screen, for whoever is here to read at once. Nothing is recorded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wrapplanner.domain.framework import Audience
from wrapplanner.domain.progress import is_written
from wrapplanner.pdf.blocks import Words
from wrapplanner.pdf.documents import stamps
from wrapplanner.pdf.documents.crisis_teller import Teller
from wrapplanner.pdf.documents.summary_cells import Cell, Form, cells
from wrapplanner.pdf.options import PrintOptions
from wrapplanner.ui.helplines import lines_on_paper
from wrapplanner.ui.pages.page import NARROW, Page, PageContext
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import ScrollColumn, clear
from wrapplanner.ui.widgets.words import words

_MARKS = {Form.TICKS: "check", Form.CROSSES: "x", Form.CALLS: "phone", Form.STOP: "ban"}
_SCROLLS = {
    int(Qt.Key.Key_Up): -60,
    int(Qt.Key.Key_Down): 60,
    int(Qt.Key.Key_PageUp): -400,
    int(Qt.Key.Key_PageDown): 400,
}


class ShowPage(Page):
    """The cells of the crisis summary as cards, in the order of the paper; Esc goes back to where one was."""

    door = "now"
    alone = True
    kept = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._was_full = False
        self._wide = True
        self.setProperty("honey", True)
        header = self.make_header()
        self._name = words("", "heading", wrap=True)
        header.addWidget(self._name, 1)
        self._leave = button(self.look, self.tr("Leave (Esc)"), "lamp")
        header.addWidget(self._leave)
        self._area = ScrollColumn(self.look, margin=32, top=20)
        self.outer.addWidget(self._area, 1)
        self._leave.clicked.connect(self._on_leave)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self._on_leave)

    def place(self) -> str:
        """See Page."""
        return "show"

    def go_to(self, rest: str) -> None:
        """Show the plan as it is now."""
        self._show()

    def focus_start(self) -> None:
        """See Page."""
        self._leave.setFocus()

    def set_effective_width(self, width: int) -> None:
        """Two columns where there is room."""
        wide = width >= NARROW
        if wide != self._wide:
            self._wide = wide
            self._show()

    def act(self, does: str) -> bool:
        """F11 leaves, as it came."""
        if does == "full-screen":
            self._on_leave()
        return does == "full-screen"

    def showEvent(self, event: QShowEvent) -> None:
        """Take the whole screen."""
        super().showEvent(event)
        window = self.window()
        if not event.spontaneous():
            self._was_full = window.isFullScreen()
            window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the screen back, unless the window had it before."""
        super().hideEvent(event)
        if not event.spontaneous() and not self._was_full:
            self.window().setWindowState(self.window().windowState() & ~Qt.WindowState.WindowFullScreen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down, Page Up and Page Down scroll."""
        if event.key() in _SCROLLS:
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + self.look.space(_SCROLLS[event.key()]))
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        clear(self._area.column)
        self._area.column.setSpacing(self.look.space(16))
        name = stamps.full_name(self.session.framework, self.session.plan)
        self._name.setText(self.tr("Please read this: {0}").format(name) if name else self.tr("Please read this"))
        written = self._written()
        found = cells(self._teller()) if written else ()
        if not written:
            self._area.column.addWidget(words(self.tr("There is nothing in the crisis plan yet."), "now-note"))
            found = tuple(cell for cell in cells(self._teller()) if cell.id == "lines")
        for pair in self._paired(found):
            row = QHBoxLayout()
            row.setSpacing(self.look.space(16))
            for cell in pair:
                row.addWidget(self._card(cell), 1)
            self._area.column.addLayout(row)
        self._area.column.addStretch(1)

    def _written(self) -> bool:
        framework, plan = self.session.framework, self.session.plan
        roles = ("do", "do-not", "supporters", "allergies", "medicines-avoid", "medicines-now", "communication", "well")
        asked = [question for role in roles if (question := framework.role(role))]
        return any(is_written(plan, question) for question in asked)

    def _teller(self) -> Teller:
        context, session = self.context, self.session
        country = context.preferences.now.country
        lines = lines_on_paper(context.resources, country, session.framework, session.plan)
        fonts = context.resources / "fonts"
        options = PrintOptions(session.store.edition(), fonts, audience=Audience.SUPPORTERS, helplines=lines)
        return Teller(session.framework, session.plan, options)

    def _paired(self, found: Sequence[Cell]) -> list[tuple[Cell, ...]]:
        step = 2 if self._wide else 1
        return [tuple(found[at : at + step]) for at in range(0, len(found), step)]

    def _card(self, cell: Cell) -> QWidget:
        look = self.look
        card = QFrame()
        card.setObjectName("cardStrong" if cell.form is Form.STOP else "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(*[look.space(20)] * 4)
        column.setSpacing(look.space(8))
        column.addWidget(words(cell.title, "heading"))
        for item in cell.items:
            row = QHBoxLayout()
            row.setSpacing(look.space(12))
            if cell.form in _MARKS:
                mark = QLabel()
                mark.setPixmap(look.pixmap(_MARKS[cell.form], "ink", 24))
                row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words("\n".join(filter(None, map(_plain, item.pieces))), "show"), 1)
            column.addLayout(row)
        if not cell.items and cell.none:
            column.addWidget(words(cell.none, "show"))
        column.addStretch(1)
        return card

    def _on_leave(self) -> None:
        self.go_requested.emit("back")


def _plain(said: Words) -> str:
    return "".join(run.text for run in said)
