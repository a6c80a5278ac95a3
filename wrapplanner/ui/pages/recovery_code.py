"""The recovery code of a new plan, shown once."""

from __future__ import annotations

from PySide6.QtCore import Signal

from wrapplanner.pdf.options import PrintOptions
from wrapplanner.ui.pages.front import FrontPage
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.code_card import CodeCard
from wrapplanner.ui.widgets.words import words


class RecoveryCodePage(FrontPage):
    """`written_down()` when the person goes on."""

    written_down = Signal()

    def __init__(self, look: Look, code: str, options: PrintOptions) -> None:
        super().__init__(look)
        said = self.tr("It opens your plan if you forget your passphrase. It is shown this once and kept nowhere here.")
        self.add_title(self.tr("Your recovery code"), said)
        card = CodeCard(look, code, options)
        self.column.addWidget(card)
        hint = self.tr(
            "Print it, or write it on paper, and keep it away from this computer, or with somebody you trust. "
            "Whoever has the code and this computer can open your plan."
        )
        self.column.addWidget(words(hint))
        done = button(look, self.tr("I have it on paper"), "main")
        done.clicked.connect(self.written_down)
        self.add_row(done)
        note = self.tr("You can make a new code at any time, in Settings. The old one then stops working.")
        self.column.addWidget(words(note, "caption"))
        self.finish()
        self.first = card.words
