"""How a cell of a table of records is painted, measured and opened for writing."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from wrapplanner.ui.editors.cell_fields import PADDING, CellText, CellWidget, cell_widget
from wrapplanner.ui.editors.wrapped import WrappedWords
from wrapplanner.ui.models.records_model import LENT, RecordsModel
from wrapplanner.ui.theme import Look

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Paints cells and opens the widget that writes one.

    `left(step)` when the person goes on from it by a key, `gone` when the focus went elsewhere.
    """

    left = Signal(int)
    gone = Signal()

    def __init__(self, look: Look, model: RecordsModel, view: QTableView) -> None:
        super().__init__(view)
        self._look, self._model, self._view = look, model, view
        self.writing: CellWidget | None = None
        self.least = look.control() + look.space(4)
        self._fonts = QFontMetrics(look.font())
        self._before = ""
        self._handing_in = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell: its words, the line under its row, the ring where the focus is."""
        look = self._look
        painter.save()
        box: QRect = option.rect
        painter.fillRect(box, look.colour("raised"))
        if index.row() < self._model.rowCount() - 1:
            painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), look.colour("line"))
        if index.column() == len(self._model.fields):
            side = look.icon_size()
            corner = box.center() - QPoint(side // 2, side // 2)
            painter.drawPixmap(corner, look.pixmap("ellipsis", "ink-soft"))
        else:
            painter.setPen(look.colour("ink-soft" if index.data(LENT) else "ink"))
            room = self._words_in(box)
            WrappedWords(str(index.data()), self._font(index), room.width()).draw(painter, room, middle=True)
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.colour("focus"), 3))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 6, 6)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room that a cell's words need in its column's width."""
        return QSize(0, self.row_height(index.row()))

    def row_height(self, row: int) -> int:
        """Return the height in pixels at which nothing in a row is cut."""
        height = self.least
        writing = self._view.currentIndex() if self.writing is not None else QModelIndex()
        for column in range(len(self._model.fields)):
            if writing.row() == row and writing.column() == column:
                height = max(height, self.writing.height_wanted() if isinstance(self.writing, CellText) else 0)
            else:
                height = max(height, self._cell_height(row, column))
        return height

    def _cell_height(self, row: int, column: int) -> int:
        room = self._view.columnWidth(column) - 2 * self._look.space(PADDING)
        words = self._model.shown(row, column)
        if "\n" not in words and self._fonts.horizontalAdvance(words) < room * 0.9:
            return self.least  # most cells: laying them out would cost a second in a table of thousands
        font = self._font(self._model.index(row, column))
        return WrappedWords(words, font, room).height + 2 * self._look.space(PADDING)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the widget that writes this cell."""
        widget = cell_widget(self._look, self._model.fields[index.column()], self._model.plan, parent)
        widget.setProperty("focusRing", "inner")
        widget.setAccessibleName(self._model.spoken(index.row(), index.column()))
        if isinstance(widget, CellText):
            widget.setPlaceholderText(str(index.data()) if index.data(LENT) else "")
        widget.paused.connect(lambda: self._hand_in(widget))
        widget.left.connect(lambda: self._on_focus_gone(widget))
        widget.went_on.connect(lambda step: self._on_left(widget, step))
        widget.cancelled.connect(lambda: self._on_cancelled(widget))
        widget.grew.connect(lambda: self.sizeHintChanged.emit(self._view.currentIndex()))
        self.writing, self._before = widget, str(index.data(Qt.ItemDataRole.EditRole))
        return widget

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Let go of the widget."""
        if editor is self.writing:
            self.writing = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show a cell's words, unless they were just handed in from there."""
        if isinstance(editor, CellWidget) and not self._handing_in:
            editor.show_words(str(index.data(Qt.ItemDataRole.EditRole)))
            if isinstance(editor, CellText) and not editor.hasFocus():
                editor.put_caret(-1)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the words in."""
        if isinstance(editor, CellWidget) and editor.words() != index.data(Qt.ItemDataRole.EditRole):
            self._handing_in = True
            self._model.write(index.row(), index.column(), editor.words())
            self._handing_in = False

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Let the widget fill the cell."""
        editor.setGeometry(option.rect.adjusted(0, 0, 0, -1))

    def eventFilter(self, editor: object, event: object) -> bool:
        """Leave the keys to the widget: it says when the person goes on."""
        return False

    def _hand_in(self, widget: CellWidget) -> None:
        if widget is self.writing:
            self.commitData.emit(widget)

    def _on_left(self, widget: CellWidget, step: int) -> None:
        self._close(widget)
        self.left.emit(step)

    def _on_cancelled(self, widget: CellWidget) -> None:
        widget.show_words(self._before)
        self._close(widget)

    def _on_focus_gone(self, widget: CellWidget) -> None:
        focus = QApplication.focusWidget()
        if widget is self.writing and focus is not None and focus.window() is widget.window():
            self._close(widget)
            self.gone.emit()

    def _close(self, widget: CellWidget) -> None:
        self._hand_in(widget)
        self.closeEditor.emit(widget, QStyledItemDelegate.EndEditHint.NoHint)

    def _font(self, index: Index) -> QFont:
        is_title = index.column() == self._model.title_column and not index.data(LENT)
        return self._look.font(weight=600 if is_title else 400)

    def _words_in(self, box: QRect) -> QRect:
        side = self._look.space(PADDING)
        return box.adjusted(side, 0, -side, 0)
