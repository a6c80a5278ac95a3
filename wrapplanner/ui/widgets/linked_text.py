"""A document to read whose links are walked with Tab: the one in use has a ring that can be seen, and stands high enough."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextCursor
from PySide6.QtWidgets import QTextBrowser

from wrapplanner.ui.theme import Look

_WIDTH, _GAP = 3, 4


class LinkedText(QTextBrowser):
    """Qt marks the link that has the focus by a line of dots, which many eyes cannot find."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def focused_link(self) -> QRect:
        """Return where the link that has the focus is seen, in the viewport; empty where none has it."""
        chosen = self.textCursor()
        if not (self.hasFocus() and chosen.hasSelection() and chosen.charFormat().isAnchor()):
            return QRect()
        first, last = QTextCursor(chosen), QTextCursor(chosen)
        first.setPosition(chosen.selectionStart())
        last.setPosition(chosen.selectionEnd())
        return self.cursorRect(first).united(self.cursorRect(last))

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Go to the next link, and show what stands beneath it."""
        went = super().focusNextPrevChild(forwards)
        link = self.focused_link()
        if went and not link.isEmpty():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + link.top() - self._look.space(24))
        self.viewport().update()
        return went

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, and the ring."""
        super().paintEvent(event)
        link = self.focused_link()
        if link.isEmpty():
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("focus"), _WIDTH))
        painter.drawRoundedRect(QRectF(link.adjusted(-_GAP, -_GAP, _GAP, _GAP)), 8, 8)
