"""The daily list: a week at a glance for the wall. It holds no surname and no medicine's name, and nothing is added up."""

from __future__ import annotations

import re

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Plan
from wrapplanner.pdf.blocks import Block, Paragraph, Words, plain, strong
from wrapplanner.pdf.documents import stamps
from wrapplanner.pdf.documents.crisis_teller import Teller
from wrapplanner.pdf.forms import GridGroup, WallHead, WeekGrid
from wrapplanner.pdf.manuscript import Frame, Manuscript
from wrapplanner.pdf.options import PrintOptions

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
BLANK = 2
_HINT = "Tick, dot or leave it. An empty box is just a box."
_TABLETS = "My medicines"
"""What stands on the wall for a row that names a medicine."""
_MORNING, _DAY, _EVENING, _EVERY = "Morning", "In the day", "Evening", "Every day"
_TIMES = (
    (_MORNING, re.compile(r"morning|breakfast|wak|getting up|before noon|\b\d{1,2}\s?am\b", re.IGNORECASE)),
    (_EVENING, re.compile(r"evening|night|\bbed|supper|after tea|\b\d{1,2}\s?pm\b", re.IGNORECASE)),
)
_LEAST_NAME = 4
"""Letters of a medicine's name, at least, by which it is known again: shorter ones stand in other words."""


def build(framework: Framework, plan: Plan, options: PrintOptions) -> Manuscript:
    """Return the daily list as blocks."""
    teller = Teller(framework, plan, options)
    best = [plan.words(entry).strip().rstrip(".") for entry in teller.entries("best-words")]
    blocks: list[Block] = [WallHead("My days", "Week of")]
    if any(best):
        blocks.append(Paragraph((*plain("Me at my best: "), *strong(", ".join(filter(None, best))))))
    groups = (*_every_day(teller), *_some_days(teller))
    if groups:
        last = groups[-1]
        groups = (*groups[:-1], GridGroup(last.title, last.rows, BLANK))
        blocks += (WeekGrid(DAYS, groups), Paragraph(plain(_HINT)))
    return Manuscript(
        title="Daily list",
        language=framework.language,
        furniture=stamps.wall(framework, plan, options),
        blocks=tuple(blocks),
        frame=Frame.TALL,
        wall=True,
    )


def _every_day(teller: Teller) -> tuple[GridGroup, ...]:
    """Return what is done every day, by the time of day that was noted; under one name where none was."""
    found: dict[str, list[Words]] = {_MORNING: [], _DAY: [], _EVENING: []}
    for entry in teller.entries("every-day"):
        time = next((name for name, words in _TIMES if words.search(entry.note)), _DAY)
        said = "" if entry.note.strip().casefold() == time.casefold() else entry.note
        if row := _row(teller, teller.plan.words(entry), said):
            found[time].append(row)
    if not (found[_MORNING] or found[_EVENING]):
        return (GridGroup(_EVERY, tuple(found[_DAY])),) if found[_DAY] else ()
    return tuple(GridGroup(name, tuple(rows)) for name, rows in found.items() if rows)


def _some_days(teller: Teller) -> tuple[GridGroup, ...]:
    said = (_row(teller, teller.plan.words(entry), entry.note) for entry in teller.entries("some-days"))
    rows = tuple(row for row in said if row)
    return (GridGroup("Some days: only when it would help", rows),) if rows else ()


def _row(teller: Teller, words: str, note: str) -> Words:
    told = ", ".join(part.strip() for part in (words, note) if part.strip())
    if _names_a_medicine(teller, told):
        return plain(_TABLETS)
    return plain(told)


def _names_a_medicine(teller: Teller, words: str) -> bool:
    """Whether words name a medicine of the plan by the first word of its name: what hangs on the wall is read by visitors."""
    spoken = set(re.findall(r"\w+", words.casefold()))
    known = (
        re.findall(r"\w+", entry.cell("name").casefold())[:1]
        for role in ("medicines-now", "medicines-if-needed")
        for entry in teller.entries(role)
    )
    return any(name in spoken for names in known for name in names if len(name) >= _LEAST_NAME)
