"""The agenda at the presenter's side: what has been, what is now, what comes; rows move, get other minutes, are added."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from wrapplanner.facilitator.model.running import Running
from wrapplanner.ui.theme import Look

_ID, _STATE, _MINUTES = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_BEEN, _NOW, _TO_COME = "check", "chevron-right", ""


class Agenda(QListWidget):
    """`go_requested(item)`; `move_requested(item, place afterwards)`; `minutes_requested(item)`; `removal_requested(item)`."""

    go_requested = Signal(str)
    move_requested = Signal(str, int)
    minutes_requested = Signal(str)
    removal_requested = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(self.tr("Agenda"))
        self.setProperty("side", True)
        self.setProperty("focusRing", "none")
        self.setItemDelegate(_Row(look, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setMouseTracking(True)
        self.itemActivated.connect(self._on_activated)
        self.itemClicked.connect(self._on_activated)
        self._shown: tuple[object, ...] = ()

    def show_running(self, running: Running) -> None:
        """Show the agenda of a session that runs."""
        shown = (running.session.items, running.at)
        if shown == self._shown:
            return
        self._shown = shown
        current = self._current_id()
        self.clear()
        for place, item in enumerate(running.session.items):
            state = _BEEN if place < running.place else _NOW if place == running.place else _TO_COME
            row = QListWidgetItem(item.title)
            row.setData(_ID, item.id)
            row.setData(_STATE, state)
            row.setData(_MINUTES, self.tr("{0} min").format(item.minutes))
            row.setData(Qt.ItemDataRole.AccessibleTextRole, self._said(item.title, item.minutes, state))
            self.addItem(row)
            if item.id == (current if any(each.id == current for each in running.session.items) else running.at):
                self.setCurrentItem(row)
        self.scrollToItem(self.item(running.place))

    def _said(self, title: str, minutes: int, state: str) -> str:
        states = {_BEEN: self.tr("done"), _NOW: self.tr("on the screen now"), _TO_COME: self.tr("to come")}
        return self.tr("{0}, {1} minutes, {2}").format(title, minutes, states[state])

    def keyboardSearch(self, search: str) -> None:
        """Stay: a letter typed by mistake leads nowhere."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to an item, move it, change its minutes, take it out."""
        row, keys = self.currentRow(), Qt.Key
        item = self._current_id()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() in (keys.Key_Up, keys.Key_Down):
            self._move(row, row + (-1 if event.key() == keys.Key_Up else 1))
        elif event.key() in (keys.Key_Return, keys.Key_Enter) and not event.modifiers():
            self.go_requested.emit(item)
        elif event.key() == keys.Key_F2:
            self.minutes_requested.emit(item)
        elif event.key() == keys.Key_Delete:
            self.removal_requested.emit(item)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a row, by the mouse or the menu key."""
        row = self.currentItem()
        if row is None:
            return
        menu, place, item = QMenu(self), self.currentRow(), self._current_id()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        doings: tuple[tuple[str, Callable[[], None]], ...] = (
            (self.tr("Show it now"), lambda: self.go_requested.emit(item)),
            (self.tr("Change its minutes"), lambda: self.minutes_requested.emit(item)),
            (self.tr("Move up"), lambda: self._move(place, place - 1)),
            (self.tr("Move down"), lambda: self._move(place, place + 1)),
            (self.tr("Take it off the agenda"), lambda: self.removal_requested.emit(item)),
        )
        for words, act in doings:
            menu.addAction(words).triggered.connect(act)
        at = self.visualItemRect(row).center() if event.reason() == QContextMenuEvent.Reason.Keyboard else event.pos()
        menu.popup(self.viewport().mapToGlobal(at))

    def dropEvent(self, event: object) -> None:
        """Wish for the place where a dragged row was let go; the agenda itself says when it stands there."""
        at = self.indexAt(event.position().toPoint())  # type: ignore[attr-defined]
        here, place = self.currentRow(), at.row() if at.isValid() else self.count() - 1
        below = self.dropIndicatorPosition() == QAbstractItemView.DropIndicatorPosition.BelowItem
        event.setDropAction(Qt.DropAction.IgnoreAction)  # type: ignore[attr-defined]
        event.accept()  # type: ignore[attr-defined]
        if at.isValid():
            place += below
            place -= place > here
        self._move(here, place)

    def _move(self, here: int, place: int) -> None:
        if 0 <= place < self.count() and place != here:
            self.move_requested.emit(self.item(here).data(_ID), place)

    def _current_id(self) -> str:
        row = self.currentItem()
        return str(row.data(_ID)) if row is not None else ""

    def _on_activated(self, row: QListWidgetItem) -> None:
        if self.hasFocus():
            self.go_requested.emit(row.data(_ID))


class _Row(QStyledItemDelegate):
    """A mark, the title over as many lines as it takes, the minutes."""

    def __init__(self, look: Look, parent: Agenda) -> None:
        super().__init__(parent)
        self._look, self._list = look, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height that the title takes beside its minutes."""
        room = QRect(0, 0, self._list.viewport().width(), 0)
        words = QFontMetrics(self._look.font("body", 600 if index.data(_STATE) == _NOW else 400)).boundingRect(
            self._title_box(room, index).adjusted(0, 0, 0, 9999), int(Qt.TextFlag.TextWordWrap), str(index.data())
        )
        return QSize(room.width(), max(self._look.control(), words.height() + self._look.space(16)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint the row; the one on the screen is marked by ground, weight, colour and a chevron."""
        look, state = self._look, index.data(_STATE)
        box = option.rect
        now, chosen = state == _NOW, index.row() == self._list.currentRow() and self._list.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = box.contains(self._list.viewport().mapFromGlobal(self._list.cursor().pos()))
        if now or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent-soft" if now else "raised"))
            painter.drawRoundedRect(QRectF(box), 8, 8)
        if chosen:
            painter.setPen(QPen(look.colour("focus"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
        side = look.icon_size(16)
        if state:
            icon = look.pixmap(state, "accent", 16)
            painter.drawPixmap(box.left() + look.space(10), box.center().y() - side // 2, icon)
        painter.setFont(look.font("body", 600 if now else 400))
        painter.setPen(look.colour("accent" if now else "ink-soft" if state == _BEEN else "ink"))
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(self._title_box(box, index), flags, str(index.data()))
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("ink" if now else "ink-soft"))
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(box.adjusted(0, 0, -look.space(12), 0), right, str(index.data(_MINUTES)))
        painter.restore()

    def _title_box(self, box: QRect, index: QModelIndex | QPersistentModelIndex) -> QRect:
        look = self._look
        minutes = QFontMetrics(look.font("caption")).horizontalAdvance(str(index.data(_MINUTES)))
        left = look.space(10) + look.icon_size(16) + look.space(12)
        return box.adjusted(left, 0, -(minutes + look.space(20)), 0)
