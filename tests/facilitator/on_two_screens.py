"""With a projector: run by test_group_screens.py in a process of its own, whose Qt has two screens."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from qt_screens import LAPTOP, PROJECTOR, SESSION, named, on, only_the_slide, plug, screen


@pytest.fixture(autouse=True)
def two_screens(qapp):
    plug(LAPTOP, PROJECTOR)
    yield
    plug(LAPTOP, PROJECTOR)


def board_of(group):
    return next(item for item in group.conductor.running.session.items if item.kind.word == "board")


def test_the_group_has_the_second_screen_to_itself(group):
    group.open(*SESSION)
    only_the_slide(group)
    assert group.audience.geometry() == named("projector").geometry()
    assert group.window not in on("projector")
    group.see("Second screen, light room")
    # Whatever the presenter opens comes up at home: menus, dialogs, drop-downs, tooltips.
    group.click("Hand over; A speaks now")
    for act in ("Notes to myself", "Count the feedback", "End the session"):
        group.pick("More", act)
        only_the_slide(group)
        assert group.front() in on("laptop")
        group.key("Esc")
    group.tab_to("Agenda")
    group.key("Menu")
    only_the_slide(group)
    group.key("Esc")
    group.next_to(board_of(group).title)
    group.click("An idea for the board")
    group.type("Cold tea\n")
    assert "Cold tea" in group.group_sees()
    assert group.window.picture.accessibleName() == group.group_sees(), "the presenter sees what they see"
    only_the_slide(group)


def test_either_window_hides_the_screen_and_goes_on(group):
    group.open(*SESSION)
    said = group.group_sees()
    group.key("F8")
    assert group.group_sees() == ""
    group.see("The screen is hidden", "Show the screen")
    group.key("F8")
    assert group.group_sees() == said
    group.audience.activateWindow()
    group.wait(group.audience.isActiveWindow)
    group.key("F8")
    assert group.group_sees() == ""
    group.key("F8", "Space")
    assert group.group_sees() != said
    group.key("Left")
    assert group.group_sees() == said
    group.key("Esc")
    group.wait(group.window.isActiveWindow)
    # In the middle of a dialog too.
    group.pick("More", "Notes to myself")
    group.key("F8")
    assert group.group_sees() == ""


def test_the_second_screen_is_pulled_out_in_the_middle_of_the_board(group):
    group.open(*SESSION)
    group.next_to(board_of(group).title)
    group.click("An idea for the board")
    group.type("".join(f"Idea {each}\n" for each in range(1, 8)))
    group.type("half an id")
    plug(LAPTOP)
    assert not group.audience.isVisible(), "it never comes up over the presenter's window"
    assert on("laptop") == [group.window]
    group.see("The second screen has gone.", "Every idea on the board is kept.")
    group.window.desk.field.setFocus()
    group.type("ea\n")
    assert group.conductor.board.cards[-1].text == "half an idea"
    assert group.console.house.store.running().board(group.item.id) == group.conductor.board
    # In again: it asks, and shows nothing by itself.
    plug(LAPTOP, PROJECTOR)
    assert not group.audience.isVisible()
    group.see("There is a second screen.", "Show it there")
    assert on("projector") == []
    group.click("Show it there")
    only_the_slide(group)
    assert "Idea 7" in group.group_sees()


def test_without_the_second_screen_one_can_go_on_with_one(group):
    group.open(*SESSION)
    plug(LAPTOP)
    group.click("Show it on this screen")
    assert on("laptop") == [group.audience]
    plug(LAPTOP, PROJECTOR)
    assert on("projector") == []
    assert on("laptop") == [group.audience], "a plug does not bring the notes before the group"


def test_the_presenters_own_screen_goes(group):
    group.open(*SESSION)
    group.pick("More", "Companion and journal")
    group.wait(group.console.companion.window.isVisible)
    group.window.activateWindow()
    group.pick("More", "Notes to myself")
    group.type("Half a tho")
    plug(PROJECTOR)
    assert on("projector") == [group.audience], "notes, dialogs and the Companion never spill on to the group's screen"
    group.wait(group.audience.isActiveWindow)
    said = group.group_sees()
    group.key("Space")
    assert group.group_sees() != said
    plug(LAPTOP, PROJECTOR)
    group.key("Esc")
    group.click("My notes: everyone will see them")
    assert any(each.toPlainText() == "Half a tho" for each in group.front().findChildren(QPlainTextEdit)), (
        "what was written is there"
    )


def test_mirrored_screens_are_one(group):
    group.open(*SESSION)
    plug(LAPTOP, screen("projector", 0, 1280, 800))
    assert on("laptop") == [group.audience], "mirrored, the group would see the notes"
    group.key("Esc")
    group.click("My notes: everyone will see them")
    assert group.window.isVisible()
    assert not group.audience.isVisible()


@pytest.mark.parametrize(
    "second",
    [screen("projector", 1280, 1080, 1920), screen("fine", 1280, 3840, 2160, scale=2), screen("projector", 1280, 1024, 768)],
    ids=["upright", "twice as fine", "old"],
)
def test_other_shapes_and_scales(group, second):
    plug(LAPTOP, second)
    group.open(*SESSION)
    assert on(second["name"]) == [group.audience]
    shown = group.audience.view.sheet
    assert (shown.screen.width, shown.screen.height) == group.audience.size().toTuple()
    assert min(text.px for text in shown.texts) >= group.audience.height() / 24
    assert group.window.picture.sheet == shown
    assert group.audience.devicePixelRatioF() == second["logicalDpi"] / 96
    assert group.audience.width() * group.audience.devicePixelRatioF() == second["width"]
