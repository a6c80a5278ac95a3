"""The closed set of changes of a board, and the history that undo and redo walk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from wrapplanner.errors import ChangeRefused
from wrapplanner.facilitator.model.board import MAX_CARDS, Board, BoardChange, Card, Group, Mark

_FULL = "A board holds 400 cards, and this one is full. Its cards are all here; print it and begin another."
_TWICE = "That is on the board already; nothing was changed."
_OUTSIDE = "There is no such place on the board; nothing was changed."
_BLANK = "A card without words is not put on the board."
_NOT_EMPTY = "There are still cards under this heading; nothing was changed."


@dataclass(frozen=True, slots=True)
class CardsAdded(BoardChange):
    """New cards; `place` is where the first one stands afterwards (0 … length)."""

    cards: tuple[Card, ...]
    place: int

    def applied_to(self, board: Board) -> tuple[Board, BoardChange]:
        """See BoardChange."""
        ids = [card.id for card in (*board.cards, *self.cards)]
        if len(set(ids)) != len(ids):
            raise ChangeRefused(_TWICE)
        if len(ids) > MAX_CARDS:
            raise ChangeRefused(_FULL)
        if not 0 <= self.place <= len(board.cards):
            raise ChangeRefused(_OUTSIDE)
        for card in self.cards:
            _check_card(board, card)
        cards = (*board.cards[: self.place], *self.cards, *board.cards[self.place :])
        return board.with_cards(cards), CardsRemoved(tuple(card.id for card in self.cards))


@dataclass(frozen=True, slots=True)
class CardsRemoved(BoardChange):
    """Cards are taken off the board, from wherever they stand."""

    cards: tuple[str, ...]

    def applied_to(self, board: Board) -> tuple[Board, BoardChange]:
        """See BoardChange."""
        steps: list[BoardChange] = []
        left = list(board.cards)
        for card in self.cards:
            place = next((place for place, each in enumerate(left) if each.id == card), -1)
            if place < 0:
                board.place_of(card)
                raise ChangeRefused(_TWICE)
            steps.append(CardsAdded((left.pop(place),), place))
        return board.with_cards(tuple(left)), together(reversed_steps(steps))


@dataclass(frozen=True, slots=True)
class CardEdited(BoardChange):
    """A card says something else, stands under another heading or has another mark; found by its id, its place stays."""

    card: Card

    def applied_to(self, board: Board) -> tuple[Board, BoardChange]:
        """See BoardChange."""
        place = board.place_of(self.card.id)
        _check_card(board, self.card)
        cards = (*board.cards[:place], self.card, *board.cards[place + 1 :])
        return board.with_cards(cards), CardEdited(board.cards[place])


@dataclass(frozen=True, slots=True)
class CardMoved(BoardChange):
    """A card stands under a heading ('' for none) at another place; `place` counts all cards of the board, afterwards."""

    card: str
    group: str
    place: int

    def applied_to(self, board: Board) -> tuple[Board, BoardChange]:
        """See BoardChange."""
        old = board.place_of(self.card)
        board.check_group(self.group)
        if not 0 <= self.place < len(board.cards):
            raise ChangeRefused(_OUTSIDE)
        cards = list(board.cards)
        card = cards.pop(old)
        cards.insert(self.place, replace(card, group=self.group))
        return board.with_cards(tuple(cards)), CardMoved(self.card, card.group, old)


@dataclass(frozen=True, slots=True)
class GroupAdded(BoardChange):
    """A new heading at `place` (0 … length)."""

    group: Group
    place: int

    def applied_to(self, board: Board) -> tuple[Board, BoardChange]:
        """See BoardChange."""
        if any(each.id == self.group.id for each in board.groups) or not self.group.id:
            raise ChangeRefused(_TWICE)
        if not 0 <= self.place <= len(board.groups):
            raise ChangeRefused(_OUTSIDE)
        groups = (*board.groups[: self.place], self.group, *board.groups[self.place :])
        return board.with_groups(groups), GroupRemoved(self.group.id)


@dataclass(frozen=True, slots=True)
class GroupRemoved(BoardChange):
    """A heading without cards is taken off; `removing` gives the steps for one that has some."""

    group: str

    def applied_to(self, board: Board) -> tuple[Board, BoardChange]:
        """See BoardChange."""
        place = board.group_place(self.group)
        if board.under(self.group):
            raise ChangeRefused(_NOT_EMPTY)
        groups = (*board.groups[:place], *board.groups[place + 1 :])
        return board.with_groups(groups), GroupAdded(board.groups[place], place)


@dataclass(frozen=True, slots=True)
class GroupEdited(BoardChange):
    """A heading has another title or mark; found by its id."""

    group: Group

    def applied_to(self, board: Board) -> tuple[Board, BoardChange]:
        """See BoardChange."""
        place = board.group_place(self.group.id)
        groups = (*board.groups[:place], self.group, *board.groups[place + 1 :])
        return board.with_groups(groups), GroupEdited(board.groups[place])


@dataclass(frozen=True, slots=True)
class GroupMoved(BoardChange):
    """A heading stands at another place; `place` is its place afterwards."""

    group: str
    place: int

    def applied_to(self, board: Board) -> tuple[Board, BoardChange]:
        """See BoardChange."""
        old = board.group_place(self.group)
        if not 0 <= self.place < len(board.groups):
            raise ChangeRefused(_OUTSIDE)
        groups = list(board.groups)
        groups.insert(self.place, groups.pop(old))
        return board.with_groups(tuple(groups)), GroupMoved(self.group, old)


@dataclass(frozen=True, slots=True)
class Together(BoardChange):
    """Several changes as one step: all of them are made, or none."""

    changes: tuple[BoardChange, ...]

    def applied_to(self, board: Board) -> tuple[Board, BoardChange]:
        """See BoardChange."""
        back: list[BoardChange] = []
        for change in self.changes:
            board, inverse = board.apply(change)
            back.append(inverse)
        return board, Together(reversed_steps(back))


def reversed_steps(steps: Sequence[BoardChange]) -> tuple[BoardChange, ...]:
    """Return steps in the order that takes them back."""
    return tuple(reversed(steps))


def together(steps: tuple[BoardChange, ...]) -> BoardChange:
    """Return several steps as one; one alone stays as it is."""
    return steps[0] if len(steps) == 1 else Together(steps)


def merging(board: Board, kept: str, other: str) -> BoardChange:
    """Return the change that puts the words of one card to another's, and takes the first away. Raises ChangeRefused."""
    card, gone = board.card(kept), board.card(other)
    if kept == other:
        raise ChangeRefused(_TWICE)
    return Together((CardEdited(replace(card, text=f"{card.text} · {gone.text}")), CardsRemoved((other,))))


