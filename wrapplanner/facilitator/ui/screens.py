"""Which screen is whose: the presenter's window and the group's never share one, whatever is plugged in or out.

Qt moves a lost screen's windows to one that is left. It tells us first, so the window is hidden before it could be seen there.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from wrapplanner.facilitator.ui.audience import AudienceWindow

NOWHERE, SECOND, ONE = "nowhere", "second", "one"
"""Where the group's slide is: on no screen, on a screen of its own, or over the presenter's on the only one."""


class Screens(QObject):
    """Places the group's window. `place_changed()`; `second_found()`: there is a screen to ask about; `lost()`.

    `lost()` is told when the group's screen has gone: nothing is shown until somebody says where.
    """

    place_changed = Signal()
    second_found = Signal()
    lost = Signal()

    def __init__(self, app: QGuiApplication, presenter: QWidget, audience: AudienceWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._app, self._presenter, self._audience = app, presenter, audience
        self._where = NOWHERE
        self._on: QScreen | None = None
        self._followed: QWindow | None = None
        self._aside: list[QWidget] = []
        app.screenAdded.connect(self._on_screen_added)
        app.screenRemoved.connect(self._on_screen_removed)
        for screen in app.screens():
            screen.geometryChanged.connect(self._on_geometry_changed)

    @property
    def where(self) -> str:
        """Where the group's slide is."""
        return self._where

    def follow_presenter(self) -> None:
        """Notice when the presenter's window, which is shown, is moved to another screen."""
        handle = self._presenter.windowHandle()
        if handle is not None and handle is not self._followed:
            handle.screenChanged.connect(self._on_presenter_moved)
            self._followed = handle

    def take_presenter(self, presenter: QWidget, *, shown: bool) -> None:
        """Take another window in the place of the presenter's: the same one in another look."""
        self._presenter = presenter
        if shown:
            presenter.show()
            self.follow_presenter()

    def second(self) -> QScreen | None:
        """Return the screen for the group: one that does not show what the presenter's shows, None where there is none."""
        mine = self._presenter.screen()
        others = [each for each in self._app.screens() if not each.geometry().intersects(mine.geometry())]
        return others[0] if others else None

    def show_on_second(self) -> bool:
        """Show the slide on a screen of its own; False where there is none."""
        screen = self.second()
        if screen is None:
            return False
        self._restore_presenter()
        self._go(SECOND, screen)
        self._presenter.activateWindow()
        return True

    def show_on_one(self) -> None:
        """Show the slide over the presenter's window, which goes away until somebody asks for it."""
        screen = self._audience.screen() if self._presenter.isHidden() else self._presenter.screen()
        self._go(ONE, screen)
        self._put_aside()
        self._audience.activateWindow()
        self._audience.setFocus()

    def show_nowhere(self) -> None:
        """Take the slide away and show the presenter's window."""
        self._leave()
        self._restore_presenter()
        self.place_changed.emit()

    def close(self) -> None:
        """Take the slide away for good and stop listening."""
        self._app.screenAdded.disconnect(self._on_screen_added)
        self._app.screenRemoved.disconnect(self._on_screen_removed)
        for screen in self._app.screens():
            screen.geometryChanged.disconnect(self._on_geometry_changed)
        self._leave()

    def _go(self, where: str, screen: QScreen) -> None:
        self._where, self._on = where, screen
        self._audience.set_bar(None)
        self._audience.fill(screen)
        self.place_changed.emit()

    def _leave(self) -> None:
        self._where, self._on = NOWHERE, None
        self._audience.set_bar(None)
        self._audience.hide()

    def _restore_presenter(self) -> None:
        if self._presenter.isHidden():
            self._presenter.show()
            self.follow_presenter()
            self._presenter.activateWindow()
        for window in self._aside:
            if isValid(window):
                window.show()
                window.activateWindow()
        self._aside = []

    def _put_aside(self) -> None:
        """Hide every window but the group's: dialogs and the Companion too. They come back with the presenter's."""
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window not in (self._audience, self._presenter):
                window.hide()
                if window.windowType() not in (Qt.WindowType.Popup, Qt.WindowType.ToolTip):
                    self._aside.append(window)
        self._presenter.hide()

    def _on_screen_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._on_geometry_changed)
        QTimer.singleShot(0, self._ask_if_second)  # its place is known only now

    def _ask_if_second(self) -> None:
        if self._where != SECOND and self.second() is not None:
            self.second_found.emit()

    def _on_screen_removed(self, screen: QScreen) -> None:
        if screen is self._on and self._where == SECOND:
            self._leave()
            self.place_changed.emit()
            self.lost.emit()
        elif self._where == SECOND and screen is self._presenter.screen():
            # The presenter's own screen has gone: its windows may not come up among the group.
            self._put_aside()
            self._where = ONE
            self.place_changed.emit()
            self._audience.activateWindow()
            self._audience.setFocus()

    def _on_geometry_changed(self) -> None:
        if self._on is None:
            return
        if self._where == SECOND and self._on.geometry().intersects(self._presenter.screen().geometry()):
            # Mirrored from now on: the group would see the presenter's windows with their notes.
            self._put_aside()
            self._go(ONE, self._on)
            self._audience.setFocus()
        else:
            self._audience.fill(self._on)

    def _on_presenter_moved(self, screen: QScreen) -> None:
        if self._where == SECOND and screen is self._on:
            other = self.second()
            if other is not None:
                self._go(SECOND, other)
