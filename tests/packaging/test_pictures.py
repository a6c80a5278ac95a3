"""Icons and pictures: each that is asked for is there, each that is there is asked for, and Qt can draw them all."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtSvg import QSvgRenderer

import wrapplanner
from wrapplanner.paths import resource_root

PACKAGE = Path(wrapplanner.__file__).parent
ICONS = {file.stem for file in (resource_root() / "icons").glob("*.svg")}
# Functions that draw an icon, and which of their arguments names it.
DRAWN_BY = {"icon": 0, "pixmap": 0, "icon_button": 1}


def literals():
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in PACKAGE.rglob("*.py")]
    return {n.value for tree in trees for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def drawn():
    """The names given outright to a function that draws an icon."""
    for file in (PACKAGE / "ui").rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            place = DRAWN_BY.get(name)
            if place is not None and len(call.args) > place and isinstance(call.args[place], ast.Constant):
                yield call.args[place].value


def marks(table):
    """The icons named in a framework's file, at any depth."""
    for key, value in table.items():
        if key == "mark":
            yield value
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                yield from marks(inner)


def framework_marks():
    files = (resource_root() / "framework").rglob("*.toml")
    return {mark for file in files for mark in marks(tomllib.loads(file.read_text(encoding="utf-8")))}


def test_every_icon_that_is_drawn_is_there():
    assert {name for name in drawn() if name} - ICONS == set()


def test_every_mark_of_a_framework_is_there():
    assert framework_marks()
    assert framework_marks() - ICONS == set()


def test_no_icon_is_kept_that_nothing_draws():
    sheet = "".join(file.read_text(encoding="utf-8") for file in (resource_root() / "themes").glob("*.qss"))
    in_sheet = set(re.findall(r"icons/([a-z0-9-]+)\.svg", sheet))
    assert ICONS - literals() - framework_marks() - in_sheet == set()


@pytest.mark.parametrize("name", sorted(ICONS))
def test_an_icon_is_one_stroke_that_takes_its_colour_from_outside(name):
    text = (resource_root() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    assert 'stroke="currentColor"' in text
    assert not re.findall("#[0-9A-Fa-f]{3,6}", text)
    assert QSvgRenderer(text.encode()).isValid()


def test_the_icons_have_their_licence():
    assert "ISC License" in (resource_root() / "icons" / "LICENSE").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["arch", "app-icon"])
def test_a_picture_is_drawn_by_qt_with_shapes_and_nothing_else(name):
    text = (resource_root() / "pictures" / f"{name}.svg").read_text(encoding="utf-8")
    assert QSvgRenderer(text.encode()).isValid()
    assert set(re.findall("<([a-zA-Z]+)", text)) <= {"svg", "path", "circle"}  # Qt draws no clip paths or masks
