"""Everything without a mouse: from the start page to a printed PDF, to every place, and to everything on each page."""

from __future__ import annotations

import pytest
from journeys.driver import Driver, seen, words_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton, QTabBar, QWidget

from wrapplanner.domain.kinds import Kind

SIX = ("Canal walk", "Jo Lantern", "Sit with me", "No big light", "Unopened post", "Ring Jo")


def test_from_the_start_page_to_a_printed_pdf(app: Driver) -> None:
    app.open()
    app.tab_to("No, only me")
    app.tab_to("Start my plan")
    app.key("Space")
    for words in SIX:
        if app.question().kind is Kind.PEOPLE:
            app.key("Return")
            app.type(words)
            app.key("Ctrl+Return")
        else:
            app.type(words)
        app.tab_to("Next question", "See my first page")
        app.key("Space")
    app.goes("print/crisis-plan")
    assert "Sit with me" in words_of(app.save_pdf(by_key=True))


def test_keys_go_to_every_place(app: Driver) -> None:
    app.begin("write/early.signs")
    for keys, place in (
        ("Ctrl+2", "today"),
        ("Ctrl+3", "read"),
        ("Ctrl+4", "print"),
        ("Ctrl+F", "find"),
        ("Ctrl+,", "settings"),
        ("F1", "help"),
        ("Ctrl+1", "now"),
    ):
        app.key(keys)
        app.goes(place)
        app.focus()
    app.key("Esc")
    app.goes("help")
    app.key("F9")
    app.goes("now")
    app.key("Right", "Left", "Esc")
    app.goes("help")


def test_f6_goes_between_the_menu_and_the_page(app: Driver) -> None:
    app.begin("write/early.signs")
    page = app.focus()
    app.key("F6")
    assert app.focus().objectName() == "door-read"
    app.key("Down")
    assert app.focus().objectName() == "door-print"
    app.key("Up", "F6")
    assert page is app.focus() or page.window() is app.focus().window()
    assert not app.focus().objectName().startswith("door-")
    app.key("F6", "Up", "Space")
    app.goes("today")


def test_esc_leaves_now_from_everywhere(app: Driver) -> None:
    app.begin("write/crisis.full_name")
    app.key("F9")
    app.goes("now")
    for _ in range(6):
        app.key("Tab")
        app.focus()
    app.key("Esc")
    app.goes("write/crisis.full_name")


MOST_TABS = 150  # a table has a stop a cell, a text one a link
PAGES = (
    "start",
    "read",
    "today",
    "find",
    "now",
    "print/crisis-plan",
    "help",
    *(f"settings/{topic}" for topic in ("look", "words", "people", "paper", "keyboard", "about")),
    "write/early.signs",
    "write/early.must",
    "write/crisis.full_name",
    "write/crisis.well",
    "write/crisis.birth_date",
    "write/crisis.supporters",
    "write/crisis.medicines",
    "write/crisis.signatures",
    "write/toolbox.tools",
    "part/early",
    "part/toolbox",
)


@pytest.mark.parametrize("place", PAGES)
def test_tab_reaches_everything_and_comes_round(app: Driver, place: str) -> None:
    app.begin(place)
    app.rest()
    app.key("Esc") if place.startswith("write/") else None
    wanted = {widget for widget in seen(app.window) if is_stop(widget)}
    assert wanted
    missing = set(wanted)
    for _ in range(MOST_TABS):
        app.key("Tab")
        here = app.focus()
        assert here.window() is app.window
        missing = {each for each in missing if each.isVisible() and not is_at(each, here)}
        if not missing:
            break
    assert not missing, [f"{type(each).__name__} {each.objectName()} {each.accessibleName()}" for each in missing]
    app.key("Shift+Tab")
    app.focus()


def is_stop(widget: QWidget) -> bool:
    """Whether Tab is to stop here: one of a group of answers is enough, its neighbours have the arrow keys."""
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    return not (isinstance(widget, QRadioButton) and not widget.isChecked()) and not isinstance(widget, QTabBar)


def is_at(widget: QWidget, stop: QWidget) -> bool:
    return widget is stop or widget.isAncestorOf(stop) or stop.focusProxy() is widget or is_twin(widget, stop)


def is_twin(widget: QWidget, stop: QWidget) -> bool:
    """Whether both belong to one group of buttons that the arrow keys walk through."""
    group = getattr(widget, "group", lambda: None)()
    return group is not None and group is getattr(stop, "group", lambda: None)()
