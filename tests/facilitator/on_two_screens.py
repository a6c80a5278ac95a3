"""With a projector: run by test_group_screens.py in a process of its own, whose Qt has two screens."""

from __future__ import annotations

import os
import sys
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QToolTip,
    QWidget,
)
from qt_screens import plug, screen

from wrapplanner.app import Desktop

SESSION = ("wrap-eight", 5)
LAPTOP, PROJECTOR = screen("laptop", 0, 1280, 800), screen("projector", 1280, 1920, 1080)


@pytest.fixture(autouse=True)
def two_screens(qapp):
    plug(LAPTOP, PROJECTOR)
    yield
    plug(LAPTOP, PROJECTOR)


def on(name: str) -> list[object]:
    """Return the windows that can be seen on a screen, even a corner of them."""
    room = named(name).geometry()
    return [each for each in QApplication.topLevelWidgets() if each.isVisible() and each.frameGeometry().intersects(room)]


def named(name: str):
    return next(each for each in QGuiApplication.screens() if each.name() == name)


def only_the_slide(group) -> None:
    assert on("projector") == [group.audience]
    assert [each for each in group.audience.findChildren(object) if hasattr(each, "isVisible") and each.isVisible()] == [
        group.audience.view
    ]


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


def is_blank(window) -> bool:
    """Return whether nothing of a window can be read: something plain lies over all of it."""
    top = window.childAt(window.rect().center())
    return type(top) is QWidget and top.size() == window.size() and not top.findChildren(QLabel)


def test_a_window_that_is_carried_to_the_groups_screen_is_blank_there_and_goes_home(group):
    group.open(*SESSION)
    group.pick("More", "Companion and journal")
    companion = group.console.companion.window
    group.wait(companion.isVisible)
    for window in (companion, group.window):
        window.move(1000, 60)
        assert window in on("projector"), "a corner of it"
        assert is_blank(window), "not for a moment"
        window.move(1500, 100)
        assert is_blank(window)
        group.wait(lambda: on("projector") == [group.audience], lambda: f"{on('projector')}")
        assert not is_blank(window)
        assert named("laptop").geometry().contains(window.frameGeometry())
        assert group.audience.geometry() == named("projector").geometry()
    group.window.activateWindow()
    group.see("That screen is the group’s.", "Your own windows stay on this one.")
    # Two are plugged in the other way round: now they change places, and everything goes along.
    group.click("Change the screens round")
    group.wait(lambda: on("laptop") == [group.audience])
    assert {group.window, companion} <= set(on("projector"))
    assert not is_blank(companion)
    companion.move(600, 60)
    assert is_blank(companion)
    group.wait(lambda: on("laptop") == [group.audience])


def test_whatever_opens_over_there_comes_up_at_home(group):
    group.open(*SESSION)
    over_there = QDialog(), QFileDialog(), QMainWindow(), QWidget(group.window, Qt.WindowType.Tool), QMenu("x")
    over_there[-1].addAction("x")
    for window in over_there:
        window.setGeometry(1500, 200, 400, 300)
        window.popup(QPoint(1500, 200)) if isinstance(window, QMenu) else window.show()
        only_the_slide(group)
        assert window in on("laptop")
        assert not is_blank(window)
        window.close()
    wide = QDialog()
    wide.setGeometry(1500, 0, 1900, 1000)
    wide.show()
    only_the_slide(group)
    assert not is_blank(wide)
    wide.close()
    QToolTip.showText(QPoint(1600, 400), "Only for the presenter", group.window)
    group.settle()
    only_the_slide(group)
    QToolTip.hideText()
    full = QMainWindow()
    full.setGeometry(1400, 0, 800, 600)
    full.showMaximized()
    only_the_slide(group)
    full.close()
    for window in (*over_there, wide, full):
        window.deleteLater()


def test_the_systems_own_dialogs_are_not_used_while_a_group_looks(group, qapp):
    group.open(*SESSION)
    native = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    assert qapp.testAttribute(native)
    group.console.meeting.screens.show_nowhere()
    assert not qapp.testAttribute(native)


