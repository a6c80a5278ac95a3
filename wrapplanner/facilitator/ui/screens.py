"""Which screen is whose: the presenter's windows and the group's never share one, whatever is plugged in or out.

Qt moves a lost screen's windows to one that is left. It tells us first, so the window is hidden before it could be seen there.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from wrapplanner.facilitator.ui.audience import AudienceWindow
from wrapplanner.ui.screen_guard import ScreenGuard

NOWHERE, SECOND, ONE = "nowhere", "second", "one"
"""Where the group's slide is: on no screen, on a screen of its own, or over the presenter's on the only one."""


class Screens(QObject):
    """Places the group's window. `place_changed()`; `second_found()`: there is a screen to ask about; `lost()`.

    `lost()` is told when the group's screen has gone: nothing is shown until somebody says where. `turned_back()`: a window
    was carried to the group's screen and has been taken home.
    """

    place_changed = Signal()
    second_found = Signal()
    lost = Signal()
    turned_back = Signal()

    def __init__(self, app: QGuiApplication, presenter: QWidget, audience: AudienceWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._app, self._presenter, self._audience = app, presenter, audience
        self._where = NOWHERE
        self._on: QScreen | None = None
        self._home: QScreen | None = None
        self._had_second = self.second() is not None
        self._guard = ScreenGuard(app, self)
        self._guard.turned_back.connect(self.turned_back)
        app.screenAdded.connect(self._on_screen_added)
        app.screenRemoved.connect(self._on_screen_removed)
        for screen in app.screens():
            screen.geometryChanged.connect(self._on_geometry_changed)

    @property
    def where(self) -> str:
        """Where the group's slide is."""
        return self._where

    @property
    def group_screen(self) -> QScreen | None:
        """The screen that is the group's own, None where it has none."""
        return self._on if self._where == SECOND else None

    @property
    def home(self) -> QScreen:
        """The presenter's screen."""
        return self._home or self._presenter.screen()

    def take_presenter(self, presenter: QWidget, *, shown: bool) -> None:
        """Take another window in the place of the presenter's: the same one in another look."""
        self._presenter = presenter
        if shown:
            presenter.show()

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

    def change_round(self) -> None:
        """Have the slide on the presenter's screen, and the presenter's windows on the group's."""
        if self._where == SECOND and self._on is not None and self._home is not None:
            self._guard.allow_all()
            self._go(SECOND, self._home, home=self._on)
            self._presenter.activateWindow()

    def show_on_one(self) -> None:
        """Show the slide over the presenter's window, which goes away until somebody asks for it."""
        self._go(ONE, self._audience.screen() if self._presenter.isHidden() else self._presenter.screen())
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

    def _go(self, where: str, screen: QScreen, home: QScreen | None = None) -> None:
        self._where, self._on, self._home = where, screen, home or self._presenter.screen()
        self._audience.set_bar(None)
        self._audience.fill(screen)
        self._keep_off()
        self.place_changed.emit()

    def _keep_off(self) -> None:
        """Keep every other window where the group does not see it: with one screen, nowhere."""
        if self._where == SECOND and self._on is not None:
            self._guard.keep_off([self._on], self._home, self._audience)
        elif self._where == ONE:
            self._presenter.hide()
            self._guard.keep_off(self._app.screens(), None, self._audience)

    def _leave(self) -> None:
        self._where, self._on, self._home = NOWHERE, None, None
        self._audience.set_bar(None)
        self._audience.hide()
        self._guard.allow_all()

    def _restore_presenter(self) -> None:
        self._guard.allow_all()
        if self._presenter.isHidden():
            self._presenter.show()
            self._presenter.activateWindow()
        self._guard.bring_back()

    def _on_screen_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._on_geometry_changed)
        QTimer.singleShot(0, self._on_place_known)  # its place is known only now

    def _on_place_known(self) -> None:
        self._had_second = False
        if self._where == ONE:
            self._keep_off()  # the new screen too
        self._find_second()

    def _find_second(self) -> None:
        had, self._had_second = self._had_second, self.second() is not None
        if self._where != SECOND and self._had_second and not had:
            self.second_found.emit()

    def _on_screen_removed(self, screen: QScreen) -> None:
        self._had_second = False
        if screen is self._on and self._where == SECOND:
            self._leave()
            self.place_changed.emit()
            self.lost.emit()
        elif self._where == SECOND and screen is self._home:
            # The presenter's own screen has gone: its windows may not come up among the group.
            self._where = ONE
            self._keep_off()
            self.place_changed.emit()
            self._audience.activateWindow()
            self._audience.setFocus()

    def _on_geometry_changed(self) -> None:
        self._find_second()  # until now it may have shown what the presenter's shows
        if self._on is None or self._home is None:
            return
        if self._where == SECOND and self._on.geometry().intersects(self._home.geometry()):
            # Mirrored from now on: the group would see the presenter's windows with their notes.
            self._go(ONE, self._on)
            self._audience.setFocus()
        else:
            self._audience.fill(self._on)
            self._keep_off()
