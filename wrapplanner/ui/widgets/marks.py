"""Marks: a small rounded square with an icon, for parts (in their hue) and kinds of tool (never coloured)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from wrapplanner.ui.theme import Look

if TYPE_CHECKING:
    from wrapplanner.domain.framework import Part


def paint_mark(painter: QPainter, look: Look, box: QRectF, icon: str, ink: str, ground: QColor, size: int = 20) -> None:
    """Paint a mark in `box`: its ground, then the icon (`size` at 100 %) in its middle. `ink` is a token or #RRGGBB."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 6, 6)
    side = look.icon_size(size)
    painter.drawPixmap(round(box.center().x() - side / 2), round(box.center().y() - side / 2), look.pixmap(icon, ink, size))


class PartMark(QWidget):
    """A part's mark: decoration, so screen readers pass it by. Sizes drawn: 24 (icon 16), 32 (20), 56 (32)."""

    def __init__(self, look: Look, part: Part, size: int = 32) -> None:
        super().__init__()
        self._look, self._part, self._size = look, part, size
        self.setFixedSize(QSize(look.icon_size(size), look.icon_size(size)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark."""
        look, hue = self._look, self._part.hue
        icon = {24: 16, 32: 20}.get(self._size, 32)
        box = QRectF(self.rect())
        paint_mark(QPainter(self), look, box, self._part.mark, look.tokens.hues[hue], look.tint(hue), icon)


def part_icon(look: Look, part: Part) -> QIcon:
    """Return a part's mark as an icon for lists, 24 px at 100 %."""
    side = look.icon_size(24)
    pixmap = QPixmap(side * 2, side * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_mark(painter, look, QRectF(0, 0, side, side), part.mark, look.tokens.hues[part.hue], look.tint(part.hue), 16)
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon


def number_icon(look: Look, number: str) -> QIcon:
    """Return a section's number as an icon for lists, set to the right, so that the words after it begin level."""
    side = look.icon_size(24)
    pixmap = QPixmap(side * 2, side * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setFont(look.font("caption"))
    painter.setPen(look.colour("ink-soft"))
    painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon


class KindMark(QWidget):
    """The mark of a kind of tool, quiet on `rail`."""

    def __init__(self, look: Look, icon: str, size: int = 24) -> None:
        super().__init__()
        self._look, self._icon, self._size = look, icon, size
        self.setFixedSize(QSize(look.icon_size(size), look.icon_size(size)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark."""
        look = self._look
        icon = 16 if self._size <= 24 else 20
        paint_mark(QPainter(self), look, QRectF(self.rect()), self._icon, "ink-soft", look.colour("rail"), icon)
