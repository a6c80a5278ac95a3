"""Coming out of it: the way back that the person wrote, as a path of small steps. Nothing on it is late."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from wrapplanner.domain.daily import lead_of
from wrapplanner.domain.days import Place
from wrapplanner.domain.framework import Question
from wrapplanner.domain.progress import is_written
from wrapplanner.ui.pages.after_step import StepView
from wrapplanner.ui.pages.page import SMALL, Page, PageContext
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import ScrollColumn, clear
from wrapplanner.ui.widgets.empty import EmptyState
from wrapplanner.ui.widgets.message import announce
from wrapplanner.ui.widgets.words import words


class AfterPage(Page):
    """A place is "after/<question>". A step is a question of the part that has an answer; blank ones are left out."""

    door = "today"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._part, _ = lead_of(self.session.framework, Place.AFTER)
        self._here = ""
        self._first: QWidget = self
        self._build()
        self._connect()

    def place(self) -> str:
        """See Page."""
        return f"after/{self._here}" if self._here else "after"

    def go_to(self, rest: str) -> None:
        """Show a step; the first where none is asked for."""
        self._here = rest
        self._show()

    def focus_start(self) -> None:
        """See Page."""
        self._first.setFocus()

    def set_effective_width(self, width: int) -> None:
        """Leave the name to the body where the header has no room."""
        self._title.setVisible(width >= SMALL)

    def act(self, does: str) -> bool:
        """Go a step on or back."""
        steps = {"next": 1, "previous": -1}
        if does in steps:
            self._step(steps[does])
        return does in steps

    def steps(self) -> tuple[Question, ...]:
        """Return the steps: the questions with an answer, in the order of the part."""
        return tuple(each for each in self._part.questions if is_written(self.session.plan, each))

    def _build(self) -> None:
        look = self.look
        header = self.make_header(quiet=True)
        self._title = words(self._part.title, "title", wrap=False)
        header.addWidget(self._title)
        header.addStretch(1)
        self._leave = button(look, self.tr("Done for now"), "back")
        header.addWidget(self._leave)
        self._area = ScrollColumn(look, widest=760, top=8)
        self._area.column.setSpacing(look.space(12))
        self.outer.addWidget(self._area, 1)
        foot = self.make_foot()
        self._before = button(look, self.tr("The one before"), "back", icon="arrow-left")
        self._next = button(look, self.tr("Next step"), "main", icon="arrow-right", trailing=True)
        foot.addWidget(self._before)
        foot.addStretch(1)
        foot.addWidget(self._next)

    def _connect(self) -> None:
        self._before.clicked.connect(lambda: self._step(-1))
        self._next.clicked.connect(lambda: self._step(1))
        self._leave.clicked.connect(self._on_leave)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self._on_leave)
        self.session.changed.connect(self._on_changed)

    def _show(self) -> None:
        clear(self._area.column)
        steps = self.steps()
        ids = [each.id for each in steps]
        if self._here not in ids:
            self._here = ids[0] if ids else ""
        at = ids.index(self._here) if ids else 0
        self._before.setVisible(at > 0)
        self._next.setVisible(at + 1 < len(ids))
        self._first = self._next if at + 1 < len(ids) else self._leave
        if not steps:
            self._area.column.addWidget(self._empty())
        else:
            question = steps[at]
            self._area.column.addWidget(words(self.tr("Step {0} of {1}").format(at + 1, len(ids)), "soft"))
            self._area.column.addWidget(words(question.title, "title"))
            view = StepView(self.look, self.session, question)
            view.go_requested.connect(self.go_requested)
            view.proposal_requested.connect(self._on_proposal)
            self._area.column.addWidget(view)
        self._area.column.addStretch(1)
        self._area.verticalScrollBar().setValue(0)

    def _empty(self) -> QWidget:
        said = self.tr("Write it when you are well, or now, one line at a time. It can wait.")
        state = EmptyState(self.look, self._part, self.tr("Your way back"), said, self.tr("Write one line"))
        state.step_requested.connect(self._on_write)
        self._first = state.step
        return state

    def _step(self, step: int) -> None:
        ids = [each.id for each in self.steps()]
        at = ids.index(self._here) + step if self._here in ids else 0
        if 0 <= at < len(ids):
            self._here = ids[at]
            self._show()
            self.focus_start()
            announce(self, self.session.framework.question(self._here).title)

    def _on_proposal(self, line: str) -> None:
        from wrapplanner.ui.dialogs.proposal import ProposalDialog

        dialog = ProposalDialog(self.look, self.session, line, self)
        dialog.accepted_at.connect(self.toast_requested)
        dialog.open()

    def _on_write(self) -> None:
        self.go_requested.emit(f"write/{self._part.questions[0].id}")

    def _on_leave(self) -> None:
        self.go_requested.emit("back")

    def _on_changed(self, change: object) -> None:
        if self.isVisible():
            self._show()
