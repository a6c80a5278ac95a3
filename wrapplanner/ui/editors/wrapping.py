"""Measuring and painting words that wrap, thousands of them: the quick way, and the thorough one for words too long."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from wrapplanner.ui.editors.wrapped import WrappedWords

_WORD_WRAP = int(Qt.TextFlag.TextWordWrap)
_ENDLESS = 1_000_000


def words_height(words: str, font: QFont, metrics: QFontMetrics, width: int) -> int:
    """Return the height of words that wrap at `width`; 0 for none."""
    if not words:
        return 0
    rect = metrics.boundingRect(0, 0, width, _ENDLESS, _WORD_WRAP, words)
    # Qt lets a word that is longer than the line stand out; such words are broken.
    return rect.height() if rect.width() <= width else WrappedWords(words, font, width).height


def draw_words(painter: QPainter, box: QRect, words: str, font: QFont) -> None:
    """Paint words from the top of `box`, in the painter's pen."""
    painter.setFont(font)
    if painter.boundingRect(box, _WORD_WRAP, words).width() <= box.width():
        painter.drawText(box, _WORD_WRAP, words)
    else:
        WrappedWords(words, font, box.width()).draw(painter, box)
