from __future__ import annotations

import gc

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from wrapplanner.ui.widgets.controls import DropDown


def test_a_screen_reader_hears_the_question_and_the_choice(qtbot, look):
    page = QWidget()
    column = QVBoxLayout(page)
    box = DropDown(look, "Who is it for?")
    box.addItems(["Me", "A hospital"])
    label = QLabel("Who is it for?")
    label.setBuddy(box)
    column.addWidget(label)
    column.addWidget(box)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    gc.collect()
    face = QAccessible.queryAccessibleInterface(box)
    assert face.text(QAccessible.Text.Name) == "Who is it for?"
    assert face.text(QAccessible.Text.Value) == "A hospital"
    assert face.role() is QAccessible.Role.ComboBox
    assert face.state().expandable
    assert not face.state().expanded
    assert face.indexOfChild(face.child(0)) == 0
    assert face.child(0).child(1).text(QAccessible.Text.Name) == "A hospital"
    assert [found.object() for found, _ in face.relations()] == [label]
    face.doAction(face.showMenuAction())
    assert face.state().expanded
    box.hidePopup()


def test_other_controls_keep_their_own_face(qtbot):
    label = QLabel("Words")
    qtbot.addWidget(label)
    assert QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name) == "Words"
