"""The start window's other doors: the example plan, group sessions, the text size, About; and the picture."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSpacerItem, QVBoxLayout, QWidget

from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.arch import Arch
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.choice_card import DoorCard
from wrapplanner.ui.widgets.words import words

_WIDTH = 440
_ANY_WIDTH = 16_777_215


class StartAside(QFrame):
    """Stands at the right, or under the question in a narrow window."""

    example_requested = Signal()
    group_requested = Signal()
    text_size_requested = Signal()
    about_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("startAside")
        self._arch = Arch(look.resources / "pictures" / "arch.svg", look.space(264))
        self._gap = QSpacerItem(0, 0)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(look.space(12))
        self._column.addWidget(self._arch, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addItem(self._gap)
        self._column.addWidget(words(self.tr("Or, without a plan"), "caption-strong"))
        help_text = self.tr("An invented person’s plan. Change anything you like: it is only for looking, and is not kept.")
        example = DoorCard(look, self.tr("Look at an example plan"), help_text, icon="book-open")
        example.clicked.connect(self.example_requested)
        self._column.addLayout(narrowed(look, example))
        group_help = self.tr("For peer facilitators with a projector or a shared screen. Nobody’s plan is opened for it.")
        group = DoorCard(look, self.tr("Group session"), group_help, icon="users")
        group.clicked.connect(self.group_requested)
        self._column.addLayout(narrowed(look, group))
        self._column.addStretch(1)
        self._column.addLayout(self._build_foot())

    def set_wide(self, wide: bool, *, roomy: bool) -> None:
        """Take the width and the room of either place; the picture is shown at the side, and never in High contrast.

        Where it is not `roomy` there is less room around it, so that the text size can be seen without scrolling.
        """
        look = self._look
        width = round(_WIDTH * look.scale)
        self.setMinimumWidth(width if wide else 0)
        self.setMaximumWidth(width if wide else _ANY_WIDTH)
        self._arch.setVisible(wide and not look.is_high_contrast)
        self._gap.changeSize(0, look.space(44 if roomy else 16) if wide and not look.is_high_contrast else 0)
        sides, top = (40, 64 if roomy else 24) if wide else (32, 24)
        self._column.setContentsMargins(look.space(sides), look.space(top), look.space(40), look.space(12))
        self._column.invalidate()

    def _build_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        size = self._small(self.tr("Text size {0} %").format(round(self._look.scale * 100)), "a-large-small")
        size.clicked.connect(self.text_size_requested)
        about = self._small(self.tr("About"))
        about.clicked.connect(self.about_requested)
        foot.addWidget(size)
        foot.addStretch(1)
        foot.addWidget(about)
        return foot

    def _small(self, text: str, icon: str = "") -> QPushButton:
        made = button(self._look, text, "back", icon=icon)
        made.setObjectName("footButton")
        return made


def narrowed(look: Look, widget: QWidget) -> QHBoxLayout:
    """Hold a widget to 600 px at 100 %: in a row, since only a row knows how high such a widget becomes."""
    widget.setMaximumWidth(round(600 * look.scale))
    row = QHBoxLayout()
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return row
