"""A span of days to choose: from a day to a day, written as people write days, or picked from a month."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wrapplanner.domain.days import Span
from wrapplanner.domain.kinds import spoken_date
from wrapplanner.ui.editors.dates import read_date
from wrapplanner.ui.editors.day_picker import DayPicker
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import icon_button
from wrapplanner.ui.widgets.words import words


class SpanFields(QWidget):
    """`changed()` when another span, or none that can be read, stands in the fields."""

    changed = Signal()

    def __init__(self, look: Look, span: Span) -> None:
        super().__init__()
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space(8))
        self.first, self.last = (
            self._field(column, title, day) for title, day in ((self.tr("From"), span.first), (self.tr("To"), span.last))
        )

    def span(self) -> Span | None:
        """Return the span, None where one of the days cannot be read."""
        days = [read_date(field.text().strip()) for field in (self.first, self.last)]
        if not all(days):
            return None
        first, last = (date.fromisoformat(str(day)) for day in days)
        return Span.of(first, last)

    def _field(self, column: QVBoxLayout, title: str, day: date) -> QLineEdit:
        label = words(title, "body-strong")
        field = QLineEdit(spoken_date(day.isoformat()))
        field.setAccessibleName(title)
        field.setPlaceholderText(self.tr("For example 3 November 2026"))
        label.setBuddy(field)
        choose = icon_button(self._look, "calendar-days", self.tr("Choose a day: {0}").format(title))
        choose.clicked.connect(lambda: self._pick(field, choose))
        field.textChanged.connect(self.changed)
        row = QHBoxLayout()
        row.setSpacing(self._look.space(8))
        row.addWidget(field, 1)
        row.addWidget(choose)
        column.addWidget(label)
        column.addLayout(row)
        return field

    def _pick(self, field: QLineEdit, choose: QWidget) -> None:
        picker = DayPicker(self._look, read_date(field.text().strip()) or "", self)
        picker.day_chosen.connect(lambda day: field.setText(spoken_date(day)))
        picker.open_below(choose)
