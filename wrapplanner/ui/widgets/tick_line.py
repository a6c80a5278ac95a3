"""A tick box with a line of help that belongs to it: one target, and one ring around both."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox

from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.controls import paint_tick_box
from wrapplanner.ui.widgets.title_and_help import TitleAndHelp, grow_with_width


class TickLine(QCheckBox):
    """A mark of 22 px, a title, and beneath it what it means."""

    def __init__(self, look: Look, title: str, help_text: str) -> None:
        super().__init__()
        self._look = look
        self._words = TitleAndHelp(look, title, help_text, weight=400)
        self._words.small()
        self.setAccessibleName(title)
        self.setAccessibleDescription(help_text)
        grow_with_width(self)

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels: the words and room above and beneath them."""
        return max(self._look.control(), self._words.height(width - self._left()) + 2 * self._pad())

    def sizeHint(self) -> QSize:
        """Return the size with the title on one line."""
        width = self._left() + self._words.full_width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size in which no word is cut."""
        return QSize(self._left() + self._words.least_width(), self._look.control())

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on the words."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark level with the title, and the words."""
        painter, side = QPainter(self), self._look.icon_size(22)
        first = QFontMetrics(self._look.font("body")).height()
        mark = QRectF(1, self._pad() + (first - side) / 2, side, side)
        paint_tick_box(painter, self._look, mark, ticked=self.isChecked())
        self._words.paint(painter, QPoint(self._left(), self._pad()), self.width() - self._left())

    def _left(self) -> int:
        return self._look.icon_size(22) + self._look.space(12)

    def _pad(self) -> int:
        return self._look.space(10)
