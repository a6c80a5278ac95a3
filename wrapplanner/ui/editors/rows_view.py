"""The list that is written in: a QListView that is as tall as its rows and lays them out itself.

QListView measures every row anew whenever one grows; with thousands of rows that is too slow to type in, so heights
are kept in RowPlaces and only rows in sight are painted. It never scrolls itself: it stands in a page that does.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    QTimer,
)
from PySide6.QtGui import QFocusEvent, QPainter, QPainterPath, QPaintEvent, QPen, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QScrollArea, QStyle, QStyleOptionViewItem, QWidget

from wrapplanner.ui.editors.list_delegate import RADIUS, RowPainter
from wrapplanner.ui.editors.row_places import AT_ONCE, RowPlaces
from wrapplanner.ui.editors.spoken import CurrentTeller
from wrapplanner.ui.models.rows import Row, RowsModel
from wrapplanner.ui.theme import Look

_Index = QModelIndex | QPersistentModelIndex
IDLE_ROWS = 200
"""Rows measured in one idle moment: some 4 ms."""


class RowsView(QListView):
    """Places and paints rows, keeps the current one in sight. What keys and the pointer do: `ListView`."""

    def __init__(self, look: Look, model: RowsModel, places: RowPlaces, painter: RowPainter) -> None:
        super().__init__()
        self.look, self.rows, self.places, self.painter_of_rows = look, model, places, painter
        self.use = painter.use
        self.over = -1
        self._laid_out = (-1, -1)
        self.covered = 0  # how much of the page's foot something else stands over
        self.teller = CurrentTeller(self)
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._on_idle)
        self._dress()
        self.setModel(model)
        self.setItemDelegate(painter)

    def _dress(self) -> None:
        self.setViewport(QWidget())  # see `ScrollColumn`: one that Qt makes would cost a person's first look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAutoScroll(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setProperty("focusRing", "none")

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the current one stays current, or the one that took its place."""
        place = self.currentIndex().row()
        row = self.rows.row(place)
        self.rows.show(rows)
        if place >= 0:
            found = self.rows.place(row.id) if row else len(self.rows.rows)
            self.make_current(found if found >= 0 else place)
        self.lay_out()

    def make_current(self, place: int) -> None:
        """Make a row current, at most the last."""
        index = self.rows.index(min(max(place, 0), self.rows.rowCount() - 1))
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def lay_out(self) -> None:
        """Place all rows."""
        state = (self.rows.version, self.viewport().width())
        if state != self._laid_out:  # Qt and the editor ask for it several times at every change
            self._laid_out = state
            self.places.lay_out(self.rows.rows, self.viewport().width())
            if len(self.rows.rows) > AT_ONCE:
                self._idle.start()
        self.fit()

    def fit(self) -> None:
        """Be as tall as the rows, one of which may have grown."""
        if self.height() != self.places.total:
            self.setFixedHeight(self.places.total)
        self.viewport().update()

    def _on_idle(self) -> None:
        if not self.places.measure_more(IDLE_ROWS):
            self._idle.stop()
            has_moved = self.height() != self.places.total
            self.fit()
            if has_moved and self.ringed() >= 0:
                self.show_place_soon()

    def show_place(self, place: int) -> None:
        """Scroll the page so that a row can be seen."""
        area = self._scroll_area()
        inside = area.widget() if area else None
        if area is None or inside is None:
            return
        rect = self.places.row(place)
        margin = self.look.space(24)
        for y in (rect.bottom() + self.covered, rect.top()):
            at = self.viewport().mapTo(inside, QPoint(0, y))
            area.ensureVisible(0, at.y(), 0, margin)

    def show_place_soon(self) -> None:
        """Scroll to the row in use once the page has the height that the list asks for."""
        QTimer.singleShot(0, self, lambda: self.show_place(self.ringed()) if self.ringed() >= 0 else None)

    def _scroll_area(self) -> QScrollArea | None:
        parent: QWidget | None = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent

    # What QListView would do by its own layout.
    def doItemsLayout(self) -> None:
        """Place all rows."""
        self.lay_out()

    def updateGeometries(self) -> None:
        """There is nothing to scroll."""

    def visualRect(self, index: _Index) -> QRect:
        """Return where a row is."""
        return self.places.row(index.row())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point."""
        place = self.places.at(point.y())
        return self.rows.index(place) if place >= 0 else QModelIndex()

    def visualRegionForSelection(self, selection: object) -> QRegion:
        """Return all that is in sight: selecting is rare."""
        return QRegion(self.viewport().rect())

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the row at a place."""
        self.selectionModel().select(self.indexAt(rect.topLeft()), command)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the row that an arrow key goes to."""
        steps = {
            QAbstractItemView.CursorAction.MoveUp: -1,
            QAbstractItemView.CursorAction.MoveDown: 1,
            QAbstractItemView.CursorAction.MovePageUp: -10,
            QAbstractItemView.CursorAction.MovePageDown: 10,
            QAbstractItemView.CursorAction.MoveHome: -self.rows.rowCount(),
            QAbstractItemView.CursorAction.MoveEnd: self.rows.rowCount(),
        }
        place = self.currentIndex().row() + steps.get(action, 0)
        return self.rows.index(min(max(place, 0), self.rows.rowCount() - 1))

    def scrollTo(self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible) -> None:
        """Scroll the page to a row, while the list is in use."""
        if self.hasFocus():
            self.show_place(index.row())

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Keep the current row in sight, and tell of it."""
        # Not QListView's own, which looks for the row in a layout that is not used here, and tells of the list instead.
        QAbstractItemView.currentChanged(self, current, previous)
        self.teller.soon()
        if current.isValid():
            self.scrollTo(current)
        self.viewport().update()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Show it; not as QListView does, for the same reason."""
        QAbstractItemView.selectionChanged(self, selected, deselected)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell of the current row."""
        super().focusInEvent(event)
        self.teller.soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap words anew for another width."""
        if event.size().width() != self.places.width:
            self.lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the block, the rows in sight, the lines between them, then the ring."""
        painter = QPainter(self.viewport())
        block = QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(block, RADIUS, RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, self.look.colour("raised"))
        painter.setClipPath(path)
        first = max(self.places.at(event.rect().top()), 0)
        last = self.places.at(min(event.rect().bottom(), self.places.total - 1))
        for place in range(first, last + 1):
            self._paint_row(painter, place)
        painter.setClipping(False)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.look.colour("line"), self.look.border))
        painter.drawPath(path)
        ringed = self.ringed()
        if ringed >= 0:
            self.painter_of_rows.paint_ring(painter, ringed)

    def ringed(self) -> int:
        """Return the place of the row with the focus ring, or -1."""
        return self.currentIndex().row() if self.hasFocus() else -1

    def _paint_row(self, painter: QPainter, place: int) -> None:
        option = QStyleOptionViewItem()
        option.rect = self.places.row(place)
        state = QStyle.StateFlag.State_Enabled
        if place == self.over:
            state |= QStyle.StateFlag.State_MouseOver
        if place == self.ringed():
            state |= QStyle.StateFlag.State_HasFocus
        option.state = state
        self.painter_of_rows.paint(painter, option, self.rows.index(place))
        if place:
            painter.setPen(QPen(self.look.colour("line"), 1))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.drawLine(0, option.rect.top(), self.viewport().width(), option.rect.top())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
