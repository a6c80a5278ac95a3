"""The line at the foot of the window: whether the words are kept, undo, and the text size."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.message import announce
from wrapplanner.ui.widgets.text_size_menu import text_size_menu
from wrapplanner.ui.widgets.words import words


class StatusBar(QFrame):
    """Says "Saved" politely, once; `undo_requested`, `scale_requested(scale)`."""

    undo_requested = Signal()
    scale_requested = Signal(float)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("statusBar")
        self._mark = QLabel()
        self._words = words("", "caption", wrap=False)
        self._words.setObjectName("savedWords")
        self.undo = self._small(button(look, self.tr("Undo"), "back", icon="undo-2"))
        self.undo.clicked.connect(self.undo_requested)
        self.undo.setToolTip(self.tr("Undo (Ctrl+Z)"))
        said = self.tr("Text size {0} %").format(round(look.scale * 100))
        self.text_size = self._small(button(look, said, "back", icon="a-large-small"))
        self.text_size.setMenu(text_size_menu(self, look.scale, self.scale_requested.emit))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(look.space(8))
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        row.addWidget(self.undo)
        row.addWidget(self.text_size)
        self.say_saved("")

    def say_saved(self, problem: str) -> None:
        """Show "Saved", or what keeps the words from being kept."""
        said = problem or self.tr("Saved")
        if said != self._words.text():
            self._words.setText(said)
            self._mark.setPixmap(self._look.pixmap("info" if problem else "check", "warm" if problem else "accent", 16))
            self._words.setProperty("role", "warm" if problem else "caption")
            self._words.style().polish(self._words)
            announce(self._words, said)

    def show_undo(self, words: str) -> None:
        """Offer Undo when there is something to take back; `words` name it."""
        self.undo.setVisible(bool(words))
        self.undo.setAccessibleDescription(words)

    def _small(self, made: QPushButton) -> QPushButton:
        made.setObjectName("statusButton")
        return made
