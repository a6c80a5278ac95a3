"""A plan's first minutes on somebody's own computer: its keychain gets a key, and later a recovery code is offered, once."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from wrapplanner.errors import StorageError
from wrapplanner.ui.tasks import Tasks

if TYPE_CHECKING:
    from wrapplanner.storage.keyfile import Slot
    from wrapplanner.storage.plans import PlanStore
    from wrapplanner.ui.plan_safe import PlanSafe
    from wrapplanner.ui.session import PlanSession


class OwnKey(QObject):
    """Asks the keychain in the background, so that nobody waits for it; without one nothing is said and nothing changes."""

    def __init__(self, safe: PlanSafe, session: PlanSession) -> None:
        """It lives as long as the session."""
        super().__init__(session)
        self._safe, self._session = safe, session
        self._tasks = Tasks(self)
        session.closing.connect(self._tasks.drop)

    def begin(self, store: PlanStore) -> None:
        """Ask for a key, and what keeping it imports."""
        self._tasks.run(partial(_made, self._safe, store), self._on_made, self._on_not_made)

    def _on_made(self, slot: Slot | None) -> None:
        if slot is not None and not self._safe.has_passphrase:
            with suppress(StorageError):  # the plan opens as it did; Settings offers it again
                self._safe.open_by_itself(slot)

    def _on_not_made(self, problem: Exception) -> None:
        raise problem


def wants_code(safe: PlanSafe, session: PlanSession) -> bool:
    """Whether a recovery code would help, and there is something to lose."""
    plan = session.plan
    return not (safe.has_code or safe.has_passphrase or safe.to_read) and bool(plan.answers or plan.tools)


def _made(safe: PlanSafe, store: PlanStore) -> Slot | None:
    store.warm()
    return safe.computer_slot()
