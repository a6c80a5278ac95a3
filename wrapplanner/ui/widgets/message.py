"""What happened, whether the words are safe, one step: the message in a page, and the toast for what can be undone."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.words import picture, words

TOAST_MS = 10_000
_MOST_FOR_BUTTONS = 0.4
"""The share of the width that two buttons may take beside the words."""


class InlineMessage(QFrame):
    """A message on honey ground that stays until it is solved, in the page that it concerns."""

    step_requested = Signal()
    closed = Signal()

    def __init__(self, look: Look, strong: str, plain: str = "", step: str = "", close: str = "") -> None:
        super().__init__()
        self.setObjectName("message")
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(look.space(16), look.space(12), look.space(12), look.space(12))
        self._both.setSpacing(look.space(12))
        said, buttons = QHBoxLayout(), QHBoxLayout()
        for each in (said, buttons):
            each.setSpacing(look.space(12))
        said.addWidget(picture(look, "info", "warm"))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(words(strong, "body-strong"))
        if plain:
            column.addWidget(words(plain))
        said.addLayout(column, 1)
        buttons.addStretch(1)
        for name, told in ((step, self.step_requested), (close, self.closed)):
            if name:
                made = button(look, name)
                made.clicked.connect(told)
                buttons.addWidget(made)
        self._both.addLayout(said, 1)
        self._both.addLayout(buttons)
        self._buttons, self._has_two = buttons, bool(step and close)
        announce(self, f"{strong} {plain}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have two buttons beneath the words where they would leave little room for them."""
        super().resizeEvent(event)
        narrow = self._has_two and self._buttons.sizeHint().width() > _MOST_FOR_BUTTONS * self.width()
        self._both.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)


class Toast(QFrame):
    """Ten seconds at the foot of a page, with Undo; it waits while the pointer or the focus is on it."""

    undo_requested = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.space(16), look.space(4), look.space(16), look.space(4))
        row.setSpacing(look.space(12))
        row.addWidget(picture(look, "check", "surface"))
        self._words = words("")
        row.addWidget(self._words, 1)
        self.undo = button(look, self.tr("Undo"), "quiet")
        self.undo.clicked.connect(self.undo_requested)
        self.undo.clicked.connect(self.hide)
        row.addWidget(self.undo)
        row.addWidget(words("Ctrl+Z", "toast-key", wrap=False))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time_over)
        self.hide()

    def say(self, what: str) -> None:
        """Show what was done."""
        self._words.setText(what)
        self._words.setAccessibleName(what)
        self._timer.start(TOAST_MS)
        self.show()
        self.raise_()
        announce(self, what)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while it is being read."""
        self._timer.start(TOAST_MS)
        super().enterEvent(event)

    def _on_time_over(self) -> None:
        if self.undo.hasFocus() or self.underMouse():
            self._timer.start(TOAST_MS)
        else:
            self.hide()


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say something politely, once."""
    if QAccessible.isActive():
        widget.setAccessibleDescription(text)
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged))
