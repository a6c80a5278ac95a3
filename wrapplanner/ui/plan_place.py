"""What lies in the open beside a sealed plan: where it is, its nickname, the card on the locked page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wrapplanner.domain.locked_card import LockedCard


@dataclass(frozen=True, slots=True)
class PlanPlace:
    """The folder of a plan, open or not."""

    folder: Path

    def synced_by(self) -> str:
        """Return the name of the service that copies the plan's folder to other computers, or ""."""
        from wrapplanner.storage.synced import synced_by

        return synced_by(self.folder)

    def nickname(self) -> str:
        """Return what the start window calls the plan, or ""."""
        from wrapplanner.storage.names import nickname_of

        return nickname_of(self.folder)

    def keep_nickname(self, words: str) -> str:
        """Keep a nickname and return it as it is shown. Raises NotSaved."""
        from wrapplanner.storage.names import keep_nickname

        return keep_nickname(self.folder, words)

    def card(self) -> LockedCard | None:
        """Return the card that the locked page shows, None where the person wants none."""
        from wrapplanner.storage.locked_card import read_card

        return read_card(self.folder)

    def keep_card(self, card: LockedCard) -> None:
        """Keep a card; one that shows nothing is taken away. Raises NotSaved."""
        from wrapplanner.storage.locked_card import keep_card

        keep_card(self.folder, card)
