"""Now: what helps in this hour, in the person's own words, very large. No questions, nothing recorded, Esc leaves."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from wrapplanner.domain.days import Place
from wrapplanner.domain.now import Door, Screen, screens
from wrapplanner.ui import clock
from wrapplanner.ui.helplines import lines_at
from wrapplanner.ui.pages.now_screen import ScreenView
from wrapplanner.ui.pages.now_words import NEXT, OURS, door_words, said
from wrapplanner.ui.pages.page import NARROW, Page, PageContext
from wrapplanner.ui.pages.read_aloud import labels_aloud
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import ScrollColumn, clear
from wrapplanner.ui.widgets.country import CountryChoice
from wrapplanner.ui.widgets.message import announce
from wrapplanner.ui.widgets.now_doors import NowDoors
from wrapplanner.ui.widgets.words import words

_ICONS: Final = (
    (Door.HELPS, "hand-heart"),
    (Door.CALL, "phone"),
    (Door.LINES, "globe"),
    (Door.SHOW, "presentation"),
    (Door.PRINT, "printer"),
)
_ACTIONS: Final = {"now": Door.HELPS, "today": Door.CALL, "read": Door.LINES, "print": Door.SHOW, "look-back": Door.PRINT}
"""What Ctrl+1 to Ctrl+5 do while one is here: they choose a door and do not lead away."""

_PAPERS: Final = ("crisis-summary", "crisis-plan", "whole-plan")
_COMPACT, _ROOMY = 450, 700
"""Effective heights (window height ÷ text scale): under the first the words make room for what can be pressed."""

_SCROLLS = {int(Qt.Key.Key_Up): -40, int(Qt.Key.Key_Down): 40, int(Qt.Key.Key_PageUp): -240, int(Qt.Key.Key_PageDown): 240}


class NowPage(Page):
    """One thing a screen; five doors at the foot. What comes first follows where the person says they are today.

    The words scroll where they are long; what can be pressed always stands under them in sight.
    """

    door = "now"
    alone = True
    kept = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._at = 0
        self._where: Place | None = None
        self._screens: tuple[Screen, ...] = ()
        self._room = (0, 0)
        self.setProperty("honey", True)
        self._build()
        self._connect()

    def place(self) -> str:
        """See Page."""
        return "now"

    def go_to(self, rest: str) -> None:
        """Begin anew, with what the person said today."""
        self._at = 0
        self._look_up()
        self._show()

    def focus_start(self) -> None:
        """See Page."""
        self._next.setFocus()

    def set_effective_width(self, width: int) -> None:
        """See Page: the words are set anew for another room, since a low window takes less for them."""
        room = (width, self.window().height())
        if room != self._room:
            self._room = room
            if self._screens:
                self._show()

    def act(self, does: str) -> bool:
        """Choose a door, print, or show the summary on the whole screen."""
        if does == "aloud" and self._aloud is not None:
            self._aloud.toggle()
            return True
        if does in _ACTIONS:
            self._on_door(_ACTIONS[does])
        elif does == "full-screen":
            self._on_door(Door.SHOW)
        elif does == "print/":
            self._on_door(Door.PRINT)
        else:
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what can be pressed right under the words."""
        super().resizeEvent(event)
        self._fit_words()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down, Page Up and Page Down scroll the words."""
        if event.key() in _SCROLLS:
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + self.look.space(_SCROLLS[event.key()]))
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        look = self.look
        header = self.make_header()
        header.setContentsMargins(40, look.space(8), 40, look.space(8))
        lamp = QLabel()
        lamp.setPixmap(look.pixmap("lamp", "warm"))
        header.addWidget(lamp)
        header.addWidget(words(self.tr("Now"), "heading2", wrap=False), 1)
        self._area = ScrollColumn(look, widest=1040, margin=0, top=0)
        self._aloud = labels_aloud(look, self.session.framework.language, self._area)
        if self._aloud is not None:
            header.addWidget(self._aloud.button)
        self._leave = button(look, self.tr("Leave (Esc)"), "lamp")
        header.addWidget(self._leave)
        self._area.setMinimumHeight(48)  # it gives way before anything that can be pressed
        self.outer.addStretch(1)
        self.outer.addWidget(self._area, 1000)
        self._row = QHBoxLayout()
        self._row.setSpacing(look.space(16))
        self._next = button(look, " ", "main", icon="arrow-right", trailing=True)
        self._next.setObjectName("nowNext")
        self._before = button(look, self.tr("The one before"))
        self._before.setObjectName("nowBefore")
        self._then = words("", "now-small")
        self._row.addWidget(self._next)
        self._row.addWidget(self._before)
        self._row.addWidget(self._then, 1)
        self._row.addStretch(1)
        self.outer.addLayout(self._row)
        self._country_row = QHBoxLayout()
        self._country = CountryChoice(look, self.context.resources, self.context.preferences.now.country)
        self._country_row.addWidget(self._country)
        self._country_row.addStretch(1)
        self.outer.addLayout(self._country_row)
        self.outer.addStretch(1)
        self._doors = NowDoors(look, tuple((door.value, icon) for door, icon in _ICONS))
        self.outer.addWidget(self._doors)

    def _connect(self) -> None:
        self._leave.clicked.connect(self._on_leave)
        self._next.clicked.connect(self._on_next)
        self._before.clicked.connect(self._on_before)
        self._doors.opened.connect(self._on_opened)
        self._country.chosen.connect(self._on_country)
        for key, answer in (
            (Qt.Key.Key_Escape, self._on_leave),
            (Qt.Key.Key_Right, self._on_next),
            (Qt.Key.Key_Left, self._on_before),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(answer)

    def _look_up(self) -> None:
        plan, framework = self.session.plan, self.session.framework
        self._where = self.session.days.day(clock.today()).place
        lines = lines_at(self.context.resources, self.context.preferences.now.country)
        self._screens = screens(framework, plan, self._where, lines)
        held = {screen.door for screen in self._screens} | {Door.SHOW, Door.PRINT}
        for door, _ in _ICONS:
            self._doors.say(door.value, door_words(door, self._where))
            self._doors.doors[door.value].setVisible(door in held)

    def hush(self) -> None:
        """See Page."""
        if self._aloud is not None:
            self._aloud.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is read on a page that is left."""
        self.hush()
        super().hideEvent(event)

    def _show(self) -> None:
        self.hush()
        clear(self._area.column)
        if not self._screens:
            self._look_up()
        self._set_margins()
        screen = self._screens[self._at]
        beside = [each for each in self._screens if each.door is screen.door]
        place = self.tr("{0} of {1}").format(beside.index(screen) + 1, len(beside)) if len(beside) > 1 else ""
        compact, roomy = self._is_compact(), self._effective_height() >= _ROOMY
        view = ScreenView(self.look, self.session.framework, screen, place, compact=compact, roomy=roomy)
        self._area.column.addWidget(view)
        self._area.column.addStretch(1)
        view.show()  # at once, so that the words can be measured
        self._area.verticalScrollBar().setValue(0)
        self._show_buttons(screen)
        self._country.setVisible(screen.door is Door.LINES)
        self._doors.show_open(screen.door.value)
        self._fit_words()

    def _show_buttons(self, screen: Screen) -> None:
        after = self._screens[self._at + 1] if self._at + 1 < len(self._screens) else None
        same = after is not None and after.door is screen.door
        step = said(NEXT[screen.door]) if same else door_words(after.door if after else Door.SHOW, self._where)
        self._next.setText(f"{step} ")
        self._next.setAccessibleName(step)
        if self._before.hasFocus() and not self._at:
            self._next.setFocus()
        self._before.setVisible(self._at > 0)
        shows = same and after is not None and screen.door is Door.CALL and self._effective_height() >= _ROOMY
        self._then.setVisible(shows)
        self._then.setText(self.tr("Then: {0}").format(after.words) if after is not None else "")

    def _set_margins(self) -> None:
        look, compact = self.look, self._is_compact()
        side = 120 if self._effective_height() >= _ROOMY and look.scale < 1.5 else 40
        top = look.space(12 if compact else 24)
        self._area.column.setContentsMargins(side, top, side, look.space(8))
        self._row.setContentsMargins(side, look.space(8 if compact else 20), side, look.space(8 if compact else 16))
        self._country_row.setContentsMargins(side, 0, side, look.space(8))
        # A low window has no line to spare.
        beside = self._effective_height() < _ROOMY and self.width() / look.scale >= NARROW
        for row, home in ((self._row, beside), (self._country_row, not beside)):
            if home and row.indexOf(self._country) < 0:
                (self._country_row if beside else self._row).removeWidget(self._country)
                row.insertWidget(row.count() if beside else 0, self._country)
        high = max(look.control(), look.space(44 if compact else 64))
        for each in (self._next, self._before):
            each.setFixedHeight(high)

    def _fit_words(self) -> None:
        self._doors.fit(self.width(), low=self._effective_height() < _COMPACT)
        room = self._area.widget()
        layout = room.layout() if room is not None else None
        assert layout is not None
        layout.invalidate()
        if (high := layout.totalHeightForWidth(self.width())) > 0:
            self._area.setMaximumHeight(high)

    def _is_compact(self) -> bool:
        return self._effective_height() < _COMPACT

    def _effective_height(self) -> float:
        return self.window().height() / self.look.scale

    def _turn_to(self, at: int) -> None:
        self._at = at
        self._show()
        screen = self._screens[at]
        title = said(OURS[screen.ours][0]) if screen.ours >= 0 else screen.words
        announce(self, ". ".join(filter(None, (title, *screen.numbers, screen.note))))

    def _on_next(self) -> None:
        if self._at + 1 < len(self._screens):
            self._turn_to(self._at + 1)
        else:
            self._on_door(Door.SHOW)

    def _on_before(self) -> None:
        if self._at:
            self._turn_to(self._at - 1)

    def _on_opened(self, door: str) -> None:
        self._on_door(Door(door))

    def _on_door(self, door: Door) -> None:
        if door is Door.SHOW:
            self.go_requested.emit("show")
        elif door is Door.PRINT:
            fits = (paper for paper in _PAPERS if paper in self.session.framework.documents)
            self.go_requested.emit(f"print/{next(fits, '')}")
        else:
            at = next((at for at, screen in enumerate(self._screens) if screen.door is door), None)
            if at is not None:
                self._turn_to(at)

    def _on_country(self, place: str) -> None:
        self.context.preferences.change(country=place)
        before: QWidget | None = self.window().focusWidget()
        self._look_up()
        self._at = next((at for at, screen in enumerate(self._screens) if screen.door is Door.LINES), 0)
        self._turn_to(self._at)
        if before is not None:
            before.setFocus()

    def _on_leave(self) -> None:
        self.go_requested.emit("back")
