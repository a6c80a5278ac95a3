"""What a reader will see: one tick for each topic that has words, as the preview shows at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from wrapplanner.domain.readership import Topic
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.column import clear
from wrapplanner.ui.widgets.tick_line import TickLine
from wrapplanner.ui.widgets.words import words

_COLUMN = 140
"""The least width of a column at 100 % text: two of them stand side by side where there is room."""


class TopicTicks(QWidget):
    """Ticks under a heading. `changed()` when the person sets one or takes it away."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._topics: tuple[Topic, ...] = ()
        self._ticks: list[TickLine] = []
        self._base: frozenset[str] = frozenset()
        self._columns = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space(4))
        self._title = words("", "body-strong")
        column.addWidget(self._title)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.space(16))
        self._grid.setVerticalSpacing(0)
        column.addLayout(self._grid)

    def show_topics(self, title: str, topics: Sequence[Topic], hidden: frozenset[str]) -> None:
        """Show topics, those ticked that `hidden` does not name. Nothing is built anew where they are the same."""
        self._title.setText(title)
        self.setVisible(bool(topics))
        if tuple(topics) != self._topics:
            self._topics = tuple(topics)
            clear(self._grid)
            self._ticks = [TickLine(self._look, topic.title, "") for topic in topics]
            for tick in self._ticks:
                tick.toggled.connect(self._on_toggled)
            self._columns = 0
            self._arrange()
        self._base = hidden - frozenset().union(*(topic.hides for topic in self._topics))
        for topic, tick in zip(self._topics, self._ticks, strict=True):
            tick.blockSignals(True)
            tick.setChecked(topic.id not in hidden)
            tick.blockSignals(False)
            tick.update()

    @property
    def hidden(self) -> frozenset[str]:
        """What is not on the copy."""
        off = (topic.hides for topic, tick in zip(self._topics, self._ticks, strict=True) if not tick.isChecked())
        return self._base.union(*off)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one column or two."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = 2 if self.width() / self._look.scale >= 2 * _COLUMN else 1
        if columns == self._columns:
            return
        self._columns = columns
        rows = -(-len(self._ticks) // columns)
        for place, tick in enumerate(self._ticks):
            self._grid.addWidget(tick, place % rows, place // rows)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _on_toggled(self, _ticked: bool) -> None:
        self.changed.emit()
