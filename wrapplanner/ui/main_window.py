"""The main window: rail, page and status bar, and going from place to place. No plan logic."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from wrapplanner.ui.actions import ACTIONS
from wrapplanner.ui.pages.page import LOW, NARROW, WIDE, Page, PageContext
from wrapplanner.ui.pages.table import PAGES
from wrapplanner.ui.theme import SCALES, Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import clear
from wrapplanner.ui.widgets.focus_ring import FocusRing
from wrapplanner.ui.widgets.message import InlineMessage, Toast
from wrapplanner.ui.widgets.nav_rail import NavRail, rail_menu
from wrapplanner.ui.widgets.status_bar import StatusBar

LEAST = (900, 600)


class MainWindow(QMainWindow):
    """Shows one page at a time. A new look builds everything anew at the same place.

    `look_wanted()` is emitted when a choice alters the look or the words: `app.py` answers with `show_context`.
    """

    look_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("WRAP Planner")
        self.setMinimumSize(*LEAST)
        self._pages: dict[str, Page] = {}
        self._before: list[str] = []
        self._ring: FocusRing | None = None
        self._context: PageContext | None = None

    @property
    def context(self) -> PageContext:
        """What the pages are given; there is none before `show_plan`."""
        assert self._context is not None
        return self._context

    @property
    def has_plan(self) -> bool:
        """Whether a plan is shown."""
        return self._context is not None

    def say(self, sentence: str) -> None:
        """Tell a problem above the page, where it stays until the person has read it."""
        clear(self._messages)
        message = InlineMessage(self.context.look, sentence, close=self.tr("I have read it"))
        message.closed.connect(self._on_message_closed)
        self._messages.setContentsMargins(24, 12, 24, 12)
        self._messages.addWidget(message)

    def offer_undo(self, words: str) -> None:
        """Say what was done and can be undone."""
        self._toast.say(words)
        self._lay_out()

    def show_front(self, front: QWidget, look: Look, problem: str = "") -> None:
        """Show a page that needs no plan (the start page), without rail and status bar; above it a problem, if any."""
        holder = QWidget()
        holder.setObjectName("surface")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        if problem:
            column.addWidget(InlineMessage(look, problem))
        column.addWidget(front, 1)
        self.setCentralWidget(holder)
        self._renew_ring(look)

    def show_plan(self, context: PageContext, place: str) -> None:
        """Show an open plan, from now on."""
        self._context = context
        self._connect()
        self._build()
        self.go(place, remember=False)

    def show_context(self, context: PageContext) -> None:
        """Build everything anew for another look or other words of the same plan, at the same place."""
        place = self.place()
        self.context.session.flush()
        self._context = context
        self._pages = {}
        self._build()
        self.go(place, remember=False)

    def place(self) -> str:
        """Return where the person is."""
        page = self._stack.currentWidget()
        return page.place() if isinstance(page, Page) else "read"

    def go(self, place: str, *, remember: bool = True) -> None:
        """Go to a place ("write/early.signs"), or "back" to the one before."""
        self.context.session.flush()
        if place == "back":
            place, remember = (self._before.pop() if self._before else "read"), False
        word, _, rest = place.partition("/")
        here = self.place() if self._stack.count() else ""
        if remember and here and here.partition("/")[0] != word:
            self._before = [*self._before[-20:], here]
        page = self._page(word)
        self._stack.setCurrentWidget(page)
        page.set_effective_width(self._effective_width())
        page.go_to(rest)
        self._lay_out()
        page.focus_start()
        self.context.preferences.change(place=self.place())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change the rail and the page's columns with the effective width."""
        super().resizeEvent(event)
        if self._context is not None:
            self._lay_out()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hand in everything; words that the disk has not taken keep the window open."""
        if self._context is None:
            return
        session = self.context.session
        session.flush()
        if session.has_unsaved:
            self.say(self.tr("Your last words are not saved yet. Free some space on the disk, then close again."))
            event.ignore()
            return
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.context.preferences.change(geometry=geometry, place=self.place())
        session.undo_stack.indexChanged.disconnect(self._show_undo)
        session.close()
        event.accept()

    def next_pane(self) -> None:
        """Move the focus from the rail to the page and back."""
        focused = self.focusWidget()
        if self._rail.isVisible() and focused is not None and not self._rail.isAncestorOf(focused):
            self._rail.focus_start()
        else:
            page = self._stack.currentWidget()
            if isinstance(page, Page):
                page.focus_start()

    def _build(self) -> None:
        look = self.context.look
        self._body = body = QWidget()
        body.setObjectName("surface")
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._stack = QStackedWidget()
        self._messages = QVBoxLayout()
        page = QVBoxLayout()
        page.setSpacing(0)
        page.addLayout(self._messages)
        page.addWidget(self._stack, 1)
        self._row.addLayout(page, 1)
        self._status = StatusBar(look)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row, 1)
        column.addWidget(self._status)
        self._rail_mode = ""
        self._rail = NavRail(look, narrow=False)
        self._row.insertWidget(0, self._rail)
        self._menu = button(look, self.tr("Menu"), "plain", icon="menu")
        self._menu.setMenu(rail_menu(look, self._menu, self.go))
        self._now = button(look, self.tr("Now"), "lamp", icon="lamp")
        self._now.clicked.connect(partial(self.go, "now"))
        for each in (self._menu, self._now):
            each.setParent(body)
            each.hide()
        self._toast = Toast(look, body)
        self._toast.undo_requested.connect(self._on_undo_requested)
        self._status.undo_requested.connect(self._on_undo_requested)
        self._status.scale_requested.connect(self._on_scale_requested)
        self.setCentralWidget(body)
        self._renew_ring(look)
        self._rail.go_requested.connect(self.go)
        self._show_undo()
        self._lay_out()

    def _renew_ring(self, look: Look) -> None:
        if self._ring is not None:
            self._ring.deleteLater()
        self._ring = FocusRing(self, look)

    def _connect(self) -> None:
        session = self.context.session
        session.saved.connect(self._on_saved)
        session.undo_stack.indexChanged.connect(self._show_undo)
        answers: dict[str, Callable[[], None]] = {
            "undo": session.undo,
            "redo": session.redo,
            "larger": partial(self._step_scale, 1),
            "smaller": partial(self._step_scale, -1),
            "plain-size": partial(self._on_scale_requested, 1.0),
            "next-pane": self.next_pane,
            "full-screen": self._on_full_screen,
            "close": self._on_close,
        }
        for action in ACTIONS:
            if action.does:
                answer = answers.get(action.does) or partial(self.act, action.does)
                for keys in action.keys.split(",") if "Ctrl+," not in action.keys else [action.keys]:
                    QShortcut(QKeySequence.fromString(keys), self).activated.connect(answer)

    def _page(self, word: str) -> Page:
        if word not in PAGES:
            word = "read"
        if word not in self._pages:
            page = PAGES[word]()(self.context)
            page.go_requested.connect(self.go)
            page.toast_requested.connect(self.offer_undo)
            page.preferences_changed.connect(self.look_wanted)
            self._pages[word] = page
            self._stack.addWidget(page)
        return self._pages[word]

    def _effective_width(self) -> int:
        return round(self.width() / self.context.look.scale)

    def _lay_out(self) -> None:
        width = self._effective_width()
        mode = "wide" if width >= WIDE else "narrow" if width >= NARROW else "menu"
        if mode != self._rail_mode:
            self._rail_mode = mode
            self._rail.hide()
            self._row.removeWidget(self._rail)
            self._rail.deleteLater()
            self._rail = NavRail(self.context.look, narrow=mode == "narrow")
            self._rail.go_requested.connect(self.go)
            self._row.insertWidget(0, self._rail)
        page = self._stack.currentWidget()
        alone = isinstance(page, Page) and page.alone
        self._rail.setVisible(self._rail_mode != "menu" and not alone)
        self._status.setVisible(self.height() / self.context.look.scale >= LOW and not alone)
        if isinstance(page, Page):
            page.set_effective_width(width)
            self._adopt(page)
            self._rail.show_place(page.door)
        body = self._body
        room = min(640, body.width() - 48)
        self._toast.setFixedWidth(round(min(room * self.context.look.scale, body.width() - 48)))
        high = self._toast.sizeHint().height()
        self._toast.move((body.width() - self._toast.width()) // 2, body.height() - high - self._status.height() - 16)

    def _adopt(self, page: Page) -> None:
        """Put Menu and Now into the page's header where there is no rail."""
        small = self._rail_mode == "menu" and not page.alone
        header = page.header_row
        if small and header is not None:
            header.insertWidget(0, self._menu)
            header.addWidget(self._now)
        self._menu.setVisible(small and header is not None)
        self._now.setVisible(small and header is not None)

    def act(self, does: str) -> None:
        """Have the page answer an action, or go to the page of that name."""
        page = self._stack.currentWidget()
        if isinstance(page, Page) and not page.act(does) and does in PAGES:
            self.go(does)

    def _on_message_closed(self) -> None:
        clear(self._messages)
        self._messages.setContentsMargins(0, 0, 0, 0)
        self.next_pane()

    def _on_undo_requested(self) -> None:
        self.context.session.undo()

    def _on_saved(self, problem: str) -> None:
        self._status.say_saved(problem)

    def _show_undo(self) -> None:
        stack = self.context.session.undo_stack
        self._status.show_undo((stack.undoText() or self.tr("the last change")) if stack.canUndo() else "")

    def _on_scale_requested(self, scale: float) -> None:
        self.context.preferences.change(scale=scale)
        QTimer.singleShot(0, self.look_wanted.emit)  # the button that asked is about to be replaced

    def _step_scale(self, step: int) -> None:
        now = min(range(len(SCALES)), key=lambda place: abs(SCALES[place] - self.context.look.scale))
        self._on_scale_requested(SCALES[max(0, min(len(SCALES) - 1, now + step))])

    def _on_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _on_close(self) -> None:
        self.close()
