"""When to remind: on which days and at what times, never in quiet hours. Plain times; no word of a plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

LATE = timedelta(minutes=30)
"""A reminder that could not come in time (the computer slept) still comes within so long, and then not at all."""

EVERY_DAY = frozenset(range(1, 8))


@dataclass(frozen=True, slots=True)
class Reminders:
    """`days` are ISO weekdays, 1 for Monday. Quiet hours go from `quiet_from` to `quiet_until`, over midnight too.

    Equal ends mean that there are none.
    """

    times: tuple[time, ...]
    days: frozenset[int] = EVERY_DAY
    quiet_from: time = time(22)
    quiet_until: time = time(8)

    def is_quiet(self, at: time) -> bool:
        """Whether a time is in the quiet hours; their end is not."""
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= at < self.quiet_until
        return at >= self.quiet_from or at < self.quiet_until

    def is_due(self, last: datetime, now: datetime) -> bool:
        """Whether to remind now, if one looked before at `last`; both in the computer's own time."""
        if now <= last or self.is_quiet(now.time()):
            return False
        since = max(last, now - LATE)
        days = {since.date(), now.date()}
        return any(
            since < datetime.combine(day, at) <= now and day.isoweekday() in self.days and not self.is_quiet(at)
            for day in days
            for at in self.times
        )


def read_time(words: str) -> time | None:
    """Return words like “9:30”, “21.15”, “9” or “9 pm” as a time; None if they are none."""
    plain = words.strip().casefold().replace(".", ":").replace(" ", "")
    after_noon = plain.endswith(("pm", "p:m:"))
    plain = plain.removesuffix("p:m:").removesuffix("a:m:").removesuffix("pm").removesuffix("am")
    hour, _, minute = plain.partition(":")
    if not hour.isdecimal() or not (minute or "0").isdecimal() or len(minute) not in (0, 2):
        return None
    number = int(hour) + (12 if after_noon and int(hour) < 12 else 0)
    return time(number, int(minute or 0)) if number < 24 and int(minute or 0) < 60 else None


def times_of(words: str) -> tuple[time, ...]:
    """Return the times in words like “09:00 18:30”, in order; what is none is left out."""
    found = {at for each in words.split() if (at := read_time(each)) is not None}
    return tuple(sorted(found))


def words_of(times: tuple[time, ...]) -> str:
    """Return times as `times_of` reads them."""
    return " ".join(at.strftime("%H:%M") for at in times)
