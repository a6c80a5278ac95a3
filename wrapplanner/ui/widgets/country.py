"""Whose helplines are shown: a country, or a part of one, as this computer is set or as the person chooses."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wrapplanner.domain.helplines import EVERYWHERE, places
from wrapplanner.ui.helplines import AS_MY_COMPUTER, country_of_computer, shipped
from wrapplanner.ui.theme import Look
from wrapplanner.ui.translation import QT_TRANSLATE_NOOP
from wrapplanner.ui.widgets.controls import DropDown
from wrapplanner.ui.widgets.words import picture

_OTHER = QT_TRANSLATE_NOOP("CountryChoice", "another country")


class CountryChoice(QWidget):
    """`chosen(place)` when somebody makes a choice; '' is as the computer is set, as is what is not known any more."""

    chosen = Signal(str)

    def __init__(self, look: Look, resources: Path, now: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space(8))
        row.addWidget(picture(look, "globe", "ink-soft"))
        self.field = DropDown(look, self.tr("Helplines of which country?"))
        computer = country_of_computer(resources)
        here = QCoreApplication.translate("CountryChoice", _OTHER) if computer == EVERYWHERE else computer
        self.field.addItem(self.tr("As my computer: {0}").format(here), AS_MY_COMPUTER)
        for place in places(shipped(resources)):
            self.field.addItem(place, place)
        self.show_place(now)
        self.field.activated.connect(self._on_activated)
        row.addWidget(self.field)

    def show_place(self, place: str) -> None:
        """Show a choice that was made elsewhere."""
        self.field.setCurrentIndex(max(0, self.field.findData(place)))

    def _on_activated(self, _index: int) -> None:
        self.chosen.emit(self.field.currentData())
