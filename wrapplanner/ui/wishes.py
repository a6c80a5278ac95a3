"""What a person asks of their open plan that wants it closed: an older backup, a new key, another place, to be gone."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from wrapplanner.errors import WrapPlannerError
from wrapplanner.ui.rekeying import Rekeying
from wrapplanner.ui.tasks import Tasks

if TYPE_CHECKING:
    from wrapplanner.storage.backups import Backup
    from wrapplanner.storage.keychain import Keychain
    from wrapplanner.ui.main_window import MainWindow
    from wrapplanner.ui.opening import Opening
    from wrapplanner.ui.pages.front import FrontPage
    from wrapplanner.ui.plan_safe import PlanSafe
    from wrapplanner.ui.plan_wants import NewKey
    from wrapplanner.ui.theme import Look


class Wishes(QObject):
    """`left(said)`: there is no plan any more; the start is to be shown, and what became of it said."""

    left = Signal(str)

    def __init__(self, window: MainWindow, opening: Opening, keychain: Keychain | None, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._opening, self._keychain = window, opening, keychain
        self._rekeying = Rekeying(opening, self)
        self._tasks = Tasks(self)

    def follow(self, safe: PlanSafe) -> None:
        """Answer the wishes of the plan that is open now."""
        safe.restore_requested.connect(partial(self._on_restore_requested, safe))
        safe.new_key_requested.connect(partial(self._on_new_key_requested, safe))
        safe.leave_requested.connect(partial(self._on_leave_requested, safe))
        safe.delete_requested.connect(partial(self._on_delete_requested, safe))

    def _on_restore_requested(self, safe: PlanSafe, backup: Backup) -> None:
        folder, keys = safe.folder, safe.keys
        if self._closed(safe):
            self._opening.restore(folder, backup, keys)

    def _on_new_key_requested(self, safe: PlanSafe, wish: NewKey) -> None:
        folder, keys = safe.folder, safe.keys
        if self._closed(safe):
            self._rekeying.begin(folder, keys, wish)

    def _on_leave_requested(self, safe: PlanSafe) -> None:
        if self._closed(safe):
            self.left.emit("")

    def _on_delete_requested(self, safe: PlanSafe) -> None:
        folder = safe.folder
        if safe.is_busy:
            self._say_busy()
            return
        self._window.let_go(anyway=True)
        self._opening.front_wanted.emit(_waiting)
        done = QCoreApplication.translate("Wishes", "Your plan is gone from this computer, with its backups and its keys.")
        self._tasks.run(
            partial(deleted, folder, self._keychain), lambda _: self.left.emit(done), partial(self._on_not_deleted, folder)
        )

    def _on_not_deleted(self, folder: Path, problem: Exception) -> None:
        if not isinstance(problem, WrapPlannerError):
            self.left.emit("")
            raise problem
        self.left.emit(problem.sentence)

    def _closed(self, safe: PlanSafe) -> bool:
        """Close the plan, or say why that cannot be just now."""
        if safe.is_busy:
            self._say_busy()
            return False
        if self._window.let_go():
            return True
        self._window.say(self._window.context.session.problem)
        return False

    def _say_busy(self) -> None:
        self._window.say(self.tr("A backup is being made just now. Try again in a moment."))


def deleted(folder: Path, keychain: Keychain | None) -> None:
    """Take a closed plan away for good. For another thread. Raises NotSaved."""
    from wrapplanner.storage.deleting import delete_plan

    delete_plan(folder, keychain=keychain)


def _waiting(look: Look) -> FrontPage:
    from wrapplanner.ui.pages.trouble import TroublePage

    said = QCoreApplication.translate("Wishes", "Your plan is being taken away.")
    return TroublePage(look, QCoreApplication.translate("Wishes", "One moment"), said, ())
