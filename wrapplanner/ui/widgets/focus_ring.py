"""The focus ring: one transparent overlay a window, since a style sheet's outline has no gap and no radius."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from wrapplanner.ui.theme import Look

_FOLLOWED = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}
WIDTH, GAP = 3, 2


class FocusRing(QWidget):
    """Draws a 3 px ring, 2 px away, around whatever has the focus.

    A widget with the property `focusRing` set to "none" draws its own (rows, table cells); "inner" is drawn inwards.
    """

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self.look = look
        self._followed: list[QWidget] = []
        self._target: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focused widget as it moves, scrolls or hides."""
        if event.type() in _FOLLOWED:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring; it never touches a filled button, since a gap of the ground lies between."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.look.colour("focus"), WIDTH))
        half = WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 12, 12)

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        for followed in self._followed:
            if isValid(followed):  # a page that was left may be gone already
                followed.removeEventFilter(self)
        self._followed = []
        self._target = now if now is not None and now.window() is self.parentWidget() else None
        widget: QWidget | None = self._target
        while widget is not None and widget is not self.parentWidget():
            widget.installEventFilter(self)
            self._followed.append(widget)
            widget = widget.parentWidget()
        self._place()

    def _place(self) -> None:
        target, window = self._target, self.parentWidget()
        hidden = target is None or not isValid(target) or not target.isVisible()
        if window is None or target is None or hidden or target.property("focusRing") == "none":
            self.hide()
            return
        out = 0 if target.property("focusRing") == "inner" else WIDTH + GAP
        ring = QRect(target.mapTo(window, QPoint()), target.size()).adjusted(-out, -out, out, out)
        clip = _visible_room(target, window, out)
        if not clip.intersects(ring):
            self.hide()
            return
        self.setGeometry(ring.intersected(clip))
        self.show()
        self.raise_()


def _visible_room(target: QWidget, window: QWidget, out: int) -> QRect:
    room = window.rect()
    parent = target.parentWidget()
    while parent is not None and parent is not window:
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            room = room.intersected(QRect(parent.mapTo(window, QPoint()), parent.size()).adjusted(-out, -out, out, out))
        parent = area
    return room
