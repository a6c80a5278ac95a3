"""What lies over the whole window while the person does not want it seen: blank until a key or a click, or a page that asks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.words import words

_HELD = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
}
"""Keys that are held for others: somebody may only be changing to another window."""


class Cover(QWidget):
    """As large as the window, whatever its size becomes; everything beneath is out of reach of mouse and keyboard."""

    def __init__(self, window: QWidget, inside: QWidget) -> None:
        super().__init__(window)
        self.inside = inside
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(inside)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False


class Blank(QWidget):
    """An empty page. `lifted()` on any key or click; what was pressed does nothing else."""

    lifted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRing", "none")
        self.setAccessibleName(self.tr("Hidden. Any key brings it back."))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look.space(16)] * 4)
        column.addStretch(1)
        column.addWidget(words(self.tr("Press any key."), "caption"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take any key but one that is held for another."""
        if not event.isAutoRepeat() and event.key() not in _HELD:
            self.lifted.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click."""
        self.lifted.emit()
