"""Whose helplines are shown: a country, or a part of one, as this computer is set or as the person chooses."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from wrapplanner.domain.helplines import EVERYWHERE, places
from wrapplanner.ui.helplines import AS_MY_COMPUTER, country_of_computer, shipped
from wrapplanner.ui.pages.page import PageContext
from wrapplanner.ui.theme import Look
from wrapplanner.ui.translation import QT_TRANSLATE_NOOP
from wrapplanner.ui.widgets.controls import DropDown

_OTHER = QT_TRANSLATE_NOOP("CountryChoice", "another country")


class CountryChoice(QWidget):
    """Keeps the choice at once. `chosen()` when the person makes one."""

    chosen = Signal()

    def __init__(self, look: Look, context: PageContext) -> None:
        super().__init__()
        self._context = context
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space(8))
        mark = QLabel()
        mark.setPixmap(look.pixmap("globe", "ink-soft"))
        row.addWidget(mark)
        self.field = DropDown(look, self.tr("Helplines of which country?"))
        computer = country_of_computer(context.resources)
        here = QCoreApplication.translate("CountryChoice", _OTHER) if computer == EVERYWHERE else computer
        self.field.addItem(self.tr("As my computer: {0}").format(here), AS_MY_COMPUTER)
        for place in places(shipped(context.resources)):
            self.field.addItem(place, place)
        self.field.setCurrentIndex(max(0, self.field.findData(context.preferences.now.country)))
        self.field.activated.connect(self._on_activated)
        row.addWidget(self.field)

    def _on_activated(self, _index: int) -> None:
        self._context.preferences.change(country=self.field.currentData())
        self.chosen.emit()
