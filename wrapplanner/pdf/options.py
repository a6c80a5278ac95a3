"""What one chooses before printing. Cheap to import: nothing of reportlab is here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from wrapplanner.domain.comparing import Difference
from wrapplanner.domain.copies import Copy, Edition
from wrapplanner.domain.framework import Audience
from wrapplanner.domain.helplines import Helpline


class Paper(StrEnum):
    """The paper in the printer."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """How a document is printed. `fonts` is the folder of the shipped typefaces; `both_sides` mirrors left pages.

    `helplines` stand on crisis papers, the emergency number first. `holders` are names of those who have the full crisis plan:
    where there are any, short papers say on which of its pages one may read on. `part` is the id of the only part that
    worksheets are for ('' for all), `ideas` whether they print examples, `copies` how many of each sheet there are,
    `fillable` whether they are filled in on a computer.

    `recipient` is the id of the person whom a paper is for ('' for nobody in particular). `hidden` are what is not on this
    copy (see `domain.readership`): with it, it alone decides; without it (None) the questions' own audiences do. `number` is
    which copy this is and of how many, `replaces` the copy that its reader has now; `reader` is what a reader is called who is
    not in the address list, `differences` what a replacement notice tells of, `today` the day on which it is given.
    """

    edition: Edition
    fonts: Path
    paper: Paper = Paper.A4
    large_print: bool = False
    audience: Audience = Audience.ME
    both_sides: bool = False
    helplines: tuple[Helpline, ...] = ()
    holders: tuple[str, ...] = ()
    part: str = ""
    ideas: bool = False
    copies: int = 1
    fillable: bool = False
    recipient: str = ""
    hidden: frozenset[str] | None = None
    number: tuple[int, int] = (1, 1)
    replaces: Copy | None = None
    reader: str = ""
    differences: tuple[Difference, ...] = ()
    today: date | None = None
