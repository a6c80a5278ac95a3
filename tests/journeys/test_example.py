"""The example plan is for looking only: it lives in a folder that goes with the app, and touches nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from journeys.driver import Driver

from wrapplanner import app as app_module


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
