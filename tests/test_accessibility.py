"""What a screen reader is told: every control of every page has a name and a role, and says where it stands in a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from journeys.driver import Driver, seen
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QWidget

PAGES = (
    "start",
    "read",
    "today",
    "find",
    "history",
    "past",
    "now",
    "print/crisis-plan",
    "print/whole-plan",
    "help",
    "review",
    "review/people",
    "review/end",
    "settings/reminders",
    *(
        f"settings/{topic}"
        for topic in ("look", "locking", "words", "spelling", "people", "backups", "paper", "keyboard", "about")
    ),
)
SENSELESS = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane, QAccessible.Role.Window}
_POSITION = re.compile(r"\b\d+ of \d+\b")


@pytest.fixture
def app(qtbot, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    driver = Driver(qtbot, data_folder, monkeypatch)
    yield driver
    if driver.is_open:
        driver.forget()


def places(app: Driver) -> Iterator[str]:
    yield from PAGES
    yield from (f"part/{part.id}" for part in app.framework.parts)
    yield from (f"write/{question.id}" for part in app.framework.parts for question in part.questions)


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1280, 800)), (2.0, (900, 600))], ids=["100 %", "200 % smallest"])
def test_every_control_has_a_name_and_a_role(app: Driver, scale: float, size: tuple[int, int]):
    app.begin("read", example=True, scale=scale, size=size)
    found: dict[str, set[str]] = {}
    for place in places(app):
        app.window.go(place)
        if place.startswith("part/"):
            app.rest()
        app.settle()
        for widget in seen(app.window):
            for said in faults(widget):
                found.setdefault(said, set()).add(place)
    assert not found, "\n".join(f"{said} ({len(where)} places: {min(where)})" for said, where in sorted(found.items()))


def test_doors_are_buttons_and_pairs_are_radio_buttons(app: Driver):
    app.begin("read")
    roles = {name: QAccessible.queryAccessibleInterface(app.find(name)).role() for name in ("door-today", "door-read", "Write")}
    assert roles == {
        "door-today": QAccessible.Role.Button,
        "door-read": QAccessible.Role.Button,
        "Write": QAccessible.Role.RadioButton,
    }
    here = QAccessible.queryAccessibleInterface(app.find("door-read"))
    assert here.text(QAccessible.Text.Description) == "You are here"


def test_the_start_page_has_names_and_roles(app: Driver):
    app.open()
    found = [said for widget in seen(app.window) for said in faults(widget)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("opener", ["Add a person", "Open my address list", "Say more about it", "From my toolbox"])
def test_dialogs_have_names_and_roles(app: Driver, opener: str):
    where = {
        "Add a person": "write/crisis.supporters",
        "Open my address list": "settings/people",
        "Say more about it": "write/toolbox.tools",
        "From my toolbox": "write/early.must",
    }
    app.begin(where[opener])
    if app.place().startswith("write"):
        app.key("Esc")
    if opener == "Say more about it":
        app.key("Home", "Menu")
    if opener == "Add a person":
        app.tab_to(opener, app.question().add)
        app.key("Space")
    else:
        app.click(opener)
    app.wait(lambda: app.front() is not app.window)
    dialog = app.front()
    face = QAccessible.queryAccessibleInterface(dialog)
    assert face.role() is QAccessible.Role.Dialog
    assert face.text(QAccessible.Text.Name)
    found = [said for widget in seen(dialog) for said in faults(widget)]
    assert not found, "\n".join(found)
    app.key("Esc")
    assert app.front() is app.window
    app.focus()


@pytest.mark.parametrize("place", ["write/early.signs", "write/early.must", "write/toolbox.tools", "write/crisis.supporters"])
def test_lists_say_where_one_is(app: Driver, place: str):
    app.begin(place)
    app.key("Esc")
    views = [each for each in seen(app.window) if isinstance(each, QAbstractItemView) and each.model().rowCount() > 1]
    assert views
    for view in views:
        face = QAccessible.queryAccessibleInterface(view)
        assert face.role() in (QAccessible.Role.List, QAccessible.Role.Table)
        first = face.child(0)
        assert first is not None
        said = first.text(QAccessible.Text.Name) + " " + first.text(QAccessible.Text.Description)
        assert _POSITION.search(said), said


def faults(widget: QWidget) -> Iterator[str]:
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.focusProxy() is not None or not widget.isEnabled():
        return
    face: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(widget)
    told = f"{type(widget).__name__} {widget.objectName()}".strip()
    if face is None:
        yield f"{told} is not there for a screen reader"
        return
    name = face.text(QAccessible.Text.Name).strip()
    if not name:
        yield f"{told} in {type(widget.parentWidget()).__name__} has no name"
    if face.role() in SENSELESS:
        yield f"{told} {name!r} has the role {face.role().name}"
