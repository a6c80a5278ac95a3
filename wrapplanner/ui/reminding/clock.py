"""Looks at the clock, and tells when a reminder is due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time

from PySide6.QtCore import QObject, QTimer, Signal

from wrapplanner.domain.reminders import Reminders, read_time, times_of
from wrapplanner.ui.preferences import Preferences

LOOK_MS = 20_000
"""How often the clock is looked at while reminders are on: a timer for the moment itself would sleep with the computer."""


def reminders_of(chosen: Preferences) -> Reminders:
    """Return what the person chose; a damaged time is left out."""
    days = frozenset(int(day) for day in chosen.reminder_days if day in "1234567")
    begin, end = read_time(chosen.quiet_from), read_time(chosen.quiet_until)
    quiet = (begin, end) if begin is not None and end is not None else (time(0), time(0))
    return Reminders(times_of(chosen.reminder_times), days, *quiet)


class ReminderClock(QObject):
    """`due()`. `chosen` is asked for the choices at each look, so that they hold at once."""

    due = Signal()

    def __init__(self, chosen: Callable[[], Preferences], parent: QObject, now: Callable[[], datetime] = datetime.now) -> None:
        super().__init__(parent)
        self._chosen, self._now = chosen, now
        self._last = now()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def follow(self) -> None:
        """Go while reminders are on."""
        on = self._chosen().reminders
        if on and not self._timer.isActive():
            self._last = self._now()
            self._timer.start()
        elif not on:
            self._timer.stop()

    def look(self) -> None:
        """Look at the clock once."""
        last, self._last = self._last, self._now()
        if reminders_of(self._chosen()).is_due(last, self._last):
            self.due.emit()
