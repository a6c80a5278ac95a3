"""The open plan's store: domain values in, domain values out; a change is one transaction and one row of history."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, insert, select

from wrapplanner.domain.changes import Change, replacement
from wrapplanner.domain.copies import Edition
from wrapplanner.domain.plan import Entry, Plan
from wrapplanner.errors import NotSaved, PlanNotFound, PlanTooNew, PlanUnreadable, StorageError
from wrapplanner.storage import tables
from wrapplanner.storage.codec import change_to_plain
from wrapplanner.storage.keyfile import fresh_keys, write_keys
from wrapplanner.storage.names import plan_folder, plan_names
from wrapplanner.storage.ranks import Ranks
from wrapplanner.storage.rows import compact, entry_of, person_of, tool_of
from wrapplanner.storage.safefiles import sync_folder
from wrapplanner.storage.vault import DATABASE, KEY_FILE, Vault
from wrapplanner.storage.writing import ListKey, Writer

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
        self._ranks: dict[ListKey, Ranks] = {}

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
            with vault.transaction() as connection:
                framework = _checked_framework(connection)
        except BaseException:
            vault.close()
            raise
        return cls(vault, framework, clock)

    def load(self) -> Plan:
        """Return the whole plan as it is kept. Raises PlanUnreadable."""
        with self.vault.transaction() as connection:
            return _plan(connection, self.framework)

    def apply(self, change: Change, inverse: Change) -> None:
        """Keep one change, durable when this returns: its rows and one row of history, or nothing at all.

        Raises NotSaved (the store stays usable: try again later), ChangeRefused (it does not fit what is kept).
        """
        try:
            with self.vault.transaction() as connection:
                _keep(connection, self._ranks, change, inverse, self._clock())
        except BaseException:
            self._ranks.clear()  # they were moved on with rows that are now taken back
            raise

    def edition(self) -> Edition:
        """Return the plan's present edition: a new number once something changed after the last hand-out."""
        with self.vault.transaction() as connection:
            return _edition(connection)[0]

    def hand_out(self) -> Edition:
        """Record that the present edition left the house, and return it. Raises NotSaved."""
        with self.vault.transaction() as connection:
            edition, history, is_new = _edition(connection)
            if is_new:
                values = {"version": edition.version, "history": history, "day": edition.day.isoformat()}
                at = self._clock().astimezone(UTC).isoformat()
                connection.execute(insert(tables.editions), {**values, "handed_out": at})
        return edition

    def close(self) -> None:
        """Let go of the plan; closing twice is fine."""
        self.vault.close()


_HISTORY = insert(tables.history).inline()


def _keep(connection: Connection, ranks: dict[ListKey, Ranks], change: Change, inverse: Change, now: datetime) -> None:
    Writer(connection, ranks).write(change)
    row = {"change": compact(change_to_plain(change)), "inverse": compact(change_to_plain(inverse))}
    connection.execute(_HISTORY, {"at": now.astimezone(UTC).isoformat(), "day": _day(now), **row})


def _make_files(folder: Path, content: Plan, now: datetime) -> None:
    empty = Plan(content.framework)
    keys = fresh_keys()
    write_keys(folder / KEY_FILE, keys)
    vault = Vault.create(folder, keys)
    try:
        with vault.transaction() as connection:
            tables.metadata.create_all(connection)
            created = now.astimezone(UTC).isoformat()
            known = {"schema": str(tables.SCHEMA), "framework": content.framework, "created": created, "created_day": _day(now)}
            connection.execute(insert(tables.meta), [{"key": key, "value": value} for key, value in known.items()])
            if content != empty:
                _keep(connection, {}, replacement(empty, content), replacement(content, empty), now)
    finally:
        vault.close()


def _checked_framework(connection: Connection) -> str:
    known = _meta(connection)
    try:
        schema, framework = int(known["schema"]), known["framework"]
    except (KeyError, ValueError) as error:
        raise PlanUnreadable(
            "This plan's file does not say what it is, so it cannot be opened. Nothing was changed."
        ) from error
    if schema > tables.SCHEMA:
        raise PlanTooNew(
            "This plan was written by a newer version of WRAP Planner. Open it with that one. Nothing was changed."
        )
    if schema < tables.SCHEMA:
        from wrapplanner.storage.migrations import upgrade  # late: Alembic takes 0.3 s, and few openings need it

        upgrade(connection, schema, tables.SCHEMA)
    return framework


def _meta(connection: Connection) -> dict[str, str]:
    if not connection.dialect.has_table(connection, tables.meta.name):
        return {}
    rows = connection.execute(select(tables.meta.c.key, tables.meta.c.value))
    return {row.key: row.value for row in rows}


def _plan(connection: Connection, framework: str) -> Plan:
    t, p, e = tables.tools.c, tables.people.c, tables.entries.c
    tools = [column for column in tables.tools.columns if column is not t.rank]
    people = [column for column in tables.people.columns if column is not p.rank]
    said = [e.id, e.text, e.note, e.tool, e.person, e.cells]
    answers: dict[str, list[Entry]] = {}
    for question, *row in connection.execute(select(e.question, *said).order_by(e.question, e.rank)):
        answers.setdefault(question, []).append(entry_of(row))
    return Plan(
        framework,
        MappingProxyType({question: tuple(entries) for question, entries in answers.items()}),
        tuple(map(tool_of, connection.execute(select(*tools).order_by(t.rank)))),
        tuple(map(person_of, connection.execute(select(*people).order_by(p.rank)))),
    )


def _edition(connection: Connection) -> tuple[Edition, int, bool]:
    """Return (the present edition, the last change that is in it, whether it was not handed out yet)."""
    h, e = tables.history.c, tables.editions.c
    changed: Any = connection.execute(select(h.id, h.day).order_by(h.id.desc()).limit(1)).one_or_none()
    last, day = changed or (0, _meta(connection)["created_day"])
    handed = connection.execute(select(e.version, e.history, e.day).order_by(e.version.desc()).limit(1)).one_or_none()
    if handed is not None and handed.history == last:
        return Edition(handed.version, date.fromisoformat(handed.day)), last, False
    return Edition((handed.version if handed else 0) + 1, date.fromisoformat(day)), last, True


def _day(now: datetime) -> str:
    # The person's own day: the one on their calendar, not Greenwich's.
    return now.astimezone().date().isoformat()
