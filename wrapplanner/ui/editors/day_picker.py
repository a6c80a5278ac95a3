"""A month to choose a day from, opened below a button."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from wrapplanner.ui.theme import Look

_BUTTONS = {"qt_calendar_prevmonth": "chevron-left", "qt_calendar_nextmonth": "chevron-right"}


class DayPicker(QFrame):
    """Opens over the page; arrows move, Enter or a click chooses, Esc closes. `day_chosen` gives an ISO date."""

    day_chosen = Signal(str)

    def __init__(self, look: Look, day: str, parent: QWidget) -> None:
        """`day` is the ISO date to begin at, or '' for today."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("cardStrong")
        self.setAccessibleName(self.tr("Choose a day"))
        self.month = QCalendarWidget(self)
        self.month.setAccessibleName(self.tr("Choose a day"))
        self.month.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        plain = QTextCharFormat()
        plain.setForeground(look.colour("ink"))
        for weekday in Qt.DayOfWeek:
            self.month.setWeekdayTextFormat(weekday, plain)  # Qt's own weekends are red
        for name, icon in _BUTTONS.items():
            arrow = self.month.findChild(QToolButton, name)
            if isinstance(arrow, QToolButton):
                arrow.setIcon(look.icon(icon))
                arrow.setAccessibleName(self.tr("Month before") if icon.endswith("left") else self.tr("Next month"))
        begin = date.fromisoformat(day) if day else date.today()
        self.month.setSelectedDate(QDate(begin.year, begin.month, begin.day))
        room = QVBoxLayout(self)
        room.setContentsMargins(8, 8, 8, 8)
        room.addWidget(self.month)
        self.month.setMinimumSize(look.icon_size(340), look.icon_size(320))
        self.month.activated.connect(self._on_chosen)
        self.month.clicked.connect(self._on_chosen)

    def open_below(self, button: QWidget) -> None:
        """Open under a button, kept inside its window."""
        self.adjustSize()
        window = button.window()
        at = button.mapTo(window, QPoint(0, button.height() + 4))
        left = max(min(at.x(), window.width() - self.width() - 8), 8)
        top = max(min(at.y(), window.height() - self.height() - 8), 8)
        self.move(window.mapToGlobal(QPoint(left, top)))
        self.show()
        self.month.setFocus()

    def _on_chosen(self, day: QDate) -> None:
        self.day_chosen.emit(day.toString(Qt.DateFormat.ISODate))
        self.close()
