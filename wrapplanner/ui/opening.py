"""The way to an open plan: asks for what a locked one wants, tells what is the matter with one that does not open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from wrapplanner.errors import PlanLocked, PlanNotFound, StorageError, Way, WrapPlannerError
from wrapplanner.ui.plan_wants import Restored
from wrapplanner.ui.tasks import Tasks

if TYPE_CHECKING:
    from wrapplanner.storage.backups import Backup
    from wrapplanner.storage.keychain import Keychain
    from wrapplanner.storage.keyfile import Keys
    from wrapplanner.storage.plans import PlanStore
    from wrapplanner.ui.pages.front import FrontPage
    from wrapplanner.ui.pages.trouble import Step
    from wrapplanner.ui.pages.unlock import Opened
    from wrapplanner.ui.theme import Look

MakeFront = Callable[["Look"], "FrontPage"]


@dataclass(frozen=True, slots=True)
class Arrived:
    """An open plan and how one got there: with the recovery code, to be read alone, after a restore.

    `code` is a new recovery code to be shown, `said` what there is to be told.
    """

    store: PlanStore
    folder: Path
    by_code: bool = False
    to_read: bool = False
    restored: Restored | None = None
    code: str = ""
    said: str = ""


class Opening(QObject):
    """`arrived(Arrived)`; `front_wanted(make)`: show the page that `make` builds for a look; `left(problem)`: to the start."""

    arrived = Signal(object)
    front_wanted = Signal(object)
    left = Signal(str)

    def __init__(self, parent: QObject, keychain: Keychain | None = None) -> None:
        super().__init__(parent)
        self.country = ""  # whose helplines a locked plan shows: as the app was told, or as the computer is set
        self._tasks, self._keychain = Tasks(self), keychain

    def open(
        self,
        folder: Path,
        *,
        keys: Keys | None = None,
        by_code: bool = False,
        to_read: bool = False,
        restored: Restored | None = None,
        code: str = "",
        said: str = "",
    ) -> None:
        """Open the plan in a folder, with what the person has to give, or say why not and what can be done."""
        from wrapplanner.storage.plans import PlanStore

        try:
            store = PlanStore.open(folder, keys=keys, to_read=to_read, keychain=self._keychain)
        except PlanNotFound:
            self.left.emit("")
        except StorageError as problem:
            self._on_refused(folder, keys, problem)
        else:
            self.arrived.emit(Arrived(store, folder, by_code, to_read, restored, code, said))

    def ask(self, folder: Path, ways: tuple[Way, ...]) -> None:
        """Ask for the passphrase or the code of a plan that is closed."""

        def opened(found: Opened) -> None:
            self.open(folder, keys=_keys(found), by_code=found.way is Way.RECOVERY_CODE)

        self._ask(folder, ways, opened)

    def restore(self, folder: Path, backup: Backup, keys: Keys | None) -> None:
        """Put a backup in the place of a plan that is closed, and open it; `keys` are the plan's own, if it opens."""
        from wrapplanner.storage.restoring import keys_of_backup

        try:
            its_own = keys_of_backup(backup, keys, keychain=self._keychain)
        except PlanLocked as locked:

            def opened(found: Opened) -> None:
                self._put_in_place(folder, backup, _keys(found), keys)

            said = self.tr("The backup opens with the passphrase or the code that it was made with.")
            self._ask(backup.folder, locked.ways, opened, said)
        except StorageError as problem:
            self._on_refused(folder, keys, problem)
        else:
            self._put_in_place(folder, backup, its_own, keys)

    def _put_in_place(self, folder: Path, backup: Backup, its_own: Keys, keys: Keys | None) -> None:
        from wrapplanner.storage.restoring import restore

        def done(aside: Backup) -> None:
            self.open(folder, keys=its_own, restored=Restored(backup, aside))

        self.front_wanted.emit(self._waiting)
        work = partial(restore, folder, backup, its_own, keys)
        self._tasks.run(work, done, partial(self._on_refused, folder, keys))

    def _ask(self, folder: Path, ways: tuple[Way, ...], then: Callable[[Opened], None], said: str = "") -> None:
        from wrapplanner.storage.locked_card import read_card
        from wrapplanner.ui.pages.unlock import UnlockPage

        def make(look: Look) -> UnlockPage:
            older = _older(folder)
            card, has_older = read_card(folder), older is not None
            way_in = partial(unlocked, folder)
            page = UnlockPage(look, way_in, ways, said=said, card=card, older=has_older, country=self.country)
            if older is not None:
                page.older_requested.connect(partial(self.restore, folder, older, None))
            page.opened.connect(then)
            page.another_requested.connect(self._on_left)
            return page

        self.front_wanted.emit(make)

    def _waiting(self, look: Look) -> FrontPage:
        from wrapplanner.ui.pages.trouble import TroublePage

        return TroublePage(look, self.tr("One moment"), self.tr("The backup is being put in its place."), ())

    def _on_refused(self, folder: Path, keys: Keys | None, problem: Exception) -> None:
        if not isinstance(problem, WrapPlannerError):
            raise problem
        ways: tuple[Way, ...] = getattr(problem, "ways", ())
        if isinstance(problem, PlanLocked) and ways:
            self.ask(folder, ways)
            return
        from wrapplanner.ui.pages.trouble import TroublePage

        steps = self._steps(folder, ways)

        def make(look: Look) -> TroublePage:
            page = TroublePage(look, self.tr("Your plan is not open yet"), problem.sentence, steps)
            page.step_requested.connect(partial(self._on_step, folder, keys))
            return page

        self.front_wanted.emit(make)

    def _steps(self, folder: Path, ways: tuple[Way, ...]) -> tuple[Step, ...]:
        """Return what can be done: only what would work here."""
        from wrapplanner.ui.pages.trouble import Step

        steps = []
        if Way.READ in ways:
            steps.append(Step(Way.READ, self.tr("Open it to read"), self.tr("You can read and print it, but not write.")))
        if Way.KEYS_OF_BACKUP in ways and _key_file(folder) is not None:
            said = self.tr("A backup has the key file that fits. The files here are kept as they are, too.")
            steps.append(Step(Way.KEYS_OF_BACKUP, self.tr("Use that key file"), said))
        if Way.BACKUP in ways and (backup := _newest(folder)) is not None:
            from wrapplanner.ui.backup_words import when

            said = self.tr("The newest backup is of {0}. The files here are kept too.").format(when(backup))
            steps.append(Step(Way.BACKUP, self.tr("Restore the backup"), said))
        if Way.ELSEWHERE in ways:
            said = self.tr("It is copied to another place, where you can write on. The files here are kept as they are.")
            steps.append(Step(Way.ELSEWHERE, self.tr("Keep it in another place"), said))
        steps.append(Step("again", self.tr("Try again")))
        steps.append(Step("other", self.tr("Open another plan")))
        return tuple(steps)

    def _on_step(self, folder: Path, keys: Keys | None, step: str) -> None:
        does: dict[str, Callable[[], None]] = {
            Way.READ: partial(self.open, folder, keys=keys, to_read=True),
            Way.KEYS_OF_BACKUP: partial(self._take_keys, folder),
            Way.BACKUP: partial(self._restore_newest, folder, keys),
            Way.ELSEWHERE: partial(self._move, folder, keys),
            "again": partial(self.open, folder, keys=keys),
            "other": self._on_left,
        }
        does[step]()

    def _take_keys(self, folder: Path) -> None:
        from wrapplanner.storage.restoring import take_key_file

        try:
            if (backup := _key_file(folder)) is not None:
                take_key_file(folder, backup)
        except StorageError as problem:
            self._on_refused(folder, None, problem)
        else:
            self.open(folder)

    def _move(self, folder: Path, keys: Keys | None) -> None:
        from wrapplanner.storage.moving import copy_plan
        from wrapplanner.ui.pages.start import ask_folder

        chosen = ask_folder(QApplication.activeWindow())
        if not chosen:
            return
        try:
            moved = copy_plan(folder, Path(chosen))
        except StorageError as problem:
            self._on_refused(folder, keys, problem)
        else:
            self.open(moved, keys=keys, said=self.tr("Your plan is in the new place now. You can write in it."))

    def _restore_newest(self, folder: Path, keys: Keys | None) -> None:
        if (backup := _newest(folder)) is not None:
            self.restore(folder, backup, keys)

    def _on_left(self) -> None:
        self.left.emit("")


