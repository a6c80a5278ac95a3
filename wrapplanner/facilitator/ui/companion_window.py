"""The Companion's window: topics to read, what was kept, the private journal. It never goes to the group's screen."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wrapplanner.domain.helplines import Helpline
from wrapplanner.facilitator.model.companion import Topic
from wrapplanner.facilitator.ui.companion_pages import topic_widgets
from wrapplanner.facilitator.ui.journal_page import Journal, JournalPage
from wrapplanner.facilitator.ui.kept_page import KeptPage
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import ScrollColumn, clear
from wrapplanner.ui.widgets.focus_ring import FocusRing
from wrapplanner.ui.widgets.side_list import SideList
from wrapplanner.ui.widgets.words import words

JOURNAL, KEPT = "journal", "kept"
_SIDE, _WIDEST, _NARROW = 300, 720, 860


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
        lines: tuple[Helpline, ...],
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
        self._look, self._lines = look, lines
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
            column = self._pages[""].column
            clear(column)
            for widget in topic_widgets(self._look, self._topics[topic], self._lines, self._on_write_about):
                column.addWidget(widget)
            column.addStretch(1)
            self._pages[""].verticalScrollBar().setValue(0)

    def focus_start(self) -> None:
        """Put the focus on the topics."""
        self._side.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the topics above the page where the window is narrow for its text."""
        super().resizeEvent(event)
        narrow = self.width() / self._look.scale < _NARROW
        self._both.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        side = round(_SIDE * self._look.scale)
        self._aside.setMinimumWidth(0 if narrow else side)
        self._aside.setMaximumWidth(16_777_215 if narrow else side)
        high = self._side.sizeHintForRow(0) * self._side.count() + 2 * self._look.space(8)
        self._aside.setMaximumHeight(min(high, self.height() // 3) if narrow else 16_777_215)

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
        self._aside = QFrame()
        self._aside.setObjectName("agendaSide")
        inside = QVBoxLayout(self._aside)
        inside.setContentsMargins(*[look.space(8)] * 4)
        self._side = SideList(look, self.tr("Topics"))
        for topic in self._topics.values():
            self._side.add_topic(topic.id, topic.title)
        self._side.add_topic(KEPT, self.tr("What we kept"), "archive")
        self._side.add_topic(JOURNAL, self.tr("Journal"), "pencil")
        self._side.chosen.connect(self.show_topic)
        inside.addWidget(self._side)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(0)
        self._both.addWidget(self._aside)
        self._pages = {name: ScrollColumn(look, widest=_WIDEST) for name in ("", KEPT, JOURNAL)}
        self._pages[""].column.setSpacing(look.space(12))
        for name, own in ((KEPT, self.kept), (JOURNAL, self.journal)):
            self._pages[name].column.addWidget(own)
            self._pages[name].column.addStretch(1)
        for page in self._pages.values():
            self._both.addWidget(page, 1)
        column.addLayout(self._both, 1)

    def _build_head(self) -> QFrame:
        look, head = self._look, QFrame()
        head.setObjectName("presenterHead")
        row = QHBoxLayout(head)
        row.setContentsMargins(look.space(24), look.space(12), look.space(24), look.space(12))
        row.setSpacing(look.space(14))
        mark = QLabel()
        mark.setPixmap(look.pixmap("compass", "accent"))
        row.addWidget(mark)
        row.addWidget(words(self.tr("Companion"), "heading2", wrap=False))
        row.addStretch(1)
        leave = button(look, self.tr("Close"), icon="x")
        leave.clicked.connect(self.close)
        row.addWidget(leave)
        return head

    def _on_write_about(self, question: str) -> None:
        self.show_topic(JOURNAL)
        self.journal.write_about(question)
