"""The tables of the group's vault, and writing to them; imported with the first write, since SQLAlchemy is slow to import."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Integer, MetaData, String, Table, delete
from sqlalchemy.dialects.sqlite import insert

SCHEMA = 1

_metadata = MetaData()


def _table(name: str, *keys: str) -> Table:
    columns = [Column(key, Integer if key == "number" else String, primary_key=True) for key in keys]
    return Table(name, _metadata, *columns, Column("value", String, nullable=False), sqlite_with_rowid=False)


TABLES = {
    "meta": _table("meta", "key"),
    "running": _table("running", "id"),
    "boards": _table("boards", "item"),
    "agreements": _table("agreements", "programme"),
    "kept": _table("kept", "id"),
    "after": _table("after", "programme", "number"),
    "tallies": _table("tallies", "programme", "number", "question"),
    "programmes": _table("programmes", "id"),
    "journal": _table("journal", "id"),
}
"""Each has a key of one column or more and a value, which is JSON but in meta."""


def make(connection: Connection) -> None:
    """Make the tables of an empty file."""
    _metadata.create_all(connection)
    put(connection, "meta", ("schema",), str(SCHEMA))


def put(connection: Connection, table: str, key: tuple[object, ...], value: str) -> None:
    """Write a row, in place of the one of that key."""
    columns = [column.name for column in TABLES[table].primary_key.columns]
    row = insert(TABLES[table]).values(**dict(zip(columns, key, strict=True)), value=value)
    connection.execute(row.on_conflict_do_update(index_elements=columns, set_={"value": value}))


def take(connection: Connection, table: str, *key: object) -> None:
    """Take away the rows whose key begins so; all rows of the table where no key is given."""
    gone = delete(TABLES[table])
    for column, value in zip(TABLES[table].primary_key.columns, key, strict=False):
        gone = gone.where(column == value)
    connection.execute(gone)
