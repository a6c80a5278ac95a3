"""Writes a closed plan anew under another key, since somebody knows its passphrase, and opens it again."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from wrapplanner.errors import WrapPlannerError
from wrapplanner.ui.tasks import Tasks

if TYPE_CHECKING:
    from pathlib import Path

    from wrapplanner.storage.keyfile import Keys
    from wrapplanner.ui.opening import Opening
    from wrapplanner.ui.pages.front import FrontPage
    from wrapplanner.ui.plan_wants import NewKey
    from wrapplanner.ui.theme import Look


class Rekeying(QObject):
    """Uses `opening` for the page that waits and for the way back into the plan, whichever key it has then."""

    def __init__(self, opening: Opening, parent: QObject) -> None:
        super().__init__(parent)
        self._opening, self._tasks = opening, Tasks(self)

    def begin(self, folder: Path, keys: Keys, wish: NewKey) -> None:
        """Change the key of the plan in a folder, which no store has open; `keys` are the present ones."""
        self._opening.front_wanted.emit(_waiting)
        self._tasks.run(
            partial(changed, folder, keys, wish), partial(self._on_changed, folder), partial(self._on_refused, folder, keys)
        )

    def _on_changed(self, folder: Path, made: tuple[Keys, str, str]) -> None:
        keys, code, problem = made
        said = problem or self.tr("Your plan has a new key. The passphrase from before opens it no more.")
        self._opening.open(folder, keys=keys, code=code, said=said)

    def _on_refused(self, folder: Path, keys: Keys, problem: Exception) -> None:
        if not isinstance(problem, WrapPlannerError):
            self._opening.open(folder, keys=keys)
            raise problem
        self._opening.open(folder, keys=keys, said=problem.sentence)


def changed(folder: Path, keys: Keys, wish: NewKey) -> tuple[Keys, str, str]:
    """Return the new keys, a new recovery code ("" where there was none), and what went wrong with the older backups.

    For another thread. Raises StorageError; the plan then opens with the keys that it had.
    """
    from wrapplanner.storage.backups import Why
    from wrapplanner.storage.deleting import drop_backups_of_other_keys
    from wrapplanner.storage.locking import change_key, key_file_of, new_lock
    from wrapplanner.storage.plans import PlanStore

    with closing(PlanStore.open(folder, keys=keys)) as store:
        new_keys, key_file, code = new_lock(wish.words, key_file_of(store))
        change_key(store, new_keys, key_file)
    problem = ""
    if wish.drops_backups:
        try:
            with closing(PlanStore.open(folder, keys=new_keys)) as store:
                store.make_backup(store.begin_backup(Why.KEYS))
            drop_backups_of_other_keys(folder)
        except WrapPlannerError as refused:
            problem = refused.sentence
    return new_keys, code, problem


def _waiting(look: Look) -> FrontPage:
    from wrapplanner.ui.pages.trouble import TroublePage

    said = QCoreApplication.translate("Rekeying", "Your plan is being written anew. It is safe meanwhile.")
    return TroublePage(look, QCoreApplication.translate("Rekeying", "One moment"), said, ())
