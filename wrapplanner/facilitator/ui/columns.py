"""The presenter's three columns: abreast where there is room, else two, else one of them, chosen above."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wrapplanner.facilitator.ui.notes_panel import NotesPanel
from wrapplanner.facilitator.ui.presenter_panes import AgendaSide, Centre
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import Segmented

WIDE, NARROW = 1120, 760
SCREEN, AGENDA, NOTES = "screen", "agenda", "notes"
_AGENDA_WIDTH, _NOTES_WIDTH, _NO_MOST = 288, 300, 16_777_215


class Columns(QWidget):
    """The agenda at the left, what the group sees in the middle, notes at the right."""

    def __init__(self, look: Look, left: AgendaSide, centre: Centre, notes: NotesPanel) -> None:
        super().__init__()
        self._look, self._left, self._centre, self._pane = look, left, centre, SCREEN
        self._right = QFrame()
        self._right.setObjectName("aside")
        inside = QVBoxLayout(self._right)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(notes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_choice())
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        for each, stretch in ((self._left, 0), (self._centre, 1), (self._right, 0)):
            middle.addWidget(each, stretch)
        column.addLayout(middle, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have three columns, two or one, by the effective width: in pixels at 100 % text."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.width() / self._look.scale
        wide, narrow = width >= WIDE, width < NARROW
        self._choice_row.setVisible(not wide)
        pane = self._pane if not (wide or (not narrow and self._pane == NOTES)) else SCREEN
        self._left.setVisible(wide or pane == AGENDA)
        self._centre.setVisible(wide or pane == SCREEN)
        self._right.setVisible(wide or not narrow or pane == NOTES)
        self._choice.choose(pane)
        alone = not self._centre.isVisibleTo(self)
        for side, designed in ((self._left, _AGENDA_WIDTH), (self._right, _NOTES_WIDTH)):
            size = round(designed * self._look.scale)
            side.setMinimumWidth(0 if alone else size)
            side.setMaximumWidth(_NO_MOST if alone else size)

    def _build_choice(self) -> QWidget:
        look = self._look
        offered = ((SCREEN, self.tr("Screen"), ""), (AGENDA, self.tr("Agenda"), ""), (NOTES, self.tr("Notes"), ""))
        self._choice = Segmented(look, self.tr("What to look at"), offered)
        self._choice.chosen.connect(self._on_chosen)
        self._choice_row = QWidget()
        row = QHBoxLayout(self._choice_row)
        row.setContentsMargins(look.space(24), look.space(8), look.space(24), 0)
        row.addWidget(self._choice)
        row.addStretch(1)
        return self._choice_row

    def _on_chosen(self, pane: str) -> None:
        self._pane = pane
        self._lay_out()
