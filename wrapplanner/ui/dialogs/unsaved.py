"""Closing with words that the disk has not taken: keep the window, keep the words elsewhere, or let them go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.session import PlanSession
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.words import words


def ask_file(parent: QWidget) -> str:
    """Let the person choose a file for their words; "" where they thought better of it."""
    name, _ = QFileDialog.getSaveFileName(parent, parent.tr("Keep my words in a file"), "My words.json", "JSON (*.json)")
    return name


class UnsavedDialog(Dialog):
    """Says what is not kept, and why. `leave_requested()` when the window may close."""

    leave_requested = Signal()

    def __init__(self, look: Look, session: PlanSession, problem: str, parent: QWidget) -> None:
        super().__init__(look, parent.tr("Your last words are not saved"), parent)
        self._session = session
        self.body.addWidget(words(problem))
        note = self.tr("You can keep everything in a file on another disk. Anybody who has that file can read it.")
        self._said = words(note, "soft")
        self.body.addWidget(self._said)
        self.add_button(self.tr("Close without them"), self._on_leave, "quiet")
        self.add_button(self.tr("Keep them in a file"), self._on_file)
        self.add_button(self.tr("Go on writing"), self.reject, "main", safe=True)

    def _on_leave(self) -> None:
        self.leave_requested.emit()
        self.accept()

    def _on_file(self) -> None:
        from wrapplanner.storage.interchange import write_plan
        from wrapplanner.storage.safefiles import write_safely

        chosen = ask_file(self)
        if not chosen:
            return
        try:
            write_safely(Path(chosen), write_plan(self._session.plan))
        except OSError:
            self._said.setText(self.tr("That file cannot be written either. Choose another place. Your words are still here."))
        else:
            self._on_leave()
