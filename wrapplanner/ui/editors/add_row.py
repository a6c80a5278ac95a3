"""The row at the end of people and records that adds another."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from wrapplanner.ui.theme import Look

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class AddRow(QPushButton):
    """The last row, which adds another. `typed(key event)` when somebody writes here at once: it begins what is added."""

    typed = Signal(object)

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(text)
        self.setObjectName("addRow")
        self.setProperty("focusRing", "inner")
        self.setIcon(look.icon("plus", "ink-soft"))
        self.setIconSize(look.icon_extent())
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def join(self, joined: bool) -> None:
        """Stand right under a block, as its last row, or alone."""
        if self.property("joined") != joined:
            self.setProperty("joined", joined)
            self.style().unpolish(self)
            self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter and Insert for a click, letters for the beginning of what is added."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Insert) and not (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.click()
        elif event.text().strip() and event.text().isprintable() and not event.modifiers() & _HELD:
            self.typed.emit(event)
        else:
            super().keyPressEvent(event)
