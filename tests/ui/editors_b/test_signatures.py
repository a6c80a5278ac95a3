"""Lines to sign."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from wrapplanner.ui.editors.records_table import RecordsTable
from wrapplanner.ui.editors.signatures import SignaturesEditor

SIGNATURES = "crisis.signatures"


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, held)
    QApplication.processEvents()


def test_a_new_line_has_a_role_and_may_stay_without_a_name(edit, session, qtbot):
    editor = edit(SignaturesEditor, SIGNATURES)
    add = editor.findChild(QPushButton, "addRow")
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    add.setFocus()
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert [entry.note for entry in session.plan.entries(SIGNATURES)] == ["Supporter", "Witness", "Me", "Witness"]
    assert editor.findChild(RecordsTable).model().index(3, 0).data() == "A blank line, to fill in by hand"


def test_a_name_of_the_address_list_is_a_reference(edit, session):
    editor = edit(SignaturesEditor, SIGNATURES)
    editor.add()
    QTest.keyClicks(QApplication.focusWidget(), "Jo Lantern")
    press(Qt.Key.Key_Tab)
    assert session.plan.entries(SIGNATURES)[-1].person == "jo"


def test_a_role_may_be_free_words(edit, session):
    editor = edit(SignaturesEditor, SIGNATURES)
    editor.focus_entry("w1")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "Sister")
    press(Qt.Key.Key_Return)
    assert session.plan.entries(SIGNATURES)[0].note == "Sister"
    assert session.plan.entries(SIGNATURES)[0].person == "jo"


def test_lines_move_and_go_by_key(edit, session):
    editor = edit(SignaturesEditor, SIGNATURES)
    editor.focus_entry("w1")
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [entry.id for entry in session.plan.entries(SIGNATURES)] == ["w2", "w1"]
    press(Qt.Key.Key_Delete)
    assert [entry.id for entry in session.plan.entries(SIGNATURES)] == ["w2"]


def test_it_says_that_signing_happens_on_paper(edit):
    editor = edit(SignaturesEditor, SIGNATURES)
    assert any("on paper" in label.text() for label in editor.findChildren(QLabel))
