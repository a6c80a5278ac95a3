"""A digest of what a file says, kept in step row by row: it tells old pages mixed into a newer file, each page being sound.

A row's hash is SHA-256 of its table's name and its columns as SQL literals (SQLite's `quote`) with commas between. The
digest is the sum of these modulo 2²⁵⁶: the rows' order does not matter, and one row more, less or otherwise is one addition,
so that an edit costs the same however large the plan is. Two sums are kept: of the history, which is long and read only in a
check, and of everything else, which is compared at every opening. Temporary triggers, which are no part of the file, report
every row whatever road it was written by.
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
            self._sums = {name: self.counted(name) for name in (CONTENT, HISTORY)}
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
            self._sums = {name: int(kept[name], 16) for name in (CONTENT, HISTORY)}
        except (KeyError, ValueError, sqlcipher.Error) as error:
            raise PagesDamaged(_MIXED) from error

    def write(self) -> None:
        """Keep the sums, inside the transaction that changed the rows."""
        for name, moved in self._moved.items():
            value = f"{(self._sums[name] + moved) % _MODULUS:064x}"
            self._raw.execute("INSERT OR REPLACE INTO safekeeping VALUES (?, ?)", (name, value))

    def settle(self) -> None:
        """The transaction was kept."""
        for name, moved in self._moved.items():
            self._sums[name] = (self._sums[name] + moved) % _MODULUS
        self._moved.clear()

    def forget(self) -> None:
        """The transaction was taken back."""
        self._moved.clear()

    def verify(self, *names: str) -> None:
        """Compare sums with the rows. Raises PagesDamaged where the rows are not those that were written."""
        for name in names:
            if self.counted(name) != self._sums[name]:
                raise PagesDamaged(_MIXED)

    def counted(self, name: str) -> int:
        """Return a sum as the rows give it. Raises PagesDamaged."""
        total = 0
        try:
            for table in FOLLOWED:
                if _sum_of(table) == name:
                    rows = self._raw.execute(f"SELECT {_literal(table)} FROM {table}")
                    total += sum(map(_hash, itertools.chain.from_iterable(rows)))
        except sqlcipher.Error as error:
            raise PagesDamaged(_UNREADABLE) from error
        return total % _MODULUS

    def _came(self, table: str, row: bytes) -> None:
        name = _sum_of(table)
        self._moved[name] = self._moved.get(name, 0) + _hash(row)

    def _went(self, table: str, row: bytes) -> None:
        name = _sum_of(table)
        self._moved[name] = self._moved.get(name, 0) - _hash(row)


def _sum_of(table: str) -> str:
    return HISTORY if table == "history" else CONTENT


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
