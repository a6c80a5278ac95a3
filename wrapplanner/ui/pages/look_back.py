"""Look back: a month, one day, one small picture. Nothing is counted, and blank days are just blank."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wrapplanner.domain.daily import places_of
from wrapplanner.domain.days import Day, Place, Span, by_day
from wrapplanner.ui import clock
from wrapplanner.ui.pages.look_back_day import DayCard
from wrapplanner.ui.pages.page import NARROW, SMALL, WIDE, Page, PageContext
from wrapplanner.ui.widgets.buttons import Segmented, button, icon_button
from wrapplanner.ui.widgets.column import ScrollColumn
from wrapplanner.ui.widgets.controls import DropDown
from wrapplanner.ui.widgets.day_list import DayList
from wrapplanner.ui.widgets.flow import FlowLayout
from wrapplanner.ui.widgets.lane_picture import LanePicture, weeks_before
from wrapplanner.ui.widgets.message import InlineMessage
from wrapplanner.ui.widgets.month_calendar import MonthCalendar
from wrapplanner.ui.widgets.words import words

_MONTH, _WEEKS, _YEAR = "month", "weeks", "year"


class LookBackPage(Page):
    """A place is "look-back/2026-05-22"."""

    door = "look-back"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._day = clock.today()
        self._stale = True
        self._locale = QLocale(self.session.framework.language.replace("-", "_"))
        self._build()
        self._connect()

    def place(self) -> str:
        """See Page."""
        return "look-back" if self._day == clock.today() else f"look-back/{self._day.isoformat()}"

    def go_to(self, rest: str) -> None:
        """Show a day, today where none is asked for."""
        self._turn_to(_day_of(rest) or (self._day if not rest and not self._stale else clock.today()))

    def focus_start(self) -> None:
        """See Page."""
        self._calendar.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self._calendar, self._calendar.show_day)  # once the page is laid out

    def set_effective_width(self, width: int) -> None:
        """Put the day beside the month, or beneath it."""
        beside = width >= WIDE
        self._top.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        small = width < SMALL
        self._title.setVisible(not small)
        self._title_in_body.setVisible(small)
        self._lend(header=width >= NARROW)

    def _build(self) -> None:
        look = self.look
        self._title = words(self.tr("Look back"), "title", wrap=False)
        self._in_header = self.make_header(quiet=True)
        self._in_header.addWidget(self._title)
        self._in_header.addStretch(1)
        self._build_tools()
        area = ScrollColumn(look, widest=1008, top=4)
        area.column.setSpacing(look.space(20))
        self.outer.addWidget(area, 1)
        self._title_in_body = words(self.tr("Look back"), "title")
        area.column.addWidget(self._title_in_body)
        self._flow = FlowLayout(look.space(12))
        area.column.addLayout(self._flow)
        self._problem = QVBoxLayout()
        area.column.addLayout(self._problem)
        self._calendar = MonthCalendar(look, self._locale, self.tr("Days of the month"))
        self._card = DayCard(look, self.session.framework, self._locale)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(look.space(24))
        month = QVBoxLayout()
        month.addWidget(self._calendar)
        month.addStretch(1)
        self._top.addLayout(month, 2)
        self._top.addWidget(self._card, 1)
        area.column.addLayout(self._top)
        area.column.addWidget(self._build_picture())
        area.column.addStretch(1)

    def _lend(self, *, header: bool) -> None:
        """Have the month's buttons in the header, or in the body where it has no room."""
        for each in (self._before, self._month, self._after, self._print):
            (self._flow if header else self._in_header).removeWidget(each)
            (self._in_header if header else self._flow).addWidget(each)

    def _build_tools(self) -> None:
        look = self.look
        self._before = icon_button(look, "chevron-left", self.tr("The month before"))
        self._month = words("", "body-strong", wrap=False)
        self._month.setMinimumHeight(look.control())
        self._month.setMinimumWidth(round(136 * look.scale))
        self._month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._after = icon_button(look, "chevron-right", self.tr("The next month"))
        self._print = button(look, self.tr("Print some days"), icon="printer")
        self._take_out = button(look, self.tr("Take out days"))
        for each in (self._before, self._month, self._after, self._print):
            self._in_header.addWidget(each)

    def _build_picture(self) -> QWidget:
        look = self.look
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(look.space(16), look.space(12), look.space(16), look.space(12))
        column.setSpacing(look.space(12))
        head = FlowLayout(look.space(12))
        self._of = DropDown(look, self.tr("Which days"))
        for kind, said in (
            (_MONTH, self.tr("This month")),
            (_WEEKS, self.tr("Twelve weeks")),
            (_YEAR, self.tr("This year")),
        ):
            self._of.addItem(said, kind)
        self._ways = Segmented(
            look, self.tr("Picture or list"), (("picture", self.tr("Picture"), ""), ("list", self.tr("List"), ""))
        )
        self._ways.choose("picture")
        head.addWidget(self._of)
        head.addWidget(self._ways)
        head.addWidget(self._take_out)
        column.addLayout(head)
        row = QHBoxLayout()
        self._of_what = words("", "body-strong")
        row.addWidget(self._of_what, 1)
        row.addWidget(words(self.tr("Blank days are just blank."), "caption", wrap=False))
        column.addLayout(row)
        self._picture = LanePicture(look, places_of(self.session.framework) or tuple(Place), self._locale)
        self._list = DayList(look, self._locale, self.tr("My days, as a list"))
        self._list.hide()
        column.addWidget(self._picture)
        column.addWidget(self._list)
        return card

    def _connect(self) -> None:
        self._calendar.chosen.connect(self._on_day)
        self._calendar.turned.connect(self._on_turned)
        self._calendar.month_requested.connect(self._step_month)
        self._list.chosen.connect(self._on_listed)
        self._card.go_requested.connect(self.go_requested)
        self._card.removal_requested.connect(self._on_removal)
        self._before.clicked.connect(lambda: self._step_month(-1))
        self._after.clicked.connect(lambda: self._step_month(1))
        self._print.clicked.connect(self._on_print)
        self._take_out.clicked.connect(self._on_take_out)
        self._of.activated.connect(self._on_span)
        self._ways.chosen.connect(self._on_way)
        self.session.days.changed.connect(self._on_days_changed)

    def span(self) -> Span:
        """Return the days that the picture shows."""
        today = clock.today()
        spans = {
            _MONTH: Span.month(self._day),
            _WEEKS: weeks_before(max(self._day, min(today, self._day + timedelta(days=14))), 12),
            _YEAR: Span(date(self._day.year, 1, 1), date(self._day.year, 12, 31)),
        }
        return spans[self._of.currentData()]

    def _turn_to(self, day: date) -> None:
        day = min(day, clock.today())
        before, self._day = self._day, day
        month = Span.month(day)
        if self._stale or month != Span.month(before):
            self._show_month(month)
        elif self._calendar.day != day:
            self._calendar.setCurrentIndex(self._calendar.month.index_of(day))
        self._card.show_day(self.session.days.day(day))

    def _show_month(self, month: Span) -> None:
        self._stale = False
        days = by_day(self.session.days.between(month))
        self._tell(self.session.days.problem)
        self._calendar.show_month(month, days, clock.today(), self._day)
        said = clock.spoken(self._locale, month.first, "MMMM yyyy")
        self._month.setText(said)
        self._after.setVisible(month.last < clock.today())
        self._show_span()

    def _show_span(self) -> None:
        span = self.span()
        days = self.session.days.between(span)
        names = {
            _MONTH: clock.spoken(self._locale, span.first, "MMMM"),
            _WEEKS: self.tr("Twelve weeks"),
            _YEAR: str(self._day.year),
        }
        said = self.tr("{0}, as I marked it").format(names[self._of.currentData()])
        self._of_what.setText(said)
        self._picture.show_days(span, days, self.tr("{0}: a picture. “List” shows the same in words.").format(said))
        self._list.show_days(days)

    def _tell(self, problem: str) -> None:
        while (item := self._problem.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if problem:
            self._problem.addWidget(InlineMessage(self.look, problem))

    def _step_month(self, step: int) -> None:
        edge = Span.month(self._day)
        there = edge.first - timedelta(days=1) if step < 0 else edge.last + timedelta(days=1)
        self._turn_to(there.replace(day=min(self._day.day, Span.month(there).last.day)))

    def _on_day(self, day: date) -> None:
        self._day = day
        self._card.show_day(self.session.days.day(day))

    def _on_turned(self, day: date) -> None:
        if day <= clock.today():
            self._turn_to(day)

    def _on_listed(self, day: date) -> None:
        self._turn_to(day)

    def _on_span(self, _index: int) -> None:
        self._show_span()

    def _on_way(self, way: str) -> None:
        self._picture.setVisible(way == "picture")
        self._list.setVisible(way == "list")

    def _on_removal(self, day: date) -> None:
        self.session.days.take_out(Span(day, day), self.tr("Take out a day"))
        self.toast_requested.emit(self.tr("Took out {0}.").format(clock.spoken(self._locale, day, "d MMMM yyyy")))
        self._calendar.setFocus()

    def _on_print(self) -> None:
        from wrapplanner.ui.dialogs.print_days import PrintDaysDialog

        PrintDaysDialog(self.context, self.span(), self).open()

    def _on_take_out(self) -> None:
        from wrapplanner.ui.dialogs.take_out_days import TakeOutDaysDialog

        dialog = TakeOutDaysDialog(self.context, self.span(), self)
        dialog.taken_out.connect(self.toast_requested)
        dialog.open()

    def _on_days_changed(self, days: tuple[Day, ...]) -> None:
        if self.isVisible():
            self._show_month(Span.month(self._day))
            self._card.show_day(self.session.days.day(self._day))
        else:
            self._stale = True


def _day_of(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None
