"""Backups that nobody has to think of: soon after a plan is opened, and every half hour, if anything was changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from wrapplanner.errors import WrapPlannerError
from wrapplanner.ui.tasks import Tasks

if TYPE_CHECKING:
    from wrapplanner.ui.plan_safe import PlanSafe
    from wrapplanner.ui.session import PlanSession

SOON_MS = 20_000
EVERY_MS = 30 * 60_000


class AutoBackup(QObject):
    """Lives as long as the open plan's session. `refused(sentence)` where a backup cannot be made."""

    refused = Signal(str)

    def __init__(self, safe: PlanSafe, session: PlanSession, soon_ms: int = SOON_MS) -> None:
        super().__init__(session)
        self._safe, self._opened = safe, True
        self._tasks = Tasks(self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time)
        self._timer.start(soon_ms)
        session.closing.connect(self._end)

    def _end(self) -> None:
        self._timer.stop()
        self._tasks.drop()

    def _on_time(self) -> None:
        self._timer.start(EVERY_MS)
        if self._safe.is_busy:
            return
        try:
            ticket = self._safe.begin_due_backup(opened=self._opened)
        except WrapPlannerError:
            return  # the disk takes nothing just now: the status bar says so already, of the words themselves
        self._opened = False
        if ticket is not None:
            self._tasks.run(partial(self._safe.make_backup, ticket), _on_made, self._on_refused)

    def _on_refused(self, problem: Exception) -> None:
        if not isinstance(problem, WrapPlannerError):
            raise problem
        self.refused.emit(problem.sentence)


def _on_made(_backup: object) -> None:
    """Nobody is told: it is in the list."""
