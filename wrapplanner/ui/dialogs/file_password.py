"""A password for a PDF that is saved: four plain words are offered, shown so that they can be written down, and never kept."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.words import words

OFFERED = 4
LONGEST = 120


def easy_words(resources: Path) -> tuple[str, ...]:
    """Return the shipped list of easy words."""
    return tuple((resources / "words" / "easy.txt").read_text("utf-8").split())


def offered_password(known: Sequence[str]) -> str:
    """Return four words by chance, with spaces between."""
    return " ".join(secrets.choice(known) for _ in range(OFFERED))


class FilePasswordDialog(Dialog):
    """`password_chosen(str)`."""

    password_chosen = Signal(str)

    def __init__(self, look: Look, resources: Path, parent: QWidget) -> None:
        super().__init__(look, parent.tr("A password for this file"), parent)
        self._words = easy_words(resources)
        said = self.tr("Whoever opens the file is asked for these words. Write them down now: they are not kept anywhere.")
        self.body.addWidget(words(said))
        label = words(self.tr("Password"), "body-strong")
        self.body.addWidget(label)
        self._field = QLineEdit(offered_password(self._words))
        self._field.setAccessibleName(self.tr("Password"))
        self._field.setMaxLength(LONGEST)
        label.setBuddy(self._field)
        self.body.addWidget(self._field)
        another = button(look, self.tr("Offer four other words"), "quiet")
        another.clicked.connect(self._on_another)
        self.body.addWidget(another)
        hint = self.tr("Give the words to your reader another way than the file: on the phone, or by hand.")
        self.body.addWidget(words(hint, "soft"))
        self._told = words("", "body-strong")
        self._told.hide()
        self.body.addWidget(self._told)
        self.add_button(self.tr("Cancel"), self.reject)
        self.add_button(self.tr("Save the file"), self._on_save, "main")
        self.focus_first(self._field)
        self._field.returnPressed.connect(self._on_save)

    def _on_another(self) -> None:
        self._field.setText(offered_password(self._words))
        self._field.setFocus()

    def _on_save(self) -> None:
        password = self._field.text().strip()
        if not password:
            self._told.setText(self.tr("There are no words in the field yet."))
            self._told.show()
            return
        self.accept()
        self.password_chosen.emit(password)
