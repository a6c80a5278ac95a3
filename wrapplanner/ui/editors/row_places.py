"""Where everything of a list's rows is: heights, and the rectangles of grip, mark, words and buttons. No painting."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from wrapplanner.ui.models.rows import Row
from wrapplanner.ui.theme import Look

WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextWrapAnywhere)
AT_ONCE = 300
"""Rows whose heights are measured at once. The others are guessed from their letters, then measured in idle moments."""
_ENDLESS = 1_000_000
ACTIONS = ("keep", "up", "down", "remove")


class RowPlaces:
    """Heights and rectangles for a list `width` pixels wide. The last height is that of the adding row."""

    def __init__(self, look: Look, *, marks: bool, keeps: bool) -> None:
        self.look = look
        self._marks, self._keeps = marks, keeps
        self._body, self._caption = QFontMetrics(look.font()), QFontMetrics(look.font("caption"))
        self.padding = 14
        self.target = look.control()
        self.width = 0
        self._rows: Sequence[Row] = ()
        self._known: dict[str, tuple[Row, int]] = {}
        self._typed = ("", 0)
        self._heights: list[int] = []
        self._ends: list[int] = []

    @property
    def line(self) -> int:
        """The height of one line of words."""
        return self._body.lineSpacing()

    def lay_out(self, rows: Sequence[Row], width: int, typed: tuple[str, int] = ("", 0)) -> None:
        """Place rows. `typed` is (id, height) of the row being written, whose words are not in `rows` yet."""
        if width != self.width:
            self.width = width
            self._known.clear()
        self._rows, self._typed = rows, typed
        exact = len(rows) <= AT_ONCE
        self._heights = [self._height(row, exact) for row in rows]
        self._heights.append(self.line + 2 * self.padding)
        self._ends = list(accumulate(self._heights))

    def measure_more(self, count: int) -> bool:
        """Measure some rows that were only guessed; return whether there may be more."""
        for row in self._rows:
            known = self._known.get(row.id)
            if known is None or known[0] is not row:
                self._known[row.id] = (row, self._measured(row))
                count -= 1
                if count == 0:
                    return True
        return False

    @property
    def total(self) -> int:
        """The height of all rows."""
        return self._ends[-1] if self._ends else 0

    def top(self, place: int) -> int:
        """Return where a row begins."""
        return self._ends[place - 1] if place else 0

    def row(self, place: int) -> QRect:
        """Return a row's rectangle, empty if there is none."""
        if not 0 <= place < len(self._heights):
            return QRect()
        return QRect(0, self.top(place), self.width, self._heights[place])

    def at(self, y: int) -> int:
        """Return the place of the row at a height, or -1."""
        return bisect_right(self._ends, y) if 0 <= y < self.total else -1

    @property
    def left(self) -> int:
        """Where words begin."""
        return self.grip_width + (self.look.icon_size(24) + 12 if self._marks else 0)

    @property
    def grip_width(self) -> int:
        """The width of the grip's room."""
        return self.look.icon_size(44)

    @property
    def buttons_width(self) -> int:
        """The room at the right that is kept for buttons."""
        return self.target * (4 if self._keeps else 3) + 7

    def words(self, place: int) -> QRect:
        """Return the rectangle of a row's words."""
        row = self.row(place)
        width = self.words_width(self.width)
        return QRect(self.left, row.top() + self.padding, width, row.height() - 2 * self.padding)

    def words_width(self, width: int) -> int:
        """Return how wide words may be in a list `width` pixels wide."""
        return max(width - self.left - self.buttons_width, 40)

    def note(self, place: int, row: Row) -> QRect:
        """Return the rectangle of a row's note, under its words."""
        words = self.words(place)
        return words.adjusted(0, self._words_height(row.words) + 2, 0, 0)

    def mark(self, place: int) -> QRect:
        """Return the rectangle of a row's mark, beside the first line of words."""
        side = self.look.icon_size(24)
        return QRect(self.grip_width, self.words(place).top() + (self.line - side) // 2, side, side)

    def grip(self, place: int) -> QRect:
        """Return the rectangle by which a row is dragged."""
        row = self.row(place)
        return QRect(0, row.top(), self.grip_width, self.line + 2 * self.padding)

    def action(self, place: int, action: str) -> QRect:
        """Return the rectangle of one of a row's buttons (ACTIONS)."""
        from_right = len(ACTIONS) - ACTIONS.index(action)
        row = self.row(place)
        high = self.line + 2 * self.padding
        return QRect(self.width - 7 - from_right * self.target, row.top() + (high - self.target) // 2, self.target, self.target)

    def _height(self, row: Row, exact: bool) -> int:
        if row.id == self._typed[0]:
            return self._typed[1]
        known = self._known.get(row.id)
        if known is not None and known[0] is row:
            return known[1]
        if not exact:
            return self._guessed(row)
        height = self._measured(row)
        self._known[row.id] = (row, height)
        return height

    def _measured(self, row: Row) -> int:
        height = self._words_height(row.words) + 2 * self.padding
        if row.note:
            height += 2 + self._caption.boundingRect(0, 0, self.words(0).width(), _ENDLESS, WRAP, row.note).height()
        return height

    def _words_height(self, words: str) -> int:
        width = self.words(0).width()
        lines = self._body.boundingRect(0, 0, width, _ENDLESS, WRAP, words).height() if words else 0
        return max(lines, self.line)

    def _guessed(self, row: Row) -> int:
        a_line = max(self.words(0).width() // self._body.averageCharWidth(), 1)
        lines = 1 + len(row.words) // a_line
        return lines * self.line + 2 * self.padding + (self._caption.lineSpacing() + 2 if row.note else 0)
