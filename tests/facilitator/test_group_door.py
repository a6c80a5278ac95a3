"""The ways in from the planner: the start window's door with no plan at all, and from an open plan, which is closed first."""

from __future__ import annotations

from journeys.driver import Driver
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from wrapplanner.storage.plans import PlanStore, plan_folder
from wrapplanner.ui.reminding import presence


def driven(qtbot, data_folder, monkeypatch) -> Driver:
    return Driver(qtbot, data_folder, monkeypatch)


def test_from_the_start_window_with_no_plan_on_the_computer(qtbot, data_folder, monkeypatch):
    app = driven(qtbot, data_folder, monkeypatch)
    app.open()
    app.click("Group session")
    app.see("Group sessions", "WRAP, eight meetings")
    assert app.window.isHidden()
    assert not (data_folder / "plans").exists()
    app.key("F8")
    assert not app.window.is_covered, "the key that hides belongs to the group now"
    app.click("Leave")
    app.see("Does anyone else use this computer?")
    app.forget()


def test_an_open_plan_is_closed_before_the_group_comes(qtbot, data_folder, monkeypatch):
    app = driven(qtbot, data_folder, monkeypatch)
    app.begin("read")
    app.click("Group session")
    app.see("Group sessions", "WRAP, eight meetings")
    assert not app.window.has_plan
    PlanStore.open(plan_folder(data_folder, "my-plan")).close()  # nobody holds it
    app.click("session-1")
    app.see("Group session 1 of 8")
    presenter = QApplication.activeWindow()
    presenter.close()
    app.settle()
    app.click("Leave")
    app.wait(app.window.isVisible)
    app.wait(lambda: app.window.has_plan or "Which plan would you like to open?" in app.shown())
    app.forget()


def test_beside_a_group_no_reminder_is_shown_and_no_plan_comes_from_the_icon(qtbot, data_folder, monkeypatch):
    shown = []
    monkeypatch.setattr(presence, "is_there", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda *said: shown.append(said))
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _icon: None)  # the offscreen plugin warns of having no tray
    app = driven(qtbot, data_folder, monkeypatch)
    app.begin("read", reminders=True, in_tray=True)
    desktop = app._desktop  # nobody can press the icon here
    app.wait(lambda: desktop._presence is not None)
    desktop._presence._on_due()
    assert len(shown) == 1
    app.click("Group session")
    app.see("WRAP, eight meetings")
    desktop._presence._on_due()
    assert len(shown) == 1, "the group would see it"
    desktop._presence.open_requested.emit()
    app.settle()
    assert not app.window.has_plan
    assert app.window.isHidden()
    app.see("WRAP, eight meetings")
    app.click("Leave")
    app.wait(app.window.isVisible)
    desktop._presence._on_due()
    assert len(shown) == 2
    QApplication.setQuitOnLastWindowClosed(True)
    app.forget()
