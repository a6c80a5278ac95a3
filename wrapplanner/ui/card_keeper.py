"""Keeps the card on the locked page in step with the plan, where the person wants one."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from wrapplanner.errors import StorageError

if TYPE_CHECKING:
    from wrapplanner.ui.plan_safe import PlanSafe
    from wrapplanner.ui.session import PlanSession

SOON_MS = 1000


class CardKeeper(QObject):
    """Lives as long as the open plan's session. What is no longer in the plan leaves the card, too."""

    def __init__(self, safe: PlanSafe, session: PlanSession) -> None:
        super().__init__(session)
        self._safe, self._session = safe, session
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.renew)
        session.changed.connect(self._on_changed)
        session.closing.connect(self.renew)

    def renew(self) -> None:
        """Write the card anew if it would say something else."""
        self._soon.stop()
        present = self._safe.place.card()
        if present is None or self._safe.to_read:
            return
        from wrapplanner.domain.locked_card import card_of  # late: most people want no card

        card = card_of(self._session.framework, self._session.plan, present.lines)
        if card != present:
            with suppress(StorageError):  # the disk takes nothing just now: the status bar says so already
                self._safe.place.keep_card(card)

    def _on_changed(self) -> None:
        self._soon.start()
