"""A note for the day, and a line on whether days are kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wrapplanner.ui.editors.growing import GrowingText
from wrapplanner.ui.editors.pause import TypingPause
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.flow import FlowLayout
from wrapplanner.ui.widgets.words import words


class DayNote(QWidget):
    """`edited(note)` after a pause in typing and when the field is left; `settings_requested()`."""

    edited = Signal(str)
    settings_requested = Signal()

    def __init__(self, look: Look, note: str, *, today: bool, keeps: bool) -> None:
        super().__init__()
        self._look, self._kept = look, note
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.space(8), 0, 0)
        column.setSpacing(look.space(8))
        title = self.tr("A note for today") if today else self.tr("A note for that day")
        column.addWidget(words(title, "heading2"))
        self.field = GrowingText(look)
        self.field.setObjectName("boxedText")
        self.field.setAccessibleName(title)
        self.field.setPlaceholderText(self.tr("What you would like to remember"))
        self.field.setPlainText(note)
        column.addWidget(self.field)
        column.addLayout(self._told(keeps=keeps))
        self._pause = TypingPause(self)
        self._pause.over.connect(self.hand_in)
        self.field.textChanged.connect(self._pause.key_typed)
        self.field.left.connect(self.hand_in)
        self.field.grew.connect(self._fit)
        self._pause.stop()
        self._fit()

    def hand_in(self) -> None:
        """Tell what was typed, if anything was."""
        self._pause.stop()
        if self.field.words() != self._kept:
            self._kept = self.field.words()
            self.edited.emit(self._kept)

    def follow(self, note: str) -> None:
        """Show the note as it was marked elsewhere or undone."""
        if note != self._kept:
            self._kept = note
            self.field.show_words(note)
            self._pause.stop()

    def _told(self, *, keeps: bool) -> FlowLayout:
        said = self.tr("Days stay in this plan, for you alone. No paper shows them unless you ask.")
        if not keeps:
            said = self.tr("You chose to keep no days. This is gone when the plan is closed.")
        flow = FlowLayout(self._look.space(8))
        flow.addWidget(words(said, "caption"))
        change = button(self._look, self.tr("Choose what is kept"), "quiet")
        change.setObjectName("footButton")
        change.clicked.connect(self.settings_requested)
        flow.addWidget(change)
        return flow

    def _fit(self) -> None:
        around = 2 * (self._look.space(11) + self._look.border) + 2
        self.field.setFixedHeight(max(self.field.words_height(), 2 * self.field.fontMetrics().lineSpacing()) + around)
