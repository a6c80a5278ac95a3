"""A plan taken away for good: first what opens it, so that being broken off leaves nothing that can be read."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from wrapplanner.errors import NoKeychain, NotSaved, PlanTooNew, PlanUnreadable
from wrapplanner.storage.backups import FOLDER, listed
from wrapplanner.storage.diagnosis import KEY_FILE
from wrapplanner.storage.keychain import Keychain
from wrapplanner.storage.keyfile import COMPUTER, read_key_file
from wrapplanner.storage.safefiles import sync_folder

_NOT_GONE = "Not all of this plan could be taken away: the disk is read-only, or something holds a file of it. Try again."


def delete_plan(folder: Path, *, keychain: Keychain | None = None) -> None:
    """Take away the plan in a folder, which no store has open, with its keys, its backups and its place in the keychain.

    Copies that were made elsewhere stay. Raises NotSaved where something could not be taken away.
    """
    try:
        key_files = (folder / KEY_FILE, *folder.glob(f"{FOLDER}/*/{KEY_FILE}"))
        _forget(set().union(*map(_names_in_keychain, key_files)), keychain or Keychain())
        for key_file in key_files:
            _blank(key_file)
        shutil.rmtree(folder)
        sync_folder(folder.parent)
    except OSError as error:
        raise NotSaved(_NOT_GONE) from error


def drop_backups_of_other_keys(folder: Path) -> int:
    """Take away the backups that open with another key than the plan's present one; return how many. Raises NotSaved.

    Those that were set aside unread are among them: nobody can tell what opens them.
    """
    try:
        present = read_key_file(folder / KEY_FILE).vault_id
        gone = [backup.folder for backup in listed(folder) if _vault_of(backup.folder) != present]
        for place in gone:
            _blank(place / KEY_FILE)
            shutil.rmtree(place)
    except OSError as error:
        raise NotSaved(_NOT_GONE) from error
    return len(gone)


def _vault_of(folder: Path) -> bytes:
    with suppress(PlanUnreadable, PlanTooNew):
        return read_key_file(folder / KEY_FILE).vault_id
    return b""


def _names_in_keychain(key_file: Path) -> set[str]:
    with suppress(PlanUnreadable, PlanTooNew):
        return {slot.data("name").hex() for slot in read_key_file(key_file).of_kind(COMPUTER)}
    return set()


def _forget(names: set[str], keychain: Keychain) -> None:
    with suppress(NoKeychain):  # the first that does not answer ends it: none of them will
        for name in sorted(names):
            keychain.forget(name)


def _blank(path: Path) -> None:
    """Write over a file and take it away. What a disk keeps of written-over files is out of reach."""
    with suppress(FileNotFoundError):
        size = path.stat().st_size
        with path.open("rb+") as file:
            file.write(bytes(size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
