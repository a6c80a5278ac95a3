"""My plan as it was on a day: the same quiet document, marked as an old one; a part of it can be brought back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from wrapplanner.domain.bringing_back import part_brought_back
from wrapplanner.domain.framework import Part
from wrapplanner.domain.history import walked_back
from wrapplanner.domain.kinds import spoken_date
from wrapplanner.domain.plan import Plan
from wrapplanner.domain.progress import is_written
from wrapplanner.errors import WrapPlannerError
from wrapplanner.ui.pages.page import NARROW, SMALL, WIDE, Page, PageContext
from wrapplanner.ui.pages.reading_heads import Door
from wrapplanner.ui.pages.reading_sheet import WIDEST, on_paper, plan_browser, plan_document, show_document
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import clear
from wrapplanner.ui.widgets.message import InlineMessage, announce
from wrapplanner.ui.widgets.words import words

_BACK = "bring-back/"


class PastPage(Page):
    """A place is "past/<ISO date>". The way back is walked in small pieces, so that the window stays alive."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._day = date.today().isoformat()
        self._width = WIDE
        self._then: Plan | None = None
        self._reached = context.session.plan
        self._walk: Iterator[Plan] = iter(())
        self._walking = QTimer(self)
        self._walking.setInterval(0)
        self._walking.timeout.connect(self._on_walk)
        self._build()

    def place(self) -> str:
        """See Page."""
        return f"past/{self._day}"

    def go_to(self, rest: str) -> None:
        """Show the plan of a day; what is no date is today."""
        try:
            self._day = date.fromisoformat(rest).isoformat()
        except ValueError:
            self._day = date.today().isoformat()
        self._begin()

    def focus_start(self) -> None:
        """See Page."""
        (self._text if self._text.isVisible() else self._today).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_effective_width(self, width: int) -> None:
        """See Page."""
        before, self._width = self._width, width
        self._title.setVisible(width >= SMALL)
        self._other.setVisible(width >= NARROW)
        if self._then is not None and (before >= NARROW) != (width >= NARROW):
            self._show()

    def _build(self) -> None:
        look = self.look
        header = self.make_header(quiet=True)
        self._title = words(self.tr("My plan before"), "title", wrap=False)
        header.addWidget(self._title)
        header.addStretch(1)
        self._other = button(look, self.tr("What changed"), icon="history")
        self._other.clicked.connect(lambda: self.go_requested.emit("history"))
        header.addWidget(self._other)
        self._today = button(look, self.tr("My plan today"), "main")
        self._today.clicked.connect(lambda: self.go_requested.emit("read"))
        header.addWidget(self._today)
        self._text = plan_browser(self.look, "")
        self._text.anchorClicked.connect(self._on_link)
        column = QVBoxLayout()
        column.setContentsMargins(32, 0, 32, 0)
        column.setSpacing(look.space(12))
        self._told = QVBoxLayout()
        column.addLayout(self._told)
        self._paper = on_paper(look, self._text)
        column.addWidget(self._paper, 1)
        column.addStretch()
        self.outer.addLayout(column, 1)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(lambda: self.go_requested.emit("back"))

    def _begin(self) -> None:
        self._paper.hide()
        self._then = None
        store = self.session.store
        kept = store.load() if self.session.has_unsaved else self.session.plan
        try:
            self._walk = walked_back(kept, store.steps, store.last_step_of(self._day))
        except WrapPlannerError as problem:
            self._tell(problem.sentence)
            return
        self._tell(self.tr("Going back to {0}…").format(spoken_date(self._day)))
        self._walking.start()

    def _on_walk(self) -> None:
        try:
            plan = next(self._walk, None)
        except WrapPlannerError as problem:
            self._walking.stop()
            self._tell(problem.sentence)
            return
        if plan is not None:
            self._reached = plan
            return
        self._walking.stop()
        self._then = self._reached
        self._show()
        if self.isVisible():
            self.focus_start()

    def _show(self) -> None:
        assert self._then is not None
        day = spoken_date(self._day)
        framework = self.session.framework
        if not any(is_written(self._then, question) for question in framework.questions()):
            self._tell(self.tr("On {0} nothing was written yet.").format(day))
            return
        name = self.tr("My plan as it was on {0}").format(day)
        said = self.tr("Reading it changes nothing. “Bring back” makes a part as it was then; you can undo that.")
        self._tell(f"{name}.", said if self._width >= SMALL else "")
        self._text.setAccessibleName(name)
        margin = 56 if self._width >= NARROW else 24
        under = self.tr("As it was on {0}").format(day)
        show_document(self._text, plan_document(self.look, framework, self._then, under, self._door, margin=margin))
        self._paper.show()

    def _tell(self, strong: str, plain: str = "") -> None:
        clear(self._told)
        message = InlineMessage(self.look, strong, plain)
        message.setMaximumWidth(round(WIDEST * self.look.scale))
        self._told.addWidget(message)

    def _door(self, part: Part) -> Door | None:
        assert self._then is not None
        if part_brought_back(part, self.session.plan, self._then) is None:
            return None
        return Door(_BACK + part.id, self.tr("Bring back"), "undo-2")

    def _on_link(self, link: QUrl) -> None:
        assert self._then is not None
        part = self.session.framework.part(link.toString().removeprefix(_BACK))
        change = part_brought_back(part, self.session.plan, self._then)
        if change is not None:
            self.session.do(change, self.tr("Bring back a part"))
            said = self.tr("“{0}” is as it was on {1}.").format(part.title, spoken_date(self._day))
            self.toast_requested.emit(said)
            announce(self._text, said)
        where = self._text.verticalScrollBar().value()
        self._show()  # the part is as it was now, so its door goes
        self._text.verticalScrollBar().setValue(where)
