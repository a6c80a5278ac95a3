"""One step of the way back, to read: its lines, its people, or the timetable, in which nothing is late."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wrapplanner.domain.framework import Column, ColumnKind, Question
from wrapplanner.domain.kinds import Kind, spoken_date
from wrapplanner.domain.plan import Entry
from wrapplanner.domain.proposals import found_in
from wrapplanner.ui.session import PlanSession
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.words import rule, words


class StepView(QWidget):
    """`go_requested(place)` to write; `proposal_requested(words)` for a line that would change the plan."""

    go_requested = Signal(str)
    proposal_requested = Signal(str)

    def __init__(self, look: Look, session: PlanSession, question: Question) -> None:
        super().__init__()
        self._look, self._session, self._question = look, session, question
        framework = session.framework
        changes = [each.id for role in ("change-plan", "change-life") if (each := framework.role(role))]
        timetable = framework.role("timetable")
        self._proposes = question.id in changes
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space(12))
        if timetable is not None and question.id == timetable.id:
            column.addWidget(words(self.tr("Nothing here is late. Dates are hopes, and may move."), "help"))
        if self._proposes:
            column.addWidget(words(self.tr("Each line can go to its part of the plan, if you like. Or leave it here."), "help"))
        card = QFrame()
        card.setObjectName("card")
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        show = _SHOWN.get(question.kind, StepView.line)
        for at, entry in enumerate(each for each in session.plan.entries(question.id) if not each.is_blank):
            if at:
                rows.addWidget(rule())
            rows.addWidget(show(self, entry))
        column.addWidget(card)
        write = button(look, self.tr("Write here"), "quiet", icon="pencil")
        write.setAccessibleName(self.tr("Write here: {0}").format(question.title))
        write.clicked.connect(lambda: self.go_requested.emit(f"write/{question.id}"))
        column.addWidget(write, 0, Qt.AlignmentFlag.AlignLeft)

    def line(self, entry: Entry) -> QWidget:
        """Return a row for a line."""
        said = self._session.plan.words(entry)
        holder, row = self._row()
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(words(said, "lead"))
        if entry.note:
            told.addWidget(words(entry.note, "soft"))
        row.addLayout(told, 1)
        if self._proposes:
            self._offer(row, told, said)
        return holder

    def _offer(self, row: QHBoxLayout, told: QVBoxLayout, said: str) -> None:
        there = found_in(self._session.framework, self._session.plan, said)
        if there is not None:
            told.addWidget(words(self.tr("It is in “{0}”.").format(there.title), "soft"))
            return
        send = button(self._look, self.tr("Put it in my plan"))
        send.setAccessibleName(self.tr("Put it in my plan: {0}").format(said))
        send.clicked.connect(partial(self.proposal_requested.emit, said))
        row.addWidget(send, 0, Qt.AlignmentFlag.AlignTop)

    def person(self, entry: Entry) -> QWidget:
        """Return a row for somebody, with their number."""
        plan = self._session.plan
        person = plan.person(entry.person)
        holder, row = self._row()
        told = QVBoxLayout()
        told.setSpacing(0)
        name = ", ".join(filter(None, (plan.words(entry), person.relation if person else "")))
        told.addWidget(words(name, "lead"))
        if entry.note:
            told.addWidget(words(entry.note, "soft"))
        row.addLayout(told, 1)
        if person is not None and person.phones:
            number = words(person.phones[0], "body-strong", wrap=False)
            number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def record(self, entry: Entry) -> QWidget:
        """Return a row for a record: its first cell, and under it the others by name."""
        holder, row = self._row()
        told = QVBoxLayout()
        told.setSpacing(self._look.space(2))
        first = True
        for column in self._question.columns:
            if said := self._cell(column, entry):
                told.addWidget(words(said, "body-strong") if first else words(f"{column.title}: {said}"))
                first = False
        row.addLayout(told, 1)
        return holder

    def _cell(self, column: Column, entry: Entry) -> str:
        if column.kind is ColumnKind.PERSON:
            return self._session.plan.words(entry)
        said = entry.cell(column.id)
        if column.kind is ColumnKind.DATE:
            return spoken_date(said)
        return next((choice.title for choice in column.choices if choice.id == said), said)

    def _row(self) -> tuple[QWidget, QHBoxLayout]:
        look, holder = self._look, QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(look.space(16), look.space(10), look.space(16), look.space(10))
        row.setSpacing(look.space(16))
        mark = words("•", "lead", wrap=False)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        return holder, row


_SHOWN: dict[Kind, Callable[[StepView, Entry], QWidget]] = {
    Kind.PEOPLE: StepView.person,
    Kind.RECORDS: StepView.record,
}
