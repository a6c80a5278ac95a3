"""Fields to write in, and how each shows a line under a word. What is on the paper is untouched: lines are not words."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QColor, QInputMethodEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget

LONGEST = 20_000
"""Letters looked at in one field; whoever pastes more is not writing them."""

Spot = tuple[int, str]
"""A place in Python's letters, and a word."""


class Field(Protocol):
    """A field, whatever its kind."""

    def text(self) -> str:
        """Return the words in it that are looked at."""

    def caret(self) -> int:
        """Return the place of the caret."""

    def place_at(self, point: QPoint) -> int:
        """Return the place under a point of the widget."""

    def underline(self, spots: list[Spot], colour: QColor) -> None:
        """Underline these words and no others."""

    def replace(self, spot: Spot, word: str) -> None:
        """Write another word in the place of one, as if it were typed."""

    def menu(self) -> QMenu:
        """Return the field's own menu."""


def field_of(widget: QWidget | QObject | None) -> Field | None:
    """Return a widget as a field, or None if nobody writes words in it."""
    if not isinstance(widget, QWidget) or widget.property("spelling") is False:
        return None
    if isinstance(widget, QPlainTextEdit):
        return None if widget.isReadOnly() else _Plain(widget)
    if isinstance(widget, QLineEdit):
        written = widget.echoMode() is QLineEdit.EchoMode.Normal and not widget.isReadOnly()
        return _Line(widget) if written else None
    return None


def mark_of(colour: QColor) -> QTextCharFormat:
    """Return the look of a line under a word: dots, so that it is not taken for a link."""
    mark = QTextCharFormat()
    mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
    mark.setUnderlineColor(colour)
    return mark


class _Plain:
    def __init__(self, widget: QPlainTextEdit) -> None:
        self._widget = widget

    def text(self) -> str:
        document = self._widget.document()
        return self._widget.toPlainText() if document.characterCount() <= LONGEST else ""

    def caret(self) -> int:
        return len(self._before(self._widget.textCursor().position()))

    def place_at(self, point: QPoint) -> int:
        return len(self._before(self._widget.cursorForPosition(point).position()))

    def underline(self, spots: list[Spot], colour: QColor) -> None:
        marks, text = [], self.text()
        for spot in spots:
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = self._cursor(text, spot), mark_of(colour)
            marks.append(mark)
        self._widget.setExtraSelections(marks)

    def replace(self, spot: Spot, word: str) -> None:
        cursor = self._cursor(self.text(), spot)
        cursor.insertText(word)
        self._widget.setTextCursor(cursor)

    def menu(self) -> QMenu:
        return self._widget.createStandardContextMenu()

    def _cursor(self, text: str, spot: Spot) -> QTextCursor:
        cursor, start = self._widget.textCursor(), _utf16(text[: spot[0]])
        cursor.setPosition(start)
        cursor.setPosition(start + _utf16(spot[1]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _before(self, position: int) -> str:
        return _first(self.text(), position)


class _Line:
    def __init__(self, widget: QLineEdit) -> None:
        self._widget = widget

    def text(self) -> str:
        text = self._widget.text()
        return text if len(text) <= LONGEST else ""

    def caret(self) -> int:
        return len(_first(self.text(), self._widget.cursorPosition()))

    def place_at(self, point: QPoint) -> int:
        return len(_first(self.text(), self._widget.cursorPositionAt(point)))

    def underline(self, spots: list[Spot], colour: QColor) -> None:
        # A QLineEdit has formats for input methods alone; such an event without words changes nothing else.
        text, caret = self.text(), self._widget.cursorPosition()
        kind, mark = QInputMethodEvent.AttributeType.TextFormat, mark_of(colour)
        marks = [QInputMethodEvent.Attribute(kind, _utf16(text[:at]) - caret, _utf16(word), mark) for at, word in spots]
        QApplication.sendEvent(self._widget, QInputMethodEvent("", marks))

    def replace(self, spot: Spot, word: str) -> None:
        text = self.text()
        self._widget.setSelection(_utf16(text[: spot[0]]), _utf16(spot[1]))
        self._widget.insert(word)
        self._widget.textEdited.emit(self._widget.text())

    def menu(self) -> QMenu:
        return self._widget.createStandardContextMenu()


def _utf16(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _first(text: str, position: int) -> str:
    """Return the beginning of a text up to a place in Qt's letters."""
    return text[:position] if text.isascii() else text.encode("utf-16-le")[: 2 * position].decode("utf-16-le", "ignore")
