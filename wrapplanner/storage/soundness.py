"""Whether a file is sound in itself: its pages, its structure, its references, its history and its digests."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wrapplanner.errors import PagesDamaged, PlanUnreadable
from wrapplanner.storage import rows
from wrapplanner.storage.codec import change_from_plain
from wrapplanner.storage.days import day_of_row
from wrapplanner.storage.digest import CONTENT, HISTORY
from wrapplanner.storage.keyfile import Keys
from wrapplanner.storage.opening import meta_of
from wrapplanner.storage.vault import Vault

FINE = "fine"
_CACHE = -65536  # KiB: a whole plan, so that what the structure's check has decrypted is there for the digest
_NOT_SOUND = "This file is damaged: its {} are not as they were written. It was not used."


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, and what was found; `fine` if nothing was wrong. Holds ids, never what a person wrote."""

    name: str
    found: str
    fine: bool


def file_checks(vault: Vault) -> Iterator[Check]:
    """Yield what is found in an open file. Digests are looked at where the vault follows them."""
    yield _pragma(vault, "Pages", "cipher_integrity_check", fine=())
    yield _structure(vault)
    yield _pragma(vault, "References", "foreign_key_check", fine=())
    if vault.digest is not None:
        yield _digest(vault)


def verify(folder: Path, keys: Keys, *, history: bool = False) -> None:
    """Read all of the plan in a folder, without changing it; `history` looks whether each step can be read too, which is
    for files from elsewhere: the digest tells that ours is as we wrote it. Raises PlanUnreadable where anything is not sound.
    """
    vault = Vault.open(folder, keys, to_read=True)
    try:
        vault.rows(f"PRAGMA cache_size = {_CACHE}")
        # One of another version has other tables, which other digests follow.
        if meta_of(vault).get("schema") == str(rows.SCHEMA):
            vault.follow()
        for check in file_checks(vault):
            _expect_fine(check)
        if history:
            _expect_fine(history_check(vault))
            if vault.digest is not None:
                _expect_fine(days_check(vault))
    finally:
        vault.close()


def _expect_fine(check: Check) -> None:
    if not check.fine:
        raise PagesDamaged(_NOT_SOUND.format(check.name.lower()))


def _pragma(vault: Vault, name: str, pragma: str, *, fine: tuple[str, ...]) -> Check:
    found = tuple(str(row[0]) for row in vault.rows(f"PRAGMA {pragma}"))
    return Check(name, FINE if found == fine else f"{len(found)} faults", found == fine)


def _structure(vault: Vault) -> Check:
    # Ours has no triggers and no views: in a file from elsewhere they could make more of a reading than a reading.
    query = "SELECT count(*) FROM sqlite_master WHERE type NOT IN ('table', 'index') OR sql LIKE 'CREATE VIRTUAL%'"
    strange = int(vault.rows(query)[0][0])
    if strange:
        return Check("Structure", f"{strange} things that are none of ours", False)
    return _pragma(vault, "Structure", "integrity_check", fine=("ok",))


def history_check(vault: Vault) -> Check:
    """Return whether each step of the history can be read."""
    wrong = 0
    for row in vault.rows("SELECT change, inverse FROM history"):
        try:
            for step in row:
                change_from_plain(json.loads(step))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            wrong += 1
    return Check("History", f"{wrong} steps cannot be read" if wrong else FINE, not wrong)


def days_check(vault: Vault) -> Check:
    """Return whether each day can be read."""
    wrong = 0
    for row in vault.rows(f"SELECT {', '.join(rows.DAY_COLUMNS)} FROM days"):
        try:
            day_of_row(row)
        except PagesDamaged:
            wrong += 1
    return Check("Days", f"{wrong} cannot be read" if wrong else FINE, not wrong)


def _digest(vault: Vault) -> Check:
    assert vault.digest is not None
    try:
        vault.digest.verify(CONTENT, HISTORY)
        vault.digest.verify_days()
    except PlanUnreadable:
        return Check("Digest", "some rows are not those that were written", False)
    return Check("Digest", FINE, True)
