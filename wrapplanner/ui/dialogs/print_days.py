"""Printing a span of days, for oneself or for a talk: what of it is on the paper is chosen here, each time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from wrapplanner.domain.copies import Copy, Edition
from wrapplanner.domain.days import Day, Place, Span
from wrapplanner.errors import WrapPlannerError
from wrapplanner.pdf.options import Paper, PrintOptions
from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.pages import print_dialogs
from wrapplanner.ui.pages.page import PageContext
from wrapplanner.ui.pages.print_desk import PrintDesk
from wrapplanner.ui.pages.print_outcome import Outcome
from wrapplanner.ui.tasks import Tasks
from wrapplanner.ui.widgets.controls import TickBox
from wrapplanner.ui.widgets.span_fields import SpanFields
from wrapplanner.ui.widgets.weather import place_words
from wrapplanner.ui.widgets.words import words


class PrintDaysDialog(Dialog):
    """The paper is in no register: it is no copy of the plan."""

    def __init__(self, context: PageContext, span: Span, parent: QWidget) -> None:
        super().__init__(context.look, parent.tr("Print some days"), parent)
        self._context = context
        self._tasks = Tasks(self)
        self.body.addWidget(words(self.tr("For yourself, or to talk about with somebody. No other paper shows your days.")))
        self._span = SpanFields(self.look, span)
        self.body.addWidget(self._span)
        self.body.addWidget(words(self.tr("What is on it"), "body-strong"))
        self._places = self._tick(self.tr("Where I was"), on=True)
        self._ticks = self._tick(self.tr("What I did"), on=True)
        self._notes = self._tick(self.tr("My notes"), on=False)
        self._talk = self._tick(self.tr("Lines to write on, for a talk"), on=False)
        self._outcome = Outcome(self.look)
        self.body.addWidget(self._outcome)
        self._desk = PrintDesk(self, _Unregistered(), self._outcome, _ask_printer, _ask_file)
        self._desk.told.connect(self.fit)
        self.add_button(self.tr("Done"), self.reject, safe=True)
        self.add_button(self.tr("Save as PDF"), partial(self._on_wanted, self._save))
        self.add_button(self.tr("Print"), partial(self._on_wanted, self._print), "main")

    def _tick(self, title: str, *, on: bool) -> TickBox:
        box = TickBox(self.look, title)
        box.setChecked(on)
        self.body.addWidget(box)
        return box

    def _on_wanted(self, act: Callable[[bytes], None]) -> None:
        span = self._span.span()
        if span is None:
            self._outcome.say(self.tr("These do not read as days yet. Try them like 3 November 2026."))
            self.fit()
        elif not self._tasks.is_busy and not self._desk.is_printing:
            days = self._context.session.days.between(span)
            self._tasks.run(partial(self._made(), days, span), act, self._on_not_made)

    def _made(self) -> Callable[[tuple[Day, ...], Span], bytes]:
        context, now = self._context, self._context.preferences.now
        paper = Paper(now.paper) if now.paper in set(Paper) else Paper.A4
        options = PrintOptions(Edition(1, date.today()), context.resources / "fonts", paper, now.large_print)
        asked = (self._places, self._ticks, self._notes, self._talk)
        wanted = tuple(box.isChecked() for box in asked)
        places = {place: place_words(place, short=True) for place in Place}
        return partial(_make, places, wanted, options, context.session.framework.language)

    def _print(self, pdf: bytes) -> None:
        self._desk.print([pdf], ())

    def _save(self, pdf: bytes) -> None:
        self._desk.save(pdf, self.tr("Looking back") + ".pdf", ())

    def _on_not_made(self, problem: Exception) -> None:
        if not isinstance(problem, WrapPlannerError):
            raise problem
        self._outcome.tell(problem.sentence)
        self.fit()


class _Unregistered:
    """Stands where papers are noted as handed out: this one never is."""

    def hand_out(self, *_handed: Copy) -> None:
        """Note nothing."""


def _ask_printer(*arguments: object) -> bool:
    return print_dialogs.ask_printer(*arguments)  # type: ignore[arg-type]


def _ask_file(parent: QWidget, name: str) -> str:
    return print_dialogs.ask_file(parent, name)


def _make(
    places: dict[Place, str], wanted: tuple[bool, ...], options: PrintOptions, language: str, days: tuple[Day, ...], span: Span
) -> bytes:
    from wrapplanner.pdf.documents.look_back import Wanted, make_look_back  # late: reportlab takes a tenth of a second

    return make_look_back(days, span, places, Wanted(*wanted), options, language)
