"""A recovery code to be written down: large, in its groups, to be copied if the person likes."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from wrapplanner.pdf.options import PrintOptions
from wrapplanner.ui.sheet_desk import SheetDesk
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.words import words

_NOT_FOR_A_HISTORY = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
}
"""How desktops of Linux, and Windows, are asked to leave it out of what they keep of the clipboard or send elsewhere."""


class CodeCard(QWidget):
    """Shows a code such as "ABCD-EFGH-…" group by group, to be printed, saved as a sheet or copied.

    Its words can have the focus. `options` say on which paper the sheet is.
    """

    def __init__(self, look: Look, code: str, options: PrintOptions) -> None:
        super().__init__()
        self._code = code
        self._desk = SheetDesk(look, code, options)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space(8))
        self.words = _code_words(code)
        column.addWidget(_sheet(look, self.words))
        self.setFocusProxy(self.words)
        self._copy = button(look, self.tr("Copy the code"), "quiet")
        self._copy.clicked.connect(self._on_copy)
        self._desk.row.addWidget(self._copy)
        column.addWidget(self._desk)

    def _on_copy(self) -> None:
        held = QMimeData()
        held.setText(self._code)
        for kind, said in _NOT_FOR_A_HISTORY.items():
            held.setData(kind, said)
        QGuiApplication.clipboard().setMimeData(held)
        self._copy.setText(self.tr("Copied. Paste it where only you look."))


def _code_words(code: str) -> QLabel:
    label = words("   ".join(code.split("-")), "code")
    label.setObjectName("recoveryCode")
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    label.setAccessibleName(label.text())
    return label


def _sheet(look: Look, label: QLabel) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    room = QVBoxLayout(card)
    room.setContentsMargins(*[look.space(20)] * 4)
    room.addWidget(label)
    return card
