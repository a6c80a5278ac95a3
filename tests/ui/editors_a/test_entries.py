"""The list of lines, through real keys and a real pointer."""

from __future__ import annotations

import pytest
from hands import Held, Key, focus, press, type_words
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from wrapplanner.domain.changes import EntryEdited
from wrapplanner.domain.plan import Entry
from wrapplanner.ui.editors.entries import EntriesEditor
from wrapplanner.ui.editors.pause import PAUSE_MS

QUESTION = "early.signs"


def lines(session) -> list[str]:
    return [entry.text for entry in session.plan.entries(QUESTION)]


def entries(*words: str) -> dict[str, tuple[Entry, ...]]:
    return {QUESTION: tuple(Entry(f"e{at}", text) for at, text in enumerate(words))}


@pytest.fixture
def blank(open_session):
    return open_session()


@pytest.fixture
def three(open_session):
    return open_session(answers=entries("one", "two", "three"))


@pytest.fixture
def editor(edit, three):
    return edit(EntriesEditor, QUESTION, three)


def middle(editor, place: int, action: str = "") -> QPoint:
    places = editor.view.places
    return (places.action(place, action) if action else places.words(place)).center()


def test_typing_and_enter_write_one_line_after_another(edit, blank):
    editor = edit(EntriesEditor, QUESTION, blank)
    editor.focus_start()
    type_words("I stop opening the post")
    press(Key.Key_Return)
    type_words("The radio stays off")
    press(Key.Key_Escape)
    assert lines(blank) == ["I stop opening the post", "The radio stays off"]
    assert focus() is editor.view


def test_words_are_kept_after_a_pause_and_as_one_step_of_undo(edit, blank, qtbot):
    editor = edit(EntriesEditor, QUESTION, blank)
    editor.focus_start()
    type_words("Tea ")
    qtbot.wait(PAUSE_MS + 200)
    assert lines(blank) == ["Tea "]
    type_words("first")
    qtbot.wait(PAUSE_MS + 200)
    assert lines(blank) == ["Tea first"]
    assert blank.undo_stack.count() == 1
    assert editor.view.writer.words.words() == "Tea first"


def test_flush_hands_in_what_is_being_typed_and_typing_goes_on(editor, three):
    editor.focus_entry("e1")
    type_words(" more")
    three.flush()
    assert lines(three) == ["one", "two more", "three"]
    type_words("!")
    three.flush()
    assert lines(three)[1] == "two more!"


def test_enter_adds_below_the_row_not_at_the_end(editor, three):
    editor.focus_entry("e0")
    press(Key.Key_Return)
    type_words("between")
    three.flush()
    assert lines(three) == ["one", "between", "two", "three"]


def test_backspace_on_an_empty_row_removes_it_and_goes_up(editor, three):
    editor.focus_entry("e1")
    for _ in "two":
        press(Key.Key_Backspace)
    press(Key.Key_Backspace)
    assert lines(three) == ["one", "three"]
    type_words("!")
    three.flush()
    assert lines(three) == ["one!", "three"]


def test_a_row_that_was_emptied_goes_when_it_is_left_and_undo_brings_it_back(editor, three):
    editor.focus_entry("e1")
    press(Key.Key_A, Held.ControlModifier)
    press(Key.Key_Delete)
    press(Key.Key_Escape)
    assert lines(three) == ["one", "three"]
    three.undo()
    assert lines(three) == ["one", "two", "three"]


def test_a_new_line_left_blank_was_never_there(editor, three):
    editor.focus_start()
    press(Key.Key_Escape)
    assert lines(three) == ["one", "two", "three"]
    assert editor.view.rows.rowCount() == 4
    assert three.undo_stack.count() == 0


def test_alt_arrows_move_a_row_while_typing_and_while_not(editor, three):
    editor.focus_entry("e0")
    press(Key.Key_Down, Held.AltModifier)
    assert lines(three) == ["two", "one", "three"]
    type_words("!")
    press(Key.Key_Escape)
    assert lines(three) == ["two", "one!", "three"]
    press(Key.Key_Down, Held.AltModifier)
    press(Key.Key_Down, Held.AltModifier)
    assert lines(three) == ["two", "three", "one!"]
    assert editor.view.currentIndex().row() == 2


def test_arrows_walk_the_rows_f2_and_typing_open_one(editor, three):
    editor.view.setFocus()
    press(Key.Key_Down)
    press(Key.Key_F2)
    type_words(" and a half")
    press(Key.Key_Escape)
    press(Key.Key_Down)
    type_words("x")
    three.flush()
    assert lines(three) == ["one", "two and a half", "threex"]


def test_arrows_at_the_edge_of_the_words_go_to_the_next_row(editor, three):
    editor.focus_entry("e1")
    press(Key.Key_Up)
    type_words("A")
    press(Key.Key_Escape)
    assert lines(three)[0] == "oneA"


def test_delete_removes_the_row_and_stays_in_place(editor, three):
    editor.view.setFocus()
    press(Key.Key_Delete)
    assert lines(three) == ["two", "three"]
    assert editor.view.currentIndex().row() == 0


def test_removal_tells_what_was_taken_out(editor, qtbot):
    editor.view.setFocus()
    with qtbot.waitSignal(editor.removed) as told:
        press(Key.Key_Delete)
    assert told.args == ["one"]


