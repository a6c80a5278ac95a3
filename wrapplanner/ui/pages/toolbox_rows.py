"""The toolbox's rows under keys and pointer: ticked, starred, opened, moved, dragged to other lists."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip

from wrapplanner.ui.editors.list_delegate import RowsInUse
from wrapplanner.ui.editors.list_drag import RowDrag
from wrapplanner.ui.editors.rows_view import RowsView
from wrapplanner.ui.editors.tools_view import dragged_tool, tool_data
from wrapplanner.ui.models.tools import ToolsModel
from wrapplanner.ui.pages.toolbox_delegate import ToolDelegate
from wrapplanner.ui.pages.toolbox_places import PARTS, ToolPlaces
from wrapplanner.ui.theme import Look


class ToolRows(RowsView):
    """Wishes: `edit_requested(id)`, `favourite_requested(id)`, `move_requested(id, id of the tool it shall stand before)`
    ('' for the end), `removal_requested(id)`, `add_requested()`, `menu_requested(id, QPoint on the screen)`.
    `ticks_changed()` when a tick was set or taken away; `drag_began()` and `drag_ended()` around the dragging of a row.
    """

    edit_requested = Signal(str)
    favourite_requested = Signal(str)
    move_requested = Signal(str, str)
    removal_requested = Signal(str)
    add_requested = Signal()
    menu_requested = Signal(str, QPoint)
    ticks_changed = Signal()
    drag_began = Signal()
    drag_ended = Signal()

    def __init__(self, look: Look, model: ToolsModel) -> None:
        places = ToolPlaces(look)
        super().__init__(look, model, places, ToolDelegate(look, places, model, RowsInUse()))
        self.tools, self.tool_places = model, places
        self.drag = RowDrag(self)
        self._pressed = QPoint()
        self._held = -1
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("My tools"))
        self._names = {"tick": self.tr("Tick"), "star": self.tr("Favourite"), "more": self.tr("More")}
        self._do: dict[str, Callable[[int], None]] = {"tick": self.tick, "star": self._star, "more": self.open_menu}

    def tick(self, place: int) -> None:
        """Tick a row, or take its tick away."""
        self.tools.tick(place)
        self.viewport().update()
        self.ticks_changed.emit()

    def open_menu(self, place: int) -> None:
        """Ask for a row's menu under its ⋯."""
        row = self.rows.row(place)
        if row is not None:
            corner = self.tool_places.part(place, "more").bottomLeft()
            self.menu_requested.emit(row.id, self.viewport().mapToGlobal(corner))

    def step(self, place: int, step: int) -> None:
        """Move a row up (−1) or down (1) among the rows that are shown."""
        row, other = self.rows.row(place), self.rows.row(place + step)
        if row is not None and other is not None:
            after = self.rows.row(place + 2)
            self.move_requested.emit(row.id, other.id if step < 0 else after.id if after else "")
            self.make_current(self.rows.place(row.id))
            self.show_place(self.rows.place(row.id))

    def _star(self, place: int) -> None:
        self.favourite_requested.emit(self.rows.rows[place].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the current row."""
        place = self.currentIndex().row()
        act = self._key(event, place)
        if act is None:
            super().keyPressEvent(event)
        elif self.rows.row(place) is not None or event.key() == Qt.Key.Key_Insert:
            act()

    def _key(self, event: QKeyEvent, place: int) -> Callable[[], None] | None:
        keys, held = Qt.Key, event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.AltModifier:
            steps = {keys.Key_Up.value: -1, keys.Key_Down.value: 1}
            step = steps.get(event.key())
            return (lambda: self.step(place, step)) if step else None
        if held == Qt.KeyboardModifier.ControlModifier:
            return (lambda: self._star(place)) if event.key() == keys.Key_D else None
        acts: dict[int, Callable[[], None]] = {
            keys.Key_Space.value: lambda: self.tick(place),
            keys.Key_Return.value: lambda: self.edit_requested.emit(self.rows.rows[place].id),
            keys.Key_Enter.value: lambda: self.edit_requested.emit(self.rows.rows[place].id),
            keys.Key_F2.value: lambda: self.edit_requested.emit(self.rows.rows[place].id),
            keys.Key_Delete.value: lambda: self.removal_requested.emit(self.rows.rows[place].id),
            keys.Key_Insert.value: self.add_requested.emit,
        }
        return acts.get(event.key())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the row that was current, else at the first."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rows:
            self.make_current(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def part_at(self, point: QPoint) -> tuple[int, str]:
        """Return (place, part of the row or ''), (-1, '') outside the rows."""
        place = self.places.at(point.y())
        if place < 0:
            return -1, ""
        return place, next((part for part in PARTS if self.tool_places.part(place, part).contains(point)), "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make a row current, and take hold of it where it has no button."""
        place, part = self.part_at(event.position().toPoint())
        self._held, self._pressed = -1, event.position().toPoint()
        if place < 0 or event.button() is not Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.make_current(place)
        if not part:
            self._held = place

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held, or show the part under the pointer."""
        point = event.position().toPoint()
        if self._held >= 0 and event.buttons() & Qt.MouseButton.LeftButton:
            if (point - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                self._drag_out(self._held)
            return
        self.over, self.use.button = self.part_at(point)
        pointing = Qt.CursorShape.PointingHandCursor if self.use.button else Qt.CursorShape.OpenHandCursor
        self.viewport().setCursor(pointing)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what the part under the pointer is for."""
        self._held = -1
        place, part = self.part_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and part and self.part_at(self._pressed) == (place, part):
            self._do[part](place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a row; a second click on a part is a click."""
        place, part = self.part_at(event.position().toPoint())
        if part:
            self.mousePressEvent(event)
        elif (row := self.rows.row(place)) is not None:
            self.edit_requested.emit(row.id)

    def viewportEvent(self, event: QEvent) -> bool:
        """Forget the row under the pointer when it leaves; name the parts."""
        if event.type() == QEvent.Type.Leave:
            self.over, self.use.button = -1, ""
            self.viewport().update()
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._names.get(self.part_at(event.pos())[1], ""), self)
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the row under the pointer, or of the current one."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = self.currentIndex().row() if by_key else self.places.at(event.pos().y())
        if by_key:
            self.open_menu(place)
        elif (row := self.rows.row(place)) is not None:
            self.menu_requested.emit(row.id, event.globalPos())

    def _drag_out(self, place: int) -> None:
        self._held = -1
        drag = QDrag(self)
        drag.setMimeData(tool_data(self.rows.rows[place].id))
        drag.setPixmap(self.drag.picture(place))
        # It hangs under the pointer, so that what one points at stays in sight.
        drag.setHotSpot(QPoint(self._pressed.x() - self.places.row(place).left(), -self.look.space(12)))
        self.drag_began.emit()
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)
        self.drag.show_gap(-1)
        self.drag_ended.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take tools of the toolbox."""
        if self.rows.place(dragged_tool(event.mimeData())) >= 0:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the tool would go."""
        self.drag.show_gap(self.drag.gap_at(event.position().toPoint().y()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget it."""
        self.drag.show_gap(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the tool where the line was."""
        self.drag.show_gap(-1)
        before = self.rows.row(self.drag.gap_at(event.position().toPoint().y()))
        event.acceptProposedAction()
        self.move_requested.emit(dragged_tool(event.mimeData()), before.id if before else "")
