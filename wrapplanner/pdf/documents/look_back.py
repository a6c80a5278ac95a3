"""A span of days on paper, for oneself or a talk with somebody: made only when asked for, and in no register.

It adds nothing up: a line a day, in the order of the days, with what was marked. Blank days are just not there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wrapplanner.domain.days import Day, Place, Span
from wrapplanner.domain.kinds import spoken_date
from wrapplanner.pdf.blocks import (
    Block,
    Column,
    Group,
    Heading,
    Paragraph,
    Rank,
    Row,
    Table,
    Voice,
    Whole,
    Words,
    plain,
    strong,
)
from wrapplanner.pdf.forms import Ruled
from wrapplanner.pdf.manuscript import Furniture, Manuscript
from wrapplanner.pdf.options import PrintOptions
from wrapplanner.pdf.render import print_manuscript

TITLE = "Looking back"
_LINES = 3
_ASKED = ("What I would like to talk about", "What I want to keep from these days")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the days is printed. With `talk` there are two questions to talk about, and lines to write on."""

    places: bool = True
    ticks: bool = True
    notes: bool = True
    talk: bool = False


def make_look_back(
    days: Sequence[Day], span: Span, places: Mapping[Place, str], wanted: Wanted, options: PrintOptions, language: str = "en"
) -> bytes:
    """Return the days of a span as PDF/UA-1; `places` are the words for them. May run in a thread. Raises PrintError."""
    return print_manuscript(build(days, span, places, wanted, language), options)


def build(days: Sequence[Day], span: Span, places: Mapping[Place, str], wanted: Wanted, language: str = "en") -> Manuscript:
    """Return the days as blocks."""
    spoken = _spoken(span)
    shown = [day for day in days if day.day in span and any(_cells(day, places, wanted))]
    blocks: list[Block] = [Heading(TITLE, 1, Rank.TITLE), Paragraph(plain(f"{spoken}. Blank days are just blank."), Voice.LEAD)]
    if shown:
        blocks.append(Table(_columns(wanted), tuple(_rows(shown, places, wanted)), "My days"))
    else:
        blocks.append(Paragraph(plain("Nothing is marked on these days.")))
    if wanted.talk:
        blocks += (Whole((Heading(asked, 2, Rank.SECTION), Ruled(_LINES))) for asked in _ASKED)
    return Manuscript(title=TITLE, language=language, furniture=Furniture(TITLE, (), (spoken,)), blocks=tuple(blocks))


def _columns(wanted: Wanted) -> tuple[Column, ...]:
    asked = (
        (True, Column("Day", 18, whole=True)),
        (wanted.places, Column("Where I was", 32)),
        (wanted.ticks, Column("What I did", 70, gives=True)),
        (wanted.notes, Column("Note", 46, gives=True)),
    )
    return tuple(column for is_wanted, column in asked if is_wanted)


def _rows(days: Sequence[Day], places: Mapping[Place, str], wanted: Wanted) -> Iterator[Row | Group]:
    month = ""
    for day in days:
        if (now := f"{day.day:%B %Y}") != month:
            month = now
            yield Group(month)
        yield Row((strong(f"{day.day:%a} {day.day.day}"), *_cells(day, places, wanted)))


def _cells(day: Day, places: Mapping[Place, str], wanted: Wanted) -> tuple[Words, ...]:
    place = places.get(day.place, "") if day.place else ""
    ticks = " · ".join(tick.words for tick in day.ticks)
    told = ((wanted.places, place), (wanted.ticks, ticks), (wanted.notes, day.note.strip()))
    return tuple(plain(words) if words else () for is_wanted, words in told if is_wanted)


def _spoken(span: Span) -> str:
    first, last = (spoken_date(day.isoformat()) for day in (span.first, span.last))
    return first if first == last else f"{first} to {last}"
