"""Feedback without names, counted on the presenter's screen: a question a row, three answers, one more or one less."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from wrapplanner.facilitator.model.keeping import Answer, Tally
from wrapplanner.facilitator.model.running import Running
from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.theme import Look
from wrapplanner.ui.translation import QT_TRANSLATE_NOOP
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.words import words

if TYPE_CHECKING:
    from wrapplanner.facilitator.store import GroupStore

_SAID = {
    Answer.YES: QT_TRANSLATE_NOOP("Tally", "Yes"),
    Answer.PARTLY: QT_TRANSLATE_NOOP("Tally", "Partly"),
    Answer.NO: QT_TRANSLATE_NOOP("Tally", "No"),
}


class TallyDialog(Dialog):
    """Counts answers; each count is kept as it is made. Who answered, and in which order, is nowhere."""

    def __init__(self, look: Look, store: GroupStore, running: Running, questions: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(look, QCoreApplication.translate("TallyDialog", "Count the feedback"), parent)
        self._store, self._at = store, (running.programme, running.number)
        asked = questions or (self.tr("Did today help?"),)
        known = {tally.question: tally for tally in store.tallies(*self._at)}
        self._tallies = {question: known.get(question, Tally(question)) for question in asked}
        self._buttons: dict[tuple[str, Answer], QPushButton] = {}
        self.body.addWidget(words(self.tr("Ask for hands, or count the papers. One press is one answer."), "help"))
        for question in asked:
            self._add_question(question)
        self._last: tuple[str, Answer] | None = None
        self._undo = self.add_button(self.tr("Take one back"), self._on_take_back)
        self._undo.setVisible(False)
        self.add_button(self.tr("Done"), self.accept, "main", safe=True)

    def _add_question(self, question: str) -> None:
        label: QLabel = words(question, "body-strong")
        self.body.addSpacing(self.look.space(8))
        self.body.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(self.look.space(8))
        for answer in Answer:
            each = button(self.look, "", "plain")
            each.clicked.connect(partial(self._on_answer, question, answer))
            self._buttons[question, answer] = each
            row.addWidget(each, 1)
        self.body.addLayout(row)
        self._show(question)

    def _show(self, question: str) -> None:
        for answer in Answer:
            said = QCoreApplication.translate("Tally", _SAID[answer])
            count = getattr(self._tallies[question], answer.value)
            self._buttons[question, answer].setText(f"{said}  {count}")
            self._buttons[question, answer].setAccessibleName(self.tr("{0}: {1}, {2} so far").format(question, said, count))

    def _on_answer(self, question: str, answer: Answer) -> None:
        self._count(question, answer, 1)
        self._last = (question, answer)
        self._undo.setVisible(True)
        self.fit()

    def _on_take_back(self) -> None:
        if self._last is not None:
            self._count(*self._last, -1)
            self._last = None
            self._undo.setVisible(False)

    def _count(self, question: str, answer: Answer, step: int) -> None:
        self._tallies[question] = self._tallies[question].with_one(answer, step)
        self._store.keep_tally(*self._at, self._tallies[question])
        self._show(question)
