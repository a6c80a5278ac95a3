"""The signs sheet: for the wall, what tells me something, beside what I do then. It names nobody and no medicine."""

from __future__ import annotations

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Plan
from wrapplanner.pdf.blocks import Block, Bullets, Heading, Mark, Pair, Paragraph, Rank, plain
from wrapplanner.pdf.documents import stamps
from wrapplanner.pdf.documents.crisis_teller import Teller
from wrapplanner.pdf.documents.telling import titled
from wrapplanner.pdf.forms import WallHead
from wrapplanner.pdf.manuscript import Frame, Manuscript
from wrapplanner.pdf.options import PrintOptions

_BANDS = (
    ("early-signs", "Early signs", "early-must", "What I do then"),
    ("breaking-signs", "When it is getting serious", "breaking-must", "What I do now"),
)
_LEAD = "When I see a sign, I do one thing that helps."


def build(framework: Framework, plan: Plan, options: PrintOptions) -> Manuscript:
    """Return the signs sheet as blocks."""
    teller = Teller(framework, plan, options)
    bands = [band for roles in _BANDS for band in _band(teller, *roles)]
    return Manuscript(
        title="Signs sheet",
        language=framework.language,
        furniture=stamps.wall(framework, plan, options),
        blocks=(WallHead("My signs", "Week of"), *((Paragraph(plain(_LEAD)),) if bands else ()), *bands),
        frame=Frame.TALL,
        wall=True,
    )


def _band(teller: Teller, signs: str, seen: str, must: str, done: str) -> tuple[Block, ...]:
    left, right = _list(teller, signs, seen), _list(teller, must, done)
    return (Pair(left, right),) if left and right else (*left, *right)


def _list(teller: Teller, role: str, title: str) -> tuple[Block, ...]:
    said = (titled(teller.plan.words(entry), entry.note) for entry in teller.entries(role))
    entries = tuple(words for words in said if words)
    return (Heading(title, 2, Rank.CELL), Bullets(entries, Mark.BOX)) if entries else ()
