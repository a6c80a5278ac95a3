"""What large letters, the keyboard and old screens need: menus, links, dialogs and the words of Now."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QPushButton, QStyle, QVBoxLayout, QWidget

from wrapplanner.domain.now import Door, Lead, Screen
from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.dressing import dress
from wrapplanner.ui.pages.now_screen import ScreenView
from wrapplanner.ui.pages.read import ReadPage
from wrapplanner.ui.widgets.linked_text import LinkedText
from wrapplanner.ui.widgets.text_size_menu import ask_text_size


@pytest.fixture
def room(qtbot, make_look):
    """A window with a button at its foot that has the focus."""
    make_look()
    room = QWidget()
    qtbot.addWidget(room)
    column = QVBoxLayout(room)
    column.addStretch(1)
    column.addWidget(QPushButton("Text size"))
    room.resize(700, 560)
    room.show()
    with qtbot.waitActive(room):
        room.activateWindow()
    room.findChild(QPushButton).setFocus()
    return room


def test_text_sizes_open_above_the_button_at_the_one_in_use(room, qtbot):
    wanted = []
    ask_text_size(room, 1.5, wanted.append)
    menu = room.findChild(QMenu)
    asked = room.findChild(QPushButton)
    assert menu.geometry().bottom() < asked.mapToGlobal(QPoint()).y() + 2
    assert menu.activeAction().text() == "150 %"
    assert [each.text() for each in menu.actions() if each.isChecked()] == ["150 %"]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert wanted == [1.75]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_marks_in_menus_grow_with_the_letters(qapp, qtbot, make_look, scale):
    look = make_look(scale)
    dress(qapp, look)
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.ensurePolished()
    assert menu.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, None, menu) == look.icon_size()


def test_a_dialog_has_no_black_corners_under_x11(room, qtbot, make_look, monkeypatch):
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    dialog = Dialog(make_look(), "Take it out?", room)
    dialog.add_button("Leave it", dialog.reject, safe=True)
    dialog.open()
    assert not dialog.mask().contains(QPoint(0, 0))
    assert dialog.mask().contains(dialog.rect().center())
    dialog.reject()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_now_says_it_no_smaller_to_who_wants_large_letters(qtbot, make_look, context, scale):
    screen = Screen(Door.HELPS, Lead.TOOL, "A walk by the canal with my old dog")
    view = ScreenView(make_look(scale), context.session.framework, screen, "", compact=scale > 1, roomy=scale == 1)
    qtbot.addWidget(view)
    assert {label.property("role") for label in view.findChildren(QLabel) if label.text() == screen.words} == {"now-title"}


def test_a_link_that_tab_comes_to_is_ringed_and_names_its_part(qtbot, context):
    page = ReadPage(context)
    qtbot.addWidget(page)
    page.set_effective_width(900)
    page.resize(900, 600)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    page.go_to("")
    page.focus_start()
    qtbot.wait(10)  # the list of parts that it had before it was laid out goes
    text, parts = page.findChild(LinkedText), page.findChild(QComboBox)
    assert text.focused_link().isEmpty()
    parts_named = set()
    for _ in range(4):
        QTest.keyClick(text, Qt.Key.Key_Tab)
        qtbot.wait(1)
        link = text.focused_link()
        assert text.viewport().rect().contains(link)
        assert link.top() < text.viewport().height() // 3  # what stands beneath it is seen
        assert text.viewport().grab().toImage().pixelColor(link.left(), link.top() - 4) == context.look.colour("focus")
        parts_named.add(parts.currentText())
    assert len(parts_named) == 4
