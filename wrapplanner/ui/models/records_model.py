"""Entries as rows and columns: what a table of records, folding cards and a list of signatures show and write."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from wrapplanner.domain.changes import Change, EntryAdded, EntryEdited, EntryMoved, EntryRemoved
from wrapplanner.domain.framework import Question
from wrapplanner.domain.plan import Entry, Plan, new_id
from wrapplanner.domain.text import normalise
from wrapplanner.ui.models.draft import Draft

if TYPE_CHECKING:
    from wrapplanner.ui.editors.record_fields import Field

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
LENT = Qt.ItemDataRole.UserRole + 1
"""Role: whether a cell shows words that belong elsewhere (a person's phone) or stand in for a blank."""


class RecordsModel(QAbstractTableModel):
    """The entries of one question by `fields`. It wishes for changes (`edited`) and shows a plan when told to (`show`).

    A row that was begun but says nothing yet is kept here alone, so that nothing blank ever reaches the plan.
    `refused(words)` says why the words just written are not kept, or "" when they are. `typing_moved` before words of
    another cell than the last: they are another step of Undo.
    """

    edited = Signal(object, str, bool)
    typing_moved = Signal()
    refused = Signal(str)

    def __init__(self, question: Question, fields: Sequence[Field], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.question, self.fields = question, tuple(fields)
        self.title_column = next((place for place, field in enumerate(self.fields) if not field.closed), 0)
        self.plan = Plan("")
        self.rows: list[Entry] = []
        self._draft: Draft | None = None
        self._unread: dict[tuple[str, str], str] = {}
        self._typed = ("", "")  # the cell that was written last: (entry, field)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """See Qt."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """See Qt: one column a field, and one for the menu of the row."""
        return 0 if parent.isValid() else len(self.fields) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """See Qt."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if section < len(self.fields):
            return self.fields[section].title if role == Qt.ItemDataRole.DisplayRole else None
        return {Qt.ItemDataRole.DisplayRole: "", Qt.ItemDataRole.AccessibleTextRole: self.tr("More")}.get(Qt.ItemDataRole(role))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """See Qt."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() < len(self.fields) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """See Qt."""
        if not index.isValid():
            return None
        if index.column() == len(self.fields):
            said = {
                Qt.ItemDataRole.AccessibleTextRole: self._menu_name(index.row()),
                Qt.ItemDataRole.ToolTipRole: self.tr("More"),
            }
            return said.get(Qt.ItemDataRole(role))
        if role == Qt.ItemDataRole.EditRole:
            return self.written(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.shown(index.row(), index.column())
        if role == LENT:
            return not self.written(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index.row(), index.column())
        return None

    def written(self, row: int, column: int) -> str:
        """Return the words that editing a cell starts with."""
        entry, field = self.rows[row], self.fields[column]
        return self._unread.get((entry.id, field.name), field.written(entry, self.plan))

    def shown(self, row: int, column: int) -> str:
        """Return what a cell says at rest."""
        entry, field = self.rows[row], self.fields[column]
        return self._unread.get((entry.id, field.name)) or field.shown(entry, self.plan) or field.blank

    def spoken(self, row: int, column: int) -> str:
        """Return a cell for a screen reader: the column, its words, the place of the row."""
        words = self.shown(row, column) or self.tr("blank")
        return self.tr("{0}: {1}, row {2} of {3}").format(self.fields[column].title, words, row + 1, len(self.rows))

    def row_of(self, entry: str) -> int:
        """Return the row of an entry, -1 where it is not shown."""
        return next((row for row, each in enumerate(self.rows) if each.id == entry), -1)

    def show(self, plan: Plan) -> None:
        """Show a plan's answer; rows that stay keep their indexes, so focus and open editors stay too."""
        lent_differs = plan.people is not self.plan.people
        self.plan = plan
        wanted = list(plan.entries(self.question.id))
        ids = [each.id for each in wanted]
        if self._draft is not None and self._draft.id not in ids:
            wanted.insert(self._draft.place(ids), self.rows[self.row_of(self._draft.id)])
        self._sync(wanted, all_differ=lent_differs)

    def write(self, row: int, column: int, words: str) -> None:
        """Wish for a cell to say `words`; a row that was only begun enters the plan with its first words."""
        entry, field = self.rows[row], self.fields[column]
        words = normalise(words, single_line=not field.several_lines) if words.strip() else ""
        self._unread.pop((entry.id, field.name), None)
        try:
            written = field.with_words(entry, words, self.plan)
        except ValueError:
            self._unread[entry.id, field.name] = words
            self.refused.emit(field.reason)
            return
        self.refused.emit("")
        if written == entry:
            return
        if (entry.id, field.name) != self._typed:
            self._typed = entry.id, field.name
            self.typing_moved.emit()
        if not self.is_draft(row):
            self._wish(EntryEdited(self.question.id, written), self.tr("Write in a row"), typing=True)
        elif not written.is_blank:
            self._draft = None
            self._wish(EntryAdded(self.question.id, written, row), self.tr("Add a row"), typing=True)

    def begin(self, row: int) -> None:
        """Begin a blank row at a place, which shows here until words reach it."""
        self.forget()
        row = min(row, len(self.rows))
        entry = Entry(new_id())
        self._draft = Draft(entry.id, row, [each.id for each in self.rows])
        self._sync([*self.rows[:row], entry, *self.rows[row:]])

    def add(self, entry: Entry) -> None:
        """Wish for an entry at the end."""
        self.forget()
        self._wish(EntryAdded(self.question.id, entry, len(self.rows)), self.tr("Add a row"))

    def forget(self) -> None:
        """Let go of a row that was begun and never written."""
        if self._draft is not None:
            self._draft = None
            self._sync(list(self.plan.entries(self.question.id)))

    def leave(self, entry: str) -> None:
        """Take a row out that says nothing, now that it was left."""
        if self._draft is not None and entry == self._draft.id:
            self.forget()
        elif (row := self.row_of(entry)) >= 0 and self.rows[row].is_blank and not self._waits(entry):
            self._wish(EntryRemoved(self.question.id, entry), self.tr("Take out a blank row"))

    def remove(self, row: int) -> None:
        """Wish for a row to be taken out; it can be undone."""
        if self.is_draft(row):
            self.forget()
        else:
            self._wish(EntryRemoved(self.question.id, self.rows[row].id), self.tr("Take out a row"))

    def move(self, row: int, place: int) -> None:
        """Wish for a row to stand at another place; outside the list nothing happens."""
        if 0 <= place < len(self.rows) and place != row and self._draft is None:
            self._wish(EntryMoved(self.question.id, self.rows[row].id, place), self.tr("Move a row"))

    def is_draft(self, row: int) -> bool:
        """Whether a row was begun and says nothing yet."""
        return self._draft is not None and self.rows[row].id == self._draft.id

    def _waits(self, entry: str) -> bool:
        return any(name == entry for name, _ in self._unread)

    def _menu_name(self, row: int) -> str:
        return self.tr("More for row {0} of {1}").format(row + 1, len(self.rows))

    def _wish(self, change: Change, words: str, *, typing: bool = False) -> None:
        self.edited.emit(change, words, typing)

    def _sync(self, wanted: list[Entry], *, all_differ: bool = False) -> None:
        """Show these rows, telling Qt of runs that came and went, so that whatever stays keeps its index."""
        keep = {each.id for each in wanted}
        for first, last in _runs([row for row, each in enumerate(self.rows) if each.id not in keep]):
            self.beginRemoveRows(_ROOT, first, last)
            del self.rows[first : last + 1]
            self.endRemoveRows()
        known = {each.id for each in self.rows}
        for first, last in reversed(_runs([row for row, each in enumerate(wanted) if each.id not in known])):
            self.beginInsertRows(_ROOT, first, last)
            self.rows[first:first] = wanted[first : last + 1]
            self.endInsertRows()
        for row, entry in enumerate(wanted):
            if self.rows[row].id != entry.id:
                old = self.row_of(entry.id)
                self.beginMoveRows(_ROOT, old, old, _ROOT, row)
                self.rows.insert(row, self.rows.pop(old))
                self.endMoveRows()
        changed = [row for row, entry in enumerate(wanted) if all_differ or entry is not self.rows[row]]
        self.rows = wanted
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], len(self.fields)))


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Return (first, last) of each run of neighbours, the last run first."""
    runs: list[tuple[int, int]] = []
    for row in reversed(rows):
        if runs and runs[-1][0] == row + 1:
            runs[-1] = (row, runs[-1][1])
        else:
            runs.append((row, row))
    return runs
