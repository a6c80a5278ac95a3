"""How a list's rows are painted: grip, mark, words, note, the buttons of the row in use, and its focus ring."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wrapplanner.ui.editors.row_places import ACTIONS, RowPlaces
from wrapplanner.ui.editors.wrapping import draw_words
from wrapplanner.ui.models.rows import Row, RowsModel
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.marks import paint_mark

ICONS = {"keep": "toolbox", "up": "arrow-up", "down": "arrow-down", "remove": "x"}
RADIUS = 8


@dataclass
class RowsInUse:
    """Which row is being written (place or -1), and which button the pointer is on ('' for none)."""

    typing: int = -1
    button: str = ""


def offered(model: RowsModel, place: int) -> tuple[str, ...]:
    """Return the actions that a row offers: none that would change nothing."""
    row = model.row(place)
    if row is None:
        return ()
    hidden = {
        *(() if row.keepable else ("keep",)),
        *(() if place > 0 else ("up",)),
        *(() if place < len(model.rows) - 1 else ("down",)),
    }
    return tuple(action for action in ACTIONS if action not in hidden)


class RowPainter(QStyledItemDelegate):
    """What paints the rows of a list: `paint` one of them, `paint_row` the copy that is dragged, `paint_ring` the focus."""

    def __init__(self, look: Look, places: RowPlaces, model: RowsModel, use: RowsInUse) -> None:
        super().__init__(model)
        self.use = use
        self._look, self._places, self._model = look, places, model

    def paint_row(self, painter: QPainter, place: int, row: Row, *, words: bool = True) -> None:
        """Paint what a row says."""
        raise NotImplementedError

    def paint_ring(self, painter: QPainter, place: int) -> None:
        """Paint the focus ring of a row, inwards; the list calls it last, over lines and neighbours."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("focus"), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self._places.row(place)).adjusted(1.5, 0.5, -1.5, -0.5), RADIUS, RADIUS)


class RowDelegate(RowPainter):
    """Paints one row where `places` says. States: MouseOver, HasFocus and (typing) Editing."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint a row."""
        place = index.row()
        row = self._model.row(place)
        state: QStyle.StateFlag = option.state
        over, focused = bool(state & QStyle.StateFlag.State_MouseOver), bool(state & QStyle.StateFlag.State_HasFocus)
        typing = place == self.use.typing
        if over and not typing:
            painter.fillRect(self._places.row(place), self._look.colour("surface"))
        if row is None:
            self._paint_adding(painter, place)
        else:
            self.paint_row(painter, place, row, words=not typing)
            if (over or focused) and not typing:
                self._paint_buttons(painter, place)

    def paint_row(self, painter: QPainter, place: int, row: Row, *, words: bool = True) -> None:
        """Paint grip, mark, words and note."""
        look, places = self._look, self._places
        grip = places.grip(place)
        paint_icon(painter, look, grip, "grip-vertical", "line-strong")
        if row.mark:
            paint_mark(painter, look, QRectF(places.mark(place)), row.mark, "ink-soft", look.colour("rail"), 16)
        if not words:
            return
        painter.setPen(look.colour("ink"))
        draw_words(painter, places.words(place), row.words, look.font())
        if row.note:
            painter.setPen(look.colour("ink-soft"))
            draw_words(painter, places.note(place, row), row.note, look.font("caption"))

    def _paint_adding(self, painter: QPainter, place: int) -> None:
        look, places = self._look, self._places
        paint_icon(painter, look, places.grip(place), "plus", "ink-soft")
        painter.setPen(look.colour("ink-soft"))
        words = places.words(place)
        words.setLeft(places.grip_width)
        draw_words(painter, words, self._model.add, look.font())

    def _paint_buttons(self, painter: QPainter, place: int) -> None:
        for action in offered(self._model, place):
            box = self._places.action(place, action)
            if action == self.use.button:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._look.colour("accent-soft"))
                painter.drawRoundedRect(box, RADIUS, RADIUS)
            paint_icon(painter, self._look, box, ICONS[action], "ink-soft", 18)


def paint_icon(painter: QPainter, look: Look, box: QRect, icon: str, colour: str, size: int = 18) -> None:
    """Paint an icon in the middle of a box."""
    side = look.icon_size(size)
    painter.drawPixmap(box.center().x() + 1 - side // 2, box.center().y() + 1 - side // 2, look.pixmap(icon, colour, size))
