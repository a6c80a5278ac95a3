"""Dialogs in which something is written: what was typed is never dropped without a word."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from wrapplanner.ui.dialogs.button_row import ButtonRow
from wrapplanner.ui.dialogs.dialog import PADDING, Dialog
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.controls import DropDown
from wrapplanner.ui.widgets.words import words


class Form(Dialog):
    """Fields, one button that keeps, and “Not now”. Subclasses fill `body`, call `end_form` and say what is `written`.

    Esc and “Not now” leave at once where nothing was written, else they ask in the dialog; Esc then goes back to
    the fields. Ctrl+Enter keeps from everywhere.
    """

    def written(self) -> object:
        """Return all that is in the fields, to be compared."""
        raise NotImplementedError

    def keep(self) -> None:
        """Keep what is written and close, or say in the dialog what is missing."""
        raise NotImplementedError

    def end_form(self, keep: str) -> None:
        """Add the buttons, `keep` being the words on the one that keeps; what stands in the fields now is not asked for."""
        not_now = self.add_button(QCoreApplication.translate("Form", "Not now"), self.reject, "back")
        self.keep_button = self.add_button(keep, self.keep, "main")
        QWidget.setTabOrder(self.keep_button, not_now)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.keep)
        self._first = self.written()
        self._field: QWidget | None = None
        self._leaving = Leaving(self.look)
        self._leaving.hide()
        self.room.addWidget(self._leaving)
        QWidget.setTabOrder(self._leaving.keep, self._leaving.leave)
        self._leaving.keep.clicked.connect(self.keep)
        self._leaving.leave.clicked.connect(self._on_leave)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def reject(self) -> None:
        """Leave, or ask where something was written, or go back to it where that is asked already."""
        if not self._leaving.isHidden():
            (self._field or self.keep_button).setFocus()
        elif self.written() == self._first:
            super().reject()
        else:
            self._field = self.focusWidget()
            self._ask(True)
            self._leaving.keep.setFocus()

    def foot_height(self, width: int) -> int:
        """See Dialog."""
        return super().foot_height(width) if self._leaving.isHidden() else self._leaving.heightForWidth(width)

    def _on_leave(self) -> None:
        super().reject()

    def _ask(self, asked: bool) -> None:
        self._leaving.setVisible(asked)
        self.buttons.setVisible(not asked)
        self.fit()

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        """Writing on takes the question back."""
        inside = now is not None and self.isAncestorOf(now)
        if inside and not self._leaving.isHidden() and not self._leaving.isAncestorOf(now):  # type: ignore[arg-type]
            self._ask(False)


class Leaving(QWidget):
    """One sentence, and the two ways to leave a form in which something is written."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        side = look.space(PADDING)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space(12))
        sentence = words(self.tr("What you wrote here is not kept yet."), "body-strong")
        sentence.setContentsMargins(side, 0, side, 0)
        column.addWidget(sentence)
        row = ButtonRow(look)
        row.setContentsMargins(side, 0, side, 0)
        column.addWidget(row)
        self.leave = self._add(row, button(look, self.tr("Leave without it"), "back"))
        self.keep = self._add(row, button(look, self.tr("Keep it"), "main"))
        self.keep.setAccessibleDescription(sentence.text())

    @staticmethod
    def _add(row: ButtonRow, made: QPushButton) -> QPushButton:
        made.setAutoDefault(False)
        row.add(made)
        return made


class FormDropDown(DropDown):
    """A drop-down that Enter opens, as it presses a button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self.showPopup()
        else:
            super().keyPressEvent(event)
