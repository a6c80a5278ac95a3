"""The plan locks with the computer: over a real D-Bus, by Windows' messages, and when the clock tells that it slept."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from ctypes import wintypes
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from wrapplanner.ui.system_lock import SystemLock, _WindowsMessages, session_path

SCRIPT = """
import os, sys
os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
os.environ["XDG_SESSION_ID"] = "2"
import wrapplanner.ui
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from wrapplanner.ui.system_lock import SystemLock
app = QCoreApplication([])
told = []
lock = SystemLock(None, app)
lock.locked.connect(lambda: told.append(1))
other = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "another program")
assert other.registerService("org.freedesktop.login1")
said = [
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [True]),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [False]),
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", [True]),
    ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", [True]),
    ("/org/freedesktop/login1/session/_32", "org.freedesktop.login1.Session", "Lock", []),
    ("/org/freedesktop/login1/session/_33", "org.freedesktop.login1.Session", "Lock", []),
]
seen = []
def next_one():
    if said:
        path, interface, name, arguments = said.pop(0)
        message = QDBusMessage.createSignal(path, interface, name)
        message.setArguments(arguments)
        assert other.send(message)
        seen.append(len(told))
        QTimer.singleShot(60, next_one)
    else:
        print(*seen, len(told))
        app.quit()
QTimer.singleShot(200, next_one)
app.exec()
"""


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("dbus-run-session"), reason="D-Bus is Linux's")
def test_the_desktop_and_the_login_session_are_heard_over_d_bus(tmp_path):
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(Path(__file__).parents[2]), "HOME": str(tmp_path)}
    command = ["dbus-run-session", "--", sys.executable, "-c", SCRIPT]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    # How often it was told before each signal, and at the end: that it ends, and another session's lock, are no reason.
    assert done.stdout.split() == ["0", "1", "1", "2", "3", "4", "4"]


def test_a_session_has_one_path():
    assert session_path("2") == "/org/freedesktop/login1/session/_32"
    assert session_path("c1") == "/org/freedesktop/login1/session/c1"
    assert session_path("a-1") == "/org/freedesktop/login1/session/a_2d1"
    assert session_path("") == ""


@pytest.mark.parametrize(
    ("message", "said", "locks"),
    [(0x02B1, 7, True), (0x02B1, 8, False), (0x0218, 4, True), (0x0218, 7, False), (0x10, 7, False)],
)
def test_windows_says_that_the_session_is_locked_or_the_computer_sleeps(message, said, locks):
    told = []
    sent = wintypes.MSG(message=message, wParam=said)
    listener = _WindowsMessages(lambda: told.append(1))
    assert listener.nativeEventFilter(QByteArray(b"windows_generic_MSG"), ctypes.addressof(sent)) == (False, 0)
    assert bool(told) is locks


def test_a_clock_that_jumps_tells_that_the_computer_slept(qtbot, monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    now = [1000.0]
    window = QWidget()
    qtbot.addWidget(window)
    lock = SystemLock(window, window, clock=lambda: now[0])
    told = []
    lock.locked.connect(lambda: told.append(1))
    for seconds, locked in ((15, 0), (40, 0), (120, 1), (15, 1), (-9000, 1)):
        now[0] += seconds
        lock._timer.timeout.emit()
        assert len(told) == locked
    lock._timer.stop()
