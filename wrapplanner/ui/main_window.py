"""The main window: going from place to place, shortcuts, closing. No plan logic."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from wrapplanner.ui.actions import ACTIONS
from wrapplanner.ui.covering import Covering
from wrapplanner.ui.frame import Frame
from wrapplanner.ui.pages.page import Page, PageContext
from wrapplanner.ui.pages.table import PAGES
from wrapplanner.ui.theme import SCALES
from wrapplanner.ui.widgets.focus_ring import FocusRing
from wrapplanner.ui.widgets.message import InlineMessage

if TYPE_CHECKING:
    from wrapplanner.ui.theme import Look

LEAST = (900, 600)


class MainWindow(QMainWindow):
    """Shows one page at a time. A new look builds everything anew at the same place.

    `look_wanted()` is emitted when a choice alters the look or the words: `app.py` answers with `show_context`.
    `lock_requested()` by the rail's door and Ctrl+L; `group_requested()` by the rail's door to group sessions.
    """

    look_wanted = Signal()
    lock_requested = Signal()
    closed = Signal()
    group_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("WRAP Planner")
        self.setMinimumSize(*LEAST)
        self._pages: dict[str, Page] = {}
        self._before: list[str] = []
        self._ring: FocusRing | None = None
        self._context: PageContext | None = None
        self._lets_go = False
        self._shortcuts: list[QShortcut] = []
        self._covering = Covering(self)
        self._wishes = {"lock": self.lock_requested, "group": self.group_requested}

    @property
    def context(self) -> PageContext:
        """What the pages are given; there is none before `show_plan`."""
        assert self._context is not None
        return self._context

    @property
    def has_plan(self) -> bool:
        """Whether a plan is shown."""
        return self._context is not None

    def say(self, sentence: str, *, step: str = "", place: str = "") -> None:
        """Tell something above the page; `step` is a button that goes to a place."""
        self._frame.say(sentence, step=step, place=place)

    def show_front(self, front: QWidget, look: Look, problem: str = "") -> None:
        """Show a page that needs no plan (the start page), without rail and status bar; above it a problem, if any."""
        holder = QWidget()
        holder.setObjectName("surface")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        if problem:
            column.addWidget(InlineMessage(look, problem))
        column.addWidget(front, 1)
        self._set_central(holder, look)

    def show_plan(self, context: PageContext, place: str) -> None:
        """Show an open plan, from now on."""
        self._context = context
        self._connect()
        self._build()
        self.go(place, remember=False)

    def let_go(self, *, anyway: bool = False) -> bool:
        """Hand in everything and close the plan; False, with all as it was, for words that the disk has not taken.

        Something else is to be shown next. With `anyway` such words go too.
        """
        session = self.context.session
        session.flush()
        if session.has_unsaved and not anyway:
            return False
        self._keep_place()
        session.undo_stack.indexChanged.disconnect(self._show_undo)
        session.saved.disconnect(self._on_saved)
        self._close_plan()
        self.forget_plan()
        return True

    def _close_plan(self) -> None:
        session = self.context.session
        session.close()
        for owner in (session, *self.findChildren(Page)):  # those of an earlier look too
            for timer in owner.findChildren(QTimer):
                timer.stop()  # Qt deletes them some turns later, and none may ask the closed plan for anything till then

    def forget_plan(self) -> None:
        """Let go of all that was shown of a plan that is closed; something else is to be shown next."""
        self.context.session.deleteLater()
        self._context, self._pages, self._before = None, {}, []
        self._enable_shortcuts()

    def cover(self, inside: QWidget) -> None:
        """Lay a page over the window, or in the place of the one that lies there."""
        if self._context is not None and self._frame.page is not None:
            self._frame.page.hush()
        self._covering.put(inside)
        self._enable_shortcuts()

    def uncover(self) -> None:
        """Show again what is beneath the cover, the focus where it was."""
        self._covering.lift()
        self._enable_shortcuts()

    @property
    def is_covered(self) -> bool:
        """Whether something lies over the window."""
        return self._covering.is_on

    @property
    def has_dialogs(self) -> bool:
        """Whether a dialog is open, in which words may be that nobody has handed in."""
        return self._covering.has_dialogs

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
        page = self._frame.page
        return page.place() if page is not None else "read"

    def go(self, place: str, *, remember: bool = True) -> None:
        """Go to a place ("write/early.signs"), or "back" to the one before; "lock" and "group" are wishes."""
        if place in self._wishes:
            self._wishes[place].emit()
            return
        self.context.session.flush()
        if place == "back":
            place, remember = (self._before.pop() if self._before else "read"), False
        word, _, rest = place.partition("/")
        here = self.place() if self._frame.page is not None else ""
        if remember and here and here.partition("/")[0] != word:
            self._before = [*self._before[-20:], here]
        page = self._page(word)
        self._frame.show_page(page)
        page.go_to(rest)
        self._frame.lay_out()
        page.focus_start()
        if page.kept:
            self.context.preferences.change(place=self.place())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change the rail and the page's columns with the effective width."""
        super().resizeEvent(event)
        if self._context is not None:
            self._frame.lay_out()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hand in everything; words that the disk has not taken keep the window open."""
        if self._context is None:
            return
        session = self.context.session
        session.flush()
        if session.has_unsaved and not self._lets_go:
            if not self.is_covered:  # else the words are there once the plan is unlocked
                self._ask_before_leaving()
            event.ignore()
            return
        self._keep_place()
        session.undo_stack.indexChanged.disconnect(self._show_undo)
        self._close_plan()
        event.accept()
        self.closed.emit()

    def act(self, does: str) -> None:
        """Have the page answer an action, or go to the page of that name."""
        page = self._frame.page
        if page is not None and not page.act(does) and does.partition("/")[0] in PAGES:
            self.go(does)

    def _keep_place(self) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        place = {"place": self.place()} if self._frame.page is None or self._frame.page.kept else {}
        self.context.preferences.change(geometry=geometry, **place)

    def _ask_before_leaving(self) -> None:
        from wrapplanner.ui.dialogs.unsaved import UnsavedDialog

        dialog = UnsavedDialog(self.context.look, self.context.session, self.context.session.problem, self)
        dialog.leave_requested.connect(self._on_leave_requested)
        dialog.open()

    def _on_leave_requested(self) -> None:
        self._lets_go = True
        QTimer.singleShot(0, self.close)

    def _build(self) -> None:
        self._frame = frame = Frame(self.context.look, locks=self.context.locks)
        frame.go_requested.connect(self.go)
        frame.undo_requested.connect(self._on_undo_requested)
        frame.scale_requested.connect(self._on_scale_requested)
        self._set_central(frame, self.context.look)
        self._show_undo()

    def _set_central(self, widget: QWidget, look: Look) -> None:
        self.setCentralWidget(widget)
        self._covering.follow()
        self._renew_ring(look)

    def _renew_ring(self, look: Look) -> None:
        if self._ring is not None:
            self._ring.deleteLater()
        self._ring = FocusRing(self, look)

    def _connect(self) -> None:
        session = self.context.session
        session.saved.connect(self._on_saved)
        session.undo_stack.indexChanged.connect(self._show_undo)
        if not self._shortcuts:
            self._make_shortcuts()
        self._enable_shortcuts()

    def _make_shortcuts(self) -> None:
        answers: dict[str, Callable[[], None]] = {
            "undo": self._on_undo_requested,
            "redo": self._on_redo_requested,
            "lock": self.lock_requested.emit,
            "larger": partial(self._step_scale, 1),
            "smaller": partial(self._step_scale, -1),
            "plain-size": partial(self._on_scale_requested, 1.0),
            "next-pane": self._on_next_pane,
            "full-screen": self._on_full_screen,
            "close": self._on_close,
        }
        for action in ACTIONS:
            if action.does:
                answer = answers.get(action.does) or partial(self.act, action.does)
                for keys in action.keys.split(",") if "Ctrl+," not in action.keys else [action.keys]:
                    shortcut = QShortcut(QKeySequence.fromString(keys), self)
                    shortcut.activated.connect(answer)
                    self._shortcuts.append(shortcut)

    def _enable_shortcuts(self) -> None:
        for shortcut in self._shortcuts:
            shortcut.setEnabled(self.has_plan and not self.is_covered)

    def _page(self, word: str) -> Page:
        if word not in PAGES:
            word = "read"
        if word not in self._pages:
            page = PAGES[word]()(self.context)
            page.go_requested.connect(self.go)
            page.toast_requested.connect(self._frame.offer_undo)
            page.preferences_changed.connect(self.look_wanted)
            self._pages[word] = page
            self._frame.add_page(page)
        return self._pages[word]

    def _on_next_pane(self) -> None:
        self._frame.focus_other_pane()

    def _on_undo_requested(self) -> None:
        self.context.session.undo()

    def _on_redo_requested(self) -> None:
        self.context.session.redo()

    def _on_saved(self, problem: str) -> None:
        self._frame.status.say_saved(problem)

    def _show_undo(self) -> None:
        stack = self.context.session.undo_stack
        self._frame.withdraw_offer()
        self._frame.status.show_undo((stack.undoText() or self.tr("the last change")) if stack.canUndo() else "")

    def _on_scale_requested(self, scale: float) -> None:
        self.context.preferences.change(scale=scale)
        QTimer.singleShot(0, self.look_wanted.emit)  # the button that asked is about to be replaced

    def _step_scale(self, step: int) -> None:
        now = min(range(len(SCALES)), key=lambda place: abs(SCALES[place] - self.context.look.scale))
        self._on_scale_requested(SCALES[max(0, min(len(SCALES) - 1, now + step))])

    def _on_full_screen(self) -> None:
        page = self._frame.page
        if page is not None and page.act("full-screen"):
            return
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _on_close(self) -> None:
        self.close()
