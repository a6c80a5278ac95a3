"""A line to write in that leaves Undo to the window when it has nothing to take back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class LineField(QLineEdit):
    """A QLineEdit that tells when it was left (a menu over it does not count)."""

    left = Signal()

    def show_words(self, words: str) -> None:
        """Show other words, the caret staying where it was as far as they reach."""
        at = self.cursorPosition()
        self.setText(words)
        self.setCursorPosition(min(at, len(words)))

    def event(self, event: QEvent) -> bool:
        """Leave Undo and Redo to the window when there is nothing here to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_not_mine(event):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on an Undo that is not for these words."""
        if self._is_not_mine(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the words were left."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def _is_not_mine(self, event: QKeyEvent) -> bool:
        return (event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()) or (
            event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
        )
