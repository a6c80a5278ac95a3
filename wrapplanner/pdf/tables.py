"""Tables: how wide the columns are, how rows break, and the head on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wrapplanner.pdf import blocks
from wrapplanner.pdf.blocks import Group, Row
from wrapplanner.pdf.breaking import longest, natural
from wrapplanner.pdf.cells import GUTTER, WHOLE_ROW, box, cell, padded, tick
from wrapplanner.pdf.frames import zipped
from wrapplanner.pdf.headings import set_heading
from wrapplanner.pdf.records import set_records
from wrapplanner.pdf.setting import Setter, spaced
from wrapplanner.pdf.slices import Fill, Galley, Keep, Slice, Tag, moved, shifted, stacked
from wrapplanner.pdf.styles import BLACK, HEAD_RULE, MM, Name

MOST_LINES = 24
"""A table with a cell of more lines than this prints as one entry a record instead."""
WIDEST_NAME = 0.32
"""The share of the page that a name may take so as not to be broken."""
FEW = 6
"""A group of so many rows stays on one page."""


def widths(setter: Setter, columns: Sequence[blocks.Column], rows: Sequence[Row], measure: float) -> list[float]:
    """Return the widths of columns: at least what is declared, more for an unbroken word; the rest for those that give way.

    An empty list says that a table is no way to print these rows: a cell of many lines in a narrow column.
    """
    scale = (1.35 if setter.large else 1.0) * MM
    least, needs = [], []
    for place, column in enumerate(columns):
        unbroken, need = _extent(setter, rows, place, ticks=column.tick or column.box)
        head = _head_word(setter, column)
        whole = need if column.whole and need <= measure * WIDEST_NAME else 0
        least.append(max(column.width * scale, min(unbroken, measure * 0.45), head, whole))
        needs.append(need)
    givers = [place for place, column in enumerate(columns) if column.gives] or [len(columns) - 1]
    result = _shared(least, needs, givers, measure)
    return [] if any(need / width > MOST_LINES for need, width in zip(needs, result, strict=True)) else result


def _extent(setter: Setter, rows: Sequence[Row], place: int, *, ticks: bool) -> tuple[float, float]:
    """Return how wide the widest unbreakable word and the widest line of a column are, with the gutter."""
    unbroken = need = 0.0
    for row in () if ticks else rows:
        for words in setter.breaker.paragraphs(row.cells[place], setter.look.weight, 700):
            unbroken = max(unbroken, longest(words))
            need = max(need, natural(words))
    scale = setter.styles[Name.TABLE].size / 1000
    extra = GUTTER + (3.2 * MM if any(row.stop for row in rows) and not place else 0.5)
    return unbroken * scale + extra, need * scale + extra


def _head_word(setter: Setter, column: blocks.Column) -> float:
    style = setter.styles[Name.HEAD]
    words = setter.breaker.paragraphs(blocks.plain(column.title), style.weight, 700)[0]
    return longest(words) * style.size / 1000 + GUTTER


def _shared(result: list[float], needs: list[float], givers: list[int], measure: float) -> list[float]:
    spare = measure - sum(result)
    if spare < 0:
        widest = max(givers, key=lambda place: result[place])
        result[widest] = max(result[widest] + spare, 24 * MM)
        factor = measure / sum(result)
        return [width * factor for width in result]
    wants = [max(needs[place] - result[place], 0) for place in range(len(result))]
    share = min(1, spare / sum(wants)) if sum(wants) else 0
    result = [width + want * share for width, want in zip(result, wants, strict=True)]
    rest = measure - sum(result)
    return [width + (rest / len(givers) if place in givers else 0) for place, width in enumerate(result)]


def set_table(setter: Setter, block: blocks.Table, measure: float) -> Galley:
    """Rows under a head that is said again on each page; in large print four columns and more are one list a record."""
    rows = [row for row in block.rows if isinstance(row, Row)]
    wide = [] if setter.large and len(block.columns) > 3 else widths(setter, block.columns, rows, measure)
    if not wide:
        return set_records(setter, block, measure)
    root = Tag("Table")
    head_tags, head = _head(setter, block, wide, measure)
    if block.head:
        root.kids.append(Tag("TR", head_tags))
    again = (*_continued(setter, block, measure), *(_untagged(each) for each in head))
    body: list[list[Slice]] = []
    for number, row in enumerate(block.rows):
        last = number == len(block.rows) - 1 or isinstance(block.rows[number + 1], Group)
        tags, slices = _row(setter, block, row, wide, measure, ruled=not last or isinstance(row, Group))
        row_tag = Tag("TR", tags)
        root.kids.append(row_tag)
        spare = None if isinstance(row, Group) or any(row.cells) else row_tag
        body.append([each._replace(again=again, spare=spare) for each in slices])
    slices = [each._replace(keep=Keep.MUST) for each in head] + _bound(body, block.rows)
    return Galley([root], spaced(slices, 0 if block.head else 2, 8))


def _bound(body: list[list[Slice]], rows: Sequence[Row | Group]) -> list[Slice]:
    """Join rows: the first two stay together, so do the last two, and a group's name with its rows where they are few."""
    few = _few(rows)
    for number, slices in enumerate(body[:-1]):
        if isinstance(rows[number], Group):
            slices[-1] = slices[-1]._replace(keep=Keep.MUST)
        elif number in (0, len(body) - 2) or number in few:
            slices[-1] = slices[-1]._replace(keep=Keep.WISH)
    return [each for slices in body for each in slices]


