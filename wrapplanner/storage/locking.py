"""How a plan is locked: slots put in and taken out of its key file, and a new key where somebody knows the old one.

Each opening asks which slots there are; what only a change of them needs is imported by it.
"""

from __future__ import annotations

import secrets
import shutil
from contextlib import closing
from typing import TYPE_CHECKING

from wrapplanner.errors import NotSaved
from wrapplanner.storage.diagnosis import DATABASE, KEY_FILE
from wrapplanner.storage.keyfile import COMPUTER, RECOVERY, KeyFile, Keys, Slot, format_key_file, fresh_keys, read_key_file
from wrapplanner.storage.keyslots import passphrase_slot, recovery_slot
from wrapplanner.storage.opening import keep_note
from wrapplanner.storage.plans import PlanStore
from wrapplanner.storage.safefiles import sync_file, write_safely

if TYPE_CHECKING:
    from wrapplanner.storage.backups import Backup

_NOT_KEPT = "The key file cannot be written: the disk is full, read-only or was pulled out. What opened the plan still does."


def key_file_of(store: PlanStore) -> KeyFile:
    """Return the key file of an open plan. Raises KeyFileDamaged, PlanUnreadable."""
    return read_key_file(store.folder / KEY_FILE)


def names_in_keychain(key_file: KeyFile) -> tuple[str, ...]:
    """Return under which names keychains have keys for a plan."""
    return tuple(slot.data("name").hex() for slot in key_file.of_kind(COMPUTER))


def put_slots(store: PlanStore, *slots: Slot, drop: tuple[str, ...] = ()) -> KeyFile:
    """Put slots (made by `keyslots` for the store's keys) into the key file, take out those of some kinds; return it.

    A slot takes the place of those of its kind, a passphrase that of the plain slot too. Raises StorageError where nothing
    but this computer's keychain would be left, NotSaved where the disk refuses: the old key file or the new one is there,
    and either opens the plan.
    """
    from wrapplanner.storage.backups import seal

    key_file = key_file_of(store).without(*drop)
    for slot in slots:
        key_file = key_file.with_slot(slot)
    data = format_key_file(key_file)
    with store.writing():
        keep_note(store.vault, "keys", data.decode("ascii"))
    try:
        write_safely(store.folder / KEY_FILE, data)
        seal(store.folder)
    except OSError as error:
        raise NotSaved(_NOT_KEPT) from error
    return key_file


def new_lock(words: str, present: KeyFile) -> tuple[Keys, KeyFile, str]:
    """Return new keys, a key file that a passphrase opens, and a new recovery code where there was one, else "".

    Takes 0.2 s.
    """
    keys = fresh_keys()
    key_file, code = KeyFile(keys.vault_id, (passphrase_slot(keys, words),)), ""
    if present.of_kind(RECOVERY):
        slot, code = recovery_slot(keys)
        key_file = key_file.with_slot(slot)
    return keys, key_file, code


def change_key(store: PlanStore, keys: Keys, key_file: KeyFile) -> Backup:
    """Write the plan anew under other keys, in a new file; close the store, and return the backup made before.

    `key_file` is of the new keys. Backups that there are still open as they did; the present one under its old key is the
    last of them. Raises NotSaved, PlanUnreadable, StorageError; the plan is then as it was, and may have been closed.
    """
    from wrapplanner.storage.backups import Why
    from wrapplanner.storage.soundness import verify
    from wrapplanner.storage.swapping import swap_in

    data = format_key_file(key_file)
    folder, vault = store.folder, store.vault
    backup = store.make_backup(store.begin_backup(Why.KEYS))
    work = folder / f".work-{secrets.token_hex(6)}"
    try:
        work.mkdir(mode=0o700)
        vault.rekeyed_to(work / DATABASE, keys)
        write_safely(work / KEY_FILE, data)
        with closing(PlanStore.open(work, keys=keys)) as copy, copy.writing():
            keep_note(copy.vault, "keys", data.decode("ascii"))
        verify(work, keys)
        sync_file(work / DATABASE)
        swap_in(folder, work / DATABASE, data, vault)
    except OSError as error:
        raise NotSaved(_NOT_KEPT) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return backup
