"""Ideas from a group, one by one: the person ticks what they like and says where it goes. Nothing is added by itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from wrapplanner.domain.changes import Change, EntryAdded, Several, ToolAdded
from wrapplanner.domain.framework import Framework
from wrapplanner.domain.ideas import Ideas
from wrapplanner.domain.kinds import Kind
from wrapplanner.domain.plan import Entry, Plan, Tool, new_id
from wrapplanner.domain.text import folded
from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.dialogs.in_use import full_name
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.controls import DropDown
from wrapplanner.ui.widgets.tick_list import TickList
from wrapplanner.ui.widgets.words import words as label

LISTS = frozenset({Kind.TOOLBOX, Kind.TOOLS, Kind.ENTRIES})
"""What an idea can go into: the toolbox, and lists of words."""


def ask_ideas_file(parent: QWidget) -> str:
    """Let the person choose a file of ideas; return its path, or "" where they thought better of it."""
    from wrapplanner.storage.ideas import SUFFIX

    what = parent.tr("Ideas from a group") + f" (*{SUFFIX})"
    chosen, _ = QFileDialog.getOpenFileName(parent, parent.tr("Which file are the ideas in?"), "", what)
    return chosen


def read_ideas_file(path: Path) -> Ideas:
    """Return what a file of ideas says. Raises ImportRefused."""
    from wrapplanner.errors import ImportRefused
    from wrapplanner.storage.ideas import MAX_BYTES, read_ideas

    try:
        with path.open("rb") as file:
            return read_ideas(file.read(MAX_BYTES + 1))
    except OSError as problem:
        raise ImportRefused("it cannot be read.") from problem


class IdeasDialog(Dialog):
    """`ideas_chosen(question id, words of the ideas)` once, if any were ticked."""

    ideas_chosen = Signal(str, list)

    def __init__(self, look: Look, framework: Framework, ideas: Ideas, parent: QWidget) -> None:
        super().__init__(look, ideas.title, parent, title=parent.tr("Ideas from a group"))
        self.body.addWidget(label(self.tr("Ideas from a group. Tick what you would like to try, and leave the rest."), "soft"))
        self.list = TickList(look)
        self.list.setAccessibleName(self.tr("Ideas from a group"))
        named = any(group.title for group in ideas.groups)
        for group in ideas.groups:
            if group.ideas and named:
                self.list.add_heading(group.title or self.tr("More ideas"))
            for idea in group.ideas:
                self.list.add_row(idea, idea)
        self.body.addWidget(self.list)
        self.give_room(self.list)
        self.body.addWidget(label(self.tr("Where they go"), "body-strong"))
        self.lists = DropDown(look, self.tr("Where they go"))
        self.lists.setMinimumContentsLength(12)
        self._offer(framework, ideas)
        self.body.addWidget(self.lists)
        self.list.put_in_requested.connect(self._on_put)
        self.add_button(self.tr("Not now"), self.reject, "back")
        self.add_button(self.tr("Put them in"), self._on_put, "main")
        self.focus_first(self.list)

    def _offer(self, framework: Framework, ideas: Ideas) -> None:
        offered = [question for question in framework.questions() if question.kind in LISTS]
        # The sort is stable: the toolbox comes first, the others as the plan has them.
        for question in sorted(offered, key=lambda question: question.kind is not Kind.TOOLBOX):
            self.lists.addItem(full_name(framework, question.id), question.id)
        meant = self.lists.findData(ideas.question) if ideas.framework == framework.id else -1
        self.lists.setCurrentIndex(max(meant, 0))

    def _on_put(self) -> None:
        ticked, question = self.list.ticked(), self.lists.currentData()
        self.accept()
        if ticked and question:
            self.ideas_chosen.emit(question, ticked)


def putting_in(framework: Framework, plan: Plan, question: str, ideas: list[str]) -> Change | None:
    """Return the one change that puts ideas into the toolbox or a list; None where all of them are in there already."""
    if framework.question(question).kind is Kind.TOOLBOX:
        fresh = _unknown([tool.name for tool in plan.tools], ideas)
        start = len(plan.tools)
        changes: tuple[Change, ...] = tuple(ToolAdded(Tool(new_id(), idea), start + at) for at, idea in enumerate(fresh))
    else:
        entries = plan.entries(question)
        fresh = _unknown([plan.words(entry) for entry in entries], ideas)
        start = len(entries)
        changes = tuple(EntryAdded(question, Entry(new_id(), idea), start + at) for at, idea in enumerate(fresh))
    return Several(changes) if changes else None


def _unknown(known: list[str], ideas: list[str]) -> list[str]:
    seen = {folded(words.strip()) for words in known}
    fresh: list[str] = []
    for idea in ideas:
        if folded(idea) not in seen:
            seen.add(folded(idea))
            fresh.append(idea)
    return fresh
