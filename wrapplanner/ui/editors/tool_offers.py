"""While a line is typed: the tools of the toolbox that fit it, in a list under the row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from wrapplanner.domain.plan import Tool
from wrapplanner.domain.text import folded
from wrapplanner.ui.editors.growing import RowText
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.message import announce

MOST = 6


class ToolOffers(QListWidget):
    """Opens over the page while words are typed that are part of a tool's name; the field keeps the focus.

    Down and Up choose, Enter or a click takes, Esc closes; without a choice Enter is the field's own.
    `tool_taken(id)`.
    """

    tool_taken = Signal(str)

    def __init__(self, look: Look, field: RowText, tools: Callable[[], tuple[Tool, ...]], mark: Callable[[Tool], str]) -> None:
        super().__init__(field.window())
        self._look, self._field, self._tools, self._mark = look, field, tools, mark
        self._is_typed = False
        self.setObjectName("offers")
        self.setAccessibleName(self.tr("Tools that fit"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(look.icon_extent(16))
        self.setWordWrap(True)
        self.hide()
        self.itemClicked.connect(self._on_taken)
        field.installEventFilter(self)
        field.destroyed.connect(self.deleteLater)  # it is the window's child once it was open
        field.textChanged.connect(self._on_text_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that choose, while the list is open; close when the field is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self.isVisible() and self._took_key(event):
                return True
            self._is_typed = bool(event.text())
        return False

    def _took_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key, keys = event.key(), Qt.Key
        if key in (keys.Key_Down, keys.Key_Up):
            step = 1 if key == keys.Key_Down else -1
            self.setCurrentRow((self.currentRow() + step) % self.count() if self.currentRow() >= 0 else 0)
            announce(self._field, self.currentItem().text())
        elif key in (keys.Key_Return, keys.Key_Enter) and self.currentRow() >= 0:
            self._on_taken(self.currentItem())
        elif key == keys.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _on_text_changed(self) -> None:
        # Only what the person types opens it, not a row that is shown anew.
        is_shown_anew = not self._field.can_go(-1)
        if not (self._field.hasFocus() and self._is_typed) or is_shown_anew:
            self.hide()
            return
        wanted = folded(self._field.words().strip())
        fitting = [tool for tool in self._tools() if wanted and wanted in folded(tool.name)][:MOST]
        if not fitting or [folded(tool.name) for tool in fitting] == [wanted]:
            self.hide()
            return
        self.clear()
        for tool in fitting:
            item = QListWidgetItem(self._look.icon(self._mark(tool), "ink-soft", 16), tool.name)
            item.setData(Qt.ItemDataRole.UserRole, tool.id)
            self.addItem(item)
        self._open()

    def _open(self) -> None:
        window, row = self._field.window(), self._field.parentWidget()
        if self.parentWidget() is not window:
            self.setParent(window)
        assert isinstance(row, QWidget)
        high = sum(self.sizeHintForRow(at) for at in range(self.count())) + 2 * self.frameWidth() + 2 * self._look.space(4)
        at = row.mapTo(window, QPoint(0, row.height() + 4))
        if at.y() + high > window.height():
            at = row.mapTo(window, QPoint(0, -high - 4))
        self.setGeometry(at.x() - 8, max(at.y(), 0), min(row.width(), window.width() - at.x()), high)
        self.setCurrentRow(-1)
        self.show()
        self.raise_()

    def _on_taken(self, item: QListWidgetItem) -> None:
        self.hide()
        self.tool_taken.emit(item.data(Qt.ItemDataRole.UserRole))
