"""Rows with declared columns: a table where there is room, cards where there is not."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from wrapplanner.domain.changes import EntryAdded
from wrapplanner.domain.plan import Entry, new_id
from wrapplanner.ui.editors.add_row import AddRow
from wrapplanner.ui.editors.adding_editor import AddingEditor
from wrapplanner.ui.editors.cell_fields import CellWidget
from wrapplanner.ui.editors.folding_records import FoldingRecords
from wrapplanner.ui.editors.record_fields import Field, fields_of
from wrapplanner.ui.models.records_model import RecordsModel
from wrapplanner.ui.widgets.message import announce
from wrapplanner.ui.widgets.words import words


class RecordsEditor(AddingEditor):
    """Edits the rows of a records question."""

    def add(self) -> None:
        """Begin a row at the end and write in it; nothing is kept until it says something."""
        self.flush()
        self._model.begin(self._model.rowCount())
        self._show_parts()
        self._records.write_cell(self._model.rowCount() - 1, 0)

    def refresh(self) -> None:
        """See Editor."""
        self._model.show(self.session.plan)
        self._show_parts()

    def flush(self) -> None:
        """See Editor."""
        self._records.flush()

    def focus_start(self) -> None:
        """See Editor: the first row, or the button that adds one."""
        if self._model.rowCount():
            self._records.focus_row(0)  # the last one might scroll the question out of sight
        else:
            self._add_row.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_entry(self, entry: str) -> None:
        """See Editor."""
        row = self._model.row_of(entry)
        if row >= 0:
            self._records.focus_row(row)

    def take_idea(self, idea: str) -> None:
        """See Editor: the idea is a row's first words."""
        entry = Entry(new_id())
        field = next(field for field in self._model.fields if not field.closed)
        written = field.with_words(entry, idea, self.session.plan)
        self.edited.emit(
            EntryAdded(self.question.id, written, len(self.session.plan.entries(self.question.id))),
            self.tr("Add an idea"),
            False,
        )

    def has_words(self, idea: str) -> bool:
        """See Editor."""
        plan = self.session.plan
        field = next(field for field in self._model.fields if not field.closed)
        return any(field.written(entry, plan) == idea for entry in plan.entries(self.question.id))

    def fields(self) -> tuple[Field, ...]:
        """Return what the columns are."""
        return fields_of(self.question)

    def _build(self) -> None:
        self._model = RecordsModel(self.question, self.fields(), self)
        self._records = FoldingRecords(self.look, self._model, self.question.title)
        self._add_row = AddRow(self.look, self.add_words)
        self._reason = words("", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._records)
        self._gap = QWidget()
        self._gap.setFixedHeight(self.look.space(12))
        column.addWidget(self._gap)
        column.addWidget(self._add_row)
        column.addWidget(self._reason)
        self._reason.setContentsMargins(0, self.look.space(8), 0, 0)
        self._reason.hide()
        self._hint = words(
            self.tr("Enter writes in a cell · Tab goes on · Insert adds · Delete takes out · Alt + ↑ ↓ moves"), "caption"
        )
        self._hint.setContentsMargins(0, self.look.space(8), 0, 0)
        column.addWidget(self._hint)

    def _connect(self) -> None:
        self._model.edited.connect(self.edited)
        self._model.typing_moved.connect(self.end_step)
        self._model.refused.connect(self._on_refused)
        self._model.rowsInserted.connect(self._show_parts)
        self._model.rowsRemoved.connect(self._show_parts)
        self._records.menu_requested.connect(self._on_menu)
        self._records.folded.connect(self._show_parts)
        self._add_row.clicked.connect(self.add)
        self._add_row.typed.connect(self._on_typed)

    def _show_parts(self) -> None:
        """Show the rows if there are any, and the adding row where it belongs."""
        any_rows = bool(self._model.rowCount())
        joined = any_rows and not self._records.is_folded
        self._add_row.setVisible(self._adds_at_end or not any_rows)
        focus = QApplication.focusWidget()
        if not any_rows and focus is not None and self._records.isAncestorOf(focus):
            self._add_row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._records.setVisible(any_rows)
        self._hint.setVisible(any_rows and self._adds_at_end and self.look.hints)
        self._add_row.join(joined)
        self._records.table.join(joined and self._add_row.isVisibleTo(self))
        self._gap.setVisible(any_rows and not joined and self._add_row.isVisibleTo(self))

    def _on_typed(self, event: QKeyEvent) -> None:
        """Begin a row with the letter."""
        self.add()
        field = QApplication.focusWidget()
        if isinstance(field, CellWidget):
            field.keyPressEvent(event)

    def _on_refused(self, reason: str) -> None:
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        if reason:
            announce(self._reason, reason)

    def _on_menu(self, entry: str, place: QPoint) -> None:
        row, last = self._model.row_of(entry), self._model.rowCount() - 1
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.look.icon("pencil"), self.tr("Write in it"), lambda: self._records.write_cell(row, 0))
        if row > 0:
            menu.addAction(self.look.icon("arrow-up"), self.tr("Move up"), lambda: self._model.move(row, row - 1))
        if row < last:
            menu.addAction(self.look.icon("arrow-down"), self.tr("Move down"), lambda: self._model.move(row, row + 1))
        menu.addSeparator()
        menu.addAction(self.look.icon("trash-2"), self.tr("Take it out"), lambda: self._on_take_out(row))
        menu.popup(place)

    def _on_take_out(self, row: int) -> None:
        self._model.remove(row)
        if self._model.rowCount():
            self._records.focus_row(min(row, self._model.rowCount() - 1))
