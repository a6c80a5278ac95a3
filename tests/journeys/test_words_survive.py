"""Words are never lost: not by closing, going elsewhere or another text size, nor by a disk that takes no more."""

from __future__ import annotations

import pytest
from journeys.driver import Driver

from wrapplanner.errors import NotSaved
from wrapplanner.storage.plans import PlanStore

WORDS = "Nobody pressed Save"
PLACES = {
    "write/crisis.full_name": "line",
    "write/crisis.well": "text",
    "write/early.signs": "entries",
    "write/early.must": "tools",
    "write/toolbox.tools": "toolbox",
    "write/crisis.medicines": "records",
}


def write_there(app: Driver) -> None:
    if app.question().kind.value == "records":
        app.key("Insert")
    app.type(WORDS)


def is_kept(app: Driver) -> bool:
    return WORDS in repr(app.plan)


@pytest.mark.parametrize("place", PLACES)
def test_closing_at_once_keeps_the_words(app: Driver, place: str) -> None:
    app.begin(place)
    write_there(app)
    assert not is_kept(app)
    app.reopen()
    assert is_kept(app)


@pytest.mark.parametrize("place", PLACES)
def test_going_elsewhere_keeps_the_words(app: Driver, place: str) -> None:
    app.begin(place)
    write_there(app)
    app.key("F9")
    app.goes("now")
    assert is_kept(app)


@pytest.mark.parametrize("place", PLACES)
def test_another_text_size_keeps_the_words_and_the_place(app: Driver, place: str) -> None:
    app.begin(place)
    write_there(app)
    app.key("Ctrl++")
    app.wait(lambda: app.preferences.scale > 1.0)
    app.goes(place)
    assert is_kept(app)
    app.see(WORDS)


def test_a_pause_keeps_the_words(app: Driver) -> None:
    app.begin("write/crisis.full_name")
    app.type("xyz")
    app.wait(lambda: "xyz" in repr(app.plan), "a pause did not keep the words")


def test_a_disk_that_refuses_is_told_and_the_words_are_kept_later(app: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    app.begin("write/early.signs")
    room = False
    real = PlanStore.apply

    def apply(store: PlanStore, *arguments: object) -> None:
        if not room:
            raise NotSaved("Your words could not be saved: the disk is full. They stay here.")
        real(store, *arguments)

    monkeypatch.setattr(PlanStore, "apply", apply)
    app.type(WORDS)
    app.key("Esc")
    app.wait(lambda: "the disk is full" in app.saved())
    assert is_kept(app)
    app.see(WORDS)
    app.window.close()
    app.see("Your last words are not saved", "Close without them", "Keep them in a file")
    app.click("Go on writing")
    assert app.window.isVisible()
    app.see(WORDS)
    room = True
    app.wait(lambda: app.saved() == "Saved", "the words were not saved once there was room")
    app.reopen()
    assert is_kept(app)
