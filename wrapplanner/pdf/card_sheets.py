"""The sheet that cards are printed on: where they stand, lines to cut and to fold along, a bar to check the scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wrapplanner.pdf import forms
from wrapplanner.pdf.cards import LARGE_STEPS, STEPS, Builder, Face, back, front, whole
from wrapplanner.pdf.runs import plain
from wrapplanner.pdf.setting import Setter
from wrapplanner.pdf.slices import Fill, Galley, Op, Slice, Tag, Text, gap, moved
from wrapplanner.pdf.styles import BLACK, MM, Style

WIDTH, HEIGHT = 85.6 * MM, 54 * MM
ROWS = 4
INSET, INSET_TOP = 5 * MM, 3.5 * MM
FIRST = {True: 32 * MM, False: 40 * MM}
"""From the top of the sheet to the first row, by whether the sheet is as short as Letter."""
A6 = (105 * MM, 148 * MM)
A6_INSET = 7 * MM
CUT, FOLD = 0.5, 0.75
DASH, SPACE = 2 * MM, 1.5 * MM
MARK, OUTSIDE = 5 * MM, 2 * MM
BAR = 50 * MM
SHORT = 285 * MM


def set_cards(setter: Setter, block: forms.Cards, measure: float) -> Galley:
    """One sheet, or the two sides of one; every side is a single slice from the frame's top."""
    if setter.large:
        return _large(setter, block, measure)
    face = Face(WIDTH - 2 * INSET, HEIGHT - 2 * INSET_TOP, STEPS)
    faces = front(setter, face, block.card), back(setter, face, block.card)
    if not block.both_sides:
        said = "Cut on the solid lines. Fold on the dashed line, print outside."
        head, tag = _instruction(setter, said, measure)
        side = _side(setter, faces, measure, folded=True)
        return Galley([tag, *faces[0].tags, *faces[1].tags], [_sheet(setter, (*head, *side))])
    head, tag = _instruction(setter, "Cut from mark to mark. Fronts are on one side, backs on the other.", measure)
    sides = [_side(setter, (each, each), measure, folded=False) for each in faces]
    slices = [_sheet(setter, (*head, *sides[0])), _sheet(setter, tuple(sides[1]))._replace(new_page=True)]
    return Galley([tag, *faces[0].tags, *faces[1].tags], slices)


def _sheet(setter: Setter, ops: Sequence[Op]) -> Slice:
    return Slice(setter.sheet.depth, tuple(ops))


def _top(setter: Setter) -> float:
    return FIRST[setter.sheet.height < SHORT] - setter.sheet.top


def _instruction(setter: Setter, said: str, measure: float) -> tuple[list[Op], Tag]:
    """Return what to do with the sheet and a bar of 50 mm; the bar and its name are for the eye."""
    tag, style = Tag("P"), Style(16, 20) if setter.large else Style(10.5, 13)
    room = measure if setter.large else measure - BAR - 20 * MM
    lines = setter.flow(plain(said), style, room, tag)
    ops: list[Op] = []
    y = 0.0
    for line in lines:
        ops += (moved(op, 0, y) for op in line.ops)
        y += line.height
    if setter.large:
        return ops, tag
    left = measure - BAR
    (name,) = setter.flow(plain("50 mm"), style, 20 * MM, tag)[0].ops
    assert isinstance(name, Text)
    ops.append(name._replace(x=left - 15 * MM, tag=None))
    foot = style.leading - 2
    ops += (
        Fill(left, foot, BAR, FOLD, BLACK),
        Fill(left, foot - 5, FOLD, 5, BLACK),
        Fill(left + BAR - FOLD, foot - 5, FOLD, 5, BLACK),
    )
    return ops, tag


def _side(setter: Setter, faces: Sequence[Builder], measure: float, *, folded: bool) -> list[Op]:
    """Return the rows of cards; the first of each face is read aloud, the others are the same again."""
    left, top = (measure - 2 * WIDTH) / 2, _top(setter)
    ops: list[Op] = []
    read: set[int] = set()
    for row in range(ROWS):
        for column, face in enumerate(faces):
            x, y = left + column * WIDTH + INSET, top + row * HEIGHT + INSET_TOP
            ops += _placed(face.slices, x, y, read_aloud=id(face) not in read)
            read.add(id(face))
    return [*ops, *(_lines(left, top) if folded else ()), *_marks(left, top, folded=folded)]


def _placed(slices: Sequence[Slice], x: float, y: float, *, read_aloud: bool) -> list[Op]:
    ops: list[Op] = []
    for number, each in enumerate(slices):
        y += gap(slices[number - 1], each) if number else 0
        for op in each.ops:
            at = moved(op, x, y)
            ops.append(at if read_aloud or isinstance(at, Fill) else at._replace(tag=None))
        y += each.height
    return ops


def _lines(left: float, top: float) -> list[Op]:
    """Return the lines around folded cards, and the dashed one along which they are folded."""
    width, height = 2 * WIDTH, ROWS * HEIGHT
    ops: list[Op] = [Fill(left, top + row * HEIGHT - CUT / 2, width, CUT, BLACK) for row in range(ROWS + 1)]
    ops += [Fill(x - CUT / 2, top, CUT, height, BLACK) for x in (left, left + width)]
    return [*ops, *_dashes(left + WIDTH, top, height)]


def _dashes(x: float, top: float, height: float) -> list[Op]:
    count = int(height / (DASH + SPACE)) + 1
    starts = (number * (DASH + SPACE) for number in range(count))
    return [Fill(x - FOLD / 2, top + start, FOLD, min(DASH, height - start), BLACK) for start in starts if start < height]


def _marks(left: float, top: float, *, folded: bool) -> list[Op]:
    """Return the marks outside: where each line that is cut would go on, dashed where one folds."""
    width, height = 2 * WIDTH, ROWS * HEIGHT
    ops: list[Op] = []
    for row in range(ROWS + 1):
        y = top + row * HEIGHT - CUT / 2
        ops += (Fill(x, y, MARK, CUT, BLACK) for x in (left - OUTSIDE - MARK, left + width + OUTSIDE))
    for column in range(3):
        for y in (top - OUTSIDE - MARK, top + height + OUTSIDE):
            x = left + column * WIDTH
            if folded and column == 1:
                ops += _dashes(x, y, MARK)
            else:
                ops.append(Fill(x - CUT / 2, y, CUT, MARK, BLACK))
    return ops


def _large(setter: Setter, block: forms.Cards, measure: float) -> Galley:
    """Return one card of A6 in large print, with marks at its corners."""
    width, height = A6
    face = Face(width - 2 * A6_INSET, height - 2 * A6_INSET, LARGE_STEPS, Style(16, 20))
    built = whole(setter, face, replace(block.card, top=""))
    head, tag = _instruction(setter, "Cut along the lines.", measure)
    left, top = (measure - width) / 2, _top(setter)
    border = [
        *(Fill(left, y, width, CUT, BLACK) for y in (top, top + height - CUT)),
        *(Fill(x, top, CUT, height, BLACK) for x in (left, left + width - CUT)),
    ]
    ops = (*head, *border, *_placed(built.slices, left + A6_INSET, top + A6_INSET, read_aloud=True))
    return Galley([tag, *built.tags], [_sheet(setter, ops)])
