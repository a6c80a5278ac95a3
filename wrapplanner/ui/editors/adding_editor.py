"""What people, records and signatures share: a button that adds, beside the heading or as the last row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from wrapplanner.ui.editors.editor import Editor


class AddingEditor(Editor):
    """An editor to which a button beside the heading may add: it says `add_words` and calls `add()`.

    `adds_at_end` shows “Add …” as the last row too. A page that has the button turns it off; the row is then there
    only while there are no others.
    """

    _adds_at_end = True

    @property
    def add_words(self) -> str:
        """The words on a button that adds."""
        return self.question.add or self.tr("Add another")

    @property
    def adds_at_end(self) -> bool:
        """Whether there is always a last row that adds another."""
        return self._adds_at_end

    @adds_at_end.setter
    def adds_at_end(self, adds: bool) -> None:
        self._adds_at_end = adds
        self.refresh()

    def add(self) -> None:
        """Add another, and put the focus where it is written."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter goes to the next question."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.flush()
            self.next_requested.emit()
        else:
            super().keyPressEvent(event)
