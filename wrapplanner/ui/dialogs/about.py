"""What this program is, from the start page, where no plan is open."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wrapplanner import __version__
from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.words import words


class AboutDialog(Dialog):
    """Version, licence, privacy and the marks notice."""

    def __init__(self, look: Look, notice: str, parent: QWidget) -> None:
        super().__init__(look, f"WRAP Planner {__version__}", parent)
        for said in (
            self.tr("A plan in your own words, for ordinary days and hard ones. Nothing you write is sent anywhere."),
            self.tr("Free software under the GNU General Public License, version 3 or later. It comes without any warranty."),
        ):
            self.body.addWidget(words(said))
        self.body.addWidget(words(notice, "caption"))
        self.add_button(self.tr("Close"), self.reject, "main", safe=True)
