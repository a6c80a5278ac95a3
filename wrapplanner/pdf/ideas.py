"""Ideas of a group in two level columns: each group with its shape and word, each idea with a box to mark."""

from __future__ import annotations

from itertools import zip_longest
from typing import Final

from wrapplanner.pdf import forms
from wrapplanner.pdf.blocks import Mark
from wrapplanner.pdf.lists import SPOKEN
from wrapplanner.pdf.runs import plain
from wrapplanner.pdf.setting import Setter, baseline
from wrapplanner.pdf.slices import Drawn, Fill, Galley, Keep, Op, Slice, Tag, moved, shifted, stacked
from wrapplanner.pdf.styles import BLACK, HEADING_RULE, MM, Name

BETWEEN: Final = 4 * MM
BOX: Final = {False: 4 * MM, True: 7 * MM}
ROOM: Final = {False: 5.0, True: 8.0}
"""Points over and under the words of an idea: a hand needs them."""
SHAPE: Final = {False: 9.0, True: 13.0}
BEFORE: Final = 8.0
WHOLE: Final = 8
"""An idea of more lines than this may be cut at a page's end."""


def set_idea_band(setter: Setter, block: forms.IdeaBand, measure: float) -> Galley:
    """One group over two columns, or two groups side by side; one column in large print, one group after the other."""
    if setter.large:
        galley = Galley()
        for group in block.groups:
            galley.add(_band(setter, (group,), 1, measure))
        return galley
    return _band(setter, block.groups, 2, measure)


def _band(setter: Setter, groups: tuple[forms.IdeaGroup, ...], columns: int, measure: float) -> Galley:
    """Set rows of ideas; a group's heading stands again where its rows run on to another page."""
    width = (measure - BETWEEN * (columns - 1)) / columns
    tags: list[Tag] = []
    heads: list[Slice] = []
    sides: list[list[list[Slice]]] = []
    for place, group in enumerate(groups):
        x = place * (width + BETWEEN)
        across = measure if len(groups) == 1 else width
        head, made = _head(setter, group, x, across)
        root = Tag("L", numbering="None")
        entries = [_idea(setter, idea, root, width) for idea in group.ideas]
        tags += [*made, root]
        heads.append(head)
        sides += _halves(entries, columns) if len(groups) == 1 else [entries]
    shared = Slice(max(head.height for head in heads), tuple(op for head in heads for op in head.ops))
    rows = [_row(row, width) for row in zip_longest(*sides)]
    slices = [each._replace(again=(shared,)) for row in rows for each in row]
    last = sum(map(len, rows[:-1])) - 1
    for place in {0, last} if len(rows) > 1 else ():
        if 0 <= place < len(slices):
            slices[place] = slices[place]._replace(keep=Keep.MUST)
    words = next((group.title for group in groups if group.title), "")
    shared = shared._replace(keep=Keep.MUST, before=BEFORE, outline=(2, words) if words else None)
    return Galley(tags, [shared, *slices])


def _head(setter: Setter, group: forms.IdeaGroup, x: float, measure: float) -> tuple[Slice, list[Tag]]:
    rule = Fill(x, 0, measure, HEADING_RULE, BLACK)
    if not group.title:
        return Slice(HEADING_RULE + 3, (rule,)), []
    style, tag = setter.styles[Name.CELL], Tag("H2")
    size = SHAPE[setter.large]
    hang = size + 6 if group.shape else 0.0
    lines = stacked(shifted(setter.flow(plain(group.title), style, measure - hang, tag), x + hang))
    top = HEADING_RULE + 3
    ops: list[Op] = [rule, *(moved(op, 0, top) for op in lines.ops)]
    if group.shape:
        middle = top + baseline(style) - style.size * 0.33
        ops.append(Drawn(x + 1, middle - size / 2, group.shape.value, size, 1, None))
    return Slice(top + lines.height + 2, tuple(ops)), [tag]


def _halves(entries: list[list[Slice]], columns: int) -> list[list[list[Slice]]]:
    middle = -(-len(entries) // columns)
    return [entries[start : start + middle] for start in range(0, len(entries), middle or 1)]


def _idea(setter: Setter, idea: forms.Idea, root: Tag, width: float) -> list[Slice]:
    style, box, room = setter.styles[Name.LIST], BOX[setter.large], ROOM[setter.large] / 2
    label, body = Tag("Lbl", actual=SPOKEN[Mark.BOX]), Tag("LBody")
    hang, size = box + 2.6 * MM, SHAPE[setter.large]
    right = size + 4 if idea.shape else 0.0
    lines = shifted(setter.flow(idea.words, style, width - hang - right, body), hang)
    root.kids.append(Tag("LI", [label, body]))
    ops: list[Op] = [Drawn(0.5, (style.leading - box) / 2, Mark.BOX.value, box, 1, label)]
    if idea.shape:
        said = Tag("Span", actual=idea.shape.value)
        body.kids.append(said)
        ops.append(Drawn(width - size, (style.leading - size) / 2, idea.shape.value, size, 1, said))
    lines = lines or [Slice(style.leading)]  # letters that cannot be seen make no line
    lines[0] = lines[0]._replace(ops=(*ops, *lines[0].ops))
    if len(lines) > WHOLE:
        return lines
    whole = stacked(lines)
    return [Slice(whole.height + 2 * room, tuple(moved(op, 0, room) for op in whole.ops))]


def _row(row: tuple[list[Slice] | None, ...], width: float) -> list[Slice]:
    """Return a level row; ideas too long to stay whole stand one after the other."""
    if any(idea and len(idea) > 1 for idea in row):
        return [each for place, idea in enumerate(row) for each in shifted(idea or [], place * (width + BETWEEN))]
    ops: list[Op] = []
    height = 0.0
    for place, idea in enumerate(row):
        for each in shifted(idea or [], place * (width + BETWEEN)):
            ops += each.ops
            height = max(height, each.height)
    return [Slice(height, tuple(ops))]
