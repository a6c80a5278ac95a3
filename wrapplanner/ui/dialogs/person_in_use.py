"""Taking a person out of the address list, when lists of the plan refer to them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from wrapplanner.domain.changes import PersonRemoved, taken_out
from wrapplanner.domain.plan import Person
from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.dialogs.tool_in_use import list_names, spoken_list
from wrapplanner.ui.session import PlanSession
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.words import words


class PersonInUse(Dialog):
    """Says where a person is, and asks what becomes of those lists; `decided(keep_words)` is called unless it is left."""

    def __init__(self, look: Look, person: Person, lists: list[str], parent: QWidget, decided: Callable[[bool], None]) -> None:
        """`lists` are the names of the lists that the person is in."""
        tr = QCoreApplication.translate
        heading = tr("PersonInUse", "{0} is in {1} lists") if len(lists) > 1 else tr("PersonInUse", "{0} is in one list")
        super().__init__(look, heading.format(person.name, len(lists)), parent)
        self._decided = decided
        question = self.tr("Take this person out of your address list, and keep the name in {0}?")
        self.body.addWidget(words(question.format(spoken_list(lists))))
        self.add_button(self.tr("Leave it"), self.reject, "back")
        self.add_button(self.tr("Take out everywhere"), self._on_everywhere)
        self.add_button(self.tr("Keep the words"), self._on_keep, "main", safe=True)

    def _on_everywhere(self) -> None:
        self.accept()
        self._decided(False)

    def _on_keep(self) -> None:
        self.accept()
        self._decided(True)


def take_out_person(parent: QWidget, look: Look, session: PlanSession, person: Person) -> None:
    """Take a person out of the address list, asking first where lists refer to them."""
    questions = list(dict.fromkeys(question for question, _ in session.plan.uses(person.id)))
    step = QCoreApplication.translate("PersonInUse", "Take out a person")

    def take_out(keep_words: bool) -> None:
        session.do(taken_out(session.plan, person, keep_words=keep_words), step)

    if questions:
        PersonInUse(look, person, list_names(session.framework, questions), parent, take_out).open()
    else:
        session.do(PersonRemoved(person.id), step)
