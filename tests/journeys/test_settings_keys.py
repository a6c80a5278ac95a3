"""Settings by the keyboard alone: arrows choose, the focus stays where one is, letters change nothing, Esc leaves."""

from __future__ import annotations

import pytest
from journeys.driver import Driver

GROUPS = {
    "theme": ("settings/look/theme-system", ("As my computer", "Light", "Dark", "High contrast")),
    "family": ("settings/look/family-Atkinson Hyperlegible Next", ("Atkinson Hyperlegible Next", "OpenDyslexic")),
    "wording": ("settings/words/upset-stressors", ("Stressors", "Triggers")),
    "paper": ("settings/paper/paper-a4", ("A4", "Letter")),
    "large_print": ("settings/paper/large_print-standard", ("Standard", "Large print")),
}


@pytest.mark.parametrize("group", GROUPS)
def test_arrows_choose_and_the_focus_stays_on_the_chosen_card(app: Driver, group: str) -> None:
    place, cards = GROUPS[group]
    app.begin("read", theme="system")
    app.window.go(place)
    app.rest()
    before = getattr(app.preferences, group)
    assert app.focus().accessibleName() == cards[0]
    for card in cards[1:]:
        app.key("Right")
        app.rest()
        assert app.focus().accessibleName() == card
        assert app.focus().isChecked()
    assert getattr(app.preferences, group) != before
    for card in reversed(cards[:-1]):
        app.key("Left")
        app.rest()
        assert app.focus().accessibleName() == card
    assert app.focus().isChecked()


def test_tab_stops_once_in_a_group_at_the_chosen_card(app: Driver) -> None:
    app.begin("read", theme="dark")
    app.key("Ctrl+,")
    app.goes("settings")
    stops = []
    for _ in range(4):
        app.key("Tab")
        stops.append(app.focus().accessibleName())
    assert stops[stops.index("Dark") :][:2] == ["Dark", "Smaller text"]
    assert not {"As my computer", "Light", "High contrast"} & set(stops)


@pytest.mark.parametrize("size", [(1280, 800), (900, 600)])
@pytest.mark.parametrize("place", ["settings/look", "settings/look/theme-light", "settings/paper/paper-letter"])
def test_letters_change_nothing(app: Driver, place: str, size: tuple[int, int]) -> None:
    app.begin(place, theme="dark", size=size)
    app.rest()
    before, here, focused = app.preferences, app.place(), app.focus()
    app.type("light, no help" if place.count("/") == 2 or size[0] > 1000 else "lightnohelp")  # a space opens a drop-down
    app.rest()
    assert (app.preferences.theme, app.preferences.paper) == (before.theme, before.paper)
    assert (app.place(), app.focus()) == (here, focused)


@pytest.mark.parametrize("place", ["settings/paper", "help", "find"])
def test_esc_goes_back_and_undoes_nothing(app: Driver, place: str) -> None:
    app.begin("write/early.signs")
    app.type("A new sign")
    app.window.go(place)
    app.rest()
    plan = app.plan
    app.key("Esc")
    app.goes("write/early.signs")
    assert app.plan == plan
    assert any("A new sign" in entry.text for entry in app.plan.entries("early.signs"))


def test_the_ring_goes_round_the_help_of_a_tick_box(app: Driver) -> None:
    app.begin("settings/look/still")
    app.rest()
    line = app.focus()
    assert line.accessibleName() == "No movement at all"
    assert line.height() >= line.heightForWidth(line.width())
    app.key("Space")
    app.rest()
    assert app.preferences.motion is False