def moving(board: Board, card: str, group: str, place: int) -> BoardChange | None:
    """Return the change that puts a card before the one at a place of a heading's cards, None where it stands there."""
    column = [each.id for each in board.under(group)]
    if card in column and column.index(card) in (place, place - 1):
        return None
    others = [each.id for each in board.cards if each.id != card]
    rest = [each for each in column if each != card]
    at = place - (card in column and column.index(card) < place)
    if at < len(rest):
        return CardMoved(card, group, others.index(rest[at]))
    return CardMoved(card, group, others.index(rest[-1]) + 1 if rest else len(others))


def grouping(cards: Sequence[Card], group: str) -> BoardChange:
    """Return the change that puts cards under a heading ('' for none), each staying where it stands."""
    return Together(tuple(CardEdited(replace(card, group=group)) for card in cards))


def marking(card: Card, mark: Mark | None) -> BoardChange:
    """Return the change that gives a card a mark, or takes it away."""
    return CardEdited(replace(card, mark=mark))


def removing(board: Board, group: str) -> BoardChange:
    """Return the change that takes a heading off; its cards stay on the board, under none."""
    return Together((grouping(board.under(group), ""), GroupRemoved(group)))


@dataclass(frozen=True, slots=True)
class BoardHistory:
    """A board with its undo and redo: inverses, newest last. Frozen as the board is."""

    board: Board = field(default_factory=Board)
    undos: tuple[BoardChange, ...] = ()
    redos: tuple[BoardChange, ...] = ()

    def do(self, change: BoardChange) -> BoardHistory:
        """Return what is after a change; what was undone before cannot be done again. Raises ChangeRefused."""
        board, inverse = self.board.apply(change)
        return BoardHistory(board, (*self.undos, inverse), ())

    def undo(self) -> BoardHistory:
        """Return what was before the last change; the same where there is none."""
        if not self.undos:
            return self
        board, again = self.board.apply(self.undos[-1])
        return BoardHistory(board, self.undos[:-1], (*self.redos, again))

    def redo(self) -> BoardHistory:
        """Return what was before the last undo; the same where there is none."""
        if not self.redos:
            return self
        board, inverse = self.board.apply(self.redos[-1])
        return BoardHistory(board, (*self.undos, inverse), self.redos[:-1])


def _check_card(board: Board, card: Card) -> None:
    if not card.text.strip() or not card.id:
        raise ChangeRefused(_BLANK)
    board.check_group(card.group)
