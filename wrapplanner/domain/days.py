"""A day as the person marked it: where they were, what they ticked, a note. Nothing is counted, and blank is just blank.

A tick keeps the words of its day, so that a list that changes later does not change the past.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from wrapplanner.domain.text import normalise


class Place(StrEnum):
    """Where somebody says that they are, in the order of the plan's parts."""

    STEADY = "steady"
    UPSET = "upset"
    EARLY = "early"
    BREAKING = "breaking"
    CRISIS = "crisis"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Tick:
    """One thing that was ticked: the question whose list it stood in, its entry's id, and its words on that day."""

    question: str
    entry: str
    words: str


@dataclass(frozen=True, slots=True)
class Day:
    """One day. `place` is None where nothing was said; `ticks` are in the order of the lists."""

    day: date
    place: Place | None = None
    note: str = ""
    ticks: tuple[Tick, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all is marked: such a day is not kept."""
        return self.place is None and not self.note.strip() and not self.ticks

    def has(self, question: str, entry: str) -> bool:
        """Whether an entry of a list is ticked."""
        return any(tick.question == question and tick.entry == entry for tick in self.ticks)

    def with_place(self, place: Place | None) -> Day:
        """Return the day with another answer to "where am I?", None for none."""
        return replace(self, place=place)

    def with_note(self, note: str) -> Day:
        """Return the day with another note, its words normalised."""
        return replace(self, note=normalise(note))

    def with_tick(self, question: str, entry: str, words: str) -> Day:
        """Return the day with one thing ticked, after those that are ticked already."""
        if self.has(question, entry):
            return self
        return replace(self, ticks=(*self.ticks, Tick(question, entry, normalise(words, single_line=True))))

    def without_tick(self, question: str, entry: str) -> Day:
        """Return the day with one thing not ticked."""
        left = tuple(tick for tick in self.ticks if (tick.question, tick.entry) != (question, entry))
        return replace(self, ticks=left)

    def words(self) -> Iterator[str]:
        """Yield everything that can be read on this day but its place."""
        yield from (tick.words for tick in self.ticks)
        if self.note:
            yield self.note


@dataclass(frozen=True, slots=True)
class Span:
    """Days from the first to the last, both in it. `of` takes them in either order."""

    first: date
    last: date

    @classmethod
    def of(cls, one: date, other: date) -> Span:
        """Return the span between two days."""
        return cls(min(one, other), max(one, other))

    @classmethod
    def month(cls, day: date) -> Span:
        """Return the month that a day is in."""
        first = day.replace(day=1)
        # 31 days after a month's first day is in the next month; the last month there is has no next one.
        ahead = first + timedelta(days=30)
        last = ahead if ahead.month == first.month else ahead.replace(day=1) - timedelta(days=1)
        return cls(first, last)

    def __contains__(self, day: date) -> bool:
        """Whether a day is in the span."""
        return self.first <= day <= self.last

    def __iter__(self) -> Iterator[date]:
        """Yield each day."""
        for number in range(self.first.toordinal(), self.last.toordinal() + 1):
            yield date.fromordinal(number)


def by_day(days: Iterable[Day]) -> dict[date, Day]:
    """Return days by their date."""
    return {day.day: day for day in days}
