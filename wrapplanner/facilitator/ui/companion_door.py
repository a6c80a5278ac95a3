"""The door to the Companion: one window, on a screen of the facilitators."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wrapplanner.facilitator.store import GroupStore
from wrapplanner.facilitator.ui.group_helplines import GroupHelplines
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
        helplines: GroupHelplines,
        title_of: Callable[[str, int], str],
        paper: Callable[[], Paper],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._resources, self._store, self._helplines = resources, store, helplines
        self._title_of, self._paper = title_of, paper
        self.window: CompanionWindow | None = None

    def open(self, look: Look, beside: QWidget) -> None:
        """Show it on the screen of another window of the facilitators; never on the group's."""
        if self.window is None:
            self.window = self._make(look)
            self.window.resize(980, 720)
            room = beside.screen().availableGeometry()
            self.window.resize(self.window.size().boundedTo(room.size()))
            self.window.move(room.center() - self.window.rect().center())
        self.window.show()
        self.window.activateWindow()
        self.window.focus_start()

    def redress(self, look: Look) -> None:
        """Show it in another look, at the same place, with what is being written."""
        old = self.window
        if old is None:
            return
        old.closed.disconnect(self._on_closed)
        self.window = new = self._make(look)
        new.go_on_from(old)
        new.setGeometry(old.geometry())
        if old.isVisible():
            was_active = old.isActiveWindow()
            new.show()
            if was_active:
                new.activateWindow()
                new.focus_start()
        old.close()
        old.deleteLater()

    def _make(self, look: Look) -> CompanionWindow:
        from wrapplanner.facilitator.companion import load_companion
        from wrapplanner.facilitator.ui.companion_window import CompanionWindow
        from wrapplanner.facilitator.ui.kept_page import KeptPage

        kept = KeptPage(look, self._store, self._title_of, self._resources / "fonts", self._paper)
        topics = load_companion(self._resources / "companion" / "en")
        window = CompanionWindow(look, topics, self._helplines, self._resources, self._store, kept)
        window.closed.connect(self._on_closed)
        return window

    def close(self) -> None:
        """Close it, keeping what is written."""
        if self.window is not None:
            self.window.close()

    def _on_closed(self) -> None:
        if self.window is not None:
            self.window.deleteLater()
            self.window = None
