"""A plan that is not here yet: in a folder, such as one on a memory stick, or in one sealed file."""

from __future__ import annotations

from PySide6.QtCore import Signal

from wrapplanner.ui.pages.front import FrontPage
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.choice_card import DoorCard


class ElsewherePage(FrontPage):
    """`folder_requested()`, `file_requested()`; `left()` back to the start."""

    folder_requested = Signal()
    file_requested = Signal()
    left = Signal()

    def __init__(self, look: Look, problem: str = "") -> None:
        super().__init__(look)
        self.add_title(self.tr("Where is your plan?"), self.tr("Nothing of it is changed by looking."))
        folder = DoorCard(
            look,
            self.tr("In a folder"),
            self.tr("On a memory stick or another disk: the folder that you chose when you began."),
            icon="archive",
        )
        file = DoorCard(
            look,
            self.tr("In one sealed file"),
            self.tr("Its name ends in .wrapplan. It is taken in beside the plans that are here already."),
            icon="lock",
        )
        folder.clicked.connect(self.folder_requested)
        file.clicked.connect(self.file_requested)
        self.column.addWidget(folder)
        self.column.addWidget(file)
        self.add_told().say(problem)
        back = button(look, self.tr("Back"), "back")
        back.clicked.connect(self.left)
        self.add_row(back)
        self.finish()
        self.first = folder
