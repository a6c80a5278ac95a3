"""Picking tools of the toolbox for a list: a field that filters, and rows to tick."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from wrapplanner.domain.plan import Tool
from wrapplanner.domain.text import folded
from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.editors.line_field import LineField
from wrapplanner.ui.editors.wrapping import draw_words, words_height
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.controls import paint_tick_box
from wrapplanner.ui.widgets.marks import paint_mark
from wrapplanner.ui.widgets.words import words as label

_Index = QModelIndex | QPersistentModelIndex
_ID, _MARK = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
ROWS_SHOWN = 6


class ToolPicker(Dialog):
    """`tools_picked(ids)` in the toolbox's order. Down goes from the field to the rows, Space ticks, Enter puts them in."""

    tools_picked = Signal(list)

    def __init__(self, look: Look, tools: Sequence[Tool], mark: Callable[[Tool], str], parent: QWidget) -> None:
        super().__init__(look, parent.tr("From my toolbox"), parent)
        if not tools:
            self.body.addWidget(label(self.tr("All your tools are in this list already.")))
            self.add_button(self.tr("Back to my list"), self.reject, "main", safe=True)
            return
        self.filter = LineField()
        self.filter.setAccessibleName(self.tr("Find a tool"))
        self.filter.setPlaceholderText(self.tr("Find a tool"))
        self.body.addWidget(self.filter)
        self.list = _TickList(look)
        self.list.setAccessibleName(self.tr("My tools"))
        for tool in tools:
            self._add(tool, mark(tool))
        self.body.addWidget(self.list, 1)
        self.filter.textEdited.connect(self._on_filter)
        self.filter.installEventFilter(self)
        self.list.put_in_requested.connect(self._on_put)
        self.add_button(self.tr("Not now"), self.reject, "back")
        self.add_button(self.tr("Put them in"), self._on_put, "main")
        self.focus_first(self.filter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go down into the list from the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_put()
                return True
        return super().eventFilter(watched, event)

    def _add(self, tool: Tool, mark: str) -> None:
        item = QListWidgetItem(tool.name)
        item.setData(_ID, tool.id)
        item.setData(_MARK, mark)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, tool.name)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
        self.list.addItem(item)

    def _on_filter(self, words: str) -> None:
        wanted = folded(words.strip())
        for item in self.list.all_items():
            item.setHidden(wanted not in folded(item.text()))
        first = next((item for item in self.list.all_items() if not item.isHidden()), None)
        if first is not None:
            self.list.setCurrentItem(first)

    def _on_put(self) -> None:
        ticked = [item.data(_ID) for item in self.list.all_items() if item.checkState() is Qt.CheckState.Checked]
        self.accept()
        if ticked:
            self.tools_picked.emit(ticked)


class _TickList(QListWidget):
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

    def all_items(self) -> list[QListWidgetItem]:
        return [self.item(at) for at in range(self.count())]

    def sizeHint(self) -> QSize:
        high = sum(max(self.sizeHintForRow(at), self._look.control()) for at in range(min(self.count(), ROWS_SHOWN)))
        return QSize(200, high + 4)

    minimumSizeHint = sizeHint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.put_in_requested.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        item = self.itemAt(event.position().toPoint())
        if item is not None and event.button() is Qt.MouseButton.LeftButton:
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
        high = words_height(index.data(), self._look.font(), self._metrics, max(width - self._left() - 12, 40))
        return QSize(width, max(high + 24, self._look.control() + 4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
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
        mark = look.icon_size(24)
        box = QRectF(rect.left() + 12 + side + 12, middle - mark / 2, mark, mark)
        paint_mark(painter, look, box, index.data(_MARK), "ink-soft", look.colour("rail"), 16)
        painter.setPen(look.colour("ink"))
        words = QRect(rect.left() + self._left(), rect.top(), rect.width() - self._left() - 12, rect.height())
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

    def _left(self) -> int:
        return 12 + self._look.icon_size(22) + 12 + self._look.icon_size(24) + 12
