"""Coming out of it: a path of what was written, a timetable without hurry, and lines that go to the plan if one likes."""

from __future__ import annotations

from journeys.driver import Driver
from PySide6.QtWidgets import QComboBox, QPushButton

from wrapplanner.domain.proposals import found_in, likely, targets


def test_the_path_by_keys(app: Driver) -> None:
    app.begin("after", example=True)
    app.see("Signs that I am ready", "I sleep most of the night")
    seen = [app.place()]
    for _ in range(30):
        app.key("Ctrl+PgDown")
        if app.place() == seen[-1]:
            break
        seen.append(app.place())
    written = [question for question in app.framework.part("after").questions if app.plan.entries(question.id)]
    assert seen == [f"after/{question.id}" for question in written]
    app.key("Ctrl+PgUp")
    assert app.place() == seen[-2]
    app.window.go("after/after.timetable")
    app.see("Nothing here is late. Dates are hopes, and may move.", "Pickle’s evening walk", "About when: First week")
    app.key("Esc")
    app.goes("read")


def test_a_line_is_offered_to_its_part_and_accepted_or_left(app: Driver) -> None:
    app.begin("after/after.change_plan", example=True)
    line = "New sign: mending things that are not broken"
    before = app.plan
    app.tab_to(f"Put it in my plan: {line}")
    app.key("Space")
    app.see("There already:", "I stop opening the post")
    assert app.find("Where they would stand", QComboBox).currentData() == "early.signs"
    app.key("Esc")
    assert app.plan == before
    app.key("Space")
    app.choose("Where they would stand", next(t for t in items(app) if "Signs that it is getting serious" in t))
    app.key("Return")
    app.tab_to("The words")
    app.key("Ctrl+A")
    app.type("Mending things that are not broken, at night")
    app.tab_to("Put it there")
    app.key("Space")
    assert app.plan.entries("breaking.signs")[-1].text == "Mending things that are not broken, at night"
    assert app.plan.entries("after.change_plan") == before.entries("after.change_plan")
    app.see("It is in “Signs that it is getting serious” now.")
    app.key("Ctrl+Z")
    assert app.plan == before


def test_a_line_can_become_a_tool_and_then_says_where_it_is(app: Driver) -> None:
    app.begin("after/after.change_life", example=True)
    line = "Swim on Tuesdays, even when I am well"
    app.click(f"Put it in my plan: {line}", QPushButton)
    app.choose("Where they would stand", next(t for t in items(app) if t.startswith("Wellness toolbox")))
    app.key("Return")
    app.click("Put it there", QPushButton)
    assert app.plan.tools[-1].name == line
    assert found_in(app.framework, app.plan, line.upper()) is app.framework.role("toolbox")
    assert not app.has(f"Put it in my plan: {line}")


def items(app: Driver) -> list[str]:
    box = app.find("Where they would stand", QComboBox)
    return [box.itemText(at) for at in range(box.count())]


def test_a_blank_way_back_speaks(app: Driver) -> None:
    app.begin("after")
    app.see("Your way back", "It can wait.")
    app.click("Write one line", QPushButton)
    app.goes("write/after.ready_signs")


def test_likely_places(app: Driver) -> None:
    app.begin("read")
    likely_ids = {words: likely(app.framework, words).id for words in ("A place never to go back to", "zzz")}
    assert likely_ids["zzz"] == "early.signs"
    assert likely_ids["A place never to go back to"] in {question.id for question in targets(app.framework)}
