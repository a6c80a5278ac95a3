"""A list of topics at the side of a page: arrow keys walk, the chosen one is marked by ground, weight and colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from wrapplanner.ui.theme import Look

_ID = Qt.ItemDataRole.UserRole


class SideList(QListWidget):
    """`chosen(id)` when the person comes to another topic. Draws its focus ring round the row, not round the list."""

    chosen = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.setProperty("side", True)
        self.setProperty("focusRing", "none")
        self.setIconSize(look.icon_extent())
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._on_current)

    def add_topic(self, topic: str, title: str, icon: str | QIcon | None = None) -> None:
        """Add a topic at the end; `icon` is a Lucide icon's name, which takes the row's colour, or a picture."""
        item = QListWidgetItem(f" {title}" if icon else title)
        item.setData(_ID, topic)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, title)
        if isinstance(icon, QIcon):
            item.setIcon(icon)
        elif icon:
            both = QIcon(self._look.pixmap(icon, "ink-soft"))
            both.addPixmap(self._look.pixmap(icon, "accent"), QIcon.Mode.Selected)
            item.setIcon(both)
        self.addItem(item)

    def choose(self, topic: str) -> None:
        """Mark a topic without announcing it."""
        self.blockSignals(True)
        for row in range(self.count()):
            if self.item(row).data(_ID) == topic:
                self._embolden(self.item(row), self.currentItem())
                self.setCurrentRow(row)
        self.blockSignals(False)

    def keyboardSearch(self, search: str) -> None:
        """Stay: a letter typed by mistake leads nowhere."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the list, then the ring round the row that has the focus."""
        super().paintEvent(event)
        if self.hasFocus() and (item := self.currentItem()) is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.colour("focus"), 3))
            painter.drawRoundedRect(QRectF(self.visualItemRect(item)).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)

    def _on_current(self, now: QListWidgetItem | None, before: QListWidgetItem | None) -> None:
        if now is not None:
            self._embolden(now, before)
            self.chosen.emit(now.data(_ID))

    def _embolden(self, now: QListWidgetItem, before: QListWidgetItem | None) -> None:
        for item, weight in ((before, QFont.Weight.Normal), (now, QFont.Weight.DemiBold)):
            if item is not None:
                font = self._look.font("body")
                font.setWeight(weight)
                item.setFont(font)
        self.scheduleDelayedItemsLayout()  # heavier words may take another line
