"""What is laid out: slices, the unbreakable strips of a page from the frame's left to its right, and the tags of their words.

A document is one long row of slices; turning it into pages only has to decide where the row is cut. No slice
is ever taller than a line with its padding, unless it was made so because it fits a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import pairwise
from typing import Any, NamedTuple

from wrapplanner.pdf.blocks import PartStart
from wrapplanner.pdf.faces import Piece


class Keep(IntEnum):
    """How strongly a slice keeps with the next one. The weaker bond goes first where all of them do not fit a page."""

    NO = 0
    WISH = 1
    MUST = 2


@dataclass(slots=True, eq=False)
class Tag:
    """An element of the structure tree: a standard role, what it holds, and its attributes.

    `placed` is filled while drawing: (page from 0, number of the marked content on it). `objects` are form fields that it
    holds, each with its page. What is `left_out` is not on the paper, and not told.
    """

    role: str
    kids: list[Tag] = field(default_factory=list)
    actual: str = ""
    scope: str = ""
    spans: int = 1
    numbering: str = ""
    order: int = 0
    left_out: bool = False
    placed: list[tuple[int, int]] = field(default_factory=list)
    objects: list[tuple[int, Any]] = field(default_factory=list)


class Text(NamedTuple):
    """Pieces on a baseline; x and y from the slice's top left, in points.

    `said` is what is read, where the order in which pieces are seen is another; `at_right` whether one begins there.
    """

    x: float
    y: float
    size: float
    pieces: tuple[Piece, ...]
    ink: str
    tag: Tag | None
    said: str = ""
    at_right: bool = False


class Fill(NamedTuple):
    """A filled rectangle: every rule, frame and ground is made of them. Never tagged."""

    x: float
    y: float
    width: float
    height: float
    ink: str


class Drawn(NamedTuple):
    """A drawn mark in a square of `size` whose top left is x, y. The tag says what it means."""

    x: float
    y: float
    kind: str
    size: float
    stroke: float
    tag: Tag | None


class Field(NamedTuple):
    """Room to be filled in on a computer, from its top left. `name` is the field's, with full stops; `says` is what is asked.

    `lines`: there may be more than one; `box`: it is a box to tick. Nothing of it is drawn on the page itself.
    """

    x: float
    y: float
    width: float
    height: float
    name: str
    says: str
    tag: Tag | None
    size: float = 12.0
    lines: bool = False
    box: bool = False


Op = Text | Fill | Drawn | Field


class Slice(NamedTuple):
    """An unbreakable strip.

    `before` and `after` are the space that it wants outside; of two neighbours the larger counts, none at the top of a page.
    `again` are slices that are drawn first where a page begins with this one. `at` is the least distance from
    the top of the sheet. `part` says which part begins here. `spare` is the row of an empty line for more words, which is left
    out where it would turn a page.
    """

    height: float
    ops: tuple[Op, ...] = ()
    before: float = 0
    after: float = 0
    keep: Keep = Keep.NO
    anchor: str = ""
    again: tuple[Slice, ...] = ()
    at: float = 0
    new_page: bool = False
    part: PartStart | None = None
    outline: tuple[int, str] | None = None
    spare: Tag | None = None


@dataclass(slots=True)
class Galley:
    """A block that has been set: its tags in reading order and its slices from top to bottom."""

    tags: list[Tag] = field(default_factory=list)
    slices: list[Slice] = field(default_factory=list)

    def add(self, other: Galley) -> None:
        """Append another galley."""
        self.tags += other.tags
        self.slices += other.slices

    def hold(self, keep: Keep, upto: int | None = None) -> Galley:
        """Keep the slices together, all of them but the last or those up to a place; return the galley."""
        end = len(self.slices) - 1 if upto is None else min(upto, len(self.slices) - 1)
        for place in range(end):
            if self.slices[place].keep < keep:
                self.slices[place] = self.slices[place]._replace(keep=keep)
        return self


def moved(op: Op, x: float, y: float) -> Op:
    """Return an op at another place."""
    return type(op)(op.x + x, op.y + y, *op[2:])  # every op begins with its place; `_replace` takes four times as long


def shifted(slices: Iterable[Slice], x: float) -> list[Slice]:
    """Return slices moved to the right."""
    return [each._replace(ops=tuple(moved(op, x, 0) for op in each.ops)) for each in slices]


def stacked(slices: list[Slice]) -> Slice:
    """Return slices as one, with the space between them; what it wants outside is that of the first and last."""
    ops: list[Op] = []
    y = 0.0
    for number, each in enumerate(slices):
        if number:
            y += gap(slices[number - 1], each)
        ops += (moved(op, 0, y) for op in each.ops)
        y += each.height
    return Slice(y, tuple(ops), slices[0].before if slices else 0, slices[-1].after if slices else 0)


def beside(columns: list[list[Slice]]) -> Slice:
    """Return columns of slices (already at their x) as one slice, tops level."""
    stacks = [stacked(column) for column in columns if column]
    ops = tuple(op for stack in stacks for op in stack.ops)
    return Slice(
        max(stack.height for stack in stacks),
        ops,
        max(stack.before for stack in stacks),
        max(stack.after for stack in stacks),
    )


def gap(above: Slice, below: Slice) -> float:
    """Return the space between two neighbours."""
    return max(above.after, below.before)


def depth(slices: Sequence[Slice]) -> float:
    """Return how much of a page slices take, the space between them included."""
    return sum(each.height for each in slices) + sum(gap(above, below) for above, below in pairwise(slices))
