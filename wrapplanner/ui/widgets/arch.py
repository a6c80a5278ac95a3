"""The arch with hills: the one picture. Decoration, so it has no name and is left out in High contrast."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget


class Arch(QWidget):
    """Draws a flat SVG, such as `pictures/arch.svg`, in a fixed width; its height follows from the picture."""

    def __init__(self, picture: Path, width: int) -> None:
        super().__init__()
        self._svg = QSvgRenderer(str(picture), self)
        drawn = self._svg.defaultSize()
        self.setFixedSize(QSize(width, round(width * drawn.height() / max(1, drawn.width()))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture."""
        self._svg.render(QPainter(self), QRectF(self.rect()))
