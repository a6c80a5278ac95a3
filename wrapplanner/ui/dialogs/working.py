"""A dialog that does its work in another thread, and tells beneath its fields what kept it from being done."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from wrapplanner.errors import WrapPlannerError
from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.pages.front import Told
from wrapplanner.ui.tasks import Tasks
from wrapplanner.ui.theme import Look


class WorkingDialog(Dialog):
    """Add `_told` to the body where a problem shall be read; give `_on_refused` to the tasks."""

    def __init__(self, look: Look, heading: str, parent: QWidget) -> None:
        super().__init__(look, heading, parent)
        self._tasks = Tasks(self)
        self._told = Told()

    def _on_refused(self, problem: Exception) -> None:
        if not isinstance(problem, WrapPlannerError):
            raise problem
        self._say(problem.sentence)

    def _say(self, sentence: str) -> None:
        self._told.say(sentence)
        self.fit()
        QTimer.singleShot(0, self._show_told)

    def _show_told(self) -> None:
        if self._told.isVisible():
            self._area.ensureWidgetVisible(self._told)
