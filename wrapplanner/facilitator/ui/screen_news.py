"""What the presenter is told when screens come, go or are mistaken for their own, and what the button beside it does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from wrapplanner.facilitator.ui.presenter import PresenterWindow
from wrapplanner.facilitator.ui.screens import Screens

_SHOW_SECOND, _SHOW_HERE, _CHANGE_ROUND = "second", "here", "round"


class ScreenNews(QObject):
    """Listens to the screens and speaks in whichever window is the presenter's now."""

    def __init__(self, screens: Screens, presenter: Callable[[], PresenterWindow], parent: QObject) -> None:
        super().__init__(parent)
        self._screens, self._presenter = screens, presenter
        screens.second_found.connect(self._on_second_found)
        screens.lost.connect(self._on_lost)
        screens.turned_back.connect(self._on_turned_back)

    def act(self, word: str) -> None:
        """Do what the button of a message says. Raises KeyError for a word that no message here has."""
        steps = {
            _SHOW_SECOND: self.show_somewhere,
            _SHOW_HERE: self._screens.show_on_one,
            _CHANGE_ROUND: self._screens.change_round,
        }
        steps[word]()

    def show_somewhere(self) -> None:
        """Show the slide on a screen of the group's own, or on the only one."""
        if not self._screens.show_on_second():
            self._screens.show_on_one()

    def _on_second_found(self) -> None:
        self._presenter().say(
            self.tr("There is a second screen."),
            self.tr("Shall the group see its slide there?"),
            self.tr("Show it there"),
            _SHOW_SECOND,
        )

    def _on_lost(self) -> None:
        self._presenter().say(
            self.tr("The second screen has gone."),
            self.tr("Nobody sees the slide now. Every idea on the board is kept."),
            self.tr("Show it on this screen"),
            _SHOW_HERE,
        )
        self._presenter().activateWindow()

    def _on_turned_back(self) -> None:
        self._presenter().say(
            self.tr("That screen is the group’s."),
            self.tr("Your own windows stay on this one."),
            self.tr("Change the screens round"),
            _CHANGE_ROUND,
        )
