"""The field laid over the row being written, and when its words are handed in."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from wrapplanner.ui.editors.growing import SLACK, RowText
from wrapplanner.ui.editors.pause import TypingPause
from wrapplanner.ui.editors.row_places import RowPlaces
from wrapplanner.ui.models.rows import Row
from wrapplanner.ui.theme import Look


class RowWriter(QWidget):
    """Words, perhaps a note under them, of one row. It wishes; the list and its editor carry out.

    `hand_in_requested(words, note)` when words differ from what the plan holds: as it is typed, on leaving, on flush.
    `blank_left` when the row was left with nothing in it. `left` when the focus went elsewhere,
    `focus_moved` when it went anywhere.
    """

    hand_in_requested = Signal(str, str)
    blank_left = Signal()
    left = Signal()
    focus_moved = Signal()
    grew = Signal()

    def __init__(self, look: Look, places: RowPlaces, note: str, parent: QWidget) -> None:
        """`note` is what a note is about, or '' where there is none."""
        super().__init__(parent)
        self.parent_view = parent
        self.look, self._places, self._note_title = look, places, note
        self.row = Row("")
        self.words = RowText(look, "body", self)
        self.note = RowText(look, "caption", self) if note else None
        self.keep: QPushButton | None = None
        self.setFocusProxy(self.words)
        self._pause = TypingPause(self)
        self._pause.over.connect(self.hand_in)
        for field in self.fields():
            field.grew.connect(self.grew)
            field.left.connect(self._on_left)
            field.textChanged.connect(self._pause.key_typed)
        if self.note is not None:
            self.note.setPlaceholderText(note)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a row is being written."""
        return bool(self.row.id)

    def open(self, row: Row, caret: int = -1) -> None:
        """Begin to write a row; `describe` it then."""
        self.row = row
        self._show(row)
        self._show_keep()
        self.words.put_caret(caret)
        self.show()
        self.raise_()

    def describe(self, position: str) -> None:
        """Say to screen readers which row this is; `position` is “3 of 7” or '' for a new line."""
        name = self.tr("Line {0}").format(position) if position else self.tr("New line")
        if name == self.words.accessibleName():
            return
        self.words.setAccessibleName(name)
        if self.note is not None:
            self.note.setAccessibleName(f"{self._note_title}, {name}")

    def close_row(self) -> None:
        """Stop writing without handing in. The fields stay, with the focus, for the next row: see `WrittenRows`."""
        self.row = Row("")
        self._pause.stop()

    def follow(self, row: Row) -> None:
        """Take over what the plan says now, unless there are words here that it does not know yet."""
        before, self.row = self.row, row
        self._show_keep()
        if (row.words, row.note) == (before.words, before.note):
            return
        if self._is_as(before):
            self._show(row)

    def hand_in(self, *, leaving: bool = False) -> None:
        """Hand in words that differ from the plan's. Blank ones wait until the row is left."""
        if not self.is_open:
            return
        self._pause.stop()
        words, note = self.words.words(), self.note.words() if self.note is not None else ""
        if leaving:
            words, note = words.strip(), note.strip()
        if not words.strip() and not note.strip():
            if leaving:
                self.blank_left.emit()
        elif (words, note) != (self.row.words, self.row.note):
            self.row = Row(self.row.id, words, note, self.row.mark, self.row.kind, self.row.keepable)
            self.hand_in_requested.emit(words, note)

    def note_left(self) -> None:
        """Tell that the focus left something that belongs to the row."""
        self._on_left()

    def height_wanted(self) -> int:
        """Return the height of the whole row, padding included."""
        note = self.note.words_height() + 4 if self.note is not None else 0
        below = self.keep.sizeHint().height() if self.keep is not None and self._is_keep_below() else 0
        return max(self.words.words_height(), self._places.line) + note + below + 2 * self._places.padding

    def place(self, words: QRect, row: QRect) -> None:
        """Stand where the row's words are; `row` is the whole of it, in the list's coordinates."""
        self.setGeometry(QRect(words.left(), row.top() + 2, row.right() - 4 - words.left(), row.height() - 4))
        high = self.words.words_height()
        self.words.setGeometry(0, self._places.padding - 2, words.width(), high + SLACK)
        if self.note is not None:
            self.note.setGeometry(0, self._places.padding + high, words.width(), self.note.words_height() + SLACK)
        self._place_keep()

    def set_words_width(self, width: int) -> None:
        """Wrap the words for this width, so that their height is known before the row is placed."""
        for field in self.fields():
            if field.width() != width:
                field.resize(width, max(field.height(), 1))

    def put_caret_at(self, point: QPoint) -> None:
        """Put the caret where the pointer pressed, in the list's coordinates."""
        inside = self.words.mapFromGlobal(self.parent_view.mapToGlobal(point))
        self.words.setTextCursor(self.words.cursorForPosition(inside))

    def fields(self) -> tuple[RowText, ...]:
        """Return the fields from the first to the last."""
        return (self.words,) if self.note is None else (self.words, self.note)

    def _show_keep(self) -> None:
        if self.keep is not None and self.keep.isHidden() == self.row.keepable:
            self.keep.setVisible(self.row.keepable)
            self.grew.emit()

    def _is_keep_below(self) -> bool:
        keep = self.keep
        return keep is not None and not keep.isHidden() and keep.sizeHint().width() > self._places.buttons_width - 8

    def _place_keep(self) -> None:
        if self.keep is None or self.keep.isHidden():
            return
        hint = self.keep.sizeHint()
        if self._is_keep_below():
            self.keep.move(-self.look.space(8), self.height() - hint.height() - 4)
        else:
            middle = self._places.one_line // 2 - 2
            self.keep.move(self.width() - hint.width(), middle - hint.height() // 2)
        self.keep.resize(hint)

    def _is_as(self, row: Row) -> bool:
        note = self.note.words() if self.note is not None else row.note
        return (self.words.words(), note) == (row.words, row.note)

    def _show(self, row: Row) -> None:
        self.words.show_words(row.words)
        if self.note is not None:
            self.note.show_words(row.note)
        self._pause.stop()

    def _on_left(self) -> None:
        now = QApplication.focusWidget()
        self.focus_moved.emit()
        if self.is_open and (now is None or not self.isAncestorOf(now)):
            self.left.emit()
