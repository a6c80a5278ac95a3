"""Records in the form that fits their room: a table, or cards."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wrapplanner.ui.editors.records_cards import RecordCards
from wrapplanner.ui.editors.records_table import RecordsTable
from wrapplanner.ui.editors.room import menu_room
from wrapplanner.ui.models.records_model import RecordsModel
from wrapplanner.ui.theme import Look

LEAST_COLUMN = 140


class FoldingRecords(QWidget):
    """The table, or cards when a column would get less than 140 pixels at 100 % text."""

    menu_requested = Signal(str, QPoint)
    folded = Signal()

    def __init__(self, look: Look, model: RecordsModel, name: str) -> None:
        super().__init__()
        self._look, self._model = look, model
        self.is_folded = False
        self.table = RecordsTable(look, model, name)
        self.cards: RecordCards | None = None
        self._name = name
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.table.menu_requested.connect(lambda row, place: self.menu_requested.emit(model.rows[row].id, place))

    def flush(self) -> None:
        """Hand in what is being written."""
        self.table.flush()
        if self.cards is not None:
            self.cards.flush()

    def write_cell(self, row: int, column: int) -> None:
        """Open a cell for writing."""
        (self.cards if self.is_folded and self.cards else self.table).write_cell(row, column)

    def focus_row(self, row: int) -> None:
        """Put the focus on a row or its card."""
        if self.is_folded and self.cards:
            self.cards.focus_card(row)
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.setCurrentIndex(self._model.index(row, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        room = (self.width() - menu_room(self._look)) / len(self._model.fields)
        self._fold(room < LEAST_COLUMN * self._look.scale)
        if self.cards is not None:
            self.cards.set_width(self.width())

    def _fold(self, folded: bool) -> None:
        if folded == self.is_folded:
            return
        self.flush()
        row, had_focus = self._row_in_use()
        self.is_folded = folded
        if self.cards is None:
            self.cards = RecordCards(self._look, self._model, self._name)
            self.cards.menu_requested.connect(self.menu_requested)
            self.layout().addWidget(self.cards)  # type: ignore[union-attr]
        self.table.setVisible(not folded)
        self.cards.setVisible(folded)
        if had_focus and row >= 0:
            self.focus_row(row)
        self.folded.emit()

    def _row_in_use(self) -> tuple[int, bool]:
        focus = self.window().focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        if self.is_folded and self.cards:
            return self._model.row_of(self.cards.place()[0]), inside
        return self.table.currentIndex().row(), inside
