"""How a row of people is painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from wrapplanner.ui.editors.person_layout import PersonLayout, lay_out
from wrapplanner.ui.models.people_model import PeopleModel, PersonRow
from wrapplanner.ui.theme import Look

Index = QModelIndex | QPersistentModelIndex


class PersonDelegate(QStyledItemDelegate):
    """Paints a row; `icon` stands in the circle instead of the order where order means nothing."""

    def __init__(self, look: Look, model: PeopleModel, hue: int, icon: str, view: QListView) -> None:
        super().__init__(view)
        self._look, self._model, self._hue, self._icon, self._view = look, model, hue, icon, view
        self._known: dict[tuple[PersonRow, int], PersonLayout] = {}
        self.over = -1

    def layout_of(self, place: int) -> PersonLayout:
        """Return where everything of a row is."""
        key = (self._model.rows[place], self._view.viewport().width())
        if key not in self._known:
            if len(self._known) > 500:
                self._known.clear()
            self._known[key] = lay_out(self._look, *key)
        return self._known[key]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room that a row needs, with the line under it."""
        return QSize(self._view.viewport().width(), self.layout_of(index.row()).height + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row, the line under it, and the ring where the focus is."""
        look, box, place = self._look, option.rect, index.row()
        painter.save()
        if place == self.over:
            painter.fillRect(box, look.colour("surface"))
        if place < len(self._model.rows) - 1:
            painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), look.colour("line"))
        self.paint_row(painter, place, box.topLeft())
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.colour("focus"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -3), 6, 6)
        painter.restore()

    def paint_row(self, painter: QPainter, place: int, corner: QPoint) -> None:
        """Paint what a row says, its top left corner being `corner`."""
        look, layout = self._look, self.layout_of(place)
        for piece in layout.pieces:
            piece.draw(painter, look, corner)
        if not layout.grip.isEmpty():
            painter.drawPixmap(layout.grip.topLeft() + corner, look.pixmap("grip-vertical", "line-strong", 18))
        self._paint_circle(painter, place, layout.circle.translated(corner))
        side = look.icon_size()
        painter.drawPixmap(layout.menu.center() + corner - QPoint(side // 2, side // 2), look.pixmap("ellipsis", "ink-soft"))

    def _paint_circle(self, painter: QPainter, place: int, box: QRect) -> None:
        look = self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.tint(self._hue))
        painter.drawEllipse(box)
        hue = look.hue(self._hue)
        if self._icon:
            side = look.icon_size(16)
            painter.drawPixmap(
                box.center() + QPoint(1, 1) - QPoint(side // 2, side // 2), look.pixmap(self._icon, hue.name(), 16)
            )
        else:
            painter.setPen(hue)
            painter.setFont(look.font("caption", 600))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(place + 1))
