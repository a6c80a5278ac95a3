"""What else could come to the group's screen: run by test_group_screens.py in a process whose Qt has two screens."""

from __future__ import annotations

import os
import sys
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QMainWindow, QMenu, QToolTip, QWidget
from qt_screens import LAPTOP, PROJECTOR, SESSION, is_blank, named, on, only_the_slide, plug, screen

from wrapplanner.app import Desktop


@pytest.fixture(autouse=True)
def two_screens(qapp):
    plug(LAPTOP, PROJECTOR)
    yield
    plug(LAPTOP, PROJECTOR)


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


def test_the_example_plan_stays_open_where_nobody_can_tell_it_anything(qapp, tmp_path, monkeypatch, qtbot):
    own = qapp.quitOnLastWindowClosed()
    qapp.setQuitOnLastWindowClosed(False)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    desktop = Desktop(qapp, tmp_path / "example", "example", example=True)
    closed, other = os.pipe()
    for descriptor in (closed, other):
        os.close(descriptor)
    desktop.start_where_told(closed)
    qtbot.waitUntil(lambda: desktop.window.has_plan, timeout=5000)
    qtbot.wait(50)
    assert desktop.window.isVisible()
    desktop.window.close()
    desktop.deleteLater()
    desktop.window.deleteLater()
    qapp.setQuitOnLastWindowClosed(own)


def test_the_example_plan_stays_where_it_is_told(example, qtbot):
    window = example.window

    def wait(is_so) -> None:
        qtbot.waitUntil(is_so, timeout=5000)

    wait(lambda: window.has_plan)
    assert (on("projector"), on("laptop")) == ([window], [])
    assert window.windowTitle().startswith("Example")
    assert window.context.look.scale == 2, "to be read from the back"
    window.go("group")
    wait(lambda: any("A group session is open already" in label.text() for label in window.findChildren(QLabel)))
    assert (on("projector"), on("laptop")) == ([window], []), "no session comes out of the example"
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
