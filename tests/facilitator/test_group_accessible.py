"""Every control of group mode has a name and is large enough, in every look; nothing is cut at 200 %."""

from __future__ import annotations

import pytest
from journeys.driver import names
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QScrollBar, QWidget

from wrapplanner.ui.widgets.message import InlineMessage

TARGET = 44


def controls(window: QWidget) -> list[QWidget]:
    """Return what the keyboard reaches in a window."""
    found = [each for each in window.findChildren(QWidget) if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [each for each in found if not isinstance(each, QScrollBar) and each.objectName() != "qt_spinbox_lineedit"]


def check(window: QWidget, scale: float) -> None:
    for each in controls(window):
        assert names(each), each
        if isinstance(each, QAbstractButton | QLineEdit):
            assert each.height() >= TARGET - 2, (each, each.height())
    room = window.rect()
    for each in [*window.findChildren(QAbstractButton), *window.findChildren(QLabel)]:
        if each.isVisible() and not each.visibleRegion().isEmpty():
            corner = each.mapTo(window, each.rect().topLeft())
            assert corner.x() >= 0, each
            assert corner.x() + each.width() <= room.width() + 1, (each, names(each))
            if isinstance(each, QAbstractButton) and each.text():
                assert each.width() >= each.minimumSizeHint().width() - 2, (names(each), each.width())


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [900, 1280])
def test_controls_have_names_and_room(group, scale, width):
    group.open()
    group.console.preferences.change(scale=scale)
    group.console.redress()
    group.window.resize(width, 800)
    group.see("WRAP, eight meetings")
    group.rest()
    check(group.window, scale)
    group.console.hold(group.console.house.shelf.begun(group.console.house.shelf.programme("wrap-eight"), 5, group.now))
    group.window.resize(width, 800)
    board = next(item for item in group.conductor.running.session.items if item.groups)
    for item in (group.item, board):
        group.conductor.go_to(item.id)
        if item.kind.has_board:
            group.conductor.add_ideas("One\nTwo", group.conductor.board.groups[0].id)
            group.window.desk.set_arranging(True)
        group.rest()
        check(group.window, scale)
    group.console.meeting.screens.show_on_one()
    group.audience.resize(width, 720)
    group.console.meeting._toggle_bar()
    group.rest()
    check(group.audience, scale)


@pytest.mark.parametrize(("width", "beneath"), [(1000, False), (420, True)])
def test_a_message_keeps_room_for_its_words(group, qtbot, width, beneath):
    group.open()
    message = InlineMessage(
        group.console.look, "That screen is the group’s.", "Yours stay here.", "Change them round", "Not now"
    )
    qtbot.addWidget(message)
    message.resize(width, 200)
    message.show()
    group.settle()
    lowest = max(each.geometry().bottom() for each in message.findChildren(QLabel))
    buttons = message.findChildren(QAbstractButton)
    assert len(buttons) == 2
    assert all((each.geometry().top() > lowest) is beneath for each in buttons)
