"""One encrypted file: SQLCipher with a raw key, with one owner at a time.

It is written through SQLAlchemy Core, and read through the driver beneath it, on the same connection: SQLAlchemy takes
longer to import than everything else at start-up together, and reading a plan needs none of what it is good at.

A warning for whoever adds to this: on POSIX systems, closing *any* handle that this process has on plan.db drops SQLite's
locks on it. So the file is never opened from Python while a vault may be open: SQLite itself reads its first bytes
(`diagnosis.read_salt`) and copies it (`Vault.copy_to`).
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import sqlcipher3.dbapi2 as sqlcipher

from wrapplanner.errors import (
    NotSaved,
    StorageError,
)
from wrapplanner.storage.diagnosis import DATABASE, KEY_FILE, PAGE, check_size, check_writable, uri_of
from wrapplanner.storage.digest import DigestKeeper
from wrapplanner.storage.keyfile import Keys
from wrapplanner.storage.telling import ANOTHER, NOT_SAVED, is_loss, refused, told

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

__all__ = ["DATABASE", "KEY_FILE", "PAGE", "Vault", "connect"]

BUSY_SECONDS = 0.5
OLDEST_SQLITE = (3, 51, 3)  # older ones can damage a file in WAL mode, and a plan may once have been in it
_CLOSED: Final = "The plan was closed before it was copied. It is as it was."
_COPY_PAGES: Final = 64  # a step of a copy holds up whoever is writing, for about a millisecond
_COPY_PAUSE: Final = 0.0005

_PRAGMAS = (
    "foreign_keys = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "cache_size = -16384",  # KiB: each page is decrypted once
)
_OWNER_PRAGMAS = (
    "locking_mode = EXCLUSIVE",
    "journal_mode = TRUNCATE",
    "synchronous = FULL",
    "secure_delete = ON",
    *(("fullfsync = ON",) if sys.platform == "darwin" else ()),
)


class Vault:
    """An open encrypted file. Use it in the thread that opened it (but `copy_to`); `close` it."""

    def __init__(self, path: Path, keys: Keys, *, to_read: bool = False) -> None:
        """`Vault.open` and `Vault.create` are the ways in."""
        self.keys, self.to_read, self._path = keys, to_read, path
        self.raw = connect(path, keys, to_read=to_read)
        self._is_closed = False
        self._is_lost = False  # the disk beneath it went away: a stick that was pulled out
        self.digest: DigestKeeper | None = None
        self._engine: Engine | None = None
        self._copying = threading.Lock()
        self._turn = threading.RLock()  # a transaction waits for one step of a copy, not at each of its statements

    @classmethod
    def open(cls, folder: Path, keys: Keys, *, to_read: bool = False) -> Vault:
        """Open the vault in a folder. Raises PlanInUse, PlanUnreadable, PlanReadOnly; the files stay as they are."""
        check_size(folder / DATABASE)
        if not to_read:
            check_writable(folder)
        return cls(folder / DATABASE, keys, to_read=to_read)

    @classmethod
    def create(cls, folder: Path, keys: Keys) -> Vault:
        """Make an empty file in a folder that has none and open it. Raises OSError, StorageError."""
        path = folder / DATABASE
        path.touch(mode=0o600, exist_ok=False)
        return cls(path, keys)

    def follow(self, *, new: bool = False) -> None:
        """Keep the digests in step from now on, inside a transaction; `new` tables have none yet. Raises PagesDamaged."""
        digest = DigestKeeper(self.raw)
        if self.to_read:
            digest.read()
        else:
            digest.begin(new=new)
        self.digest = digest

    def rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Return what a SELECT or a PRAGMA finds. Raises PlanUnreadable (damaged pages)."""
        self._check_open()
        try:
            with self._turn:
                return self.raw.execute(statement, values).fetchall()  # type: ignore[no-any-return]
        except sqlcipher.Error as error:
            raise told(error) from error

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Give a connection inside one transaction: all of it is kept at the end, or on any error none of it.

        Raises NotSaved (the disk refused), ChangeRefused (it does not fit the rows), PlanUnreadable (damaged pages).
        """
        from sqlalchemy.exc import DBAPIError

        self._check_open()
        if self._is_lost:
            self._come_back()
        if self._engine is None:
            self._engine = _engine(self.raw)
        try:
            with self._turn, self._engine.begin() as connection:
                yield connection
                if self.digest is not None:
                    self.digest.write()
            if self.digest is not None:
                self.digest.settle()
        except BaseException as error:
            if self.digest is not None:
                self.digest.forget()
            cause = error.orig if isinstance(error, DBAPIError) else error
            self._is_lost = self._is_lost or (not self.to_read and is_loss(cause))
            if isinstance(cause, sqlcipher.Error):
                raise told(cause) from error
            raise

    def _check_open(self) -> None:
        # The driver's own error would be taken for a disk that went away, and words that are kept told as lost.
        if self._is_closed:
            raise RuntimeError("a plan was asked for something after it was closed")

    def _come_back(self) -> None:
        """Connect anew to the file, once it is there again and says what it said. Raises NotSaved."""
        with self._turn:
            if not self._path.is_file():
                raise NotSaved(NOT_SAVED)
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None
            with suppress(sqlcipher.Error):
                self.raw.close()
            try:
                raw = connect(self._path, self.keys)
                digest = DigestKeeper(raw)
                digest.begin(new=False)
            except StorageError as error:
                raise NotSaved(NOT_SAVED) from error
            if self.digest is not None and not digest.agrees_with(self.digest):
                raw.close()
                raise NotSaved(ANOTHER)
            self.raw, self.digest, self._is_lost = raw, digest, False

    def copy_to(self, path: Path) -> None:
        """Copy the file as it is now to a new one with the same key, in any thread, while it may be written.

        Raises OSError, NotSaved (the disk refused), PlanUnreadable (damaged pages). The copy is on the disk when this returns.
        """
        path.touch(mode=0o600, exist_ok=False)
        target = _keyed(uri_of(path, "rw"), self.keys)
        try:
            target.execute("PRAGMA journal_mode = MEMORY")
            with self._copying, self._turn:
                if self._is_closed:
                    raise NotSaved(_CLOSED)
                # What has been written when the copy ends is in it, whatever was written meanwhile.
                self.raw.backup(target, pages=_COPY_PAGES, progress=self._give_way)
        except sqlcipher.Error as error:
            raise told(error) from error
        finally:
            target.close()

    def _give_way(self, *_: int) -> None:
        self._turn.release()
        time.sleep(_COPY_PAUSE)
        self._turn.acquire()

    def rekeyed_to(self, path: Path, keys: Keys) -> None:
        """Write all rows to a new file with other keys, outside any transaction. Raises OSError, NotSaved, PlanUnreadable."""
        path.touch(mode=0o600, exist_ok=False)
        try:
            self.raw.execute(f"ATTACH ? AS fresh KEY \"x'{keys.raw}'\"", (uri_of(path, "rw"),))
            try:
                self.raw.execute("SELECT sqlcipher_export('fresh')").fetchall()
            finally:
                self.raw.execute("DETACH fresh")
        except sqlcipher.Error as error:
            raise told(error) from error

    def close(self) -> None:
        """Let go of the file, after a copy that is being made; closing twice is fine."""
        with self._copying:
            self._is_closed = True
            if self._engine is not None:
                self._engine.dispose()
            with suppress(sqlcipher.Error):
                self.raw.close()


def connect(path: Path, keys: Keys, *, to_read: bool = False) -> sqlcipher.Connection:
    """Return a connection to an encrypted file, locked for this process unless it is to be read alone.

    Raises PlanInUse, PagesDamaged (the key does not open it either), PlanReadOnly, PlanUnreadable, StorageError.
    """
    if sqlcipher.sqlite_version_info < OLDEST_SQLITE:
        raise StorageError("The SQLite inside sqlcipher3 is too old to keep a plan safe. Install sqlcipher3 anew.")
    connection = None
    try:
        connection = _keyed(uri_of(path, "ro" if to_read else "rw"), keys)
        for pragma in (*_PRAGMAS, *(("query_only = ON",) if to_read else _OWNER_PRAGMAS)):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        # Exclusive: takes the lock, which locking_mode keeps. Either way page 1 is read and checked.
        connection.execute("BEGIN" if to_read else "BEGIN EXCLUSIVE")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        connection.execute("COMMIT")
    except sqlcipher.Error as error:
        if connection is not None:
            connection.close()
        raise refused(getattr(error, "sqlite_errorcode", 0) & 0xFF) from error
    return connection


def _keyed(uri: str, keys: Keys) -> sqlcipher.Connection:
    # One thread at a time uses it, but for `copy_to`, whose steps SQLite lets take turns with everybody else's.
    connection = sqlcipher.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{keys.raw}'\"")
    return connection


def _engine(connection: sqlcipher.Connection) -> Engine:
    from sqlalchemy import StaticPool, create_engine, event

    # hide_parameters: without it, errors print what the person wrote.
    engine = create_engine(
        "sqlite://", creator=lambda: connection, module=sqlcipher, poolclass=StaticPool, hide_parameters=True
    )
    event.listen(engine, "begin", lambda begun: begun.exec_driver_sql("BEGIN"))
    return engine
