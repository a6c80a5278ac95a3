"""Where the focus, its ring and a screen reader are while one writes in a list."""

from __future__ import annotations

import pytest
from hands import LEFT, Held, Key, focus, press, type_words
from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea

from wrapplanner.domain.plan import Entry, Tool
from wrapplanner.ui.editors.entries import EntriesEditor
from wrapplanner.ui.editors.tools import ToolsEditor

SIGNS, DAILY = "early.signs", "daily.every_day"


@pytest.fixture
def three(open_session):
    return open_session(answers={SIGNS: tuple(Entry(f"e{at}", words) for at, words in enumerate(("one", "two", "three")))})


@pytest.fixture
def editor(edit, three):
    editor = edit(EntriesEditor, SIGNS, three)
    back = QPushButton("Back", editor.window())
    back.show()
    return editor


@pytest.fixture
def spoken(monkeypatch):
    """Return the names, with descriptions, of what screen readers are told has the focus."""
    told: list[str] = []

    def note(event: QAccessibleEvent) -> None:
        if event.type() == QAccessible.Event.Focus:
            seen = event.accessibleInterface()
            said = (seen.text(QAccessible.Text.Name), seen.text(QAccessible.Text.Description))
            told.append(", ".join(filter(None, said)))

    was = QAccessible.isActive()
    QAccessible.setActive(True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    yield told
    QAccessible.setActive(was)


@pytest.fixture
def met(qapp):
    """Return the widgets that have had the focus."""
    met: list[object] = []
    qapp.focusChanged.connect(lambda old, now: met.append(now))
    return met


def lines(session, question: str = SIGNS) -> list[str]:
    return [entry.text for entry in session.plan.entries(question)]


def test_the_focus_stays_in_the_list_from_line_to_line(editor, three, met):
    editor.focus_start()
    met.clear()
    for words in ("four", "five"):
        type_words(words)
        press(Key.Key_Return)
    press(Key.Key_Up)
    press(Key.Key_Backspace)
    assert focus().toPlainText() == "fiv"
    assert all(editor.view.isAncestorOf(each) or each is editor.view for each in met)


@pytest.mark.parametrize("keys", [[Key.Key_Backspace], [Key.Key_Escape]])
def test_the_focus_stays_in_the_list_as_a_line_goes(editor, three, met, keys):
    editor.focus_start()
    met.clear()
    for key in keys:
        press(key)
    assert lines(three) == ["one", "two", "three"]
    assert all(editor.view.isAncestorOf(each) or each is editor.view for each in met)


def test_a_button_of_another_row_takes_the_focus_to_the_list(editor, three, met):
    editor.focus_entry("e0")
    met.clear()
    QTest.mouseClick(editor.view.viewport(), LEFT, pos=editor.view.places.action(2, "up").center())
    assert lines(three) == ["one", "three", "two"]
    assert met == [editor.view]


def test_a_row_emptied_and_handed_in_leaves_the_focus_in_the_list(editor, three):
    editor.focus_entry("e1")
    press(Key.Key_A, Held.ControlModifier)
    press(Key.Key_Delete)
    three.flush()
    assert lines(three) == ["one", "three"]
    assert focus() is editor.view


def test_arrows_tell_screen_readers_of_the_row_and_its_place(editor, three, spoken):
    editor.window().findChild(QPushButton).setFocus()
    editor.view.setFocus()
    QTest.qWait(20)
    assert spoken[-1] == "one, 1 of 3"
    press(Key.Key_Down)
    QTest.qWait(20)
    assert spoken[-1] == "two, 2 of 3"
    spoken.clear()
    press(Key.Key_Down, Held.AltModifier)
    QTest.qWait(20)
    assert spoken == ["two, 3 of 3"]
    assert editor.view.accessibleDescription() == ""


def test_each_line_that_is_opened_says_which_it_is(editor, three, spoken):
    editor.focus_start()
    type_words("four")
    spoken.clear()
    press(Key.Key_Return)
    assert spoken[-1] == "New line"
    type_words("five")
    three.flush()
    assert focus().accessibleName() == "Line 5 of 5"
    press(Key.Key_Up, Held.AltModifier)
    assert focus().accessibleName() == "Line 4 of 5"


@pytest.mark.parametrize("at", [0, 3])
def test_a_blank_line_keeps_its_place_through_undo_and_redo(edit, open_session, at):
    words = ("one", "two", "three")[:at]
    session = open_session(answers={SIGNS: tuple(Entry(f"e{each}", each) for each in words)})
    editor = edit(EntriesEditor, SIGNS, session)
    editor.focus_start()
    type_words("first")
    press(Key.Key_Return)
    session.undo()
    session.redo()
    type_words("second")
    session.flush()
    assert lines(session) == [*words, "first", "second"]


def test_a_blank_line_between_others_stays_behind_the_one_before(editor, three):
    editor.focus_entry("e0")
    press(Key.Key_Return)
    type_words("new")
    press(Key.Key_Return)
    three.undo()
    three.redo()
    type_words("newer")
    three.flush()
    assert lines(three) == ["one", "new", "newer", "two", "three"]


def test_one_ring_at_a_time(edit, open_session):
    session = open_session(tools=(Tool("t", "Walk"),), answers={DAILY: (Entry("a", "Sing"),)})
    editor = edit(ToolsEditor, DAILY, session)
    editor.focus_start()
    assert editor.view.ringed() == 1
    press(Key.Key_Tab)
    assert editor.view.ringed() == 1, "the note is of the same row"
    press(Key.Key_Tab)
    assert focus() is editor.from_toolbox
    assert editor.view.ringed() == -1
    editor.focus_entry("a")
    editor.view.writer.keep.setFocus()
    assert editor.view.use.typing == 0
    assert editor.view.ringed() == -1


def test_offers_are_for_what_is_typed_not_for_the_row_that_opens(edit, open_session):
    session = open_session(tools=(Tool("t", "Walk the dog"),), answers={DAILY: (Entry("a", "Walk"),)})
    editor = edit(ToolsEditor, DAILY, session)
    editor.focus_start()
    press(Key.Key_Backspace)
    assert focus().toPlainText() == "Walk"
    assert not editor.offers.isVisible()
    press(Key.Key_Backspace)
    assert editor.offers.isVisible()


def test_many_pasted_lines_scroll_to_the_one_with_the_caret(editor, three, qtbot):
    data = QMimeData()
    data.setText("\n".join(f"line {at} " + "and more words " * (at % 12) for at in range(300)))
    QGuiApplication.clipboard().setMimeData(data)
    editor.focus_start()
    press(Key.Key_V, Held.ControlModifier)
    view = editor.view
    page = editor.window().findChild(QScrollArea).viewport()
    qtbot.waitUntil(lambda: not view._idle.isActive())
    qtbot.waitUntil(lambda: page.rect().contains(view.viewport().mapTo(page, view.places.words(302).center())))


def test_after_a_drag_no_row_is_under_the_pointer(editor, three):
    viewport, places = editor.view.viewport(), editor.view.places
    start = places.grip(0).center()
    QTest.mouseMove(viewport, start)
    assert editor.view.over == 0
    QTest.mousePress(viewport, LEFT, pos=start)
    for y in (start.y() + 20, places.row(2).center().y() + 5):
        QTest.mouseMove(viewport, QPoint(start.x(), y))
    QTest.mouseRelease(viewport, LEFT, pos=QPoint(start.x(), places.row(2).center().y() + 5))
    assert lines(three) == ["two", "three", "one"]
    assert editor.view.over == -1
    QApplication.processEvents()
