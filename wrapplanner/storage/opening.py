"""A plan's file from nothing, and one of any age up to date: what stands between an encrypted file and an open plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, insert, select

from wrapplanner.domain.changes import Change, replacement
from wrapplanner.domain.plan import Plan
from wrapplanner.errors import NotSaved, PlanReadOnly, PlanTooNew, PlanUnreadable, StorageError
from wrapplanner.storage import tables
from wrapplanner.storage.codec import change_to_plain
from wrapplanner.storage.diagnosis import KEY_FILE
from wrapplanner.storage.keyfile import Keys
from wrapplanner.storage.ranks import Ranks
from wrapplanner.storage.rows import compact
from wrapplanner.storage.safefiles import write_safely
from wrapplanner.storage.vault import Vault
from wrapplanner.storage.writing import ListKey, Writer

Clock = Callable[[], datetime]

_NAMELESS = "This plan's file does not say what it is, so it cannot be opened. Nothing was changed."
_TOO_NEW = (
    "This plan was written by a newer version of WRAP Planner. Open it with that one, or open it here to read. "
    "Nothing was changed."
)
_TOO_OLD = "This plan was written by an older version, and cannot be brought up to date where it is: it is read-only there."
_NO_COPY = (
    "This plan was written by an older version. A copy is made before it is brought up to date, and the disk has no room for "
    "one or is read-only. Make room and open it again. Nothing was changed."
)
_HISTORY = insert(tables.history).inline()


def utc_now() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


def day_of(now: datetime) -> str:
    """Return the person's own day, ISO: the one on their calendar, not Greenwich's."""
    return now.astimezone().date().isoformat()


def make_files(folder: Path, content: Plan, keys: Keys, key_data: bytes, now: datetime) -> None:
    """Make a plan's two files in an empty folder. Raises OSError, NotSaved."""
    empty = Plan(content.framework)
    write_safely(folder / KEY_FILE, key_data)
    vault = Vault.create(folder, keys)
    try:
        with vault.transaction() as connection:
            tables.metadata.create_all(connection)
            vault.follow(new=True)
            created = now.astimezone(UTC).isoformat()
            known = {
                "schema": str(tables.SCHEMA),
                "framework": content.framework,
                "created": created,
                "created_day": day_of(now),
            }
            connection.execute(insert(tables.meta), [{"key": key, "value": value} for key, value in known.items()])
            keep_note(connection, "keys", key_data.decode("ascii"))
            if content != empty:
                keep_change(connection, {}, replacement(empty, content), replacement(content, empty), now)
    finally:
        vault.close()


def keep_change(connection: Connection, ranks: dict[ListKey, Ranks], change: Change, inverse: Change, now: datetime) -> None:
    """Write a change: its rows and its row of history."""
    Writer(connection, ranks).write(change)
    row = {"change": compact(change_to_plain(change)), "inverse": compact(change_to_plain(inverse))}
    connection.execute(_HISTORY, {"at": now.astimezone(UTC).isoformat(), "day": day_of(now), **row})


def keep_note(connection: Connection, key: str, value: str) -> None:
    """Write a row of the safekeeping table, in place of the one of that key."""
    connection.execute(insert(tables.safekeeping).prefix_with("OR REPLACE"), {"key": key, "value": value})


def note(connection: Connection, key: str) -> str:
    """Return a row of the safekeeping table, empty where there is none."""
    found = connection.execute(select(tables.safekeeping.c.value).where(tables.safekeeping.c.key == key)).scalar_one_or_none()
    return found or ""


def meta_of(connection: Connection) -> dict[str, str]:
    """Return what the file says of itself; nothing where it has no such table."""
    if not connection.dialect.has_table(connection, tables.meta.name):
        return {}
    rows = connection.execute(select(tables.meta.c.key, tables.meta.c.value))
    return {row.key: row.value for row in rows}


def brought_up_to_date(connection: Connection, folder: Path, vault: Vault) -> tuple[str, bool]:
    """Bring an older file's tables up to date and follow its rows; return (framework, whether the file is a newer one).

    Raises PlanUnreadable, PlanTooNew (unless it is opened to be read), PlanReadOnly (an older one to be read).
    """
    known = meta_of(connection)
    try:
        schema, framework = int(known["schema"]), known["framework"]
    except (KeyError, ValueError) as error:
        raise PlanUnreadable(_NAMELESS) from error
    if schema > tables.SCHEMA:
        if not vault.to_read:
            raise PlanTooNew(_TOO_NEW)
        return framework, True
    if schema < tables.SCHEMA:
        _migrate(connection, folder, vault, schema)
    vault.follow(new=schema < tables.SCHEMA)  # other tables have other digests
    return framework, False


def _migrate(connection: Connection, folder: Path, vault: Vault, schema: int) -> None:
    if vault.to_read:
        raise PlanReadOnly(_TOO_OLD)
    # Late: Alembic takes 0.3 s, and few openings need it.
    from wrapplanner.storage import backups
    from wrapplanner.storage.migrations import upgrade

    try:
        backups.make(vault, folder, backups.begin_unwritten(folder, backups.Why.MIGRATION, utc_now()))
    except NotSaved as error:
        raise StorageError(_NO_COPY) from error
    upgrade(connection, schema, tables.SCHEMA)
    keep_note(connection, "keys", (folder / KEY_FILE).read_text("ascii"))
