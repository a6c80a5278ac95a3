"""A backup in the place of the plan: seen before, the present set aside, and undone in the same way."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from wrapplanner.domain.plan import Entry, Person, Plan, Tool
from wrapplanner.errors import Mispaired, NotSaved, PlanInUse, PlanTooNew, PlanUnreadable, StorageError
from wrapplanner.storage import backups
from wrapplanner.storage.backups import Backup, Why
from wrapplanner.storage.diagnosis import DATABASE, KEY_FILE, examine, read_salt
from wrapplanner.storage.keychain import Keychain
from wrapplanner.storage.keyfile import KeyFile, Keys, format_key_file, read_key_file
from wrapplanner.storage.keyslots import Secret, unlock, unlock_unasked
from wrapplanner.storage.opening import Clock, keep_note, utc_now
from wrapplanner.storage.plans import PlanStore
from wrapplanner.storage.safefiles import copy_safely, sync_file, write_safely
from wrapplanner.storage.soundness import verify
from wrapplanner.storage.swapping import swap_in
from wrapplanner.storage.vault import Vault

_NO_ROOM = "There is no room to restore a backup. Make room and try again. The plan is as it was."


@dataclass(frozen=True, slots=True)
class Counts:
    """How many things would come back, go, and say something else."""

    back: int = 0
    gone: int = 0
    other: int = 0

    @property
    def any(self) -> bool:
        """Whether there would be any difference."""
        return bool(self.back or self.gone or self.other)


@dataclass(frozen=True, slots=True)
class Preview:
    """What restoring would change. `questions` are the ids of those whose answers differ."""

    answers: Counts
    tools: Counts
    people: Counts
    questions: tuple[str, ...]

    @property
    def any(self) -> bool:
        """Whether anything would change."""
        return bool(self.questions) or self.tools.any or self.people.any


def keys_of_backup(
    backup: Backup, present: Keys | None, secret: Secret | None = None, keychain: Keychain | None = None
) -> Keys:
    """Return the keys that open a backup: the present ones if they are its own, else by its own key file.

    Raises PlanUnreadable, PlanLocked (its own passphrase or code is wanted), WrongSecret, PlanTooNew.
    """
    key_file = examine(backup.folder)
    if present is not None and present.vault_id == key_file.vault_id:
        return present
    return unlock(key_file, secret) if secret else unlock_unasked(key_file, keychain or Keychain())


def preview(now: Plan, backup: Backup, keys: Keys) -> Preview:
    """Return what restoring a backup would change in a plan; nothing is changed. Raises PlanUnreadable, NotSaved."""
    with worked_on(backup.folder.parent.parent, backup) as work, closing(PlanStore.open(work, keys=keys)) as store:
        return difference(now, store.load())


def difference(now: Plan, then: Plan) -> Preview:
    """Return what would change if a plan became another one."""
    answers = Counts()
    questions = []
    for question in sorted(now.answers.keys() | then.answers.keys()):
        if now.entries(question) != then.entries(question):
            questions.append(question)
            more = _counts(now.entries(question), then.entries(question))
            answers = Counts(answers.back + more.back, answers.gone + more.gone, answers.other + more.other)
    return Preview(answers, _counts(now.tools, then.tools), _counts(now.people, then.people), tuple(questions))


def restore(folder: Path, backup: Backup, keys: Keys, present: Keys | None, *, clock: Clock = utc_now) -> Backup:
    """Put a backup in the place of the plan in a folder, which no store has open; return what was set aside: restoring that
    undoes this. `keys` are the backup's, `present` the plan's own, None where it does not open.

    Raises PlanInUse, PlanUnreadable (the backup is damaged), NotSaved; the plan is then as it was.
    """
    with worked_on(folder, backup) as work:
        verify(work, keys)
        return replace_plan(folder, work, keys, present, clock)


def replace_plan(folder: Path, work: Path, keys: Keys, present: Keys | None, clock: Clock) -> Backup:
    """Put the verified plan in the folder `work`, on the same disk, in the place of the one in `folder`; see `restore`."""
    vault = _present(folder, present)
    try:
        key_data = _made_ready(folder, work, keys)
        aside = _set_aside(folder, vault, clock)
        swap_in(folder, work / DATABASE, key_data, vault)
        backups.seal(folder)
    except OSError as error:
        raise NotSaved(_NO_ROOM) from error
    finally:
        if vault is not None:
            vault.close()
    return aside


def key_files_that_fit(folder: Path) -> tuple[Backup, ...]:
    """Return the backups whose key file belongs to the plan's file, for when its own is damaged, gone or another one's."""
    salt, fitting = read_salt(folder / DATABASE), []
    for backup in backups.listed(folder):
        with suppress(StorageError):
            if read_key_file(backup.folder / KEY_FILE).check().vault_id == salt:
                fitting.append(backup)
    return tuple(fitting)


def opens_otherwise(folder: Path, backup: Backup) -> bool:
    """Whether a verified backup has other slots than the plan in a folder has now: other words may open it."""
    with suppress(StorageError):
        return backup.verified and read_key_file(backup.folder / KEY_FILE).slots != read_key_file(folder / KEY_FILE).slots
    return False


def take_key_file(folder: Path, backup: Backup, *, clock: Clock = utc_now) -> None:
    """Put a backup's key file beside the plan's file, which no store has open, the files as they are set aside before.

    Raises NotSaved, Mispaired.
    """
    if backup not in key_files_that_fit(folder):
        raise Mispaired("This backup's key file does not belong to the plan's file. Nothing was changed.")
    try:
        backups.set_aside(folder, clock())
        write_safely(folder / KEY_FILE, (backup.folder / KEY_FILE).read_bytes())
    except OSError as error:
        raise NotSaved(_NO_ROOM) from error


@contextmanager
def worked_on(folder: Path, backup: Backup) -> Iterator[Path]:
    """Give a folder with copies of a backup's files, on the plan's own disk; gone afterwards. Raises NotSaved."""
    work = folder / f".work-{secrets.token_hex(6)}"
    try:
        work.mkdir(mode=0o700)
        for name in (DATABASE, KEY_FILE):
            copy_safely(backup.folder / name, work / name)
        yield work
    except FileNotFoundError as error:
        raise PlanUnreadable("Something of this backup is gone, so it cannot be used. The plan is as it was.") from error
    except OSError as error:
        raise NotSaved(_NO_ROOM) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _present(folder: Path, keys: Keys | None) -> Vault | None:
    """Return the plan's own vault, locked against everybody else, None where it does not open."""
    if keys is None:
        return None
    try:
        examine(folder)
        return Vault.open(folder, keys)
    except PlanInUse:
        raise
    except (PlanUnreadable, PlanTooNew):
        return None


