"""Finding words across the plan, and going to where they stand."""

from __future__ import annotations

from journeys.driver import Driver
from PySide6.QtWidgets import QPlainTextEdit


def test_find_ignores_accents_and_case_and_goes_to_the_entry(app: Driver) -> None:
    app.begin("read")
    app.key("Ctrl+F")
    app.goes("find")
    app.type("CAFE hurt")
    app.see("Café lights hurt", "Early warning signs")
    app.key("Return")
    app.goes("write/early.signs")
    field = app.focus()
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "Café lights hurt"
    app.key("End")
    app.type(" me")
    app.key("Esc")
    app.wait(lambda: app.plan.entries("early.signs")[0].text == "Café lights hurt me")


def test_find_goes_to_people_tools_and_records(app: Driver) -> None:
    app.begin("read")
    for wanted, question in (
        ("stays with", "crisis.supporters"),
        ("inhaler", "crisis.medicines"),
        ("feed the", "crisis.tasks"),
        ("tea in", "toolbox.tools"),
        ("robin marsh", "crisis.full_name"),
    ):
        app.key("Ctrl+F", "Ctrl+A")
        app.type(wanted)
        app.key("Return")
        app.goes(f"write/{question}")
        app.focus()


def test_find_says_when_there_is_nothing(app: Driver) -> None:
    app.begin("read")
    app.click("Find in my plan")
    app.type("zebra")
    app.goes("find")
    app.see("Nothing in your plan has these words.")
