"""Records as a table: a header, rows of 48, a cell that is written in place, a menu a row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from wrapplanner.ui.editors.cell_delegate import CellDelegate
from wrapplanner.ui.editors.room import column_widths, reveal
from wrapplanner.ui.editors.spoken import CurrentTeller
from wrapplanner.ui.models.records_model import RecordsModel
from wrapplanner.ui.theme import Look


class RecordsTable(QTableView):
    """The table. Tab goes to the next cell and makes a row at the end while writing; `menu_requested(row, place)`."""

    menu_requested = Signal(int, QPoint)

    def __init__(self, look: Look, model: RecordsModel, name: str) -> None:
        super().__init__()
        self._look, self._records = look, model
        self._teller = CurrentTeller(self)
        self._build(name)
        self._connect()

    def flush(self) -> None:
        """Hand in what is being written."""
        if self._cells.writing is not None:
            self.commitData(self._cells.writing)

    def write_cell(self, row: int, column: int) -> None:
        """Open a cell for writing."""
        index = self._records.index(row, column)
        if self._cells.writing is not None and index == self.currentIndex():
            self._cells.writing.setFocus()
            return
        self.setFocus()
        self.setCurrentIndex(index)
        self.edit(index)

    def join(self, joined: bool) -> None:
        """Leave the foot square, for a row that stands right under the table."""
        if self.property("joined") != joined:
            self.setProperty("joined", joined)
            self.style().unpolish(self)
            self.style().polish(self)

    def fit(self) -> None:
        """Give columns and rows the room that their words need, and the table the height of its rows."""
        self._fit_columns()
        self._fit_rows(0, self._records.rowCount() - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        if self._fit_columns():
            self._fit_rows(0, self._records.rowCount() - 1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin in the first cell."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._records.rowCount():
            self.setCurrentIndex(self._records.index(0, 0))
        self._teller.soon()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave the row when the focus leaves the table."""
        super().focusOutEvent(event)
        self.viewport().update()
        self._leave_later(self.currentIndex())

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        """Forget the field first: it loses the focus as it closes, and has nothing more to hand in."""
        self._cells.writing = None
        super().closeEditor(editor, hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rows by Insert, Delete and Alt with the arrows; cells by Enter, F2, Tab and typing."""
        index, key, alt = self.currentIndex(), event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if not index.isValid() or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif alt and key in steps:
            self._records.move(index.row(), index.row() + steps[Qt.Key(key)])
        elif key == Qt.Key.Key_Insert:
            self._records.begin(index.row() + 1)
            self.write_cell(index.row() + 1, 0)
        elif key == Qt.Key.Key_Delete:
            self._records.remove(index.row())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space):
            self._open(index)
        elif key == Qt.Key.Key_Escape:
            event.ignore()
            self._records.forget()
        elif event.text() and event.text().isprintable():
            self._type(index, event)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Go from cell to cell; past the first or the last the focus leaves the table."""
        return self._step(1 if next else -1) or super().focusNextPrevChild(next)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a cell; press again to write in it."""
        index = self.indexAt(event.position().toPoint())
        again = index.isValid() and index == self.currentIndex() and self.hasFocus()
        super().mousePressEvent(event)
        if index.isValid() and (again or index.column() == len(self._records.fields)):
            self._open(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the row, by key or by mouse."""
        index = self.currentIndex()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        if index.isValid():
            self.menu_requested.emit(index.row(), self._corner(index))

    def _build(self, name: str) -> None:
        self.setModel(self._records)
        self._cells = CellDelegate(self._look, self._records, self)
        self.setItemDelegate(self._cells)
        self.setAccessibleName(name)
        self.setObjectName("records")
        self.setProperty("focusRing", "none")
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self._cells.least)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(1)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
        header.setFixedHeight(self._look.text("caption") + self._look.space(26))

    def _connect(self) -> None:
        model = self._records
        model.rowsInserted.connect(lambda _, first, last: self._fit_some(first, last))
        model.rowsRemoved.connect(lambda: self._fit_some(0, -1))
        model.rowsMoved.connect(self.fit)
        model.dataChanged.connect(lambda first, last: self._fit_some(first.row(), last.row()))
        self._cells.left.connect(self._on_left)
        self._cells.gone.connect(lambda: self._leave_later(self.currentIndex()))
        self._cells.sizeHintChanged.connect(self._on_grown)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def _open(self, index: QModelIndex) -> None:
        if index.column() == len(self._records.fields):
            self.menu_requested.emit(index.row(), self._corner(index))
        else:
            self.write_cell(index.row(), index.column())

    def _type(self, index: QModelIndex, event: QKeyEvent) -> None:
        if index.column() < len(self._records.fields):
            self.write_cell(index.row(), index.column())
            if self._cells.writing is not None:
                self._cells.writing.keyPressEvent(event)

    def _corner(self, index: QModelIndex) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())

    def _step(self, step: int, *, grow: bool = False) -> bool:
        """Go to the next or the last cell; with `grow` begin a row past the end. False where there is none."""
        index, count = self.currentIndex(), len(self._records.fields)
        if not index.isValid():
            return False
        place = index.row() * count + min(index.column(), count - 1) + step
        if grow and place == self._records.rowCount() * count and not self._records.is_draft(index.row()):
            self._records.begin(self._records.rowCount())
        if not 0 <= place < self._records.rowCount() * count:
            return False
        self.setCurrentIndex(self._records.index(place // count, place % count))
        return True

    def _on_left(self, step: int) -> None:
        self.setFocus()
        if step and self._step(step, grow=step > 0):
            self.edit(self.currentIndex())
        elif step:
            super().focusNextPrevChild(step > 0)

    def _on_current_changed(self, now: QModelIndex, before: QModelIndex) -> None:
        if before.isValid() and now.row() != before.row():
            self._leave_later(before)
        self._teller.soon()
        if now.isValid():
            reveal(self, self.visualRect(now))

    def _leave_later(self, index: QModelIndex) -> None:
        """Leave a row once Qt is done with moving: rows may go then."""
        if 0 <= index.row() < self._records.rowCount():
            entry = self._records.rows[index.row()].id
            QTimer.singleShot(0, self, lambda: self._leave(entry))

    def _leave(self, entry: str) -> None:
        focus = QApplication.focusWidget()
        here = focus is None or focus is self or self.isAncestorOf(focus)
        if not (here and self._records.row_of(entry) == self.currentIndex().row()):
            self._records.leave(entry)

    def _fit_some(self, first: int, last: int) -> None:
        """Fit the rows that changed, or all where the columns change with them."""
        if self._fit_columns():
            first, last = 0, self._records.rowCount() - 1
        self._fit_rows(first, last)

    def _fit_columns(self) -> bool:
        """Give the columns their widths, but never under somebody's hands. Return whether one changed."""
        if self._cells.writing is not None:
            return False
        widths = column_widths(self._look, self._records, self.viewport().width())
        changed = [column for column, width in enumerate(widths) if self.columnWidth(column) != width]
        for column in changed:
            self.setColumnWidth(column, widths[column])
        return bool(changed)

    def _on_grown(self, index: QModelIndex) -> None:
        self._fit_rows(index.row(), index.row())

    def _fit_rows(self, first: int, last: int) -> None:
        for row in range(first, last + 1):
            height = self._cells.row_height(row)
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)
        self.setFixedHeight(self.horizontalHeader().height() + self.verticalHeader().length() + 2 * self.frameWidth())
