"""The door to the Companion: one window, on a screen of the facilitators."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wrapplanner.domain.helplines import Helpline
from wrapplanner.facilitator.store import GroupStore
from wrapplanner.pdf.options import Paper
from wrapplanner.ui.theme import Look

if TYPE_CHECKING:
    from wrapplanner.facilitator.ui.companion_window import CompanionWindow


class CompanionDoor(QObject):
    """Opens the Companion's one window, or brings it to the front."""

    def __init__(
        self,
        resources: Path,
        store: GroupStore,
        lines: Callable[[], tuple[Helpline, ...]],
        title_of: Callable[[str, int], str],
        paper: Callable[[], Paper],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._resources, self._store, self._lines = resources, store, lines
        self._title_of, self._paper = title_of, paper
        self.window: CompanionWindow | None = None

    def open(self, look: Look, beside: QWidget) -> None:
        """Show it on the screen of another window of the facilitators; never on the group's."""
        from wrapplanner.facilitator.companion import load_companion
        from wrapplanner.facilitator.ui.companion_window import CompanionWindow
        from wrapplanner.facilitator.ui.kept_page import KeptPage

        if self.window is None:
            kept = KeptPage(look, self._store, self._title_of, self._resources / "fonts", self._paper)
            topics = load_companion(self._resources / "companion" / "en")
            self.window = CompanionWindow(look, topics, self._lines(), self._store, kept)
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
