"""A card of things to tick: one Tab stop, Up and Down walk, Space ticks. What is not ticked is simply not ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout

from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.controls import paint_tick_box
from wrapplanner.ui.widgets.title_and_help import grow_with_width
from wrapplanner.ui.widgets.words import rule

_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_STEPS = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}


@dataclass(frozen=True, slots=True)
class Row:
    """One thing: the question and entry that it is, its words, when (or ''), and whether it is ticked."""

    question: str
    entry: str
    words: str
    when: str
    ticked: bool


class TickRow(QCheckBox):
    """A row: the mark, the words, and at the right when. Where there is little room, when stands under the words."""

    stepped = Signal(int)

    def __init__(self, look: Look, row: Row, place: str) -> None:
        super().__init__()
        self._look, self.row = look, row
        self.setChecked(row.ticked)
        self.setAccessibleName(f"{row.words}, {row.when}" if row.when else row.words)
        self.setAccessibleDescription(place)
        self.setProperty("focusRing", "inner")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        grow_with_width(self)

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels: 48 at 100 % for one line."""
        words, when = self._boxes(width)
        low = max(words.bottom(), when.bottom() if self.row.when else 0) + 1
        return max(self._look.control() + self._look.space(4), low + self._pad())

    def sizeHint(self) -> QSize:
        """Return the size with the words on one line."""
        width = self._left() + QFontMetrics(self._look.font()).horizontalAdvance(self.row.words) + self._look.space(20)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size in which no word is cut."""
        body, small = QFontMetrics(self._look.font()), QFontMetrics(self._look.font("caption"))
        longest = max(
            (*map(body.horizontalAdvance, self.row.words.split()), *map(small.horizontalAdvance, self.row.when.split()), 1)
        )
        return QSize(self._left() + min(longest, round(240 * self._look.scale)) + self._look.space(16), self._look.control())

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on the row."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk through the rows; Enter ticks as Space does."""
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[event.key()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint mark, words and when."""
        painter, look, side = QPainter(self), self._look, self._look.icon_size(22)
        words, when = self._boxes(self.width())
        first = QFontMetrics(look.font()).height()
        mark = QRectF(look.space(16), words.top() + (first - side) / 2, side, side)
        paint_tick_box(painter, look, mark, ticked=self.isChecked())
        painter.setPen(look.colour("ink"))
        painter.setFont(look.font())
        painter.drawText(words, int(_WRAPPED), self.row.words)
        painter.setPen(look.colour("ink-soft"))
        painter.setFont(look.font("caption"))
        painter.drawText(when, int(_WRAPPED), self.row.when)

    def _left(self) -> int:
        return self._look.space(16) + self._look.icon_size(22) + self._look.space(14)

    def _pad(self) -> int:
        return self._look.space(12)

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        look, left = self._look, self._left()
        body, small = QFontMetrics(look.font()), QFontMetrics(look.font("caption"))
        room = max(1, width - left - look.space(16))
        aside = small.horizontalAdvance(self.row.when) + 2 if self.row.when else 0
        beside = aside + look.space(12) <= room * 0.45
        wide = room - aside - look.space(12) if self.row.when and beside else room
        high = body.boundingRect(QRect(0, 0, wide, 100_000), int(_WRAPPED), self.row.words).height()
        words = QRect(left, self._pad(), wide, high)
        if beside:
            return words, QRect(left + room - aside, self._pad() + body.ascent() - small.ascent(), aside, small.height())
        under = small.boundingRect(QRect(0, 0, room, 100_000), int(_WRAPPED), self.row.when).height()
        return words, QRect(left, words.bottom() + 1, room, under)


class TickCard(QFrame):
    """`ticked(row, on)` when the person ticks a row or takes its tick away."""

    ticked = Signal(object, bool)

    def __init__(self, look: Look, name: str, rows: Sequence[Row]) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self.rows: list[TickRow] = []
        for at, row in enumerate(rows):
            if at:
                column.addWidget(rule())
            made = TickRow(look, row, self.tr("{0} of {1}").format(at + 1, len(rows)))
            made.clicked.connect(partial(self._on_clicked, made))
            made.stepped.connect(partial(self._on_stepped, at))
            column.addWidget(made)
            self.rows.append(made)
        self._stop_at(0)

    def focus_row(self, at: int) -> None:
        """Put the focus on a row."""
        at = max(0, min(at, len(self.rows) - 1))
        self._stop_at(at)
        self.rows[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _stop_at(self, stop: int) -> None:
        for at, row in enumerate(self.rows):
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == stop else Qt.FocusPolicy.ClickFocus)

    def _on_clicked(self, row: TickRow, _checked: bool = False) -> None:
        self._stop_at(self.rows.index(row))
        self.ticked.emit(row.row, row.isChecked())

    def _on_stepped(self, at: int, step: int) -> None:
        if 0 <= at + step < len(self.rows):
            self.focus_row(at + step)
