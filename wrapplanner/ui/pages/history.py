"""What changed in my plan: days, the latest first, in sentences; what was taken out can be brought back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from wrapplanner.domain.bringing_back import brought_back, is_there
from wrapplanner.domain.changes import Change, Several
from wrapplanner.domain.history import Deed, ToldDay, told_days
from wrapplanner.errors import WrapPlannerError
from wrapplanner.ui.editors.day_picker import DayPicker
from wrapplanner.ui.pages.history_day import DayCard
from wrapplanner.ui.pages.page import NARROW, SMALL, WIDE, Page, PageContext
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import ScrollColumn, clear
from wrapplanner.ui.widgets.message import InlineMessage, announce
from wrapplanner.ui.widgets.words import words

_ENOUGH = 40
"""After about so many sentences “Show earlier days” waits to be asked."""


class HistoryPage(Page):
    """A few days, and more when asked for: however long the history is, only what is shown is read."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._width = WIDE
        self._days: Iterator[ToldDay] = iter(())
        self._shown: list[ToldDay] = []
        self._cards: list[DayCard] = []
        self._stale = True
        self._build()
        self._connect()

    def place(self) -> str:
        """See Page."""
        return "history"

    def go_to(self, rest: str) -> None:
        """See Page."""
        if self._stale:
            self._begin()

    def focus_start(self) -> None:
        """Put the focus on the door of the latest day."""
        (self._cards[0].read if self._cards else self._done).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_effective_width(self, width: int) -> None:
        """See Page."""
        before, self._width = self._width, width
        self._title.setVisible(width >= SMALL)
        self._other.setVisible(width >= NARROW)
        self._small_title.setVisible(width < SMALL)
        self._other_below.setVisible(width < NARROW)
        if (before < NARROW) != (width < NARROW):
            self._show_again()

    def _build(self) -> None:
        look = self.look
        header = self.make_header()
        self._title = words(self.tr("What changed"), "title", wrap=False)
        header.addWidget(self._title)
        header.addStretch(1)
        self._other = self._day_button()
        header.addWidget(self._other)
        self._done = button(look, self.tr("Done"), "main")
        header.addWidget(self._done)
        area = ScrollColumn(look, widest=704)
        self._small_title = words(self.tr("What changed"), "title")
        area.column.addWidget(self._small_title)
        self._other_below = self._day_button()
        area.column.addWidget(self._other_below, 0, Qt.AlignmentFlag.AlignLeft)
        self._list = QVBoxLayout()
        self._list.setSpacing(look.space(8))
        area.column.addLayout(self._list)
        self._earlier = button(look, self.tr("Show earlier days"))
        area.column.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignLeft)
        self._said = words("", "soft")
        area.column.addWidget(self._said)
        area.column.addStretch(1)
        self.outer.addWidget(area, 1)

    def _day_button(self) -> QPushButton:
        made = button(self.look, self.tr("Read another day"), icon="calendar-days")
        made.clicked.connect(self._on_another_day)
        return made

    def _connect(self) -> None:
        self._done.clicked.connect(self._on_done)
        self._earlier.clicked.connect(self._on_earlier)
        self.session.changed.connect(self._on_changed)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self._on_done)

    def _begin(self, days: int = 0) -> None:
        """Tell from the end, at least so many days."""
        self._stale = False
        store = self.session.store
        # What the disk has not taken yet is not in the history either, so the plan is walked back from what is kept.
        kept = store.load() if self.session.has_unsaved else self.session.plan
        self._days = told_days(self.session.framework, kept, store.steps)
        self._shown, self._cards = [], []
        clear(self._list)
        self._more(days)

    def _more(self, days: int = 0) -> None:
        told = 0
        try:
            while told < _ENOUGH or len(self._shown) < days:
                day = next(self._days)
                self._shown.append(day)
                self._add_card(day)
                told += len(day.deeds)
        except StopIteration:
            self._earlier.hide()
            self._say_end()
        except WrapPlannerError as problem:
            self._earlier.hide()
            self._list.addWidget(InlineMessage(self.look, problem.sentence))
        else:
            self._earlier.show()
            self._said.hide()

    def _say_end(self) -> None:
        if self._shown:
            self._said.setText(self.tr("This is where your plan begins."))
        else:
            self._said.setText(self.tr("Nothing has changed yet. What you write is told here, day by day."))
        self._said.show()

    def _add_card(self, day: ToldDay) -> None:
        card = DayCard(self.look, self.session.framework, self.session.plan, day, narrow=self._width < NARROW)
        card.day_requested.connect(self._on_day_requested)
        card.back_requested.connect(partial(self._on_back_requested, day.day))
        self._cards.append(card)
        self._list.addWidget(card)

    def _show_again(self) -> None:
        clear(self._list)
        self._cards = []
        for day in self._shown:
            self._add_card(day)

    def _on_earlier(self) -> None:
        before = len(self._cards)
        self._more()
        if len(self._cards) > before:
            self._cards[before].read.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._earlier.isHidden():
            self._done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_day_requested(self, day: str) -> None:
        self.go_requested.emit(f"past/{day}")

    def _on_another_day(self) -> None:
        pressed = self._other if self._other.isVisible() else self._other_below
        picker = DayPicker(self.look, self._shown[-1].day if self._shown else date.today().isoformat(), self)
        picker.day_chosen.connect(self._on_day_requested)
        picker.open_below(pressed)

    def _on_back_requested(self, day: str, deeds: tuple[Deed, ...]) -> None:
        plan, steps = self.session.plan, list[Change]()
        for deed in reversed(deeds):
            if not is_there(plan, deed.question, deed.thing):
                steps.append(brought_back(self.session.framework, plan, deed.question, deed.thing, deed.then))
                plan = plan.apply(steps[-1])[0]
        self.session.do(Several(tuple(steps)), self.tr("Bring it back"))
        said = self.tr("It is in your plan again.") if len(deeds) == 1 else self.tr("They are in your plan again.")
        self.toast_requested.emit(said)
        announce(self, said)
        card = next((card for told, card in zip(self._shown, self._cards, strict=True) if told.day == day), None)
        (card.read if card is not None else self._done).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_done(self) -> None:
        self.go_requested.emit("back")

    def _on_changed(self, change: object) -> None:
        self._stale = True
        if self.isVisible():
            self._begin(len(self._shown))
