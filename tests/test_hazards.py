"""The hazard log: every hazard is told in full and names tests that exist."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

from wrapplanner.paths import resource_root

TESTS = Path(__file__).resolve().parent
HAZARDS = tomllib.loads((resource_root() / "hazards.toml").read_text(encoding="utf-8"))["hazard"]


def _functions(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}


@pytest.mark.parametrize("hazard", HAZARDS, ids=lambda hazard: hazard.get("id", "?"))
def test_a_hazard_is_told_in_full_and_names_tests_that_exist(hazard):
    assert hazard.keys() == {"id", "harm", "cause", "control", "tests", "remains"}
    assert all(hazard.values())
    for test in hazard["tests"]:
        file, name = test.split("::")
        assert name in _functions(TESTS / file), test


def test_each_hazard_is_there_once():
    names = [hazard["id"] for hazard in HAZARDS]
    assert len(names) == len(set(names)) > 10


def test_every_fault_is_the_control_of_some_hazard():
    named = {test.split("::")[1] for hazard in HAZARDS for test in hazard["tests"]}
    for file in (TESTS / "faults").glob("test_*.py"):
        assert _functions(file) <= named, file.name