def unlocked(folder: Path, way: Way, words: str) -> Keys:
    """Return the keys of a plan that no store has open. For another thread. Raises WrongSecret, StorageError."""
    from wrapplanner.storage.diagnosis import examine
    from wrapplanner.storage.keyslots import Passphrase, RecoveryCode, unlock

    return unlock(examine(folder), Passphrase(words) if way is Way.PASSPHRASE else RecoveryCode(words))


def _keys(found: Opened) -> Keys:
    from wrapplanner.storage.keyfile import Keys

    assert isinstance(found.keys, Keys)
    return found.keys


def _newest(folder: Path) -> Backup | None:
    """Return the newest backup that is whole."""
    from wrapplanner.storage.backups import is_intact, listed

    return next((backup for backup in listed(folder) if is_intact(backup)), None)


def _older(folder: Path) -> Backup | None:
    """Return the newest backup that opens with another passphrase or code than the plan."""
    from wrapplanner.storage.backups import listed
    from wrapplanner.storage.restoring import opens_otherwise

    return next((backup for backup in listed(folder) if opens_otherwise(folder, backup)), None)


def _key_file(folder: Path) -> Backup | None:
    """Return the newest backup whose key file belongs to the plan's file."""
    from wrapplanner.storage.restoring import key_files_that_fit

    try:
        return next(iter(key_files_that_fit(folder)), None)
    except StorageError:
        return None
