"""The presenter's board put in order: by keys alone, and by the pointer, with two hundred cards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from wrapplanner.facilitator.model.board import Mark

SESSION = ("wrap-eight", 5)


@pytest.fixture
def board(group):
    """A board with three headings, and the session on it."""
    group.open(*SESSION)
    item = next(item for item in group.conductor.running.session.items if len(item.groups) >= 3)
    group.next_to(item.title)
    group.click("An idea for the board")
    return group


def texts(group, heading: int) -> list[str]:
    found = group.conductor.board
    return [card.text for card in found.under(found.groups[heading].id)]


def arrange(group):
    group.click("Arrange")
    return group.window.arranger


def test_ideas_go_where_the_keys_say(board):
    board.type("Cold tea\n")
    board.key("Ctrl+2")
    board.type("Post unopened\n")
    board.key("Ctrl+3")
    board.type("Saying fine\n")
    assert [texts(board, n) for n in range(3)] == [["Cold tea"], ["Post unopened"], ["Saying fine"]]
    board.see("3 ideas, no names")


def test_a_board_is_put_in_order_by_keys_alone(board):
    board.type("One\nTwo\nThree\n")
    board.tab_to("Arrange")
    board.key("Space")
    first = board.conductor.board.groups[0].title
    assert board.focus().accessibleName() == first
    board.key("Down", "Alt+Up")
    assert texts(board, 0) == ["Two", "One", "Three"]
    board.key("Alt+Right")
    assert (texts(board, 0), texts(board, 1)) == (["One", "Three"], ["Two"])
    board.key("Ctrl+3")
    assert texts(board, 2) == ["Two"]
    board.key("Left")
    assert board.focus().accessibleName() == first
    board.key("End", "Ctrl+M")
    assert texts(board, 0) == ["One · Three"]
    board.key("F2", "Ctrl+A")
    board.type("Once\n")
    assert texts(board, 0) == ["Once"]
    board.key("Delete")
    assert texts(board, 0) == []
    for _ in range(6):
        board.key("Ctrl+Z")
    assert texts(board, 0) == ["One", "Two", "Three"]
    board.key("Ctrl+Y")
    assert texts(board, 0) == ["Two", "One", "Three"]


def test_a_card_gets_a_mark_of_colour_and_shape_from_its_menu(board):
    board.type("One\n")
    arrange(board)
    board.key("Menu")
    menu = QApplication.activePopupWidget()
    marks = next(action.menu() for action in menu.actions() if action.text() == "Mark it")
    assert [action.text() for action in marks.actions()] == [
        "Circle",
        "Square",
        "Triangle",
        "Diamond",
        "Cross",
        "Ring",
        "No mark",
    ]
    marks.actions()[2].trigger()
    board.key("Esc")
    assert board.conductor.board.cards[0].mark is Mark.TRIANGLE


def test_headings_are_added_changed_and_taken_away(board):
    board.type("One\n")
    count = len(board.conductor.board.groups)
    board.click("A heading")
    board.type("Weather\n")
    assert [each.title for each in board.conductor.board.groups][count:] == ["Weather"]
    arrange(board)
    board.click(board.conductor.board.groups[0].title)
    board.key("Ctrl+A")
    board.type("Feet\n")
    assert board.conductor.board.groups[0].title == "Feet"
    board.click("Feet")
    board.click("Take it away")
    assert len(board.conductor.board.groups) == count
    assert board.conductor.board.cards[0].group == ""
    board.key("Ctrl+Z")
    assert texts(board, 0) == ["One"]


def drag(cards, start: QPoint, steps: list[QPoint]) -> None:
    """Press on a card, carry it through places (global), and let go at the last."""
    port = cards.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for at in steps:
        local = QPointF(port.mapFromGlobal(at))
        moved = QMouseEvent(
            QEvent.Type.MouseMove,
            local,
            QPointF(at),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(port, moved)
        QApplication.processEvents()
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, port.mapFromGlobal(steps[-1]))
    QApplication.processEvents()


def test_a_card_is_dragged_to_another_place_and_another_heading(board):
    board.type("One\nTwo\nThree\n")
    arranger = arrange(board)
    lists = [arranger.lists[each.id] for each in board.conductor.board.groups]
    start = lists[0].visualItemRect(lists[0].item(0)).center()
    below = lists[0].viewport().mapToGlobal(lists[0].visualItemRect(lists[0].item(1)).bottomLeft() + QPoint(20, 2))
    drag(lists[0], start, [below - QPoint(0, 20), below])
    assert texts(board, 0) == ["Two", "One", "Three"]
    other = lists[1].viewport().mapToGlobal(QPoint(30, 5))
    drag(lists[0], start, [below, other])
    assert (texts(board, 0), texts(board, 1)) == (["One", "Three"], ["Two"])
    assert board.focus() is lists[1], "the card that was moved has the focus"


def test_two_hundred_cards_are_carried_without_being_painted_anew(board):
    """Work of a frame while dragging: a handful of cards under the moving one, however many there are."""
    QApplication.clipboard().setText("\n".join(f"Idea {each}" for each in range(200)))
    board.key("Ctrl+V")
    arranger = arrange(board)
    cards = arranger.lists[board.conductor.board.groups[0].id]
    start = cards.visualItemRect(cards.item(1)).center()
    origin = cards.viewport().mapToGlobal(start)
    counted = []

    def count() -> int:
        return sum(each.row_delegate.painted for each in arranger.lists.values())

    steps = [origin + QPoint(3 * n, 2 * n) for n in range(1, 40)]
    port = cards.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for at in steps:
        before = count()
        local = QPointF(port.mapFromGlobal(at))
        moved = QMouseEvent(
            QEvent.Type.MouseMove,
            local,
            QPointF(at),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(port, moved)
        QApplication.processEvents()
        counted.append(count() - before)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, port.mapFromGlobal(steps[-1]))
    assert max(counted[3:]) <= 8, counted