def test_what_opens_in_one_screen_mode_waits_until_the_notes_come_back(group):
    group.open(*SESSION)
    group.console.meeting.screens.show_on_one()
    dialog, menu = QDialog(), QMenu()
    menu.addAction("x")
    for x in (100, 1500):
        dialog.setGeometry(x, 100, 300, 200)
        dialog.show()
        menu.popup(QPoint(x, 100))
        assert is_blank(dialog)
        group.wait(lambda: not dialog.isVisible() and not menu.isVisible(), "it goes at once")
        assert on("laptop") == [group.audience]
        assert on("projector") == []
    group.key("Esc")
    group.click("My notes: everyone will see them")
    assert dialog.isVisible()
    assert not menu.isVisible()
    dialog.close()
    for each in (dialog, menu):
        each.deleteLater()


def test_windows_that_are_open_when_a_second_screen_is_shown_on_go_home(group):
    plug(LAPTOP)
    group.open(*SESSION)
    group.pick("More", "Companion and journal")
    companion = group.console.companion.window
    group.wait(companion.isVisible)
    plug(LAPTOP, PROJECTOR)
    companion.move(1500, 100)
    assert companion in on("projector"), "nobody looks there yet"
    group.window.activateWindow()
    group.click("Show it there")
    only_the_slide(group)
    assert companion in on("laptop")


def test_where_the_example_plan_is(group):
    laptop, projector = "stay 0 0 1280 800", "stay 1280 0 1920 1080 large"
    group.open(*SESSION)
    told = group.example.told

    def last() -> list[str]:
        two, told[:] = told[-2:], []
        return two

    group.pick("More", "Look at the example plan here")
    assert last() == [laptop, "show"]
    group.pick("More", "Show the group the example plan")
    assert last() == [projector, "show"]
    group.key("F8")
    assert last() == ["hide"], "the key that hides the screen hides it too"
    group.key("F8")
    assert last() == ["show"]
    plug(LAPTOP)
    assert last() == [laptop, "show"]
    plug(LAPTOP, PROJECTOR)
    group.click("Show it there")
    assert last() == [laptop, "show"], "it goes to the group again when somebody says so"
    group.pick("More", "Show the group the example plan")
    plug(LAPTOP, screen("projector", 0, 1280, 800))
    assert last() == [laptop, "hide"], "mirrored, the slide has the screen to itself"
    group.key("Esc")
    group.click("My notes: everyone will see them")
    assert last() == [laptop, "show"]
    plug(LAPTOP, PROJECTOR)
    group.click("Show it there")
    group.pick("More", "Show the group the example plan")
    group.pick("More", "Take the example plan away")
    assert last() == [projector, "show", ""][-2:]
    assert not group.example.is_open
    group.pick("More", "Look at the example plan here")
    group.forget()
    assert last()[-1] == "", "it goes with the session"


@pytest.fixture
def example(qapp, tmp_path, monkeypatch):
    """The process of the example plan, in this one: what it is told is written to `tell`."""
    own = qapp.quitOnLastWindowClosed()
    qapp.setQuitOnLastWindowClosed(False)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    desktop = Desktop(qapp, tmp_path / "example", "example", example=True)
    hear, tell = os.pipe()
    os.write(tell, b"stay 1280 0 1920 1080 large\n")
    desktop.start_where_told(hear)
    yield SimpleNamespace(window=desktop.window, tell=lambda line: os.write(tell, line), leave=lambda: os.close(tell))
    desktop.window.close()
    desktop.deleteLater()
    desktop.window.deleteLater()
    os.close(hear)
    qapp.setQuitOnLastWindowClosed(own)


def test_the_example_plan_stays_where_it_is_told(example, qtbot):
    window = example.window

    def wait(is_so) -> None:
        qtbot.waitUntil(is_so, timeout=5000)

    wait(lambda: window.has_plan)
    assert (on("projector"), on("laptop")) == ([window], [])
    assert window.windowTitle().startswith("Example")
    assert window.context.look.scale == 2, "to be read from the back"
    dialog = QDialog(window)
    dialog.setGeometry(100, 100, 300, 200)
    dialog.show()
    assert dialog in on("projector")
    example.tell(b"hi")
    example.tell(b"de\n")
    wait(lambda: not window.isVisible() and not dialog.isVisible())
    example.tell(b"stay 0 0 1280 800\nshow\n")
    wait(lambda: set(on("laptop")) == {window, dialog})
    assert window.context.look.scale == 1
    assert on("projector") == []
    window.showNormal()
    window.move(1500, 50)
    assert is_blank(window)
    wait(lambda: on("projector") == [] and not is_blank(window))
    dialog.close()
    example.tell(b"something else\n")
    assert window.isVisible()
    example.leave()
    wait(lambda: not window.isVisible())
