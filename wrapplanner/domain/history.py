"""What changed in a plan, by day: rows of history walked back from the plan as it is now.

A day is told by comparing the plan at its end with the plan at its beginning, for what was touched in between: so many
small edits of one line are told as one, and what was taken back the same day is not told at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from wrapplanner.domain.changes import (
    Change,
    EntryAdded,
    EntryEdited,
    EntryMoved,
    EntryRemoved,
    PersonAdded,
    PersonEdited,
    PersonMoved,
    PersonRemoved,
    Several,
    ToolAdded,
    ToolEdited,
    ToolMoved,
    ToolRemoved,
)
from wrapplanner.domain.framework import Framework
from wrapplanner.domain.kinds import RULES
from wrapplanner.domain.plan import Entry, Person, Plan, Tool

CHUNK = 200
"""How many rows are read at a time."""


@dataclass(frozen=True, slots=True)
class Step:
    """One row of history. `id` rises; `day` is the writer's own day (ISO)."""

    id: int
    day: str
    change: Change
    inverse: Change


ReadSteps = Callable[[int, int], tuple[Step, ...]]
"""Returns up to (second) steps with an id under (first), the latest first; 0 for the first begins at the end."""


class Doing(Enum):
    """What happened to a thing in a day, all in all."""

    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that reads differently at the end of a day.

    `question` is empty for a tool and a person. `before` and `after` are its words, empty where it was not there.
    `then` is a plan in which what was removed still stood.
    """

    doing: Doing
    question: str
    thing: Entry | Tool | Person
    before: str
    after: str
    then: Plan = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class ToldDay:
    """One day's deeds: tools, people, then entries in the order in which they were touched."""

    day: str
    deeds: tuple[Deed, ...]


def told_days(framework: Framework, plan: Plan, read: ReadSteps) -> Iterator[ToldDay]:
    """Yield the days on which something changed, the latest first; reads as it goes. `plan` is the plan as it is kept."""
    teller = _Teller(framework, plan)
    for step in _steps(read):
        if (told := teller.take(step)) is not None:
            yield told
    if (told := teller.finish()) is not None:
        yield told


def walked_back(plan: Plan, read: ReadSteps, last: int) -> Iterator[Plan]:
    """Yield the plan after each chunk of rows that is walked back, at the end the plan as it was after the row `last`."""
    for count, step in enumerate(_steps(read), 1):
        if step.id <= last:
            break
        plan = plan.apply(step.inverse)[0]
        if count % CHUNK == 0:
            yield plan
    yield plan


def _steps(read: ReadSteps) -> Iterator[Step]:
    before = 0
    while steps := read(before, CHUNK):
        yield from steps
        before = steps[-1].id


_Thing = Entry | Tool | Person
_Key = tuple[str, str]
"""("entry:" and a question, "tool" or "person") and an id."""


class _Teller:
    """Walks back, and tells a day once a row of an earlier one arrives."""

    def __init__(self, framework: Framework, plan: Plan) -> None:
        self._questions = {question.id: question for question in framework.questions()}
        self._plan = self._end = plan
        self._day = ""
        self._touched: dict[_Key, tuple[Plan, _Thing] | None] = {}
        self._moved: set[_Key] = set()

    def take(self, step: Step) -> ToldDay | None:
        told = self.finish() if step.day != self._day else None
        self._day = step.day
        for change, inverse in _pairs(step.change, step.inverse):
            self._plan = self._plan.apply(inverse)[0]
            self._note(change, inverse)
        return told

    def finish(self) -> ToldDay | None:
        deeds = tuple(deed for key, last in reversed(self._touched.items()) if (deed := self._deed(key, last)) is not None)
        told = ToldDay(self._day, deeds) if deeds else None
        self._end, self._touched, self._moved = self._plan, {}, set()
        return told

    def _note(self, change: Change, inverse: Change) -> None:
        key = _key(change)
        if key is None:
            return
        if isinstance(change, EntryMoved | ToolMoved | PersonMoved):
            self._moved.add(key)
        gone = _thing(inverse) if isinstance(change, EntryRemoved | ToolRemoved | PersonRemoved) else None
        if key not in self._touched:  # rows come backwards: the first is the last of the day
            self._touched[key] = (self._plan, gone) if gone is not None else None

    def _deed(self, key: _Key, last: tuple[Plan, _Thing] | None) -> Deed | None:
        before, after = _find(self._plan, key), _find(self._end, key)
        question = key[0].removeprefix("entry:") if key[0].startswith("entry:") else ""
        if question and question not in self._questions:
            return None
        if after is not None:
            return self._kept(key, question, before, after)
        then = self._plan
        if before is None and last is not None:
            then, before = last
        if before is None or not (said := self._words(question, before, then)):
            return None
        return Deed(Doing.REMOVED, question, before, said, "", then)

    def _kept(self, key: _Key, question: str, before: _Thing | None, after: _Thing) -> Deed | None:
        now = self._words(question, after, self._end)
        was = self._words(question, before, self._plan) if before is not None else ""
        if before == after or (was == now and question):
            moved = key in self._moved and bool(now)
            return Deed(Doing.MOVED, question, after, was, now, self._plan) if moved else None
        doing = Doing.CHANGED if was else Doing.ADDED
        return Deed(doing if now else Doing.REMOVED, question, after if now else (before or after), was, now, self._plan)

    def _words(self, question: str, thing: _Thing, plan: Plan) -> str:
        if isinstance(thing, Tool | Person):
            return thing.name
        asked = self._questions[question]
        return RULES[asked.kind].as_text(asked, thing, plan).strip()


def _pairs(change: Change, inverse: Change) -> Iterator[tuple[Change, Change]]:
    """Yield each plain change with its inverse, the last first: the order in which they are taken back."""
    if isinstance(change, Several) and isinstance(inverse, Several):
        for each, back in zip(reversed(change.changes), inverse.changes, strict=True):
            yield from _pairs(each, back)
    else:
        yield change, inverse


def _key(change: Change) -> _Key | None:
    match change:
        case EntryAdded() | EntryEdited():
            return f"entry:{change.question}", change.entry.id
        case EntryMoved() | EntryRemoved():
            return f"entry:{change.question}", change.entry_id
        case ToolAdded() | ToolEdited():
            return "tool", change.tool.id
        case ToolMoved() | ToolRemoved():
            return "tool", change.tool_id
        case PersonAdded() | PersonEdited():
            return "person", change.person.id
        case PersonMoved() | PersonRemoved():
            return "person", change.person_id
    return None


def _thing(change: Change) -> _Thing | None:
    match change:
        case EntryAdded():
            return change.entry
        case ToolAdded():
            return change.tool
        case PersonAdded():
            return change.person
    return None


def _find(plan: Plan, key: _Key) -> _Thing | None:
    where, wanted = key
    if where == "tool":
        return plan.tool(wanted)
    if where == "person":
        return plan.person(wanted)
    entries = plan.entries(where.removeprefix("entry:"))
    return next((entry for entry in entries if entry.id == wanted), None)
