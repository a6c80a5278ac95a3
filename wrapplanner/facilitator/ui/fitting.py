"""Letters for the back row: how large words can be on a screen, and where they go on to another slide.

All sizes are logical pixels of the screen that the group sees. Words are never set smaller than `Screen.least`: what does not
fit goes on, whole paragraphs first, lines where a paragraph is longer than a screen.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from wrapplanner.ui.theme import ATKINSON

LEAST_PT, BOARD_PT, QUESTION_PT, WORD_PT = 28, 30, 48, 138
DESIGNED = (1280, 720)
PX_PER_PT = 96 / 72
BODY_SHARE = 24
"""Body text is at least one part in so many of the screen's height."""
LINE, STEP = 1.2, 0.94


@dataclass(frozen=True, slots=True)
class Screen:
    """The size of what the group sees; `text` is how much larger than designed its letters are wished for."""

    width: int
    height: int
    text: float = 1.0

    @property
    def unit(self) -> float:
        """How much larger than designed everything is; a tall screen is read from as far, so its height counts too."""
        grown = min(self.width / DESIGNED[0], self.height / DESIGNED[1])
        return max(grown, self.height / BODY_SHARE / (LEAST_PT * PX_PER_PT)) * self.text

    def px(self, pt: float) -> int:
        """Return the letters' size for a size in points on a screen 1280 wide."""
        return -int(-pt * PX_PER_PT * self.unit // 1)

    @property
    def least(self) -> int:
        """The smallest letters that may stand on a slide."""
        return self.px(LEAST_PT)

    @property
    def is_tall(self) -> bool:
        """Whether the screen stands upright."""
        return self.height > self.width


@dataclass(frozen=True, slots=True)
class Text:
    """One line set: where its baseline begins (x, y), what it says, its size, weight and token of colour."""

    x: float
    y: float
    words: str
    px: int
    weight: int
    colour: str


@lru_cache(maxsize=64)
def font_of(px: int, weight: int) -> QFont:
    """Return a font; `weight` as in CSS."""
    font = QFont(ATKINSON)
    font.setPixelSize(px)
    font.setWeight(QFont.Weight(weight))
    return font


@lru_cache(maxsize=2048)
def lines_of(words: str, px: int, weight: int, width: int) -> tuple[str, ...]:
    """Return words broken into lines; a word that is longer than the line breaks inside."""
    layout = QTextLayout(words, font_of(px, weight))
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(_utf16(words, line.textStart(), line.textLength()).rstrip())
    layout.endLayout()
    return tuple(lines)


def _utf16(words: str, start: int, length: int) -> str:
    # Qt counts in UTF-16 units: a sign outside the first plane is two of them.
    return words.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le", "replace")


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def width_of(words: str, px: int, weight: int) -> float:
    """Return the width of one line."""
    return QFontMetricsF(font_of(px, weight)).horizontalAdvance(words)


def fits_words(words: str, px: int, weight: int, width: float) -> bool:
    """Say whether each word has room on a line of its own, so that none need break inside."""
    return all(width_of(word, px, weight) <= width for word in words.split())


def is_from_right(words: str) -> bool:
    """Say whether words are written from right to left."""
    strong = (unicodedata.bidirectional(sign) for sign in words)
    return next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L"


def set_lines(lines: Sequence[str], box: QRectF, px: int, weight: int, colour: str) -> list[Text]:
    """Return lines placed from the top of a box; those written from right to left stand at its right."""
    rise, high = QFontMetricsF(font_of(px, weight)).ascent(), line_height(px)
    from_right = is_from_right("".join(lines))
    top = box.top() + (high - px * LINE) / 2
    placed = []
    for number, line in enumerate(lines):
        x = box.right() - width_of(line, px, weight) if from_right else box.left()
        placed.append(Text(x, top + number * high + rise, line, px, weight, colour))
    return placed


def line_height(px: int) -> float:
    """Return the distance of two baselines."""
    return px * LINE


def largest(words: str, sizes: tuple[int, int], weight: int, width: int, most_lines: int) -> int:
    """Return the largest size, from sizes[0] down to sizes[1], at which words take so many lines at most, and none breaks."""
    px = sizes[0]
    while px > sizes[1]:
        if fits_words(words, px, weight, width) and len(lines_of(words, px, weight, width)) <= most_lines:
            return px
        px = int(px * STEP)
    return sizes[1]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of one paragraph on one page; `begins` is False where it goes on from the page before."""

    lines: tuple[str, ...]
    begins: bool = True


def share_out(
    paragraphs: Sequence[str], sizes: tuple[int, int], width: int, height: float, gap: float = 0.5
) -> tuple[int, list[list[Paragraph]]]:
    """Return the letters' size and the pages of paragraphs that fit a room.

    `sizes` are the largest size wished for and the least that is allowed. One page at the largest size that gives one; else
    the least size on as many pages as it takes. `gap` between paragraphs is in lines.
    """
    px = sizes[0]
    while px >= sizes[1]:
        pages = _pages(paragraphs, px, width, height, gap)
        if len(pages) <= 1 and all(fits_words(each, px, 400, width) for each in paragraphs):
            return px, pages
        px = int(px * STEP)
    return sizes[1], _pages(paragraphs, sizes[1], width, height, gap)


def _pages(paragraphs: Sequence[str], px: int, width: int, height: float, gap: float) -> list[list[Paragraph]]:
    room = max(1, int(height / line_height(px)))  # lines of a page
    pages: list[list[Paragraph]] = [[]] if paragraphs else []
    used = 0.0
    for words in paragraphs:
        lines, begins = lines_of(words, px, 400, width), True
        if used and used + gap + len(lines) > room and len(lines) <= room:
            pages.append([])
            used = 0.0
        while lines:
            free = int(room - used - (gap if used else 0))
            if free < 1:
                pages.append([])
                used = 0.0
                continue
            now, lines = lines[:free], lines[free:]
            used += len(now) + (gap if used else 0)
            pages[-1].append(Paragraph(now, begins))
            begins = False
    return pages
