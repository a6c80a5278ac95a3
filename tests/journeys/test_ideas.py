"""Ideas are shown when asked for, become the person's own by choosing one, and Esc goes back to writing."""

from __future__ import annotations

from journeys.driver import Driver


def test_an_idea_is_taken_and_esc_goes_back(app: Driver) -> None:
    app.begin("write/early.signs")
    idea = app.question().ideas[0]
    app.key("Alt+I")
    app.click(idea)
    assert idea in [app.plan.words(entry) for entry in app.plan.entries("early.signs")]
    app.see("added")
    app.tab_to("Show me others")
    app.key("Esc")
    app.see_not("Examples to borrow. Take what fits, then make it yours.")
    app.type("A line of my own")
    app.key("Esc")
    assert app.plan.entries("early.signs")[-1].text == "A line of my own"
