"""Today: the daily list and the sometimes-list, to read."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wrapplanner.domain.framework import Question
from wrapplanner.domain.progress import is_written
from wrapplanner.ui.pages.page import Page, PageContext
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import ScrollColumn, clear
from wrapplanner.ui.widgets.empty import EmptyState
from wrapplanner.ui.widgets.words import rule, words


class TodayPage(Page):
    """What the person wrote for every day and for some days, by the roles `every-day` and `some-days`."""

    door = "today"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        header = self.make_header(quiet=True)
        locale = QLocale(self.session.framework.language.replace("-", "_"))
        today = locale.toString(QDate.currentDate(), "dddd d MMMM")
        header.addWidget(words(today, "title", wrap=False), 1)
        area = ScrollColumn(self.look, widest=1008)
        area.column.setSpacing(self.look.space(16))
        self._area = area
        self.outer.addWidget(area, 1)
        self.session.changed.connect(self._on_changed)
        self._show()

    def place(self) -> str:
        """See Page."""
        return "today"

    def focus_start(self) -> None:
        """See Page."""
        self._first.setFocus()

    def go_to(self, rest: str) -> None:
        """See Page."""
        if self._stale:
            self._show()

    def _show(self) -> None:
        self._stale = False
        clear(self._area.column)
        asked = [question for role in ("every-day", "some-days") if (question := self.session.framework.role(role))]
        written = [question for question in asked if is_written(self.session.plan, question)]
        self._first: QWidget = self
        if not written:
            self._area.column.addWidget(self._empty(asked))
        for question in written:
            self._area.column.addWidget(self._list(question))
        self._area.column.addStretch(1)

    def _empty(self, asked: list[Question]) -> QWidget:
        framework = self.session.framework
        part = framework.part_of(asked[0].id) if asked else framework.parts[0]
        state = EmptyState(
            self.look,
            part,
            self.tr("Your day, as you like it"),
            self.tr("What you write in “{0}” is shown here each day.").format(part.title),
            self.tr("Write one line"),
        )
        self._target = asked[0].id if asked else part.questions[0].id
        state.step_requested.connect(self._on_write)
        self._first = state.step
        return state

    def _list(self, question: Question) -> QWidget:
        look = self.look
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space(8))
        head = QHBoxLayout()
        head.addWidget(words(question.title, "heading2"), 1)
        write = button(look, self.tr("Write here"), "quiet", icon="pencil")
        write.setAccessibleName(self.tr("Write here: {0}").format(question.title))
        write.clicked.connect(lambda: self.go_requested.emit(f"write/{question.id}"))
        if self._first is self:
            self._first = write
        head.addWidget(write)
        column.addLayout(head)
        card = QFrame()
        card.setObjectName("card")
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for place, entry in enumerate(e for e in self.session.plan.entries(question.id) if not e.is_blank):
            if place:
                rows.addWidget(rule())
            row = QVBoxLayout()
            row.setContentsMargins(look.space(16), look.space(12), look.space(16), look.space(12))
            row.setSpacing(0)
            row.addWidget(words(self.session.plan.words(entry)))
            if entry.note:
                row.addWidget(words(entry.note, "caption"))  # beneath, where a long one has room
            rows.addLayout(row)
        column.addWidget(card)
        return holder

    def _on_write(self) -> None:
        self.go_requested.emit(f"write/{self._target}")

    def _on_changed(self, change: object) -> None:
        self._stale = True
        if self.isVisible():
            self._show()
