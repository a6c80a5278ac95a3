"""The rows of a list that is being written: a list model whose last row is always “Add another”."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wrapplanner.ui.models.draft import Draft

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """What one row shows. `mark` is an icon's name or ''; `note` stands under the words; `kind` is spoken after them.

    `keepable` rows offer “Keep in my toolbox”.
    """

    id: str
    words: str = ""
    note: str = ""
    mark: str = ""
    kind: str = ""
    keepable: bool = False


class RowsModel(QAbstractListModel):
    """Rows, perhaps with one draft among them (a new line that the plan does not hold yet), then the adding row.

    `version` is another number after every change of the rows.
    """

    def __init__(self, add: str, parent: QObject | None = None) -> None:
        """`add` is what the adding row says; '' for a list without one."""
        super().__init__(parent)
        self.add = add
        self.rows: list[Row] = []
        self._draft: Draft | None = None
        self.version = 0
        self._places: dict[str, int] = {}  # made when it is asked for

    def rowCount(self, parent: _Index = _TOP) -> int:
        """Return the number of rows, the adding row among them."""
        return 0 if parent.isValid() else len(self.rows) + bool(self.add)

    def row(self, place: int) -> Row | None:
        """Return the row at a place, or None for the adding row."""
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def place(self, row: str) -> int:
        """Return the place of a row by its id, or -1."""
        if not self._places:
            self._places = {each.id: at for at, each in enumerate(self.rows)}
        return self._places.get(row, -1)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows and what a screen reader says of it: its words, and “3 of 7”."""
        row = self.row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words if row else self.add
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row) if row else self.add
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.position(index.row())
        return None

    def position(self, place: int) -> str:
        """Return “3 of 7”, or nothing for the adding row."""
        return self.tr("{0} of {1}").format(place + 1, len(self.rows)) if self.row(place) else ""

    def _spoken(self, row: Row) -> str:
        return ", ".join(filter(None, (row.words or self.tr("Empty line"), row.note, row.kind)))

    @property
    def draft(self) -> str:
        """The id of the draft, or ''."""
        return self._draft.id if self._draft else ""

    def start_draft(self, row: Row, place: int) -> None:
        """Put a new line in at a place; only one can be there at a time."""
        self.drop_draft()
        place = min(place, len(self.rows))
        self._draft = Draft(row.id, place, [each.id for each in self.rows])
        self.beginInsertRows(_TOP, place, place)
        self.rows.insert(place, row)
        self._touched()
        self.endInsertRows()

    def drop_draft(self) -> None:
        """Take the draft away, if there is one."""
        place = self.place(self.draft) if self._draft else -1
        self._draft = None
        if place >= 0:
            self.beginRemoveRows(_TOP, place, place)
            del self.rows[place]
            self._touched()
            self.endRemoveRows()

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows, telling only what differs from before; a draft keeps its place (see Draft)."""
        wanted = self._with_draft(list(rows))
        first, last = difference(self.rows, wanted)
        old, new = self.rows[first : len(self.rows) - last], wanted[first : len(wanted) - last]
        if [row.id for row in old] == [row.id for row in new]:
            self.rows = wanted
            self._touched()
            if new:
                self.dataChanged.emit(self.index(first), self.index(first + len(new) - 1))
            return
        if old:
            self.beginRemoveRows(_TOP, first, first + len(old) - 1)
            del self.rows[first : first + len(old)]
            self._touched()
            self.endRemoveRows()
        if new:
            self.beginInsertRows(_TOP, first, first + len(new) - 1)
            self.rows = wanted
            self._touched()
            self.endInsertRows()

    def _touched(self) -> None:
        self._places = {}
        self.version += 1

    def _with_draft(self, rows: list[Row]) -> list[Row]:
        if self._draft is None:
            return rows
        ids = [row.id for row in rows]
        if self._draft.id in ids:
            self._draft = None  # it is in the plan now
        else:
            rows.insert(self._draft.place(ids), self.rows[self.place(self._draft.id)])
        return rows


def difference(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """Return how many things at the start and at the end are the same."""
    shorter = min(len(old), len(new))
    first = 0
    while first < shorter and (old[first] is new[first] or old[first] == new[first]):
        first += 1
    last = 0
    while last < shorter - first and (old[-1 - last] is new[-1 - last] or old[-1 - last] == new[-1 - last]):
        last += 1
    return first, last
