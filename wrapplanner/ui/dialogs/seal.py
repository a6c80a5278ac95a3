"""The plan in one sealed file, to be carried to another computer."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wrapplanner.ui.dialogs.working import WorkingDialog
from wrapplanner.ui.pages import print_dialogs
from wrapplanner.ui.plan_safe import PlanSafe
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.new_words import NewWords
from wrapplanner.ui.widgets.words import words

FILE_NAME = "My plan.wrapplan"


class SealDialog(WorkingDialog):
    """Asks for a passphrase for the file where the plan has none. `written(name)`: the file is there, read back whole."""

    written = Signal(str)

    def __init__(self, look: Look, safe: PlanSafe, parent: QWidget) -> None:
        super().__init__(look, parent.tr("Move my plan to another computer"), parent)
        self._plan_safe = safe
        said = self.tr(
            "All of your plan goes into one file that is locked. Take it there on a memory stick, open this program, and "
            "choose “Open a plan I have”. Your plan here stays as it is."
        )
        self.body.addWidget(words(said))
        self._new: NewWords | None = None
        if safe.has_passphrase:
            self.body.addWidget(words(self.tr("The file opens with your passphrase, and with your recovery code.")))
        else:
            self._new = NewWords(look)
            self._new.entered.connect(self._on_do)
            self.body.addWidget(words(self.tr("Choose a passphrase for the file. You type it there, too.")))
            self.body.addWidget(self._new)
        self.body.addWidget(self._told)
        self.add_button(self.tr("Not now"), self.reject, safe=True)
        self.add_button(self.tr("Choose where it goes"), self._on_do, "main")
        if self._new is not None:
            self.focus_first(self._new.first)

    def _on_do(self) -> None:
        if self._tasks.is_busy:
            return
        problem = self._new.problem() if self._new is not None else ""
        self._say(problem)
        if problem:
            return
        title = self.tr("Where shall the sealed file go?")
        chosen = print_dialogs.ask_new_file(self, title, FILE_NAME, self.tr("Sealed plan"), "wrapplan")
        if chosen:
            self._say(self.tr("The file is being written and read back…"))
            given = self._new.given if self._new is not None else ""
            work = partial(self._plan_safe.write_sealed, Path(chosen), given)
            self._tasks.run(work, partial(self._on_written, Path(chosen).name), self._on_refused)

    def _on_written(self, name: str, _: None) -> None:
        self.accept()
        self.written.emit(name)
