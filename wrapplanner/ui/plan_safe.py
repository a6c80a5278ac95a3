"""How the open plan is kept: what opens it, and its backups. The pages ask this; storage comes in when it is needed."""

from __future__ import annotations

from contextlib import suppress
from threading import Lock, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wrapplanner.errors import NoKeychain, StorageError, Way
from wrapplanner.ui.plan_place import PlanPlace
from wrapplanner.ui.plan_wants import Restored

if TYPE_CHECKING:
    from pathlib import Path

    from wrapplanner.domain.plan import Plan
    from wrapplanner.storage.backups import Backup, Ticket
    from wrapplanner.storage.keychain import Keychain
    from wrapplanner.storage.keyfile import Keys, Slot
    from wrapplanner.storage.plans import PlanStore
    from wrapplanner.storage.restoring import Preview


class PlanSafe(QObject):
    """`restore_requested(Backup)`: the app is to close the plan, restore the backup and open it.
    `new_key_requested(NewKey)`: it is to write the plan anew, and open that.
    `delete_requested()`: it is to take the plan away for good. `leave_requested()`: to close it and show the start.

    `by_code`: the plan was opened with its recovery code, and no passphrase was chosen since. `restored`: it was opened
    after a restore. `is_renewed`: a passphrase was chosen since it was opened.
    Use it in the window's thread, but for the methods that say otherwise.
    """

    restore_requested = Signal(object)
    new_key_requested = Signal(object)
    delete_requested = Signal()
    leave_requested = Signal()

    def __init__(
        self,
        store: PlanStore,
        keychain: Keychain | None = None,
        *,
        by_code: bool = False,
        restored: Restored | None = None,
    ) -> None:
        super().__init__()
        self._store, self.by_code, self.restored = store, by_code, restored
        self._keychain = keychain
        self.is_renewed = False
        self._kinds = self._read_kinds()
        self._turn = Lock()

    @property
    def folder(self) -> Path:
        """Where the plan's files are."""
        return self._store.folder

    @property
    def place(self) -> PlanPlace:
        """What lies in the open beside the plan."""
        return PlanPlace(self._store.folder)

    @property
    def keys(self) -> Keys:
        """What opens the plan's file."""
        return self._store.vault.keys

    @property
    def has_passphrase(self) -> bool:
        """Whether a passphrase opens the plan."""
        from wrapplanner.storage.keyfile import PASSPHRASE

        return PASSPHRASE in self._kinds

    @property
    def has_code(self) -> bool:
        """Whether a recovery code opens the plan."""
        from wrapplanner.storage.keyfile import RECOVERY

        return RECOVERY in self._kinds

    @property
    def has_computer(self) -> bool:
        """Whether a keychain has a key: the plan then opens by itself where that keychain is."""
        from wrapplanner.storage.keyfile import COMPUTER

        return COMPUTER in self._kinds

    @property
    def lies_open(self) -> bool:
        """Whether the key lies beside the plan, for whoever has its files."""
        from wrapplanner.storage.keyfile import PLAIN

        return PLAIN in self._kinds

    @property
    def to_read(self) -> bool:
        """Whether it is open to be read alone."""
        return self._store.vault.to_read

    @property
    def ways(self) -> tuple[Way, ...]:
        """What a person can give to open the plan."""
        return tuple(way for way, has in ((Way.PASSPHRASE, self.has_passphrase), (Way.RECOVERY_CODE, self.has_code)) if has)

    def unlock(self, way: Way, words: str) -> Keys:
        """Return the keys, as proof that somebody may go on. For another thread. Raises WrongSecret, StorageError."""
        from wrapplanner.storage.keyslots import Passphrase, RecoveryCode, unlock
        from wrapplanner.storage.locking import key_file_of

        return unlock(key_file_of(self._store), Passphrase(words) if way is Way.PASSPHRASE else RecoveryCode(words))

    def check(self, words: str) -> None:
        """Raise WrongSecret unless these words are the passphrase. For another thread: it takes 0.2 s."""
        self.unlock(Way.PASSPHRASE, words)

    def make_slot(self, words: str) -> Slot:
        """Return a slot that a new passphrase opens. For another thread: it takes 0.2 s. Raises StorageError."""
        from wrapplanner.storage.keyslots import passphrase_slot

        return passphrase_slot(self._store.vault.keys, words)

    def lock_with(self, slot: Slot) -> str:
        """Keep a new passphrase's slot; return a new recovery code if there was none yet, or "". Raises StorageError."""
        from wrapplanner.storage.keyslots import recovery_slot

        more, code = ((), "") if self.has_code else _with_code(recovery_slot(self._store.vault.keys))
        self._put(slot, *more, drop=self._computer())
        self.by_code, self.is_renewed = False, True
        return code

    def computer_slot(self) -> Slot | None:
        """Return a slot that this computer's keychain opens, None without a keychain. For another thread: up to 2 s."""
        from wrapplanner.storage.keychain import Keychain
        from wrapplanner.storage.keyslots import computer_slot

        with suppress(NoKeychain):
            return computer_slot(self._store.vault.keys, self._keychain or Keychain())
        return None

    def open_by_itself(self, slot: Slot | None) -> None:
        """Have the plan ask nobody: by a slot of this computer's keychain, or by a key that lies beside it.

        Without a recovery code the key lies beside it in any case: a keychain may be gone one day. Raises StorageError.
        """
        from wrapplanner.storage.keyfile import PASSPHRASE, PLAIN
        from wrapplanner.storage.keyslots import plain_slot

        beside = () if self.lies_open or (slot and self.has_code) else (plain_slot(self._store.vault.keys),)
        drop = (*self._computer(), PASSPHRASE, *((PLAIN,) if slot and self.has_code else ()))
        self._put(*((slot,) if slot else ()), *beside, drop=drop)

    def new_code(self) -> str:
        """Return a new recovery code, in the place of the old one. Raises StorageError."""
        from wrapplanner.storage.keyfile import PLAIN
        from wrapplanner.storage.keyslots import recovery_slot

        slot, code = recovery_slot(self._store.vault.keys)
        self._put(slot, drop=(PLAIN,) if self.has_computer else ())
        return code

    def write_sealed(self, path: Path, words: str) -> None:
        """Write the plan to one sealed file, which `words` open too if there are any. In any thread. Raises StorageError."""
        from wrapplanner.storage.keyslots import passphrase_slot
        from wrapplanner.storage.sealed import write_sealed

        with self._turn:
            write_sealed(self._store, path, *((passphrase_slot(self._store.vault.keys, words),) if words else ()))

    def backups(self) -> tuple[Backup, ...]:
        """Return the backups, the newest first."""
        from wrapplanner.storage.backups import listed

        return listed(self.folder)

    def begin_backup(self) -> Ticket:
        """Take leave to make a backup. Raises NotSaved."""
        from wrapplanner.storage.backups import Why

        return self._store.begin_backup(Why.ASKED)

    def begin_due_backup(self, *, opened: bool) -> Ticket | None:
        """Take leave to make a backup if anything was changed since the last; `opened`: since before it was opened.

        Raises NotSaved.
        """
        from wrapplanner.storage.backups import Why

        if self._store.vault.to_read or not self._store.backup_is_due:
            return None
        return self._store.begin_backup(Why.OPENED if opened else Why.CHANGED)

    @property
    def is_busy(self) -> bool:
        """Whether a backup is being made."""
        return self._turn.locked()

    def make_backup(self, ticket: Ticket) -> Backup:
        """Make a backup, after one that is being made. For another thread. Raises NotSaved, PlanUnreadable."""
        with self._turn:
            return self._store.make_backup(ticket)

    def preview(self, now: Plan, backup: Backup) -> Preview:
        """Return what restoring a backup would change. For another thread. Raises StorageError, PlanLocked among them."""
        from wrapplanner.storage.restoring import keys_of_backup, preview

        return preview(now, backup, keys_of_backup(backup, self._store.vault.keys, keychain=self._keychain))

    def _computer(self) -> tuple[str, ...]:
        from wrapplanner.storage.keyfile import COMPUTER

        return (COMPUTER,) if self.has_computer else ()

    def _put(self, *slots: Slot, drop: tuple[str, ...] = ()) -> None:
        from wrapplanner.storage.keyfile import COMPUTER
        from wrapplanner.storage.locking import key_file_of, names_in_keychain, put_slots

        gone = names_in_keychain(key_file_of(self._store)) if COMPUTER in drop else ()
        self._kinds = frozenset(slot.kind for slot in put_slots(self._store, *slots, drop=drop).slots)
        if gone:
            Thread(target=_forget, args=(gone, self._keychain), daemon=True).start()

    def _read_kinds(self) -> frozenset[str]:
        from wrapplanner.storage.locking import key_file_of

        try:
            return frozenset(slot.kind for slot in key_file_of(self._store).slots)
        except StorageError:  # it opened all the same: from a read-only disk, with the key file that waits beside
            return frozenset()


def _forget(names: tuple[str, ...], keychain: Keychain | None) -> None:
    """Take keys out of the keychain, which may be another computer's: then there is nothing to take out."""
    from wrapplanner.storage.keychain import Keychain

    for name in names:
        with suppress(NoKeychain):
            (keychain or Keychain()).forget(name)


def _with_code(made: tuple[Slot, str]) -> tuple[tuple[Slot, ...], str]:
    slot, code = made
    return (slot,), code
