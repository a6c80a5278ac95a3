"""The private co-reflection journal: words are kept while they are written, and an entry can be wiped for good."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Protocol

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from wrapplanner.domain.text import normalise
from wrapplanner.errors import StorageError
from wrapplanner.facilitator.model.keeping import JournalEntry
from wrapplanner.facilitator.ui.wiping import ask_to_wipe
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import clear
from wrapplanner.ui.widgets.message import InlineMessage
from wrapplanner.ui.widgets.words import words

PAUSE_MS = 700
LINES = 7


class Journal(Protocol):
    """Where entries are kept."""

    def journal(self) -> tuple[JournalEntry, ...]:
        """Return the entries, newest first. Raises StorageError."""

    def keep_entry(self, entry: JournalEntry) -> None:
        """Keep an entry. Raises StorageError."""

    def wipe_entry(self, entry: str) -> None:
        """Wipe an entry. Raises StorageError."""


class JournalPage(QWidget):
    """An entry to write, and those that were written. `fresh_id` gives ids that sort by time."""

    def __init__(self, look: Look, journal: Journal, today: Callable[[], date], fresh_id: Callable[[], str]) -> None:
        super().__init__()
        self.look, self._journal, self._today, self._fresh_id = look, journal, today, fresh_id
        self._entry = self._new("")
        self._kept = self._entry
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._build()
        self._connect()
        self._show()

    def write_about(self, prompt: str) -> None:
        """Begin an entry that answers a question."""
        self.keep()
        self._begin(self._new(prompt))
        self.field.setFocus()

    def go_on_from(self, other: JournalPage) -> None:
        """Take over what another page was being written on."""
        other.keep()
        self._entry, self._kept = other._entry, other._kept
        with QSignalBlocker(self.field):
            self.field.setPlainText(other.field.toPlainText())
        self._show()

    def keep(self) -> None:
        """Keep what is written now, if it says anything new."""
        self._pause.stop()
        entry = replace(self._entry, text=normalise(self.field.toPlainText()))
        if entry == self._kept or not (entry.text.strip() or self._kept.text.strip()):
            return
        clear(self._messages)
        try:
            self._journal.keep_entry(entry)
        except StorageError as problem:
            self._messages.addWidget(InlineMessage(self.look, problem.sentence))
            return
        self._entry = self._kept = entry

    def _build(self) -> None:
        look = self.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space(12))
        column.addWidget(words(self.tr("Journal"), "title"))
        said = self.tr(
            "For your own thoughts after a group. It stays on this computer, and the group never sees it. No names, please."
        )
        column.addWidget(words(said, "help"))
        self._messages = QVBoxLayout()
        column.addLayout(self._messages)
        self.prompt = words("", "heading2")
        column.addWidget(self.prompt)
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(self.tr("What I think about it"))
        self.field.setPlaceholderText(self.tr("What went well? What was hard? What did I learn?"))
        self.field.setFixedHeight(LINES * self.field.fontMetrics().lineSpacing() + look.space(24))
        column.addWidget(self.field)
        row = QHBoxLayout()
        row.addWidget(words(self.tr("Kept as you write"), "caption", wrap=False))
        row.addStretch(1)
        self.another = button(look, self.tr("Begin another"), icon="plus")
        row.addWidget(self.another)
        column.addLayout(row)
        self._entries = QVBoxLayout()
        self._entries.setSpacing(look.space(12))
        column.addLayout(self._entries)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.keep)
        self.another.clicked.connect(partial(self.write_about, ""))

    def _new(self, prompt: str) -> JournalEntry:
        return JournalEntry(self._fresh_id(), self._today(), prompt, "")

    def _begin(self, entry: JournalEntry) -> None:
        self._entry = self._kept = entry
        with QSignalBlocker(self.field):
            self.field.setPlainText(entry.text)
        self._show()

    def _show(self) -> None:
        self.prompt.setText(self._entry.prompt)
        self.prompt.setVisible(bool(self._entry.prompt))
        clear(self._entries)
        for entry in self._journal.journal():
            if entry.id != self._entry.id:
                self._entries.addWidget(self._card(entry))

    def _card(self, entry: JournalEntry) -> QFrame:
        look, card = self.look, QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(*[look.space(16)] * 4)
        column.setSpacing(look.space(8))
        day = QLocale().toString(QDate(entry.day.year, entry.day.month, entry.day.day), QLocale.FormatType.LongFormat)
        column.addWidget(words(day, "caption"))
        if entry.prompt:
            column.addWidget(words(entry.prompt, "body-strong"))
        column.addWidget(words(entry.text))
        row = QHBoxLayout()
        change = button(look, self.tr("Write on"), "quiet", icon="pencil")
        change.setAccessibleName(self.tr("Write on: {0}").format(day))
        change.clicked.connect(partial(self._on_change, entry))
        wipe = button(look, self.tr("Wipe it"), "back", icon="trash-2")
        wipe.setAccessibleName(self.tr("Wipe it: {0}").format(day))
        wipe.clicked.connect(partial(self._on_wipe, entry))
        row.addWidget(change)
        row.addWidget(wipe)
        row.addStretch(1)
        column.addLayout(row)
        return card

    def _on_change(self, entry: JournalEntry) -> None:
        self.keep()
        self._begin(entry)
        self.field.setFocus()

    def _on_wipe(self, entry: JournalEntry) -> None:
        def wipe() -> None:
            self._journal.wipe_entry(entry.id)
            self._show()
            self.field.setFocus()

        ask_to_wipe(self.look, self, self.tr("Wipe this entry?"), wipe)
