"""Cells and rows: what tables of every sort are made of."""

from __future__ import annotations

from dataclasses import replace

from wrapplanner.pdf import blocks, styles
from wrapplanner.pdf.blocks import Words
from wrapplanner.pdf.lists import SPOKEN, box_size, mark
from wrapplanner.pdf.setting import Setter
from wrapplanner.pdf.slices import Fill, Keep, Slice, Tag, Text, shifted, stacked
from wrapplanner.pdf.styles import BLACK, MM, Name

GUTTER = 3 * MM
WHOLE_ROW = 6
"""A row of fewer lines than this is never cut."""


def cell(setter: Setter, words: Words, tag: Tag, width: float, *, stop: bool = False) -> list[Slice]:
    """Return a cell's lines; with `stop` white on a black ground."""
    style = setter.styles[Name.TABLE]
    if not stop:
        return setter.flow(words, style, width, tag)
    inset = 1.6 * MM
    lines = setter.flow(words, replace(style, weight=600), width - 2 * inset, tag, ink=styles.WHITE)
    return [_grounded(line, inset) for line in lines]


def _grounded(line: Slice, inset: float) -> Slice:
    (moved,) = shifted([line], inset)
    texts = [op for op in moved.ops if isinstance(op, Text)]
    reach = max((op.x + sum(piece.width for piece in op.pieces) * op.size / 1000 for op in texts), default=0)
    begin = min((op.x for op in texts), default=inset) - inset
    ground = Fill(begin, -1.5, reach + inset - begin, line.height + 1.5, BLACK)
    return moved._replace(ops=(ground, *moved.ops))


def tick(setter: Setter, words: Words, tag: Tag, left: float) -> list[Slice]:
    """Return a drawn tick for any words at all, which are what it says when it is read aloud."""
    style = setter.styles[Name.TABLE]
    if not words:
        return []
    said = Tag("Span", actual="".join(run.text for run in words))
    tag.kids.append(said)
    return [Slice(style.leading, (mark(setter, blocks.Mark.TICK, style, said, left + 9 * MM),))]


def box(setter: Setter, tag: Tag, left: float, width: float) -> list[Slice]:
    """Return an empty box to tick in the middle of a cell."""
    said = Tag("Span", actual=SPOKEN[blocks.Mark.BOX])
    tag.kids.append(said)
    side = box_size(setter)
    drawn = mark(setter, blocks.Mark.BOX, setter.styles[Name.TABLE], said, left + (width - side) / 2)
    return [Slice(side, (drawn._replace(y=0),))]


def padded(setter: Setter, lines: list[Slice], measure: float, *, ruled: bool, top: float = 0) -> list[Slice]:
    """Put space above and below a row and its rule under it; rows of few lines become one slice, others keep two and two."""
    look, pad = setter.look, setter.pad
    rule = (Fill(0, pad - look.row_rule, measure, look.row_rule, look.row_ink),) if ruled else ()
    lines = [Slice(top or pad, keep=Keep.MUST), *lines, Slice(pad, rule)]
    if len(lines) - 2 < WHOLE_ROW:
        return [stacked(lines)]
    for place in (1, len(lines) - 3, len(lines) - 2):
        lines[place] = lines[place]._replace(keep=Keep.MUST)
    return lines
