"""The two files of the group's vault: made whole or not at all, and opened where nobody need be asked.

The lower half of storage speaks of a plan in its errors; here they are told again, of the group's file.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from wrapplanner.errors import NotSaved, PlanInUse, PlanReadOnly, PlanTooNew, PlanUnreadable, StorageError

if TYPE_CHECKING:
    from wrapplanner.storage.vault import Vault

_TOLD = {
    PlanInUse: "Group sessions are open already, in another window of WRAP Planner. Close it there first.",
    PlanReadOnly: "The group's file can be read but not written where it is: its folder or the disk is read-only.",
    PlanTooNew: "The group's file was written by a newer version of WRAP Planner. Open it with that one. Nothing was changed.",
    PlanUnreadable: "The group's file is damaged, so it cannot be opened. Nothing was changed or written over.",
    NotSaved: "The last words of the group are not on the disk yet: it is full, read-only or was pulled out. "
    "They are still here. Make room and go on.",
}


@contextmanager
def told() -> Iterator[None]:
    """Tell an error of the vault's files as one of the group's: same class, other sentence."""
    try:
        yield
    except StorageError as error:
        for kind, sentence in _TOLD.items():
            if isinstance(error, kind):
                raise kind(sentence) from error
        raise


def is_there(folder: Path) -> bool:
    """Whether a folder holds a group's vault, or what is left of one."""
    if not folder.is_dir():
        return False  # without importing what opens a vault, which takes a while
    from wrapplanner.storage.diagnosis import DATABASE, KEY_FILE

    return (folder / DATABASE).exists() or (folder / KEY_FILE).exists()


def open_vault(folder: Path) -> Vault:
    """Open the vault in a folder. Raises PlanInUse, PlanReadOnly, PlanUnreadable; the files stay as they are."""
    from wrapplanner.storage.diagnosis import examine
    from wrapplanner.storage.keychain import Keychain
    from wrapplanner.storage.keyslots import unlock_unasked
    from wrapplanner.storage.vault import Vault

    with told():
        return Vault.open(folder, unlock_unasked(examine(folder), Keychain()))


def make_vault(folder: Path) -> Vault:
    """Make an empty vault in a folder that has none, and open it. Raises NotSaved where the disk refuses."""
    from wrapplanner.facilitator.store.tables import make
    from wrapplanner.storage.diagnosis import KEY_FILE
    from wrapplanner.storage.keyfile import KeyFile, fresh_keys, write_key_file
    from wrapplanner.storage.keyslots import plain_slot
    from wrapplanner.storage.safefiles import sync_folder
    from wrapplanner.storage.vault import Vault

    keys = fresh_keys()
    fresh = folder.parent / f".new-{os.urandom(6).hex()}"
    try:
        with told():
            folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            fresh.mkdir(mode=0o700)
            write_key_file(fresh / KEY_FILE, KeyFile(keys.vault_id, (plain_slot(keys),)))
            vault = Vault.create(fresh, keys)
            try:
                with vault.transaction() as connection:
                    make(connection)
            finally:
                vault.close()
            if folder.exists():
                folder.rmdir()
            fresh.rename(folder)
            sync_folder(folder.parent)
    except OSError as error:
        raise NotSaved(_TOLD[NotSaved]) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return open_vault(folder)
