"""The order of a list as sparse whole numbers, so that an addition or a move anywhere writes one row."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from wrapplanner.errors import ChangeRefused

GAP = 1 << 40
"""The room between neighbours: 40 additions at one place before a list is numbered anew; 8 million items fit 63 bits."""


class Ranks:
    """The ranks of one list's items, kept in step with the rows by whoever writes these."""

    def __init__(self, ranked: Iterable[tuple[str, int]]) -> None:
        """Take (id, rank) pairs in any order."""
        self._rank_of = dict(ranked)
        self._sorted = sorted(self._rank_of.values())

    def __len__(self) -> int:
        return len(self._sorted)

    def ids(self) -> list[str]:
        """Return the ids in the order of the list."""
        return sorted(self._rank_of, key=self._rank_of.__getitem__)

    def rank(self, item: str) -> int:
        """Return the rank of an item. Raises ChangeRefused if it is not there."""
        if item not in self._rank_of:
            raise ChangeRefused("What was to be changed is not in the plan any more; nothing was changed.")
        return self._rank_of[item]

    def remove(self, item: str) -> None:
        """Forget an item. Raises ChangeRefused if it is not there."""
        del self._sorted[bisect_left(self._sorted, self.rank(item))]
        del self._rank_of[item]

    def insert(self, item: str, index: int) -> int | None:
        """Give an item a place (0 … length) and return its rank, or None where no room was left: then `renumber` first.

        Raises ChangeRefused for an item that is there already and for a place outside the list.
        """
        if item in self._rank_of or not 0 <= index <= len(self._sorted):
            raise ChangeRefused("That place is taken or outside the list; nothing was changed.")
        rank = self._between(index)
        if rank is not None:
            self._sorted.insert(index, rank)
            self._rank_of[item] = rank
        return rank

    def renumber(self) -> list[tuple[str, int]]:
        """Give every item a new rank with full gaps; return the (id, rank) pairs in order."""
        ranked = [(item, place * GAP) for place, item in enumerate(self.ids())]
        self._rank_of = dict(ranked)
        self._sorted = [rank for _, rank in ranked]
        return ranked

    def _between(self, index: int) -> int | None:
        if not self._sorted:
            return 0
        if index == 0:
            return self._sorted[0] - GAP
        if index == len(self._sorted):
            return self._sorted[-1] + GAP
        before, after = self._sorted[index - 1], self._sorted[index]
        middle = (before + after) // 2
        return middle if before < middle < after else None
