"""The open plan's store: domain values in, domain values out; a change is one transaction and one row of history.

Opening a plan needs little of this. What only a later act needs is imported by that act, so that the plan is seen sooner;
`warm` fetches most of it in the background.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from wrapplanner.domain.plan import Entry, Plan
from wrapplanner.errors import NotSaved, PagesDamaged, PlanNotFound, PlanTooNew, StorageError, WrapPlannerError
from wrapplanner.storage.days import DayStore
from wrapplanner.storage.diagnosis import DATABASE, KEY_FILE, examine
from wrapplanner.storage.digest import CONTENT
from wrapplanner.storage.keychain import Keychain
from wrapplanner.storage.keyfile import KeyFile, Keys, format_key_file, fresh_keys
from wrapplanner.storage.keyslots import plain_slot, unlock_unasked
from wrapplanner.storage.names import plan_folder, plan_names
from wrapplanner.storage.opening import Clock, brought_up_to_date, make_files, meta_of, utc_now
from wrapplanner.storage.reviews import ReviewStore
from wrapplanner.storage.rows import ENTRY_COLUMNS, PERSON_COLUMNS, TOOL_COLUMNS, entry_of, person_of, tool_of
from wrapplanner.storage.safefiles import sync_folder
from wrapplanner.storage.vault import Vault
from wrapplanner.storage.words import WordStore

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from wrapplanner.domain.changes import Change
    from wrapplanner.domain.copies import Copy, Edition
    from wrapplanner.domain.history import Step
    from wrapplanner.storage.backups import Backup, Ticket, Why

__all__ = ["Clock", "PlanStore", "plan_folder", "plan_names", "utc_now"]

_ONLY_READ = "This plan is open to be read alone, so these words are not on the disk. They are still here."
_UNREADABLE = "Something in this plan's file cannot be read, so it cannot be opened. Nothing was changed."
_TOO_NEW = "This plan was written by a newer version of WRAP Planner. Open it with that one. Nothing was changed."


class PlanStore:
    """One open plan. Use it in the thread that opened it, and `close` it; nothing needs saving before that."""

    def __init__(self, folder: Path, vault: Vault, framework: str, plan: Plan, clock: Clock) -> None:
        """`create` and `open` are the ways in."""
        self.folder, self.vault, self.framework = folder, vault, framework
        self._plan: Plan | None = plan  # as opening read it, until something is changed
        self._clock = clock
        self.days = DayStore(self)
        self.words = WordStore(self)
        self.reviews = ReviewStore(self)
        self._ranks: dict[Any, Any] = {}  # what `keeping` knows of the lists' orders

    @classmethod
    def create(
        cls,
        folder: Path,
        framework: str,
        *,
        content: Plan | None = None,
        clock: Clock = utc_now,
        keys: Keys | None = None,
        key_file: KeyFile | None = None,
    ) -> PlanStore:
        """Make a new plan in a folder that is not there yet or is empty, and open it; `content` is its first change.

        `keys` and `key_file` lock it (`keyslots`); without them it opens for whoever has its files. Raises StorageError
        where something stands there already, NotSaved where the disk refuses. The folder appears whole or not at all, so
        that being broken off leaves nothing that looks like a damaged plan.
        """
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise StorageError("There is something in this plan's folder already. Nothing was written over.")
        keys = keys or fresh_keys()
        key_data = format_key_file(key_file or KeyFile(keys.vault_id, (plain_slot(keys),)))
        fresh = folder.parent / f".new-{secrets.token_hex(6)}"
        try:
            folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            fresh.mkdir(mode=0o700)
            make_files(fresh, content or Plan(framework), keys, key_data, clock())
            if folder.exists():
                folder.rmdir()
            fresh.rename(folder)
            sync_folder(folder.parent)
        except (OSError, NotSaved) as error:
            raise NotSaved("A new plan cannot be made here: the disk is full, read-only or was pulled out.") from error
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        return cls.open(folder, clock=clock, keys=keys)

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        clock: Clock = utc_now,
        keys: Keys | None = None,
        to_read: bool = False,
        keychain: Keychain | None = None,
    ) -> PlanStore:
        """Open the plan in a folder, with `keys` (`keyslots.unlock`) or else where nobody need be asked.

        Raises PlanNotFound, then in this order FileIncomplete, Mispaired, KeyFileDamaged, PlanLocked, PlanInUse,
        PlanReadOnly, PagesDamaged, PlanTooNew; nothing is written over. With `to_read` the last but PagesDamaged may be
        opened all the same, and nothing is ever written.
        """
        if not (folder / DATABASE).exists() and not (folder / KEY_FILE).exists():
            raise PlanNotFound("There is no plan of that name here yet.")
        key_file = examine(folder)
        vault = Vault.open(folder, keys or unlock_unasked(key_file, keychain or Keychain()), to_read=to_read)
        try:
            framework, is_newer = brought_up_to_date(folder, vault)
            if is_newer:
                plan = _plan_of_newer(vault, framework)
            else:
                assert vault.digest is not None
                vault.digest.verify(CONTENT)
                plan = _read(vault, framework)
        except BaseException:
            vault.close()
            raise
        return cls(folder, vault, framework, plan, clock)

    def load(self) -> Plan:
        """Return the whole plan as it is kept. Raises PlanUnreadable."""
        if self._plan is None:
            self._plan = _read(self.vault, self.framework)
        return self._plan

    def apply(self, change: Change, inverse: Change) -> None:
        """Keep one change, durable when this returns: its rows and one row of history, or nothing at all.

        Raises NotSaved (the store stays usable: try again later), ChangeRefused (it does not fit what is kept).
        """
        self._check_writes()
        from wrapplanner.storage.keeping import keep  # late, as in vault.py: SQLAlchemy comes with the first write

        self._plan = None
        try:
            with self.writing() as connection:
                keep(connection, self._ranks, change, inverse, self._clock())
        except BaseException:
            self._ranks.clear()  # they were moved on with rows that are now taken back
            raise

    def edition(self) -> Edition:
        """Return the plan's present edition: a new number once something changed after the last hand-out."""
        return _edition(self.vault)[0]

    def hand_out(self, *handed: Copy) -> Edition:
        """Record that the present edition left the house, and with whom it is; return it. Raises NotSaved.

        Copies of the same document that their holders had before are replaced by these.
        """
        from wrapplanner.storage import copies

        self._check_writes()
        edition, last, is_new = _edition(self.vault)
        if is_new or handed:
            from wrapplanner.storage.keeping import keep_edition

            before = self.copies()
            with self.writing() as connection:
                if is_new:
                    keep_edition(connection, edition, last, self._clock())
                copies.keep_handed(connection, handed, before)
        return edition

    def copies(self) -> tuple[Copy, ...]:
        """Return every copy that left the house, in the order in which they did."""
        from wrapplanner.storage import copies

        return copies.copies(self.vault)

    def keep_copy(self, copy: Copy) -> None:
        """Write down what became of a copy. Raises NotSaved."""
        from wrapplanner.storage import copies

        with self.writing() as connection:
            copies.keep_copy(connection, copy)

    def handed_version(self, version: int) -> tuple[Edition, int] | None:
        """Return a version that was handed out and the last step of history in it, None where there is none."""
        from wrapplanner.storage import copies

        return copies.handed_version(self.vault, version)

    def steps(self, before: int, count: int) -> tuple[Step, ...]:
        """Return up to `count` steps of history with an id under `before` (0: from the end), the latest first."""
        from wrapplanner.storage import history

        return history.steps(self.vault, before, count)

    def last_step_of(self, day: str) -> int:
        """Return the id of the last step on or before a day (ISO); 0 if there is none."""
        from wrapplanner.storage import history

        return history.last_step_of(self.vault, day)

    def warm(self) -> None:
        """Import what the first write needs; may be called in another thread, and need not be called at all."""
        from wrapplanner.storage import copies, history, keeping

        assert copies
        assert history
        assert keeping

    @property
    def backup_is_due(self) -> bool:
        """Whether anything was changed since the last backup."""
        from wrapplanner.storage import backups

        return backups.is_due(self.folder, self.vault)

    def begin_backup(self, why: Why) -> Ticket:
        """Take leave to make a backup, which `make_backup` then does. Raises NotSaved."""
        from wrapplanner.storage import backups

        with self.writing():
            return backups.begin(self.vault, self.folder, why, self._clock())

    def make_backup(self, ticket: Ticket) -> Backup:
        """Make and verify a backup: the one thing that any thread may do. Raises NotSaved, PlanUnreadable."""
        from wrapplanner.storage import backups

        return backups.make(self.vault, self.folder, ticket)

    def close(self) -> None:
        """Let go of the plan; closing twice is fine."""
        self.vault.close()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection inside one transaction that writes; for the rest of storage. Raises NotSaved."""
        self._check_writes()
        with self.vault.transaction() as connection:
            yield connection

    def _check_writes(self) -> None:
        if self.vault.to_read:
            raise NotSaved(_ONLY_READ)


def _read(vault: Vault, framework: str) -> Plan:
    try:
        return _plan(vault, framework)
    except (ValueError, TypeError) as error:
        raise PagesDamaged(_UNREADABLE) from error


def _plan_of_newer(vault: Vault, framework: str) -> Plan:
    try:
        return _plan(vault, framework)
    except (WrapPlannerError, ValueError, TypeError) as error:
        raise PlanTooNew(_TOO_NEW) from error


def _plan(vault: Vault, framework: str) -> Plan:
    answers: dict[str, list[Entry]] = {}
    for question, *row in vault.rows(f"SELECT question, {', '.join(ENTRY_COLUMNS)} FROM entries ORDER BY question, rank"):
        answers.setdefault(question, []).append(entry_of(row))
    return Plan(
        framework,
        MappingProxyType({question: tuple(entries) for question, entries in answers.items()}),
        tuple(map(tool_of, vault.rows(f"SELECT {', '.join(TOOL_COLUMNS)} FROM tools ORDER BY rank"))),
        tuple(map(person_of, vault.rows(f"SELECT {', '.join(PERSON_COLUMNS)} FROM people ORDER BY rank"))),
    )


def _edition(vault: Vault) -> tuple[Edition, int, bool]:
    """Return (the present edition, the last change that is in it, whether it was not handed out yet)."""
    from wrapplanner.domain.copies import Edition

    changed = vault.rows("SELECT id, day FROM history ORDER BY id DESC LIMIT 1")
    last, day = changed[0] if changed else (0, meta_of(vault)["created_day"])
    handed = vault.rows("SELECT version, history, day FROM editions ORDER BY version DESC LIMIT 1")
    version, history, handed_day = handed[0] if handed else (0, -1, "")
    if history == last:
        return Edition(version, date.fromisoformat(handed_day)), last, False
    return Edition(version + 1, date.fromisoformat(day)), last, True
