"""The example plan is for looking only: it lives in a folder that goes with the app, and touches nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from journeys.driver import Driver
from PySide6.QtWidgets import QSystemTrayIcon

from wrapplanner import app as app_module
from wrapplanner.errors import StorageError
from wrapplanner.facilitator.store import FOLDER
from wrapplanner.ui.reminding import presence


@pytest.fixture
def throw_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where folders that are thrown away are made."""
    folder = tmp_path / "throw-away"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_the_example_is_thrown_away(app: Driver, throw_away: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    used: list[Path] = []

    def exec_app(*_arguments: object) -> int:
        (made,) = throw_away.iterdir()
        used.append(made)
        app.adopt()
        app.wait(lambda: app.window.has_plan)
        app.key("Ctrl+3")
        app.goes("read")
        assert app.plan.answers
        assert app.plan.tools
        app.key("Ctrl+F")
        app.type("the")
        app.see("Enter goes to the first")
        app.close()
        return 0

    monkeypatch.setattr("PySide6.QtWidgets.QApplication.exec", exec_app)
    assert app_module.run(app.data, "my-plan", example=True) == 0
    assert used
    assert not list(throw_away.iterdir())
    assert not app.data.exists()


def test_a_look_at_the_example_from_the_start_page(app: Driver, throw_away: Path) -> None:
    app.open()
    app.click("Look at an example plan")
    app.wait(lambda: app.window.has_plan)
    app.key("Ctrl+3")
    app.goes("read")
    assert app.plan.answers
    assert not (app.data / "plans").exists()
    app.close()


def begin_own(app: Driver) -> None:
    """Begin a plan from the start page, write in it, and see that it is where plans are."""
    app.click("No, only me")
    app.click("Start my plan")
    app.goes("start")
    app.type("Walking by the canal")
    app.key("Ctrl+Return")
    assert "Example" not in app.window.windowTitle()
    app.close()
    assert (app.data / "plans" / "my-plan" / "plan.db").exists()
    app.open()
    assert [tool.name for tool in app.plan.tools] == ["Walking by the canal"]


def test_a_plan_begun_after_the_example_and_a_group_is_kept(app: Driver, throw_away: Path) -> None:
    """It lay in the example's folder, and went with it."""
    app.open()
    app.click("Look at an example plan")
    app.wait(lambda: app.window.has_plan)
    app.click("Group session")
    app.see("WRAP, eight meetings")
    app.click("Leave")
    app.wait(app.window.isVisible)
    begin_own(app)
    assert not list(throw_away.rglob("plans/my-plan"))


def test_a_plan_begun_after_the_example_of_the_command_line_is_kept(
    app: Driver, throw_away: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exec_app(*_arguments: object) -> int:
        app.adopt()
        app.wait(lambda: app.window.has_plan)
        app.click("Group session")
        app.see("WRAP, eight meetings")
        app.click("Leave")
        app.wait(app.window.isVisible)
        app.click("No, only me")
        app.click("Start my plan")
        app.goes("start")
        app.close()
        return 0

    monkeypatch.setattr("PySide6.QtWidgets.QApplication.exec", exec_app)
    assert app_module.run(app.data, "my-plan", example=True) == 0
    assert (app.data / "plans" / "my-plan" / "plan.db").exists()
    assert not list(throw_away.iterdir())


def test_what_a_group_keeps_after_the_example_is_kept(app: Driver, throw_away: Path) -> None:
    app.open()
    app.click("Look at an example plan")
    app.wait(lambda: app.window.has_plan)
    app.click("Group session")
    app.see("WRAP, eight meetings")
    folder = app._desktop._group.house.store.folder
    app.click("Leave")
    app.wait(app.window.isVisible)
    assert folder == app.data / FOLDER


def test_an_example_that_cannot_be_opened_takes_no_plan_with_it(app: Driver, throw_away: Path, monkeypatch) -> None:
    def refuses(_self: object) -> None:
        raise StorageError("There is no room for an example here.")

    monkeypatch.setattr(app_module.Desktop, "_example_store", refuses)
    app.open()
    app.click("Look at an example plan")
    app.see("There is no room for an example here.")
    begin_own(app)


def test_an_example_that_was_closed_into_the_tray_is_over(app: Driver, throw_away: Path, monkeypatch) -> None:
    monkeypatch.setattr(presence, "is_there", lambda: True)
    for name in ("show", "showMessage"):
        monkeypatch.setattr(QSystemTrayIcon, name, lambda *_: None)
    app.remember(reminders=True, in_tray=True)
    app.open()
    app.wait(lambda: app._desktop._presence is not None)
    app.click("Look at an example plan")
    app.wait(lambda: app.window.has_plan)
    app.window.close()
    app.wait(lambda: not app.window.isVisible())
    app._desktop.come_back()
    app.wait(app.window.isVisible)
    app.see("Does anyone else use this computer?")
    assert "Example" not in app.window.windowTitle()
