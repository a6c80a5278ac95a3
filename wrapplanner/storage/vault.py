"""One encrypted file: SQLCipher with a raw key, with one owner at a time.

It is written through SQLAlchemy Core, and read through the driver beneath it, on the same connection: SQLAlchemy takes
longer to import than everything else at start-up together, and reading a plan needs none of what it is good at.

A warning for whoever adds to this: on POSIX systems, closing *any* handle that this process has on plan.db drops SQLite's
locks on it. So the file is never opened and closed from Python while a vault may be open; its first bytes are read
through a handle that lives as long as the vault does.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlcipher

from wrapplanner.errors import ChangeRefused, NotSaved, PlanInUse, PlanUnreadable, StorageError, WrapPlannerError
from wrapplanner.storage.keyfile import Keys, read_keys

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

DATABASE = "plan.db"
KEY_FILE = "plan.keys"
PAGE = 4096
BUSY_SECONDS = 0.5
OLDEST_SQLITE = (3, 51, 3)  # older ones can damage a file in WAL mode, and a plan may once have been in it

_BUSY, _LOCKED, _CORRUPT, _NOT_A_DATABASE = 5, 6, 11, 26

_PRAGMAS = (
    "locking_mode = EXCLUSIVE",
    "journal_mode = TRUNCATE",
    "synchronous = FULL",
    "secure_delete = ON",
    "foreign_keys = ON",
    "temp_store = MEMORY",
    *(("fullfsync = ON",) if sys.platform == "darwin" else ()),
)

_DAMAGED = "This plan's file is damaged, so it cannot be opened. Nothing was changed or written over."
_MISPAIRED = "This plan's file and its key file do not belong together. Nothing was changed or written over."
_NO_ACCESS = "This plan's file cannot be read just now: the computer does not let WRAP Planner in. Nothing was changed."
_IN_USE = "This plan is open already, in another window of WRAP Planner. Close it there first."
_NOT_SAVED = (
    "Your last words are not on the disk yet: it is full, read-only or was pulled out. "
    "They are still here. Make room and go on."
)
_MISFIT = "This does not fit the plan any more; nothing was changed."


class Vault:
    """An open encrypted file. Use it in the thread that opened it; `close` it."""

    def __init__(self, connection: sqlcipher.Connection, header: BinaryIO) -> None:
        """Take a connection that `_connect` made and a handle on the file; `Vault.open` is the way in."""
        self._raw, self._header = connection, header
        self._engine: Engine | None = None

    @classmethod
    def open(cls, folder: Path) -> Vault:
        """Open the vault in a folder. Raises PlanInUse, PlanUnreadable, PlanTooNew; the files stay as they are."""
        path, keys = folder / DATABASE, read_keys(folder / KEY_FILE)
        _check_size(path)
        connection = _connect(path, keys)
        try:
            header = path.open("rb")
        except OSError as error:
            connection.close()
            raise PlanUnreadable(_NO_ACCESS) from error
        vault = cls(connection, header)
        if header.read(len(keys.vault_id)) != keys.vault_id:
            vault.close()
            raise PlanUnreadable(_MISPAIRED)
        return vault

    @classmethod
    def create(cls, folder: Path, keys: Keys) -> Vault:
        """Make an empty file in a folder that has none and open it. Raises OSError, StorageError."""
        path = folder / DATABASE
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        return cls(_connect(path, keys), path.open("rb"))

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        """Return what a SELECT or a PRAGMA finds. Raises PlanUnreadable (damaged pages)."""
        try:
            return self._raw.execute(statement).fetchall()  # type: ignore[no-any-return]
        except sqlcipher.Error as error:
            raise _told(error) from error

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Give a connection inside one transaction: all of it is kept at the end, or on any error none of it.

        Raises NotSaved (the disk refused), ChangeRefused (it does not fit the rows), PlanUnreadable (damaged pages).
        """
        from sqlalchemy.exc import DBAPIError

        if self._engine is None:
            self._engine = _engine(self._raw)
        try:
            with self._engine.begin() as connection:
                yield connection
        except DBAPIError as error:
            raise _told(error.orig) from error

    def close(self) -> None:
        """Let go of the file; closing twice is fine."""
        if self._engine is not None:
            self._engine.dispose()
        with suppress(sqlcipher.Error):
            self._raw.close()
        self._header.close()


def _engine(connection: sqlcipher.Connection) -> Engine:
    from sqlalchemy import StaticPool, create_engine, event

    # hide_parameters: without it, errors print what the person wrote.
    engine = create_engine(
        "sqlite://", creator=lambda: connection, module=sqlcipher, poolclass=StaticPool, hide_parameters=True
    )
    event.listen(engine, "begin", lambda begun: begun.exec_driver_sql("BEGIN"))
    return engine


def _check_size(path: Path) -> None:
    try:
        size = path.stat().st_size
    except FileNotFoundError as error:
        raise PlanUnreadable("This plan's file is gone; only its key is still there. Nothing was changed.") from error
    except OSError as error:
        raise PlanUnreadable(_NO_ACCESS) from error
    if size == 0:
        raise PlanUnreadable(
            "This plan's file is empty: it is damaged, or not all of it is on this computer yet. Nothing was changed."
        )
    if size % PAGE and not _journal_waits(path):
        raise PlanUnreadable("This plan's file is cut short. Nothing was changed or written over.")


def _journal_waits(path: Path) -> bool:
    # A write that was broken off is taken back by SQLite at opening; until then the file may end within a page.
    with suppress(OSError):
        return path.with_name(f"{path.name}-journal").stat().st_size > 0
    return False


def _connect(path: Path, keys: Keys) -> sqlcipher.Connection:
    if sqlcipher.sqlite_version_info < OLDEST_SQLITE:
        raise StorageError("The SQLite inside sqlcipher3 is too old to keep a plan safe. Install sqlcipher3 anew.")
    place = path.resolve().as_posix()
    # mode=rw: a file that is not there is never made by opening it.
    uri = f"file://{quote(place if place.startswith('/') else '/' + place)}?mode=rw"
    connection = None
    try:
        connection = sqlcipher.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{keys.raw}'\"")
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.execute("BEGIN EXCLUSIVE")  # takes the lock, which locking_mode keeps; reads and checks page 1
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        connection.execute("COMMIT")
    except sqlcipher.Error as error:
        if connection is not None:
            connection.close()
        raise _diagnosed(path, keys, getattr(error, "sqlite_errorcode", 0) & 0xFF) from error
    return connection


def _diagnosed(path: Path, keys: Keys, code: int) -> StorageError:
    if code in (_BUSY, _LOCKED):
        return PlanInUse(_IN_USE)
    if code not in (_CORRUPT, _NOT_A_DATABASE):
        return PlanUnreadable(_NO_ACCESS)
    # Nobody has it locked, or the answer would have been “busy”: so this handle may be closed again.
    with suppress(OSError), path.open("rb") as file:
        if file.read(len(keys.vault_id)) != keys.vault_id:
            return PlanUnreadable(_MISPAIRED)
    return PlanUnreadable(_DAMAGED)


def _told(error: BaseException | None) -> WrapPlannerError:
    if isinstance(error, sqlcipher.IntegrityError):
        return ChangeRefused(_MISFIT)
    if getattr(error, "sqlite_errorcode", 0) & 0xFF in (_CORRUPT, _NOT_A_DATABASE):
        return PlanUnreadable(_DAMAGED)
    return NotSaved(_NOT_SAVED)
