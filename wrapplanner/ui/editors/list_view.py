"""The list editor's hands: keys, pointer, buttons, menu and dragging. It wishes; its editor carries out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolTip

from wrapplanner.ui.editors.list_delegate import offered
from wrapplanner.ui.editors.list_drag import RowDrag
from wrapplanner.ui.editors.written_rows import WrittenRows
from wrapplanner.ui.models.rows import RowsModel
from wrapplanner.ui.theme import Look


class ListView(WrittenRows):
    """Rows that are written, moved and removed in place.

    Wishes: `add_requested(id, place, words, note)`, `edit_requested(id, words, note)`, `removal_requested(id)`,
    `move_requested(id, place afterwards)`, `paste_requested(id, place, lines)` (that row and those after it shall say
    these), `keep_requested(id)`, `next_requested()`. `menu_opened(menu, id)` lets others add to a row's menu.
    """

    menu_opened = Signal(object, str)

    def __init__(self, look: Look, model: RowsModel, *, marks: bool = False, keeps: bool = False, note: str = "") -> None:
        super().__init__(look, model, marks=marks, keeps=keeps, note=note)
        self.drag = RowDrag(self)
        self._names = {
            "keep": self.tr("Keep in my toolbox"),
            "up": self.tr("Move up"),
            "down": self.tr("Move down"),
            "remove": self.tr("Remove"),
        }
        self._do: dict[str, Callable[[int], None]] = {
            "keep": lambda place: self.keep_requested.emit(self.rows.rows[place].id),
            "up": lambda place: self.move_row(place, -1),
            "down": lambda place: self.move_row(place, 1),
            "remove": self.remove,
        }

    def remove(self, place: int) -> None:
        """Take a row out; what follows takes its place."""
        row = self.rows.row(place)
        if row is not None:
            self.removal_requested.emit(row.id)
            self.make_current(place)

    # Keys while no row is being written
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between rows, move and remove them; typing opens the row."""
        act = self._key(event)
        if act is not None:
            act()
        elif event.text().isprintable() and event.text() and not self._is_held(event):
            self.write(self.currentIndex().row())
            self.writer.words.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> Callable[[], None] | None:
        place, keys = self.currentIndex().row(), Qt.Key
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            steps = {keys.Key_Up: -1, keys.Key_Down: 1}
            step = steps.get(keys(event.key())) if event.key() in (keys.Key_Up, keys.Key_Down) else None
            return (lambda: self.move_row(place, step)) if step else None
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            is_enter = event.key() in (keys.Key_Return, keys.Key_Enter)
            return self.next_requested.emit if is_enter else None
        if event.key() in (keys.Key_F2, keys.Key_Return, keys.Key_Enter):
            return lambda: self.write(place)
        if event.key() == keys.Key_Delete:
            return lambda: self.remove(place)
        return None

    @staticmethod
    def _is_held(event: QKeyEvent) -> bool:
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
        return bool(event.modifiers() & held)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the row that was current, else at the first."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.make_current(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    # Pointer
    def button_at(self, point: QPoint) -> tuple[int, str]:
        """Return (place, what is there): an action, "grip", "words", or (-1, "")."""
        place = self.places.at(point.y())
        if place < 0 or place == self.use.typing:
            return place, "words"
        for action in offered(self.rows, place):
            if self.places.action(place, action).contains(point):
                return place, action
        is_grip = self.rows.row(place) is not None and self.places.grip(place).contains(point)
        return place, "grip" if is_grip else "words"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press a button, take hold of a row, or begin to write where the pointer is."""
        place, what = self.button_at(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or place < 0:
            return
        if what == "grip":
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.drag.take_hold(place, event.position().toPoint())
        elif what == "words":
            self.write(place)
            self.writer.put_caret_at(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or show the buttons of the row under the pointer."""
        point = event.position().toPoint()
        if self.drag.is_held:
            self.drag.follow(point)
            return
        self.over, what = self.button_at(point)
        self.use.button = what if what in self._do else ""
        shapes = {"grip": Qt.CursorShape.OpenHandCursor, "words": Qt.CursorShape.IBeamCursor}
        self.viewport().setCursor(shapes.get(what, Qt.CursorShape.PointingHandCursor))
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what is held, or do what the button under the pointer says."""
        if self.drag.is_held:
            place, to = self.drag.let_go()
            self._forget_pointer()  # it was over the row that has gone elsewhere now
            if place == to:
                self.make_current(place)
            else:
                self.move_to(place, to)
            return
        place, what = self.button_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and what in self._do:
            self.leave_row()
            self._do[what](place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second click is a click."""
        self.mousePressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Forget the row under the pointer when it leaves; name the buttons."""
        if event.type() == QEvent.Type.Leave:
            self._forget_pointer()
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._names.get(self.button_at(event.pos())[1], ""), self)
            return True
        return super().viewportEvent(event)

    def _forget_pointer(self) -> None:
        self.over, self.use.button = -1, ""
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what the buttons do, for the row under the pointer or the current one."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = self.currentIndex().row() if by_key else self.places.at(event.pos().y())
        if self.rows.row(place) is None:
            return
        at = self.places.row(place).center() if by_key else event.pos()
        menu = self.menu(place)
        menu.popup(self.viewport().mapToGlobal(at))

    def menu(self, place: int) -> QMenu:
        """Return the menu of a row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Change the words"), lambda: self.write(place))
        for action in offered(self.rows, place):
            menu.addAction(self._names[action], partial(self._do[action], place))
        self.menu_opened.emit(menu, self.rows.rows[place].id)
        return menu
