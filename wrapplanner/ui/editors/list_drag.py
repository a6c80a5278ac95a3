"""Dragging a row by its grip: a lifted copy follows the pointer, a line shows where it would go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from wrapplanner.ui.editors.rows_view import RowsView

DROP_LINE = 3


class RowDrag:
    """What is held, and where it would go. `let_go` returns (place, place afterwards)."""

    def __init__(self, view: RowsView) -> None:
        self._view = view
        self._lifted = LiftedRow(view)
        self._line = DropLine(view)
        self._place = -1
        self._to = -1
        self._from = QPoint()

    @property
    def is_held(self) -> bool:
        """Whether a row is held."""
        return self._place >= 0

    def take_hold(self, place: int, point: QPoint) -> None:
        """Hold a row; it is not lifted until the pointer moves."""
        self._place = self._to = place
        self._from = point
        self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def follow(self, point: QPoint) -> None:
        """Move the lifted copy and the line to where the pointer is."""
        if not self._lifted.isVisible() and (point - self._from).manhattanLength() < QApplication.startDragDistance():
            return
        row = self._view.places.row(self._place)
        self._lifted.lift(self._place, row.translated(self._view.look.space(12), point.y() - self._from.y()))
        gap = self.gap_at(point.y())
        self._to = gap - 1 if gap > self._place else gap
        self._line.show_at(gap)
        self._view.show_place(min(max(self._view.places.at(point.y()), 0), len(self._view.rows.rows)))

    def gap_at(self, y: int) -> int:
        """Return between which rows a height is: 0 before the first … n after the last."""
        last = len(self._view.rows.rows)
        place = self._view.places.at(min(max(y, 0), self._view.places.total - 1))
        return min(place + (y > self._view.places.row(place).center().y()), last)

    def show_gap(self, gap: int) -> None:
        """Show the line alone, for something that comes from elsewhere; -1 takes it away."""
        if gap < 0:
            self._line.hide()
        else:
            self._line.show_at(gap)

    def picture(self, place: int) -> QPixmap:
        """Return the lifted copy as a picture, for a drag that leaves the list."""
        self._lifted.lift(place, self._view.places.row(place))
        picture = self._lifted.grab()
        self._lifted.hide()
        return picture

    def let_go(self) -> tuple[int, int]:
        """Let the row go."""
        result = self._place, self._to
        self._place = self._to = -1
        self._lifted.hide()
        self._line.hide()
        self._view.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        return result


class LiftedRow(QWidget):
    """The copy that is carried."""

    def __init__(self, view: RowsView) -> None:
        super().__init__(view.viewport())
        self._view, self._place = view, -1
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def lift(self, place: int, box: QRect) -> None:
        """Show the copy of a row at a place."""
        self._place = place
        self.setGeometry(box.adjusted(0, 0, -2 * self._view.look.space(12), 0))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row with a strong border."""
        look, row = self._view.look, self._view.rows.row(self._place)
        if row is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.colour("raised"))
        painter.setPen(QPen(look.colour("line-strong"), look.border))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.translate(0, -self._view.places.row(self._place).top())
        self._view.painter_of_rows.paint_row(painter, self._place, row)


class DropLine(QWidget):
    """The line between two rows."""

    def __init__(self, view: RowsView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, gap: int) -> None:
        """Show the line before the row at `gap`."""
        top = self._view.places.row(gap).top() - DROP_LINE // 2
        self.setGeometry(0, max(top, 0), self._view.viewport().width(), DROP_LINE)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        QPainter(self).fillRect(self.rect(), self._view.look.colour("accent"))
