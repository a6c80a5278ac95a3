"""The Companion's window: topics to read, what was kept, the private journal. It never goes to the group's screen."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wrapplanner.facilitator.model.companion import Form, Topic
from wrapplanner.facilitator.ui.companion_pages import LinesToCall, topic_widgets
from wrapplanner.facilitator.ui.group_helplines import GroupHelplines
from wrapplanner.facilitator.ui.journal_page import Journal, JournalPage
from wrapplanner.facilitator.ui.kept_page import KeptPage
from wrapplanner.facilitator.ui.two_parts import TwoParts, WindowHead
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import ScrollColumn, clear
from wrapplanner.ui.widgets.focus_ring import FocusRing

JOURNAL, KEPT = "journal", "kept"
_SIDE, _WIDEST, _NARROW = 320, 720, 880


def fresh_id() -> str:
    """Return an id that sorts by the time when it was made."""
    return f"{time.time_ns():020}"


class CompanionWindow(QWidget):
    """`closed()` once it has gone; the journal is kept by then."""

    closed = Signal()

    def __init__(
        self,
        look: Look,
        topics: tuple[Topic, ...],
        helplines: GroupHelplines,
        resources: Path,
        journal: Journal,
        kept: KeptPage,
        today: Callable[[], date] = date.today,
        make_id: Callable[[], str] = fresh_id,
    ) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Companion"))
        self.setMinimumSize(480, 480)
        self._look, self._helplines, self._resources = look, helplines, resources
        self._topics = {topic.id: topic for topic in topics}
        self._here = ""
        self.journal = JournalPage(look, journal, today, make_id)
        self.kept = kept
        self._build()
        self.show_topic(topics[0].id)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)
        self._ring = FocusRing(self, look)

    def show_topic(self, topic: str) -> None:
        """Show a topic, or the journal."""
        self.journal.keep()
        self._here = topic
        self._side.choose(topic)
        shown = topic if topic in self._pages else ""
        for name, page in self._pages.items():
            page.setVisible(name == shown)
        if topic == KEPT:
            self.kept.refresh()
        if topic in self._topics:
            self._show_words(self._topics[topic])
            self._pages[""].verticalScrollBar().setValue(0)

    def go_on_from(self, other: CompanionWindow) -> None:
        """Be where another window was, with the words that were being written there: the same one in another look."""
        self.journal.go_on_from(other.journal)
        self.show_topic(other.here)

    @property
    def places(self) -> tuple[str, ...]:
        """The topics, in their order."""
        return (*self._topics, KEPT, JOURNAL)

    @property
    def here(self) -> str:
        """The topic that is shown."""
        return self._here

    def _show_words(self, topic: Topic) -> None:
        column = self._pages[""].column
        clear(column)
        for widget in topic_widgets(self._look, topic, self._on_write_about):
            column.addWidget(widget)
        if topic.form is Form.HELPLINES:
            column.addWidget(LinesToCall(self._look, self._resources, self._helplines))
        column.addStretch(1)

    def focus_start(self) -> None:
        """Put the focus on the topics."""
        self._side.setFocus(Qt.FocusReason.TabFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is written, and tell that the window goes."""
        self.journal.keep()
        event.accept()
        self.closed.emit()

    def _build(self) -> None:
        look = self._look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_head())
        parts = TwoParts(look, self.tr("Topics"), side=_SIDE, narrow=_NARROW)
        self._side = parts.list
        for topic in self._topics.values():
            self._side.add_topic(topic.id, topic.title)
        self._side.add_topic(KEPT, self.tr("What we kept"), "archive")
        self._side.add_topic(JOURNAL, self.tr("Journal"), "pencil")
        self._side.chosen.connect(self.show_topic)
        self._pages = {name: ScrollColumn(look, widest=_WIDEST) for name in ("", KEPT, JOURNAL)}
        self._pages[""].column.setSpacing(look.space(12))
        for name, own in ((KEPT, self.kept), (JOURNAL, self.journal)):
            self._pages[name].column.addWidget(own)
            self._pages[name].column.addStretch(1)
        for page in self._pages.values():
            parts.add_page(page)
        column.addWidget(parts, 1)

    def _build_head(self) -> WindowHead:
        head = WindowHead(self._look, "compass", self.tr("Companion"))
        head.row.addStretch(1)
        leave = button(self._look, self.tr("Close"), icon="x")
        leave.clicked.connect(self.close)
        head.row.addWidget(leave)
        return head

    def _on_write_about(self, question: str) -> None:
        self.show_topic(JOURNAL)
        self.journal.write_about(question)
