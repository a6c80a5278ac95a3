"""What stands around a page: the rail at the left or a menu, messages above, the status bar below, the toast."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wrapplanner.ui.pages.page import LOW, NARROW, WIDE, Page
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import clear
from wrapplanner.ui.widgets.message import InlineMessage, Toast
from wrapplanner.ui.widgets.nav_rail import NavRail, rail_menu
from wrapplanner.ui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from wrapplanner.ui.theme import Look

_TOAST = 640


class Frame(QWidget):
    """Holds pages and shows one. `go_requested(place)`; `undo_requested()`; `scale_requested(scale)`.

    Of a plan that `locks`, the rail has a door that locks it.
    """

    go_requested = Signal(str)
    undo_requested = Signal()
    scale_requested = Signal(float)

    def __init__(self, look: Look, *, locks: bool = False) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._look, self._locks = look, locks
        self._rail_mode = ""
        self._build()
        self._connect()

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def add_page(self, page: Page) -> None:
        """Take in a page."""
        self._stack.addWidget(page)

    def show_page(self, page: Page) -> None:
        """Show a page that was taken in."""
        self._stack.setCurrentWidget(page)
        page.set_effective_width(self.effective_width)

    @property
    def effective_width(self) -> int:
        """The window's width ÷ text scale, which is all that layout asks for."""
        return round(self.window().width() / self._look.scale)

    def lay_out(self) -> None:
        """Choose the rail, make room, and put things where they belong for the window's size."""
        width = self.effective_width
        self._choose_rail("wide" if width >= WIDE else "narrow" if width >= NARROW else "menu")
        page = self.page
        alone = page is not None and page.alone
        self._rail.setVisible(self._rail_mode != "menu" and not alone)
        self._holding.setVisible(not alone)  # it waits until the person is back
        self.status.setVisible(self.window().height() / self._look.scale >= LOW and not alone)
        if page is not None:
            page.set_effective_width(width)
            self._lend_buttons(page)
            self._rail.show_place(page.door)
        self._place_toast()

    def say(self, sentence: str, *, step: str = "", place: str = "") -> None:
        """Tell something above the page, where it stays until the person has read it; `step` goes to a place."""
        clear(self._messages)
        what, stop, rest = sentence.partition(". ")
        message = InlineMessage(self._look, what + stop.strip(), rest, step, close=self.tr("I have read it"))
        if step:
            message.step_requested.connect(self._on_message_closed)
            message.step_requested.connect(partial(self.go_requested.emit, place))
        message.closed.connect(self._on_message_closed)
        self._messages.setContentsMargins(24, 12, 24, 12)
        self._messages.addWidget(message)

    def offer_undo(self, words: str) -> None:
        """Say what was done and can be undone."""
        self._toast.say(words)
        self._place_toast()

    def withdraw_offer(self) -> None:
        """Take back the offer of Undo: it would no longer undo what it says."""
        self._toast.hide()

    def focus_other_pane(self) -> None:
        """Move the focus on: from the rail to the side column, to the page, to the rail."""
        focused = self.window().focusWidget()
        side = self.page.side_pane() if self.page is not None else None
        if focused is not None and self._rail.isAncestorOf(focused) and side is not None:
            side.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.page is not None and (focused is side or focused is None or self._rail.isAncestorOf(focused)):
            self.page.focus_start()
        elif self._rail.isVisible():
            self._rail.focus_start()

    def _build(self) -> None:
        look = self._look
        self._stack = QStackedWidget()
        self._holding = QWidget()
        self._messages = QVBoxLayout(self._holding)
        self._messages.setContentsMargins(0, 0, 0, 0)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._holding)
        beside.addWidget(self._stack, 1)
        self._rail = NavRail(look, narrow=False, locks=self._locks)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._rail)
        self._row.addLayout(beside, 1)
        self.status = StatusBar(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row, 1)
        column.addWidget(self.status)
        self._menu = button(look, self.tr("Menu"), "plain", icon="menu")
        self._menu.setMenu(rail_menu(look, self._menu, self.go_requested.emit, locks=self._locks))
        self._now = button(look, self.tr("Now"), "lamp", icon="lamp")
        for each in (self._menu, self._now):
            each.setParent(self)
            each.hide()
        self._toast = Toast(look, self)

    def _connect(self) -> None:
        self._rail.go_requested.connect(self.go_requested)
        self._now.clicked.connect(partial(self.go_requested.emit, "now"))
        self._toast.undo_requested.connect(self.undo_requested)
        self.status.undo_requested.connect(self.undo_requested)
        self.status.scale_requested.connect(self.scale_requested)

    def _choose_rail(self, mode: str) -> None:
        if mode == self._rail_mode:
            return
        self._rail_mode = mode
        self._rail.hide()
        self._row.removeWidget(self._rail)
        self._rail.deleteLater()
        self._rail = NavRail(self._look, narrow=mode == "narrow", locks=self._locks)
        self._rail.go_requested.connect(self.go_requested)
        self._row.insertWidget(0, self._rail)

    def _lend_buttons(self, page: Page) -> None:
        """Put Menu and Now into the page's header where there is no rail."""
        header = page.header_row
        lend = self._rail_mode == "menu" and not page.alone and header is not None
        if lend and header is not None:
            header.insertWidget(0, self._menu)
            header.addWidget(self._now)
        self._menu.setVisible(lend)
        self._now.setVisible(lend)

    def _place_toast(self) -> None:
        room = self.width() - 48
        self._toast.setFixedWidth(max(200, round(min(_TOAST * self._look.scale, room))))
        high = self._toast.heightForWidth(self._toast.width())
        high = max(high, self._toast.sizeHint().height())
        self._toast.resize(self._toast.width(), high)
        self._toast.move((self.width() - self._toast.width()) // 2, self.height() - high - self.status.height() - 16)

    def _on_message_closed(self) -> None:
        clear(self._messages)
        self._messages.setContentsMargins(0, 0, 0, 0)
        if self.page is not None:
            self.page.focus_start()
