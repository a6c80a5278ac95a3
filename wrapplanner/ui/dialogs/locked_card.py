"""Choosing what the locked page shows: each answer is ticked, and the card is seen before it lies in the open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wrapplanner.domain.locked_card import LockedCard, can_show, card_of
from wrapplanner.errors import WrapPlannerError
from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.pages.front import Told
from wrapplanner.ui.plan_safe import PlanSafe
from wrapplanner.ui.session import PlanSession
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.card_view import CardView, title_of
from wrapplanner.ui.widgets.flow import FlowLayout
from wrapplanner.ui.widgets.tick_line import TickLine
from wrapplanner.ui.widgets.words import words


class LockedCardDialog(Dialog):
    """`kept()` when the card is shown, changed or taken away."""

    kept = Signal()

    def __init__(self, look: Look, safe: PlanSafe, session: PlanSession, parent: QWidget) -> None:
        super().__init__(look, parent.tr("A card on the locked page"), parent)
        self._plan_safe, self._session = safe, session
        said = self.tr(
            "Whoever opens this program here can read it without your passphrase: somebody who helps you, and anybody else. "
            "It lies beside your plan and is not locked away. Only what you tick is on it."
        )
        self.body.addWidget(words(said))
        present = safe.place.card()
        shown = frozenset(present.lines) if present is not None else frozenset()
        self._ticks: dict[str, TickLine] = {}
        ticks = FlowLayout(look.space(16))
        for role in can_show(session.framework, session.plan):
            line = TickLine(look, title_of(role), "")
            line.setChecked(role in shown)
            line.toggled.connect(self._on_toggled)
            self._ticks[role] = line
            ticks.addWidget(line)
        self.body.addLayout(ticks)
        if not self._ticks:
            self.body.addWidget(words(self.tr("Your crisis plan has no words yet that a card could show."), "soft"))
        self.body.addWidget(words(self.tr("This is what they see"), "body-strong"))
        self._view = CardView(look, self._card())
        self.body.addWidget(self._view)
        self._told = Told()
        self.body.addWidget(self._told)
        self.body.addStretch(1)
        self.add_button(self.tr("Leave it as it is"), self.reject, safe=True)
        if shown:
            self.add_button(self.tr("Take the card away"), self._on_away)
        if self._ticks:
            self.add_button(self.tr("Show this card"), self._on_show, "main")

    def _card(self) -> LockedCard:
        chosen = (role for role, line in self._ticks.items() if line.isChecked())
        return card_of(self._session.framework, self._session.plan, chosen)

    def _on_toggled(self) -> None:
        self._view.show_card(self._card())
        self.fit()

    def _on_show(self) -> None:
        if self._card():
            self._keep(self._card())
        else:
            self._told.say(self.tr("Tick what the card may show first."))
            self.fit()

    def _on_away(self) -> None:
        self._keep(card_of(self._session.framework, self._session.plan, ()))

    def _keep(self, card: LockedCard) -> None:
        try:
            self._plan_safe.place.keep_card(card)
        except WrapPlannerError as problem:
            self._told.say(problem.sentence)
            self.fit()
        else:
            self.accept()
            self.kept.emit()
