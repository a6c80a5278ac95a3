"""The small icon among the system's own, and the notification: neither says what the program is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from wrapplanner.ui.theme import Look

_SHOWN_MS = 15_000


def is_there() -> bool:
    """Whether this computer has a place for such icons."""
    return QSystemTrayIcon.isSystemTrayAvailable()


def reminder_words() -> tuple[str, str]:
    """Return what a notification says: a title and a line, in the person's language."""
    return _said("Your planner"), _said("Whenever you like.")


class Tray(QObject):
    """`open_requested()` from the icon, its menu or a notification; `close_requested()` from the menu."""

    open_requested = Signal()
    close_requested = Signal()

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._menu = QMenu()
        self._menu.addAction(_said("Open my planner"), self.open_requested.emit)
        self._menu.addAction(_said("Close the program"), self.close_requested.emit)
        self._icon = QSystemTrayIcon(QIcon(look.pixmap("sun", "accent", 24)), self)
        self._icon.setToolTip(_said("Your planner"))
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._on_activated)
        self._icon.messageClicked.connect(self.open_requested)
        self._icon.show()

    def remind(self) -> None:
        """Show the notification."""
        title, line = reminder_words()
        # The system shows who sends it; on Linux that is the application's name, asked for just now.
        name = QCoreApplication.applicationName()
        QCoreApplication.setApplicationName(title)
        try:
            self._icon.showMessage(title, line, self._icon.icon(), _SHOWN_MS)
        finally:
            QCoreApplication.setApplicationName(name)

    def put_away(self) -> None:
        """Take the icon away."""
        self._icon.hide()
        self._menu.deleteLater()
        self.deleteLater()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.open_requested.emit()


def _said(text: str) -> str:
    return QCoreApplication.translate("Reminders", text)
