"""How an open plan is locked: slots put in and taken out of its key file, and of the copy of it inside the plan's file."""

from __future__ import annotations

from wrapplanner.errors import NotSaved
from wrapplanner.storage.diagnosis import KEY_FILE
from wrapplanner.storage.keyfile import KeyFile, Slot, format_key_file, read_key_file
from wrapplanner.storage.opening import keep_note
from wrapplanner.storage.plans import PlanStore
from wrapplanner.storage.safefiles import write_safely

_NOT_KEPT = "The key file cannot be written: the disk is full, read-only or was pulled out. What opened the plan still does."


def key_file_of(store: PlanStore) -> KeyFile:
    """Return the key file of an open plan. Raises KeyFileDamaged, PlanUnreadable."""
    return read_key_file(store.folder / KEY_FILE)


def put_slots(store: PlanStore, *slots: Slot, drop: tuple[str, ...] = ()) -> KeyFile:
    """Put slots (made by `keyslots` for the store's keys) into the key file, take out those of some kinds; return it.

    A slot takes the place of those of its kind, a passphrase that of the plain slot too. Raises StorageError where nothing
    but this computer's keychain would be left, NotSaved where the disk refuses: the old key file or the new one is there,
    and either opens the plan.
    """
    key_file = key_file_of(store).without(*drop)
    for slot in slots:
        key_file = key_file.with_slot(slot)
    data = format_key_file(key_file)
    with store.writing() as connection:
        keep_note(connection, "keys", data.decode("ascii"))
    try:
        write_safely(store.folder / KEY_FILE, data)
    except OSError as error:
        raise NotSaved(_NOT_KEPT) from error
    return key_file
