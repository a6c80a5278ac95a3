"""Paints a sheet: for the group at its own size, and for the presenter smaller, from the same pieces."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtSvg import QSvgRenderer

from wrapplanner.facilitator.ui.fitting import Text, font_of
from wrapplanner.facilitator.ui.room import Room
from wrapplanner.facilitator.ui.sheets import Bar, Mark, Picture, Sheet


class SlidePainter:
    """Paints sheets in a room's colours; `resources` is where the arch comes from."""

    def __init__(self, resources: Path) -> None:
        self._resources = resources

    def paint(self, painter: QPainter, sheet: Sheet, room: Room, into: QRectF) -> None:
        """Paint a sheet into a rectangle of its own proportions."""
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(into, room.colour("surface"))
        painter.setClipRect(into)
        painter.translate(into.topLeft())
        scale = into.width() / sheet.screen.width
        if scale != 1:
            painter.scale(scale, scale)
        for piece in sheet.pieces:
            if isinstance(piece, Text):
                painter.setPen(room.colour(piece.colour))
                painter.setFont(font_of(piece.px, piece.weight))
                painter.drawText(QPointF(piece.x, piece.y), piece.words)
            elif isinstance(piece, Bar):
                painter.fillRect(piece.box, room.colour(piece.colour))
            elif isinstance(piece, Mark):
                paint_shape(painter, room, piece.shape, piece.box)
            else:
                self._paint_arch(painter, room, piece)
        painter.restore()

    def _paint_arch(self, painter: QPainter, room: Room, piece: Picture) -> None:
        name = "arch-dark.svg" if room.is_dark else "arch.svg"
        _svg(self._resources / "pictures" / name).render(painter, piece.box)


@lru_cache(maxsize=4)
def _svg(file: Path) -> QSvgRenderer:
    return QSvgRenderer(str(file))


def paint_shape(painter: QPainter, room: Room, shape: str, box: QRectF) -> None:
    """Paint a board's mark in its own colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(room.colour(shape))
    SHAPES[shape](painter, box)
    painter.restore()


def _circle(painter: QPainter, box: QRectF) -> None:
    painter.drawEllipse(box)


def _square(painter: QPainter, box: QRectF) -> None:
    inner = box.adjusted(box.width() * 0.04, box.height() * 0.04, -box.width() * 0.04, -box.height() * 0.04)
    painter.drawRoundedRect(inner, box.width() * 0.1, box.width() * 0.1)


def _triangle(painter: QPainter, box: QRectF) -> None:
    painter.drawPolygon(QPolygonF([QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()]))


def _diamond(painter: QPainter, box: QRectF) -> None:
    middle = box.center()
    points = (
        QPointF(middle.x(), box.top()),
        QPointF(box.right(), middle.y()),
        QPointF(middle.x(), box.bottom()),
        QPointF(box.left(), middle.y()),
    )
    painter.drawPolygon(QPolygonF(points))


def _cross(painter: QPainter, box: QRectF) -> None:
    third = box.width() / 3
    painter.drawRect(QRectF(box.left() + third, box.top(), third, box.height()))
    painter.drawRect(QRectF(box.left(), box.top() + third, box.width(), third))


def _ring(painter: QPainter, box: QRectF) -> None:
    thick = box.width() * 0.22
    painter.setPen(QPen(painter.brush().color(), thick))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2))


SHAPES: Mapping[str, Callable[[QPainter, QRectF], None]] = {
    "circle": _circle,
    "square": _square,
    "triangle": _triangle,
    "diamond": _diamond,
    "cross": _cross,
    "ring": _ring,
}
"""How each mark of a board is drawn; the colour of the same name is the room's."""
