"""A new plan: where it is kept, what it is called beside others, what locks it; then it is made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wrapplanner.errors import StorageError
from wrapplanner.ui.new_lock import Lock, NewLock

if TYPE_CHECKING:
    from wrapplanner.storage.plans import PlanStore
    from wrapplanner.ui.pages.nickname import NicknamePage
    from wrapplanner.ui.preferences import PreferenceFile
    from wrapplanner.ui.theme import Look


@dataclass(frozen=True, slots=True)
class Begun:
    """A new plan, open. `only_me`: nobody else uses this computer, so its keychain may open the plan."""

    store: PlanStore
    folder: Path
    only_me: bool


class Beginning(QObject):
    """`front_wanted(make)` as in `opening.py`; `begun(Begun)` at the end; `left(problem)` back to the question before."""

    front_wanted = Signal(object)
    begun = Signal(object)
    left = Signal(str)

    def __init__(self, framework: str, parent: QObject) -> None:
        super().__init__(parent)
        self._framework = framework
        self._data_dir, self._nickname, self._answer = Path(), "", ""
        self._preferences: PreferenceFile | None = None
        self._new_lock = NewLock(self)
        self._new_lock.front_wanted.connect(self.front_wanted)
        self._new_lock.left.connect(self._on_left)
        self._new_lock.ready.connect(self._make)

    def begin(self, answer: str, data_dir: Path, preferences: PreferenceFile) -> None:
        """Go on from the answer to "Does anyone else use this computer?"; the plan is made in `data_dir`."""
        from wrapplanner.storage.names import plan_names

        self._answer, self._data_dir, self._preferences, self._nickname = answer, data_dir, preferences, ""
        if plan_names(data_dir):
            self.front_wanted.emit(self._question)
        else:
            self._lock()

    def _question(self, look: Look) -> NicknamePage:
        from wrapplanner.ui.pages.nickname import NicknamePage

        page = NicknamePage(look)
        page.chosen.connect(self._on_named)
        page.left.connect(self._on_left)
        return page

    def _on_named(self, nickname: str) -> None:
        self._nickname = nickname
        self._lock()

    def _lock(self) -> None:
        from wrapplanner.ui.pages.start import SHARED

        assert self._preferences is not None
        if self._answer == SHARED:
            self._new_lock.begin(self._preferences)
        else:
            self._make(None)

    def _make(self, lock: Lock | None) -> None:
        """Make the plan, locked or not."""
        from wrapplanner.storage.names import DEFAULT, free_name, keep_nickname
        from wrapplanner.storage.plans import PlanStore, plan_folder
        from wrapplanner.ui.pages.start import ONLY_ME

        folder = plan_folder(self._data_dir, free_name(self._data_dir, DEFAULT))
        try:
            keys, key_file = (lock.keys, lock.key_file) if lock is not None else (None, None)
            store = PlanStore.create(folder, self._framework, keys=keys, key_file=key_file)
            if self._nickname:
                keep_nickname(folder, self._nickname)
        except StorageError as error:
            self.left.emit(error.sentence)
        else:
            self.begun.emit(Begun(store, folder, self._answer == ONLY_ME))

    def _on_left(self) -> None:
        self.left.emit("")
