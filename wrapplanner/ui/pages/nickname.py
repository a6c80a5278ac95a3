"""A nickname for a plan that begins beside others, so that each is found again on the start window."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from wrapplanner.ui.pages.front import FrontPage
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.words import words

LONGEST = 40


class NicknamePage(FrontPage):
    """`chosen(words)`, "" without one; `left()` back to the question before."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        said = self.tr("There is a plan here already. A nickname tells the two apart in the first window.")
        self.add_title(self.tr("What shall this plan be called?"), said)
        label = self.add_label(self.tr("Nickname"))
        self._field = QLineEdit()
        self._field.setMaxLength(LONGEST)
        self._field.setAccessibleName(label.text())
        label.setBuddy(self._field)
        go_on = button(look, self.tr("Go on"), "main")
        skip = button(look, self.tr("Without a nickname"), "quiet")
        back = button(look, self.tr("Back"), "back")
        self.add_row(self._field, go_on)
        note = self.tr("It is not locked away: whoever opens this program here sees it. It need not be your name.")
        self.column.addWidget(words(note))
        self.add_row(skip, back)
        self.finish()
        self.first = self._field
        self._field.returnPressed.connect(self._on_chosen)
        go_on.clicked.connect(self._on_chosen)
        skip.clicked.connect(self._on_skipped)
        back.clicked.connect(self.left)

    def _on_chosen(self) -> None:
        self.chosen.emit(self._field.text())

    def _on_skipped(self) -> None:
        self.chosen.emit("")
