"""Notices that the computer itself is locked or goes to sleep, so that the plan is locked with it.

Linux tells it over D-Bus (logind, and the screen savers of the desktops), Windows by a message to the window. Everywhere,
and on macOS alone, a clock that has jumped tells that the computer slept.
"""

from __future__ import annotations

import ctypes
import os
import sys
import time
from ctypes import wintypes
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

LOOK_MS = 15_000
SLEPT_SECONDS = 45.0
"""A jump of the clock that no busy computer makes by itself."""

_SAVERS = (
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
    ("/org/cinnamon/ScreenSaver", "org.cinnamon.ScreenSaver"),
    ("/org/mate/ScreenSaver", "org.mate.ScreenSaver"),
)
_LOGIN, _LOGIN_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
_SESSION_CHANGE, _SESSION_LOCK, _POWER, _SUSPEND = 0x02B1, 7, 0x0218, 4


class SystemLock(QObject):
    """`locked()` when the computer is locked or sleeps; it may come more than once."""

    locked = Signal()

    def __init__(self, window: QWidget, parent: QObject, clock: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._clock, self._seen = clock, clock()
        self._buses: list[object] = []
        self._messages: _WindowsMessages | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time)
        self._timer.start(LOOK_MS)
        if sys.platform == "linux":
            self._listen_to_buses()
        elif sys.platform == "win32":
            self._listen_to_windows(window)

    @Slot(bool)
    def on_active(self, active: bool) -> None:
        """A screen saver began or ended, or the computer is about to sleep or has woken."""
        if active:
            self.locked.emit()

    @Slot()
    def on_lock(self) -> None:
        """The login session is to be locked."""
        self.locked.emit()

    def _on_time(self) -> None:
        now, before = self._clock(), self._seen
        self._seen = now
        if now - before > LOOK_MS / 1000 + SLEPT_SECONDS:
            self.locked.emit()

    def _listen_to_buses(self) -> None:
        # Only to a bus that is there: asking for one would start one.
        session, system = _has_session_bus(), _has_system_bus()
        if not session and not system:
            return
        from PySide6.QtDBus import QDBusConnection

        if session and (bus := QDBusConnection.sessionBus()).isConnected():
            self._buses.append(bus)
            for path, interface in _SAVERS:
                bus.connect("", path, interface, "ActiveChanged", self, _slot("on_active(bool)"))
        if system and (bus := QDBusConnection.systemBus()).isConnected():
            self._buses.append(bus)
            manager = f"{_LOGIN}.Manager"
            bus.connect(_LOGIN, _LOGIN_PATH, manager, "PrepareForSleep", self, _slot("on_active(bool)"))
            path = session_path(os.environ.get("XDG_SESSION_ID", ""))
            if path:
                bus.connect(_LOGIN, path, f"{_LOGIN}.Session", "Lock", self, _slot("on_lock()"))

    def _listen_to_windows(self, window: QWidget) -> None:
        app = QCoreApplication.instance()
        assert app is not None
        self._messages = _WindowsMessages(self.locked.emit)
        app.installNativeEventFilter(self._messages)
        windows: Any = getattr(ctypes, "windll", None)
        if windows is not None:
            windows.wtsapi32.WTSRegisterSessionNotification(wintypes.HWND(int(window.winId())), 0)


class _WindowsMessages(QAbstractNativeEventFilter):
    """Hears what Windows says to our windows; takes none of it."""

    def __init__(self, locked: Callable[[], None]) -> None:
        super().__init__()
        self._locked = locked

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """See whether the session was locked, or the computer goes to sleep."""
        if QByteArray(kind).data() == b"windows_generic_MSG":
            said = wintypes.MSG.from_address(int(message))
            if (said.message, said.wParam) in ((_SESSION_CHANGE, _SESSION_LOCK), (_POWER, _SUSPEND)):
                self._locked()
        return False, 0


def session_path(session: str) -> str:
    """Return logind's path of a session, "" without one: digits at the beginning and signs are written as their codes."""
    letters = (
        c if c.isalnum() and c.isascii() and (place or not c.isdigit()) else f"_{ord(c):02x}" for place, c in enumerate(session)
    )
    return f"{_LOGIN_PATH}/session/{''.join(letters)}" if session else ""


def _slot(signature: str) -> Any:  # noqa: ANN401 - PySide6 says that it wants bytes, and takes a str alone
    return SLOT(signature)


def _has_session_bus() -> bool:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) or bool(runtime and (Path(runtime) / "bus").exists())


def _has_system_bus() -> bool:
    return bool(os.environ.get("DBUS_SYSTEM_BUS_ADDRESS")) or Path("/run/dbus/system_bus_socket").exists()
