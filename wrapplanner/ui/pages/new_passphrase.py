"""Choosing a passphrase for a new plan: what it does, two fields, and a way past it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from wrapplanner.ui.pages.front import FrontPage
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.new_words import NewWords
from wrapplanner.ui.widgets.words import words


class NewPassphrasePage(FrontPage):
    """`chosen(words)`; `skipped()` to begin without one; `left()` back to the question before."""

    chosen = Signal(str)
    skipped = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._busy = False
        said = self.tr(
            "Other people at this computer cannot read your plan without it. You type it each time you open the plan."
        )
        self.add_title(self.tr("Choose a passphrase"), said)
        self._words = NewWords(look)
        self.column.addWidget(self._words)
        self._told = self.add_told()
        hint = self.tr(
            "Four or five words that only you would put together are good: hard to guess, and not hard to keep in mind."
        )
        self.column.addWidget(words(hint, "caption"))
        self._go_on = button(look, self.tr("Use this passphrase"), "main")
        skip = button(look, self.tr("Start without one"), "quiet")
        back = button(look, self.tr("Back"), "back")
        self.add_row(self._go_on, skip, back)
        note = self.tr(
            "Without one, anyone who can open your account here can open your plan. You can add one later in Settings."
        )
        self.column.addWidget(words(note, "caption"))
        self.finish()
        self.first = self._words.first
        self._words.entered.connect(self._on_chosen)
        self._go_on.clicked.connect(self._on_chosen)
        skip.clicked.connect(self.skipped)
        back.clicked.connect(self.left)

    def _on_chosen(self) -> None:
        if self._busy:
            return
        problem = self._words.problem()
        self._told.say(problem)
        if problem:
            (self._words.again if self._words.given.strip() else self._words.first).setFocus()
            return
        self._busy = True  # the key is worked out elsewhere: a fifth of a second
        self._go_on.setText(self.tr("One moment…"))
        self.chosen.emit(self._words.given)
