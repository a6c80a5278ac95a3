"""The list editor's hands: keys, pointer, the row being written, dragging. It wishes; its editor carries out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolTip

from wrapplanner.domain.plan import new_id
from wrapplanner.ui.editors.list_delegate import offered
from wrapplanner.ui.editors.list_drag import RowDrag
from wrapplanner.ui.editors.row_writer import RowWriter
from wrapplanner.ui.editors.rows_view import RowsView
from wrapplanner.ui.models.rows import Row, RowsModel
from wrapplanner.ui.theme import Look


class ListView(RowsView):
    """Rows that are written, moved and removed in place.

    Wishes: `add_requested(id, place, words, note)`, `edit_requested(id, words, note)`, `removal_requested(id)`,
    `move_requested(id, place afterwards)`, `paste_requested(id, place, lines)` (that row and those after it shall say
    these), `keep_requested(id)`, `next_requested()`.
    """

    add_requested = Signal(str, int, str, str)
    edit_requested = Signal(str, str, str)
    removal_requested = Signal(str)
    move_requested = Signal(str, int)
    paste_requested = Signal(str, int, list)
    keep_requested = Signal(str)
    next_requested = Signal()

    def __init__(self, look: Look, model: RowsModel, *, marks: bool = False, keeps: bool = False, note: str = "") -> None:
        super().__init__(look, model, marks=marks, keeps=keeps)
        self.writer = RowWriter(look, self.places, note, self.viewport())
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
        self._connect()

    def _connect(self) -> None:
        writer, words = self.writer, self.writer.words
        writer.hand_in_requested.connect(self._on_hand_in)
        writer.blank_left.connect(self._on_blank_left)
        writer.left.connect(self.leave_row)
        writer.grew.connect(self._on_grew)
        words.removal_requested.connect(self._on_removal)
        words.lines_pasted.connect(self._on_pasted)
        for field in writer.fields():
            field.below_requested.connect(self._on_below)
            field.leave_requested.connect(self._on_escape)
            field.step_requested.connect(self._on_step)
            field.move_requested.connect(self._on_move)
            field.next_requested.connect(self.next_requested)

    # Writing
    def write(self, place: int, caret: int = -1) -> None:
        """Open a row to be written in; the adding row opens a new line."""
        row = self.rows.row(place)
        if row is not None and row.id == self.writer.row.id:
            self.writer.words.setFocus()
            return
        wanted = row.id if row else ""
        self.leave_row()
        if not wanted:
            self.write_new(len(self.rows.rows))
            return
        place = self.rows.place(wanted)
        if place >= 0:
            self._open(place, caret)

    def write_new(self, place: int) -> None:
        """Open a new line at a place."""
        self.leave_row()
        self.rows.start_draft(Row(new_id()), place)
        self._open(min(place, len(self.rows.rows) - 1), -1)

    def leave_row(self) -> None:
        """Stop writing: hand in what was written; a row left blank goes."""
        if self.writer.is_open:
            self.writer.hand_in(leaving=True)
            self.writer.close_row()
            self.rows.drop_draft()
            self.lay_out()

    def flush(self) -> None:
        """Hand in what is being written, and go on writing."""
        row = self.rows.row(self.rows.place(self.writer.row.id))
        is_emptied = row is not None and row.id != self.rows.draft and not self.writer.words.words().strip()
        self.writer.hand_in(leaving=is_emptied)

    def show_rows(self, rows: list[Row] | tuple[Row, ...]) -> None:  # type: ignore[override]
        """Show these rows; the one being written goes on being written if it is still there."""
        super().show_rows(rows)
        if not self.writer.is_open:
            return
        row = self.rows.row(self.rows.place(self.writer.row.id))
        if row is None:
            has_focus = self.writer.isAncestorOf(self.window().focusWidget() or self)
            self.writer.close_row()
            if has_focus:
                self.setFocus()
        else:
            self.writer.follow(row)
        self.lay_out()

    def _open(self, place: int, caret: int) -> None:
        row = self.rows.rows[place]
        self.make_current(place)
        self.writer.open(row, "" if row.id == self.rows.draft else self.rows.position(place), caret)
        self.lay_out()
        self.writer.words.setFocus()
        self.show_place(place)

    def fit(self) -> None:
        """Be as tall as the rows, and place the field over the one being written."""
        typing = self.rows.place(self.writer.row.id) if self.writer.is_open else -1
        self.use.typing = typing
        if typing >= 0:
            self.writer.set_words_width(self.places.words_width(self.viewport().width()))
            self.places.set_typed(typing, self.writer.height_wanted())
            self.writer.place(self.places.words(typing), self.places.row(typing))
        super().fit()

    def _on_grew(self) -> None:
        if self.writer.is_open:
            self.fit()
            self.show_place(self.use.typing)

    def _on_hand_in(self, words: str, note: str) -> None:
        row = self.writer.row.id
        if row == self.rows.draft:
            self.add_requested.emit(row, self.rows.place(row), words, note)
        else:
            self.edit_requested.emit(row, words, note)

    def _on_blank_left(self) -> None:
        row = self.writer.row.id
        if row != self.rows.draft:
            self.writer.close_row()
            self.removal_requested.emit(row)

    # What keys in the field mean
    def _on_below(self) -> None:
        if self.writer.words.words().strip():
            row = self.writer.row.id
            self.writer.hand_in(leaving=True)
            self.write_new(self.rows.place(row) + 1)

    def _on_removal(self) -> None:
        place = self.use.typing
        self.leave_row()
        if self.rows.rows:
            self.write(max(place - 1, 0))
        else:
            self.make_current(0)
            self.setFocus()

    def _on_escape(self) -> None:
        place = self.use.typing
        self.setFocus()
        self.leave_row()
        self.make_current(place)

    def _on_step(self, step: int) -> None:
        place, row = self.use.typing + step, self.rows.row(self.use.typing + step)
        if row is not None:
            self.write(place, 0 if step > 0 else -1)
        elif step > 0:
            self._on_escape()
            self.make_current(len(self.rows.rows))

    def _on_move(self, step: int) -> None:
        self.writer.hand_in()
        if self.writer.row.id != self.rows.draft:
            self.move_row(self.use.typing, step)

    def _on_pasted(self, lines: list[str]) -> None:
        row = self.writer.row.id
        place = self.rows.place(row)
        self.writer.close_row()
        self.paste_requested.emit(row, place, lines)
        self.write(place + len(lines) - 1)

    # What can be done to a row
    def move_row(self, place: int, step: int) -> None:
        """Move a row up (−1) or down (1)."""
        self.move_to(place, place + step)

    def move_to(self, place: int, to: int) -> None:
        """Move a row to another place."""
        row = self.rows.row(place)
        if row is not None and to != place and 0 <= to < len(self.rows.rows):
            self.move_requested.emit(row.id, to)
            self.make_current(to)
            self.show_place(to)

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
        if event.key() in (keys.Key_Delete, keys.Key_Backspace):
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
            self.over, self.use.button = -1, ""
            self.viewport().update()
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._names.get(self.button_at(event.pos())[1], ""), self)
            return True
        return super().viewportEvent(event)

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
        return menu
