"""Keeps the program's windows off screens that are somebody else's: the one rule for dialogs, menus and whatever else opens.

A window is moved before it is seen. One that is carried there later is blank at once and goes home when it is let go: while
the system carries it, only the system says where it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from wrapplanner.ui.widgets.cover import Cover

LET_GO_MS = 400
"""How long a window that was carried to such a screen lies still before it is taken home."""
_PLACES = {QEvent.Type.Show, QEvent.Type.Move, QEvent.Type.Resize}
_PASSING = {Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.SplashScreen}
_TOLD_NO_PLACES = "wayland"
"""There a program learns which screen its window is on, not where, and cannot move it."""


class ScreenGuard(QObject):
    """`turned_back()`: a window that was carried to a screen out of bounds has been taken home."""

    turned_back = Signal()

    def __init__(self, app: QGuiApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._off: tuple[QScreen, ...] = ()
        self._home: QScreen | None = None
        self._exempt: QWidget | None = None
        self._aside: list[QWidget] = []
        self._covers: dict[QWidget, Cover] = {}
        self._let_go = QTimer(self)
        self._let_go.setSingleShot(True)
        self._let_go.setInterval(LET_GO_MS)
        self._let_go.timeout.connect(self._on_let_go)

    def keep_off(self, screens: Sequence[QScreen], home: QScreen | None, exempt: QWidget | None = None) -> None:
        """Keep every window but `exempt` off some screens from now on: at `home`, or put aside where that is None."""
        if not self._off:
            self._app.installEventFilter(self)
            # The system's own dialogs for files are none of our windows: they could be seen there.
            self._app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, True)
        self._off, self._home, self._exempt = tuple(screens), home, exempt
        for widget in sorted(QApplication.topLevelWidgets(), key=_comes_last):
            if widget.isVisible() and self._may_not_stay(widget):
                self._send_off(widget)

    def allow_all(self) -> None:
        """Let every window be anywhere again. Those that were put aside stay so until `bring_back`."""
        if self._off:
            self._app.removeEventFilter(self)
            self._app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)
        self._off, self._home, self._exempt = (), None, None
        self._let_go.stop()
        for widget in [*self._covers]:
            self._uncover(widget)

    def bring_back(self) -> None:
        """Show the windows again that were put aside."""
        aside, self._aside = self._aside, []
        for widget in aside:
            if isValid(widget):
                widget.show()
                widget.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See a window come up, or come to be elsewhere."""
        if event.type() in _PLACES and isinstance(watched, QWindow):
            widget = _widget_of(watched)
            if widget is not None:
                self._look_at(widget, comes_up=event.type() == QEvent.Type.Show)
        return False

    def _look_at(self, widget: QWidget, *, comes_up: bool) -> None:
        if not self._may_not_stay(widget):
            self._uncover(widget)
            return
        if comes_up and self._home is not None:
            self._take_home(widget)
        if self._may_not_stay(widget):
            self._cover(widget)
            self._let_go.start(0 if self._home is None else LET_GO_MS)

    def _on_let_go(self) -> None:
        came_home = False
        for widget in [each for each in self._covers if not isValid(each)]:
            del self._covers[widget]
        for widget in sorted(self._covers, key=_comes_last):
            if widget.isVisible() and self._may_not_stay(widget):
                carried = widget.screen() in self._off and self._home is not None  # not just a corner of it
                self._send_off(widget)
                came_home |= carried
            else:
                self._uncover(widget)
        if came_home:
            self.turned_back.emit()

    def _send_off(self, widget: QWidget) -> None:
        if self._home is not None:
            self._take_home(widget)
            if self._may_not_stay(widget):
                self._cover(widget)
            return
        self._uncover(widget)
        widget.hide()
        if widget.windowType() not in _PASSING:
            self._aside.append(widget)
        if self._exempt is not None:
            self._exempt.activateWindow()  # the keys are its own again

    def _take_home(self, widget: QWidget) -> None:
        assert self._home is not None
        states = widget.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen)
        if states:
            widget.setWindowState(widget.windowState() & ~states)
        frame = widget.frameGeometry()
        place = within(frame, self._home.availableGeometry())
        widget.resize(widget.size() - frame.size() + place.size())
        widget.move(place.topLeft())
        if states:
            widget.setWindowState(widget.windowState() | states)

    def _may_not_stay(self, widget: QWidget) -> bool:
        window = widget.windowHandle()
        if window is None or widget is self._exempt:
            return False
        if QGuiApplication.platformName().startswith(_TOLD_NO_PLACES):
            return window.screen() in self._off
        return any(isValid(each) and each.geometry().intersects(window.frameGeometry()) for each in self._off)

    def _cover(self, widget: QWidget) -> None:
        if widget not in self._covers:
            self._covers[widget] = Cover(widget, QWidget())

    def _uncover(self, widget: QWidget) -> None:
        cover = self._covers.pop(widget, None)
        if cover is not None and isValid(cover):
            cover.hide()
            cover.deleteLater()


def within(frame: QRect, room: QRect) -> QRect:
    """Return a window's frame moved as little as it takes to lie wholly in a room, and no larger than that."""
    size = frame.size().boundedTo(room.size())
    x = min(max(frame.x(), room.x()), room.x() + room.width() - size.width())
    y = min(max(frame.y(), room.y()), room.y() + room.height() - size.height())
    return QRect(x, y, size.width(), size.height())


def _comes_last(widget: QWidget) -> bool:
    return widget.windowType() not in _PASSING  # no window gets the keys while a menu is open


def _widget_of(window: QWindow) -> QWidget | None:
    return next((each for each in QApplication.topLevelWidgets() if each.windowHandle() is window), None)
