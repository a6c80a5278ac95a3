"""Backups, keys and the sealed file from the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from test_cli import SMALL, Run, run, small  # noqa: F401 - fixtures

from wrapplanner.storage.plans import PlanStore


@pytest.fixture
def secrets(tmp_path: Path) -> dict[str, Path]:
    files = {name: tmp_path / f"{name}.txt" for name in ("first", "second", "wrong", "code")}
    for name in ("first", "second", "wrong"):
        files[name].write_text(f"the {name} words\nanother line\n", encoding="utf-8")
    return files


def _other(tmp_path: Path) -> Path:
    other = tmp_path / "other.json"
    other.write_text(json.dumps({**SMALL, "answers": {"early.signs": [{"id": "b", "text": "I forget to eat"}]}}))
    return other


def test_backups_are_listed_made_and_restored(run, small, tmp_path):  # noqa: F811
    assert "no plan" in run.refused("backups", "list")
    run.fine("import", small)
    assert run.fine("backups", "list") == ""
    assert run.fine("backups", "make") == "Backup 1 is made and was read whole.\n"
    run.fine("import", _other(tmp_path))
    listed = [line.split("\t") for line in run.fine("backups", "list").splitlines()]
    assert [(number, why, state) for number, _, why, state in listed] == [("2", "import", "whole"), ("1", "asked", "whole")]
    before = run.fine("export", "json", "-o", "-")
    shown = run.fine("backups", "restore", "1", "--preview")
    assert shown.splitlines()[0] == "Answers: 1 come back, 1 go, 0 say something else"
    assert run.fine("export", "json", "-o", "-") == before
    assert "backups restore 3" in run.fine("backups", "restore", "1")
    assert "I sleep less" in run.fine("export", "json", "-o", "-")
    run.fine("backups", "restore", "3")
    assert run.fine("export", "json", "-o", "-") == before
    assert "no backup" in run.refused("backups", "restore", "99")
    assert run("backups", "restore", "one").code == 2
    assert "Backups: 4, the newest of" in run.fine("check")


def test_a_damaged_plan_is_restored_from_the_command_line(run, small):  # noqa: F811
    run.fine("import", small)
    run.fine("backups", "make")
    (run.data / "plans" / "my-plan" / "plan.db").write_bytes(b"")
    assert "empty" in run.refused("check")
    assert "To undo" not in run.fine("backups", "restore", "1")
    assert "I sleep less" in run.fine("export", "json", "-o", "-")


def test_a_damaged_backup_is_told_by_the_check(run, small):  # noqa: F811
    run.fine("import", small)
    run.fine("backups", "make")
    path = run.data / "plans" / "my-plan" / "backups" / "000001" / "plan.db"
    path.write_bytes(path.read_bytes()[:-1])
    ran = run("check")
    assert ran.code == 1
    assert "Backups: damaged: 1" in ran.out
    assert "not whole" in run.fine("backups", "list")


def test_a_passphrase_and_a_code_open_the_plan(run, small, secrets):  # noqa: F811
    run.fine("import", small)
    assert "no passphrase yet" in run.refused("keys", "change-passphrase", "--new-passphrase-file", secrets["first"])
    run.fine("keys", "add-passphrase", "--new-passphrase-file", secrets["first"])
    assert "locked" in run.refused("check")
    opened = ("--passphrase-file", secrets["first"])
    assert "not the passphrase" in run.refused("check", "--passphrase-file", secrets["wrong"])
    assert "cannot be read" in run.refused("check", "--passphrase-file", secrets["code"])
    assert "already" in run.refused("keys", "add-passphrase", *opened, "--new-passphrase-file", secrets["second"])
    code = run.fine("keys", "new-recovery-code", *opened)
    secrets["code"].write_text(code)
    assert len(code.strip().split("-")) == 7
    assert [line.split("\t")[0] for line in run.fine("keys", "list").splitlines()] == ["passphrase", "recovery"]
    by_code = ("--recovery-code-file", secrets["code"])
    run.fine("keys", "change-passphrase", *by_code, "--new-passphrase-file", secrets["second"])
    assert "not the passphrase" in run.refused("check", *opened)
    assert "Keys: recovery, passphrase" in run.fine("check", "--passphrase-file", secrets["second"])
    assert "I sleep less" in run.fine("export", "json", *by_code, "-o", "-")


def test_somebody_knows_the_passphrase(run, small, secrets):  # noqa: F811
    run.fine("import", small)
    run.fine("keys", "add-passphrase", "--new-passphrase-file", secrets["first"])
    secrets["code"].write_text(run.fine("keys", "new-recovery-code", "--passphrase-file", secrets["first"]))
    told = run.fine(
        *("keys", "change-passphrase", "--someone-knows"),
        *("--passphrase-file", secrets["first"], "--new-passphrase-file", secrets["second"]),
    )
    assert "belongs to another plan, or there is a newer one" in run.refused("check", "--recovery-code-file", secrets["code"])
    secrets["code"].write_text(told.splitlines()[-1])
    for opened in (("--recovery-code-file", secrets["code"]), ("--passphrase-file", secrets["second"])):
        run.fine("check", *opened)
    old = run.data / "plans" / "my-plan" / "backups" / "000001"
    assert old.is_dir()
    assert "not the passphrase" in run.refused("check", "--passphrase-file", secrets["first"])


def test_the_sealed_file_goes_to_another_computer(run, small, secrets, tmp_path):  # noqa: F811
    run.fine("import", small)
    sealed = tmp_path / "mine.wrapplan"
    assert "needs a passphrase" in run.refused("export", "sealed", "-o", sealed)
    run.fine("export", "sealed", "--new-passphrase-file", secrets["first"], "-o", sealed)
    there = ("--data-dir", tmp_path / "there")
    assert "This file is sealed" in run.refused(*there, "import", sealed)
    assert "not the passphrase" in run.refused(*there, "import", sealed, "--passphrase-file", secrets["wrong"])
    opened = ("--passphrase-file", secrets["first"])
    run.fine(*there, "import", sealed, *opened)
    assert run.fine(*there, "export", "json", *opened, "-o", "-") == run.fine("export", "json", "-o", "-")
    run.fine(*there, "import", _other(tmp_path), *opened)
    assert "kept as backup 2" in run.fine(*there, "import", sealed, *opened)
    run.fine(*there, "check", *opened)
    cut = sealed.read_bytes()[:-1]
    sealed.write_bytes(cut)
    assert "was not taken" in run.refused(*there, "import", sealed, *opened)


def test_secrets_are_in_no_output_and_no_listing_of_processes(run, small, secrets):  # noqa: F811
    run.fine("import", small)
    run.fine("keys", "add-passphrase", "--new-passphrase-file", secrets["first"])
    for command in (("check",), ("keys", "list"), ("export", "json", "-o", "-")):
        ran = run(*command, "--passphrase-file", secrets["first"])
        assert "the first words" not in ran.out + ran.err
    assert run("check", "--passphrase", "the first words").code == 2


def test_a_passphrase_comes_through_a_pipe(run, small, secrets):  # noqa: F811
    run.fine("import", small)
    run.fine("keys", "add-passphrase", "--new-passphrase-file", secrets["first"])
    command = [sys.executable, "-m", "wrapplanner", "check", "--passphrase-file", "-"]
    ran = subprocess.run(command, input="the first words\n", capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def test_a_newer_plan_is_exported_without_being_written(run, small):  # noqa: F811
    run.fine("import", small)
    with closing(PlanStore.open(run.data / "plans" / "my-plan")) as store:
        store.vault.raw.execute("UPDATE meta SET value = '99' WHERE key = 'schema'")
    before = run.files()
    assert "I sleep less" in run.fine("export", "json", "-o", "-")
    assert "newer version" in run.refused("import", small)
    assert run.files() == before
    assert isinstance(run, Run)
