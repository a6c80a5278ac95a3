"""Blocks with a frame or a rule around them, and signatures."""

from __future__ import annotations

from wrapplanner.pdf import blocks
from wrapplanner.pdf.blocks import Words
from wrapplanner.pdf.headings import set_heading
from wrapplanner.pdf.setting import Setter, spaced
from wrapplanner.pdf.slices import Field, Fill, Galley, Keep, Op, Slice, Tag, depth, moved, shifted, stacked
from wrapplanner.pdf.styles import BLACK, BOX_RULE, MM, STOP_RULE, Name

MANY = 6
"""A printed name of so many lines may be cut."""


def padding(height: float, keep: Keep = Keep.MUST) -> Slice:
    """Return white space that belongs to what is around it."""
    return Slice(height, keep=keep)


def framed(slices: list[Slice], measure: float, rule: float, *, top: bool = True) -> list[Slice]:
    """Draw a frame along slices; where they are cut over two pages it stays open. Space between them is filled in."""
    result: list[Slice] = []
    for number, each in enumerate(slices):
        first, last = number == 0, number == len(slices) - 1
        extra = 0.0 if first else max(slices[number - 1].after, each.before)
        height = each.height + extra
        fills = [Fill(0, 0, rule, height, BLACK), Fill(measure - rule, 0, rule, height, BLACK)]
        if first and top:
            fills.append(Fill(0, 0, measure, rule, BLACK))
        if last:
            fills.append(Fill(0, height - rule, measure, rule, BLACK))
        ops = (*fills, *(moved(op, 0, extra) for op in each.ops))
        result.append(each._replace(height=height, ops=ops, before=0, after=0))
    return result


def set_box(setter: Setter, block: blocks.Box, measure: float) -> Galley:
    """Words in a frame."""
    tag = Tag("P")
    style = setter.styles[Name.BODY]
    body = shifted(setter.flow(block.words, style, measure - 8 * MM, tag), 4 * MM)
    if body:
        body[-1] = body[-1]._replace(keep=Keep.MUST)
    slices = framed([padding(3 * MM), *body, padding(3 * MM, Keep.NO)], measure, BOX_RULE)
    galley = Galley([tag], spaced(slices, 12, 10))
    galley.hold(Keep.WISH)
    if block.closing:
        galley.slices[-1] = galley.slices[-1]._replace(keep=Keep.WISH)
    return galley


def set_note(setter: Setter, block: blocks.Note, measure: float) -> Galley:
    """Words beside a heavy rule."""
    tag = Tag("P")
    style = setter.styles[Name.BODY]
    wide = measure - 5 * MM if setter.large else min(measure, 140 * MM)
    body = shifted(setter.flow(block.words, style, wide, tag), 5 * MM)
    slices = [each._replace(ops=(Fill(0, 0, 3, each.height, BLACK), *each.ops)) for each in body]
    return Galley([tag], spaced(slices, 8, 12)).hold(Keep.WISH)


def set_strip(setter: Setter, block: blocks.Strip, measure: float) -> Galley:
    """Equal cells in a frame; one under the other in large print, and line by line where one is longer than a strip can be."""
    style = setter.styles[Name.TABLE]
    per_row = 2 if setter.large else len(block.cells)
    width = measure / per_row
    tags = [Tag("P") for _ in block.cells]
    cells = [setter.flow(words, style, width - 6 * MM, tag) for words, tag in zip(block.cells, tags, strict=True)]
    if any(depth(cell) > setter.sheet.depth / 2 for cell in cells):
        return _unfolded(setter, block, measure)
    rows = []
    for start in range(0, len(cells), per_row):
        ops: list[Op] = []
        height = 0.0
        for number, cell in enumerate(map(stacked, cells[start : start + per_row])):
            ops += (op._replace(x=op.x + number * width + 3 * MM, y=op.y + 5) for op in cell.ops)
            height = max(height, cell.height + 10)
        lines = [Fill(number * width, 0, 0.75, height, BLACK) for number in range(1, per_row)]
        rows.append(Slice(height, (*lines, *ops)))
    return Galley(tags, spaced(framed(rows, measure, BOX_RULE), 8, 12)).hold(Keep.WISH)


def _unfolded(setter: Setter, block: blocks.Strip, measure: float) -> Galley:
    """The cells of a strip one under the other in one frame, to be cut at any line."""
    tags = [Tag("P") for _ in block.cells]
    body: list[Slice] = []
    for words, tag in zip(block.cells, tags, strict=True):
        body += [padding(5), *shifted(setter.flow(words, setter.styles[Name.TABLE], measure - 6 * MM, tag), 3 * MM)]
    return Galley(tags, spaced(framed([*body, padding(5, Keep.NO)], measure, BOX_RULE), 8, 12))


