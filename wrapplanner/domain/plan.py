"""A plan: what a person said, as frozen values. `Plan.apply` is the only way that a plan becomes another plan."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from wrapplanner.errors import ChangeRefused

if TYPE_CHECKING:
    from wrapplanner.domain.changes import Change


def new_id() -> str:
    """Return a fresh id for an entry, a tool or a person: 16 hexadecimal digits, unique without a counter."""
    return os.urandom(8).hex()


class ToolState(StrEnum):
    """How a tool stands with the person."""

    USE = "use"
    TRY = "try"
    NOT_FOR_ME = "not-for-me"


class Agreement(StrEnum):
    """Whether a person agreed to be in the plan. `UNSAID` prints nothing."""

    UNSAID = ""
    TO_ASK = "to-ask"
    ASKED = "asked"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class Tool:
    """A wellness tool of the toolbox. `kind` is an id of `Framework.tool_kinds` or empty; `takes` and `cost` are free words."""

    id: str
    name: str
    note: str = ""
    kind: str = ""
    takes: str = ""
    costs_money: bool = False
    cost: str = ""
    low_energy: bool = False
    favourite: bool = False
    state: ToolState = ToolState.USE


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the person's address list. `confirmed` is an ISO date or empty."""

    id: str
    name: str
    relation: str = ""
    phones: tuple[str, ...] = ()
    note: str = ""
    agreement: Agreement = Agreement.UNSAID
    confirmed: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of an answer, in one shape for all kinds (which slots a kind uses: `kinds.py`).

    `text`: the words (of a tool or person: only when there is no reference). `note`: what is said about the item here
    ("what I ask of them", "when", a signature's role). `tool`, `person`: ids, or empty. `cells`: a record's columns as
    (column id, words) pairs in the order of the columns, blanks left out; a record's one person column is not among
    them: it is `person`, or `text` where no reference was made.
    """

    id: str
    text: str = ""
    note: str = ""
    tool: str = ""
    person: str = ""
    cells: tuple[tuple[str, str], ...] = ()

    def cell(self, column: str) -> str:
        """Return the words in a column of a record, empty where there are none."""
        return next((words for name, words in self.cells if name == column), "")

    def with_cell(self, column: str, words: str, order: tuple[str, ...]) -> Entry:
        """Return this record with one cell written; `order` gives the ids of all columns in their order."""
        cells = dict(self.cells)
        cells[column] = words
        return replace(self, cells=tuple((name, cells[name]) for name in order if cells.get(name)))

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all was said."""
        return not (self.text.strip() or self.note.strip() or self.tool or self.person or self.cells)


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything a person said. A question without an answer has no key in `answers`.

    `framework` is the id of the framework that asks. Single kinds (line, text, date) hold at most one entry.
    """

    framework: str
    answers: Mapping[str, tuple[Entry, ...]] = field(default_factory=lambda: MappingProxyType({}))
    tools: tuple[Tool, ...] = ()
    people: tuple[Person, ...] = ()

    def apply(self, change: Change) -> tuple[Plan, Change]:
        """Return the plan after `change` and the change that takes it back. Raises ChangeRefused, the plan being as it was."""
        return change.applied_to(self)

    def entries(self, question: str) -> tuple[Entry, ...]:
        """Return the answer to a question, in the person's order; empty where nothing was said."""
        return self.answers.get(question, ())

    def entry(self, question: str, entry: str) -> Entry:
        """Return one entry of an answer. Raises ChangeRefused if it is not there."""
        return self.entries(question)[self.index_of(question, entry)]

    def index_of(self, question: str, entry: str) -> int:
        """Return the place of an entry in its answer, from 0. Raises ChangeRefused if it is not there."""
        return place_of(entry, self.entries(question))

    def tool(self, tool: str) -> Tool | None:
        """Return a tool of the toolbox, or None."""
        return next((each for each in self.tools if each.id == tool), None)

    def person(self, person: str) -> Person | None:
        """Return a person of the address list, or None."""
        return next((each for each in self.people if each.id == person), None)

    def words(self, entry: Entry) -> str:
        """Return what an entry says: the name of its tool or person now, else its own words."""
        if entry.tool and (tool := self.tool(entry.tool)):
            return tool.name
        if entry.person and (person := self.person(entry.person)):
            return person.name
        return entry.text

    def uses(self, thing: str) -> Iterator[tuple[str, Entry]]:
        """Yield (question id, entry) for every entry that refers to a tool or a person."""
        for question, entries in self.answers.items():
            for entry in entries:
                if thing in (entry.tool, entry.person):
                    yield question, entry

    def with_answer(self, question: str, entries: tuple[Entry, ...]) -> Plan:
        """Return the plan with one answer replaced; for changes, which know the inverse."""
        answers = dict(self.answers)
        if entries:
            answers[question] = entries
        else:
            answers.pop(question, None)
        return replace(self, answers=MappingProxyType(answers))


def place_of(wanted: str, items: Sequence[Entry | Tool | Person]) -> int:
    """Return the place of the item with an id, from 0. Raises ChangeRefused if there is none."""
    for place, item in enumerate(items):
        if item.id == wanted:
            return place
    raise ChangeRefused("What was to be changed is not in the plan any more; nothing was changed.")
