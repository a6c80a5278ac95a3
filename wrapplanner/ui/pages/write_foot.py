"""The foot when writing one question at a time: back, not now, perhaps more, and the one clear next step."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button


class WriteFoot(QFrame):
    """Four wishes. `inside` is for low windows, where the foot scrolls with the page and has no margins of its own."""

    back_requested = Signal()
    not_now_requested = Signal()
    more_requested = Signal()
    next_requested = Signal()

    def __init__(self, look: Look, next_words: str, *, more: bool, widest: int, margin: int, inside: bool) -> None:
        super().__init__()
        self.setObjectName("pageFoot")
        outer = QHBoxLayout(self)
        if inside:
            outer.setContentsMargins(0, look.space(16), 0, 0)
        else:
            outer.setContentsMargins(margin - look.space(8), look.space(16), margin, look.space(16))
        holder = QFrame()
        holder.setMaximumWidth(widest)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space(16))
        back = button(look, self.tr("Back"), "back", icon="arrow-left")
        back.clicked.connect(self.back_requested)
        not_now = button(look, self.tr("Not now"), "back")
        not_now.setToolTip(self.tr("Leave it for another day. You can carry on from here."))
        not_now.clicked.connect(self.not_now_requested)
        following = button(look, next_words, "main", icon="arrow-right", trailing=True)
        following.clicked.connect(self.next_requested)
        row.addWidget(back)
        row.addStretch(1)
        if more:
            ask = button(look, self.tr("Ask me more"), "quiet")
            ask.clicked.connect(self.more_requested)
            row.addWidget(ask)
        row.addWidget(not_now)
        row.addWidget(following)
        outer.addWidget(holder, 1000)
        outer.addStretch(1)
