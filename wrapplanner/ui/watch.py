"""Notices that nobody is there, and the key that hides the window, wherever the focus is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

HIDE_KEY = Qt.Key.Key_F8
MINUTE_MS = 60_000
_SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}


class Watch(QObject):
    """`hide_pressed()`; `left_alone()` after as many minutes as `wait` was told without a key or the mouse.

    It looks at what reaches our windows from outside, once each, not at what every widget is told of it.
    """

    hide_pressed = Signal()
    left_alone = Signal()

    def __init__(self, app: QGuiApplication, parent: QObject, minute_ms: int = MINUTE_MS) -> None:
        super().__init__(parent)
        self._minute_ms = minute_ms
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.left_alone)
        app.focusWindowChanged.connect(self._on_focus_window_changed)

    def wait(self, minutes: int) -> None:
        """Begin to wait anew; 0 waits no more."""
        if minutes:
            self._timer.start(minutes * self._minute_ms)
        else:
            self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See a key or the mouse on its way to one of our windows; take the key that hides."""
        if event.type() in _SIGNS_OF_LIFE:
            if self._timer.isActive():
                self._timer.start()
            if isinstance(event, QKeyEvent) and event.key() == HIDE_KEY and not event.modifiers():
                if not event.isAutoRepeat():
                    self.hide_pressed.emit()
                return True
        return False

    def _on_focus_window_changed(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # once: a filter that is there already only moves to the front
