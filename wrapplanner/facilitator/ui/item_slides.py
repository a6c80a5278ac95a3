"""From an item of the agenda to what the group sees of it: one thing at a time, as slides in a row."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from wrapplanner.domain.helplines import Helpline
from wrapplanner.facilitator.model.board import Board
from wrapplanner.facilitator.model.kinds import (
    Agreement,
    BoardItem,
    Break,
    CheckOut,
    Concept,
    Feedback,
    Helplines,
    ItemKind,
    Pairs,
    Question,
    Quiet,
    Reflection,
    Teach,
    Welcome,
)
from wrapplanner.facilitator.model.programme import Item
from wrapplanner.facilitator.model.running import Running
from wrapplanner.facilitator.ui.slides import BoardSlide, ClockSlide, Column, HelplinesSlide, Line, Slide, WordsSlide

_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Shown:
    """What a slide is made from besides its item: nothing of it is for the presenter alone.

    `session` is its title, `left` the seconds that the item still has, `again` the time of day when they end ("11:25"),
    `lines` returns the country's helplines: few items ask.
    """

    session: str
    board: Board
    left: float
    again: str
    lines: Callable[[], tuple[Helpline, ...]]


def shown_at(running: Running, now: float, lines: Callable[[], tuple[Helpline, ...]]) -> Shown:
    """Return what the slides of the item that is shown are made from, at a time in seconds since the epoch."""
    left = running.seconds_left(now)
    again = time.strftime("%H:%M", time.localtime(now + left))
    return Shown(running.session.title, running.board(running.at), left, again, lines)


def slides_of(item: Item, shown: Shown) -> tuple[Slide, ...]:
    """Return an item's slides, at least one."""
    made = _SLIDES[item.kind](item, shown)
    return made if item.kind.says_pass else tuple(replace(slide, passes=False) for slide in made)


def helplines_slide(lines: tuple[Helpline, ...], title: str = "") -> HelplinesSlide:
    """Return the slide of whom to call."""
    said = title or QCoreApplication.translate("Slides", "Someone to call")
    return HelplinesSlide(passes=False, title=said, lines=tuple(Line(line.name, line.number, line.hours) for line in lines))


def minutes_left(seconds: float) -> str:
    """Return a quiet clock: whole minutes, and never a second that runs."""
    minutes = -int(-seconds // _MINUTE)
    if minutes > 1:
        return QCoreApplication.translate("Slides", "{0} minutes").format(minutes)
    return QCoreApplication.translate("Slides", "1 minute") if minutes else QCoreApplication.translate("Slides", "It is time")


def board_columns(board: Board) -> tuple[Column, ...]:
    """Return a board's headings with their ideas; those under none stand first."""
    bare = Column("", "", _ideas(board, ""))
    named = (Column(group.title, group.mark.value, _ideas(board, group.id)) for group in board.groups)
    return tuple(column for column in (bare, *named) if column.name or column.ideas)


def _ideas(board: Board, group: str) -> tuple[tuple[str, str], ...]:
    return tuple((card.text, card.mark.value if card.mark else "") for card in board.under(group))


def _welcome(item: Item, shown: Shown) -> tuple[Slide, ...]:
    first = WordsSlide(over=shown.session, title=item.title, big=True, body=item.body, picture=True)
    return (first, *_asked(item))


def _concept(item: Item, shown: Shown) -> tuple[Slide, ...]:
    """Return the word with what it means, then the word with one question at a time."""
    over = QCoreApplication.translate("Slides", "Key concept")
    bodies = ((item.body,) if item.body else ()) + tuple((question,) for question in item.questions)
    return tuple(WordsSlide(over=over, title=item.title, big=True, body=body, picture=True) for body in bodies or ((),))


def _teach(item: Item, shown: Shown) -> tuple[Slide, ...]:
    return (WordsSlide(title=item.title, body=item.body), *_asked(item))


def _question(item: Item, shown: Shown) -> tuple[Slide, ...]:
    first = (WordsSlide(title=item.title, body=item.body),) if item.body else ()
    return (*first, *_each(item.title, item.questions))


def _together(item: Item, shown: Shown) -> tuple[Slide, ...]:
    """Return one slide with all that is asked, for a round in which each answers what they like."""
    first = (WordsSlide(title=item.title, body=item.body),) if item.body else ()
    if len(item.questions) == 1:
        return (*first, WordsSlide(over=item.title, body=item.questions))
    return (*first, WordsSlide(title=item.title, body=item.questions, points=True))


def _pairs(item: Item, shown: Shown) -> tuple[Slide, ...]:
    over = f"{item.title} · {minutes_left(shown.left)}"
    return (WordsSlide(over=over, body=(*item.body, *item.questions)),)


def _quiet(item: Item, shown: Shown) -> tuple[Slide, ...]:
    return (ClockSlide(title=item.title, left=minutes_left(shown.left), body=(*item.body, *item.questions)),)


def _break(item: Item, shown: Shown) -> tuple[Slide, ...]:
    again = QCoreApplication.translate("Slides", "We begin again at {0}.").format(shown.again)
    return (ClockSlide(title=item.title, left=minutes_left(shown.left), body=(again, *item.body), picture=True),)


def _board(item: Item, shown: Shown) -> tuple[Slide, ...]:
    question = " ".join((*item.body, *item.questions))
    return (BoardSlide(title=item.title, question=question, columns=board_columns(shown.board)),)


def _agreement(item: Item, shown: Shown) -> tuple[Slide, ...]:
    agreed = tuple(card.text for card in shown.board.cards)
    return (WordsSlide(title=item.title, body=agreed or (*item.body, *item.questions), points=True),)


def _helplines(item: Item, shown: Shown) -> tuple[Slide, ...]:
    return (helplines_slide(shown.lines(), item.title),)


def _each(title: str, questions: tuple[str, ...]) -> tuple[Slide, ...]:
    return tuple(WordsSlide(over=title, body=(question,)) for question in questions)


def _asked(item: Item) -> tuple[Slide, ...]:
    return _each(item.title, item.questions)


_SLIDES: Mapping[type[ItemKind], Callable[[Item, Shown], tuple[Slide, ...]]] = {
    Welcome: _welcome,
    Agreement: _agreement,
    Concept: _concept,
    Teach: _teach,
    Question: _question,
    BoardItem: _board,
    Pairs: _pairs,
    Quiet: _quiet,
    Break: _break,
    Reflection: _together,
    Helplines: _helplines,
    Feedback: _together,
    CheckOut: _together,
}
