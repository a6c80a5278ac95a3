"""Programmes: what is planned for a group. Frozen; an edited agenda is a new session, and its minutes are always the sum."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from wrapplanner.errors import ChangeRefused
from wrapplanner.facilitator.model.kinds import ItemKind

LONGEST: Final = 240
"""How many minutes an item may have; one has at least 1."""

OWN: Final = "own-"
"""What the id of an own copy begins with, before the id of the programme that it was made from."""

_GONE = "That item is not on the agenda any more; nothing was changed."
_OUTSIDE = "There is no such place on the agenda; nothing was changed."
_TWICE = "An item with this id is on the agenda already; nothing was changed."
_MINUTES = "An item has from 1 to 240 minutes; nothing was changed."


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that the group does. The group sees `title`, `body` and `questions`; `notes` are for facilitators alone.

    `body`, `questions` and `notes` are short texts, each a paragraph or a line of its own. `groups` are the headings
    that a board begins with. `part` and `question` are ids of the programme's framework, '' or where ideas and
    worksheets come from. A session that a group edited may hold items that no file has.
    """

    id: str
    kind: type[ItemKind]
    title: str
    minutes: int
    body: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    part: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """One meeting: its items in order. What edits an agenda gives another session and raises ChangeRefused.

    `length` is how long the meeting was planned, in minutes; `minutes` is what its items add up to now.
    """

    id: str
    title: str
    length: int
    aims: tuple[str, ...]
    items: tuple[Item, ...]

    @property
    def minutes(self) -> int:
        """What the items add up to."""
        return sum(item.minutes for item in self.items)

    @property
    def starts(self) -> tuple[int, ...]:
        """The minute in which each item begins, from 0."""
        return tuple(sum(item.minutes for item in self.items[:place]) for place in range(len(self.items)))

    def place_of(self, item: str) -> int:
        """Return the place of an item, from 0."""
        for place, each in enumerate(self.items):
            if each.id == item:
                return place
        raise ChangeRefused(_GONE)

    def item(self, item: str) -> Item:
        """Return an item by its id."""
        return self.items[self.place_of(item)]

    def with_minutes(self, item: str, minutes: int) -> Session:
        """Give an item other minutes."""
        return self.with_item(replace(self.item(item), minutes=minutes))

    def with_item(self, item: Item) -> Session:
        """Put an edited item in the place of the one with its id."""
        _check(item)
        place = self.place_of(item.id)
        return replace(self, items=(*self.items[:place], item, *self.items[place + 1 :]))

    def with_added(self, item: Item, place: int) -> Session:
        """Add an item; `place` is where it stands afterwards, 0 … length."""
        _check(item)
        if any(each.id == item.id for each in self.items):
            raise ChangeRefused(_TWICE)
        if not 0 <= place <= len(self.items):
            raise ChangeRefused(_OUTSIDE)
        return replace(self, items=(*self.items[:place], item, *self.items[place:]))

    def with_moved(self, item: str, place: int) -> Session:
        """Move an item; `place` is where it stands afterwards."""
        found = self.item(item)
        if not 0 <= place < len(self.items):
            raise ChangeRefused(_OUTSIDE)
        return self.without(item).with_added(found, place)

    def without(self, item: str) -> Session:
        """Take an item out."""
        place = self.place_of(item)
        return replace(self, items=(*self.items[:place], *self.items[place + 1 :]))


@dataclass(frozen=True, slots=True)
class Programme:
    """Sessions in their order. `framework` is the framework that its parts and questions are of, '' where there is none.

    `about` says in a few lines who it is for; `notice` whose names and methods it speaks of, and that nobody endorses it.
    `own` is true for a copy that a facilitator edits.
    """

    id: str
    title: str
    about: tuple[str, ...]
    notice: str
    framework: str
    sessions: tuple[Session, ...]
    own: bool = False

    @property
    def minutes(self) -> int:
        """What all its sessions add up to."""
        return sum(session.minutes for session in self.sessions)

    def session(self, number: int) -> Session:
        """Return a session by its number, from 1. Raises ChangeRefused."""
        if not 1 <= number <= len(self.sessions):
            raise ChangeRefused("There is no session of that number in this programme.")
        return self.sessions[number - 1]

    def with_session(self, session: Session) -> Programme:
        """Put an edited session in the place of the one with its id."""
        return replace(self, sessions=tuple(session if each.id == session.id else each for each in self.sessions))

    def made_own(self, title: str) -> Programme:
        """Return the facilitator's own copy of a shipped programme, of which there is one; an own one is its own copy."""
        return self if self.own else replace(self, id=f"{OWN}{self.id}", title=title, own=True)

    def items(self) -> Iterator[Item]:
        """Yield every item of every session."""
        for session in self.sessions:
            yield from session.items


def new_item(name: str, kind: type[ItemKind], title: str, minutes: int, words: tuple[str, ...] = ()) -> Item:
    """Return an item of a facilitator's own; `words` are what the group is asked, or told where a kind asks nothing."""
    asks = "questions" in kind.needs or "body" not in kind.needs
    return Item(name, kind, title, minutes, body=() if asks else words, questions=words if asks else ())


def _check(item: Item) -> None:
    if not 1 <= item.minutes <= LONGEST:
        raise ChangeRefused(_MINUTES)
