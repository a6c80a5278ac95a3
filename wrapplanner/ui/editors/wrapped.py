"""Words in several lines for painters: lines break between words, and inside one only where it is longer than a line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

from wrapplanner.ui.wrap_mode import wrap_mode


class WrappedWords:
    """Words laid out in `width` pixels. `size` is the room they take; `draw` paints them in the painter's pen."""

    def __init__(self, words: str, font: QFont, width: int, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
        self._layout = QTextLayout(words.replace("\n", "\u2028"), font)
        option = QTextOption(align)
        option.setWrapMode(wrap_mode(words))
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        height = 0.0
        widest = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, height))
            height += line.height()
            widest = max(widest, line.naturalTextWidth())
        self._layout.endLayout()
        self.size = QSize(round(widest + 0.5), round(height + 0.5) if words else 0)

    @property
    def height(self) -> int:
        """The height of all lines in pixels, 0 for no words."""
        return self.size.height()

    def draw(self, painter: QPainter, box: QRect, *, middle: bool = False) -> None:
        """Paint the words from the top of `box`, or in the middle of its height."""
        top = box.top() + ((box.height() - self.height) // 2 if middle else 0)
        self._layout.draw(painter, QPointF(box.left(), top))
