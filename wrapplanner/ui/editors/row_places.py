"""Where everything of a list's rows is: heights, and the rectangles of grip, mark, words and buttons. No painting."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from wrapplanner.ui.editors.wrapping import words_height
from wrapplanner.ui.models.rows import Row
from wrapplanner.ui.theme import Look

AT_ONCE = 300
"""Rows whose heights are measured at once. The others are guessed from their letters, then measured in idle moments."""
NOTE_GAP = 2
ACTIONS = ("keep", "up", "down", "remove")


class RowPlaces:
    """Heights and rectangles for a list `width` pixels wide. The last height is that of the adding row.

    `left` is where words begin, `buttons_width` the room that is kept for buttons at the right, `target` a button's side.
    """

    def __init__(self, look: Look, *, marks: bool, keeps: bool) -> None:
        self.look = look
        self._font, self._caption_font = look.font(), look.font("caption")
        self._body, self._caption = QFontMetrics(self._font), QFontMetrics(self._caption_font)
        self._letter = self._body.averageCharWidth()
        self.padding = 14
        self.line = self._body.lineSpacing()
        self.one_line = self.tail = self.line + 2 * self.padding
        self.target = look.control()
        self.grip_width = look.icon_size(44)
        self.left = self.grip_width + (look.icon_size(24) + 12 if marks else 0)
        self.buttons_width = self.target * (4 if keeps else 3) + 7
        self.width = 0
        self._rows: Sequence[Row] = ()
        self._known: dict[str, tuple[Row, int]] = {}
        self._typed = (-1, 0)
        self._measured_to = 0
        self._heights: list[int] = []
        self._ends: list[int] = []

    def lay_out(self, rows: Sequence[Row], width: int) -> None:
        """Place rows. Those that were measured before at this width are not measured again."""
        if width != self.width:
            self.width = width
            self._known.clear()
        self._rows, self._measured_to = rows, 0
        measure = self._measure if len(rows) <= AT_ONCE else self._guess
        wrap = self.words_width(width)
        known = self._known.get
        heights = []
        for row in rows:
            was = known(row.id)
            heights.append(was[1] if was is not None and was[0] is row else measure(row, wrap))
        heights.append(self.tail)
        self._heights, self._ends = heights, []
        self.set_typed(-1, 0)

    def set_typed(self, place: int, height: int) -> None:
        """Give the row being written its own height, since its words are not in the rows yet; −1 for none."""
        if (place, height) == self._typed and self._ends:
            return
        self._typed = place, height
        heights = self._heights
        if 0 <= place < len(heights):
            heights = [*heights[:place], height, *heights[place + 1 :]]
        self._ends = list(accumulate(heights))

    def measure_more(self, count: int) -> bool:
        """Measure some rows that were only guessed; return whether there may be more."""
        begin, end = self._measured_to, min(self._measured_to + count, len(self._rows))
        wrap = self.words_width(self.width)
        for place in range(begin, end):
            row = self._rows[place]
            was = self._known.get(row.id)
            if was is None or was[0] is not row:
                self._heights[place] = self._measure(row, wrap)
        self._measured_to = end
        if end == len(self._rows):
            self._ends = []
            self.set_typed(*self._typed)
        return end < len(self._rows)

    @property
    def total(self) -> int:
        """The height of all rows."""
        return self._ends[-1] if self._ends else 0

    def top(self, place: int) -> int:
        """Return where a row begins."""
        return self._ends[place - 1] if place else 0

    def row(self, place: int) -> QRect:
        """Return a row's rectangle, empty if there is none."""
        if not 0 <= place < len(self._ends):
            return QRect()
        top = self.top(place)
        return QRect(0, top, self.width, self._ends[place] - top)

    def at(self, y: int) -> int:
        """Return the place of the row at a height, or -1."""
        return bisect_right(self._ends, y) if 0 <= y < self.total else -1

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
        return words.adjusted(0, self._words_height(row.words, words.width()) + NOTE_GAP, 0, 0)

    def mark(self, place: int) -> QRect:
        """Return the rectangle of a row's mark, beside the first line of words."""
        side = self.look.icon_size(24)
        return QRect(self.grip_width, self.words(place).top() + (self.line - side) // 2, side, side)

    def grip(self, place: int) -> QRect:
        """Return the rectangle by which a row is dragged."""
        row = self.row(place)
        return QRect(0, row.top(), self.grip_width, self.one_line)

    def action(self, place: int, action: str) -> QRect:
        """Return the rectangle of one of a row's buttons (ACTIONS)."""
        from_right = len(ACTIONS) - ACTIONS.index(action)
        row = self.row(place)
        high = self.one_line
        return QRect(self.width - 7 - from_right * self.target, row.top() + (high - self.target) // 2, self.target, self.target)

    def _measure(self, row: Row, wrap: int) -> int:
        height = self._words_height(row.words, wrap) + 2 * self.padding
        if row.note:
            height += NOTE_GAP + words_height(row.note, self._caption_font, self._caption, wrap)
        self._known[row.id] = (row, height)
        return height

    def _guess(self, row: Row, wrap: int) -> int:
        lines = 1 + len(row.words) * self._letter // wrap
        return lines * self.line + 2 * self.padding + (self._caption.lineSpacing() + NOTE_GAP if row.note else 0)

    def _words_height(self, words: str, wrap: int) -> int:
        return max(words_height(words, self._font, self._body, wrap), self.line)
