"""Before a plan is taken away for good: what goes, what stays, asked once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.words import words


class DeleteDialog(Dialog):
    """`delete_requested()`. Keeping the plan has the focus, and is Esc."""

    delete_requested = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent.tr("Delete everything?"), parent)
        for heading, said in (
            (
                self.tr("What goes"),
                self.tr(
                    "Your plan, its backups, its keys, its nickname and the card on the locked page. "
                    "Nobody can bring them back."
                ),
            ),
            (
                self.tr("What stays"),
                self.tr("What you printed, the files that you saved somewhere yourself, and how this program looks."),
            ),
        ):
            self.body.addWidget(words(heading, "body-strong"))
            self.body.addWidget(words(said))
        self.add_button(self.tr("Keep my plan"), self.reject, "main", safe=True)
        self.add_button(self.tr("Delete everything"), self._on_delete)

    def _on_delete(self) -> None:
        self.accept()
        self.delete_requested.emit()
