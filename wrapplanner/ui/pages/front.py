"""What the pages before a plan is open have in common: one narrow column in the middle, the text size above it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.arch import Arch
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import ScrollColumn
from wrapplanner.ui.widgets.message import announce
from wrapplanner.ui.widgets.words import words

WIDEST = 560
_ARCH = 104
_NARROW = 600
"""Effective width under which buttons stand beneath their field."""


class FrontPage(QWidget):
    """Fill `column`. `text_size_requested()`; the focus begins at `first`."""

    text_size_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.look = look
        self.first: QWidget = self
        self._rows: list[QBoxLayout] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._top())
        scroll = ScrollColumn(look, widest=WIDEST, top=16, centred=True)
        self.column = scroll.column
        self.column.setSpacing(look.space(12))
        self.column.addStretch(2)
        outer.addWidget(scroll, 1)

    def focus_start(self) -> None:
        """Put the focus where this page begins."""
        self.first.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put buttons beneath their field where the window is narrow for its text."""
        super().resizeEvent(event)
        wide = self.width() / self.look.scale >= _NARROW
        for row in self._rows:
            row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def add_title(self, title: str, help_text: str, *, arch: bool = False) -> None:
        """Add the page's title and the line beneath it; above them the picture, but in High contrast."""
        if arch and not self.look.is_high_contrast:
            picture = Arch(self.look.resources / "pictures" / "arch.svg", self.look.space(_ARCH))
            self.column.addWidget(picture, 0, Qt.AlignmentFlag.AlignLeft)
            self.column.addSpacing(self.look.space(16))
        self.column.addWidget(words(title, "title"))
        self.column.addWidget(words(help_text, "help"))
        self.column.addSpacing(self.look.space(12))

    def add_label(self, text: str) -> QLabel:
        """Add the words above a field."""
        label = words(text, "body-strong")
        self.column.addWidget(label)
        return label

    def add_told(self) -> Told:
        """Add the place beneath a field where a problem is told."""
        told = Told()
        self.column.addWidget(told)
        return told

    def add_row(self, *widgets: QWidget) -> None:
        """Add widgets beside one another, or beneath where it is narrow; a field takes the room that there is."""
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(self.look.space(12))
        for widget in widgets:
            if isinstance(widget, QLineEdit):
                row.addWidget(widget, 100)
            else:
                row.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        self._rows.append(row)
        self.column.addLayout(row)

    def finish(self) -> None:
        """Leave more room beneath the column than above it."""
        self.column.addStretch(3)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(self.look.space(32), self.look.space(16), self.look.space(32), 0)
        size = button(self.look, self.tr("Text size {0} %").format(round(self.look.scale * 100)), "back", icon="a-large-small")
        size.clicked.connect(self.text_size_requested)
        row.addStretch(1)
        row.addWidget(size)
        return row


class Told(QLabel):
    """A problem beneath a field, in plain ink; nothing is there while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def say(self, sentence: str) -> None:
        """Tell a problem, "" for none."""
        self.setText(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)