def set_stop_box(setter: Setter, block: blocks.StopBox, measure: float) -> Galley:
    """A black label over a heavy frame; a row each: the name, and why. Tagged as a heading and a table."""
    heading = set_heading(setter, blocks.Heading(block.title, block.level, blocks.Rank.STOP), measure)
    heading.slices[-1] = heading.slices[-1]._replace(after=0, keep=Keep.WISH)
    table = Tag("Table")
    slices: list[Slice] = []
    reached = 0.0
    for number, row in enumerate(block.rows):
        if setter.dense and reached > setter.sheet.depth:
            break  # one page is all that there is: what is tried again and again need not be set to its end
        tags, body = _stop_row(setter, row, measure)
        reached += sum(each.height for each in body)
        table.kids.append(Tag("TR", tags))
        ruled = number and not setter.dense
        rule = [Fill(0, 0, measure, setter.look.row_rule, setter.look.row_ink)] if ruled else []
        over, under = _row_pads(setter, number == 0, number == len(block.rows) - 1)
        slices.append(Slice(over, tuple(rule), keep=Keep.MUST))
        slices += [each._replace(keep=Keep.MUST) for each in body]
        slices.append(Slice(under, keep=Keep.WISH))
    slices[-1] = slices[-1]._replace(keep=Keep.NO)
    frame = framed(slices, measure, STOP_RULE, top=False)
    return Galley(
        [*heading.tags, table], spaced([*heading.slices, *frame], heading.slices[0].before, 0 if setter.dense else 10)
    )


def _row_pads(setter: Setter, first: bool, last: bool) -> tuple[float, float]:
    if not setter.dense:
        return setter.pad, setter.pad
    return (setter.pad + 1 if first else setter.pad / 2), (setter.pad + 2.5 if last else setter.pad / 2)


def _stop_row(setter: Setter, row: blocks.Row, measure: float) -> tuple[list[Tag], list[Slice]]:
    style = setter.styles[Name.TABLE]
    left, inset = 52 * MM, 3.3 * MM
    name, why = Tag("TH", scope="Row"), Tag("TD")
    reason: Words = row.cells[1] if len(row.cells) > 1 else ()
    if setter.large or not reason:
        body = setter.flow(row.cells[0], style, measure - 2 * inset, name)
        body += setter.flow(reason, style, measure - 2 * inset, why)
        return [name, why], shifted(body, inset)
    first = shifted(setter.flow(row.cells[0], style, left - inset - 2 * MM, name), inset)
    second = shifted(setter.flow(reason, style, measure - left - inset, why), left)
    return [name, why], zipped([first, second])


def zipped(columns: list[list[Slice]]) -> list[Slice]:
    """Return columns of lines as rows of lines; the lines of one row have one leading."""
    rows = []
    for number in range(max(map(len, columns), default=0)):
        level = [column[number] for column in columns if number < len(column)]
        ops = tuple(op for each in level for op in each.ops)
        rows.append(Slice(max(each.height for each in level), ops, keep=max(each.keep for each in level)))
    return rows


def set_signatures(setter: Setter, block: blocks.Signatures, measure: float) -> Galley:
    """A head row, then a row each: the printed name on its line, room to sign, room for a date. All on one page."""
    scale = measure / (172 * MM)
    lefts = (0.0, 64 * MM * scale, 138 * MM * scale)
    widths = (60 * MM * scale, 70 * MM * scale, 34 * MM * scale)
    head_style, style = setter.styles[Name.HEAD], setter.styles[Name.TABLE]
    root = Tag("Table")
    head_tags = [Tag("TH", scope="Column") for _ in block.heads]
    heads = [
        shifted(setter.flow(blocks.plain(title), head_style, width, tag), left)
        for title, tag, left, width in zip(block.heads, head_tags, lefts, widths, strict=True)
    ]
    root.kids.append(Tag("TR", list(head_tags)))
    slices = [each._replace(keep=Keep.MUST) for each in zipped(heads)]
    for number, words in enumerate(block.names, 1):
        name = Tag("TH", scope="Row")
        cells = [name, Tag("TD"), Tag("TD")]
        root.kids.append(Tag("TR", list(cells)))
        lines = setter.flow(words, style, widths[0], name) or [Slice(0)]
        if len(lines) >= MANY:  # a name that is a story: only its last line stands on the line to sign on
            slices += lines[:-1]
            lines = lines[-1:]
        printed = stacked(lines)
        height = max(setter.spacing.signature, printed.height + 9)
        ops = [moved(op, 0, height - printed.height - 3) for op in printed.ops]
        rules = [Fill(left, height - 1, width, 1, BLACK) for left, width in zip(lefts, widths, strict=True)]
        for place in (0, 2) if block.fill else ():
            if place or not words:
                field = _to_sign(setter, block, number, place, cells[place])
                ops.append(field._replace(x=lefts[place], y=height - field.height - 1, width=widths[place]))
        slices.append(Slice(height, (*rules, *ops), keep=Keep.WISH))
    slices[-1] = slices[-1]._replace(keep=Keep.NO)
    return Galley([root], spaced(slices, 4, 10))


def _to_sign(setter: Setter, block: blocks.Signatures, number: int, place: int, cell: Tag) -> Field:
    """Return the field of a name or of a date; how large it is and where is told by the row."""
    assert block.fill is not None
    cell.kids.append(Tag("Form"))
    size = setter.styles[Name.TABLE].size
    name, says = f"{block.fill.name}.row{number}.cell{place + 1}", f"{block.fill.says} {block.heads[place]}, {number}."
    return Field(0, 0, 0, size * 1.7, name, says, cell.kids[-1], size)
