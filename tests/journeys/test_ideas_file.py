"""Ideas from a group: each is offered, none is added by itself, a broken file is refused in its place."""

from __future__ import annotations

from journeys.driver import Driver

from wrapplanner.domain.ideas import IdeaGroup, Ideas
from wrapplanner.storage.ideas import write_ideas
from wrapplanner.ui.dialogs import ideas_file

IDEAS = Ideas(
    "What keeps us well",
    (IdeaGroup("Moving", ("Swim", "Hum", "Stairs, slowly")), IdeaGroup("", ("Rain sounds",))),
    "wrap",
    "toolbox.tools",
)


def test_ideas_are_ticked_by_keys_and_put_into_the_toolbox_or_a_list(app: Driver, monkeypatch):
    app.begin("part/toolbox")
    file = app.papers / "ours.wrapideas"
    file.write_bytes(write_ideas(IDEAS))
    monkeypatch.setattr(ideas_file, "ask_ideas_file", lambda parent: str(file))
    before = app.plan
    app.click("Open an ideas file")
    app.see("What keeps us well")
    app.key("Return")
    assert app.plan == before, "nothing is added by itself"

    app.click("Open an ideas file")
    app.key("Down", "Space", "Down", "Space", "Down", "Down", "Down", "Space", "Return")
    names = [tool.name for tool in app.plan.tools]
    assert names == ["Walk by the canal", "Tea in the garden", "Hum", "Swim", "Rain sounds"], (
        "what is there already is not there twice"
    )
    app.see("Put in Wellness toolbox")
    app.key("Ctrl+Z")
    assert app.plan == before, "one step takes all of them back"

    app.click("Open an ideas file")
    app.click_row("Ideas from a group", "Stairs, slowly")
    app.choose("Where they go", "Early warning signs: what I must do")
    app.click("Put them in")
    assert app.plan.words(app.plan.entries("early.must")[-1]) == "Stairs, slowly"


def test_a_broken_file_is_refused_and_said_in_its_place(app: Driver, monkeypatch):
    app.begin("part/toolbox")
    file = app.papers / "broken.wrapideas"
    file.write_bytes(b'{"format": "wrap-planner/ideas", "format_version": 1, "title": "a\\u0000b"}')
    monkeypatch.setattr(ideas_file, "ask_ideas_file", lambda parent: str(file))
    before = app.plan
    app.click("Open an ideas file")
    app.see("This file was not taken at /title: it holds letters that no idea has.", "Your plan is as it was.")
    assert app.plan == before
    app.click("I have read it")
    app.see_not("This file was not taken at /title: it holds letters that no idea has.")
