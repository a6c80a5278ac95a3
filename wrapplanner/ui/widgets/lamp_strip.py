"""The lamp at the foot of a locked plan: helplines need no unlocking."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from wrapplanner.domain.helplines import printed_at
from wrapplanner.domain.kinds import spoken_date
from wrapplanner.ui.helplines import chosen_place, shipped
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.words import words


class LampStrip(QFrame):
    """Three lines of the chosen country, and a button for all of them."""

    def __init__(self, look: Look, country: str) -> None:
        super().__init__()
        self._look, self._country = look, country
        self.setObjectName("lampStrip")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.space(40), look.space(12), look.space(40), look.space(12))
        row.setSpacing(look.space(16))
        lamp = QLabel()
        lamp.setPixmap(look.pixmap("lamp", "warm", 24))
        row.addWidget(lamp, 0, Qt.AlignmentFlag.AlignTop)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(words(self.tr("Need to talk to someone now?"), "body-strong"))
        lines = printed_at(shipped(look.resources), chosen_place(look.resources, country))
        self._said = words("  ·  ".join(f"{line.name} {line.number or line.chat}" for line in lines))
        self._checked = words(
            self.tr("Check the numbers: this list is from {0}.").format(spoken_date(lines[0].compiled.isoformat())), "caption"
        )
        told.addWidget(self._said)
        told.addWidget(self._checked)
        row.addLayout(told, 1)
        every = button(look, self.tr("All helplines"), "lamp")
        every.clicked.connect(self._on_all)
        row.addWidget(every, 0, Qt.AlignmentFlag.AlignVCenter)

    def make_low(self, low: bool) -> None:
        """Leave the lines to the button where the window is low for its text."""
        self._said.setHidden(low)
        self._checked.setHidden(low)

    def _on_all(self) -> None:
        from wrapplanner.ui.dialogs.all_helplines import AllHelplinesDialog

        AllHelplinesDialog(self._look, self._country, self).open()
