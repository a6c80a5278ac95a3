"""The days that were kept, for Find: what was ticked, notes, and their dates, the latest first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from wrapplanner.domain.days import Day
from wrapplanner.domain.kinds import spoken_date
from wrapplanner.domain.text import folded
from wrapplanner.errors import WrapPlannerError
from wrapplanner.ui.pages.find_things import Thing

_PIECE = 150
"""Days read in one turn: fifty years take some hundred turns of a few milliseconds."""


class DayReader(Protocol):
    """What this needs of storage (`storage.days.DayStore`)."""

    def newest_first(self, before: date | None = None, most: int = 500) -> tuple[Day, ...]:
        """Return days that are kept, the newest first, all before a day."""


class DayWords:
    """Folds all days once each time that Find is come to. What was known stays until it is known anew."""

    def __init__(self, days: DayReader | None) -> None:
        self._days = days
        self.known: list[tuple[str, Thing]] = []

    def prepared(self) -> Iterator[None]:
        """Read and fold days piece by piece, pausing after each. Days that cannot be read are not found."""
        fresh: list[tuple[str, Thing]] = []
        first = not self.known
        if first:
            self.known = fresh
        before: date | None = None
        while self._days is not None:
            try:
                days = self._days.newest_first(before, _PIECE)
            except WrapPlannerError:
                break
            if not days:
                break
            fresh.extend(map(_known, days))
            before = days[-1].day
            yield
        self.known = fresh


def _known(day: Day) -> tuple[str, Thing]:
    words = "\n".join((spoken_date(day.day.isoformat()), *day.words()))
    return folded(words), Thing(f"look-back/{day.day.isoformat()}", words, "calendar-days")
