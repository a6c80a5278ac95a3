"""Two fields for a new passphrase, which have to say the same."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.secret_field import SecretField
from wrapplanner.ui.widgets.words import words


class NewWords(QWidget):
    """`entered()` on Enter in the second field. One button, or Alt+S, shows both: the first field's, or that of `shown_by`."""

    entered = Signal()

    def __init__(self, look: Look, shown_by: SecretField | None = None) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space(8))
        self.first = SecretField(look, self.tr("New passphrase"), shows=shown_by is None)
        self.again = SecretField(look, self.tr("The same once more"), shows=False)
        shower = shown_by or self.first
        for field in (self.first, self.again):
            shower.add_twin(field)
        for field in (self.first, self.again):
            column.addWidget(words(field.accessibleName(), "body-strong"))
            column.addWidget(field)
            column.addSpacing(look.space(4))
        self.first.show_after(self.again)
        self.first.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.entered)
        self.setFocusProxy(self.first)

    @property
    def given(self) -> str:
        """The new passphrase, as it was typed."""
        return self.first.text()

    def problem(self) -> str:
        """Return what keeps the words from being taken, in a sentence, or ""."""
        if not self.given.strip():
            return self.tr("There are no words in the first field yet.")
        if self.given != self.again.text():
            return self.tr("The two are not the same. “Show” lets you see them both.")
        return ""
