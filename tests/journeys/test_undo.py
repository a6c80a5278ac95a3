"""Each kind of change is taken back by Ctrl+Z and done again by Ctrl+Y, and what is kept on disk follows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from journeys.driver import Driver
from PySide6.QtGui import QGuiApplication

Act = Callable[[Driver], None]


def add_line(app: Driver) -> None:
    app.type("I sleep in my clothes")
    app.key("Esc")


def edit_line(app: Driver) -> None:
    app.key("Esc", "Up", "F2")
    app.type(" at all")
    app.key("Esc")


def move_line(app: Driver) -> None:
    app.key("Esc", "Up", "Alt+Up")


def remove_line(app: Driver) -> None:
    app.key("Esc", "Up", "Delete")


def paste_lines(app: Driver) -> None:
    QGuiApplication.clipboard().setText("First thing\nSecond thing\nThird thing")
    app.key("Ctrl+V", "Esc")


def put_tool_in(app: Driver) -> None:
    app.key("Esc")
    app.click("From my toolbox")
    app.key("Down", "Space", "Return")


def keep_line_as_tool(app: Driver) -> None:
    app.key("Esc", "Up", "Menu")
    app.click("Keep in my toolbox")


def remove_first_tool_keeping_words(app: Driver) -> None:
    app.key("Esc", "Home", "Delete")
    app.see("Walk by the canal is in 2 lists")
    app.click("Keep the words")


def remove_first_tool_everywhere(app: Driver) -> None:
    app.key("Esc", "Home", "Delete")
    app.click("Take out everywhere")


def say_more_of_tool(app: Driver) -> None:
    app.key("Esc", "Home", "Menu")
    app.click("Say more about it")
    app.tab_to("A note to yourself")
    app.type("Slowly")
    app.tab_to("Keep it")
    app.key("Space")


def add_person(app: Driver) -> None:
    app.tab_to("Add a supporter", "Add a person", app.question().add)
    app.key("Return")
    app.type("Sam Hill")
    app.key("Ctrl+Return")


def edit_person(app: Driver) -> None:
    app.key("Return")
    app.tab_to("Phone, one on each line")
    app.key("Ctrl+A")
    app.type("01632 960999")
    app.tab_to("Keep it")
    app.key("Space")


def mark_as_agreed(app: Driver) -> None:
    app.key("Menu")
    app.click("Mark as agreed today")


def move_person_in_list(app: Driver) -> None:
    app.key("Alt+Down")


def take_person_off(app: Driver) -> None:
    app.key("Delete")


def in_address_list(act: Act) -> Act:
    def acted(app: Driver) -> None:
        app.click("Open my address list")
        app.see("Each person is here once.")
        act(app)
        app.click("Done")

    return acted


def add_to_address_list(app: Driver) -> None:
    app.click("Add a person")
    app.type("Sam Hill")
    app.key("Ctrl+Return")


def edit_in_address_list(app: Driver) -> None:
    app.key("Return", "End")
    app.type(" senior")
    app.key("Ctrl+Return")


def move_in_address_list(app: Driver) -> None:
    app.key("Alt+Down")


def remove_unused_person(app: Driver) -> None:
    app.key("End", "Delete")


def remove_person_keeping_words(app: Driver) -> None:
    app.key("Home", "Delete")
    app.see("Jo Lantern is in 2 lists")
    app.click("Keep the words")


def remove_person_everywhere(app: Driver) -> None:
    app.key("Home", "Delete")
    app.click("Take out everywhere")


def add_record(app: Driver) -> None:
    app.key("Insert")
    app.type("Melatonin")
    app.key("Tab")
    app.type("2 mg")
    app.key("Return")


def edit_record(app: Driver) -> None:
    app.key("Right", "F2", "Ctrl+A")
    app.type("3 puffs")
    app.key("Return")


def move_record(app: Driver) -> None:
    app.key("Alt+Down")


def remove_record(app: Driver) -> None:
    app.key("Delete")


def add_signature(app: Driver) -> None:
    app.tab_to("Add a line to sign", app.question().add)
    app.key("Return")
    app.type("Robin Marsh")
    app.key("Return")


def edit_words(app: Driver) -> None:
    app.key("End")
    app.type(" of Saltmarsh")


def clear_words(app: Driver) -> None:
    app.key("Ctrl+A", "Delete")


def write_words(app: Driver) -> None:
    app.type("By the sea.\nTwo lines.")


def write_date(app: Driver) -> None:
    app.type("3 November 1980")


CASES: dict[str, tuple[str, Act]] = {
    "a line added": ("write/early.signs", add_line),
    "a line edited": ("write/early.signs", edit_line),
    "a line moved": ("write/early.signs", move_line),
    "a line removed": ("write/early.signs", remove_line),
    "lines pasted": ("write/early.signs", paste_lines),
    "a tool put in": ("write/early.must", put_tool_in),
    "a line kept as a tool": ("write/early.must", keep_line_as_tool),
    "a tool added": ("write/toolbox.tools", add_line),
    "a tool edited": ("write/toolbox.tools", edit_line),
    "a tool moved": ("write/toolbox.tools", move_line),
    "a tool removed": ("write/toolbox.tools", remove_line),
    "a tool removed, words kept": ("write/toolbox.tools", remove_first_tool_keeping_words),
    "a tool removed everywhere": ("write/toolbox.tools", remove_first_tool_everywhere),
    "more said of a tool": ("write/toolbox.tools", say_more_of_tool),
    "a person added": ("write/crisis.supporters", add_person),
    "a person edited": ("write/crisis.supporters", edit_person),
    "a person agreed": ("write/crisis.supporters", mark_as_agreed),
    "a person moved in a list": ("write/crisis.supporters", move_person_in_list),
    "a person taken off a list": ("write/crisis.supporters", take_person_off),
    "a person added to the address list": ("settings/people", in_address_list(add_to_address_list)),
    "a person edited in the address list": ("settings/people", in_address_list(edit_in_address_list)),
    "a person moved in the address list": ("settings/people", in_address_list(move_in_address_list)),
    "a person removed": ("settings/people", in_address_list(remove_unused_person)),
    "a person removed, words kept": ("settings/people", in_address_list(remove_person_keeping_words)),
    "a person removed everywhere": ("settings/people", in_address_list(remove_person_everywhere)),
    "a record added": ("write/crisis.medicines", add_record),
    "a record edited": ("write/crisis.medicines", edit_record),
    "a record moved": ("write/crisis.medicines", move_record),
    "a record removed": ("write/crisis.medicines", remove_record),
    "a line to sign added": ("write/crisis.signatures", add_signature),
    "an answer edited": ("write/crisis.full_name", edit_words),
    "an answer cleared": ("write/crisis.full_name", clear_words),
    "an answer written": ("write/crisis.well", write_words),
    "a day written": ("write/crisis.birth_date", write_date),
}


@pytest.mark.parametrize("change", CASES)
def test_each_kind_of_change_is_taken_back_and_done_again(app: Driver, change: str) -> None:
    place, act = CASES[change]
    app.begin(place)
    before = app.plan
    act(app)
    app.key("F6")  # out of the words, whose own Undo would come first
    app.wait(lambda: app.plan != before, "nothing was changed")
    after = app.plan
    steps = 2 if change in ("a line to sign added", "a record added") else 1  # each cell is one
    app.key(*["Ctrl+Z"] * steps)
    app.wait(lambda: app.plan == before, lambda: f"Undo left {app.plan}")
    app.key(*["Ctrl+Y"] * steps)
    app.wait(lambda: app.plan == after, lambda: f"Redo left {app.plan}")
    assert app.saved() == "Saved"
    app.reopen()
    assert app.plan == after


def test_every_step_of_a_sitting_is_taken_back_in_turn(app: Driver) -> None:
    app.begin("write/early.signs")
    before = app.plan
    for act in (add_line, move_line, edit_line, remove_line):
        act(app)
        app.key("F6", "F6")
    assert app.plan != before
    app.key("F6")
    for _ in range(4):
        app.click("Undo")
    assert app.plan == before
    assert not app.has("Undo")  # there is nothing left to take back
    app.reopen()
    assert app.plan == before
