"""Room for handwriting: lines, boxes and empty tables. The lines are for the eye; what is asked is what is read aloud."""

from __future__ import annotations

from wrapplanner.pdf import forms
from wrapplanner.pdf.blocks import Mark
from wrapplanner.pdf.lists import SPOKEN, box_size
from wrapplanner.pdf.runs import plain
from wrapplanner.pdf.setting import Setter, spaced
from wrapplanner.pdf.slices import Drawn, Fill, Galley, Keep, Op, Slice, Tag, moved, shifted, stacked
from wrapplanner.pdf.styles import BLACK, HEAD_RULE, MM, PERSONAL, Name

PITCH = {False: 9 * MM, True: 12 * MM}
TICK_PITCH = {False: 10 * MM, True: 12 * MM}
RULE = 0.75
BETWEEN = 4 * MM
AFTER = 8.0


def set_ruled(setter: Setter, block: forms.Ruled, measure: float) -> Galley:
    """Lines a hand has room on, or rows with a box to tick and a line."""
    pitch = (TICK_PITCH if block.boxes else PITCH)[setter.large]
    columns = 1 if setter.large else block.columns
    width = (measure - BETWEEN * (columns - 1)) / columns
    tags: list[Tag] = []
    slices = []
    for _ in range(block.lines):
        start = box_size(setter) + 5 * MM if block.boxes else 0.0
        ops: list[Op] = [
            Fill(column * (width + BETWEEN) + start, pitch - RULE, width - start, RULE, PERSONAL.row_ink)
            for column in range(columns)
        ]
        if block.boxes:
            said = Tag("Span", actual=SPOKEN[Mark.BOX])
            tags.append(Tag("P", [said]))
            ops.append(Drawn("box", 0, pitch - box_size(setter) - 1, box_size(setter), 1, said))
        slices.append(Slice(pitch, tuple(ops)))
    return Galley(tags, spaced(slices, 0, AFTER)).hold(Keep.WISH)


def set_hand_table(setter: Setter, block: forms.HandTable, measure: float) -> Galley:
    """Empty rows under a head, with rules between the columns; a row stays whole and two stay with the head."""
    root, style = Tag("Table"), setter.styles[Name.HEAD]
    whole = sum(share for _, share in block.columns)
    lefts, left = [], 0.0
    heads = []
    tags = [Tag("TH", scope="Column") for _ in block.columns]
    for (title, share), tag in zip(block.columns, tags, strict=True):
        width = share / whole * measure
        inset = 1.5 * MM if left else 0.0
        heads.append(stacked(shifted(setter.flow(plain(title), style, width - inset - 1, tag), left + inset)))
        lefts.append(left)
        left += width
    height = max(head.height for head in heads)
    ops = [moved(op, 0, height - head.height) for head in heads for op in head.ops]
    slices = [Slice(height + 3, (*ops, Fill(0, height + 3 - HEAD_RULE, measure, HEAD_RULE, BLACK)), keep=Keep.MUST)]
    root.kids.append(Tag("TR", list(tags)))
    pitch = TICK_PITCH[setter.large]
    rules = [Fill(each, 0, RULE, pitch, PERSONAL.row_ink) for each in lefts[1:]]
    for number in range(block.rows):
        root.kids.append(Tag("TR", [Tag("TD") for _ in block.columns]))
        line = Fill(0, pitch - RULE, measure, RULE, PERSONAL.row_ink)
        slices.append(Slice(pitch, (*rules, line), keep=Keep.MUST if number == 0 else Keep.NO))
    return Galley([root], spaced(slices, 0, AFTER)).hold(Keep.WISH)
