"""Whether the program stays when its window is closed, and what a reminder does. The plan is closed all the while."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from wrapplanner.ui.preferences import Preferences
from wrapplanner.ui.reminding.clock import ReminderClock
from wrapplanner.ui.reminding.tray import Tray, is_there
from wrapplanner.ui.theme import Look

TRAY_WAIT_MS = 60_000
"""How long, right after the computer was started, the system may take until it has a place for the icon."""
_TRY_MS = 1_000


class Presence(QObject):
    """`open_requested()`: the person wants their planner; `leave_requested()`: they want the program to end.

    `look` is asked for whenever an icon is made, `chosen` for what the person chose.
    """

    open_requested = Signal()
    leave_requested = Signal()

    def __init__(self, look: Callable[[], Look], chosen: Callable[[], Preferences], parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._chosen = look, chosen
        self._tray: Tray | None = None
        self._tries = 0
        self._hushed = False
        self._clock = ReminderClock(chosen, self)
        self._clock.due.connect(self._on_due)
        self._waiting = QTimer(self)
        self._waiting.setInterval(_TRY_MS)
        self._waiting.timeout.connect(self._on_wait)

    @property
    def stays(self) -> bool:
        """Whether the program stays when its window is closed."""
        chosen = self._chosen()
        return chosen.reminders and chosen.in_tray and self._tray is not None

    def follow(self) -> None:
        """Do as the choices are now."""
        chosen = self._chosen()
        if chosen.reminders and self._tray is None and is_there():
            self._tray = Tray(self._look(), self)
            self._tray.open_requested.connect(self.open_requested)
            self._tray.close_requested.connect(self.leave_requested)
        elif not chosen.reminders and self._tray is not None:
            self._tray.put_away()
            self._tray = None
        self._clock.follow()
        QGuiApplication.setQuitOnLastWindowClosed(not self.stays)

    def hush(self, hushed: bool) -> None:
        """Say nothing for a while: others look at this screen."""
        self._hushed = hushed

    def begin_out_of_sight(self) -> None:
        """Begin without a window. Where there is no place for an icon, or no reminder is wanted, the program ends."""
        self.follow()
        if not self.stays:
            self._waiting.start()

    def _on_wait(self) -> None:
        self._tries += 1
        self.follow()
        if self.stays:
            self._waiting.stop()
        elif not (self._chosen().reminders and self._chosen().in_tray) or self._tries * _TRY_MS >= TRAY_WAIT_MS:
            self._waiting.stop()
            self.leave_requested.emit()

    def _on_due(self) -> None:
        if self._tray is not None and not self._hushed:
            self._tray.remind()
