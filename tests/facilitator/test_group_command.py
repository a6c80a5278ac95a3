"""`wrapplanner group` as it is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from wrapplanner import cli
from wrapplanner.facilitator.example import ExamplePlan
from wrapplanner.facilitator.ui import console


@pytest.fixture
def asked(monkeypatch, tmp_path):
    calls = []
    monkeypatch.setattr(console, "run", lambda *arguments: calls.append(arguments) or 0)

    def run(*arguments: str) -> tuple:
        assert cli.main(["--data-dir", str(tmp_path), "group", *arguments]) == 0
        return calls[-1]

    return run


def test_the_command_goes_to_the_programmes_or_straight_to_a_session(asked, tmp_path):
    data, _resources, _example, programme, number = asked()
    assert (data, programme, number) == (tmp_path, "", 0)
    assert asked("--programme", "wrap-eight", "--session", "3")[3:] == ("wrap-eight", 3)


@pytest.mark.parametrize(
    "arguments", [("--session", "3"), ("--programme", "x", "--session", "0"), ("--programme", "x", "--session", "a")]
)
def test_what_is_not_understood_ends_with_two(arguments, capsys):
    assert cli.main(["group", *arguments]) == 2
    assert "--session" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"), [(("no-such",), "wrap-eight"), (("wrap-eight", "--session", "40"), "no session")]
)
def test_a_programme_or_a_session_that_is_not_there_is_told(arguments, said, tmp_path):
    command = [sys.executable, "-m", "wrapplanner", "--data-dir", str(tmp_path), "group", "--programme", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_group_sessions_import_nothing_that_knows_a_plan():
    code = (
        "import sys, wrapplanner.facilitator.ui.console, wrapplanner.facilitator.ui.home;"
        "print([m for m in sys.modules if m.startswith(('wrapplanner.storage.plans', 'wrapplanner.ui.pages', 'wrapplanner.pdf',"
        " 'wrapplanner.ui.session', 'sqlalchemy', 'reportlab'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


def test_the_example_plan_is_a_process_that_ends_with_whoever_asked_for_it():
    example = ExamplePlan()
    assert not example.is_open
    example.hide(True)  # there is nothing to hide
    example.open((0, 0, 800, 800), large=False)
    process = example._process
    example.open((0, 0, 800, 800), large=True)
    assert example._process is process, "one window at most"
    example.hide(True)
    assert example.is_open
    example.close()
    assert not example.is_open
    assert process.wait(timeout=60) == 0


def test_an_example_plan_that_somebody_closed_is_opened_anew():
    example = ExamplePlan()
    example.open((0, 0, 800, 800), large=False)
    process = example._process
    process.kill()
    process.wait(timeout=60)
    example.hide(False)
    assert not example.is_open
    example.open((0, 0, 800, 800), large=False)
    assert example._process is not process
    second = example._process
    example.close()
    assert second.wait(timeout=60) == 0
