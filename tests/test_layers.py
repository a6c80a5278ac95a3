"""What the import contracts cannot say: that they name every room, and that the domain uses the standard library alone."""

import ast
import sys
import tomllib
from pathlib import Path

import pytest

import wrapplanner

PACKAGE = Path(wrapplanner.__file__).parent
ROOMS = {f"wrapplanner.{p.stem}" for p in PACKAGE.glob("*.py") if p.stem != "__init__"} | {
    f"wrapplanner.{p.parent.name}" for p in PACKAGE.glob("*/__init__.py")
}
LINTER = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]

# Other people's packages, and the only rooms that import them. Inside facilitator its own contracts say where.
HOMES = {
    "PySide6": {"wrapplanner.ui", "wrapplanner.app", "wrapplanner.facilitator"},
    "sqlalchemy": {"wrapplanner.storage", "wrapplanner.facilitator"},
    "reportlab": {"wrapplanner.pdf"},
    "appdirs": {"wrapplanner.paths"},
}


def imported(file):
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("package", HOMES)
def test_a_contract_keeps_each_package_out_of_every_other_room(package):
    contract = next(each for each in LINTER["contracts"] if package in each.get("forbidden_modules", []))
    assert set(contract["source_modules"]) == ROOMS - HOMES[package]


@pytest.mark.parametrize("file", sorted([*PACKAGE.glob("domain/*.py"), PACKAGE / "errors.py"]), ids=lambda file: file.name)
def test_the_domain_needs_the_standard_library_alone(file):
    roots = {name.split(".")[0] for name in imported(file)}
    assert roots <= set(sys.stdlib_module_names) | {"wrapplanner"}


# What a group session may use of storage: an encrypted file, its keys, safe writing. Nothing that knows what a plan is.
SHARED_STORAGE = {"vault", "keyfile", "keyslots", "keychain", "recovery", "safefiles", "diagnosis", "openjson", "ideas"}


def test_a_group_session_uses_the_lower_half_of_storage_alone():
    used = {name for file in PACKAGE.glob("facilitator/**/*.py") for name in imported(file)}
    assert {name for name in used if name.startswith("wrapplanner.storage")} <= {
        f"wrapplanner.storage.{name}" for name in SHARED_STORAGE
    }
