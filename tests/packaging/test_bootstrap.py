"""What the first command decides, without making an environment."""

import subprocess
import sys
from pathlib import Path

import bootstrap
import pytest
import system_needs

from wrapplanner import commands
from wrapplanner.cli import _parser


@pytest.mark.parametrize(
    "arguments", [[], ["--example"], ["--plan", "work"], ["--data-dir", "schema"], ["--plan=a", "--data-dir=b", "--example"]]
)
def test_it_knows_that_a_window_is_wanted_as_the_app_does(arguments):
    assert bootstrap.opens_window(arguments)
    assert _parser().parse_args(arguments).run is commands.app


@pytest.mark.parametrize("arguments", [["group"], ["--data-dir", "x", "group", "--programme", "wrap-eight", "--session", "3"]])
def test_it_knows_that_group_sessions_open_a_window(arguments):
    assert bootstrap.opens_window(arguments)
    assert not bootstrap.opens_window([*arguments, "--help"])
    assert _parser().parse_args(arguments).run is commands.group


@pytest.mark.parametrize(
    "arguments", [["schema"], ["--plan", "work", "check"], ["export", "json", "-o", "x"], ["import", "x.json"], ["documents"]]
)
def test_it_knows_that_no_window_is_wanted_as_the_app_does(arguments):
    assert not bootstrap.opens_window(arguments)
    assert _parser().parse_args(arguments).run is not commands.app


@pytest.mark.parametrize("asked", ["-h", "--help", "--version"])
def test_help_needs_no_window(asked):
    assert not bootstrap.opens_window(["--example", asked])


def test_without_a_display_it_says_so_in_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert bootstrap.main(["run"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("There is no screen here")
    assert said.count("\n") == 1


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_a_display_is_known_by_its_variable(monkeypatch, name):
    monkeypatch.setattr(sys, "platform", "linux")
    assert bootstrap.has_display({name: "x"})
    assert not bootstrap.has_display({name: ""})


def test_elsewhere_there_is_always_a_display(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert bootstrap.has_display({})


def test_an_unknown_command_is_told_the_known_ones(capsys):
    assert bootstrap.main(["fly"]) == 2
    assert "run|test|bench|faults|papers|lock" in capsys.readouterr().err


def test_the_stamp_changes_with_the_lock(tmp_path):
    lock = tmp_path / "requirements.lock"
    lock.write_text("a==1")
    first = bootstrap._digest(lock)
    assert bootstrap._digest(lock) == first
    lock.write_text("a==2")
    assert bootstrap._digest(lock) != first


def test_a_matching_stamp_is_all_it_takes(tmp_path, monkeypatch):
    monkeypatch.setattr(bootstrap, "VENV", tmp_path)
    monkeypatch.setattr(bootstrap, "PYTHON", Path(sys.executable))
    (tmp_path / "requirements.stamp").write_text(bootstrap._digest(bootstrap.RUN_LOCK))
    monkeypatch.setattr(subprocess, "call", lambda *_: pytest.fail("nothing is to be done"))
    bootstrap.prepare(bootstrap.RUN_LOCK)


def test_the_path_line_survives_any_letters(tmp_path, monkeypatch):
    project = tmp_path / "Jürgens Pläne 'alt' \\ 計画"
    monkeypatch.setattr(bootstrap, "ROOT", project)
    monkeypatch.setattr(bootstrap, "_site_packages", lambda: tmp_path)
    bootstrap._put_on_path()
    line = (tmp_path / "wrapplanner-project.pth").read_bytes().decode("ascii")
    before = list(sys.path)
    try:
        exec(line, {})
        assert sys.path[-1] == str(project)
    finally:
        sys.path[:] = before


def test_missing_libraries_are_named_by_their_packages(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system_needs, "LIBRARIES", {"libno-such-thing.so.9": "libnosuchthing9"})
    assert system_needs.missing_packages({}, with_venv=False) == ["libnosuchthing9"]


def test_a_missing_tool_of_the_tests_is_named_by_its_package(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system_needs, "LIBRARIES", {})
    tools = {"no-such-tool-9": "nosuchtool", "python3": "python3"}
    assert system_needs.missing_packages(tools, with_venv=False) == ["nosuchtool"]


def test_elsewhere_nothing_is_asked_of_the_system(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert system_needs.missing_packages({"no-such-tool-9": "x"}, with_venv=True) == []


def test_a_python_without_venv_asks_for_it(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system_needs, "LIBRARIES", {})
    monkeypatch.setattr(system_needs, "can_make_venv", lambda: False)
    assert system_needs.missing_packages({}, with_venv=True) == [f"python3.{sys.version_info.minor}-venv"]
    assert system_needs.missing_packages({}, with_venv=False) == []


def test_who_may_not_install_is_given_the_line_to_run(tmp_path, monkeypatch):
    monkeypatch.setattr(system_needs.shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(system_needs.os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(system_needs.Stop, match="sudo apt-get install -y --no-install-recommends libegl1 libgl1"):
        system_needs.supply(["libegl1", "libgl1"], tmp_path / "log")


def test_another_kind_of_linux_is_given_the_names(tmp_path, monkeypatch):
    monkeypatch.setattr(system_needs.shutil, "which", lambda _: None)
    with pytest.raises(system_needs.Stop, match="libegl1"):
        system_needs.supply(["libegl1"], tmp_path / "log")


def test_nothing_missing_is_nothing_to_do(tmp_path):
    system_needs.supply([], tmp_path / "log")
    assert not (tmp_path / "log").exists()


def test_an_older_python_is_told_in_one_sentence():
    source = Path(bootstrap.__file__).read_text(encoding="utf-8")
    before_the_imports = source[: source.index("import hashlib")].replace("(3, 11)", "(9, 0)")
    told = subprocess.run([sys.executable, "-c", before_the_imports], capture_output=True, text=True)
    assert told.returncode == 1
    assert told.stderr.startswith("WRAP Planner needs Python 3.11 or newer; this is Python 3.")
    assert told.stderr.count("\n") == 1