def test_the_adding_row_is_last_and_opens_by_enter_and_by_a_click(editor, three):
    editor.view.setFocus()
    press(Key.Key_End)
    press(Key.Key_Return)
    type_words("four")
    press(Key.Key_Escape)
    assert lines(three)[-1] == "four"
    QTest.mouseClick(editor.view.viewport(), Qt.MouseButton.LeftButton, pos=middle(editor, 4))
    type_words("five")
    three.flush()
    assert lines(three)[-1] == "five"


def test_buttons_of_a_row_move_and_remove_it(editor, three):
    viewport = editor.view.viewport()
    QTest.mouseMove(viewport, middle(editor, 1))
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=middle(editor, 1, "up"))
    assert lines(three) == ["two", "one", "three"]
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=middle(editor, 1, "down"))
    assert lines(three) == ["two", "three", "one"]
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=middle(editor, 0, "remove"))
    assert lines(three) == ["three", "one"]


def test_dragging_by_the_grip_moves_a_row(editor, three):
    viewport, places = editor.view.viewport(), editor.view.places
    start = places.grip(0).center()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for y in (start.y() + 20, places.row(2).center().y() + 5):
        QTest.mouseMove(viewport, QPoint(start.x(), y))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(start.x(), places.row(2).center().y() + 5))
    assert lines(three) == ["two", "three", "one"]
    three.undo()
    assert lines(three) == ["one", "two", "three"]


def test_several_pasted_lines_become_rows_in_one_step(editor, three):
    data = QMimeData()
    data.setText("• a\r\n\n• b\nc")
    QGuiApplication.clipboard().setMimeData(data)
    editor.focus_entry("e1")
    press(Key.Key_V, Held.ControlModifier)
    assert lines(three) == ["one", "twoa", "b", "c", "three"]
    three.undo()
    assert lines(three) == ["one", "two", "three"]


def test_ctrl_z_belongs_to_the_words_while_they_have_something_to_undo(editor, three):
    editor.focus_entry("e1")
    type_words("x")
    words = editor.view.writer.words
    press(Key.Key_Z, Held.ControlModifier)
    assert words.words() == "two"
    assert not words.document().isUndoAvailable()


def test_undo_from_outside_refreshes_the_row_being_written_and_keeps_the_caret(editor, three):
    three.do(EntryEdited(QUESTION, Entry("e1", "two changed")), "x")
    editor.focus_entry("e1")
    editor.view.writer.words.put_caret(2)
    three.undo()
    words = editor.view.writer.words
    assert (words.words(), words.textCursor().position()) == ("two", 2)
    assert focus() is words


def test_a_row_taken_away_from_outside_leaves_the_focus_in_the_list(edit, blank):
    editor = edit(EntriesEditor, QUESTION, blank)
    editor.focus_start()
    type_words("new")
    blank.undo()
    assert lines(blank) == []
    assert focus() is editor.view


def test_long_words_make_the_row_grow_and_the_list_with_it(editor, three):
    before = editor.view.height()
    editor.focus_entry("e1")
    type_words(" and so on" * 12)
    grown = editor.view.height()
    assert grown > before + editor.view.places.line
    press(Key.Key_Escape)
    assert editor.view.height() == grown
    assert editor.view.places.total == editor.view.height()


def test_rows_say_their_words_and_their_place(editor):
    model, role = editor.view.rows, Qt.ItemDataRole
    assert model.index(1).data(role.AccessibleTextRole) == "two"
    assert model.index(1).data(role.AccessibleDescriptionRole) == "2 of 3"
    assert model.index(3).data(role.AccessibleTextRole) == "Add another"
    editor.focus_entry("e1")
    assert focus().accessibleName() == "Line 2 of 3"
    assert editor.view.accessibleName() == editor.question.prompt


def test_the_menu_of_a_row_offers_what_its_buttons_do(editor, three):
    editor.view.setFocus()
    menu = editor.view.menu(0)
    assert [action.text() for action in menu.actions()] == ["Change the words", "Move down", "Remove"]
    menu.actions()[1].trigger()
    assert lines(three) == ["two", "one", "three"]
    assert isinstance(menu, QMenu)


def test_tab_leaves_the_list_and_hands_in(editor, three, show):
    editor.focus_entry("e2")
    type_words("!")
    press(Key.Key_Tab)
    assert lines(three)[-1] == "three!"
    assert editor.view.use.typing == -1


def test_ctrl_enter_asks_for_the_next_question(editor, qtbot):
    editor.focus_entry("e0")
    with qtbot.waitSignal(editor.next_requested):
        press(Key.Key_Return, Held.ControlModifier)


def test_an_idea_becomes_a_line(editor, three):
    editor.focus_start()
    editor.take_idea("Music sounds flat")
    assert lines(three)[-1] == "Music sounds flat"
    assert editor.has_words("Music sounds flat")
    type_words("mine")
    three.flush()
    assert set(lines(three)[-2:]) == {"Music sounds flat", "mine"}


def test_five_thousand_lines_open_grow_and_move(edit, open_session, qtbot):
    words = [f"This is line number {at} and it is " + "long " * (at % 30) for at in range(5000)]
    session = open_session(answers=entries(*words))
    editor = edit(EntriesEditor, QUESTION, session)
    view = editor.view
    qtbot.waitUntil(lambda: not view._idle.isActive(), timeout=5000)
    assert view.height() == view.places.total
    editor.focus_entry("e4000")
    type_words("end of it")
    assert view.writer.isVisible()
    assert view.visibleRegion().boundingRect().intersects(view.places.row(4000))
    press(Key.Key_Up, Held.AltModifier)
    assert lines(session)[3999].endswith("end of it")
    assert not view.findChildren(object, "row")
