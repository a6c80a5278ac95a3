"""A text field that is as tall as its words, and the one that is laid over the row being written."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from wrapplanner.domain.text import normalise
from wrapplanner.ui.editors.own_history import OwnHistory
from wrapplanner.ui.theme import Look
from wrapplanner.ui.wrap_mode import ENDLESS, wrap_mode

_BULLET = re.compile(r"^\s*(?:[•◦▪·*–-]\s+)?")
_MARK_OF_PARAGRAPH = "\u2029"
_LONG, _PIECE, _PIECE_MS, _ANY_ROOM = 20_000, 400, 5, 1_000_000_000
SLACK = 3
"""Pixels that a QPlainTextEdit must be taller than its lines, or it scrolls by one of them."""


class GrowingText(OwnHistory, QPlainTextEdit):
    """Plain words that wrap, never scroll, and tell how tall they are. Tab moves on."""

    grew = Signal()
    left = Signal()

    def __init__(self, look: Look, role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(look.font(role))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self._height = 0
        self._growing, self._room = False, _ANY_ROOM
        self.document().documentLayout().documentSizeChanged.connect(self._on_size)
        self.document().contentsChange.connect(self._on_contents_change)

    def words(self) -> str:
        """Return the words as they are kept."""
        return normalise(self.toPlainText())

    def show_words(self, words: str) -> None:
        """Show other words, the caret staying where it was as far as they reach; their history starts anew."""
        at = self.textCursor().position()
        self.setPlainText(words)
        self.put_caret(at)

    def put_caret(self, at: int) -> None:
        """Put the caret at a position, at the end for -1."""
        cursor = self.textCursor()
        end = self.document().characterCount() - 1
        cursor.setPosition(end if at < 0 else min(at, end))
        self.setTextCursor(cursor)

    def words_height(self) -> int:
        """Return the height of all lines; of very many, of those that there is room for already."""
        lines = max(round(self.document().size().height()), 1)
        return min(lines, self._room) * self.fontMetrics().lineSpacing()

    def can_go(self, step: int) -> bool:
        """See OwnHistory."""
        document = self.document()
        return document.isUndoAvailable() if step < 0 else document.isRedoAvailable()

    def go(self, step: int) -> None:
        """See OwnHistory."""
        (self.undo if step < 0 else self.redo)()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the first line at the top: there is room for all of them."""
        super().resizeEvent(event)
        self.verticalScrollBar().setValue(0)

    def setPlainText(self, text: str) -> None:
        """Show words, wrapped as they need it from the beginning."""
        self.setWordWrapMode(wrap_mode(text))
        super().setPlainText(text)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain words, wrapped as they need it from the beginning."""
        if wrap_mode(source.text()) is QTextOption.WrapMode.WrapAnywhere:
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        super().insertFromMimeData(source)

    def _on_contents_change(self, _at: int, removed: int, added: int) -> None:
        if max(removed, added) >= ENDLESS:  # typing never makes that much at once
            QTimer.singleShot(0, self, self._choose_wrap)

    def _choose_wrap(self) -> None:
        self.setWordWrapMode(wrap_mode(self.toPlainText()))

    def _on_size(self) -> None:
        if self.document().characterCount() < _LONG:
            self._room = _ANY_ROOM
            self._tell_size()
        elif not self._growing:
            # Qt lays out what it has room for: so much in a turn that the window stays alive.
            self._growing = True
            self._room = min(self._room, self._height // self.fontMetrics().lineSpacing()) + _PIECE
            QTimer.singleShot(_PIECE_MS, self, self._grow_on)

    def _grow_on(self) -> None:
        self._growing = False
        self._tell_size()
        if self.document().size().height() > self._room:
            self._on_size()

    def _tell_size(self) -> None:
        height = self.words_height()
        if height != self._height:
            self._height = height
            self.grew.emit()


class RowText(GrowingText):
    """The words of the row being written. What a key means for the list is told by signals.

    `lines_pasted(list)` holds what this row and the rows after it shall say, the words around the caret included.
    """

    below_requested = Signal()
    removal_requested = Signal()
    leave_requested = Signal()
    step_requested = Signal(int)
    move_requested = Signal(int)
    next_requested = Signal()
    lines_pasted = Signal(list)

    def __init__(self, look: Look, role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(look, role, parent)
        self.setProperty("row", True)
        self.setProperty("focusRing", "none")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the list's own keys into wishes; everything else is typing."""
        wish = self._wish(event)
        if wish is None:
            super().keyPressEvent(event)
        else:
            wish()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain words; several lines become several rows."""
        lines = [_BULLET.sub("", line).rstrip() for line in normalise(source.text()).split("\n")]
        lines = [line for line in lines if line]
        if len(lines) < 2:
            if wrap_mode(source.text()) is QTextOption.WrapMode.WrapAnywhere:
                self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
            self.insertPlainText(normalise(source.text(), single_line=True) if lines else "")
            return
        lines[0] = self._part(before=True) + lines[0]
        lines[-1] += self._part(before=False)
        self.lines_pasted.emit(lines)

    def _wish(self, event: QKeyEvent) -> Callable[[], None] | None:
        key, keys = event.key(), Qt.Key
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = held == Qt.KeyboardModifier.NoModifier
        alt = held == Qt.KeyboardModifier.AltModifier
        if key in (keys.Key_Return, keys.Key_Enter):
            if held == Qt.KeyboardModifier.ControlModifier:
                return self.next_requested.emit
            return self.below_requested.emit if plain else None
        if key == keys.Key_Backspace and plain and self.document().isEmpty():
            return self.removal_requested.emit
        if key == keys.Key_Escape and plain:
            return self.leave_requested.emit
        if key in (keys.Key_Up, keys.Key_Down):
            step = -1 if key == keys.Key_Up else 1
            if alt:
                return lambda: self.move_requested.emit(step)
            if plain and self._is_at_edge(step):
                return lambda: self.step_requested.emit(step)
        return None

    def _is_at_edge(self, step: int) -> bool:
        cursor = self.textCursor()
        way = QTextCursor.MoveOperation.Up if step < 0 else QTextCursor.MoveOperation.Down
        return not cursor.movePosition(way)

    def _part(self, *, before: bool) -> str:
        cursor = self.textCursor()
        edge = cursor.selectionStart() if before else cursor.selectionEnd()
        cursor.setPosition(edge)
        end = QTextCursor.MoveOperation.Start if before else QTextCursor.MoveOperation.End
        cursor.movePosition(end, QTextCursor.MoveMode.KeepAnchor)
        return normalise(cursor.selectedText().replace(_MARK_OF_PARAGRAPH, "\n"))
