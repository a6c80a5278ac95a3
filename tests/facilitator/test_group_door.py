"""The ways in from the planner: the start window's door with no plan at all, and from an open plan, which is closed first."""

from __future__ import annotations

from journeys.driver import Driver
from PySide6.QtWidgets import QApplication

from wrapplanner.storage.plans import PlanStore, plan_folder


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
