"""Before and between sessions: the window with the programmes, and what happens when one is chosen there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from wrapplanner.errors import WrapPlannerError
from wrapplanner.facilitator.ui.house import House
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.text_size_menu import ask_text_size

if TYPE_CHECKING:
    from wrapplanner.facilitator.model.running import Running
    from wrapplanner.facilitator.ui.home import HomeWindow

_TITLE_BAR = 40


class Lobby(QObject):
    """`hold_requested(Running)`: a session is to be held. `left()`: its window was closed.

    `scale_requested(scale)`; `companion_requested(window)`: the Companion is to be shown beside that window.
    """

    hold_requested = Signal(object)
    scale_requested = Signal(float)
    companion_requested = Signal(object)
    left = Signal()

    def __init__(self, house: House, clock: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._house, self._clock = house, clock
        self.window: HomeWindow | None = None

    def show(self, look: Look, chosen: str = "") -> None:
        """Show the window at once; what stands in it comes in the next turn, so that something is seen while files are read."""
        from wrapplanner.facilitator.ui.home import HomeWindow

        old, self.window = self.window, HomeWindow(look, chosen)
        window = self.window
        window.begin_requested.connect(self._on_begin_requested)
        window.resume_requested.connect(self._on_resume_requested)
        window.wipe_requested.connect(self._on_wipe_requested)
        window.removal_requested.connect(self._on_removal_requested)
        window.text_size_requested.connect(self._on_text_size_requested)
        window.companion_requested.connect(partial(self.companion_requested.emit, window))
        window.closed.connect(self._on_closed)
        window.painted.connect(self._fill)
        if old is not None:
            window.setGeometry(old.geometry())
            self._drop(old)
        else:
            room = QGuiApplication.primaryScreen().availableSize()
            window.resize(min(1280, room.width()), min(800, room.height() - _TITLE_BAR))
        window.show()
        window.activateWindow()

    def close(self) -> None:
        """Close the window; nobody is told."""
        window, self.window = self.window, None
        if window is not None:
            self._drop(window)

    def say(self, sentence: str) -> None:
        """Tell a problem in the window."""
        if self.window is not None:
            self.window.say(sentence)

    def _drop(self, window: HomeWindow) -> None:
        window.closed.disconnect(self._on_closed)
        window.close()
        window.deleteLater()

    def _fill(self) -> None:
        if self.window is None:
            return
        try:
            self.window.show_programmes(self._house.shelf.programmes(), self._house.store.running())
        except WrapPlannerError as error:
            self.window.say(error.sentence)

    def _on_begin_requested(self, programme: str, number: int) -> None:
        running = self._house.store.running()
        if running is None:
            self._begin(programme, number)
        else:
            self._ask_before_another(running, partial(self._begin, programme, number))

    def _begin(self, programme: str, number: int) -> None:
        try:
            shelf = self._house.shelf
            self.hold_requested.emit(shelf.begun(shelf.programme(programme), number, self._clock()))
        except WrapPlannerError as error:
            self.say(error.sentence)

    def _ask_before_another(self, running: Running, begin_other: Callable[[], None]) -> None:
        from wrapplanner.ui.dialogs.dialog import Dialog
        from wrapplanner.ui.widgets.words import words

        assert self.window is not None
        dialog = Dialog(self.window.look, self.tr("Another session is still open"), self.window)
        said = self.tr("It is “{0}”. Go on with it, or wipe its boards and begin this one.").format(running.session.title)
        dialog.body.addWidget(words(said, "help"))

        def wipe_and_begin() -> None:
            dialog.accept()
            self._house.store.end(running)
            begin_other()

        def go_on() -> None:
            dialog.accept()
            self.hold_requested.emit(running)

        dialog.add_button(self.tr("Not now"), dialog.reject, "back")
        dialog.add_button(self.tr("Wipe it and begin"), wipe_and_begin)
        dialog.add_button(self.tr("Go on with it"), go_on, "main", safe=True)
        dialog.open()

    def _on_resume_requested(self) -> None:
        running = self._house.store.running()
        if running is not None:
            self.hold_requested.emit(running)

    def _on_wipe_requested(self) -> None:
        from wrapplanner.facilitator.ui.wiping import ask_to_wipe

        running = self._house.store.running()

        def wipe() -> None:
            if running is not None:
                self._house.store.end(running)
            self._fill()

        if self.window is not None:
            ask_to_wipe(self.window.look, self.window, self.tr("Wipe the session that is still open?"), wipe)

    def _on_removal_requested(self, programme: str) -> None:
        from wrapplanner.facilitator.ui.wiping import ask_to_wipe

        def remove() -> None:
            self._house.store.remove_programme(programme)
            self._fill()

        if self.window is not None:
            ask_to_wipe(self.window.look, self.window, self.tr("Take away our own copy?"), remove)

    def _on_closed(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.deleteLater()
        self.left.emit()

    def _on_text_size_requested(self) -> None:
        assert self.window is not None
        ask_text_size(self.window, self.window.look.scale, self._on_scale)

    def _on_scale(self, scale: float) -> None:
        QTimer.singleShot(0, partial(self.scale_requested.emit, scale))  # the button that asked is about to be replaced
