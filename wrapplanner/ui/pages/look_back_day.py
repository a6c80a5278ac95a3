"""One day, to read: where I was, what I did, my note; and what one may do with it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wrapplanner.domain.days import Day, Place
from wrapplanner.domain.framework import Framework
from wrapplanner.ui import clock
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import clear
from wrapplanner.ui.widgets.flow import FlowLayout
from wrapplanner.ui.widgets.weather import WEATHER, place_words
from wrapplanner.ui.widgets.words import words

# Where something learned on such a day would be written, by role.
_LEARNED = {
    Place.STEADY: "every-day",
    Place.UPSET: "upset-do",
    Place.EARLY: "early-signs",
    Place.BREAKING: "breaking-signs",
    Place.CRISIS: "do",
    Place.AFTER: "change-plan",
}


class DayCard(QFrame):
    """`go_requested(place)`; `removal_requested(date)` of the day in sight."""

    go_requested = Signal(str)
    removal_requested = Signal(object)

    def __init__(self, look: Look, framework: Framework, locale: QLocale) -> None:
        super().__init__()
        self._look, self._framework, self._locale = look, framework, locale
        self._marked = Day(date.today())
        self.setObjectName("card")
        self.setMinimumWidth(round(280 * look.scale) if look.scale < 1.5 else 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[look.space(20)] * 4)
        self._column.setSpacing(look.space(8))
        self._told = QVBoxLayout()
        self._told.setSpacing(look.space(8))
        self._column.addLayout(self._told)
        self._column.addStretch(1)
        self._change = button(look, self.tr("Change this day"), icon="pencil")
        self._remove = button(look, self.tr("Take it out"), "quiet")
        flow = FlowLayout(look.space(8))
        flow.addWidget(self._change)
        flow.addWidget(self._remove)
        self._column.addLayout(flow)
        self._learned = words(self.tr("Learned something worth keeping?"), "soft")
        self._column.addWidget(self._learned)
        self._write = button(look, self.tr("Write it in my plan"), "main", icon="pencil")
        self._column.addWidget(self._write)
        self._change.clicked.connect(self._on_change)
        self._remove.clicked.connect(self._on_remove)
        self._write.clicked.connect(self._on_write)

    @property
    def first(self) -> QWidget:
        """What Tab comes to first."""
        return self._change

    def show_day(self, marked: Day) -> None:
        """Show a day."""
        self._marked = marked
        look = self._look
        clear(self._told)
        self._told.addWidget(words(clock.spoken(self._locale, marked.day, "dddd d MMMM yyyy"), "soft"))
        if marked.place is not None:
            self._say_place(marked.place)
        if marked.is_blank:
            self._told.addWidget(words(self.tr("A blank day. Blank days are just blank."), "body"))
        if marked.ticks:
            self._told.addSpacing(look.space(8))
            self._told.addWidget(words(self.tr("What I did"), "body-strong"))
            for tick in marked.ticks:
                self._told.addLayout(self._ticked(tick.words))
        if marked.note.strip():
            self._told.addSpacing(look.space(8))
            self._told.addWidget(words(self.tr("My note"), "body-strong"))
            self._told.addWidget(words(marked.note.strip()))
        self._remove.setVisible(not marked.is_blank)

    def _say_place(self, place: Place) -> None:
        row = QHBoxLayout()
        row.setSpacing(self._look.space(12))
        mark, weather = QLabel(), WEATHER[place]
        mark.setPixmap(self._look.pixmap(weather.mark, self._look.tokens.hues[weather.hue], 28))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words(place_words(place), "heading2"), 1)
        self._told.addLayout(row)

    def _ticked(self, said: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.space(10))
        mark = QLabel()
        mark.setPixmap(self._look.pixmap("check", "accent", 16))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words(said), 1)
        return row

    def _on_change(self) -> None:
        self.go_requested.emit(f"today/{self._marked.day.isoformat()}")

    def _on_remove(self) -> None:
        self.removal_requested.emit(self._marked.day)

    def _on_write(self) -> None:
        role = _LEARNED[self._marked.place] if self._marked.place is not None else "every-day"
        question = self._framework.role(role) or self._framework.role("toolbox")
        self.go_requested.emit(f"write/{question.id}" if question else "read")
