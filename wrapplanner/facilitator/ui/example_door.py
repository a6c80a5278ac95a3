"""The door to the example plan: on the presenter's own screen to look at, or before the group, which it sees on purpose."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QScreen

from wrapplanner.facilitator.ui.screens import ONE, Screens

if TYPE_CHECKING:
    from wrapplanner.facilitator.example import ExamplePlan


class ExampleDoor(QObject):
    """Says where the one window of the example plan is, as screens come and go and the group's screen is hidden."""

    def __init__(self, example: ExamplePlan, screens: Screens, parent: QObject) -> None:
        super().__init__(parent)
        self._example, self._screens = example, screens
        self._before_group, self._hidden = False, False
        screens.place_changed.connect(self._follow)

    def doings(self) -> list[tuple[str, Callable[[], None]]]:
        """Return what the presenter's menu offers about it, as words and what they do."""
        if self._example.is_open and self._before_group:
            return [(self.tr("Take the example plan away"), self.close)]
        if self._screens.group_screen is not None:
            return [
                (self.tr("Show the group the example plan"), self.show_group),
                (self.tr("Look at the example plan here"), self.look),
            ]
        return [(self.tr("Show the example plan"), self.look)]

    def look(self) -> None:
        """Open it on the presenter's screen; it can be carried to no other."""
        self._before_group = False
        self._open(self._screens.home)

    def show_group(self) -> None:
        """Open it before the group, on the group's screen, where its dialogs come up too."""
        screen = self._screens.group_screen
        if screen is not None:
            self._before_group = True
            self._open(screen)

    def hide_slide(self, hidden: bool) -> None:
        """Follow the key that hides the group's screen."""
        self._hidden = hidden
        self._hide()

    def close(self) -> None:
        """Have it gone."""
        self._before_group = False
        self._example.close()

    def _follow(self) -> None:
        screen = self._screens.group_screen
        self._before_group &= screen is not None
        if self._example.is_open:
            self._open(screen if self._before_group and screen is not None else self._screens.home)

    def _open(self, screen: QScreen) -> None:
        room = screen.geometry()
        self._example.open((room.x(), room.y(), room.width(), room.height()), large=self._before_group)
        self._hide()

    def _hide(self) -> None:
        # On the only screen the slide has all the room.
        self._example.hide(self._screens.where == ONE or (self._before_group and self._hidden))
