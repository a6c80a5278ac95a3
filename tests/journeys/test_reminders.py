"""Reminders: off until asked for, in words that reveal nothing, with the window and the plan closed."""

from __future__ import annotations

import json
import plistlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from journeys.driver import Driver
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QSystemTrayIcon

from wrapplanner.ui.reminding import autostart, clock, presence, tray

CANARY = "Café lights hurt"


class Shown:
    """What the system was asked to show."""

    def __init__(self) -> None:
        self.notes: list[tuple[str, str, str]] = []


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Shown]:
    """A computer with a tray, which writes down what it shows."""
    found = Shown()

    def show(_icon: QSystemTrayIcon, title: str, line: str, *_more: object) -> None:
        found.notes.append((title, line, QCoreApplication.applicationName()))

    monkeypatch.setattr(presence, "is_there", lambda: True)
    monkeypatch.setattr("wrapplanner.ui.pages.settings_reminders.is_there", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", show)
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _icon: None)  # the offscreen plugin warns of having no tray
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    yield found
    QGuiApplication.setQuitOnLastWindowClosed(True)


def be_there(app: Driver) -> presence.Presence:
    """Let what comes after the first window come."""
    desktop = app._desktop  # the tray is the system's: nobody can press it here
    app.wait(lambda: desktop._presence is not None)
    return desktop._presence


def pass_time(there: presence.Presence) -> None:
    """Have the clock come to 18:00 on a Monday."""
    ticking = there.findChild(clock.ReminderClock)
    ticking._last, ticking._now = datetime(2026, 11, 30, 17, 59), lambda: datetime(2026, 11, 30, 18, 0)
    ticking.look()


def test_it_is_off_until_asked_for_and_then_says_nothing_about_anybody(app: Driver, shown: Shown) -> None:
    app.begin("settings/reminders")
    there = be_there(app)
    assert not app.preferences.reminders
    assert not there.stays
    app.see("This is all that it shows:", "Your planner", "Whenever you like.")
    app.see_not("At these times")
    app.tab_to("Remind me")
    app.key("Space")
    app.see("At these times", "Quiet hours")
    pass_time(there)
    assert shown.notes == [("Your planner", "Whenever you like.", "Your planner")]
    assert QCoreApplication.applicationName() == "WRAP Planner"
    app.tab_to("Times, for example 9:30 18:00")
    app.key("Ctrl+A")
    app.type("soon")
    app.key("Tab")
    app.see("This does not read as a time, so nothing was changed.")
    app.key("Shift+Tab", "Ctrl+A")
    app.type("7.30pm 9:15")
    app.key("Tab")
    app.wait(lambda: app.preferences.reminder_times == "09:15 19:30")
    app.tab_to("Sunday")
    app.key("Space")
    assert app.preferences.reminder_days == "123456"
    pass_time(there)
    assert len(shown.notes) == 1
    app.tab_to("Remind me")
    app.key("Space")
    app.see_not("At these times")
    app.close()
    kept = json.loads((app.data / "preferences.json").read_text("utf-8"))
    assert not kept["reminders"]
    assert CANARY not in json.dumps(kept, ensure_ascii=False)


def test_with_the_window_closed_the_plan_is_closed_and_a_click_leads_to_today(app: Driver, shown: Shown) -> None:
    app.begin("read", reminders=True, in_tray=True)
    there = be_there(app)
    assert there.stays
    assert not QGuiApplication.quitOnLastWindowClosed()
    window = app.window
    window.close()
    app.wait(lambda: not window.isVisible())
    assert not window.has_plan
    QApplication.processEvents()
    said = [each.text() for each in QApplication.allWidgets() if isinstance(each, QLabel)]
    assert not any("lights" in each for each in said)
    pass_time(there)
    assert len(shown.notes) == 1
    there.open_requested.emit()  # a click on the notification
    app.wait(lambda: window.has_plan, "the plan is not open")
    app.goes("today")
    window.go("write/early.signs")
    there.open_requested.emit()
    app.goes("today")

    app.window.go("settings/reminders")
    app.tab_to("Remind me then too")
    app.key("Space")
    app.wait(QGuiApplication.quitOnLastWindowClosed)
    app.close()


def test_starting_with_the_computer_is_one_small_file_that_goes_again(app: Driver, shown: Shown, tmp_path: Path) -> None:
    app.begin("settings/reminders", reminders=True, in_tray=True)
    entry = tmp_path / "config" / "autostart" / "your-planner.desktop"
    be_there(app)
    assert not entry.exists()
    app.tab_to("Start with the computer")
    app.key("Space")
    said = entry.read_text("utf-8")
    assert "Name=Your planner" in said
    assert f"--out-of-sight --data-dir {app.data.resolve()}" in said
    assert "Robin" not in said
    app.tab_to("Remind me")
    app.key("Space")
    app.wait(lambda: not entry.exists())


def test_out_of_sight_ends_at_once_where_nobody_wants_it(app: Driver, shown: Shown, qtbot) -> None:
    app.begin("read")
    there = be_there(app)
    with qtbot.waitSignal(there.leave_requested, timeout=3_000):
        there.begin_out_of_sight()


def test_without_a_place_for_notes_it_says_so(app: Driver, shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wrapplanner.ui.pages.settings_reminders.is_there", lambda: False)
    app.begin("settings/reminders")
    app.see("there can be no reminders here")
    assert not app.has("Remind me")


def test_each_system_has_its_way_to_start(tmp_path: Path) -> None:
    command = ("/opt/my apps/planner", "--data-dir", '/home/a "b" 100% $x')
    file = autostart.DesktopFile(tmp_path)
    file.turn_on(command)
    written = (tmp_path / "autostart" / "your-planner.desktop").read_text("utf-8")
    assert 'Exec="/opt/my apps/planner" --data-dir "/home/a \\\\"b\\\\" 100%% \\\\$x"' in written
    agent = autostart.LaunchAgent(tmp_path)
    agent.turn_on(command)
    kept = plistlib.loads((tmp_path / "LaunchAgents" / "local.your-planner.plist").read_bytes())
    assert kept["ProgramArguments"] == list(command)
    registry = Registry()
    key = autostart.RunKey(registry)
    for way in (file, agent, key):
        if way is key:
            way.turn_on(command)
        assert way.is_on()
        way.turn_off()
        assert not way.is_on()
        way.turn_off()
    assert registry.written == ["Your planner"]
    assert tray.reminder_words() == ("Your planner", "Whenever you like.")


class Registry:
    """What we use of winreg, in memory."""

    HKEY_CURRENT_USER, REG_SZ = "HKCU", 1

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.written: list[str] = []

    def OpenKey(self, _root: str, _path: str) -> Registry:
        return self

    CreateKey = OpenKey

    def __enter__(self) -> Registry:
        return self

    def __exit__(self, *_why: object) -> None:
        return

    def QueryValueEx(self, _key: object, name: str) -> str:
        if name not in self.values:
            raise FileNotFoundError
        return self.values[name]

    def SetValueEx(self, _key: object, name: str, _zero: int, _kind: int, value: str) -> None:
        self.values[name] = value
        self.written.append(name)

    def DeleteValue(self, _key: object, name: str) -> None:
        del self.values[name]
