"""A row that was begun and is not in the plan yet: where it stands among the plan's rows as those come and go."""

from __future__ import annotations

from collections.abc import Sequence


class Draft:
    """A row by its id, begun at a place among other rows. It stays behind the row it followed; begun last it stays last."""

    def __init__(self, id: str, place: int, others: Sequence[str]) -> None:
        """`others` are the ids of the other rows; `place` is 0 … their number."""
        self.id = id
        self._is_last = place >= len(others)
        self._before = tuple(others[:place])

    def place(self, others: Sequence[str]) -> int:
        """Return its place among the rows there are now: those before it may have gone, and come back by Redo."""
        if self._is_last:
            return len(others)
        places = {each: at for at, each in enumerate(others)}
        return next((places[each] + 1 for each in reversed(self._before) if each in places), 0)
