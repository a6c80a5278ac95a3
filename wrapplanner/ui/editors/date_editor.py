"""The editor of an answer that is a day."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout

from wrapplanner.domain.kinds import spoken_date
from wrapplanner.ui.editors.dates import read_date
from wrapplanner.ui.editors.day_picker import DayPicker
from wrapplanner.ui.editors.line_field import LineField
from wrapplanner.ui.editors.words import WordsEditor
from wrapplanner.ui.widgets.buttons import button, icon_button
from wrapplanner.ui.widgets.message import announce
from wrapplanner.ui.widgets.words import words as label


class DateEditor(WordsEditor):
    """A day, written as people write it. Words that cannot be read as one stay on the screen and are not kept."""

    def field_words(self) -> str:
        """See WordsEditor."""
        return read_date(self.field.text()) or ""

    def show_words(self, kept: str) -> None:
        """See WordsEditor."""
        self.field.show_words(spoken_date(kept))
        self.unread.hide()

    def kept_words(self, *, leaving: bool) -> str | None:
        """See WordsEditor."""
        words = self.field.text().strip()
        read = read_date(words) if words else ""
        if leaving:
            self._tell_unread(read is None)
            if read:
                self.field.show_words(spoken_date(read))
        return read if leaving or read else None

    def take_idea(self, idea: str) -> None:
        """Put the idea in the field."""
        self.field.show_words(idea)
        self._hand_in(leaving=True)

    def _build_field(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.look.space(8))
        self.field = LineField()
        self.field.setProperty("spelling", False)
        self.field.setAccessibleName(self.question.prompt)
        self.field.setPlaceholderText(self.tr("For example 3 November 2026"))
        self.setFocusProxy(self.field)
        self.calendar = icon_button(self.look, "calendar-days", self.tr("Choose a day"))
        self.today = button(self.look, self.tr("Today"))
        row.addWidget(self.field, 1)
        row.addWidget(self.calendar)
        row.addWidget(self.today)
        self.column.addLayout(row)
        self.unread = label("", "soft")
        self.unread.hide()
        self.column.addWidget(self.unread)

    def _connect(self) -> None:
        self.field.textEdited.connect(self._on_typed)
        self.field.left.connect(self._on_left)
        self.field.returnPressed.connect(self._on_enter)
        self.calendar.clicked.connect(self._on_calendar)
        self.today.clicked.connect(lambda: self._on_day_chosen(date.today().isoformat()))

    def _on_enter(self) -> None:
        self._hand_in(leaving=True)
        if self.unread.isHidden():
            self.next_requested.emit()

    def _on_calendar(self) -> None:
        picker = DayPicker(self.look, self.field_words(), self)
        picker.day_chosen.connect(self._on_day_chosen)
        picker.open_below(self.calendar)

    def _on_day_chosen(self, day: str) -> None:
        self.show_words(day)
        self._hand_in(leaving=True)
        self.field.setFocus()

    def _tell_unread(self, is_unread: bool) -> None:
        sentence = self.tr("This does not read as a date, so it is not kept yet. Try it like 3 November 2026.")
        if is_unread and self.unread.isHidden():
            self.unread.setText(sentence)
            announce(self.field, sentence)
        self.unread.setVisible(is_unread)
