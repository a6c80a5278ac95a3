"""A board: cards under headings. Frozen; it becomes another board by one of a closed set of changes, each with its inverse."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final
from unicodedata import category

from wrapplanner.domain.text import normalise
from wrapplanner.errors import ChangeRefused

MAX_CARDS: Final = 400
MAX_LETTERS: Final = 200
"""What one card holds; a longer line that is pasted is cut at a space into more cards than one."""

_GONE = "That card is not on the board any more; nothing was changed."
_NO_GROUP = "That heading is not on the board any more; nothing was changed."


class Mark(StrEnum):
    """A shape, always with the same colour, so that neither is needed to know the other. The windows and papers draw it."""

    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    CROSS = "cross"
    RING = "ring"


@dataclass(frozen=True, slots=True)
class Card:
    """One idea. `group` is a heading's id, '' for cards under none. `mark` is what the group put on this card, if any."""

    id: str
    text: str
    group: str = ""
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """One heading of the board, with its mark."""

    id: str
    title: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Board:
    """Cards in one order over the whole board: those of a heading are the cards that name it, in that order."""

    cards: tuple[Card, ...] = ()
    groups: tuple[Group, ...] = ()

    def apply(self, change: BoardChange) -> tuple[Board, BoardChange]:
        """Return the board after `change` and the change that takes it back. Raises ChangeRefused."""
        return change.applied_to(self)

    def card(self, card: str) -> Card:
        """Return a card. Raises ChangeRefused if it is not there."""
        return self.cards[self.place_of(card)]

    def place_of(self, card: str) -> int:
        """Return the place of a card on the board, from 0. Raises ChangeRefused if it is not there."""
        for place, each in enumerate(self.cards):
            if each.id == card:
                return place
        raise ChangeRefused(_GONE)

    def group_place(self, group: str) -> int:
        """Return the place of a heading, from 0. Raises ChangeRefused if it is not there."""
        for place, each in enumerate(self.groups):
            if each.id == group:
                return place
        raise ChangeRefused(_NO_GROUP)

    def under(self, group: str) -> tuple[Card, ...]:
        """Return the cards of a heading, or with '' those of none."""
        return tuple(card for card in self.cards if card.group == group)

    def free_mark(self) -> Mark:
        """Return the mark for a new heading: the first that is used least."""
        used = [group.mark for group in self.groups]
        return min(Mark, key=used.count)

    def with_cards(self, cards: tuple[Card, ...]) -> Board:
        """Return the board with other cards; for changes, which know the inverse."""
        return replace(self, cards=cards)

    def with_groups(self, groups: tuple[Group, ...]) -> Board:
        """Return the board with other headings; for changes, which know the inverse."""
        return replace(self, groups=groups)

    def check_group(self, group: str) -> None:
        """Raise ChangeRefused unless there is such a heading or it is ''."""
        if group:
            self.group_place(group)


class BoardChange(ABC):
    """One step from a board to the next. Frozen; equal changes compare equal."""

    __slots__ = ()

    @abstractmethod
    def applied_to(self, board: Board) -> tuple[Board, BoardChange]:
        """Return (the next board, the inverse). Raises ChangeRefused."""


def lines_of(text: str) -> tuple[str, ...]:
    """Return the cards' texts that typed or pasted words make: one a line, no blank ones, no bullets, none too long."""
    found: list[str] = []
    for line in normalise(text).split("\n"):
        rest = " ".join(line.split()).lstrip("•‣◦▪–—*·- ").strip()
        if not any(category(letter)[0] not in "CZ" for letter in rest):
            continue  # joiners and spaces without width: nobody could see that card
        while rest:
            if len(rest) <= MAX_LETTERS:
                found.append(rest)
                break
            cut = rest.rfind(" ", 1, MAX_LETTERS) if " " in rest[1:MAX_LETTERS] else MAX_LETTERS
            found.append(rest[:cut])
            rest = rest[cut:].strip()
    return tuple(found)


def new_id() -> str:
    """Return an id that nothing on a board or an agenda has."""
    return os.urandom(16).hex()
