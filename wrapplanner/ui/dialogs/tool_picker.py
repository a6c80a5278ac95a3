"""Picking tools of the toolbox for a list: a field that filters, and rows to tick."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from wrapplanner.domain.plan import Tool
from wrapplanner.domain.text import folded
from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.editors.line_field import LineField
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.tick_list import TickList
from wrapplanner.ui.widgets.words import words as label


class ToolPicker(Dialog):
    """`tools_picked(ids)` in the toolbox's order. Down goes from the field to the rows, Space ticks, Enter puts them in."""

    tools_picked = Signal(list)

    def __init__(self, look: Look, tools: Sequence[Tool], mark: Callable[[Tool], str], parent: QWidget) -> None:
        super().__init__(look, parent.tr("From my toolbox"), parent)
        if not tools:
            self.body.addWidget(label(self.tr("All your tools are in this list already.")))
            self.add_button(self.tr("Back to my list"), self.reject, "main", safe=True)
            return
        self.filter = LineField()
        self.filter.setProperty("spelling", False)
        self.filter.setAccessibleName(self.tr("Find a tool"))
        self.filter.setPlaceholderText(self.tr("Find a tool"))
        self.body.addWidget(self.filter)
        self.list = TickList(look)
        self.list.setAccessibleName(self.tr("My tools"))
        for tool in tools:
            self.list.add_row(tool.name, tool.id, mark(tool))
        self.body.addWidget(self.list)
        self.give_room(self.list)
        self.filter.textEdited.connect(self._on_filter)
        self.filter.installEventFilter(self)
        self.list.put_in_requested.connect(self._on_put)
        self.add_button(self.tr("Not now"), self.reject, "back")
        self.add_button(self.tr("Put them in"), self._on_put, "main")
        self.focus_first(self.filter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go down into the list from the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_put()
                return True
        return super().eventFilter(watched, event)

    def _on_filter(self, words: str) -> None:
        wanted = folded(words.strip())
        for item in self.list.all_items():
            item.setHidden(wanted not in folded(item.text()))
        first = next((item for item in self.list.all_items() if not item.isHidden()), None)
        if first is not None:
            self.list.setCurrentItem(first)

    def _on_put(self) -> None:
        ticked = self.list.ticked()
        self.accept()
        if ticked:
            self.tools_picked.emit(ticked)
