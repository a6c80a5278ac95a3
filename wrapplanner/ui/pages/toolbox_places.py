"""Where everything of the toolbox's rows is. Where there is no room for columns, what they say folds under the name."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from wrapplanner.ui.editors.row_places import RowPlaces
from wrapplanner.ui.editors.wrapping import words_height
from wrapplanner.ui.models.rows import Row
from wrapplanner.ui.models.tools import Fact, ToolRow
from wrapplanner.ui.theme import Look

FOLD = 700
"""Effective width (list width ÷ text scale) under which columns fold."""
_COLUMNS = (94, 118, 150)
_LEAST, _ABOVE = 60, 9
PARTS = ("tick", "star", "more")


@dataclass(frozen=True, slots=True)
class PlacedFact:
    """Where a fact stands: its icon ('' for none), its words, and the room for them."""

    icon: str
    words: str
    box: QRect


class ToolPlaces(RowPlaces):
    """Heights and rectangles of tool rows."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, marks=True, keeps=False)
        self.tail = 0
        self.grip_width = look.icon_size(34)
        self._strong = look.font(weight=600)
        self._strong_metrics = QFontMetrics(self._strong)
        self.left = self.grip_width + look.icon_size(42) + look.icon_size(32) + 12

    @property
    def is_folded(self) -> bool:
        """Whether what the columns say stands under the name."""
        return self.width / self.look.scale < FOLD

    def part(self, place: int, part: str) -> QRect:
        """Return the target of one of PARTS."""
        row = self.row(place)
        height = self._first_height()
        top = row.top() + (height - self.target) // 2 if self.is_folded else row.center().y() + 1 - self.target // 2
        if part == "tick":
            side = self.look.icon_size(22) + 20
            return QRect(self.grip_width - 2, row.top(), side, row.height())
        from_right = len(PARTS) - PARTS.index(part)
        return QRect(self.width - 8 - from_right * self.target, top, self.target, self.target)

    def grip(self, place: int) -> QRect:
        """See RowPlaces."""
        row = self.row(place)
        return QRect(0, row.top(), self.grip_width, self._first_height() if self.is_folded else row.height())

    def tick(self, place: int) -> QRect:
        """Return the tick box itself."""
        side = self.look.icon_size(22)
        return QRect(self.grip_width, self._middle(place) - side // 2, side, side)

    def mark(self, place: int) -> QRect:
        """See RowPlaces."""
        side = self.look.icon_size(32)
        return QRect(self.grip_width + self.look.icon_size(42) - 4, self._middle(place) - side // 2, side, side)

    def name(self, place: int, row: Row) -> QRect:
        """Return the rectangle of the name."""
        words = self.words(place)
        if not self.is_folded:
            words.setTop(self.row(place).center().y() + 1 - self._text_height(row, words.width()) // 2)
        words.setBottom(self.row(place).bottom())
        return words

    def note(self, place: int, row: Row) -> QRect:
        """See RowPlaces."""
        name = self.name(place, row)
        return name.adjusted(0, self._name_height(row, name.width()) + 1, 0, 0)

    def facts(self, place: int, row: ToolRow) -> list[PlacedFact]:
        """Return what the columns say, and where."""
        words = self.words(place)
        if self.is_folded:
            top = words.top() + self._text_height(row, words.width()) + 4
            return self._folded(row, QRect(words.left(), top, self.width - 8 - words.left(), 0))[0]
        placed = []
        left = self.width - 2 * self.target - 8 - self._columns_width()
        for facts, column in zip(row.facts, _COLUMNS, strict=True):
            wide = round(column * self.look.scale)
            top = self.row(place).center().y() + 1 - self._column_height(facts, wide) // 2
            for fact in facts:
                high = self._fact_height(fact, wide)
                placed.append(PlacedFact(*fact, QRect(left, top, wide - 8, high)))
                top += high
            left += wide
        return placed

    def words_width(self, width: int) -> int:
        """See RowPlaces."""
        columns = 0 if self.is_folded else self._columns_width()
        return max(width - self.left - 12 - columns - 2 * self.target - 8, 40)

    def _first_height(self) -> int:
        return self._strong_metrics.lineSpacing() + 2 * self.padding

    def _middle(self, place: int) -> int:
        row = self.row(place)
        return row.top() + self._first_height() // 2 if self.is_folded else row.center().y() + 1

    def _columns_width(self) -> int:
        return round(sum(_COLUMNS) * self.look.scale)

    def _measure(self, row: Row, wrap: int) -> int:
        height = self._text_height(row, wrap)
        if isinstance(row, ToolRow) and self.is_folded:
            height += self._folded(row, QRect(0, 0, self.width - 8 - self.left, 0))[1] + 2 * self.padding
        elif isinstance(row, ToolRow):
            scale = self.look.scale
            columns = (self._column_height(f, round(c * scale)) for f, c in zip(row.facts, _COLUMNS, strict=True))
            height = max(height, *columns) + 2 * _ABOVE
        height = max(height, self.look.space(_LEAST))
        self._known[row.id] = (row, height)
        return height

    def _guess(self, row: Row, wrap: int) -> int:
        return self._measure(row, wrap)  # a toolbox does not hold thousands

    def _name_height(self, row: Row, wrap: int) -> int:
        return max(words_height(row.words, self._strong, self._strong_metrics, wrap), self.line)

    def _text_height(self, row: Row, wrap: int) -> int:
        note = words_height(row.note, self._caption_font, self._caption, wrap)
        return self._name_height(row, wrap) + (note + 1 if note else 0)

    def _fact_height(self, fact: Fact, wide: int) -> int:
        return words_height(fact[1], self._caption_font, self._caption, self._fact_words(fact, wide))

    def _column_height(self, facts: tuple[Fact, ...], wide: int) -> int:
        return sum(self._fact_height(fact, wide) for fact in facts)

    def _fact_words(self, fact: Fact, wide: int) -> int:
        return max(wide - 8 - (self.icon_room if fact[0] else 0), 20)

    @property
    def icon_room(self) -> int:
        """The width of a fact's icon and the gap after it."""
        return self.look.icon_size(16) + 6

    def _folded(self, row: ToolRow, room: QRect) -> tuple[list[PlacedFact], int]:
        placed, left, top, line = [], room.left(), room.top(), self._caption.lineSpacing()
        for icon, words in (fact for column in row.facts for fact in column):
            icon_room = self.icon_room if icon else 0
            wide = min(self._caption.horizontalAdvance(words) + icon_room + 2, room.width())
            if left > room.left() and left + wide > room.left() + room.width():
                left, top = room.left(), top + line + 4
            high = words_height(words, self._caption_font, self._caption, max(wide - icon_room, 20))
            placed.append(PlacedFact(icon, words, QRect(left, top, wide, high)))
            left += wide + 16
            top += high - line
        height = top + line - room.top() + 4 if placed else 0
        return placed, height
