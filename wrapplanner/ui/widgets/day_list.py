"""The marked days of a span as a table of words: what the picture shows, to be read or listened to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from wrapplanner.domain.days import Day
from wrapplanner.ui import clock
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.weather import place_words

_Index = QModelIndex | QPersistentModelIndex


class DayListModel(QAbstractTableModel):
    """A row a marked day: day, where, what, note."""

    def __init__(self, locale: QLocale) -> None:
        super().__init__()
        self._locale = locale
        self.days: tuple[Day, ...] = ()

    def show(self, days: Sequence[Day]) -> None:
        """Show other days."""
        self.beginResetModel()
        self.days = tuple(days)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of marked days."""
        return len(self.days)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return four."""
        return 4

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        day = self.days[index.row()]
        cells = (
            lambda: clock.spoken(self._locale, day.day, "ddd d MMM"),
            lambda: place_words(day.place) if day.place is not None else "",
            lambda: ", ".join(tick.words for tick in day.ticks),
            lambda: " ".join(day.note.split()),
        )
        return cells[index.column()]()

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the names of the columns."""
        if way is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Day"), self.tr("Where I was"), self.tr("What I did"), self.tr("Note"))[section]
        return None


class DayList(QTableView):
    """`chosen(date)` by Enter or a click on a row."""

    chosen = Signal(object)

    def __init__(self, look: Look, locale: QLocale, name: str) -> None:
        super().__init__()
        self.list = DayListModel(locale)
        self.setModel(self.list)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look.control())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        self.setFixedHeight(look.control() * 6)
        self.activated.connect(self._on_row)
        self.clicked.connect(self._on_row)

    def show_days(self, days: Sequence[Day]) -> None:
        """Show the marked days of a span."""
        self.list.show(days)

    def _on_row(self, now: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(self.list.days[now.row()].day)
