"""Backups: each a folder `backups/000123` beside the plan's files, itself a plan's folder with a file that says what it is.

A backup is copied while the plan may be written, opened again and read whole, and only then given its name. Its number
comes from a counter in the plan's file, and orders the backups whatever the clock says. Its key file is a copy: a backup
opens with the keys that it was made with, except that a key in the open never outlives the one beside the plan.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from wrapplanner.errors import NotSaved, PlanUnreadable, StorageError
from wrapplanner.storage.days import days_written
from wrapplanner.storage.diagnosis import DATABASE, JOURNAL, KEY_FILE
from wrapplanner.storage.keyfile import PLAIN, read_key_file, write_key_file
from wrapplanner.storage.opening import day_of, keep_note, note
from wrapplanner.storage.safefiles import copy_safely, sync_folder, write_safely
from wrapplanner.storage.soundness import verify
from wrapplanner.storage.vault import Vault

FOLDER: Final = "backups"
ABOUT: Final = "backup.json"
RECENT, DAYS, WEEKS, MONTHS = 10, 7, 8, 12

_NOT_MADE = "A backup cannot be made just now: the disk is full, read-only or was pulled out. The plan itself is as it was."
_NO_SUCH = "There is no backup of that number."


class Why(StrEnum):
    """What a backup was made for."""

    ASKED = "asked"
    OPENED = "opened"
    CHANGED = "changed"
    MIGRATION = "migration"
    RESTORE = "restore"
    IMPORT = "import"
    KEYS = "keys"
    SET_ASIDE = "set-aside"  # files that could not be opened, kept as they were; never verified, never thinned


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup as it says itself. `made` is UTC, `day` the person's own; `history` the last change in it; `digest` SHA-256
    of its file. `verified` tells that it was read whole after it was made."""

    number: int
    folder: Path
    made: str
    day: str
    why: str
    history: int
    digest: str
    verified: bool
    days: int = 0  # how often days had been written


@dataclass(frozen=True, slots=True)
class Ticket:
    """Leave to make one backup: taken in the thread that has the plan open, used in any."""

    number: int
    why: Why
    made: datetime
    history: int
    days: int = 0


def begin(vault: Vault, folder: Path, why: Why, now: datetime) -> Ticket:
    """Take the next number, inside a transaction of the plan's file. Raises NotSaved."""
    counter = max(int(note(vault, FOLDER) or 0), _last_number(folder)) + 1
    keep_note(vault, FOLDER, str(counter))
    return Ticket(counter, why, now, last_change(vault), days_written(vault))


def begin_unwritten(folder: Path, why: Why, now: datetime) -> Ticket:
    """Take the next number as the folder knows it: for a file that must not be written yet."""
    return Ticket(_last_number(folder) + 1, why, now, -1)


def last_change(vault: Vault) -> int:
    """Return the number of the last change in the history, 0 before any."""
    return int(vault.rows("SELECT max(id) FROM history")[0][0] or 0)


def make(vault: Vault, folder: Path, ticket: Ticket) -> Backup:
    """Make a backup of an open plan, verify it, thin out the older ones; in any thread, while the plan may be written.

    Raises NotSaved (no room), PlanUnreadable (the plan is damaged: then nothing is kept of it, and no older one goes).
    """
    fresh = folder / FOLDER / f".new-{secrets.token_hex(6)}"
    try:
        _make_folder(fresh)
        vault.copy_to(fresh / DATABASE)
        copy_safely(folder / KEY_FILE, fresh / KEY_FILE)
        verify(fresh, vault.keys)
        backup = _named(fresh, folder, ticket, verified=True)
        seal(folder)
        thin(folder)
    except (OSError, NotSaved) as error:
        raise NotSaved(_NOT_MADE) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return backup


def set_aside(folder: Path, now: datetime) -> Backup:
    """Keep copies of a plan's files as they are, damaged as they may be, while no store has them open. Raises OSError."""
    fresh = folder / FOLDER / f".new-{secrets.token_hex(6)}"
    try:
        _make_folder(fresh)
        for name in (DATABASE, JOURNAL, KEY_FILE):
            with suppress(FileNotFoundError):
                copy_safely(folder / name, fresh / name)
        return _named(fresh, folder, begin_unwritten(folder, Why.SET_ASIDE, now), verified=False)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def listed(folder: Path) -> tuple[Backup, ...]:
    """Return the backups of the plan in a folder, the newest first."""
    root = folder / FOLDER
    numbers = [int(each.name) for each in root.iterdir() if each.name.isdecimal()] if root.is_dir() else []
    return tuple(_read(_place(folder, number), number) for number in sorted(numbers, reverse=True))


