"""Real keys for whatever has the focus."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

Key, Held = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def press(key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    QTest.keyClick(focus(), key, held)


def type_words(words: str) -> None:
    QTest.keyClicks(focus(), words)


def dialog() -> QDialog:
    """Return the dialog that has opened, once it has the focus."""
    opened = QApplication.activeModalWidget()
    assert isinstance(opened, QDialog), "no dialog is open"
    for _ in range(100):
        if QApplication.activeWindow() is opened and opened.isAncestorOf(QApplication.focusWidget() or opened.parentWidget()):
            return opened
        QTest.qWait(10)
    raise AssertionError("the dialog did not get the focus")


def drop(target: QWidget, at: QPointF, data: QMimeData) -> None:
    """Drag something in from elsewhere and let it go."""
    action = Qt.DropAction.CopyAction
    QApplication.sendEvent(target, QDragEnterEvent(at, action, data, LEFT, Held.NoModifier))
    QApplication.sendEvent(target, QDropEvent(at, action, data, LEFT, Held.NoModifier))
