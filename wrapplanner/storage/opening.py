"""A plan's file from nothing, and one of any age up to date: what stands between an encrypted file and an open plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from wrapplanner.domain.plan import Plan
from wrapplanner.errors import NotSaved, PlanReadOnly, PlanTooNew, PlanUnreadable, StorageError
from wrapplanner.storage import rows
from wrapplanner.storage.diagnosis import KEY_FILE
from wrapplanner.storage.keyfile import Keys
from wrapplanner.storage.safefiles import write_safely
from wrapplanner.storage.vault import Vault

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


def utc_now() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


def day_of(now: datetime) -> str:
    """Return the person's own day, ISO: the one on their calendar, not Greenwich's."""
    return now.astimezone().date().isoformat()


def make_files(folder: Path, content: Plan, keys: Keys, key_data: bytes, now: datetime) -> None:
    """Make a plan's two files in an empty folder. Raises OSError, NotSaved."""
    from wrapplanner.storage.keeping import make_tables  # late: SQLAlchemy comes with the first write

    write_safely(folder / KEY_FILE, key_data)
    vault = Vault.create(folder, keys)
    try:
        with vault.transaction() as connection:
            make_tables(connection, content, now)
            vault.follow(new=True)
            keep_note(vault, "keys", key_data.decode("ascii"))
    finally:
        vault.close()


def keep_note(vault: Vault, key: str, value: str) -> None:
    """Write a row of the safekeeping table, in place of the one of that key, inside a transaction."""
    vault.raw.execute("INSERT OR REPLACE INTO safekeeping VALUES (?, ?)", (key, value))


def note(vault: Vault, key: str) -> str:
    """Return a row of the safekeeping table, empty where there is none."""
    found = vault.rows("SELECT value FROM safekeeping WHERE key = ?", key)
    return str(found[0][0]) if found else ""


def meta_of(vault: Vault) -> dict[str, str]:
    """Return what the file says of itself; nothing where it has no such table."""
    if not vault.rows("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'meta'"):
        return {}
    return dict(vault.rows("SELECT key, value FROM meta"))


def brought_up_to_date(folder: Path, vault: Vault) -> tuple[str, bool]:
    """Bring an older file's tables up to date and follow its rows; return (framework, whether the file is a newer one).

    Raises PlanUnreadable, PlanTooNew (unless it is opened to be read), PlanReadOnly (an older one to be read).
    """
    known = meta_of(vault)
    try:
        schema, framework = int(known["schema"]), known["framework"]
    except (KeyError, ValueError) as error:
        raise PlanUnreadable(_NAMELESS) from error
    if schema > rows.SCHEMA:
        if not vault.to_read:
            raise PlanTooNew(_TOO_NEW)
        return framework, True
    if schema < rows.SCHEMA:
        _migrate(folder, vault, schema)
    else:
        vault.follow()
    return framework, False


def _migrate(folder: Path, vault: Vault, schema: int) -> None:
    if vault.to_read:
        raise PlanReadOnly(_TOO_OLD)
    # Late: Alembic takes 0.3 s, and few openings need it.
    from wrapplanner.storage import backups
    from wrapplanner.storage.migrations import upgrade

    try:
        backups.make(vault, folder, backups.begin_unwritten(folder, backups.Why.MIGRATION, utc_now()))
    except NotSaved as error:
        raise StorageError(_NO_COPY) from error
    with vault.transaction() as connection:
        upgrade(connection, schema, rows.SCHEMA)
        vault.follow(new=True)  # other tables have other digests
        keep_note(vault, "keys", (folder / KEY_FILE).read_text("ascii"))
