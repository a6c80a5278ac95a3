"""The steps of going over a plan: what each shows. A step that has nothing to show is passed by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget

from wrapplanner.domain.days import Span
from wrapplanner.domain.history import ToldDay, told_days
from wrapplanner.domain.plan import Agreement, Person, Tool
from wrapplanner.domain.review import Review, supporters_of, tools_used
from wrapplanner.ui.models.people_model import agreement_words
from wrapplanner.ui.pages.history_day import DayCard
from wrapplanner.ui.pages.page import PageContext
from wrapplanner.ui.pages.print_register import Register
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.flow import FlowLayout
from wrapplanner.ui.widgets.words import rule, words

MOST_DAYS = 12
SINCE = timedelta(days=90)
"""How far back days are looked at when the plan was never gone over."""


class Facts:
    """What there is to go over, read once."""

    def __init__(self, context: PageContext, review: Review) -> None:
        session = context.session
        self.review = review
        self.changes = self._read_changes(context)
        self.supporters = supporters_of(session.framework, session.plan)
        self.has_copies = any(copy.is_held for copy in session.store.copies())
        days = getattr(session.store, "days", None)
        since = review.last or date.today() - SINCE
        found = days.between(Span.of(since, date.today())) if days is not None else ()
        self.used, self.unused = tools_used(session.plan, found)
        self.has_ticks = any(day.ticks for day in found)

    def _read_changes(self, context: PageContext) -> tuple[ToldDay, ...]:
        session = context.session
        kept = session.store.load() if session.has_unsaved else session.plan
        since = self.review.last.isoformat() if self.review.last else ""
        found: list[ToldDay] = []
        for day in told_days(session.framework, kept, session.store.steps):
            if day.day < since or len(found) == MOST_DAYS:
                break
            found.append(day)
        return tuple(found)


def day_cards(context: PageContext, days: Sequence[ToldDay], *, narrow: bool) -> list[DayCard]:
    """Return what changed, a card a day."""
    session = context.session
    return [DayCard(context.look, session.framework, session.plan, day, narrow=narrow) for day in days]


def fill(register: Register, context: PageContext) -> None:
    """Show who holds a copy, in a list that stands in its page already: by itself it would be a window."""
    from wrapplanner.ui.pages.print_holders import Holders  # late: it knows how papers are made

    register.show_holdings(Holders(context).holdings())


def people_card(context: PageContext, people: Sequence[Person], agreed: Callable[[Person], None], *, narrow: bool) -> QWidget:
    """Return a card of supporters: how things stand with each, and a button that notes a yes of today."""
    look = context.look
    card = QFrame()
    card.setObjectName("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(look.space(16), look.space(8), look.space(12), look.space(8))
    for place, person in enumerate(people):
        if place:
            column.addWidget(rule())
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(down if narrow else across)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(words(", ".join(filter(None, (person.name, person.relation))), "body-strong"))
        stands = agreement_words(person)[0] or _said("Nothing noted")
        said.addWidget(words(stands, "caption"))
        row.addLayout(said, 1)
        if person.agreement is Agreement.AGREED and person.confirmed == date.today().isoformat():
            mark = QLabel()
            mark.setPixmap(look.pixmap("check", "accent"))
            row.addWidget(mark)
        else:
            door = button(look, _said("Said yes today"), "plain", icon="check")
            door.setAccessibleName(_said("{0} said yes today").format(person.name))
            door.clicked.connect(partial(agreed, person))
            row.addWidget(door, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row)
    return card


def tools_card(context: PageContext, tools: Sequence[Tool]) -> QWidget:
    """Return the names of tools, as quiet words beside each other."""
    look = context.look
    room = QWidget()
    flow = FlowLayout(look.space(8))
    room.setLayout(flow)
    for tool in tools:
        chip = words(tool.name, wrap=False)
        chip.setContentsMargins(look.space(12), look.space(8), look.space(12), look.space(8))
        chip.setObjectName("card")
        flow.addWidget(chip)
    return room


def _said(text: str) -> str:
    return QCoreApplication.translate("Review", text)
