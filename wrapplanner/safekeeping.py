"""The commands that keep a plan safe: its backups, what opens it, and the sealed file. Like `commands.py`, which they share."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from wrapplanner import commands
from wrapplanner.errors import PlanNotFound, PlanUnreadable, StorageError
from wrapplanner.invocation import check_target, data_of, first_line, framework_of, plan_name_of, secret_of, store_of, tell
from wrapplanner.storage.names import plan_folder, plan_names

if TYPE_CHECKING:
    from wrapplanner.domain.plan import Plan
    from wrapplanner.storage.keyfile import Keys
    from wrapplanner.storage.restoring import Counts

_HAS_ONE = "This plan has a passphrase already. Change it with: wrapplanner keys change-passphrase"
_HAS_NONE = "This plan has no passphrase yet. Give it one with: wrapplanner keys add-passphrase"


def list_backups(arguments: argparse.Namespace) -> int:
    """Print a line for each backup, the newest first: number, day, what it was made for, whether it is whole."""
    from wrapplanner.storage.backups import is_intact, listed

    folder = _existing_folder(arguments)
    lines = (
        f"{each.number}\t{each.day or 'no day'}\t{each.why or 'unknown'}\t{'whole' if is_intact(each) else 'not whole'}\n"
        for each in listed(folder)
    )
    return tell("".join(lines))


def make_backup(arguments: argparse.Namespace) -> int:
    """Make and verify a backup."""
    from wrapplanner.storage.backups import Why

    with closing(store_of(arguments)) as store:
        backup = store.make_backup(store.begin_backup(Why.ASKED))
    return tell(f"Backup {backup.number} is made and was read whole.\n")


def restore_backup(arguments: argparse.Namespace) -> int:
    """Say what restoring a backup would change; restore it unless only that was asked for."""
    from wrapplanner.domain.plan import Plan
    from wrapplanner.storage.backups import backup_of
    from wrapplanner.storage.restoring import keys_of_backup, preview, restore

    folder = _existing_folder(arguments)
    backup = backup_of(folder, arguments.number)
    present, now = _present(arguments)
    keys = keys_of_backup(backup, present, secret_of(arguments))
    shown = preview(now or Plan(""), backup, keys)
    for name, counts in (("Answers", shown.answers), ("Tools", shown.tools), ("People", shown.people)):
        tell(f"{name}: {_said(counts)}\n")
    if arguments.preview:
        return 0
    aside = restore(folder, backup, keys, present)
    undo = f" To undo this: wrapplanner backups restore {aside.number}" if aside.verified else ""
    return tell(f"Backup {backup.number} is restored. What was there is kept as backup {aside.number}.{undo}\n")


def list_keys(arguments: argparse.Namespace) -> int:
    """Print a line for each thing that opens the plan, and the day on which it was made."""
    from wrapplanner.storage.diagnosis import examine

    key_file = examine(_existing_folder(arguments))
    lines = [f"{slot.kind}\t{slot.made}".rstrip() + "\n" for slot in key_file.slots]
    lines += ["damaged\n"] * key_file.damaged
    return tell("".join(lines))


def add_passphrase(arguments: argparse.Namespace) -> int:
    """Lock the plan with a passphrase."""
    from wrapplanner.storage.keyfile import PASSPHRASE
    from wrapplanner.storage.keyslots import passphrase_slot
    from wrapplanner.storage.locking import key_file_of, put_slots

    words = first_line(arguments.new_passphrase_file)
    with closing(store_of(arguments)) as store:
        if key_file_of(store).of_kind(PASSPHRASE):
            raise StorageError(_HAS_ONE)
        put_slots(store, passphrase_slot(store.vault.keys, words))
    return tell("The plan has a passphrase now. A recovery code helps if it is forgotten: wrapplanner keys new-recovery-code\n")


def change_passphrase(arguments: argparse.Namespace) -> int:
    """Give the plan another passphrase; with a new key where somebody knows the old one."""
    from wrapplanner.storage.keyfile import PASSPHRASE
    from wrapplanner.storage.keyslots import passphrase_slot
    from wrapplanner.storage.locking import change_key, key_file_of, new_lock, put_slots

    words = first_line(arguments.new_passphrase_file)
    with closing(store_of(arguments)) as store:
        present = key_file_of(store)
        if not present.of_kind(PASSPHRASE):
            raise StorageError(_HAS_NONE)
        if not arguments.someone_knows:
            put_slots(store, passphrase_slot(store.vault.keys, words))
            return tell("The passphrase is changed. Older backups open with the one that they were made with.\n")
        keys, key_file, code = new_lock(words, present)
        change_key(store, keys, key_file)
    tell("The plan is written anew, with a new key and the new passphrase. Older backups open as they did: take them away\n")
    tell("if whoever knows the old passphrase can reach them.\n")
    return tell(f"The new recovery code, which takes the place of the old one:\n{code}\n") if code else 0


def new_recovery_code(arguments: argparse.Namespace) -> int:
    """Make a recovery code and print it; an older one opens the plan no more."""
    from wrapplanner.storage.keyslots import recovery_slot
    from wrapplanner.storage.locking import put_slots

    with closing(store_of(arguments)) as store:
        slot, code = recovery_slot(store.vault.keys)
        put_slots(store, slot)
    return tell(f"{code}\n")


def export_sealed(arguments: argparse.Namespace) -> int:
    """Write the plan with its history to one sealed file."""
    from wrapplanner.storage.keyslots import passphrase_slot
    from wrapplanner.storage.sealed import write_sealed

    check_target(arguments.output)
    words = first_line(arguments.new_passphrase_file) if arguments.new_passphrase_file else ""
    with closing(store_of(arguments)) as store:
        slots = (passphrase_slot(store.vault.keys, words),) if words else ()
        write_sealed(store, Path(arguments.output), *slots)
    return 0


def take(arguments: argparse.Namespace) -> int:
    """Take a plan in the open format, or one in a sealed file."""
    from wrapplanner.storage.sealed import is_sealed

    return _take_sealed(arguments) if arguments.file != "-" and is_sealed(Path(arguments.file)) else commands.take(arguments)


def _take_sealed(arguments: argparse.Namespace) -> int:
    from wrapplanner.storage.keyslots import unlock
    from wrapplanner.storage.sealed import read_slots, take_sealed

    path, secret = Path(arguments.file), secret_of(arguments)
    key_file = read_slots(path)
    if secret is None:
        raise StorageError("This file is sealed. Say what opens it: --passphrase-file or --recovery-code-file.")
    folder = plan_folder(data_of(arguments), plan_name_of(arguments))
    present = _present(arguments)[0] if folder.exists() else None
    aside = take_sealed(path, folder, unlock(key_file, secret), framework_of, present=present)
    if aside is None:
        return tell("The plan is made, with all that the file holds.\n")
    return tell(f"The plan is now the one of the file. What was there is kept as backup {aside.number}.\n")


def _existing_folder(arguments: argparse.Namespace) -> Path:
    data, name = data_of(arguments), plan_name_of(arguments)
    folder = plan_folder(data, name)
    if name not in plan_names(data):
        raise PlanNotFound("There is no plan of that name here yet.")
    return folder


def _present(arguments: argparse.Namespace) -> tuple[Keys | None, Plan | None]:
    """Return the keys and the words of the plan as it is now, nothing where it is damaged. Raises PlanInUse, PlanLocked."""
    try:
        with closing(store_of(arguments)) as store:
            return store.vault.keys, store.load()
    except PlanUnreadable:
        return None, None


def _said(counts: Counts) -> str:
    return f"{counts.back} come back, {counts.gone} go, {counts.other} say something else"
