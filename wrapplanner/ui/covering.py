"""Puts a cover over the window and takes it away again, with all that was open beneath as it was."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget
from shiboken6 import isValid

from wrapplanner.ui.widgets.cover import Cover


class Covering:
    """One window's cover. Beneath it the window's own page is hidden, so that neither mouse nor Tab reaches it."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._cover: Cover | None = None
        self._focus: QWidget | None = None
        self._dialogs: list[QDialog] = []

    @property
    def is_on(self) -> bool:
        """Whether there is a cover."""
        return self._cover is not None

    @property
    def has_dialogs(self) -> bool:
        """Whether a dialog is open, or waits beneath the cover."""
        return bool(self._dialogs) or bool(_open_dialogs(self._window))

    def put(self, inside: QWidget) -> None:
        """Cover the window with a page, in place of another one that covers it."""
        before = self._cover
        if before is None:
            self._hide_all()
        self._cover = Cover(self._window, inside)
        if before is not None:
            before.hide()
            before.deleteLater()
        self._window.activateWindow()
        inside.setFocus()

    def lift(self) -> None:
        """Take the cover away; the focus goes back to where it was."""
        cover, self._cover = self._cover, None
        if cover is None:
            return
        cover.hide()
        cover.deleteLater()
        if (central := self._window.centralWidget()) is not None:
            central.show()
        dialogs, self._dialogs = self._dialogs, []
        for dialog in dialogs:
            if isValid(dialog):
                dialog.show()
                dialog.activateWindow()
        if not dialogs and self._focus is not None and isValid(self._focus):
            self._focus.setFocus()
        self._focus = None

    def follow(self) -> None:
        """Hide a page that came into the window beneath the cover, which keeps the focus."""
        if self._cover is not None and (central := self._window.centralWidget()) is not None:
            central.hide()
            self._cover.inside.setFocus()

    def _hide_all(self) -> None:
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass
        self._focus = self._window.focusWidget()
        self._dialogs = _open_dialogs(self._window)
        for dialog in self._dialogs:
            dialog.hide()
        if (central := self._window.centralWidget()) is not None:
            central.hide()


def _open_dialogs(window: QWidget) -> list[QDialog]:
    return [each for each in window.findChildren(QDialog) if each.isVisible()]
