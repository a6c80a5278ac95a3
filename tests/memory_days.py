"""Days that are kept in memory, for tests of pages and editors that have no file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from wrapplanner.domain.days import Day, Span


class MemoryDays:
    def __init__(self) -> None:
        self.kept: dict[date, Day] = {}
        self.keeps = True

    def set_keeps(self, keeps: bool) -> None:
        self.keeps = keeps

    def day(self, day: date) -> Day:
        return self.kept.get(day, Day(day))

    def between(self, span: Span) -> tuple[Day, ...]:
        return tuple(self.kept[day] for day in sorted(self.kept) if day in span)

    def ends(self) -> Span | None:
        return Span(min(self.kept), max(self.kept)) if self.kept else None

    def keep(self, days: Sequence[Day]) -> None:
        for day in days:
            self.kept[day.day] = day
            if day.is_blank:
                del self.kept[day.day]
