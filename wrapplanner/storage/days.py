"""The days of an open plan: one row a day, apart from the plan's own changes and their history.

A day that is blank has no row. Each year has a digest sum of its own, which is compared when the year is first read: so
fifty years of days cost the opening nothing, and old pages among new ones are told all the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Protocol

from wrapplanner.domain.days import Day, Place, Span, Tick
from wrapplanner.errors import PagesDamaged
from wrapplanner.storage.digest import days_of_year
from wrapplanner.storage.opening import keep_note, meta_of, note
from wrapplanner.storage.rows import DAY_COLUMNS, Values, compact
from wrapplanner.storage.vault import Vault

if TYPE_CHECKING:
    from sqlalchemy import Connection

_WRITTEN: Final = "days"  # the row of the safekeeping table
_KEEPS: Final = "days"  # the row of `meta`
_NONE: Final = "none"
_COLUMNS: Final = ", ".join(DAY_COLUMNS)
_SELECT: Final = f"SELECT {_COLUMNS} FROM days"
_UNREADABLE = "Some of the days in this plan's file cannot be read. Nothing was changed."


class Keeper(Protocol):
    """What this needs of the store: its vault, and a transaction that writes."""

    vault: Vault

    def writing(self) -> AbstractContextManager[Connection]:
        """Give a connection inside one transaction. Raises NotSaved."""


class DayStore:
    """Days in, days out. Every reading raises PagesDamaged where rows are not those that were written."""

    def __init__(self, store: Keeper) -> None:
        self._store = store
        self._seen: set[int] = set()

    @property
    def keeps(self) -> bool:
        """Whether days are kept at all: that is for the person to say, and stands in the plan's file."""
        return meta_of(self._store.vault).get(_KEEPS) != _NONE

    def set_keeps(self, keeps: bool) -> None:
        """Keep days from now on, or none. What is kept already stays until it is taken out. Raises NotSaved."""
        from sqlalchemy import delete, insert

        from wrapplanner.storage import tables

        with self._store.writing() as connection:
            connection.execute(delete(tables.meta).where(tables.meta.c.key == _KEEPS))
            if not keeps:
                connection.execute(insert(tables.meta), {"key": _KEEPS, "value": _NONE})

    def day(self, day: date) -> Day:
        """Return one day, blank where nothing is kept."""
        self._verify(Span(day, day))
        found = self._store.vault.rows(f"{_SELECT} WHERE day = ?", day.isoformat())
        return day_of_row(found[0]) if found else Day(day)

    def between(self, span: Span) -> tuple[Day, ...]:
        """Return the days of a span that are kept, in order."""
        self._verify(span)
        values = (span.first.isoformat(), span.last.isoformat())
        return tuple(map(day_of_row, self._store.vault.rows(f"{_SELECT} WHERE day BETWEEN ? AND ? ORDER BY day", *values)))

    def ends(self) -> Span | None:
        """Return the span from the first to the last day that is kept, None where there is none."""
        first, last = self._store.vault.rows("SELECT min(day), max(day) FROM days")[0]
        return Span(date.fromisoformat(first), date.fromisoformat(last)) if first else None

    def newest_first(self, before: date | None = None, most: int = 500) -> tuple[Day, ...]:
        """Return up to `most` days that are kept, the newest first, all before a day: to read far back piece by piece."""
        where, values = ("WHERE day < ?", (before.isoformat(),)) if before else ("", ())
        found = self._store.vault.rows(f"{_SELECT} {where} ORDER BY day DESC LIMIT ?", *values, most)
        days = tuple(map(day_of_row, found))
        if days:
            self._verify(Span(days[-1].day, days[0].day))
        return days

    def all(self) -> Iterator[Day]:
        """Yield every day that is kept, in order, a year at a time."""
        ends = self.ends()
        for year in range(ends.first.year, ends.last.year + 1) if ends else ():
            yield from self.between(Span(date(year, 1, 1), date(year, 12, 31)))

    def keep(self, days: Sequence[Day]) -> None:
        """Write days in one transaction, durable when this returns; a blank one has its row taken out. Raises NotSaved."""
        from sqlalchemy import bindparam, delete
        from sqlalchemy.dialects.sqlite import insert

        from wrapplanner.storage import tables

        kept = [_values(day) for day in days if not day.is_blank]
        if not days:
            return
        gone = [{"gone": day.day.isoformat()} for day in days if day.is_blank]
        with self._store.writing() as connection:
            if gone:
                connection.execute(delete(tables.days).where(tables.days.c.day == bindparam("gone")), gone)
            if kept:
                # Not INSERT OR REPLACE: that takes the old row out behind the digest's back.
                adding = insert(tables.days)
                put = adding.on_conflict_do_update(
                    index_elements=["day"], set_={each: adding.excluded[each] for each in DAY_COLUMNS[1:]}
                )
                connection.execute(put, kept)
            keep_note(self._store.vault, _WRITTEN, str(days_written(self._store.vault) + 1))

    def replace_all(self, days: Sequence[Day]) -> None:
        """Keep these days and no others. Raises NotSaved."""
        wanted = {day.day for day in days}
        gone = [Day(day.day) for day in self.all() if day.day not in wanted]
        self.keep([*gone, *days])

    def _verify(self, span: Span) -> None:
        digest = self._store.vault.digest
        for year in range(span.first.year, span.last.year + 1):
            if digest is not None and year not in self._seen:
                digest.verify(days_of_year(year))
                self._seen.add(year)


def days_written(vault: Vault) -> int:
    """Return how often days were written, so that a backup knows whether there is anything new."""
    return int(note(vault, _WRITTEN) or 0)


def _values(day: Day) -> Values:
    ticked: dict[str, dict[str, str]] = {}
    for tick in day.ticks:
        ticked.setdefault(tick.question, {})[tick.entry] = tick.words
    place = day.place.value if day.place else ""
    return {"day": day.day.isoformat(), "place": place, "note": day.note, "ticks": compact(ticked) if ticked else ""}


def day_of_row(row: Sequence[Any]) -> Day:
    """Return the day of a row (DAY_COLUMNS). Raises PagesDamaged."""
    day, place, said, ticks = row
    try:
        ticked: Mapping[str, Mapping[str, str]] = json.loads(ticks) if ticks else {}
        read = tuple(Tick(question, entry, words) for question, all_of in ticked.items() for entry, words in all_of.items())
        return Day(date.fromisoformat(day), Place(place) if place else None, said, read)
    except (ValueError, AttributeError) as error:
        raise PagesDamaged(_UNREADABLE) from error
