"""Whose paper it is and whom to call: names beside large numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wrapplanner.pdf import forms
from wrapplanner.pdf.runs import Run, Words, plain
from wrapplanner.pdf.setting import Setter, at_left, spaced
from wrapplanner.pdf.slices import Fill, Galley, Keep, Op, Slice, Tag, Text, beside, moved, shifted, stacked
from wrapplanner.pdf.styles import BLACK, MM, Name, Style

BETWEEN = 4 * MM
WIDEST = 0.62
"""The share of a row that a number may take; a wider one stands under its name."""
MOST_LINES = 3
"""A name of more lines than this is set no larger than other words."""
SMALLER = 2.0
"""How many points smaller the numbers are that are not the first to call."""


def at_right(setter: Setter, lines: Sequence[Words], style: Style, measure: float, tags: Sequence[Tag]) -> list[Slice]:
    """Return words as lines that end at the right edge, a tag each."""
    slices: list[Slice] = []
    for words, tag in zip(lines, tags, strict=True):
        for each in setter.flow(words, style, measure, tag):
            (text,) = (op for op in each.ops if isinstance(op, Text))
            slices.append(each._replace(ops=(text._replace(x=measure - reach(text)),)))
    return slices


def reach(text: Text) -> float:
    """Return how wide words are, in points."""
    return sum(piece.width for piece in text.pieces) * text.size / 1000


def widest(slices: Sequence[Slice]) -> float:
    """Return where the words that reach furthest end."""
    return max((op.x + reach(op) for each in slices for op in each.ops if isinstance(op, Text)), default=0.0)


def set_person_head(setter: Setter, block: forms.PersonHead, measure: float) -> Galley:
    """The name over its line, remarks level with its foot; under it where a long name or large print leaves no room."""
    small, title = setter.styles[Name.SMALL], Tag("H1")
    tags = [Tag("P") for _ in block.remarks]
    notes = [] if setter.large else [each for words, tag in zip(block.remarks, tags, strict=True)
                                     for each in setter.flow(words, small, measure, tag)]  # fmt: skip
    room = measure - (widest(notes) + BETWEEN if notes else 0)
    name = setter.flow(plain(block.name), setter.styles[Name.PERSON], room, title)
    if len(name) > MOST_LINES:
        name = setter.flow(plain(block.name), replace(setter.styles[Name.BODY], weight=700), room, title)
    name[-1] = name[-1]._replace(after=setter.styles[Name.PERSON].after)
    under = Tag("P")
    name += setter.flow(block.under, setter.styles[Name.BODY], room, under)
    whole = stacked(at_left(name))
    if notes:
        right = stacked(at_right(setter, block.remarks, small, measure, tags))
        ops = tuple(moved(op, 0, max(0.0, whole.height - right.height)) for op in right.ops)
        whole = whole._replace(ops=(*whole.ops, *ops), height=max(whole.height, right.height))
    whole = whole._replace(outline=(1, block.name), keep=Keep.MUST, before=0, after=0)
    return Galley([title, *([under] if block.under else []), *(tags if notes else [])], [whole])


def set_calls(setter: Setter, block: forms.Calls, measure: float) -> Galley:
    """A row each, ruled between; the number of the row at the left where they are to be called in order."""
    root, rows = Tag("Table"), []
    for place, call in enumerate(block.rows):
        who, number = Tag("TH", scope="Row"), Tag("TD")
        root.kids.append(Tag("TR", [who, number]))
        order = f"{place + 1}" if block.numbered else ""
        row = _row(setter, call, order, who, number, measure)
        ruled = place > 0 or block.ruled
        pad = setter.styles[Name.TABLE].after
        rule = (Fill(0, 0, measure, setter.look.row_rule, BLACK),) if ruled else ()
        ops = (*rule, *(moved(op, 0, pad) for op in row.ops))
        rows.append(Slice(row.height + 2 * pad, ops))
    return Galley([root], spaced(rows, 4 if block.ruled else 0, 0))


def _row(setter: Setter, call: forms.Call, order: str, who: Tag, number: Tag, measure: float) -> Slice:
    style, small = setter.styles[Name.TABLE], setter.styles[Name.SMALL]
    phone = _number_style(setter, call, style)
    hang, ordered = _order(setter, order, style, who)
    numbers = setter.flow(call.numbers, phone, measure * WIDEST, number)
    width = widest(numbers)
    stands_under = any(len(each) > 1 for each in setter.lines_of(call.numbers, phone, measure * WIDEST))
    room = measure - hang - (0 if stands_under else width + BETWEEN)
    if setter.large:  # two lines are dear there: the role stands behind the name
        name = setter.flow((*call.name, *((Run(", "), *call.role) if call.name and call.role else call.role)), style, room, who)
    else:
        name = [*setter.flow(call.name, style, room, who), *setter.flow(call.role, small, room, who)]
    left = shifted(at_left(name), hang)
    if stands_under:
        under = setter.flow(call.numbers, phone, measure - hang, number)
        return _with(stacked([*left, *shifted(under, hang)]), ordered)
    columns = [column for column in (left, _ended(numbers, measure)) if column]
    return _with(_level(columns), ordered)


def _number_style(setter: Setter, call: forms.Call, style: Style) -> Style:
    """Return how numbers are set: large; those to be read rather than dialled (“SHOUT to 85258”) as the words beside them."""
    phone = setter.styles[Name.PHONE]
    if any(letter.isalpha() for run in call.numbers for letter in run.text):
        return replace(style, weight=700)
    return phone if call.first or setter.large else replace(phone, size=phone.size - SMALLER, leading=phone.leading - SMALLER)


def _order(setter: Setter, order: str, style: Style, tag: Tag) -> tuple[float, list[Op]]:
    if not order:
        return 0.0, []
    line = setter.flow(plain(order), replace(style, weight=700), 20 * MM, tag)
    return (8 * MM if setter.large else 6 * MM), list(line[0].ops)


def _ended(slices: list[Slice], measure: float) -> list[Slice]:
    return [
        each._replace(ops=tuple(op._replace(x=measure - reach(op)) for op in each.ops if isinstance(op, Text)))
        for each in slices
    ]


def _level(columns: list[list[Slice]]) -> Slice:
    """Return columns as one slice, level with their middles."""
    stacks = [stacked(column) for column in columns]
    height = max((stack.height for stack in stacks), default=0.0)
    ops = tuple(moved(op, 0, (height - stack.height) / 2) for stack in stacks for op in stack.ops)
    return Slice(height, ops)


def _with(row: Slice, ordered: list[Op]) -> Slice:
    """Put the number of a row level with its first line, or its middle where it has two."""
    if not ordered:
        return row
    (first,) = ordered
    assert isinstance(first, Text)
    down = (row.height - first.size * 1.28) / 2
    return row._replace(ops=(first._replace(y=first.y + max(0.0, down)), *row.ops))


def set_small_print(setter: Setter, block: forms.SmallPrint, measure: float) -> Galley:
    """A last word under a thin rule."""
    tag = Tag("P")
    lines = setter.flow(block.words, setter.styles[Name.SMALL], measure, tag)
    rule = Slice(4, (Fill(0, 0, measure, 0.75, BLACK),), keep=Keep.MUST)
    return Galley([tag], spaced([rule, *lines], setter.styles[Name.CELL].before, 0))


def side_by_side(left: list[Slice], right: list[Slice], x: float) -> Slice:
    """Return two columns as one slice, the right one at x."""
    return beside([column for column in (left, shifted(right, x)) if column])
