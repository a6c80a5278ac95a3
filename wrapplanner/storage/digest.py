"""A digest of what a file says, kept in step row by row: it tells old pages mixed into a newer file, each page being sound.

A row's hash is SHA-256 of its table's name and its columns as SQL literals (SQLite's `quote`) with commas between. The
digest is the sum of these modulo 2²⁵⁶: the rows' order does not matter, and one row more, less or otherwise is one addition,
so that an edit costs the same however large the plan is. Several sums are kept: of the history, which is long and read only in
a check, of the days of each year, which are compared when the year is first looked back on, and of everything else, which is
compared at every opening. Temporary triggers, which are no part of the file, report every row whatever road it was written by.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterable
from typing import Final

import sqlcipher3.dbapi2 as sqlcipher

from wrapplanner.errors import PagesDamaged
from wrapplanner.storage.rows import FOLLOWED

CONTENT: Final = "digest"
HISTORY: Final = "digest-history"
_YEAR: Final = "digest-days-"
_IN_ROW: Final = slice(len("days,'"), len("days,'") + 4)  # where the row of a day has its year

_MODULUS: Final = 1 << 256
_UNREADABLE = "This plan's file is damaged, so it cannot be opened. Nothing was changed or written over."
_MIXED = "This plan's file does not say what was last written in it: parts of it are older. Nothing was changed."


class DigestKeeper:
    """Keeps the sums of one open file. `raw` is its connection; the tables are today's."""

    def __init__(self, raw: sqlcipher.Connection) -> None:
        self._raw = raw
        self._sums: dict[str, int] = {}
        self._moved: dict[str, int] = {}

    def begin(self, *, new: bool) -> None:
        """Take the sums that are kept and follow every row from now on; `new` tables get theirs from their rows.

        Raises PagesDamaged where there are no sums and should be.
        """
        if new:
            self._sums = {name: self.counted(name) for name in (CONTENT, HISTORY, *self._years_in_rows())}
            self._moved = dict.fromkeys(self._sums, 0)  # so that they are written
        else:
            self.read()
        self._raw.create_function("row_came", 2, self._came)
        self._raw.create_function("row_went", 2, self._went)
        for table in FOLLOWED:
            for trigger in _triggers(table):
                self._raw.execute(trigger)

    def read(self) -> None:
        """Take the sums that are kept, following nothing. Raises PagesDamaged."""
        try:
            kept = dict(self._raw.execute("SELECT key, value FROM safekeeping"))
            years = (name for name in kept if name.startswith(_YEAR))
            self._sums = {name: int(kept[name], 16) for name in (CONTENT, HISTORY, *years)}
        except (KeyError, ValueError, sqlcipher.Error) as error:
            raise PagesDamaged(_MIXED) from error

    def write(self) -> None:
        """Keep the sums, inside the transaction that changed the rows."""
        for name, moved in self._moved.items():
            value = (self._sums.get(name, 0) + moved) % _MODULUS
            if value or not name.startswith(_YEAR):
                self._raw.execute("INSERT OR REPLACE INTO safekeeping VALUES (?, ?)", (name, f"{value:064x}"))
            else:  # a year that was taken out leaves nothing, not even that it was there
                self._raw.execute("DELETE FROM safekeeping WHERE key = ?", (name,))

    def settle(self) -> None:
        """The transaction was kept."""
        for name, moved in self._moved.items():
            self._sums[name] = (self._sums.get(name, 0) + moved) % _MODULUS
        self._moved.clear()

    def forget(self) -> None:
        """The transaction was taken back."""
        self._moved.clear()

    def agrees_with(self, other: DigestKeeper) -> bool:
        """Whether two files said the same when they were last settled."""
        return self._sums == other._sums

    def verify(self, *names: str) -> None:
        """Compare sums with the rows. Raises PagesDamaged where the rows are not those that were written."""
        for name in names:
            if self.counted(name) != self._sums.get(name, 0):
                raise PagesDamaged(_MIXED)

    def verify_days(self) -> None:
        """Compare the sums of all years with the rows. Raises PagesDamaged."""
        self.verify(*{*self._years_in_rows(), *(name for name in self._sums if name.startswith(_YEAR))})

    def counted(self, name: str) -> int:
        """Return a sum as the rows give it. Raises PagesDamaged."""
        total = 0
        try:
            for table, where, values in _rows_of(name):
                rows = self._raw.execute(f"SELECT {_literal(table)} FROM {table} {where}", values)
                total += sum(map(_hash, itertools.chain.from_iterable(rows)))
        except sqlcipher.Error as error:
            raise PagesDamaged(_UNREADABLE) from error
        return total % _MODULUS

    def _years_in_rows(self) -> tuple[str, ...]:
        try:
            found = self._raw.execute("SELECT DISTINCT substr(day, 1, 4) FROM days").fetchall()
        except sqlcipher.Error as error:
            raise PagesDamaged(_UNREADABLE) from error
        return tuple(f"{_YEAR}{year}" for (year,) in found)

    def _came(self, table: str, row: bytes) -> None:
        name = _sum_of(table, row)
        self._moved[name] = self._moved.get(name, 0) + _hash(row)

    def _went(self, table: str, row: bytes) -> None:
        name = _sum_of(table, row)
        self._moved[name] = self._moved.get(name, 0) - _hash(row)


def days_of_year(year: int) -> str:
    """Return the name of the sum of a year's days."""
    return f"{_YEAR}{year:04d}"


def _sum_of(table: str, row: bytes) -> str:
    if table == "days":
        return _YEAR + row[_IN_ROW].decode("ascii", "replace")
    return HISTORY if table == "history" else CONTENT


def _rows_of(name: str) -> Iterable[tuple[str, str, tuple[str, ...]]]:
    """Yield (table, which of its rows, the values for that) of a sum."""
    if name.startswith(_YEAR):
        yield "days", "WHERE day >= ?1 AND day < ?1 || '~'", (name.removeprefix(_YEAR),)
    for table in FOLLOWED:
        if table != "days" and (HISTORY if table == "history" else CONTENT) == name:
            yield table, "", ()


def _hash(row: bytes) -> int:
    return int.from_bytes(hashlib.sha256(row).digest(), "big")


def _literal(table: str, of: str = "") -> str:
    """Return the SQL that gives a row as bytes: SQLite is ten times as fast at it as Python."""
    columns = " || ',' || ".join(f"quote({of}{column})" for column in FOLLOWED[table])
    return f"CAST('{table},' || {columns} AS BLOB)"


def _triggers(table: str) -> Iterable[str]:
    came = f"SELECT row_came('{table}', {_literal(table, 'new.')});"
    went = f"SELECT row_went('{table}', {_literal(table, 'old.')});"
    for event, what in (("INSERT", came), ("DELETE", went), ("UPDATE", went + came)):
        yield f"CREATE TEMP TRIGGER digest_{table}_{event} AFTER {event} ON main.{table} BEGIN {what} END"
