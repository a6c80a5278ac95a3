"""The card on the locked page as it is seen: there, and in the dialog where it is chosen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout

from wrapplanner.domain.locked_card import LockedCard
from wrapplanner.ui.theme import Look
from wrapplanner.ui.translation import QT_TRANSLATE_NOOP
from wrapplanner.ui.widgets.column import clear
from wrapplanner.ui.widgets.words import words

TITLES = {
    "preferred-name": QT_TRANSLATE_NOOP("CardView", "What to call me"),
    "supporters": QT_TRANSLATE_NOOP("CardView", "Please call"),
    "communication": QT_TRANSLATE_NOOP("CardView", "How to talk with me"),
    "do": QT_TRANSLATE_NOOP("CardView", "What helps me"),
    "do-not": QT_TRANSLATE_NOOP("CardView", "Please do not"),
    "allergies": QT_TRANSLATE_NOOP("CardView", "Allergies"),
}


def title_of(role: str) -> str:
    """Return the heading of a role on the card."""
    return QCoreApplication.translate("CardView", TITLES[role])


class CardView(QFrame):
    """Shows a card's headings and lines; `show_card` shows another one."""

    def __init__(self, look: Look, card: LockedCard) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Card for whoever helps"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[look.space(16)] * 4)
        self._column.setSpacing(look.space(2))
        self.show_card(card)

    def show_card(self, card: LockedCard) -> None:
        """Show a card, or say that it is blank."""
        clear(self._column)
        if not card:
            self._column.addWidget(words(self.tr("Nothing is shown yet."), "soft"))
        for place, (role, lines) in enumerate(card.lines.items()):
            if place:
                self._column.addSpacing(self._look.space(10))
            self._column.addWidget(words(title_of(role), "caption-strong"))
            for line in lines:
                self._column.addWidget(words(line))
