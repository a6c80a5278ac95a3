"""A plan from somewhere else: its folder is found, or its sealed file is opened and taken in beside what is here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from wrapplanner.errors import Way, WrapPlannerError
from wrapplanner.ui.tasks import Tasks

if TYPE_CHECKING:
    from wrapplanner.domain.framework import Framework
    from wrapplanner.storage.keyfile import KeyFile, Keys
    from wrapplanner.ui.pages.elsewhere import ElsewherePage
    from wrapplanner.ui.pages.front import FrontPage
    from wrapplanner.ui.pages.unlock import Opened, UnlockPage
    from wrapplanner.ui.theme import Look


class TakingIn(QObject):
    """`front_wanted(make)` as in `opening.py`; `left()` back to the start.

    `found(folder)`: the folder of a plan that was chosen. `taken(folder, keys)`: a sealed file's plan is in that folder now.
    """

    front_wanted = Signal(object)
    found = Signal(object)
    taken = Signal(object, object)
    left = Signal()

    def __init__(self, window: QWidget, framework_of: Callable[[str], Framework], parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._framework_of = window, framework_of
        self._tasks = Tasks(self)
        self._data_dir = Path()

    def begin(self, data_dir: Path, problem: str = "") -> None:
        """Ask where the plan is; a sealed file is taken into `data_dir`."""
        self._data_dir = data_dir
        self.front_wanted.emit(partial(self._question, problem))

    def _question(self, problem: str, look: Look) -> ElsewherePage:
        from wrapplanner.ui.pages.elsewhere import ElsewherePage

        page = ElsewherePage(look, problem)
        page.folder_requested.connect(self._on_folder_requested)
        page.file_requested.connect(self._on_file_requested)
        page.left.connect(self.left)
        return page

    def _on_folder_requested(self) -> None:
        from wrapplanner.storage.names import plan_folder, plan_in

        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Where is your plan? Choose its folder"))
        if not chosen:
            return
        found = plan_in(Path(chosen))
        if found is None:
            said = self.tr("There is no plan in that folder. Choose the folder that you chose when you began.")
            self.begin(self._data_dir, said)
        else:
            self.found.emit(plan_folder(*found))

    def _on_file_requested(self) -> None:
        from wrapplanner.storage.sealed import SUFFIX, read_slots

        what = self.tr("Sealed plans") + f" (*{SUFFIX})"
        chosen, _ = QFileDialog.getOpenFileName(self._window, self.tr("Which file is your plan in?"), "", what)
        if not chosen:
            return
        try:
            key_file = read_slots(Path(chosen))
        except WrapPlannerError as problem:
            self.begin(self._data_dir, problem.sentence)
        else:
            self.front_wanted.emit(partial(self._unlock_page, Path(chosen), key_file))

    def _unlock_page(self, path: Path, key_file: KeyFile, look: Look) -> UnlockPage:
        from wrapplanner.ui.pages.unlock import UnlockPage

        said = self.tr("This file is sealed. It opens with the passphrase or the code that it was sealed with.")
        page = UnlockPage(look, partial(_unlocked, key_file), _ways(key_file), said=said)
        page.opened.connect(partial(self._on_opened, path))
        page.another_requested.connect(partial(self._on_another))
        return page

    def _on_another(self) -> None:
        self.begin(self._data_dir)

    def _on_opened(self, path: Path, opened: Opened) -> None:
        self.front_wanted.emit(_waiting)
        work = partial(take_in, path, self._data_dir, opened.keys, self._framework_of)  # type: ignore[arg-type]
        self._tasks.run(work, partial(self._on_taken, opened.keys), self._on_refused)  # type: ignore[arg-type]

    def _on_taken(self, keys: Keys, folder: Path) -> None:
        self.taken.emit(folder, keys)

    def _on_refused(self, problem: Exception) -> None:
        if not isinstance(problem, WrapPlannerError):
            self.begin(self._data_dir, self.tr("This file could not be taken in. Nothing here was changed."))
            raise problem
        self.begin(self._data_dir, problem.sentence)


def take_in(path: Path, data_dir: Path, keys: Keys, framework_of: Callable[[str], Framework]) -> Path:
    """Take a sealed file's plan in beside those that are there; return its folder. For another thread.

    Raises ImportRefused, NotSaved; nothing is there then that was not before.
    """
    from wrapplanner.storage.names import DEFAULT, free_name, plan_folder
    from wrapplanner.storage.sealed import take_sealed

    folder = plan_folder(data_dir, free_name(data_dir, DEFAULT))
    take_sealed(path, folder, keys, framework_of)
    return folder


def _unlocked(key_file: KeyFile, way: Way, words: str) -> Keys:
    """For another thread. Raises WrongSecret, StorageError."""
    from wrapplanner.storage.keyslots import Passphrase, RecoveryCode, unlock

    return unlock(key_file, Passphrase(words) if way is Way.PASSPHRASE else RecoveryCode(words))


def _ways(key_file: KeyFile) -> tuple[Way, ...]:
    from wrapplanner.storage.keyfile import PASSPHRASE, RECOVERY

    kinds = ((PASSPHRASE, Way.PASSPHRASE), (RECOVERY, Way.RECOVERY_CODE))
    return tuple(way for kind, way in kinds if key_file.of_kind(kind))


def _waiting(look: Look) -> FrontPage:
    from wrapplanner.ui.pages.trouble import TroublePage

    said = QCoreApplication.translate("TakingIn", "Your plan is being looked at and taken in.")
    return TroublePage(look, QCoreApplication.translate("TakingIn", "One moment"), said, ())
