"""A line offered to a part of the plan: one sees where it would stand and what stands there, and accepts or leaves it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from wrapplanner.domain.kinds import Kind
from wrapplanner.domain.proposals import likely, put_into, targets
from wrapplanner.domain.text import normalise
from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.session import PlanSession
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.column import clear
from wrapplanner.ui.widgets.controls import DropDown
from wrapplanner.ui.widgets.words import words

_SHOWN = 6


class ProposalDialog(Dialog):
    """`accepted_at(words)` says where the line stands now."""

    accepted_at = Signal(str)

    def __init__(self, look: Look, session: PlanSession, line: str, parent: QWidget) -> None:
        super().__init__(look, parent.tr("Put it in my plan"), parent)
        self._session = session
        self.body.addWidget(words(self.tr("The words"), "body-strong"))
        self._line = QLineEdit(line)
        self._line.setAccessibleName(self.tr("The words"))
        self.body.addWidget(self._line)
        self.body.addWidget(words(self.tr("Where they would stand"), "body-strong"))
        self._where = DropDown(look, self.tr("Where they would stand"))
        for question in targets(session.framework):
            part = session.framework.part_of(question.id)
            self._where.addItem(f"{part.title}: {question.title}", question.id)
        self._where.setCurrentIndex(max(0, self._where.findData(likely(session.framework, line).id)))
        self._where.setMinimumContentsLength(20)
        self._where.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.body.addWidget(self._where)
        self._there = QVBoxLayout()
        self._there.setSpacing(look.space(4))
        self.body.addLayout(self._there)
        self.add_button(self.tr("Leave it"), self.reject, safe=True)
        self.add_button(self.tr("Put it there"), self._on_accept, "main")
        self._where.activated.connect(self._on_where)
        self._show_there()

    def _show_there(self) -> None:
        clear(self._there)
        question, plan = self._session.framework.question(self._where.currentData()), self._session.plan
        if question.kind is Kind.TOOLBOX:
            said = [tool.name for tool in plan.tools]
        else:
            said = [plan.words(entry) for entry in plan.entries(question.id)]
        said = [each for each in said if each.strip()]
        self._there.addWidget(words(self.tr("There already:") if said else self.tr("Nothing there yet."), "soft"))
        for each in said[:_SHOWN]:
            self._there.addWidget(words(f"•  {each}"))
        if len(said) > _SHOWN:
            self._there.addWidget(words(self.tr("and more"), "soft"))

    def _on_where(self, _index: int) -> None:
        self._show_there()
        self.fit()

    def _on_accept(self) -> None:
        line = normalise(self._line.text(), single_line=True).strip()
        if not line:
            self._line.setFocus()
            return
        question = self._session.framework.question(self._where.currentData())
        self._session.do(put_into(self._session.plan, question, line), self.tr("Put a line in my plan"))
        self.accept()
        self.accepted_at.emit(self.tr("It is in “{0}” now.").format(question.title))
