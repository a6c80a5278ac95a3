"""What is wanted of an open plan that the app closes it for, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wrapplanner.storage.backups import Backup


@dataclass(frozen=True, slots=True)
class Restored:
    """A backup that was put in the place of the plan, and the one that keeps what was there before."""

    backup: Backup
    aside: Backup


@dataclass(frozen=True, slots=True)
class NewKey:
    """A wish to write the plan anew, since somebody knows the passphrase: the new one, and whether old backups go."""

    words: str
    drops_backups: bool

    def __repr__(self) -> str:
        return "NewKey(…)"
