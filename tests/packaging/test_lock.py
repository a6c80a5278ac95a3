"""The lock files: everything pinned, everything by hash, no host named, the tests' packages on top of the app's very own."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = {name: ROOT / "packaging" / f"{name}.lock" for name in ("requirements", "requirements-test")}


def pinned(name):
    """Package -> the whole of its entry."""
    entries = re.split(r"\n(?=[a-z])", LOCKS[name].read_text(encoding="utf-8").strip())
    return {re.match(r"[a-z0-9-]+", entry).group(): entry for entry in entries}


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_has_one_version_and_its_hashes(name):
    for entry in pinned(name).values():
        first, *hashes = [line.strip(" \\") for line in entry.splitlines()]
        assert re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*( ; [a-z_ !<>='A-Z0-9.]+)?", first)
        assert hashes
        assert all(re.fullmatch("--hash=sha256:[0-9a-f]{64}", line) for line in hashes)


@pytest.mark.parametrize("name", LOCKS)
def test_no_host_is_named(name):
    assert not re.search(r"://|index|find-links|\.(org|com|io|net)\b", LOCKS[name].read_text(encoding="utf-8"))


def test_the_tests_run_against_the_packages_of_the_app():
    assert pinned("requirements").items() <= pinned("requirements-test").items()


@pytest.mark.parametrize(("name", "group"), [("requirements", "app"), ("requirements-test", "test")])
def test_what_the_project_asks_for_is_locked(name, group):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["project"]["dependencies"] if group == "app" else project["dependency-groups"]["test"]
    names = {re.match(r"[A-Za-z0-9_.-]+", each).group().lower().replace("_", "-") for each in wanted}
    assert names <= pinned(name).keys()


@pytest.mark.parametrize("package", ["pyside6-essentials", "shiboken6", "sqlalchemy", "sqlcipher3", "pikepdf", "lxml"])
def test_packages_with_machine_code_are_locked_for_every_system(package):
    assert pinned("requirements")[package].count("--hash=") >= 5


def test_qt_comes_without_the_bundle_and_its_browser():
    assert not {"pyside6", "pyside6-addons"} & pinned("requirements-test").keys()
