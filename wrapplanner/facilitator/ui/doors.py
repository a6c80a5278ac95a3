"""Doors out of the presenter's menu: papers and files of the session, and the Companion. Imported when one is opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wrapplanner.domain.helplines import Helpline
from wrapplanner.facilitator.store import GroupStore
from wrapplanner.facilitator.ui.conductor import Conductor
from wrapplanner.facilitator.ui.presenter import PresenterWindow
from wrapplanner.pdf.options import Paper
from wrapplanner.ui.theme import Look

if TYPE_CHECKING:
    from wrapplanner.facilitator.ui.companion_window import CompanionWindow


def papers_dialog(
    look: Look, resources: Path, framework: str, conductor: Conductor, presenter: PresenterWindow, paper: Paper
) -> None:
    """Open the dialog for papers and files of a session, as it is now."""
    from wrapplanner.facilitator.ui.paper_offers import Press, offers_of
    from wrapplanner.facilitator.ui.papers_dialog import PapersDialog

    press = Press(resources, framework, date.fromtimestamp(conductor.now), paper)
    PapersDialog(look, offers_of(conductor.running, press), presenter, presenter.say).open()


class CompanionDoor(QObject):
    """Opens the Companion's one window, or brings it to the front."""

    def __init__(self, resources: Path, store: GroupStore, lines: Callable[[], tuple[Helpline, ...]], parent: QObject) -> None:
        super().__init__(parent)
        self._folder, self._store, self._lines = resources / "companion" / "en", store, lines
        self.window: CompanionWindow | None = None

    def open(self, look: Look, beside: QWidget) -> None:
        """Show it on the screen of another window of the facilitators; never on the group's."""
        from wrapplanner.facilitator.companion import load_companion
        from wrapplanner.facilitator.ui.companion_window import CompanionWindow

        if self.window is None:
            self.window = CompanionWindow(look, load_companion(self._folder), self._lines(), self._store)
            self.window.closed.connect(self._on_closed)
            self.window.resize(980, 720)
            room = beside.screen().availableGeometry()
            self.window.resize(self.window.size().boundedTo(room.size()))
            self.window.move(room.center() - self.window.rect().center())
        self.window.show()
        self.window.activateWindow()
        self.window.focus_start()

    def close(self) -> None:
        """Close it, keeping what is written."""
        if self.window is not None:
            self.window.close()

    def _on_closed(self) -> None:
        if self.window is not None:
            self.window.deleteLater()
            self.window = None
