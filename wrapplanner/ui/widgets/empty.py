"""The empty state: a large mark, what this is for, one button. Never a grey hole, never a count of what is blank."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from wrapplanner.domain.framework import Part
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.marks import PartMark
from wrapplanner.ui.widgets.words import words


class EmptyState(QFrame):
    """`step_requested()` when its button is pressed."""

    step_requested = Signal()

    def __init__(self, look: Look, part: Part, title: str, text: str, step: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setMaximumWidth(round(704 * look.scale))
        row = QHBoxLayout(self)
        row.setContentsMargins(*[look.space(24)] * 4)
        row.setSpacing(look.space(20))
        row.addWidget(PartMark(look, part, 56), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(look.space(4))
        column.addWidget(words(title, "heading2"))
        column.addWidget(words(text))
        column.addSpacing(look.space(12))
        self.step = button(look, step, "main")
        self.step.clicked.connect(self.step_requested)
        column.addWidget(self.step, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(column, 1)
