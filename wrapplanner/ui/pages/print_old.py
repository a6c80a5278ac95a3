"""Says that what the preview shows is an older version, and leads back to today's."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wrapplanner.domain.copies import Copy
from wrapplanner.domain.kinds import spoken_date
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.message import InlineMessage


class InlineBack(QWidget):
    """A message while an older version is looked at. `back_requested()`."""

    back_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._message: InlineMessage | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_copy(self, copy: Copy | None) -> None:
        """Say which copy is looked at; None for the paper of today."""
        if self._message is not None:
            self._message.hide()
            self._message.deleteLater()
            self._message = None
        self.setVisible(copy is not None)
        if copy is not None:
            said = self.tr("Version {0}, as {1} holds it").format(copy.version, copy.holder)
            day = self.tr("From {0}.").format(spoken_date(copy.day.isoformat()))
            self._message = InlineMessage(self._look, said, day, self.tr("Back to today"))
            self._message.step_requested.connect(self.back_requested)
            self._column.addWidget(self._message)
