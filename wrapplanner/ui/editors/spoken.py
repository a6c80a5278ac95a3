"""What lists tell screen readers while one goes through them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget


class CurrentTeller(QObject):
    """Tells of the row in use, by a focus event for that row: its words and its place are spoken, not the list's name.

    It waits until Qt is done, for rows come and go around the current one, and Qt tells of the list itself last of all.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._tell)

    def soon(self) -> None:
        """Tell, once everything has moved."""
        if QAccessible.isActive():
            self._timer.start()

    def _tell(self) -> None:
        seen = QAccessible.queryAccessibleInterface(self._view) if self._view.hasFocus() else None
        row = seen.focusChild() if seen is not None else None
        if seen is not None and row is not None:
            event = QAccessibleEvent(self._view, QAccessible.Event.Focus)
            event.setChild(seen.indexOfChild(row))
            QAccessible.updateAccessibility(event)


def tell_focus(widget: QWidget) -> None:
    """Tell of a widget that kept the focus and is about something else now."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Focus))


def say(widget: QWidget, words: str) -> None:
    """Have words spoken once; nothing of them stays on the widget."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
