"""What one chooses before printing. Cheap to import: nothing of reportlab is here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from wrapplanner.domain.copies import Edition
from wrapplanner.domain.framework import Audience


class Paper(StrEnum):
    """The paper in the printer."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """How a document is printed. `fonts` is the folder of the shipped typefaces; `both_sides` mirrors left pages."""

    edition: Edition
    fonts: Path
    paper: Paper = Paper.A4
    large_print: bool = False
    audience: Audience = Audience.ME
    both_sides: bool = False