def backup_of(folder: Path, number: int) -> Backup:
    """Return one backup. Raises StorageError."""
    for backup in listed(folder):
        if backup.number == number:
            return backup
    raise StorageError(_NO_SUCH)


def is_intact(backup: Backup) -> bool:
    """Whether a backup's file is still the one that was verified, byte for byte."""
    with suppress(OSError):
        return backup.verified and _digest(backup.folder / DATABASE) == backup.digest
    return False


def is_due(folder: Path, vault: Vault) -> bool:
    """Whether anything was changed since the newest verified backup."""
    newest = next((backup for backup in listed(folder) if backup.verified), None)
    return ((newest.history, newest.days) if newest else (0, 0)) != (last_change(vault), days_written(vault))


def thin(folder: Path) -> None:
    """Take out the backups that no rule keeps."""
    verified = [backup for backup in listed(folder) if backup.verified]
    keep = kept(verified)
    for backup in verified:
        if backup.number not in keep:
            # Its key first: half of a backup is no backup, and says so.
            (backup.folder / KEY_FILE).unlink(missing_ok=True)
            shutil.rmtree(backup.folder, ignore_errors=True)


def kept(backups: Sequence[Backup]) -> set[int]:
    """Return the numbers to keep of verified backups, the newest first: 10, and the newest of 7 days, 8 weeks, 12 months.

    Days are told apart, not compared: a clock that was wrong for a while makes a day of its own and puts no other out.
    """
    keep = {backup.number for backup in backups[:RECENT]}
    for most, period in ((DAYS, str), (WEEKS, _week), (MONTHS, _month)):
        seen: dict[str, int] = {}
        for backup in backups:
            seen.setdefault(period(backup.day), backup.number)
        keep.update(list(seen.values())[:most])
    return keep


def seal(folder: Path) -> None:
    """Put the plan's key file beside each backup that has the same key in the open, once the plan has it so no more.

    Raises OSError.
    """
    with suppress(PlanUnreadable):
        key_file = read_key_file(folder / KEY_FILE)
        for backup in () if key_file.of_kind(PLAIN) else listed(folder):
            theirs = read_key_file(backup.folder / KEY_FILE)
            if theirs.vault_id == key_file.vault_id and theirs.of_kind(PLAIN):
                write_key_file(backup.folder / KEY_FILE, key_file)


def _make_folder(fresh: Path) -> None:
    fresh.parent.mkdir(mode=0o700, exist_ok=True)
    for left in fresh.parent.glob(".new-*"):  # of one that was broken off; there is one owner, who makes one at a time
        shutil.rmtree(left, ignore_errors=True)
    fresh.mkdir(mode=0o700)


def _named(fresh: Path, folder: Path, ticket: Ticket, *, verified: bool) -> Backup:
    """Say what a backup is, and give it its name: from then on it is one."""
    place = _place(folder, ticket.number)
    made, day = ticket.made.astimezone(UTC).isoformat(timespec="seconds"), day_of(ticket.made)
    digest = _digest(fresh / DATABASE) if (fresh / DATABASE).exists() else ""
    about = {
        "made": made,
        "day": day,
        "why": ticket.why.value,
        "history": ticket.history,
        "days": ticket.days,
        "digest": digest,
    }
    write_safely(fresh / ABOUT, (json.dumps({**about, "verified": verified}, indent=1) + "\n").encode("ascii"))
    fresh.rename(place)
    sync_folder(place.parent)
    return _read(place, ticket.number)


def _read(place: Path, number: int) -> Backup:
    about: dict[str, Any] = {}
    with suppress(OSError, ValueError, TypeError):
        about = dict(json.loads((place / ABOUT).read_text("ascii")))
    made, day, why, digest = (str(about.get(name, "")) for name in ("made", "day", "why", "digest"))
    history, days = about.get("history"), about.get("days")
    whole = about.get("verified") is True and (place / KEY_FILE).exists()
    told = (history if type(history) is int else -1, digest, whole, days if type(days) is int else 0)
    return Backup(number, place, made, day, why, *told)


def _place(folder: Path, number: int) -> Path:
    return folder / FOLDER / f"{number:06d}"


def _last_number(folder: Path) -> int:
    return next((backup.number for backup in listed(folder)), 0)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _week(day: str) -> str:
    try:
        year, week, _ = date.fromisoformat(day).isocalendar()
    except ValueError:
        return day
    return f"{year}-W{week}"


def _month(day: str) -> str:
    return day[:7]
