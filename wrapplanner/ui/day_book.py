"""The days of the open plan: marked, undone and kept by a road of their own.

Why not the plan's: a change of the plan makes its next printed version another one and stays in its history for good. A
tick is no change of the plan, and what somebody takes out of their days must be gone. What both roads share is the order
in which things reach the disk, and one Undo.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from wrapplanner.domain.days import Day, Span, by_day
from wrapplanner.errors import PlanUnreadable

if TYPE_CHECKING:
    from wrapplanner.ui.session import PlanSession


class Days(Protocol):
    """What this needs of storage (`storage.days.DayStore`)."""

    @property
    def keeps(self) -> bool:
        """Whether days are kept at all."""

    def set_keeps(self, keeps: bool) -> None:
        """Keep days from now on, or none."""

    def day(self, day: date) -> Day:
        """Return one day."""

    def between(self, span: Span) -> tuple[Day, ...]:
        """Return the days of a span that are kept, in order."""

    def ends(self) -> Span | None:
        """Return the span from the first to the last day that is kept."""

    def keep(self, days: Sequence[Day]) -> None:
        """Write days; blank ones are taken out."""


class DayBook(QObject):
    """Marks days. `changed(days)` after each mark, undone ones too.

    Where the person keeps no days, marks live in memory until the plan is closed. `problem` says in a sentence why days
    cannot be read, "" if they can: nothing is marked then.
    """

    changed = Signal(object)

    def __init__(self, session: PlanSession, days: Days) -> None:
        super().__init__(session)
        self._session, self._days = session, days
        self._held: dict[date, Day] = {}  # not on the disk: yet, or for good
        self.problem = ""

    @property
    def keeps(self) -> bool:
        """Whether days are kept at all."""
        return self._days.keeps

    def set_keeps(self, keeps: bool) -> None:
        """Keep days from now on, or none. Raises NotSaved."""
        self._days.set_keeps(keeps)
        if keeps and self._held:
            held = tuple(self._held.values())
            self._session.keep(partial(self._write, held))
        self.changed.emit(())

    def day(self, day: date) -> Day:
        """Return one day; a blank one where nothing is marked."""
        if day in self._held:
            return self._held[day]
        found = self.between(Span(day, day))
        return found[0] if found else Day(day)

    def between(self, span: Span) -> tuple[Day, ...]:
        """Return the marked days of a span, in order; none, and `problem`, where they cannot be read."""
        self.problem = ""
        try:
            found = by_day(self._days.between(span))
        except PlanUnreadable as error:
            self.problem = error.sentence
            return ()
        found |= {day: held for day, held in self._held.items() if day in span}
        return tuple(found[day] for day in sorted(found) if not found[day].is_blank)

    def ends(self) -> Span | None:
        """Return the span from the first to the last marked day, None where there is none."""
        held = [day for day in self._held.values() if not day.is_blank]
        kept = self._days.ends()
        days = [*(day.day for day in held), *((kept.first, kept.last) if kept else ())]
        return Span(min(days), max(days)) if days else None

    def mark(self, day: Day, words: str, *, typing: bool = False) -> None:
        """Mark a day, to be undone as `words`. Marks of one day with `typing` that follow one another are one step."""
        self.mark_all((day,), words, typing=typing)

    def take_out(self, span: Span, words: str) -> int:
        """Take out all that is marked in a span, to be undone as `words`; return how many days that were."""
        days = self.between(span)
        if days:
            self.mark_all(tuple(Day(day.day) for day in days), words)
        return len(days)

    def mark_all(self, days: Sequence[Day], words: str, *, typing: bool = False) -> None:
        """Mark several days in one step."""
        before = tuple(self.day(day.day) for day in days)
        if not self.problem and before != tuple(days):
            self._session.undo_stack.push(_Marked(self, before, tuple(days), words, typing))

    def travel(self, days: tuple[Day, ...]) -> None:
        """Have days as they are given. For the undo stack; everybody else calls `mark`."""
        self._held |= by_day(days)
        if self.keeps:
            self._session.keep(partial(self._write, days))
        else:
            # Nothing new is written; what was written before and is now taken out goes for good.
            gone = tuple(day for day in days if day.is_blank)
            self._session.keep(partial(self._days.keep, gone))
        self.changed.emit(days)

    def _write(self, days: tuple[Day, ...]) -> None:
        self._days.keep(days)
        for day in days:
            if self._held.get(day.day) is day:  # not one that was marked anew meanwhile
                del self._held[day.day]


class _Marked(QUndoCommand):
    """One step of undo: days before and after."""

    def __init__(self, book: DayBook, before: tuple[Day, ...], after: tuple[Day, ...], words: str, typing: bool) -> None:
        super().__init__(words)
        self._book, self._before, self.after, self._typing = book, before, after, typing

    def redo(self) -> None:
        """Have the days as they were marked."""
        self._book.travel(self.after)

    def undo(self) -> None:
        """Have the days as they were before."""
        self._book.travel(self._before)

    def id(self) -> int:
        """Return Qt's id of commands that may merge; -1 never does."""
        return 2 if self._typing else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take further typing on the same day into this step."""
        assert isinstance(other, _Marked)
        if [day.day for day in self.after] != [day.day for day in other.after]:
            return False
        self.after = other.after
        return True
