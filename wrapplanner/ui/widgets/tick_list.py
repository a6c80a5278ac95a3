"""A list of rows to tick, the whole row being the target."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wrapplanner.ui.editors.wrapping import draw_words, words_height
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.controls import paint_tick_box
from wrapplanner.ui.widgets.marks import paint_mark

_Index = QModelIndex | QPersistentModelIndex
_DATA, _MARK = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
ROWS_SHOWN, LEAST_ROWS = 8, 2


class TickList(QListWidget):
    """Rows of words to tick, with a mark before each unless it is '', and headings between. Enter asks to put them in."""

    put_in_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("rows", True)
        self.setProperty("focusRing", "none")
        self.setItemDelegate(_TickDelegate(look, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)

    def add_row(self, words: str, data: object, mark: str = "") -> None:
        """Add a row that can be ticked; it is not."""
        item = QListWidgetItem(words)
        item.setData(_DATA, data)
        item.setData(_MARK, mark)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
        self.addItem(item)

    def add_heading(self, words: str) -> None:
        """Add words that name the rows after them."""
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.addItem(item)

    def ticked(self) -> list[Any]:
        """Return the data of the rows that are ticked."""
        return [item.data(_DATA) for item in self.all_items() if item.checkState() is Qt.CheckState.Checked and _is_row(item)]

    def all_items(self) -> list[QListWidgetItem]:
        """Return all rows and headings."""
        return [self.item(at) for at in range(self.count())]

    def sizeHint(self) -> QSize:
        """Return room for some rows."""
        return self._room_for(ROWS_SHOWN)

    def minimumSizeHint(self) -> QSize:
        """Return room for a few rows: the rest is scrolled to."""
        return self._room_for(LEAST_ROWS)

    def _room_for(self, rows: int) -> QSize:
        high = sum(max(self.sizeHintForRow(at), self._look.control()) for at in range(min(self.count(), rows)))
        return QSize(200, high + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.put_in_requested.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        item = self.itemAt(event.position().toPoint())
        if item is not None and _is_row(item) and event.button() is Qt.MouseButton.LeftButton:
            ticked = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)


class _TickDelegate(QStyledItemDelegate):
    """Tick, mark, name; the whole row is the target, so Qt's own little box takes no clicks."""

    def __init__(self, look: Look, parent: QListWidget) -> None:
        super().__init__(parent)
        self._look, self._list = look, parent
        self._metrics = QFontMetrics(look.font())

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._list.viewport().width()
        high = words_height(index.data(), self._look.font(), self._metrics, max(width - self._left(index) - 12, 40))
        return QSize(width, max(high + 24, self._look.control() + 4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            self._paint_heading(painter, option.rect, index)
            return
        look, rect = self._look, option.rect
        ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(rect, look.colour("accent-soft" if ticked else "surface" if over else "raised"))
        if index.row():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawLine(rect.topLeft(), rect.topRight())
        side, middle = look.icon_size(22), rect.center().y() + 1
        paint_tick_box(painter, look, QRectF(rect.left() + 12, middle - side / 2, side, side), ticked=ticked)
        if index.data(_MARK):
            mark = look.icon_size(24)
            box = QRectF(rect.left() + 12 + side + 12, middle - mark / 2, mark, mark)
            paint_mark(painter, look, box, index.data(_MARK), "ink-soft", look.colour("rail"), 16)
        painter.setPen(look.colour("ink"))
        left = self._left(index)
        words = QRect(rect.left() + left, rect.top(), rect.width() - left - 12, rect.height())
        high = words_height(index.data(), look.font(), self._metrics, words.width())
        draw_words(painter, words.adjusted(0, (rect.height() - high) // 2, 0, 0), index.data(), look.font())
        if self._list.hasFocus() and index == self._list.currentIndex():
            painter.setPen(QPen(look.colour("focus"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)

    def editorEvent(self, event: QEvent, model: object, option: QStyleOptionViewItem, index: _Index) -> bool:
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick):
            return False
        return super().editorEvent(event, model, option, index)  # type: ignore[arg-type]

    def _paint_heading(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        painter.fillRect(rect, self._look.colour("surface"))
        painter.setPen(self._look.colour("ink"))
        draw_words(painter, rect.adjusted(12, 12, -12, 0), index.data(), self._look.font(weight=600))

    def _left(self, index: _Index) -> int:
        mark = self._look.icon_size(24) + 12 if index.data(_MARK) else 0
        return 12 + self._look.icon_size(22) + 12 + mark


def _is_row(item: QListWidgetItem) -> bool:
    return bool(item.flags() & Qt.ItemFlag.ItemIsUserCheckable)
