"""A month to look at: a cell a day, with its weather. Arrows move by day, over the edges of the month too."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from wrapplanner.domain.days import Day, Span
from wrapplanner.ui import clock
from wrapplanner.ui.editors.room import reveal
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.weather import WEATHER, place_words

_DAY = Qt.ItemDataRole.UserRole
_STEPS = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1, int(Qt.Key.Key_Up): -7, int(Qt.Key.Key_Down): 7}
_Index = QModelIndex | QPersistentModelIndex


class MonthModel(QAbstractTableModel):
    """The weeks of a month, Monday first; days of other months are blank cells."""

    def __init__(self, locale: QLocale) -> None:
        super().__init__()
        self._locale = locale
        self._span = Span.month(date.today())
        self._days: Mapping[date, Day] = {}
        self._today = date.today()

    def show(self, span: Span, days: Mapping[date, Day], today: date) -> None:
        """Show a month."""
        self.beginResetModel()
        self._span, self._days, self._today = span, days, today
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of weeks."""
        return (self._span.first.weekday() + self._span.last.day + 6) // 7

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return seven."""
        return 7

    def day_at(self, index: _Index) -> date | None:
        """Return the day of a cell, None for one of another month."""
        number = index.row() * 7 + index.column() - self._span.first.weekday()
        day = self._span.first + timedelta(days=number) if 0 <= number < self._span.last.day else None
        return day if day is not None and day <= self._today else None

    def number_at(self, index: _Index) -> int:
        """Return the number of a cell's day in its month, 0 for one of another month."""
        number = index.row() * 7 + index.column() - self._span.first.weekday() + 1
        return number if 1 <= number <= self._span.last.day else 0

    def index_of(self, day: date) -> QModelIndex:
        """Return the cell of a day of this month."""
        at = self._span.first.weekday() + day.day - 1
        return self.index(at // 7, at % 7)

    def marked(self, day: date) -> Day:
        """Return what is marked on a day."""
        return self._days.get(day, Day(day))

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the day, or what a screen reader says of it."""
        day = self.day_at(index)
        if role == _DAY:
            return day
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(day) if day is not None else str(self.number_at(index) or "")
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Only days that have begun can be chosen."""
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usable if self.day_at(index) is not None else Qt.ItemFlag.NoItemFlags

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the names of the weekdays."""
        if way is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._locale.standaloneDayName(section + 1, QLocale.FormatType.ShortFormat)
        return None

    def _spoken(self, day: date) -> str:
        marked = self.marked(day)
        said = [clock.spoken(self._locale, day, "dddd d MMMM")]
        if marked.place is not None:
            said.append(place_words(marked.place))
        if marked.ticks:
            said.append(self.tr("something ticked"))
        if marked.note:
            said.append(self.tr("a note"))
        return ", ".join(said)


class MonthCalendar(QTableView):
    """`chosen(date)` when the person comes to a day; `turned(date)` when an arrow leaves the month for that day.

    `month_requested(step)` by Page Up and Page Down.
    """

    chosen = Signal(object)
    turned = Signal(object)
    month_requested = Signal(int)

    def __init__(self, look: Look, locale: QLocale, name: str) -> None:
        super().__init__()
        self._look = look
        self.month = MonthModel(locale)
        self.setModel(self.month)
        self.setAccessibleName(name)
        self.setObjectName("month")
        self.setProperty("focusRing", "none")
        self.setItemDelegate(_CellDelegate(look, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(20)
        self.selectionModel().currentChanged.connect(self._on_current)
        self._quiet = False

    def show_month(self, span: Span, days: Mapping[date, Day], today: date, day: date) -> None:
        """Show a month with one of its days chosen."""
        self._quiet = True
        self.month.show(span, days, today)
        self.setCurrentIndex(self.month.index_of(day))
        self._quiet = False
        self._fit()

    @property
    def day(self) -> date | None:
        """The day that is chosen."""
        return self.month.day_at(self.currentIndex())

    def show_day(self) -> None:
        """Scroll the page so that the chosen day can be seen."""
        reveal(self.viewport(), self.visualRect(self.currentIndex()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move by day; over the edge they turn to another month."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.month_requested.emit(-1 if event.key() == Qt.Key.Key_PageUp else 1)
            return
        step = _STEPS.get(event.key())
        day = self.day
        if step is None or day is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        there = date.fromordinal(max(1, min(day.toordinal() + step, date.max.toordinal())))
        if (there.year, there.month) == (day.year, day.month):
            index = self.month.index_of(there)
            if self.month.day_at(index) is not None:
                self.setCurrentIndex(index)
        else:
            self.turned.emit(there)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cells in proportion."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look, rows = self._look, self.month.rowCount()
        high = max(look.control(), look.text("body") + look.icon_size(22) + look.space(30))
        self.verticalHeader().setDefaultSectionSize(high)
        self.setFixedHeight(rows * high + self.horizontalHeader().sizeHint().height() + 2 * look.border)

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        day = self.month.day_at(now)
        if day is not None and not self._quiet:
            self.chosen.emit(day)
            self.show_day()


class _CellDelegate(QStyledItemDelegate):
    """Paints a cell: its number, its weather, a small tick where only something else is marked."""

    def __init__(self, look: Look, view: MonthCalendar) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return room for a number."""
        return QSize(QFontMetrics(self._look.font()).horizontalAdvance("30") + self._look.space(12), self._look.control())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the cell."""
        look, month = self._look, self._view.month
        box: QRect = option.rect
        day, number = month.day_at(index), month.number_at(index)
        chosen = self._view.currentIndex() == index and day is not None
        painter.save()
        painter.fillRect(box, look.colour("accent-soft" if chosen else "raised" if number else "surface"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(box.topLeft(), box.topRight())
        if index.column():
            painter.drawLine(box.topLeft(), box.bottomLeft())
        if number:
            painter.setPen(look.colour("ink" if chosen else "ink-soft"))
            painter.setFont(look.font("body", 600 if chosen else 400))
            at = box.adjusted(look.space(9), look.space(6), 0, 0)
            painter.drawText(at, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), str(number))
        if day is not None:
            self._paint_mark(painter, box, month.marked(day))
        if chosen:
            focused = self._view.hasFocus()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.colour("focus" if focused else "accent"), 3 if focused else 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5), 5, 5)
        painter.restore()

    def _paint_mark(self, painter: QPainter, box: QRect, marked: Day) -> None:
        look = self._look
        if marked.place is not None:
            weather = WEATHER[marked.place]
            mark, size = look.pixmap(weather.mark, look.tokens.hues[weather.hue], 24), 24
        elif not marked.is_blank:
            mark, size = look.pixmap("check", "ink-soft", 16), 16
        else:
            return
        side = look.icon_size(size)
        painter.drawPixmap(box.right() - side - look.space(8), box.bottom() - side - look.space(8), mark)
