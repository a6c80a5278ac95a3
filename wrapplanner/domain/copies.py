"""Editions of a plan, and the copies of them that left the house: who holds which, and which of those are older."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Edition:
    """A version of the plan. `version` counts from 1 and rises when something is handed out after a change.

    `day` is the day of the last change that is in it.
    """

    version: int
    day: date


class Medium(StrEnum):
    """How a copy left the house."""

    PAPER = "paper"
    FILE = "file"


class CopyState(StrEnum):
    """Where a copy is now, as far as the person said."""

    HELD = "held"
    RETURNED = "returned"
    DESTROYED = "destroyed"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen for a copy: the ids of questions that are not on it (None: as its reader's kind has it), and its paper.

    `hidden` may hold ids that end in ":reasons" or ":others" (see `readership`).
    """

    hidden: frozenset[str] | None = None
    paper: str = "a4"
    large_print: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """One paper or file that left the house.

    `holder` is who or where, as it was called on the day; `person` the id of somebody in the address list, '' for a service,
    a place and oneself. `audience` is a framework.Audience. `state_day` is when it came back, was destroyed or replaced.
    """

    id: str
    version: int
    document: str
    holder: str
    person: str
    audience: str
    medium: Medium
    day: date
    choices: Choices = field(default_factory=Choices)
    state: CopyState = CopyState.HELD
    state_day: date | None = None

    @property
    def is_held(self) -> bool:
        """Whether somebody still has it, as far as one knows."""
        return self.state is CopyState.HELD

    @property
    def key(self) -> tuple[str, str, str]:
        """What a later copy must share to take this one's place: the document and who has it."""
        return self.document, self.person, "" if self.person else self.holder

    def ended(self, state: CopyState, day: date) -> Copy:
        """Return it with another state from a day on; HELD again has no day."""
        return replace(self, state=state, state_day=None if state is CopyState.HELD else day)


def held(copies: Iterable[Copy]) -> tuple[Copy, ...]:
    """Return the copies that somebody still has, the latest first."""
    return tuple(sorted((copy for copy in copies if copy.is_held), key=lambda copy: copy.day, reverse=True))


def copy_before(copies: Iterable[Copy], document: str, person: str, holder: str) -> Copy | None:
    """Return the copy of a document that somebody holds now, which a new one would replace; or None."""
    key = (document, person, "" if person else holder)
    return next((copy for copy in held(copies) if copy.key == key), None)


def numbered(copies: Sequence[Copy], document: str, person: str, holder: str) -> tuple[int, int]:
    """Return (the number of somebody's copy of a document, how many there are), counting one that is only now handed out.

    A holder keeps the number of the first copy that they had. What came back or was destroyed counts no more among the many.
    """
    key = (document, person, "" if person else holder)
    order = list(dict.fromkeys([*(copy.key for copy in copies if copy.document == document), key]))
    having = {copy.key for copy in copies if copy.document == document and copy.is_held} | {key}
    number = order.index(key) + 1
    return number, max(number, len(having))


def last_choices(copies: Sequence[Copy], document: str, person: str, holder: str) -> Choices | None:
    """Return what was chosen the last time that somebody was given this document, or None."""
    key = (document, person, "" if person else holder)
    return next((copy.choices for copy in reversed(copies) if copy.key == key), None)


def holders_of(copies: Iterable[Copy], document: str) -> tuple[str, ...]:
    """Return the names of people who hold a document, in the order in which they were given it."""
    return tuple(dict.fromkeys(copy.holder for copy in copies if copy.is_held and copy.document == document and copy.person))
