"""What every field that is written in does alike: its own Undo and Redo come first, and it tells when it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Field
else:
    _Field = object

# All of them everywhere, as the window has them: Qt knows Ctrl+Y as Redo on some systems only.
_UNDO = {"Ctrl+Z", "Alt+Backspace", "Undo"}
_REDO = {"Ctrl+Y", "Ctrl+Shift+Z", "Alt+Shift+Backspace", "Redo"}


class OwnHistory(_Field):
    """Stands before the Qt class of a field. Undo and Redo are the field's while it has some, then the window's.

    The field has a signal `left`, which is told when the focus goes; a menu over it does not count.
    """

    left: SignalInstance

    def can_go(self, step: int) -> bool:
        """Whether there is something to take back (−1), or to bring back (1)."""
        raise NotImplementedError

    def go(self, step: int) -> None:
        """Take back the field's last step (−1), or bring it back (1)."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Claim Undo and Redo before the window's shortcuts, or leave them to those."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and (step := _step(event)):
            event.setAccepted(self.can_go(step))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the field's own history, or pass the key on."""
        step = _step(event)
        if not step:
            super().keyPressEvent(event)
        elif self.can_go(step):
            self.go(step)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the words were left."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


def _step(event: QKeyEvent) -> int:
    keys = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
    return -1 if keys in _UNDO else 1 if keys in _REDO else 0
