"""What every topic of Settings is: a column of headings and controls that keep each choice at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wrapplanner.ui.editors.growing import GrowingText
from wrapplanner.ui.pages.page import PageContext
from wrapplanner.ui.widgets.choice_card import CardRow, ChoiceCard
from wrapplanner.ui.widgets.tick_line import TickLine
from wrapplanner.ui.widgets.words import words


class Topic(QWidget):
    """A topic. `preferences_changed()` after each choice; `go_requested(place)` to leave Settings for a page.

    `controls` names what can have the focus, so that it is found again when a choice has built the page anew.
    """

    preferences_changed = Signal()
    go_requested = Signal(str)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context, self.look = context, context.look
        self.controls: dict[str, QWidget] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(self.look.space(10))
        self._build()
        self.column.addStretch(1)

    def _build(self) -> None:
        raise NotImplementedError

    def focused_control(self) -> str:
        """Return the name of the control that has the focus, or ""."""
        return next((name for name, control in self.controls.items() if control.hasFocus()), "")

    def control(self, name: str) -> QWidget | None:
        """Return a control by its name; of cards the chosen one, since that is where Tab stops."""
        found = self.controls.get(name)
        if not isinstance(found, ChoiceCard):
            return found
        group = name.partition("-")[0]
        cards = (card for each, card in self.controls.items() if each.partition("-")[0] == group)
        return next((card for card in cards if isinstance(card, ChoiceCard) and card.isChecked()), found)

    def keep(self, **choices: object) -> None:
        """Keep choices and let everything show them."""
        self.context.preferences.change(**choices)
        self.preferences_changed.emit()

    def add_heading(self, title: str, help_text: str = "") -> None:
        """Add a heading, with room above it unless it is the first."""
        if self.column.count():
            self.column.addSpacing(self.look.space(18))
        self.column.addWidget(words(title, "heading2"))
        if help_text:
            self.column.addWidget(words(help_text, "soft"))

    def add_cards(self, name: str, preference: str, cards: dict[str, ChoiceCard], chosen: str, *, least: int) -> None:
        """Add cards of which one is chosen; each keeps its id as the preference."""
        for value, card in cards.items():
            card.setChecked(value == chosen)
            card.toggled.connect(partial(self._on_card, preference, value))
            self.controls[f"{preference}-{value}"] = card
        self.column.addWidget(CardRow(self.look, name, list(cards.values()), least=least))

    def add_tick(self, name: str, title: str, help_text: str, *, ticked: bool) -> TickLine:
        """Add a tick box with a line of help beneath it."""
        line = TickLine(self.look, title, help_text)
        line.setChecked(ticked)
        self.controls[name] = line
        self.column.addWidget(line)
        return line

    def add_files(self, path: str) -> None:
        """Add the folder of the plan, to be copied."""
        shown = GrowingText(self.look)  # a label would not break a long path
        shown.setReadOnly(True)
        shown.setPlainText(path)
        around = 2 * (self.look.space(8) + self.look.border) + 2
        shown.grew.connect(lambda: shown.setFixedHeight(shown.words_height() + around))
        shown.setFixedHeight(shown.words_height() + around)
        shown.setAccessibleName(self.tr("Folder of my plan: {0}").format(path))
        self.controls["files"] = shown
        self.column.addWidget(shown)
        said = self.tr("To have a spare, copy the whole folder: the plan and its key belong together.")
        self.column.addWidget(words(said, "caption"))

    def choose(self, preference: str, value: str) -> None:
        """Keep the choice of a card; topics whose cards are not plain preferences say how."""
        self.keep(**{preference: value})

    def _on_card(self, preference: str, value: str, on: bool) -> None:
        if on:
            self.choose(preference, value)
