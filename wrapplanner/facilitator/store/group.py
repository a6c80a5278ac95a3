"""GroupStore: the running session and its boards, durable at each call; what is kept; and the wiping of all the rest."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from wrapplanner.errors import NotSaved, PlanTooNew, PlanUnreadable, WrapPlannerError
from wrapplanner.facilitator.model.board import Board
from wrapplanner.facilitator.model.keeping import After, JournalEntry, KeptBoard, Tally
from wrapplanner.facilitator.model.programme import Programme
from wrapplanner.facilitator.model.running import Running
from wrapplanner.facilitator.store import codec, files

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from wrapplanner.storage.vault import Vault

FOLDER: Final = "group"
"""The folder of the group's vault in the data folder."""

_Value = TypeVar("_Value")

_SCHEMA: Final = 1
_WIPING: Final = "wiping"
_COUNTRY: Final = "country"
_UNREADABLE = "Something in the group's file cannot be read, so it cannot be opened. Nothing was changed."
_TOO_NEW = "The group's file was written by a newer version of WRAP Planner. Open it with that one. Nothing was changed."


class GroupStore:
    """The open vault of a group. Use it in the thread that opened it, and `close` it; each call is durable when it returns.

    The files are made with the first write: who only looks leaves nothing behind.
    """

    def __init__(self, folder: Path, vault: Vault | None) -> None:
        """`open` is the way in."""
        self.folder = folder
        self._vault = vault

    @classmethod
    def open(cls, folder: Path) -> GroupStore:
        """Open the group's vault in a folder, which need not be there. Finishes a wiping that was broken off.

        Raises PlanInUse, PlanReadOnly, PlanUnreadable, PlanTooNew, their sentences being of the group; nothing is written over.
        """
        vault = files.open_vault(folder) if files.is_there(folder) else None
        store = cls(folder, vault)
        try:
            meta = dict(store._rows("SELECT key, value FROM meta"))
            if vault is not None and int(meta.get("schema", _SCHEMA + 1)) > _SCHEMA:
                raise PlanTooNew(_TOO_NEW)
            if _WIPING in meta:
                store._scrub()
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Let go of the files; closing twice is fine."""
        if self._vault is not None:
            self._vault.close()
            self._vault = None

    def warm(self) -> None:
        """Import what the first write needs; may be called in another thread, and need not be called at all."""
        import wrapplanner.facilitator.store.tables
        import wrapplanner.storage.vault  # noqa: F401

    # What runs.

    def running(self) -> Running | None:
        """Return the session that was running when the program ended, with all its boards, or None."""
        boards = {item: _read(codec.board_from_text, text) for item, text in self._rows("SELECT item, value FROM boards")}
        for (text,) in self._rows("SELECT value FROM running"):
            return _read(partial(codec.running_from_text, boards=boards), text)
        return None

    def keep_running(self, running: Running) -> None:
        """Keep where the group is, its clock and its agenda. Its boards are kept by `keep_board`."""
        self._put("running", ("now",), codec.running_to_text(running))

    def keep_board(self, item: str, board: Board) -> None:
        """Keep one board of the running session: every card of it is on the disk when this returns."""
        self._put("boards", (item,), codec.board_to_text(board))

    def end(self, running: Running, keep: Collection[str] = (), today: date | None = None) -> None:
        """End the session: keep the boards of the items that the group chose, carry the agreement, wipe all the rest.

        What is wiped is gone from the file, its free pages included, when this returns.
        """
        from wrapplanner.facilitator.store.tables import put, take

        day = today or date.today()
        with self._writing() as connection:
            for item in running.session.items:
                board = running.boards.get(item.id)
                if board is None:
                    continue
                if item.kind.is_kept:
                    put(connection, "agreements", (running.programme,), codec.board_to_text(board))
                if item.id in keep:
                    name = os.urandom(6).hex()
                    kept = KeptBoard(name, running.programme, running.session.title, item.title, day, board)
                    put(connection, "kept", (name,), codec.kept_to_text(kept))
            take(connection, "running")
            take(connection, "boards")
            put(connection, "meta", (_WIPING,), "1")
        self._scrub()

    # What is kept.

    def country(self) -> str:
        """Return whose helplines the group is shown, '' where nobody chose."""
        return next((str(place) for (place,) in self._rows("SELECT value FROM meta WHERE key = ?", _COUNTRY)), "")

    def keep_country(self, place: str) -> None:
        """Keep whose helplines the group is shown: a country or a part of one."""
        self._put("meta", (_COUNTRY,), place)

    def agreement(self, programme: str) -> Board | None:
        """Return what the group of a programme agreed the last time, or None."""
        for (text,) in self._rows("SELECT value FROM agreements WHERE programme = ?", programme):
            return _read(codec.board_from_text, text)
        return None

    def kept_boards(self) -> tuple[KeptBoard, ...]:
        """Return the boards that groups chose to keep, newest first."""
        found = (_read(partial(codec.kept_from_text, name), text) for name, text in self._rows("SELECT id, value FROM kept"))
        return tuple(sorted(found, key=lambda kept: (kept.day, kept.id), reverse=True))

    def wipe_board(self, name: str) -> None:
        """Wipe a kept board; it is gone from the file when this returns."""
        self._wipe("kept", name)

    def wipe_agreement(self, programme: str) -> None:
        """Wipe what the group of a programme agreed."""
        self._wipe("agreements", programme)

    def after(self, programme: str, number: int) -> After:
        """Return the facilitators' words after a session; blank where there are none."""
        for (text,) in self._rows("SELECT value FROM after WHERE programme = ? AND number = ?", programme, number):
            return _read(lambda said: After(programme, number, *json.loads(said)), text)
        return After(programme, number)

    def keep_after(self, after: After) -> None:
        """Keep the facilitators' words after a session."""
        self._put("after", (after.programme, after.number), codec.text_of([after.notes, after.carry]))

    def tallies(self, programme: str, number: int) -> tuple[Tally, ...]:
        """Return the feedback of a session, by the words of its lines."""
        rows = self._rows(
            "SELECT question, value FROM tallies WHERE programme = ? AND number = ? ORDER BY question", programme, number
        )
        return tuple(_read(partial(codec.tally_from_text, question), text) for question, text in rows)

    def keep_tally(self, programme: str, number: int, tally: Tally) -> None:
        """Keep the counts of one line of the feedback."""
        counts = codec.text_of([tally.yes, tally.partly, tally.no])
        self._put("tallies", (programme, number, tally.question), counts)

    def sessions_kept(self) -> tuple[tuple[str, int], ...]:
        """Return (programme, number) of every session that has words or counts after it."""
        rows = self._rows("SELECT programme, number FROM after UNION SELECT programme, number FROM tallies ORDER BY 1, 2")
        return tuple((str(programme), int(number)) for programme, number in rows)

    def wipe_after(self, programme: str, number: int) -> None:
        """Wipe the words and the counts after a session; they are gone from the file when this returns."""
        self._wipe("after", programme, number)
        self._wipe("tallies", programme, number)

    def programmes(self) -> tuple[Programme, ...]:
        """Return the facilitator's own copies of programmes, by their titles."""
        found = (_read(codec.programme_from_text, text) for (text,) in self._rows("SELECT value FROM programmes"))
        return tuple(sorted(found, key=lambda programme: (programme.title, programme.id)))

    def keep_programme(self, programme: Programme) -> None:
        """Keep an own copy of a programme, in place of the one of its id."""
        self._put("programmes", (programme.id,), codec.programme_to_text(programme))

    def remove_programme(self, programme: str) -> None:
        """Take an own copy away."""
        self._wipe("programmes", programme)

    def journal(self) -> tuple[JournalEntry, ...]:
        """Return the private journal, newest first."""
        rows = self._rows("SELECT id, value FROM journal")
        found = (_read(partial(codec.entry_from_text, name), text) for name, text in rows)
        return tuple(sorted(found, key=lambda entry: (entry.day, entry.id), reverse=True))

    def keep_entry(self, entry: JournalEntry) -> None:
        """Keep an entry of the journal, in place of the one of its id."""
        self._put("journal", (entry.id,), codec.entry_to_text(entry))

    def wipe_entry(self, entry: str) -> None:
        """Wipe an entry of the journal; it is gone from the file when this returns."""
        self._wipe("journal", entry)

    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with files.told():
            return [] if self._vault is None else self._vault.rows(statement, *values)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self._vault is None:
            self._vault = files.make_vault(self.folder)
        with files.told(), self._vault.transaction() as connection:
            yield connection

    def _put(self, table: str, key: tuple[object, ...], value: str) -> None:
        from wrapplanner.facilitator.store.tables import put

        with self._writing() as connection:
            put(connection, table, key, value)

    def _wipe(self, table: str, *key: object) -> None:
        from wrapplanner.facilitator.store.tables import put, take

        with self._writing() as connection:
            take(connection, table, *key)
            put(connection, "meta", (_WIPING,), "1")
        self._scrub()

    def _scrub(self) -> None:
        """Write the whole file anew, without free space where words may linger; `open` finishes it if broken off."""
        from wrapplanner.facilitator.store.tables import take

        assert self._vault is not None
        # A full disk has no room for it: the rows are gone and overwritten, and the rest is done at the next opening.
        with suppress(NotSaved):
            self._rows("VACUUM")
            with self._writing() as connection:
                take(connection, "meta", _WIPING)


def _read(read: Callable[[str], _Value], text: str) -> _Value:
    try:
        return read(text)
    except (ValueError, KeyError, TypeError, WrapPlannerError) as error:
        raise PlanUnreadable(_UNREADABLE) from error
