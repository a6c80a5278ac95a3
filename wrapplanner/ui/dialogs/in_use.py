"""Taking a tool or a person out of the plan, when lists of it refer to them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from wrapplanner.domain.changes import Change, PersonRemoved, ToolRemoved, taken_out
from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Person, Tool
from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.session import PlanSession
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.words import words as label


class InUse(Dialog):
    """Says in which `lists` a thing is, asks what becomes of them; `decided(keep_words)` is called unless it is left."""

    def __init__(
        self, look: Look, name: str, lists: list[str], question: str, parent: QWidget, decided: Callable[[bool], None]
    ) -> None:
        """`question` has a place {0} for the names of the lists."""
        tr = QCoreApplication.translate
        heading = tr("InUse", "{0} is in {1} lists") if len(lists) > 1 else tr("InUse", "{0} is in one list")
        super().__init__(look, heading.format(name, len(lists)), parent, title=tr("InUse", "In use"))
        self._decided = decided
        self.body.addWidget(label(question.format(spoken_list(lists))))
        self.add_button(self.tr("Leave it"), self.reject, "back")
        self.add_button(self.tr("Take out everywhere"), lambda: self._decide(False))
        self.add_button(self.tr("Keep the words"), lambda: self._decide(True), "main", safe=True)

    def _decide(self, keep_words: bool) -> None:
        self.accept()
        self._decided(keep_words)


def take_out_tool(parent: QWidget, look: Look, session: PlanSession, tool: Tool, do: Callable[[Change, str], None]) -> None:
    """Take a tool out of the toolbox, asking first where lists refer to it; `do` is given the change and its name."""
    tr = QCoreApplication.translate
    step = tr("InUse", "Take out a tool")
    question = tr("InUse", "Take it out of the toolbox, and keep the words in {0}?")
    _take_out(parent, look, session, tool, ToolRemoved(tool.id), question, lambda change: do(change, step))


def take_out_person(parent: QWidget, look: Look, session: PlanSession, person: Person) -> None:
    """Take a person out of the address list, asking first where lists refer to them."""
    tr = QCoreApplication.translate
    step = tr("InUse", "Take out a person")
    question = tr("InUse", "Take this person out of your address list, and keep the name in {0}?")
    removal = PersonRemoved(person.id)
    _take_out(parent, look, session, person, removal, question, lambda change: session.do(change, step))


def _take_out(
    parent: QWidget,
    look: Look,
    session: PlanSession,
    thing: Tool | Person,
    removal: Change,
    question: str,
    do: Callable[[Change], None],
) -> None:
    uses = list(dict.fromkeys(question for question, _ in session.plan.uses(thing.id)))
    if uses:
        lists = list_names(session.framework, uses)
        InUse(
            look, thing.name, lists, question, parent, lambda keep: do(taken_out(session.plan, thing, keep_words=keep))
        ).open()
    else:
        do(removal)


def list_names(framework: Framework, questions: list[str]) -> list[str]:
    """Return short names of lists: the part's title, with the question's where a part has several of them."""
    parts = [framework.part_of(question) for question in questions]
    return [
        part.title if parts.count(part) == 1 else full_name(framework, question)
        for part, question in zip(parts, questions, strict=True)
    ]


def full_name(framework: Framework, question: str) -> str:
    """Return “Early warning signs: what I must do”."""
    title = framework.question(question).title
    first = title.split(" ", 1)[0]
    return f"{framework.part_of(question).title}: {title if first == 'I' else title[0].lower() + title[1:]}"


def spoken_list(names: list[str]) -> str:
    """Return “a, b and c”."""
    if len(names) < 2:
        return "".join(names)
    both = QCoreApplication.translate("InUse", "{0} and {1}")
    return both.format(", ".join(names[:-1]), names[-1])
