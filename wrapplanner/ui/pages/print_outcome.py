"""What became of printing or saving, said beside the buttons that asked for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.message import InlineMessage, announce
from wrapplanner.ui.widgets.words import words


class Outcome(QWidget):
    """One quiet line, or a message that stays. `stop_requested()` while pages are being printed."""

    stop_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._message: InlineMessage | None = None
        self._line = words("", "caption")
        self._line.setObjectName("outcome")
        self._stop = button(look, self.tr("Stop"), "plain")
        self._stop.clicked.connect(self.stop_requested)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.space(8))
        self._column.addWidget(self._line)
        self._column.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignLeft)
        self.say("")

    def say(self, said: str) -> None:
        """Say one quiet sentence, or nothing."""
        self._show(said, stop=False)
        if said:
            announce(self._line, said)

    def say_page(self, page: int, pages: int) -> None:
        """Say how far printing is, with a way to stop it."""
        self._show(self.tr("Printing page {0} of {1}").format(page, pages), stop=True)

    def say_making(self, percent: int) -> None:
        """Say how much of the pages is made, with a way to stop it."""
        self._show(self.tr("Making the pages: {0} of 100").format(percent), stop=True)

    def tell(self, sentence: str) -> None:
        """Tell a problem: what happened first, strong; then whether the words are safe, and one step."""
        self._show("", stop=False)
        what, stop, rest = sentence.partition(". ")
        self._message = InlineMessage(self._look, what + stop.strip(), rest)
        self._column.addWidget(self._message)

    def _show(self, said: str, *, stop: bool) -> None:
        if self._message is not None:
            self._message.hide()
            self._message.deleteLater()
            self._message = None
        self._line.setText(said)
        self._line.setVisible(bool(said))
        self._stop.setVisible(stop)
