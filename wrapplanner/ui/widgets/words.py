"""Labels: always plain text, never guessed to be HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

if TYPE_CHECKING:
    from wrapplanner.ui.theme import Look


def words(text: str, role: str = "body", *, wrap: bool = True, parent: QWidget | None = None) -> QLabel:
    """Return a label of `text` in a text role of the style sheet (caption, body-strong, help, heading, title, …)."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    label.setProperty("role", role)
    if wrap:
        # A fresh policy, which forgets that the height follows the width: layouts that ask for that squeeze what stands
        # beside a label once their width changes.
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


def picture(look: Look, icon: str, colour: str, size: int = 20) -> QLabel:
    """Return an icon beside words; decoration only."""
    label = QLabel()
    label.setPixmap(look.pixmap(icon, colour, size))
    return label


def rule(parent: QWidget | None = None) -> QFrame:
    """Return a thin line across; decoration only."""
    line = QFrame(parent)
    line.setObjectName("rule")
    return line
