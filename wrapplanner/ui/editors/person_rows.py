"""The list of people: painted rows, their keys, their menu, and dragging one to another place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QListView, QToolTip

from wrapplanner.ui.editors.person_delegate import PersonDelegate
from wrapplanner.ui.editors.room import reveal
from wrapplanner.ui.editors.spoken import CurrentTeller
from wrapplanner.ui.models.people_model import PeopleModel, PersonRow
from wrapplanner.ui.theme import Look

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class PeopleView(QListView):
    """Rows of people, as high as they are. Wishes carry the row's id; `move_requested(id, place afterwards)`."""

    edit_requested = Signal(str)
    add_requested = Signal()
    removal_requested = Signal(str)
    move_requested = Signal(str, int)
    menu_requested = Signal(str, QPoint)

    def __init__(
        self, look: Look, model: PeopleModel, name: str, *, hue: int = 0, icon: str = "", movable: bool = True
    ) -> None:
        super().__init__()
        self._look, self._people, self._movable = look, model, movable
        self._teller = CurrentTeller(self)
        self._held, self._gap, self._from, self._at = -1, -1, QPoint(), QPoint()
        self._rows = PersonDelegate(look, model, hue, icon, self)
        self.setModel(model)
        self.setItemDelegate(self._rows)
        self.setAccessibleName(name)
        self.setObjectName("people")
        self.setProperty("rows", True)
        self.setProperty("focusRing", "none")
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)

    def show_rows(self, rows: tuple[PersonRow, ...]) -> None:
        """Show other rows; the current one stays current, or whatever took its place."""
        place = self.currentIndex().row()
        row = self._people.rows[place].id if 0 <= place < len(self._people.rows) else ""
        self._people.show(rows)
        if place >= 0 and rows:
            found = self._people.place(row)
            self.make_current(found if found >= 0 else min(place, len(rows) - 1))
        self.fit()

    def make_current(self, place: int) -> None:
        """Make a row current and show it."""
        self.setCurrentIndex(self._people.index(place))
        reveal(self, self.visualRect(self.currentIndex()))

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell of the current row."""
        super().currentChanged(current, previous)
        self._teller.soon()

    def join(self, joined: bool) -> None:
        """Leave the foot square, for a row that stands right under the list."""
        if self.property("joined") != joined:
            self.setProperty("joined", joined)
            self.style().unpolish(self)
            self.style().polish(self)

    def fit(self) -> None:
        """Be as high as the rows."""
        rows = sum(self._rows.layout_of(place).height + 1 for place in range(len(self._people.rows)))
        self.setFixedHeight(rows + 2 * self.frameWidth())
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._people.rows:
            self.make_current(0)
        self._teller.soon()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, Insert adds, Delete takes off, Alt with the arrows moves."""
        act = self._act_of(event)
        if act is not None:
            act()
        elif event.key() in _ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        place, key = self.currentIndex().row(), event.key()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if place < 0:
            return None
        row = self._people.rows[place].id
        if held == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return lambda: self.move_row(place, place + (1 if key == Qt.Key.Key_Down else -1))
        if held:
            return None
        if key in _ENTER or key == Qt.Key.Key_Space:
            return lambda: self.edit_requested.emit(row)
        return {
            Qt.Key.Key_Insert.value: self.add_requested.emit,
            Qt.Key.Key_Delete.value: lambda: self.removal_requested.emit(row),
        }.get(key)

    def move_row(self, place: int, to: int) -> None:
        """Wish for a row to stand elsewhere; it stays current."""
        if self._movable and place != to and 0 <= to < len(self._people.rows):
            self.move_requested.emit(self._people.rows[place].id, to)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row; on its grip or circle, hold it."""
        super().mousePressEvent(event)
        point = event.position().toPoint()
        place = self.indexAt(point).row()
        if event.button() is Qt.MouseButton.LeftButton and self._is_on(point, "menu"):
            self._show_menu(place)
        elif event.button() is Qt.MouseButton.LeftButton and self._movable and self._is_on(point, "handle"):
            self._held, self._from, self._at = place, point, point

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry what is held, or show which row the pointer is on."""
        point = event.position().toPoint()
        if self._held < 0:
            self._show_over(self.indexAt(point).row())
            can_drag = self._movable and self._is_on(point, "handle")
            shapes = {True: Qt.CursorShape.OpenHandCursor, False: Qt.CursorShape.PointingHandCursor}
            self.viewport().setCursor(shapes[can_drag])
        elif self._gap >= 0 or (point - self._from).manhattanLength() >= QApplication.startDragDistance():
            self._at, self._gap = point, self._gap_at(point.y())
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put what is held where the line is."""
        super().mouseReleaseEvent(event)
        held, gap = self._held, self._gap
        self._held = self._gap = -1
        self.viewport().update()
        if gap >= 0:
            self._show_over(-1)  # the pointer was over the row that goes elsewhere now
            self.move_row(held, gap - 1 if gap > held else gap)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the row."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.edit_requested.emit(self._people.rows[index.row()].id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of a row, by key or by mouse."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        place = (self.indexAt(event.pos()) if by_mouse else self.currentIndex()).row()
        if place >= 0:
            self._show_menu(place)

    def viewportEvent(self, event: QEvent) -> bool:
        """Forget the row under the pointer when it leaves; name the dots."""
        if event.type() == QEvent.Type.Leave:
            self._show_over(-1)
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tr("More") if self._is_on(event.pos(), "menu") else "", self)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, then the one that is carried and where it would go."""
        super().paintEvent(event)
        if self._gap < 0:
            return
        look, painter = self._look, QPainter(self.viewport())
        top = self._top_of(self._gap)
        painter.fillRect(0, max(0, top - 2), self.viewport().width(), 3, look.colour("accent"))
        box = self.visualRect(self._people.index(self._held)).translated(look.space(12), self._at.y() - self._from.y())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("line-strong"), look.border))
        painter.setBrush(look.colour("raised"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -look.space(24), -0.5), 8, 8)
        painter.setClipRect(box.adjusted(0, 0, -look.space(24), 0))
        self._rows.paint_row(painter, self._held, box.topLeft())

    def _show_menu(self, place: int) -> None:
        corner = self.visualRect(self._people.index(place)).topLeft() + self._rows.layout_of(place).menu.bottomLeft()
        self.menu_requested.emit(self._people.rows[place].id, self.viewport().mapToGlobal(corner))

    def _is_on(self, point: QPoint, what: str) -> bool:
        """Whether a point is on a row's "menu" or "handle"."""
        index = self.indexAt(point)
        if not index.isValid():
            return False
        layout = self._rows.layout_of(index.row())
        box = layout.menu if what == "menu" else layout.handle
        return box.contains(point - self.visualRect(index).topLeft())

    def _show_over(self, place: int) -> None:
        if place != self._rows.over:
            self._rows.over = place
            self.viewport().update()

    def _gap_at(self, y: int) -> int:
        middles = [self.visualRect(self._people.index(place)).center().y() for place in range(len(self._people.rows))]
        return sum(middle < y for middle in middles)

    def _top_of(self, gap: int) -> int:
        if gap < len(self._people.rows):
            return self.visualRect(self._people.index(gap)).top()
        return self.visualRect(self._people.index(gap - 1)).bottom()
