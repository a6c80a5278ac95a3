"""What is asked before words are gone for good."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.words import words


def ask_to_wipe(look: Look, parent: QWidget, question: str, wipe: Callable[[], None]) -> None:
    """Ask, and wipe on yes; the safe answer has the focus."""
    dialog = Dialog(look, question, parent)
    said = QCoreApplication.translate("Wiping", "It is gone for good, and cannot be brought back.")
    dialog.body.addWidget(words(said, "help"))

    def agreed() -> None:
        dialog.accept()
        wipe()

    dialog.add_button(QCoreApplication.translate("Wiping", "Leave it"), dialog.reject, safe=True)
    dialog.add_button(QCoreApplication.translate("Wiping", "Wipe it"), agreed, "main")
    dialog.open()