def _few(rows: Sequence[Row | Group]) -> set[int]:
    """Return the places of rows that keep with the next one because their group has few of them."""
    starts = [place for place, row in enumerate(rows) if isinstance(row, Group)]
    ends = [*starts[1:], len(rows)]
    return {
        place for start, end in zip(starts, ends, strict=False) if end - start - 1 <= FEW for place in range(start, end - 1)
    }


def _untagged(each: Slice) -> Slice:
    return each._replace(again=(), keep=Keep.MUST, outline=None)


def _head(setter: Setter, block: blocks.Table, wide: list[float], measure: float) -> tuple[list[Tag], list[Slice]]:
    if not block.head:
        if setter.dense:
            return [], []
        rule = Fill(0, 0, measure, HEAD_RULE, BLACK)
        return [], [Slice(HEAD_RULE, (rule,), keep=Keep.MUST)]
    style = setter.styles[Name.HEAD]
    tags = [Tag("TH", scope="Column") for _ in block.columns]
    cells, left = [], 0.0
    for column, tag, width in zip(block.columns, tags, wide, strict=True):
        cells.append(shifted(setter.flow(blocks.plain(column.title), style, width - 2, tag), left))
        left += width
    height = max(len(cell) for cell in cells) * style.leading
    ops = [op._replace(y=op.y + height - len(cell) * style.leading) for cell in cells if cell for op in stacked(cell).ops]
    rule = Fill(0, height + 3, measure, HEAD_RULE, BLACK)
    return tags, [Slice(height + 3 + HEAD_RULE, (*ops, rule), keep=Keep.MUST)]


def _continued(setter: Setter, block: blocks.Table, measure: float) -> list[Slice]:
    if not block.name:
        return []
    said = blocks.Heading(f"{block.name}, continued", 3, blocks.Rank.LABEL)
    return [_untagged(each) for each in set_heading(setter, said, measure).slices]


def _row(
    setter: Setter, block: blocks.Table, row: Row | Group, wide: list[float], measure: float, *, ruled: bool
) -> tuple[list[Tag], list[Slice]]:
    if isinstance(row, Group):
        tag = Tag("TH", scope="Row", spans=len(block.columns))
        style = replace(setter.styles[Name.TABLE], weight=700, size=setter.styles[Name.TABLE].size + 0.5)
        return [tag], padded(setter, setter.flow(blocks.plain(row.title), style, measure, tag), measure, ruled=True, top=9)
    tags = [Tag("TH" if not place else "TD", scope="" if place else "Row") for place in range(len(wide))]
    cells, left = [], 0.0
    for place, (words, tag, width) in enumerate(zip(row.cells, tags, wide, strict=True)):
        if block.columns[place].box:
            cells.append(box(setter, tag, left, width))
        elif block.columns[place].tick:
            cells.append(tick(setter, words, tag, left))
        else:
            cells.append(shifted(cell(setter, words, tag, width - GUTTER, stop=row.stop and not place), left))
        left += width
    blank = not any(row.cells)
    return list(tags), padded(setter, _levelled(cells, block), measure, ruled=ruled or blank)


def _levelled(cells: list[list[Slice]], block: blocks.Table) -> list[Slice]:
    """Return cells as rows of lines; beside a box to tick the words of a short row stand level with its middle."""
    if not any(column.box for column in block.columns) or max(map(len, cells)) >= WHOLE_ROW:
        return zipped(cells)
    stacks = [stacked(column) for column in cells if column]
    height = max(stack.height for stack in stacks)
    ops = tuple(moved(op, 0, (height - stack.height) / 2) for stack in stacks for op in stack.ops)
    return [Slice(height, ops)]
