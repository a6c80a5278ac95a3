"""People as rows: those of one answer, or all of the address list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from wrapplanner.domain.kinds import MONTHS
from wrapplanner.domain.plan import Agreement, Entry, Person, Plan

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_AGREEMENTS: dict[Agreement, tuple[str, str]] = {
    Agreement.UNSAID: ("", ""),
    Agreement.TO_ASK: (str(QT_TRANSLATE_NOOP("people", "To ask")), "clock"),
    Agreement.ASKED: (str(QT_TRANSLATE_NOOP("people", "Asked")), "message-circle"),
    Agreement.AGREED: (str(QT_TRANSLATE_NOOP("people", "Said yes")), "check"),
}


@dataclass(frozen=True, slots=True)
class PersonRow:
    """What one row says. `agreement` is (words, icon's name), both empty where nothing was said."""

    id: str
    name: str
    relation: str = ""
    phones: tuple[str, ...] = ()
    agreement: tuple[str, str] = ("", "")
    note: str = ""


def row_of_person(person: Person, row: str = "", note: str = "") -> PersonRow:
    """Return the row of a person of the address list; its id is `row`, else the person's."""
    return PersonRow(row or person.id, person.name, person.relation, person.phones, agreement_words(person), note)


def row_of_entry(entry: Entry, plan: Plan) -> PersonRow:
    """Return the row of an entry: its person, or its own words."""
    person = plan.person(entry.person)
    return row_of_person(person, entry.id, entry.note) if person else PersonRow(entry.id, entry.text, note=entry.note)


def agreement_words(person: Person) -> tuple[str, str]:
    """Return how things stand with a person, “Said yes, May 2025”, and the icon beside it."""
    words, icon = _AGREEMENTS[person.agreement]
    said = QCoreApplication.translate("people", words) if words else ""
    when = month_and_year(person.confirmed) if person.agreement is Agreement.AGREED else ""
    return (f"{said}, {when}" if when else said), icon


def month_and_year(iso: str) -> str:
    """Return an ISO date as “May 2025”, empty for anything else."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return ""
    return f"{MONTHS[day.month - 1]} {day.year}"


def agreed_today(person: Person) -> Person:
    """Return a person who said yes today."""
    return replace(person, agreement=Agreement.AGREED, confirmed=date.today().isoformat())


class PeopleModel(QAbstractListModel):
    """Rows of people, for a view that paints them and a screen reader that says them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[PersonRow, ...] = ()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """See Qt."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """See Qt."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = filter(None, (row.name, row.relation, *row.phones, row.agreement[0], row.note))
            return self.tr("{0}, {1} of {2}").format(", ".join(said), index.row() + 1, len(self.rows))
        return None

    def place(self, row: str) -> int:
        """Return the place of a row by its id, -1 where it is not shown."""
        return next((place for place, each in enumerate(self.rows) if each.id == row), -1)

    def show(self, rows: Sequence[PersonRow]) -> None:
        """Show other rows."""
        same = [row.id for row in rows] == [row.id for row in self.rows]
        if same:
            self.rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()
