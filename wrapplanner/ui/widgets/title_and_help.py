"""A title and the line of help beneath it, painted as one: for controls whose whole face is the target."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from wrapplanner.ui.theme import Look

_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class TitleAndHelp:
    """A title and a line of help beneath it, measured and painted in a given width."""

    def __init__(self, look: Look, title: str, help_text: str, *, family: str = "", weight: int = 0) -> None:
        """`weight` is the title's, as in CSS; without one it is strong where help stands beneath it."""
        self._look, self.title, self.help = look, title, help_text
        self._strong = look.font("body", weight or (600 if help_text else 400))
        self._plain = look.font("body" if not family else "caption")
        if family:
            self._strong.setFamily(family)
            self._plain.setFamily(family)

    def small(self) -> None:
        """Set the help in the caption's size, for cards at the side."""
        self._plain.setPixelSize(self._look.text("caption"))

    def height(self, width: int) -> int:
        """Return the height in pixels that the words take in a width."""
        title, help_text = self._boxes(QPoint(0, 0), width)
        return help_text.bottom() + 1 if self.help else title.bottom() + 1

    def least_width(self) -> int:
        """Return the width of the longest word: nothing is ever cut inside one."""
        pairs = ((self._strong, self.title), (self._plain, self.help))
        return max(QFontMetrics(font).horizontalAdvance(word) for font, text in pairs for word in text.split() or [""])

    def full_width(self) -> int:
        """Return the width of the title on one line."""
        return QFontMetrics(self._strong).horizontalAdvance(self.title) + 2

    def paint(self, painter: QPainter, at: QPoint, width: int, *, chosen: bool = False) -> None:
        """Paint the words with their upper left corner at a point."""
        title, help_text = self._boxes(at, width)
        painter.setPen(self._look.colour("ink"))
        painter.setFont(self._strong)
        painter.drawText(title, int(_WRAPPED), self.title)
        painter.setPen(self._look.colour("ink" if chosen else "ink-soft"))
        painter.setFont(self._plain)
        painter.drawText(help_text, int(_WRAPPED), self.help)

    def _boxes(self, at: QPoint, width: int) -> tuple[QRect, QRect]:
        title = _box(self._strong, self.title, at, width)
        below = QPoint(at.x(), title.bottom() + 1 + self._look.space(3))
        return title, _box(self._plain, self.help, below, width)


def grow_with_width(card: QWidget) -> None:
    """Let a widget be as high as its words need in the width that it has."""
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    card.setSizePolicy(policy)


def _box(font: QFont, text: str, at: QPoint, width: int) -> QRect:
    found = QFontMetrics(font).boundingRect(QRect(at.x(), at.y(), max(1, width), 100_000), int(_WRAPPED), text)
    return QRect(at.x(), at.y(), max(1, width), found.height() if text else 0)
