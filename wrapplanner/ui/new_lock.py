"""A passphrase and a recovery code for a plan that is about to begin: asked for, made, shown, or done without."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wrapplanner.ui.tasks import Tasks

if TYPE_CHECKING:
    from wrapplanner.storage.keyfile import KeyFile, Keys
    from wrapplanner.ui.pages.new_passphrase import NewPassphrasePage
    from wrapplanner.ui.pages.recovery_code import RecoveryCodePage
    from wrapplanner.ui.preferences import PreferenceFile
    from wrapplanner.ui.theme import Look


@dataclass(frozen=True, slots=True)
class Lock:
    """New keys, the key file that wraps them, and the recovery code as it is printed."""

    keys: Keys
    key_file: KeyFile
    code: str

    def __repr__(self) -> str:
        return "Lock(…)"


class NewLock(QObject):
    """`front_wanted(make)` as in `opening.py`; `ready(Lock | None)` at the end; `left()` back to the question before."""

    front_wanted = Signal(object)
    ready = Signal(object)
    left = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self)
        self._preferences: PreferenceFile | None = None

    def begin(self, preferences: PreferenceFile) -> None:
        """Ask for a passphrase; the preferences say on what paper the code's sheet is printed."""
        self._preferences = preferences
        self.front_wanted.emit(self._question)

    def _question(self, look: Look) -> NewPassphrasePage:
        from wrapplanner.ui.pages.new_passphrase import NewPassphrasePage

        page = NewPassphrasePage(look)
        page.chosen.connect(self._on_chosen)
        page.skipped.connect(self._on_skipped)
        page.left.connect(self.left)
        return page

    def _on_chosen(self, words: str) -> None:
        self._tasks.run(partial(made_for, words), self._on_made, self._on_not_made)

    def _on_skipped(self) -> None:
        self.ready.emit(None)

    def _on_made(self, lock: Lock) -> None:
        self.front_wanted.emit(partial(self._code, lock))

    def _on_not_made(self, problem: Exception) -> None:
        raise problem

    def _code(self, lock: Lock, look: Look) -> RecoveryCodePage:
        from wrapplanner.ui.pages.recovery_code import RecoveryCodePage
        from wrapplanner.ui.sheet_desk import sheet_options

        assert self._preferences is not None
        page = RecoveryCodePage(look, lock.code, sheet_options(look, self._preferences))
        page.written_down.connect(partial(self.ready.emit, lock))
        return page


def made_for(words: str) -> Lock:
    """Return a lock that a passphrase opens. For another thread: it takes 0.2 s."""
    from wrapplanner.storage.keyfile import KeyFile, fresh_keys
    from wrapplanner.storage.keyslots import passphrase_slot, recovery_slot

    keys = fresh_keys()
    by_code, code = recovery_slot(keys)
    return Lock(keys, KeyFile(keys.vault_id, (passphrase_slot(keys, words), by_code)), code)
