"""A day in the future, or none: written, or chosen from a month."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wrapplanner.domain.kinds import spoken_date
from wrapplanner.ui.editors.dates import read_date
from wrapplanner.ui.editors.day_picker import DayPicker
from wrapplanner.ui.editors.line_field import LineField
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import icon_button
from wrapplanner.ui.widgets.words import words


class WhenField(QWidget):
    """Empty for no day. What does not read as a date is told, and counts as none."""

    def __init__(self, look: Look, day: date | None) -> None:
        super().__init__()
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(look.space(8))
        self._field = LineField()
        self._field.setProperty("spelling", False)
        self._field.setAccessibleName(self.tr("The day to go over my plan again"))
        self._field.setPlaceholderText(self.tr("For example 3 May 2027"))
        self._field.setMaximumWidth(round(320 * look.scale))
        self._field.show_words(spoken_date(day.isoformat()) if day is not None else "")
        self._field.left.connect(self._on_left)
        self._field.editingFinished.connect(self._on_left)
        row.addWidget(self._field, 1000)
        self._month = icon_button(look, "calendar-days", self.tr("Choose a day"))
        self._month.clicked.connect(self._on_month)
        row.addWidget(self._month)
        row.addStretch(1)
        column.addLayout(row)
        self._unread = words(self.tr("This does not read as a date. Try it like 3 May 2027, or leave it blank."), "soft")
        self._unread.hide()
        column.addWidget(self._unread)

    def day(self) -> date | None:
        """Return the day, None for none."""
        read = read_date(self._field.text()) if self._field.text().strip() else None
        return date.fromisoformat(read) if read else None

    def _on_left(self) -> None:
        self._unread.setVisible(bool(self._field.text().strip()) and self.day() is None)

    def _on_month(self) -> None:
        now = self.day()
        picker = DayPicker(self._look, now.isoformat() if now is not None else "", self)
        picker.day_chosen.connect(self._on_chosen)
        picker.open_below(self._month)

    def _on_chosen(self, day: str) -> None:
        self._field.show_words(spoken_date(day))
        self._on_left()
        self._field.setFocus()
