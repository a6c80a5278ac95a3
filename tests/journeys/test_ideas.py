"""Ideas are shown when asked for, become the person's own by choosing one, and Esc goes back to writing."""

from __future__ import annotations

from journeys.driver import Driver
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from wrapplanner.ui.widgets.ideas_panel import AT_A_TIME, IdeasPanel


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


def test_enter_takes_one_idea_after_the_other_and_the_page_keeps_still(app: Driver) -> None:
    app.begin("write/early.signs", size=(1024, 640))
    first, second, third = app.question().ideas[:3]
    app.key("Alt+I")
    app.rest()
    heading = app.find("Ideas", IdeasPanel)
    assert not heading.visibleRegion().isEmpty()
    assert app.focus().accessibleName() == first
    assert not app.focus().visibleRegion().isEmpty()  # the ideas came into sight
    app.key("Return")
    app.rest()
    top = app.find(third, QPushButton).mapTo(app.window, QPoint()).y()
    assert app.focus().accessibleName() == second
    app.key("Return")
    app.rest()
    assert app.focus().accessibleName() == third
    assert app.focus().mapTo(app.window, QPoint()).y() == top
    said = [app.plan.words(entry) for entry in app.plan.entries("early.signs")]
    assert said[-2:] == [first, second]


def test_after_the_last_idea_the_focus_stays_with_the_ideas(app: Driver) -> None:
    app.begin("write/early.signs")
    app.key("Alt+I")
    for _ in range(AT_A_TIME):
        app.key("Return")
    assert app.focus().accessibleName() == "Close ideas"


def test_back_from_the_ideas_the_line_to_write_in_is_in_sight(app: Driver) -> None:
    app.begin("write/early.signs", size=(1024, 640))
    app.key("Alt+I")
    app.key("Return", "Esc")
    app.rest()
    assert isinstance(app.focus(), QPlainTextEdit)
    assert app.focus().visibleRegion().boundingRect().height() == app.focus().height()
