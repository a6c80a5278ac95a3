"""Each change as the rows that it writes; all inside a transaction that `plans.py` holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Delete, Insert, Table, bindparam, delete, insert, select, update

from wrapplanner.domain.changes import (
    Change,
    EntryAdded,
    EntryEdited,
    EntryMoved,
    EntryRemoved,
    PersonAdded,
    PersonEdited,
    PersonMoved,
    PersonRemoved,
    Several,
    ToolAdded,
    ToolEdited,
    ToolMoved,
    ToolRemoved,
)
from wrapplanner.errors import ChangeRefused
from wrapplanner.storage import tables
from wrapplanner.storage.ranks import Ranks
from wrapplanner.storage.rows import Values, entry_values, person_values, tool_values

ListKey = tuple[Table, str]
"""Which list: its table and, for entries, the question that it answers; '' for the two others."""


class Writer:
    """Writes changes through one connection. `ranks` outlives it as a cache: clear it when a transaction fails."""

    def __init__(self, connection: Connection, ranks: dict[ListKey, Ranks]) -> None:
        self._connection, self._ranks = connection, ranks
        self._waiting: tuple[Insert | Delete, list[Values]] | None = None

    def write(self, change: Change) -> None:
        """Write one change. Raises ChangeRefused where it does not fit the rows."""
        self.step(change)
        self._flush()

    def step(self, change: Change) -> None:
        """Write one of several changes; rows may still be waiting for their like afterwards."""
        _WRITES[type(change)](self, change)

    def add(self, key: ListKey, values: Values, index: int) -> None:
        """Add an item to a list at a place."""
        ranks = self._ranks_of(key)
        rank = self._place(key, ranks, values["id"], index)
        question = {"question": key[1]} if key[0] is tables.entries else {}
        self._gather(_INSERT[key[0]], {**values, **question, "rank": rank})

    def edit(self, key: ListKey, values: Values) -> None:
        """Write an item anew."""
        self._update(key, values["id"], values)

    def move(self, key: ListKey, item: str, index: int) -> None:
        """Give an item of a list another place."""
        ranks = self._ranks_of(key)
        ranks.remove(item)
        self._update(key, item, {"rank": self._place(key, ranks, item, index)})

    def remove(self, key: ListKey, item: str) -> None:
        """Take an item out of a list."""
        self._ranks_of(key).remove(item)
        self._gather(_DELETE[key[0]], _where(key, item))

    def _ranks_of(self, key: ListKey) -> Ranks:
        if key not in self._ranks:
            self._flush()
            table, question = key
            query = select(table.c.id, table.c.rank)
            if table is tables.entries:
                query = query.where(table.c.question == question)
            self._ranks[key] = Ranks((item, rank) for item, rank in self._connection.execute(query))
        return self._ranks[key]

    def _place(self, key: ListKey, ranks: Ranks, item: str, index: int) -> int:
        rank = ranks.insert(item, index)
        if rank is None:
            rows = [{**_where(key, other), "rank": anew} for other, anew in ranks.renumber()]
            self._flush()
            self._connection.execute(_UPDATE[key[0]], rows)
            rank = ranks.insert(item, index)
        assert rank is not None, "a list that was just numbered has room"
        return rank

    def _update(self, key: ListKey, item: str, values: Values) -> None:
        self._flush()
        done = self._connection.execute(_UPDATE[key[0]], {**values, **_where(key, item)})
        if done.rowcount != 1:
            raise ChangeRefused("What was to be changed is not in the plan any more; nothing was changed.")

    def _gather(self, statement: Insert | Delete, row: Values) -> None:
        # One statement for many rows is five times as fast as one for each: an import has thousands.
        if self._waiting is None or self._waiting[0] is not statement:
            self._flush()
            self._waiting = (statement, [])
        self._waiting[1].append(row)

    def _flush(self) -> None:
        if self._waiting is not None:
            statement, rows = self._waiting
            self._waiting = None
            self._connection.execute(statement, rows)


def _where(key: ListKey, item: str) -> Values:
    return {"of_id": item, "of_question": key[1]} if key[0] is tables.entries else {"of_id": item}


_TOOLS: ListKey = (tables.tools, "")
_PEOPLE: ListKey = (tables.people, "")

_INSERT = {table: insert(table).inline() for table in (tables.entries, tables.tools, tables.people)}
_UPDATE = {
    tables.entries: update(tables.entries).where(
        tables.entries.c.question == bindparam("of_question"), tables.entries.c.id == bindparam("of_id")
    ),
    tables.tools: update(tables.tools).where(tables.tools.c.id == bindparam("of_id")),
    tables.people: update(tables.people).where(tables.people.c.id == bindparam("of_id")),
}
_DELETE = {
    tables.entries: delete(tables.entries).where(
        tables.entries.c.question == bindparam("of_question"), tables.entries.c.id == bindparam("of_id")
    ),
    tables.tools: delete(tables.tools).where(tables.tools.c.id == bindparam("of_id")),
    tables.people: delete(tables.people).where(tables.people.c.id == bindparam("of_id")),
}


def _several(writer: Writer, several: Several) -> None:
    for change in several.changes:
        writer.step(change)


_WRITES: dict[type[Change], Callable[[Writer, Any], None]] = {
    EntryAdded: lambda w, c: w.add((tables.entries, c.question), entry_values(c.entry), c.index),
    EntryEdited: lambda w, c: w.edit((tables.entries, c.question), entry_values(c.entry)),
    EntryMoved: lambda w, c: w.move((tables.entries, c.question), c.entry_id, c.index),
    EntryRemoved: lambda w, c: w.remove((tables.entries, c.question), c.entry_id),
    ToolAdded: lambda w, c: w.add(_TOOLS, tool_values(c.tool), c.index),
    ToolEdited: lambda w, c: w.edit(_TOOLS, tool_values(c.tool)),
    ToolMoved: lambda w, c: w.move(_TOOLS, c.tool_id, c.index),
    ToolRemoved: lambda w, c: w.remove(_TOOLS, c.tool_id),
    PersonAdded: lambda w, c: w.add(_PEOPLE, person_values(c.person), c.index),
    PersonEdited: lambda w, c: w.edit(_PEOPLE, person_values(c.person)),
    PersonMoved: lambda w, c: w.move(_PEOPLE, c.person_id, c.index),
    PersonRemoved: lambda w, c: w.remove(_PEOPLE, c.person_id),
    Several: _several,
}
