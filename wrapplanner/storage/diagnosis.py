"""What is told of a plan's files before any key is tried, in the order in which it can be known."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlcipher

from wrapplanner.errors import FileIncomplete, Mispaired, PlanReadOnly, PlanUnreadable
from wrapplanner.storage.keyfile import KeyFile, read_key_file
from wrapplanner.storage.safefiles import sync_folder

DATABASE = "plan.db"
KEY_FILE = "plan.keys"
NEXT_KEY_FILE = "plan.keys.next"
JOURNAL = "plan.db-journal"
PAGE = 4096

NO_ACCESS = "This plan's file cannot be read just now: the computer does not let WRAP Planner in. Nothing was changed."
_GONE = "This plan's file is gone; only its key is still there. Nothing was changed."
_EMPTY = "This plan's file is empty: it is damaged, or not all of it is on this computer yet. Nothing was changed."
_CUT = "This plan's file is cut short: it is damaged, or not all of it is on this computer yet. Nothing was written over."
_MISPAIRED = "This plan's file and its key file do not belong together. Nothing was changed or written over."
READ_ONLY = "This plan can be read but not written where it is: its folder, its file or the disk is read-only."


def examine(folder: Path) -> KeyFile:
    """Return the key file of the plan in a folder, once the files are whole and belong together, and a slot is sound.

    Raises FileIncomplete, Mispaired, KeyFileDamaged, PlanTooNew, PlanUnreadable; nothing is written over. A change of
    both files that was broken off between the two is finished.
    """
    path = folder / DATABASE
    check_size(path)
    key_file, salt = read_key_file(folder / KEY_FILE), read_salt(path)
    if key_file.vault_id != salt:
        key_file = _other_half(folder, salt)
    return key_file.check()


def check_size(path: Path) -> None:
    """Raise FileIncomplete for a file that is gone, empty or not whole pages, PlanUnreadable for one out of reach."""
    try:
        size = path.stat().st_size
    except FileNotFoundError as error:
        raise FileIncomplete(_GONE) from error
    except OSError as error:
        raise PlanUnreadable(NO_ACCESS) from error
    if size == 0:
        raise FileIncomplete(_EMPTY)
    if size % PAGE and not _journal_waits(path):
        raise FileIncomplete(_CUT)


def read_salt(path: Path) -> bytes:
    """Return the first 16 bytes of a file, which name its key file. Raises PlanUnreadable.

    They are read by SQLite: on POSIX systems, closing a handle of Python's own would drop the locks of an open vault.
    """
    try:
        with closing(sqlcipher.connect(uri_of(path, "ro"), uri=True, isolation_level=None)) as connection:
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute("PRAGMA key = 'none is needed for this'")
            return bytes.fromhex(connection.execute("PRAGMA cipher_salt").fetchone()[0])
    except (sqlcipher.Error, TypeError) as error:
        raise PlanUnreadable(NO_ACCESS) from error


def check_writable(folder: Path) -> None:
    """Raise PlanReadOnly where the plan in a folder cannot be written."""
    if not (os.access(folder, os.W_OK) and os.access(folder / DATABASE, os.W_OK)):
        raise PlanReadOnly(READ_ONLY)


def uri_of(path: Path, mode: str) -> str:
    """Return SQLite's name for a file; without the mode “c” it is never made by opening it."""
    place = path.resolve().as_posix()
    return f"file://{quote(place if place.startswith('/') else '/' + place)}?mode={mode}"


def _other_half(folder: Path, salt: bytes) -> KeyFile:
    """Put the new key file in its place beside the file that got there before it. Raises Mispaired."""
    waiting = folder / NEXT_KEY_FILE
    with suppress(OSError, PlanUnreadable):
        key_file = read_key_file(waiting)
        if key_file.vault_id == salt:
            with suppress(OSError):  # on a read-only disk it stays beside, and serves from there
                waiting.replace(folder / KEY_FILE)
                sync_folder(folder)
            return key_file
    raise Mispaired(_MISPAIRED)


def _journal_waits(path: Path) -> bool:
    # A write that was broken off is taken back by SQLite at opening; until then the file may end within a page.
    with suppress(OSError):
        return path.with_name(JOURNAL).stat().st_size > 0
    return False
