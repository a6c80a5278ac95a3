"""Worksheets for a pen, or with fields to be filled in on a computer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.controls import TickBox

FILLED_IN = "worksheets"
"""The document that can have fields."""


class FillableTick(TickBox):
    """A tick that is there for worksheets only."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self.setText(self.tr("To be filled in on a computer"))
        self.hide()

    @property
    def is_wanted(self) -> bool:
        """Whether the paper that is chosen shall have fields."""
        return not self.isHidden() and self.isChecked()

    def show_document(self, document: str) -> None:
        """Be there for worksheets, and gone for others."""
        self.setVisible(document == FILLED_IN)
