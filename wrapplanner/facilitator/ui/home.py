"""Where group sessions begin: a programme at the left, its meetings at the right. No plan is needed or reached."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wrapplanner.facilitator.ui.times import length
from wrapplanner.facilitator.ui.two_parts import TwoParts, WindowHead
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.choice_card import DoorCard
from wrapplanner.ui.widgets.column import ScrollColumn, clear
from wrapplanner.ui.widgets.focus_ring import FocusRing
from wrapplanner.ui.widgets.message import InlineMessage
from wrapplanner.ui.widgets.words import words

if TYPE_CHECKING:
    from wrapplanner.facilitator.model.programme import Programme
    from wrapplanner.facilitator.model.running import Running

_SIDE, _WIDEST, _NARROW, _TIGHT = 320, 760, 900, 640


class HomeWindow(QWidget):
    """`begin_requested(programme, number)`; `resume_requested()` and `wipe_requested()` for a session that is still open.

    `text_size_requested()`; `companion_requested()`; `removal_requested(programme)` for an own copy; `closed()` once the
    window has gone; `painted()` once it has been seen: `show_programmes` comes after.
    """

    begin_requested = Signal(str, int)
    resume_requested = Signal()
    wipe_requested = Signal()
    text_size_requested = Signal()
    companion_requested = Signal()
    removal_requested = Signal(str)
    closed = Signal()
    painted = Signal()

    def __init__(self, look: Look, chosen: str = "") -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Group sessions"))
        self.setMinimumSize(900, 600)
        self.look, self._chosen, self._seen = look, chosen, False
        self._running: Running | None = None
        self._programmes: dict[str, Programme] = {}
        self._build()
        QShortcut(QKeySequence("Ctrl+Q"), self).activated.connect(self.close)
        self._ring = FocusRing(self, look)

    @property
    def chosen(self) -> str:
        """The id of the programme that is shown."""
        return self._chosen

    def show_programmes(self, programmes: tuple[Programme, ...], running: Running | None) -> None:
        """Show what can be held, and a session that is still open."""
        self._running = running
        self._programmes = {programme.id: programme for programme in programmes}
        if self._chosen not in self._programmes:
            self._chosen = programmes[0].id
        self._side.blockSignals(True)
        self._side.clear()
        for programme in programmes:
            self._side.add_topic(programme.id, programme.title)
        self._side.blockSignals(False)
        self._side.choose(self._chosen)
        self._parts.lay_out()
        self._show()
        self.focus_start()

    def say(self, sentence: str) -> None:
        """Tell a problem above the programmes."""
        self._messages.addWidget(InlineMessage(self.look, sentence))

    def focus_start(self) -> None:
        """Put the focus on the programmes, or on the session that is still open."""
        self._side.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words out of the head where the window is narrow for them."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell it once that the window is seen, in the next turn."""
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    def _lay_out(self) -> None:
        width = self.width() / self.look.scale
        tight = width < _TIGHT
        self._title.setVisible(not tight)
        for each in self._folding:  # their icons keep the name
            each.setText("" if tight else f" {each.accessibleName()}")
            each.setToolTip(each.accessibleName() if tight else "")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window goes."""
        event.accept()
        self.closed.emit()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_head())
        self._messages = QVBoxLayout()
        column.addLayout(self._messages)
        self._parts = TwoParts(self.look, self.tr("Programmes"), side=_SIDE, narrow=_NARROW)
        self._side = self._parts.list
        self._side.chosen.connect(self._on_chosen)
        self._page = ScrollColumn(self.look, widest=_WIDEST)
        self._page.column.setSpacing(self.look.space(12))
        self._parts.add_page(self._page)
        column.addWidget(self._parts, 1)

    def _build_head(self) -> WindowHead:
        look, head = self.look, WindowHead(self.look, "users", self.tr("Group sessions"))
        self._title, row = head.title, head.row
        row.addStretch(1)
        size = button(look, self.tr("Text size {0} %").format(round(look.scale * 100)), "back", icon="a-large-small")
        size.clicked.connect(self.text_size_requested)
        companion = button(look, self.tr("Companion"), "back", icon="compass")
        companion.clicked.connect(self.companion_requested)
        self._folding = (size, companion)
        leave = button(look, self.tr("Leave"), icon="arrow-left")
        leave.clicked.connect(self.close)
        for each in (*self._folding, leave):
            row.addWidget(each)
        return head

    def _show(self) -> None:
        programme, column, look = self._programmes[self._chosen], self._page.column, self.look
        clear(column)
        if self._running is not None:
            self._show_running(self._running)
        column.addWidget(words(programme.title, "title"))
        for line in programme.about:
            column.addWidget(words(line, "help"))
        count = len(programme.sessions)
        said = self.tr("1 meeting") if count == 1 else self.tr("{0} meetings").format(count)
        column.addWidget(words(f"{said} · {length(programme.minutes)}", "caption"))
        column.addSpacing(look.space(8))
        for number, session in enumerate(programme.sessions, 1):
            title = f"{number} · {session.title}" if count > 1 else session.title
            card = DoorCard(look, title, f"{length(session.minutes)}. {' '.join(session.aims[:1])}", icon="play")
            card.setObjectName(f"session-{number}")
            card.clicked.connect(partial(self.begin_requested.emit, programme.id, number))
            column.addWidget(card)
        column.addSpacing(look.space(12))
        column.addWidget(words(programme.notice, "caption"))
        if programme.own:
            gone = button(look, self.tr("Take away our own copy"), "back", icon="trash-2")
            gone.clicked.connect(partial(self.removal_requested.emit, programme.id))
            column.addWidget(gone, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._page.verticalScrollBar().setValue(0)

    def _show_running(self, running: Running) -> None:
        title = self.tr("A session is still open: {0}").format(running.session.title)
        plain = self.tr("All that is on its boards is here.")
        message = InlineMessage(self.look, title, plain, self.tr("Go on with it"), self.tr("Wipe it"))
        message.step_requested.connect(self.resume_requested)
        message.closed.connect(self.wipe_requested)
        self._page.column.addWidget(message)

    def _on_chosen(self, programme: str) -> None:
        self._chosen = programme
        self._show()
