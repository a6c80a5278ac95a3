"""What a change does to a plan's file: its rows and its row of history. Imported with the first write, with SQLAlchemy."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, insert

from wrapplanner.domain.changes import Change, replacement
from wrapplanner.domain.copies import Edition
from wrapplanner.domain.plan import Plan
from wrapplanner.storage import rows, tables
from wrapplanner.storage.codec import change_to_plain
from wrapplanner.storage.ranks import Ranks
from wrapplanner.storage.rows import compact
from wrapplanner.storage.writing import ListKey, Writer

_HISTORY = insert(tables.history).inline()


def keep(connection: Connection, ranks: dict[ListKey, Ranks], change: Change, inverse: Change, now: datetime) -> None:
    """Write a change's rows and one row of history."""
    Writer(connection, ranks).write(change)
    row = {"change": compact(change_to_plain(change)), "inverse": compact(change_to_plain(inverse))}
    connection.execute(_HISTORY, {"at": now.astimezone(UTC).isoformat(), "day": _day(now), **row})


def keep_edition(connection: Connection, edition: Edition, history: int, now: datetime) -> None:
    """Write down that an edition left the house; `history` is the last change that is in it."""
    values = {"version": edition.version, "history": history, "day": edition.day.isoformat()}
    connection.execute(insert(tables.editions), {**values, "handed_out": now.astimezone(UTC).isoformat()})


def make_tables(connection: Connection, content: Plan, now: datetime) -> None:
    """Make the tables of a new plan; `content`, if there is any, is its first change."""
    empty = Plan(content.framework)
    tables.metadata.create_all(connection)
    created = now.astimezone(UTC).isoformat()
    known = {"schema": str(rows.SCHEMA), "framework": content.framework, "created": created, "created_day": _day(now)}
    connection.execute(insert(tables.meta), [{"key": key, "value": value} for key, value in known.items()])
    if content != empty:
        keep(connection, {}, replacement(empty, content), replacement(content, empty), now)


def _day(now: datetime) -> str:
    # The person's own day: the one on their calendar, not Greenwich's.
    return now.astimezone().date().isoformat()
