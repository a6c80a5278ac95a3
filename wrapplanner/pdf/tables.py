"""Tables: how wide the columns are, how rows break, how records are read in large print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wrapplanner.pdf import blocks, styles
from wrapplanner.pdf.blocks import Group, Row, Words
from wrapplanner.pdf.breaking import longest, natural
from wrapplanner.pdf.frames import zipped
from wrapplanner.pdf.setting import Setter, mark, set_bullets, set_heading, spaced
from wrapplanner.pdf.slices import Fill, Galley, Keep, Slice, Tag, Text, shifted, stacked
from wrapplanner.pdf.styles import BLACK, HEAD_RULE, MM, Name

GUTTER = 3 * MM
WIDEST_NAME = 0.32
"""The share of the page that a name may take so as not to be broken."""
FEW = 6
"""A group of so many rows stays on one page."""
WHOLE_ROW = 6
"""A row of fewer lines than this is never cut."""


def widths(setter: Setter, columns: Sequence[blocks.Column], rows: Sequence[Row], measure: float) -> list[float]:
    """Return the widths of columns: at least what is declared, more for an unbroken word; the rest for those that give way."""
    scale = (1.35 if setter.large else 1.0) * MM
    least, needs = [], []
    for place, column in enumerate(columns):
        unbroken, need = _extent(setter, rows, place, ticks=column.tick)
        whole = need if column.whole and need <= measure * WIDEST_NAME else 0
        least.append(max(column.width * scale, min(unbroken, measure * 0.45), whole))
        needs.append(need)
    givers = [place for place, column in enumerate(columns) if column.gives] or [len(columns) - 1]
    return _shared(least, needs, givers, measure)


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
    if setter.large and len(block.columns) > 3:
        return _records(setter, block, measure)
    rows = [row for row in block.rows if isinstance(row, Row)]
    wide = widths(setter, block.columns, rows, measure)
    root = Tag("Table")
    head_tags, head = _head(setter, block, wide, measure)
    if block.head:
        root.kids.append(Tag("TR", head_tags))
    again = (*_continued(setter, block, measure), *(_untagged(each) for each in head))
    body: list[list[Slice]] = []
    for number, row in enumerate(block.rows):
        last = number == len(block.rows) - 1 or isinstance(block.rows[number + 1], Group)
        tags, slices = _row(setter, block, row, wide, measure, ruled=not last or isinstance(row, Group))
        root.kids.append(Tag("TR", tags))
        body.append([each._replace(again=again) for each in slices])
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
        return [tag], _padded(setter, setter.flow(blocks.plain(row.title), style, measure, tag), measure, ruled=True, top=9)
    tags = [Tag("TH" if not place else "TD", scope="" if place else "Row") for place in range(len(wide))]
    cells, left = [], 0.0
    for place, (words, tag, width) in enumerate(zip(row.cells, tags, wide, strict=True)):
        if block.columns[place].tick:
            cells.append(_tick(setter, words, tag, left))
        else:
            cells.append(shifted(cell(setter, words, tag, width - GUTTER, stop=row.stop and not place), left))
        left += width
    return list(tags), _padded(setter, zipped(cells), measure, ruled=ruled)


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
    ground = Fill(0, -1.5, reach + inset, line.height + 1.5, BLACK)
    return moved._replace(ops=(ground, *moved.ops))


def _tick(setter: Setter, words: Words, tag: Tag, left: float) -> list[Slice]:
    style = setter.styles[Name.TABLE]
    if not words:
        return []
    said = Tag("Span", actual="".join(run.text for run in words))
    tag.kids.append(said)
    return [Slice(style.leading, (mark(setter, blocks.Mark.TICK, style, said, left + 9 * MM),))]


def _padded(setter: Setter, lines: list[Slice], measure: float, *, ruled: bool, top: float = 0) -> list[Slice]:
    """Put space above and below a row and its rule under it; rows of few lines become one slice, others keep two and two."""
    look, pad = setter.look, setter.pad
    rule = (Fill(0, pad - look.row_rule, measure, look.row_rule, look.row_ink),) if ruled else ()
    lines = [Slice(top or pad, keep=Keep.MUST), *lines, Slice(pad, rule)]
    if len(lines) - 2 < WHOLE_ROW:
        return [stacked(lines)]
    for place in (1, len(lines) - 3, len(lines) - 2):
        lines[place] = lines[place]._replace(keep=Keep.MUST)
    return lines


def set_label_table(setter: Setter, block: blocks.LabelTable, measure: float) -> Galley:
    """Labels at the left, what they say at the right; in large print beneath them."""
    root = Tag("Table")
    slices: list[Slice] = []
    rows = [row for row in block.rows if row.cells[1]]
    for number, row in enumerate(rows):
        label, said = Tag("TH", scope="Row"), Tag("TD")
        root.kids.append(Tag("TR", [label, said]))
        lines = _labelled(setter, row, label, said, measure)
        slices += _padded(setter, lines, measure, ruled=number < len(rows) - 1)
        if number == 0 and len(rows) > 1:
            slices[-1] = slices[-1]._replace(keep=Keep.WISH)
    return Galley([root], spaced(slices, 0, 8) if slices else [])


def _labelled(setter: Setter, row: Row, label: Tag, said: Tag, measure: float) -> list[Slice]:
    style, left = setter.styles[Name.TABLE], setter.spacing.label
    name = tuple(replace(run, bold=True) for run in row.cells[0])
    if setter.large:
        head = cell(setter, name, label, measure, stop=row.stop)
        head = head if row.stop else setter.flow(row.cells[0], replace(style, weight=600), measure, label)
        return [each._replace(keep=Keep.MUST) for each in head] + setter.flow(row.cells[1], style, measure, said)
    if row.stop:
        first = cell(setter, name, label, left - GUTTER, stop=True)
    else:
        first = setter.flow(row.cells[0], replace(style, weight=600), left - GUTTER, label)
    return zipped([first, shifted(setter.flow(row.cells[1], style, measure - left, said), left)])


def _records(setter: Setter, block: blocks.Table, measure: float) -> Galley:
    """A table as one entry a record: the first cell, then each other cell after its column's title."""
    galley = Galley()
    entries: list[Words] = []
    for row in block.rows:
        if isinstance(row, Group):
            galley.add(_flushed(setter, entries, measure))
            entries = []
            galley.add(set_heading(setter, blocks.Heading(row.title, 3, blocks.Rank.LABEL), measure))
        else:
            told = (_told(column, words) for column, words in zip(block.columns[1:], row.cells[1:], strict=True))
            entries.append(blocks.lines((row.cells[0], *told)))
    galley.add(_flushed(setter, entries, measure))
    return galley


def _told(column: blocks.Column, words: Words) -> Words:
    if column.tick or not words:
        return words
    return (*blocks.strong(f"{column.title}: "), *words)


def _flushed(setter: Setter, entries: list[Words], measure: float) -> Galley:
    """Set records so far as a list in which no record is cut that fits a page."""
    if not entries:
        return Galley()
    galley = Galley()
    for entry in entries:
        one = set_bullets(setter, blocks.Bullets((entry,)), measure)
        if galley.tags and one.tags:
            galley.tags[0].kids += one.tags[0].kids
            one.tags = []
        galley.add(one.hold(Keep.WISH))
    return galley
