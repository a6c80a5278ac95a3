"""Blocks that only a few hand-made papers have: whose paper it is, whom to call, boxes to tick, cards to cut out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wrapplanner.pdf.runs import Words


@dataclass(frozen=True, slots=True)
class PersonHead:
    """Whose paper it is: the name as the title, a line under it, and small remarks at the right, one a line."""

    name: str
    under: Words
    remarks: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """Whom to call: a name, what they are, and their numbers, large unless they are not `first`."""

    name: Words
    role: Words
    numbers: Words
    first: bool = True


@dataclass(frozen=True, slots=True)
class Calls:
    """Rows of people or lines to call, names at the left, numbers at the right edge; `ruled` has a rule over the first."""

    rows: tuple[Call, ...]
    numbered: bool = False
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class SmallPrint:
    """A last word in small letters under a thin rule."""

    words: Words


@dataclass(frozen=True, slots=True)
class WallHead:
    """The title of a paper for the wall; with `line` a word and a line to write on at the right (“Week of ____”)."""

    title: str
    line: str = ""


@dataclass(frozen=True, slots=True)
class GridGroup:
    """Rows of a week under one name; `blank` rows more have a line to write on."""

    title: str
    rows: tuple[Words, ...]
    blank: int = 0


@dataclass(frozen=True, slots=True)
class WeekGrid:
    """What one does, with a box to tick for every day of a week."""

    days: tuple[str, ...]
    groups: tuple[GridGroup, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What a wallet card may say. `helps` and `never` are entries in their order; `lines` begin with the emergency number."""

    top: str
    name: str
    contacts: tuple[Call, ...]
    lines: tuple[Call, ...]
    helps: tuple[str, ...]
    never: tuple[str, ...]
    holder: Call | None
    stamp: str


@dataclass(frozen=True, slots=True)
class Cards:
    """A sheet of one card: four folded ones on one side, or eight with fronts and backs; one of A6 in large print."""

    card: Card
    both_sides: bool = False


@dataclass(frozen=True, slots=True)
class Fill:
    """What is to be filled in on a computer: the name of the field or the fields, with full stops, and what is asked."""

    name: str
    says: str


@dataclass(frozen=True, slots=True)
class Ruled:
    """Lines to write on by hand; with `boxes` a box to tick before each, with `columns` 2 two short ones side by side.

    With `fill` they are fields; several lines without boxes are one box.
    """

    lines: int
    boxes: bool = False
    columns: int = 1
    fill: Fill | None = None


@dataclass(frozen=True, slots=True)
class HandTable:
    """A table to write in by hand: titles of the columns with their shares of the width, and how many empty rows.

    With `fill` each cell is a field.
    """

    columns: tuple[tuple[str, float], ...]
    rows: int
    fill: Fill | None = None


class Shape(StrEnum):
    """A filled mark that names a group of ideas, black on paper; each says its name when read aloud."""

    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    PLUS = "plus"
    RING = "ring"


@dataclass(frozen=True, slots=True)
class Idea:
    """One idea of a group; `shape` stands at its right where the group marked it."""

    words: Words
    shape: Shape | None = None


@dataclass(frozen=True, slots=True)
class IdeaGroup:
    """Ideas under one heading with its shape; a group without a title has neither."""

    title: str
    shape: Shape | None
    ideas: tuple[Idea, ...]


@dataclass(frozen=True, slots=True)
class IdeaBand:
    """One group over both columns, or two side by side, rows level; a box to mark before each idea."""

    groups: tuple[IdeaGroup, ...]
