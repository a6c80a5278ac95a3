"""From a manuscript to a file, and what the handouts have in common."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from wrapplanner.domain.copies import Edition
from wrapplanner.domain.text import normalise
from wrapplanner.pdf.blocks import Words, plain
from wrapplanner.pdf.manuscript import Furniture, Manuscript
from wrapplanner.pdf.options import Paper, PrintOptions

LANGUAGE = "en-GB"


def printed(
    manuscript: Manuscript,
    fonts: Path,
    day: date,
    *,
    paper: Paper = Paper.A4,
    large_print: bool = False,
    both_sides: bool = False,
) -> bytes:
    """Return a handout as PDF/UA-1. `fonts` is the folder of the shipped typefaces. May run in a thread."""
    from wrapplanner.pdf.render import print_manuscript  # late: reportlab takes its time, and most sessions print at their end

    options = PrintOptions(Edition(1, day), fonts, paper, large_print=large_print, both_sides=both_sides)
    return print_manuscript(manuscript, options)


def line(text: str) -> Words:
    """Return words from a board as one line: whatever way they came, no letter is on paper that none may hold."""
    return plain(normalise(text, single_line=True))


def day_words(day: date) -> str:
    """Return a day as it stands on paper: 19 November 2026."""
    return f"{day.day} {day:%B} {day.year}"


def furniture(header: str, beside: str, footer: str, day: date) -> Furniture:
    """Return what stands around a handout: its kind, what session it is from, and the day."""
    return Furniture(header, (beside, "") if beside else (), (f"{footer} · {day_words(day)}", footer), by_part=False)
