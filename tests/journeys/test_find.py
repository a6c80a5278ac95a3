"""Finding words across the plan, and going to where they stand."""

from __future__ import annotations

from datetime import date

from journeys.driver import Driver
from PySide6.QtWidgets import QListWidget, QPlainTextEdit

from wrapplanner.domain.days import Day, Tick
from wrapplanner.storage.plans import PlanStore, plan_folder


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
    app.see("Nothing here has these words.")


def test_find_shows_the_words_that_match_in_two_weights_and_never_scrolls_sideways(app: Driver) -> None:
    app.begin("read", size=(900, 600), scale=2.0)
    app.key("Ctrl+F")
    app.type("stays with")
    app.see("Jo Lantern", "Stays with me")
    hits = app.find("Found", QListWidget)
    app.rest()
    assert hits.horizontalScrollBar().maximum() == 0
    assert hits.visualItemRect(hits.item(1)).width() <= hits.viewport().width()
    assert hits.item(0).text() == "In my plan"
    assert not hits.item(0).flags()
    assert hits.visualItemRect(hits.item(1)).height() >= 3 * 32


def test_find_finds_a_part_by_its_title(app: Driver) -> None:
    app.begin("read")
    app.key("Ctrl+F")
    app.type("toolbox")
    app.see("Wellness toolbox")
    app.key("Return")
    app.goes("part/toolbox")


def test_a_second_ctrl_f_takes_a_new_word(app: Driver) -> None:
    app.begin("read")
    app.key("Ctrl+F")
    app.type("zebra")
    app.key("Ctrl+F")
    app.type("inhaler")
    assert app.focus().text() == "inhaler"
    app.click("Clear")
    assert app.find("Find in my plan").text() == ""
    assert app.focus().accessibleName() == "Find in my plan"


def test_what_is_typed_on_my_plan_goes_on_in_find(app: Driver) -> None:
    app.begin("read")
    app.click("Find in my plan")
    app.type("inhaler")
    app.goes("find")
    assert app.focus().text() == "inhaler"


def test_everything_is_found_in_groups_and_the_arrow_keys_pass_by_their_names(app: Driver) -> None:
    app.begin("read")
    app.key("Ctrl+F")
    for wanted, group, place in (
        ("01632 960217", "My people", "write/crisis.supporters/p2"),
        ("kim reed", "My people", "settings/people"),
        ("dyslexia", "In help", "help/text-and-colours"),
        ("HIGH contrast", "In the program", "settings/look"),
        ("what changed bring", "In the program", "history"),
    ):
        app.key("Ctrl+F", "Ctrl+A")
        app.type(wanted)
        hits = app.find("Found", QListWidget)
        names = [hits.item(row).text() for row in range(hits.count()) if not hits.item(row).flags()]
        assert group in names, (wanted, names)
        app.key("Down")
        walked = set()
        for _ in range(hits.count()):
            assert hits.currentItem().flags()
            walked.add(hits.currentRow())
            app.key("Down")
        assert len(walked) == hits.count() - len(names)
        head = next(row for row in range(hits.count()) if hits.item(row).text() == group)
        while hits.currentRow() > head + 1:
            app.key("Up")
        app.key("Return")
        app.goes(place.rpartition("/")[0] if place.count("/") > 1 else place)
        app.focus()


def test_days_are_found_by_their_notes_their_ticks_and_their_date_the_latest_first(app: Driver) -> None:
    app.begin("read")
    app.close()
    store = PlanStore.open(plan_folder(app.data, "my-plan"))
    ticks = (Tick("daily.every_day", "d1", "Walk by the canal"),)
    store.days.keep(
        [Day(date(2024, 3, number % 28 + 1).replace(year=2020 + number // 28), None, "", ticks) for number in range(160)]
        + [Day(date(2025, 2, 3), None, "A heron, at último")]
    )
    store.close()
    app.open()
    app.key("Ctrl+F")
    app.type("ULTIMO heron")
    app.see("My days, the latest first", "3 February 2025\nA heron, at último")
    app.key("Ctrl+A")
    app.type("canal march")
    hits = app.find("Found", QListWidget)
    app.wait(lambda: found_days(hits)[:2] == ["20 March 2025", "19 March 2025"])
    assert len(found_days(hits)) == 20
    assert app.place() == "find"


def found_days(hits: QListWidget) -> list[str]:
    rows = [hits.item(row).text().split("\n")[0] for row in range(hits.count())]
    return rows[rows.index("My days, the latest first") + 1 :] if "My days, the latest first" in rows else []
