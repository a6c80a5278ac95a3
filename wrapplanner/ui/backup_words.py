"""What is said of a backup: when it was made and what for."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from wrapplanner.domain.kinds import spoken_date
from wrapplanner.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from wrapplanner.storage.backups import Backup

_WHY = {
    "asked": QT_TRANSLATE_NOOP("Backups", "You asked for it"),
    "opened": QT_TRANSLATE_NOOP("Backups", "Made when you opened your plan"),
    "changed": QT_TRANSLATE_NOOP("Backups", "Made while you were writing"),
    "migration": QT_TRANSLATE_NOOP("Backups", "Before a new version of the program took over"),
    "restore": QT_TRANSLATE_NOOP("Backups", "Before a backup was restored"),
    "import": QT_TRANSLATE_NOOP("Backups", "Before another plan was taken in"),
    "keys": QT_TRANSLATE_NOOP("Backups", "Before the key was changed"),
    "set-aside": QT_TRANSLATE_NOOP("Backups", "Files that did not open, kept as they were"),
}


def when(backup: Backup) -> str:
    """Return the day and the time of a backup as people say them, in their own time."""
    try:
        made = datetime.fromisoformat(backup.made).astimezone()
    except ValueError:
        return backup.day or QCoreApplication.translate("Backups", "a day that is not known")
    return f"{spoken_date(made.date().isoformat())}, {made:%H:%M}"


def why(backup: Backup) -> str:
    """Return what a backup was made for."""
    return QCoreApplication.translate("Backups", _WHY.get(backup.why, ""))
