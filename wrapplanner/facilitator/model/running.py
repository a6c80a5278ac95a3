"""A session that runs: where the group is, how much time is left by a clock that is passed in, and its boards.

`now` is seconds since the epoch everywhere: it goes on counting when the program was killed and opened again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from wrapplanner.errors import ChangeRefused
from wrapplanner.facilitator.model.board import Board, Group, Mark
from wrapplanner.facilitator.model.programme import Item, Programme, Session

_MINUTE: Final = 60.0
_NO_PLACE = "There is no such item on the agenda; nothing was changed."
_STAYS = "What is on the screen now stays on the agenda. Go to another item first."

_Boards = Mapping[str, Board]
_Spent = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Running:
    """A session of a programme that is being held. `session` is its agenda as it was edited.

    `number` counts from 1. `at` is the id of the item that is shown, since the moment `since`; `spent` is the seconds
    that were spent with each item before that. `paused` says that no time goes by. `boards` is item id → board.
    """

    programme: str
    number: int
    of: int
    session: Session
    at: str
    since: float
    paused: bool = False
    spent: _Spent = field(default_factory=lambda: MappingProxyType({}))
    boards: _Boards = field(default_factory=lambda: MappingProxyType({}))

    @property
    def item(self) -> Item:
        """The item that is shown."""
        return self.session.item(self.at)

    @property
    def place(self) -> int:
        """Its place on the agenda, from 0."""
        return self.session.place_of(self.at)

    @property
    def next_item(self) -> Item | None:
        """What comes next, or None at the end."""
        after = self.place + 1
        return self.session.items[after] if after < len(self.session.items) else None

    def gone_to(self, place: int, now: float) -> Running:
        """Show the item at a place. Raises ChangeRefused."""
        if not 0 <= place < len(self.session.items):
            raise ChangeRefused(_NO_PLACE)
        return replace(self._counted(now), at=self.session.items[place].id)

    def gone_on(self, now: float) -> Running:
        """Show the next item; the same at the end."""
        return self.gone_to(min(self.place + 1, len(self.session.items) - 1), now)

    def gone_back(self, now: float) -> Running:
        """Show the item before; the same at the beginning."""
        return self.gone_to(max(self.place - 1, 0), now)

    def pausing(self, now: float) -> Running:
        """Let no time go by until `resuming`."""
        return replace(self._counted(now), paused=True)

    def resuming(self, now: float) -> Running:
        """Let time go by again."""
        return replace(self._counted(now), paused=False)

    def with_session(self, session: Session) -> Running:
        """Take an edited agenda. Raises ChangeRefused if the item that is shown is not on it."""
        if all(item.id != self.at for item in session.items):
            raise ChangeRefused(_STAYS)
        return replace(self, session=session)

    def with_item_now(self, item: Item, now: float) -> Running:
        """Put an item, such as a break, after the one that is shown, and go to it."""
        place = self.place + 1
        return replace(self, session=self.session.with_added(item, place)).gone_to(place, now)

    def board(self, item: str) -> Board:
        """Return the board of an item; one that was not touched has the headings of its item."""
        return self.boards[item] if item in self.boards else board_of(self.session.item(item))

    def with_board(self, item: str, board: Board) -> Running:
        """Return the session with one board replaced."""
        return replace(self, boards=MappingProxyType({**self.boards, item: board}))

    def seconds_spent(self, item: str, now: float) -> float:
        """Return how long the group has been with an item."""
        return self.spent.get(item, 0.0) + (self._since(now) if item == self.at else 0.0)

    def seconds_left(self, now: float) -> float:
        """Return what is left of the item that is shown, 0 when its time is over."""
        return max(0.0, self.item.minutes * _MINUTE - self.seconds_spent(self.at, now))

    def session_seconds_left(self, now: float) -> float:
        """Return what is left of the session: all its minutes but the time that went by; 0 when it is over."""
        gone = sum(self.spent.values()) + self._since(now)
        return max(0.0, self.session.minutes * _MINUTE - gone)

    def _since(self, now: float) -> float:
        # A clock that was set back while the session ran must not give time.
        return 0.0 if self.paused else max(0.0, now - self.since)

    def _counted(self, now: float) -> Running:
        spent = {**self.spent, self.at: self.seconds_spent(self.at, now)}
        return replace(self, spent=MappingProxyType(spent), since=now)


def begin(programme: Programme, number: int, now: float, agreement: Board | None = None) -> Running:
    """Return a session of a programme at its first item. Raises ChangeRefused (no such number).

    `agreement` is what the group agreed the last time: from the second session on it stands on the agreement's board.
    """
    session = programme.session(number)
    running = Running(programme.id, number, len(programme.sessions), session, session.items[0].id, now)
    if agreement is None or number == 1:
        return running
    carried = {item.id: agreement for item in session.items if item.kind.is_kept}
    return replace(running, boards=MappingProxyType(carried))


def board_of(item: Item) -> Board:
    """Return the board that an item begins with."""
    marks = tuple(Mark)
    groups = (Group(f"g{place}", title, marks[place % len(marks)]) for place, title in enumerate(item.groups))
    return Board(groups=tuple(groups))
