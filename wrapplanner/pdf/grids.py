"""Papers for the wall: a title to be read from a metre away, and a week of boxes to tick."""

from __future__ import annotations

from dataclasses import replace

from wrapplanner.pdf import forms
from wrapplanner.pdf.calls import reach
from wrapplanner.pdf.cells import WHOLE_ROW
from wrapplanner.pdf.runs import Words, plain
from wrapplanner.pdf.setting import Setter, spaced
from wrapplanner.pdf.slices import Drawn, Fill, Galley, Keep, Op, Slice, Tag, Text, moved, stacked
from wrapplanner.pdf.styles import BLACK, HEADING_RULE, MM, Name, Style

CELL = 12 * MM
LARGE_CELL = 14 * MM
BOX = 8.5 * MM
SMALLER_BOX = 7 * MM
SMALL_WORDS = 12
"""Points; where the words are no larger than this the boxes are smaller as well."""
PITCH = 1.67
"""The height of a row, in leadings of its words."""
LINE = 46 * MM
EMPTY = "tick box, empty"
GAP = 6 * MM


def set_wall_head(setter: Setter, block: forms.WallHead, measure: float) -> Galley:
    """The title, and at the right end of its line a word with a line to write on."""
    title, tags = Tag("H1"), [Tag("P")] if block.line else []
    style = replace(setter.styles[Name.PERSON], size=30, leading=34)
    lines = setter.flow(plain(block.title), style, measure - (LINE + 30 * MM if block.line else 0), title)
    for tag in tags:
        label = setter.flow(plain(block.line), setter.styles[Name.BODY], 40 * MM, tag)[0]
        (text,) = (op for op in label.ops if isinstance(op, Text))
        last = lines[-1]
        (above,) = (op for op in last.ops if isinstance(op, Text))
        text = text._replace(x=measure - LINE - 2 * MM - reach(text), y=above.y)
        rule = Fill(measure - LINE, above.y + 1, LINE, 1, BLACK)
        lines[-1] = last._replace(ops=(*last.ops, text, rule))
    lines[0] = lines[0]._replace(outline=(1, block.title))
    return Galley([title, *tags], spaced([each._replace(keep=Keep.MUST) for each in lines], 0, 4))


def set_week_grid(setter: Setter, block: forms.WeekGrid, measure: float) -> Galley:
    """Rows of words with a box a day; the days stand again on top of another page, a group's name keeps with its rows."""
    root, left = Tag("Table"), measure - len(block.days) * _cell(setter)
    tags, head = _days(setter, block.days, left, measure)
    root.kids.append(Tag("TR", tags))
    slices: list[Slice] = []
    for number, group in enumerate(block.groups):
        name = Tag("TH", scope="Row", spans=1 + len(block.days))
        root.kids.append(Tag("TR", [name]))
        slices.append(_group_name(setter, group.title, name, measure, ruled=number > 0))
        for words in (*group.rows, *[()] * group.blank):
            row, made = _row(setter, words, block.days, left)
            root.kids.append(row)
            slices += made if words else [each._replace(spare=row) for each in made]
    slices = [each._replace(again=(head,)) for each in slices]
    return Galley([root], spaced([head._replace(keep=Keep.MUST), *slices], 8, 10))


def _days(setter: Setter, days: tuple[str, ...], left: float, measure: float) -> tuple[list[Tag], Slice]:
    style = _small(setter)
    tags = [Tag("TD"), *(Tag("TH", scope="Column") for _ in days)]
    ops: list[Op] = []
    for place, (day, tag) in enumerate(zip(days, tags[1:], strict=True)):
        words = (op for op in setter.flow(plain(day), style, _cell(setter) * 2, tag)[0].ops if isinstance(op, Text))
        middle = left + (place + 0.5) * _cell(setter)
        ops += (op._replace(x=middle - reach(op) / 2) for op in words)
    ops.append(Fill(0, style.leading + 3, measure, HEADING_RULE, BLACK))
    return tags, Slice(style.leading + 3 + HEADING_RULE, tuple(ops))


def _small(setter: Setter) -> Style:
    return replace(setter.styles[Name.HEAD if setter.large else Name.LABEL], weight=700)


def _cell(setter: Setter) -> float:
    return LARGE_CELL if setter.large else CELL


def _group_name(setter: Setter, title: str, tag: Tag, measure: float, *, ruled: bool) -> Slice:
    line = stacked(setter.flow(plain(title), _small(setter), measure, tag))
    top = 9.0 if ruled else 4.0
    rule = (Fill(0, 3, measure, HEADING_RULE, BLACK),) if ruled else ()
    return Slice(line.height + top, (*rule, *(moved(op, 0, top) for op in line.ops)), keep=Keep.MUST)


def _row(setter: Setter, words: Words, days: tuple[str, ...], left: float) -> tuple[Tag, list[Slice]]:
    """Return a row; one of more lines than any row should have goes on beneath its boxes, line by line."""
    style, name = setter.styles[Name.LIST], Tag("TH", scope="Row")
    said = setter.flow(words, style, left - GAP, name)
    beside, under = (said, []) if len(said) < WHOLE_ROW else (said[:1], said[1:])
    lines = stacked(beside)
    side, cell = BOX if style.size > SMALL_WORDS else SMALLER_BOX, _cell(setter)
    height = max(style.leading * PITCH, side + 2, lines.height + 4)
    ops: list[Op] = [moved(op, 0, (height - lines.height) / 2) for op in lines.ops]
    if not words:
        ops.append(Fill(0, height - 8, left - GAP, 0.75, setter.look.row_ink))
    boxes = []
    for place in range(len(days)):
        box = Tag("Span", actual=EMPTY)
        boxes.append(Tag("TD", [box]))
        ops.append(Drawn(left + place * cell + (cell - side) / 2, (height - side) / 2, "box", side, 1, box))
    return Tag("TR", [name, *boxes]), [Slice(height, tuple(ops)), *under]
