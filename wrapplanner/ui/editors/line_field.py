"""A line to write in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from wrapplanner.ui.editors.own_history import OwnHistory


class LineField(OwnHistory, QLineEdit):
    """A QLineEdit that tells when it was left, and leaves Undo and Redo to the window when it has none itself."""

    left = Signal()

    def show_words(self, words: str) -> None:
        """Show other words, the caret staying where it was as far as they reach."""
        at = self.cursorPosition()
        self.setText(words)
        self.setCursorPosition(min(at, len(words)))

    def can_go(self, step: int) -> bool:
        """See OwnHistory."""
        return self.isUndoAvailable() if step < 0 else self.isRedoAvailable()

    def go(self, step: int) -> None:
        """See OwnHistory."""
        (self.undo if step < 0 else self.redo)()
