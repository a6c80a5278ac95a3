"""The closed set of changes. Each knows how to make the next plan and the change that takes it back."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from wrapplanner.domain.plan import Entry, Person, Plan, Tool, place_of
from wrapplanner.errors import ChangeRefused

_OUTSIDE = "That place is outside the list; nothing was changed."
_TWICE = "That is in the list already; nothing was changed."
_Item = TypeVar("_Item", bound=Entry | Tool | Person)


class Change(ABC):
    """One step from a plan to the next. Frozen; equal changes compare equal."""

    __slots__ = ()

    @abstractmethod
    def applied_to(self, plan: Plan) -> tuple[Plan, Change]:
        """Return (the next plan, the inverse). Raises ChangeRefused."""


@dataclass(frozen=True, slots=True)
class EntryAdded(Change):
    """A new entry of an answer at `index` (0 … length)."""

    question: str
    entry: Entry
    index: int

    def applied_to(self, plan: Plan) -> tuple[Plan, Change]:
        """See Change."""
        _check_references(plan, self.entry)
        entries = _inserted(plan.entries(self.question), self.entry, self.index)
        return plan.with_answer(self.question, entries), EntryRemoved(self.question, self.entry.id)


@dataclass(frozen=True, slots=True)
class EntryEdited(Change):
    """An entry says something else; found by its id."""

    question: str
    entry: Entry

    def applied_to(self, plan: Plan) -> tuple[Plan, Change]:
        """See Change."""
        _check_references(plan, self.entry)
        entries, old = _replaced(plan.entries(self.question), self.entry)
        return plan.with_answer(self.question, entries), EntryEdited(self.question, old)


@dataclass(frozen=True, slots=True)
class EntryMoved(Change):
    """An entry stands at another place of its answer; `index` is its place afterwards."""

    question: str
    entry_id: str
    index: int

    def applied_to(self, plan: Plan) -> tuple[Plan, Change]:
        """See Change."""
        entries, old = _moved(plan.entries(self.question), self.entry_id, self.index)
        return plan.with_answer(self.question, entries), EntryMoved(self.question, self.entry_id, old)


@dataclass(frozen=True, slots=True)
class EntryRemoved(Change):
    """An entry is taken out of its answer."""

    question: str
    entry_id: str

    def applied_to(self, plan: Plan) -> tuple[Plan, Change]:
        """See Change."""
        entries, entry, place = _removed(plan.entries(self.question), self.entry_id)
        return plan.with_answer(self.question, entries), EntryAdded(self.question, entry, place)


@dataclass(frozen=True, slots=True)
class ToolAdded(Change):
    """A new tool in the toolbox at `index`."""

    tool: Tool
    index: int

    def applied_to(self, plan: Plan) -> tuple[Plan, Change]:
        """See Change."""
        return replace(plan, tools=_inserted(plan.tools, self.tool, self.index)), ToolRemoved(self.tool.id)


@dataclass(frozen=True, slots=True)
class ToolEdited(Change):
    """A tool is described anew; every list that refers to it shows it."""

    tool: Tool

    def applied_to(self, plan: Plan) -> tuple[Plan, Change]:
        """See Change."""
        tools, old = _replaced(plan.tools, self.tool)
        return replace(plan, tools=tools), ToolEdited(old)


@dataclass(frozen=True, slots=True)
class ToolMoved(Change):
    """A tool stands at another place of the toolbox."""

    tool_id: str
    index: int

    def applied_to(self, plan: Plan) -> tuple[Plan, Change]:
        """See Change."""
        tools, old = _moved(plan.tools, self.tool_id, self.index)
        return replace(plan, tools=tools), ToolMoved(self.tool_id, old)


@dataclass(frozen=True, slots=True)
class ToolRemoved(Change):
    """A tool is taken out of the toolbox; refused while an answer refers to it (see `taken_out`)."""

    tool_id: str

    def applied_to(self, plan: Plan) -> tuple[Plan, Change]:
        """See Change."""
        _check_unused(plan, self.tool_id)
        tools, tool, place = _removed(plan.tools, self.tool_id)
        return replace(plan, tools=tools), ToolAdded(tool, place)


@dataclass(frozen=True, slots=True)
class PersonAdded(Change):
    """A new person in the address list at `index`."""

    person: Person
    index: int

    def applied_to(self, plan: Plan) -> tuple[Plan, Change]:
        """See Change."""
        return replace(plan, people=_inserted(plan.people, self.person, self.index)), PersonRemoved(self.person.id)


@dataclass(frozen=True, slots=True)
class PersonEdited(Change):
    """A person is described anew; every list that refers to them shows it."""

    person: Person

    def applied_to(self, plan: Plan) -> tuple[Plan, Change]:
        """See Change."""
        people, old = _replaced(plan.people, self.person)
        return replace(plan, people=people), PersonEdited(old)


@dataclass(frozen=True, slots=True)
class PersonMoved(Change):
    """A person stands at another place of the address list."""

    person_id: str
    index: int

    def applied_to(self, plan: Plan) -> tuple[Plan, Change]:
        """See Change."""
        people, old = _moved(plan.people, self.person_id, self.index)
        return replace(plan, people=people), PersonMoved(self.person_id, old)


@dataclass(frozen=True, slots=True)
class PersonRemoved(Change):
    """A person is taken out of the address list; refused while an answer refers to them (see `taken_out`)."""

    person_id: str

    def applied_to(self, plan: Plan) -> tuple[Plan, Change]:
        """See Change."""
        _check_unused(plan, self.person_id)
        people, person, place = _removed(plan.people, self.person_id)
        return replace(plan, people=people), PersonAdded(person, place)


@dataclass(frozen=True, slots=True)
class Several(Change):
    """Changes that happen, are kept and are undone as one."""

    changes: tuple[Change, ...]

    def applied_to(self, plan: Plan) -> tuple[Plan, Change]:
        """See Change. All or none."""
        inverses: list[Change] = []
        for question, run in groupby(self.changes, key=_adds_to):
            # Lines that are pasted come by the thousand: each by itself would look through all that are there.
            if question:
                plan, undone = _added_together(plan, question, run)
                inverses += undone
                continue
            for change in run:
                plan, inverse = change.applied_to(plan)
                inverses.append(inverse)
        return plan, Several(tuple(reversed(inverses)))


def _adds_to(change: Change) -> str:
    return change.question if isinstance(change, EntryAdded) else ""


def _added_together(plan: Plan, question: str, changes: Iterable[Change]) -> tuple[Plan, list[Change]]:
    """Return the plan with entries added to one answer one after the other, and what takes each out again."""
    entries = list(plan.entries(question))
    known = {entry.id for entry in entries}
    inverses: list[Change] = []
    for change in changes:
        assert isinstance(change, EntryAdded)
        _check_references(plan, change.entry)
        if not 0 <= change.index <= len(entries):
            raise ChangeRefused(_OUTSIDE)
        if change.entry.id in known:
            raise ChangeRefused(_TWICE)
        entries.insert(change.index, change.entry)
        known.add(change.entry.id)
        inverses.append(EntryRemoved(question, change.entry.id))
    return plan.with_answer(question, tuple(entries)), inverses


def merged(first: Change, second: Change) -> Change | None:
    """Return the one change that typing made of two, or None where they stay two.

    Two edits of the same entry, tool or person are one edit; an edit of what was just added is the addition.
    """
    match first, second:
        case (EntryEdited(), EntryEdited()) if (first.question, first.entry.id) == (second.question, second.entry.id):
            return second
        case (EntryAdded(), EntryEdited()) if (first.question, first.entry.id) == (second.question, second.entry.id):
            return replace(first, entry=second.entry)
        case (ToolAdded(), ToolEdited()) if first.tool.id == second.tool.id:
            return replace(first, tool=second.tool)
        case (PersonAdded(), PersonEdited()) if first.person.id == second.person.id:
            return replace(first, person=second.person)
        case (ToolEdited(), ToolEdited()) if first.tool.id == second.tool.id:
            return second
        case (PersonEdited(), PersonEdited()) if first.person.id == second.person.id:
            return second
    return None


def cleared(plan: Plan, questions: tuple[str, ...]) -> Several:
    """Return the change that takes out every entry of some questions."""
    return Several(tuple(EntryRemoved(q, entry.id) for q in questions for entry in reversed(plan.entries(q))))


def taken_out(plan: Plan, thing: Tool | Person, *, keep_words: bool) -> Several:
    """Return the change that removes a tool or a person and all references to it.

    With `keep_words` each list keeps the name as plain words; else the entries go too, but a record
    that says more than the name stays without it.
    """
    steps: list[Change] = []
    for question, entry in plan.uses(thing.id):
        if keep_words or entry.cells:
            words = thing.name if keep_words else ""
            steps.append(EntryEdited(question, replace(entry, tool="", person="", text=words)))
        else:
            steps.append(EntryRemoved(question, entry.id))
    steps.append(ToolRemoved(thing.id) if isinstance(thing, Tool) else PersonRemoved(thing.id))
    return Several(tuple(steps))


def replacement(old: Plan, new: Plan) -> Several:
    """Return the change that turns `old` into `new` (an import): everything out, everything in. Raises ChangeRefused."""
    if old.framework != new.framework:
        raise ChangeRefused("The two plans ask different questions, so one cannot take the place of the other.")
    steps: list[Change] = list(cleared(old, tuple(old.answers)).changes)
    steps += [ToolRemoved(tool.id) for tool in reversed(old.tools)]
    steps += [PersonRemoved(person.id) for person in reversed(old.people)]
    steps += [ToolAdded(tool, place) for place, tool in enumerate(new.tools)]
    steps += [PersonAdded(person, place) for place, person in enumerate(new.people)]
    for question, entries in new.answers.items():
        steps += [EntryAdded(question, entry, place) for place, entry in enumerate(entries)]
    return Several(tuple(steps))


def questions_touched(change: Change, plan: Plan) -> frozenset[str]:
    """Return the ids of the questions whose answers read differently after `change`; `plan` is the plan after it."""
    match change:
        case EntryAdded() | EntryEdited() | EntryMoved() | EntryRemoved():
            return frozenset({change.question})
        case ToolEdited():
            return frozenset(question for question, _ in plan.uses(change.tool.id))
        case PersonEdited():
            return frozenset(question for question, _ in plan.uses(change.person.id))
        case Several():
            return frozenset().union(*(questions_touched(each, plan) for each in change.changes))
    return frozenset()


def _inserted(items: tuple[_Item, ...], item: _Item, index: int) -> tuple[_Item, ...]:
    if not 0 <= index <= len(items):
        raise ChangeRefused(_OUTSIDE)
    if any(each.id == item.id for each in items):
        raise ChangeRefused(_TWICE)
    return (*items[:index], item, *items[index:])


def _replaced(items: tuple[_Item, ...], item: _Item) -> tuple[tuple[_Item, ...], _Item]:
    place = place_of(item.id, items)
    return (*items[:place], item, *items[place + 1 :]), items[place]


def _removed(items: tuple[_Item, ...], item_id: str) -> tuple[tuple[_Item, ...], _Item, int]:
    place = place_of(item_id, items)
    return (*items[:place], *items[place + 1 :]), items[place], place


def _moved(items: tuple[_Item, ...], item_id: str, index: int) -> tuple[tuple[_Item, ...], int]:
    rest, item, place = _removed(items, item_id)
    return _inserted(rest, item, index), place


def _check_references(plan: Plan, entry: Entry) -> None:
    if entry.tool and plan.tool(entry.tool) is None:
        raise ChangeRefused("That tool is not in the toolbox any more; nothing was changed.")
    if entry.person and plan.person(entry.person) is None:
        raise ChangeRefused("That person is not in the address list any more; nothing was changed.")


def _check_unused(plan: Plan, thing: str) -> None:
    if next(plan.uses(thing), None) is not None:
        raise ChangeRefused("That is still used in the plan; nothing was changed.")
