"""A field to search in: a glass before the words and a button that clears them, both as large as the letters ask."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton

from wrapplanner.ui.theme import Look


class SearchField(QLineEdit):
    """Qt's own icons in a field stay at 16 px at any text size, and its clear button has no name."""

    def __init__(self, look: Look, name: str, hint: str) -> None:
        super().__init__()
        self.setProperty("spelling", False)
        self._look = look
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._clear = QToolButton(self)
        self._clear.setIcon(look.icon("x", "ink-soft"))
        self._clear.setIconSize(look.icon_extent())
        self._clear.setAccessibleName(self.tr("Clear"))
        self._clear.setToolTip(self.tr("Clear"))
        self._clear.setCursor(Qt.CursorShape.PointingHandCursor)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.hide()
        self.setTextMargins(look.icon_size() + look.space(10), 0, look.control() - look.space(12), 0)
        self._clear.clicked.connect(self.clear)
        self.textChanged.connect(self._on_text_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the end."""
        super().resizeEvent(event)
        side = min(self.height(), self._look.control())
        self._clear.setFixedSize(QSize(side, side))
        self._clear.move(self.width() - side, (self.height() - side) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then the glass."""
        super().paintEvent(event)
        side = self._look.icon_size()
        glass = self._look.pixmap("search", "ink-soft")
        QPainter(self).drawPixmap(self._look.space(12), (self.height() - side) // 2, glass)

    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
