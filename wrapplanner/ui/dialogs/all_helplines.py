"""Every helpline of the chosen country, for whoever has no plan open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.helplines import lines_at
from wrapplanner.ui.pages.now_words import check_words, line_notes
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.words import rule, words


class AllHelplinesDialog(Dialog):
    """Reads like the list it is: who, number, hours, for whom."""

    def __init__(self, look: Look, country: str, parent: QWidget) -> None:
        super().__init__(look, parent.tr("Helplines"), parent)
        lines = lines_at(look.resources, country)
        self.body.addWidget(words(check_words(lines[0]), "soft"))
        for line in lines:
            self.body.addWidget(rule())
            self.body.addWidget(words(line.name, "body-strong"))
            if line.phone:
                number = words(line.phone, "heading2")
                number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self.body.addWidget(number)
            for said in (line.who, *line_notes(line)):
                if said:
                    self.body.addWidget(words(said))
        self.add_button(self.tr("Done"), self.reject, safe=True)
