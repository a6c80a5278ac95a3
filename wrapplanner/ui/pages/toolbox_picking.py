"""The bar that appears when tools are ticked: in which list to put them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QScrollArea, QSizePolicy, QWidget

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.kinds import Kind
from wrapplanner.domain.plan import Tool
from wrapplanner.ui.dialogs.in_use import full_name, spoken_list
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.controls import DropDown
from wrapplanner.ui.widgets.marks import part_icon
from wrapplanner.ui.widgets.words import words as label

FOLD = 760
"""Effective width under which the bar's words stand above its buttons."""
MOST_OF_PAGE = 0.45
"""How much of the page the bar may cover; a taller one stands after the last tool instead."""


class PickingBar(QFrame):
    """`put_requested(question id)` and `clear_requested()`. It keeps to the foot of what can be seen of its parent."""

    put_requested = Signal(str)
    clear_requested = Signal()

    def __init__(self, look: Look, framework: Framework, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pickingBar")
        self._look = look
        self._column = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._column.setContentsMargins(*[look.space(12)] * 4)
        self._column.setSpacing(look.space(12))
        self._count = label("", "body-strong", wrap=False)
        self._names = _Summary()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(look.space(12))
        clear = button(look, self.tr("Clear"), "back")
        clear.setAccessibleName(self.tr("Clear the ticks"))
        self.lists = DropDown(look, self.tr("Which list"))
        self.lists.setIconSize(look.icon_extent(24))
        self.lists.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.lists.setMinimumContentsLength(12)
        self.lists.view().setAccessibleName(self.lists.accessibleName())
        for question in framework.questions():
            if question.kind is Kind.TOOLS:
                part = framework.part_of(question.id)
                self.lists.addItem(part_icon(look, part), full_name(framework, question.id), question.id)
        self._put = put = button(look, self.tr("Put them there"), "main")
        words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        words.setSpacing(look.space(12))
        words.addWidget(self._count)
        words.addWidget(self._names, 1)
        words.addWidget(clear)
        self._column.addLayout(words, 3)
        self._row.addWidget(self.lists, 1)
        self._row.addWidget(put)
        self._column.addLayout(self._row, 4)
        clear.clicked.connect(self.clear_requested)
        put.clicked.connect(lambda: self.put_requested.emit(self.lists.currentData()))
        self.hide()

    def show_tools(self, tools: Sequence[Tool]) -> None:
        """Say which tools are ticked."""
        one, many = self.tr("1 tool ticked"), self.tr("{0} tools ticked")
        self._count.setText(one if len(tools) == 1 else many.format(len(tools)))
        self._names.say(spoken_list([tool.name for tool in tools]))
        self.setVisible(bool(tools) and self.lists.count() > 0)

    def fold(self, width: int) -> int:
        """Lay out for a width in pixels; return the height."""
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._column.setDirection(down if width / self._look.scale < FOLD else right)
        titles = (self.lists.itemText(at) for at in range(self.lists.count()))
        longest = max((self.lists.fontMetrics().horizontalAdvance(title) for title in titles), default=0)
        wanted = longest + self._look.icon_size(24 + 16) + 4 * self._look.space(12) + self._put.sizeHint().width()
        self._row.setDirection(right if wanted + 3 * self._look.space(12) < width else down)
        self._column.activate()
        return self.sizeHint().height()

    def stand(self, area: QScrollArea | None) -> int:
        """Stand at the foot of what can be seen of the parent; return how much of it the bar covers."""
        parent = self.parentWidget()
        if parent is None or self.isHidden():
            return 0
        high = self.fold(parent.width())
        bottom, covers = parent.height(), False
        if area is not None and high < area.viewport().height() * MOST_OF_PAGE:
            port = area.viewport()
            seen = parent.mapFromGlobal(port.mapToGlobal(QPoint(0, port.height()))).y() - self._look.space(8)
            bottom, covers = min(bottom, seen), True
        self.setGeometry(QRect(0, max(bottom - high, 0), parent.width(), high))
        self.raise_()
        return high + self._look.space(16) if covers else 0


class _Summary(QLabel):
    """Words shortened to the room there is: the rows above say them whole."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "soft")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = ""

    def say(self, whole: str) -> None:
        self._whole = whole
        self.setAccessibleName(whole)
        self._shorten()

    def resizeEvent(self, event: object) -> None:
        self._shorten()

    def _shorten(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))
