"""The open plan's store: domain values in, domain values out; a change is one transaction and one row of history."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from wrapplanner.domain.changes import Change
from wrapplanner.domain.copies import Edition
from wrapplanner.domain.plan import Entry, Plan
from wrapplanner.errors import NotSaved, PlanNotFound, PlanTooNew, PlanUnreadable, StorageError
from wrapplanner.storage import rows
from wrapplanner.storage.keyfile import fresh_keys, write_keys
from wrapplanner.storage.names import plan_folder, plan_names
from wrapplanner.storage.rows import ENTRY_COLUMNS, PERSON_COLUMNS, TOOL_COLUMNS, entry_of, person_of, tool_of
from wrapplanner.storage.safefiles import sync_folder
from wrapplanner.storage.vault import DATABASE, KEY_FILE, Vault

__all__ = ["Clock", "PlanStore", "plan_folder", "plan_names", "utc_now"]

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


class PlanStore:
    """One open plan. Use it in the thread that opened it, and `close` it; nothing needs saving before that."""

    def __init__(self, vault: Vault, framework: str, clock: Clock) -> None:
        """`create` and `open` are the ways in."""
        self.framework = framework
        self.vault = vault
        self._clock = clock
        self._ranks: dict[Any, Any] = {}  # what `keeping` knows of the lists' orders

    @classmethod
    def create(cls, folder: Path, framework: str, *, content: Plan | None = None, clock: Clock = utc_now) -> PlanStore:
        """Make a new plan in a folder that is not there yet or is empty, and open it; `content` is its first change.

        Raises StorageError where something stands there already, NotSaved where the disk refuses. The folder appears
        whole or not at all, so that being broken off leaves nothing that looks like a damaged plan.
        """
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise StorageError("There is something in this plan's folder already. Nothing was written over.")
        fresh = folder.parent / f".new-{secrets.token_hex(6)}"
        try:
            folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            fresh.mkdir(mode=0o700)
            _make_files(fresh, content or Plan(framework), clock())
            if folder.exists():
                folder.rmdir()
            fresh.rename(folder)
            sync_folder(folder.parent)
        except (OSError, NotSaved) as error:
            raise NotSaved("A new plan cannot be made here: the disk is full, read-only or was pulled out.") from error
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        return cls.open(folder, clock=clock)

    @classmethod
    def open(cls, folder: Path, *, clock: Clock = utc_now) -> PlanStore:
        """Open the plan in a folder. Raises PlanNotFound, PlanInUse, PlanUnreadable, PlanTooNew; nothing is written over."""
        if not (folder / DATABASE).exists() and not (folder / KEY_FILE).exists():
            raise PlanNotFound("There is no plan of that name here yet.")
        vault = Vault.open(folder)
        try:
            framework = _checked_framework(vault)
        except BaseException:
            vault.close()
            raise
        return cls(vault, framework, clock)

    def load(self) -> Plan:
        """Return the whole plan as it is kept. Raises PlanUnreadable."""
        return _plan(self.vault, self.framework)

    def apply(self, change: Change, inverse: Change) -> None:
        """Keep one change, durable when this returns: its rows and one row of history, or nothing at all.

        Raises NotSaved (the store stays usable: try again later), ChangeRefused (it does not fit what is kept).
        """
        from wrapplanner.storage.keeping import keep  # late, as in vault.py: SQLAlchemy comes with the first write

        try:
            with self.vault.transaction() as connection:
                keep(connection, self._ranks, change, inverse, self._clock())
        except BaseException:
            self._ranks.clear()  # they were moved on with rows that are now taken back
            raise

    def edition(self) -> Edition:
        """Return the plan's present edition: a new number once something changed after the last hand-out."""
        return _edition(self.vault)[0]

    def hand_out(self) -> Edition:
        """Record that the present edition left the house, and return it. Raises NotSaved."""
        edition, history, is_new = _edition(self.vault)
        if is_new:
            from wrapplanner.storage.keeping import keep_edition

            with self.vault.transaction() as connection:
                keep_edition(connection, edition, history, self._clock())
        return edition

    def warm(self) -> None:
        """Import what the first write needs; may be called in another thread, and need not be called at all."""
        from wrapplanner.storage import keeping

        assert keeping

    def close(self) -> None:
        """Let go of the plan; closing twice is fine."""
        self.vault.close()


def _make_files(folder: Path, content: Plan, now: datetime) -> None:
    from wrapplanner.storage.keeping import make_tables

    keys = fresh_keys()
    write_keys(folder / KEY_FILE, keys)
    vault = Vault.create(folder, keys)
    try:
        with vault.transaction() as connection:
            make_tables(connection, content, now)
    finally:
        vault.close()


def _checked_framework(vault: Vault) -> str:
    known = _meta(vault)
    try:
        schema, framework = int(known["schema"]), known["framework"]
    except (KeyError, ValueError) as error:
        raise PlanUnreadable(
            "This plan's file does not say what it is, so it cannot be opened. Nothing was changed."
        ) from error
    if schema > rows.SCHEMA:
        raise PlanTooNew(
            "This plan was written by a newer version of WRAP Planner. Open it with that one. Nothing was changed."
        )
    if schema < rows.SCHEMA:
        from wrapplanner.storage.migrations import upgrade  # late: Alembic takes 0.3 s, and few openings need it

        with vault.transaction() as connection:
            upgrade(connection, schema, rows.SCHEMA)
    return framework


def _meta(vault: Vault) -> dict[str, str]:
    if not vault.rows("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'meta'"):
        return {}
    return dict(vault.rows("SELECT key, value FROM meta"))


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
    changed = vault.rows("SELECT id, day FROM history ORDER BY id DESC LIMIT 1")
    last, day = changed[0] if changed else (0, _meta(vault)["created_day"])
    handed = vault.rows("SELECT version, history, day FROM editions ORDER BY version DESC LIMIT 1")
    version, history, handed_day = handed[0] if handed else (0, -1, "")
    if history == last:
        return Edition(version, date.fromisoformat(handed_day)), last, False
    return Edition(version + 1, date.fromisoformat(day)), last, True
