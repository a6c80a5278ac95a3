"""Blank worksheets for a session: all parts that its items name, a pack for so many people in one print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from wrapplanner.domain.copies import Edition
from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Plan
from wrapplanner.errors import PrintError
from wrapplanner.facilitator.model.programme import Session
from wrapplanner.pdf.manuscript import Manuscript
from wrapplanner.pdf.options import Paper, PrintOptions

MOST_PEOPLE = 40
_NOBODY = "A pack is for 1 to 40 people."
_NO_PARTS = "There is no worksheet for this. Choose a part of the plan first."


def worksheet_parts(session: Session) -> tuple[str, ...]:
    """Return the parts that a session speaks of, in the order in which they come up."""
    return tuple(dict.fromkeys(item.part for item in session.items if item.part))


def worksheets(
    framework: Framework, parts: Sequence[str], people: int, fonts: Path, *, large_print: bool = False, ideas: bool = False
) -> Manuscript:
    """Return blank worksheets of some parts, person by person. Raises PrintError (no such part, nobody, too many)."""
    from wrapplanner.pdf.documents.worksheets import build

    if not 1 <= people <= MOST_PEOPLE:
        raise PrintError(_NOBODY)
    if not parts:
        raise PrintError(_NO_PARTS)
    options = PrintOptions(Edition(1, date.min), fonts, Paper.A4, large_print=large_print, ideas=ideas)
    made = [build(framework, Plan(framework.id), replace(options, part=part)) for part in parts]
    blocks = tuple(block for each in made for block in each.blocks)
    return replace(made[0], blocks=blocks * people)
