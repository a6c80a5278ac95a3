"""A whole answer can be taken out at once, and comes back at once."""

from __future__ import annotations

from journeys.driver import Driver


def test_a_whole_answer_goes_and_comes_back(app: Driver) -> None:
    app.begin("part/early", example=True)
    before = app.plan
    app.click("More: Signs that things are changing")
    app.click("Take out the whole answer")
    app.see("Took out all of “Signs that things are changing”.")
    assert not app.plan.entries("early.signs")
    app.key("Ctrl+Z")
    assert app.plan == before
