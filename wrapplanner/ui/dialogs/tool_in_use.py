"""Taking a tool out of the toolbox, when lists of the plan refer to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from wrapplanner.domain.changes import Change, ToolRemoved, taken_out
from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Tool
from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.session import PlanSession
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.words import words as label


class ToolInUse(Dialog):
    """Asks what becomes of the lists that a tool is in; `decided(keep_words)` is called unless it is left."""

    def __init__(self, look: Look, tool: Tool, lists: list[str], parent: QWidget, decided: Callable[[bool], None]) -> None:
        """`lists` are the names of the lists that the tool is in."""
        tr = QCoreApplication.translate
        heading = tr("ToolInUse", "{0} is in {1} lists") if len(lists) > 1 else tr("ToolInUse", "{0} is in one list")
        super().__init__(look, heading.format(tool.name, len(lists)), parent)
        self._decided = decided
        question = self.tr("Take it out of the toolbox, and keep the words in {0}?")
        self.body.addWidget(label(question.format(spoken_list(lists))))
        self.add_button(self.tr("Leave it"), self.reject, "back")
        self.add_button(self.tr("Take it out everywhere"), self._on_everywhere)
        self.add_button(self.tr("Keep the words"), self._on_keep, "main", safe=True)

    def _on_everywhere(self) -> None:
        self.accept()
        self._decided(False)

    def _on_keep(self) -> None:
        self.accept()
        self._decided(True)


def take_out_tool(parent: QWidget, look: Look, session: PlanSession, tool: Tool, do: Callable[[Change, str], None]) -> None:
    """Take a tool out of the toolbox, asking first where lists refer to it; `do` is given the change and its name."""
    questions = list(dict.fromkeys(question for question, _ in session.plan.uses(tool.id)))
    step = QCoreApplication.translate("ToolInUse", "Take out a tool")
    if questions:
        names = list_names(session.framework, questions)
        ToolInUse(look, tool, names, parent, lambda keep: do(taken_out(session.plan, tool, keep_words=keep), step)).open()
    else:
        do(ToolRemoved(tool.id), step)


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
    both = QCoreApplication.translate("ToolInUse", "{0} and {1}")
    return both.format(", ".join(names[:-1]), names[-1])
