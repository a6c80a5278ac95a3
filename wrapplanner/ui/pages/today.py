"""Today: where I am, if I want to say; the daily list and the sometimes-list to tick; a note. Tomorrow starts clean."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from wrapplanner.domain.daily import lists_of, places_of
from wrapplanner.domain.days import Day, Place
from wrapplanner.domain.framework import Question
from wrapplanner.ui import clock
from wrapplanner.ui.pages.page import NARROW, Page, PageContext
from wrapplanner.ui.pages.today_lists import Lists
from wrapplanner.ui.pages.today_note import DayNote
from wrapplanner.ui.pages.today_place import PlaceStrip
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import ScrollColumn, clear
from wrapplanner.ui.widgets.empty import EmptyState
from wrapplanner.ui.widgets.flow import FlowLayout
from wrapplanner.ui.widgets.message import InlineMessage
from wrapplanner.ui.widgets.tick_rows import Row
from wrapplanner.ui.widgets.words import words

_LOOK_MS = 20_000
"""How often the page looks whether a new day has begun, while it is in sight."""


class TodayPage(Page):
    """A place is "today", "today/yesterday", or "today/2026-05-22" for a day that one comes to from Look back."""

    door = "today"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._day, self._is_today = clock.today(), True
        self._width = 0
        self._stale = True
        self._weather: PlaceStrip | None = None
        self._lists: Lists | None = None
        self._note: DayNote | None = None
        self._first: QWidget = self
        self._build()
        self._connect()

    def place(self) -> str:
        """See Page."""
        return "today" if self._is_today else f"today/{self._day.isoformat()}"

    def go_to(self, rest: str) -> None:
        """Show today, or another day that has begun."""
        today = clock.today()
        wanted = today - timedelta(days=1) if rest == "yesterday" else _day_of(rest) or today
        self._turn_to(min(wanted, today))

    def focus_start(self) -> None:
        """See Page."""
        if self._weather is not None:
            self._weather.focus_start()
        else:
            self._first.setFocus()

    def set_effective_width(self, width: int) -> None:
        """Put the lists side by side where there is room, and the page's name in its body where there is none."""
        before, self._width = self._width, width
        if (before >= NARROW) != (width >= NARROW):
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Watch for midnight while the page is in sight."""
        super().showEvent(event)
        self._watch.start()
        self._look_at_clock()

    def hideEvent(self, event: QHideEvent) -> None:
        """Watch no more."""
        super().hideEvent(event)
        self._watch.stop()

    def _build(self) -> None:
        look = self.look
        header = self.make_header(quiet=True)
        self._title = words("", "title", wrap=False)
        header.addWidget(self._title)
        header.addStretch(1)
        self._other_day = button(look, "", "quiet")
        self._print = button(look, self.tr("Print my daily list"), icon="printer")
        self._buttons = QWidget()
        flow = FlowLayout(look.space(12))
        self._buttons.setLayout(flow)
        self._in_body = False
        header.addWidget(self._other_day)
        header.addWidget(self._print)
        self._area = ScrollColumn(look, widest=1008, top=8)
        self._area.column.setSpacing(look.space(16))
        self.outer.addWidget(self._area, 1)

    def _connect(self) -> None:
        self._other_day.clicked.connect(self._on_other_day)
        self._print.clicked.connect(self._on_print)
        self.session.changed.connect(self._on_changed)
        self.session.days.changed.connect(self._on_days_changed)
        self.session.flushing.connect(self._on_flushing)
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_MS)
        self._watch.timeout.connect(self._look_at_clock)

    def _turn_to(self, day: date) -> None:
        if day != self._day or self._stale:
            self._hand_in()
            self._day = day
            self._is_today = day == clock.today()
            self._show()

    def _look_at_clock(self) -> None:
        today = clock.today()
        if self._is_today and self._day != today:
            has_focus = self.isAncestorOf(self.window().focusWidget()) if self.window().focusWidget() else False
            self._turn_to(today)
            if has_focus:
                self.focus_start()

    def _show(self) -> None:
        self._stale = False
        clear_body = self._area.column
        self._lend(header=True)
        clear(clear_body)
        self._weather = self._lists = self._note = None
        marked = self.session.days.day(self._day)
        self._title.setText(self._name_of_day())
        other = self.tr("Back to today") if not self._is_today else self.tr("Yesterday")
        self._other_day.setText(other)
        if self._width < NARROW:
            clear_body.addWidget(words(self._name_of_day(), "title"))
            self._lend(header=False)
        self._title.setVisible(self._width >= NARROW)
        if self.session.days.problem:
            clear_body.addWidget(InlineMessage(self.look, self.session.days.problem))
            self._first = self._print
        else:
            self._show_day(marked)
        clear_body.addStretch(1)

    def _show_day(self, marked: Day) -> None:
        column, framework, plan = self._area.column, self.session.framework, self.session.plan
        places = places_of(framework)
        if places:
            self._weather = PlaceStrip(self.look, self.session, places, today=self._is_today)
            self._weather.show_place(marked.place)
            self._weather.chosen.connect(self._on_place)
            self._weather.go_requested.connect(self.go_requested)
            column.addWidget(self._weather)
        found = lists_of(framework, plan, marked)
        self._print.setVisible("daily-list" in framework.documents and bool(found))
        if found:
            self._lists = Lists(
                self.look, self.session, found, wide=self._width >= NARROW, today=self._day if self._is_today else None
            )
            self._lists.ticked.connect(self._on_ticked)
            self._lists.go_requested.connect(self.go_requested)
            self._first = self._lists.first
            column.addWidget(self._lists)
        else:
            column.addWidget(self._empty())
        self._note = DayNote(self.look, marked.note, today=self._is_today, keeps=self.session.days.keeps)
        self._note.edited.connect(self._on_note)
        self._note.settings_requested.connect(self._on_settings)
        column.addWidget(self._note)

    def _lend(self, *, header: bool) -> None:
        """Have the two buttons in the header, or in the body."""
        self._in_body = not header
        flow = self._buttons.layout()
        assert flow is not None
        assert self.header_row is not None
        for each in (self._other_day, self._print):
            if header:
                flow.removeWidget(each)
                self.header_row.addWidget(each)
            else:
                self.header_row.removeWidget(each)
                flow.addWidget(each)
        if header:
            self._buttons.setParent(None)
        else:
            self._area.column.addWidget(self._buttons)
            self._buttons.show()

    def _empty(self) -> QWidget:
        framework = self.session.framework
        asked = self._asked()
        part = framework.part_of(asked.id)
        title, step = self.tr("Your day, as you like it"), self.tr("Write one line")
        said = self.tr("What you write in “{0}” is shown here each day.").format(part.title)
        state = EmptyState(self.look, part, title, said, step)
        state.step_requested.connect(self._on_write)
        self._first = state.step
        return state

    def _asked(self) -> Question:
        asked = (self.session.framework.role(role) for role in ("every-day", "some-days", "toolbox"))
        return next(filter(None, asked), self.session.framework.parts[0].questions[0])

    def _name_of_day(self) -> str:
        locale = QLocale(self.session.framework.language.replace("-", "_"))
        form = "dddd d MMMM" if self._day.year == clock.today().year else "dddd d MMMM yyyy"
        name = clock.spoken(locale, self._day, form)
        if self._day == clock.today() - timedelta(days=1):
            return self.tr("Yesterday, {0}").format(name)
        return name

    def _marked(self) -> Day:
        return self.session.days.day(self._day)

    def _on_place(self, place: Place | None) -> None:
        before = [each.role for each in lists_of(self.session.framework, self.session.plan, self._marked())]
        self.session.days.mark(self._marked().with_place(place), self.tr("Where I am"))
        if [each.role for each in lists_of(self.session.framework, self.session.plan, self._marked())] != before:
            self._show()
            self.focus_start()

    def _on_ticked(self, row: Row, on: bool) -> None:
        day = self._marked()
        marked = day.with_tick(row.question, row.entry, row.words) if on else day.without_tick(row.question, row.entry)
        self.session.days.mark(marked, self.tr("A tick"))

    def _on_note(self, note: str) -> None:
        self.session.days.mark(self._marked().with_note(note), self.tr("A note"), typing=True)

    def _hand_in(self) -> None:
        if self._note is not None:
            self._note.hand_in()

    def _on_flushing(self) -> None:
        self._hand_in()

    def _on_other_day(self) -> None:
        self.go_requested.emit("today/yesterday" if self._is_today else "today")

    def _on_print(self) -> None:
        self.go_requested.emit("print/daily-list")

    def _on_write(self) -> None:
        self.go_requested.emit(f"write/{self._asked().id}")

    def _on_settings(self) -> None:
        self.go_requested.emit("settings/days")

    def _on_days_changed(self, days: tuple[Day, ...]) -> None:
        """Show what was marked elsewhere or undone; what is in sight already stays as it is, with its focus."""
        marked = next((day for day in days if day.day == self._day), None)
        if not self.isVisible():
            self._stale = True
        elif marked is not None or not days:
            self._follow(self._marked())

    def _follow(self, marked: Day) -> None:
        if self._weather is not None:
            self._weather.show_place(marked.place)
        if self._lists is not None:
            self._lists.follow(marked)
        if self._note is not None:
            self._note.follow(marked.note)

    def _on_changed(self, change: object) -> None:
        self._stale = True
        if self.isVisible():
            self._show()


def _day_of(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
