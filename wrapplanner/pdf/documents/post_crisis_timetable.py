"""The post-crisis timetable: three short lists that lighten the load, then what is taken back, one thing at a time.

It says no deadline, no delay and no reason: dates are hopes.
"""

from __future__ import annotations

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Plan
from wrapplanner.pdf.blocks import (
    Block,
    Bullets,
    Column,
    Heading,
    Mark,
    Pair,
    Paragraph,
    PartStart,
    Rank,
    Row,
    Table,
    Trio,
    plain,
)
from wrapplanner.pdf.documents import stamps
from wrapplanner.pdf.documents.crisis_teller import Teller
from wrapplanner.pdf.documents.telling import record_cell, titled
from wrapplanner.pdf.manuscript import Furniture, Manuscript
from wrapplanner.pdf.options import PrintOptions

BLANK = 2
_TITLE = "Post-crisis timetable"
_LISTS = (("at-once", "At once"), ("others-can", "Others can still do"), ("can-wait", "Can wait"))
_SETBACK = (("setback-signs", "What may set me back", Mark.DOT), ("setback-do", "Then I will", Mark.TICK))
_COLUMNS = (
    Column("What", 36),
    Column("Meanwhile", 27),
    Column("My first step", 62, gives=True),
    Column("About when", 28),
    Column("Mine again", 19, box=True),
)
_CELLS = ("what", "meanwhile", "first_step", "when")


def build(framework: Framework, plan: Plan, options: PrintOptions) -> Manuscript:
    """Return the timetable as blocks."""
    teller = Teller(framework, plan, options)
    body = (*_short_lists(teller), *_taken_back(teller), *_setbacks(teller))
    lead = (Paragraph(plain("At my own pace, one thing at a time. Dates are hopes, and may move.")),) if body else ()
    name, version = stamps.full_name(framework, plan), stamps.version(options.edition)
    asked = framework.role("timetable")
    part = framework.part_of(asked.id) if asked else None
    start = (PartStart(part.number, part.title, part.hue),) if part else ()
    number, title = (str(part.number), f"{part.title}: taking things back") if part and part.number else ("", _TITLE)
    return Manuscript(
        title=_TITLE,
        language=framework.language,
        furniture=Furniture("Taking things back", (), (" · ".join(filter(None, (name, version))), version)),
        blocks=(*start, Heading(title, 1, Rank.TITLE, number), *lead, *body),
    )


def _list(teller: Teller, role: str, title: str, rank: Rank, mark: Mark) -> tuple[Block, ...]:
    said = (titled(teller.plan.words(entry), entry.note) for entry in teller.entries(role))
    entries = tuple(words for words in said if words)
    return (Heading(title, 2, rank), Bullets(entries, mark)) if entries else ()


def _short_lists(teller: Teller) -> tuple[Block, ...]:
    made = [_list(teller, role, title, Rank.CELL, Mark.DOT) for role, title in _LISTS]
    written = [each for each in made if each]
    if len(written) == len(_LISTS):
        return (Trio((made[0], made[1], made[2])),)
    if len(written) > 1:
        return (Pair(written[0], written[1]),)
    return written[0] if written else ()


def _taken_back(teller: Teller) -> tuple[Block, ...]:
    question = teller.question("timetable")
    if question is None:
        return ()
    known = [column.id for column in question.columns]
    rows = []
    for entry in teller.entries("timetable"):
        cells = [
            record_cell(teller.telling, question, entry, each, bold=each == "what") if each in known else () for each in _CELLS
        ]
        rows.append(Row((*cells, ())))
    blank = Row(tuple(() for _ in _COLUMNS))
    title = "What I take back, and when"
    return (Heading(title, 2, Rank.SECTION), Table(_COLUMNS, (*rows, *[blank] * BLANK), title))


def _setbacks(teller: Teller) -> tuple[Block, ...]:
    sides = [_list(teller, role, title, Rank.SECTION, mark) for role, title, mark in _SETBACK]
    return (Pair(sides[0], sides[1]),) if all(sides) else (*sides[0], *sides[1])
