"""Room for handwriting: lines, boxes and empty tables. The lines are for the eye; what is asked is what is read aloud."""

from __future__ import annotations

from wrapplanner.pdf import forms
from wrapplanner.pdf.blocks import Mark
from wrapplanner.pdf.lists import SPOKEN, box_size
from wrapplanner.pdf.runs import plain
from wrapplanner.pdf.setting import Setter, spaced
from wrapplanner.pdf.slices import Drawn, Field, Fill, Galley, Keep, Op, Slice, Tag, moved, shifted, stacked
from wrapplanner.pdf.styles import BLACK, HEAD_RULE, MM, PERSONAL, Name

PITCH = {False: 9 * MM, True: 12 * MM}
TICK_PITCH = {False: 10 * MM, True: 12 * MM}
RULE = 0.75
BETWEEN = 4 * MM
AFTER = 8.0
OVER_BOX = 4.0

TICK, LINE, CELL = "Tick box {}.", "Line {}.", "{}, row {}."
"""What is said of one of many fields after what is asked."""


def set_ruled(setter: Setter, block: forms.Ruled, measure: float) -> Galley:
    """Lines a hand has room on, or rows with a box to tick and a line; to be filled in they are fields."""
    pitch = (TICK_PITCH if block.boxes else PITCH)[setter.large]
    columns = 1 if setter.large else block.columns
    if block.fill and block.lines > 1 and not block.boxes and columns == 1:
        return _one_box(setter, block.fill, block.lines * pitch, measure)
    width = (measure - BETWEEN * (columns - 1)) / columns
    tags: list[Tag] = []
    slices = []
    for number in range(block.lines):
        start = box_size(setter) + 5 * MM if block.boxes else 0.0
        lefts = [column * (width + BETWEEN) + start for column in range(columns)]
        ops: list[Op] = [Fill(left, pitch - RULE, width - start, RULE, PERSONAL.row_ink) for left in lefts]
        if block.boxes:
            ops += _tick_box(setter, block.fill, number, pitch, tags)
        for place, left in enumerate(lefts if block.fill else ()):
            room = _written(setter) * 1.6  # typed words stand on the line, however far the next one is
            at = (left, pitch - RULE - room, width - start, room)
            ops.append(_line(setter, block, number * columns + place, at, tags))
        slices.append(Slice(pitch, tuple(ops)))
    return Galley(tags, spaced(slices, 0, AFTER)).hold(Keep.WISH)


def _tick_box(setter: Setter, fill: forms.Fill | None, number: int, pitch: float, tags: list[Tag]) -> list[Op]:
    size = box_size(setter)
    y = pitch - size - 1
    if fill:
        tags.append(Tag("Form"))
        says = f"{fill.says} {TICK.format(number + 1)}"
        return [
            Drawn(0, y, "box", size, 1, None),
            Field(0, y, size, size, f"{fill.name}.tick{number + 1}", says, tags[-1], box=True),
        ]
    said = Tag("Span", actual=SPOKEN[Mark.BOX])
    tags.append(Tag("P", [said]))
    return [Drawn(0, y, "box", size, 1, said)]


def _line(setter: Setter, block: forms.Ruled, number: int, at: tuple[float, float, float, float], tags: list[Tag]) -> Field:
    assert block.fill is not None
    tags.append(Tag("Form"))
    only = block.lines * block.columns == 1
    name = block.fill.name if only else f"{block.fill.name}.line{number + 1}"
    says = block.fill.says if only else f"{block.fill.says} {LINE.format(number + 1)}"
    return Field(*at, name, says, tags[-1], _written(setter))


def _one_box(setter: Setter, fill: forms.Fill, height: float, measure: float) -> Galley:
    """What is typed has a leading of its own, which no ruled lines would fit: a box takes their place."""
    tag, top = Tag("Form"), OVER_BOX
    inner = (RULE, top + RULE, measure - 2 * RULE, height - top - 2 * RULE)
    field = Field(*inner, fill.name, fill.says, tag, _written(setter), lines=True)
    frame = [
        *(Fill(0, y, measure, RULE, PERSONAL.row_ink) for y in (top, height - RULE)),
        *(Fill(x, top, RULE, height - top, PERSONAL.row_ink) for x in (0, measure - RULE)),
    ]
    return Galley([tag], spaced([Slice(height, (*frame, field))], 0, AFTER))


def _written(setter: Setter) -> float:
    """Return the size of what is typed, in points."""
    return setter.styles[Name.BODY].size


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
        cells = [Tag("TD") for _ in block.columns]
        root.kids.append(Tag("TR", list(cells)))
        line = Fill(0, pitch - RULE, measure, RULE, PERSONAL.row_ink)
        fields = _cells(setter, block, number, [*lefts, measure], cells) if block.fill else []
        slices.append(Slice(pitch, (*rules, line, *fields), keep=Keep.MUST if number == 0 else Keep.NO))
    return Galley([root], spaced(slices, 0, AFTER)).hold(Keep.WISH)


def _cells(setter: Setter, block: forms.HandTable, number: int, lefts: list[float], cells: list[Tag]) -> list[Field]:
    """Return a field for each cell of a row: two lines of smaller letters, since a cell is narrow."""
    assert block.fill is not None
    fields = []
    for place, ((title, _), cell) in enumerate(zip(block.columns, cells, strict=True)):
        cell.kids.append(Tag("Form"))
        left, pitch = lefts[place] + (1 if place else 0), TICK_PITCH[setter.large]
        fields.append(
            Field(
                left,
                0.5,
                lefts[place + 1] - left - 1,
                pitch - RULE - 1,
                f"{block.fill.name}.row{number + 1}.cell{place + 1}",
                f"{block.fill.says} {CELL.format(title, number + 1)}",
                cell.kids[-1],
                min(_written(setter), pitch / 2.4 if not setter.large else pitch / 1.6),
                lines=not setter.large,
            )
        )
    return fields
