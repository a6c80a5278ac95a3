"""Records by keyboard and mouse where they are folded into cards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from wrapplanner.ui.editors.record_card import Card
from wrapplanner.ui.editors.records import RecordsEditor
from wrapplanner.ui.editors.records_table import RecordsTable

MEDICINES = "crisis.medicines"


@pytest.fixture
def editor(edit) -> RecordsEditor:
    return edit(RecordsEditor, MEDICINES, width=720)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, held)
    QApplication.processEvents()


def cards(editor: RecordsEditor) -> list[Card]:
    shown = [card for card in editor.findChildren(Card) if card.isVisible()]
    return sorted(shown, key=lambda card: (card.y(), card.x()))


def names(session) -> list[str]:
    return [entry.cell("name") for entry in session.plan.entries(MEDICINES)]


def test_a_narrow_page_has_cards_two_abreast_then_one(edit):
    editor = edit(RecordsEditor, MEDICINES, width=720)
    first, second, third = cards(editor)
    assert not editor.findChild(RecordsTable).isVisible()
    assert first.y() == second.y() < third.y()
    narrow = edit(RecordsEditor, MEDICINES, width=480)
    assert len({card.x() for card in cards(narrow)}) == 1


def test_a_card_reads_itself(editor):
    spoken = cards(editor)[0].face.accessibleName()
    assert spoken == "Levothyroxine, How much: 50 micrograms, When: Morning, Who prescribes it: GP surgery, card 1 of 3"


def test_enter_opens_tab_goes_on_and_escape_closes(editor, session):
    editor.focus_entry("m2")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "At night")
    press(Qt.Key.Key_Tab)
    assert session.plan.entry(MEDICINES, "m2").cell("when") == "At night"
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is cards(editor)[1].face
    assert "When: At night" in QApplication.focusWidget().accessibleName()


def test_a_click_opens_a_card_and_another_closes_it(editor, session):
    first, second, _ = cards(editor)
    QTest.mouseClick(first.face, Qt.MouseButton.LeftButton)
    QTest.keyClicks(QApplication.focusWidget(), "!")
    QTest.mouseClick(second.face, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert names(session)[0] == "Levothyroxine!"
    assert first.form is None
    assert second.form is not None


def test_arrows_go_from_card_to_card_and_alt_moves_one(editor, session):
    editor.focus_entry("m1")
    press(Qt.Key.Key_Right)
    assert QApplication.focusWidget() is cards(editor)[1].face
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(session) == ["Blue inhaler", "Levothyroxine", "Melatonin"]
    assert QApplication.focusWidget() is cards(editor)[0].face


def test_insert_adds_and_delete_takes_out(editor, session):
    editor.focus_entry("m1")
    press(Qt.Key.Key_Insert)
    QTest.keyClicks(QApplication.focusWidget(), "Iron")
    press(Qt.Key.Key_Escape)
    assert names(session) == ["Levothyroxine", "Iron", "Blue inhaler", "Melatonin"] or names(session)[1] == "Blue inhaler"
    editor.focus_entry("m1")
    press(Qt.Key.Key_Delete)
    assert "Levothyroxine" not in names(session)
    session.undo()
    assert names(session)[0] == "Levothyroxine"


def test_a_card_begun_and_left_blank_is_gone(editor, session, qtbot):
    editor.add()
    QApplication.processEvents()
    assert len(cards(editor)) == 4
    editor.findChild(QPushButton, "addRow").setFocus()
    qtbot.waitUntil(lambda: len(cards(editor)) == 3)
    assert session.undo_stack.count() == 0


def test_a_pause_keeps_the_words(editor, session, qtbot):
    editor.add()
    QTest.keyClicks(QApplication.focusWidget(), "Iron")
    field = QApplication.focusWidget()
    qtbot.waitUntil(lambda: names(session)[-1] == "Iron")
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, " 7")
    session.flush()
    assert names(session)[-1] == "Iron 7"


def test_folding_while_writing_loses_nothing(edit, session):
    editor = edit(RecordsEditor, MEDICINES, width=860)
    table = editor.findChild(RecordsTable)
    editor.focus_entry("m2")
    press(Qt.Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "!")
    editor.window().resize(720, 700)
    QApplication.processEvents()
    assert names(session)[1] == "Blue inhaler!"
    assert QApplication.focusWidget() is cards(editor)[1].face
    editor.window().resize(860, 700)
    QApplication.processEvents()
    assert table.hasFocus()
    assert table.currentIndex().row() == 1