def _made_ready(folder: Path, work: Path, keys: Keys) -> bytes | None:
    """Bring a plan that is to replace another up to date; return the key file that it brings, None where the present fits."""
    own = read_key_file(work / KEY_FILE)
    try:
        # The same data key: what opens the plan today goes on opening it.
        present = read_key_file(folder / KEY_FILE).check()
        fits = present.vault_id == own.vault_id
    except StorageError:
        present, fits = own, False
    key_file: KeyFile = present if fits else own
    with closing(PlanStore.open(work, keys=keys)) as store, store.writing():
        keep_note(store.vault, "keys", format_key_file(key_file).decode("ascii"))
    sync_file(work / DATABASE)
    return None if fits else format_key_file(key_file)


def _set_aside(folder: Path, vault: Vault | None, clock: Clock) -> Backup:
    if vault is None:
        return backups.set_aside(folder, clock())
    try:
        return backups.make(vault, folder, backups.begin_unwritten(folder, Why.RESTORE, clock()))
    except PlanUnreadable:  # it opens and is damaged all the same
        return backups.set_aside(folder, clock())


def _counts(now: Sequence[Entry | Tool | Person], then: Sequence[Entry | Tool | Person]) -> Counts:
    before, after = ({each.id: each for each in things} for things in (now, then))
    other = sum(before[each] != after[each] for each in before.keys() & after.keys())
    return Counts(len(after.keys() - before.keys()), len(before.keys() - after.keys()), other)
