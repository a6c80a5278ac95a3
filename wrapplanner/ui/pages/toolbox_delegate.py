"""How a tool's row is painted: grip, tick, mark, name and note, kind, time, low energy or cost, star, menu."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from wrapplanner.ui.editors.list_delegate import RADIUS, RowPainter, RowsInUse, paint_icon
from wrapplanner.ui.editors.wrapping import draw_words
from wrapplanner.ui.models.rows import Row
from wrapplanner.ui.models.tools import ToolRow, ToolsModel
from wrapplanner.ui.pages.toolbox_places import ToolPlaces
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.controls import paint_tick_box
from wrapplanner.ui.widgets.marks import paint_mark


class ToolDelegate(RowPainter):
    """Paints one tool where `places` says."""

    def __init__(self, look: Look, places: ToolPlaces, model: ToolsModel, use: RowsInUse) -> None:
        super().__init__(look, places, model, use)
        self._tool_places, self._tools = places, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint a row."""
        place = index.row()
        row = self._model.row(place)
        if not isinstance(row, ToolRow):
            return
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if row.id in self._tools.ticked:
            painter.fillRect(self._places.row(place), self._look.colour("accent-soft"))
        elif over:
            painter.fillRect(self._places.row(place), self._look.colour("surface"))
        self.paint_row(painter, place, row)
        self._paint_parts(painter, place, row, over)

    def paint_row(self, painter: QPainter, place: int, row: Row, *, words: bool = True) -> None:
        """See RowPainter."""
        look, places = self._look, self._tool_places
        ticked = row.id in self._tools.ticked
        paint_icon(painter, look, places.grip(place), "grip-vertical", "line-strong", 16)
        paint_tick_box(painter, look, QRectF(places.tick(place)), ticked=ticked)
        paint_mark(painter, look, QRectF(places.mark(place)), row.mark, "ink-soft", look.colour("rail"))
        painter.setPen(look.colour("ink"))
        draw_words(painter, places.name(place, row), row.words, look.font(weight=600))
        if row.note:
            painter.setPen(look.colour("ink-soft"))
            draw_words(painter, places.note(place, row), row.note, look.font("caption"))
        if isinstance(row, ToolRow):
            self._paint_facts(painter, place, row, "ink" if ticked else "ink-soft")

    def _paint_facts(self, painter: QPainter, place: int, row: ToolRow, ink: str) -> None:
        look, places = self._look, self._tool_places
        side = look.icon_size(16)
        painter.setPen(look.colour(ink))
        for fact in places.facts(place, row):
            box = QRect(fact.box)
            if fact.icon:
                line = painter.fontMetrics().lineSpacing()
                painter.drawPixmap(box.left(), box.top() + (line - side) // 2, look.pixmap(fact.icon, ink, 16))
                box.setLeft(box.left() + places.icon_room)
            painter.setFont(look.font("caption"))
            draw_words(painter, box, fact.words, look.font("caption"))

    def _paint_parts(self, painter: QPainter, place: int, row: ToolRow, over: bool) -> None:
        look, places = self._look, self._tool_places
        star, more = places.part(place, "star"), places.part(place, "more")
        for part, box in (("star", star), ("more", more)):
            if over and self.use.button == part:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("raised" if row.id in self._tools.ticked else "accent-soft"))
                painter.drawRoundedRect(box, RADIUS, RADIUS)
        _paint_star(painter, look, star, filled=row.favourite)
        paint_icon(painter, look, more, "ellipsis", "ink")


def _paint_star(painter: QPainter, look: Look, box: QRect, *, filled: bool) -> None:
    if not filled:
        paint_icon(painter, look, box, "star", "ink-soft", 20)
        return
    outer = look.icon_size(20) * 0.42
    middle = QRectF(box).center()
    points = []
    for step in range(10):
        radius, angle = outer * (0.5 if step % 2 else 1.0), pi * (step / 5 - 0.5)
        points.append(QPointF(middle.x() + radius * cos(angle), middle.y() + outer * 0.06 + radius * sin(angle)))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(look.colour("warm-line"))
    painter.setPen(
        QPen(look.colour("warm-line"), outer * 0.24, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.drawPolygon(QPolygonF(points))
