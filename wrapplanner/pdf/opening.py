"""The opening page of a long document with its contents list, and the tabs at the edge that the list stands level with."""

from __future__ import annotations

from dataclasses import replace

from wrapplanner.pdf import blocks, styles
from wrapplanner.pdf.setting import Setter, baseline, spaced
from wrapplanner.pdf.slices import Fill, Galley, Op, Slice, Tag, Text, moved, shifted, stacked
from wrapplanner.pdf.styles import BLACK, BOX_RULE, MM, Name

OVER_CONTENTS = 16.0
"""White over the contents list, in points."""


def set_opening(setter: Setter, block: blocks.Opening, measure: float) -> Galley:
    """The opening page. Its contents stand level with the tabs of the other pages; they move together where it is full."""
    sheet = setter.sheet
    galley = setter.set_all(block.words, measure)
    doors = setter.set_all(block.doors, measure)
    rows = [_contents_row(setter, row, measure) for row in block.contents]
    if not rows:
        galley.add(doors)
        return galley
    under = stacked(doors.slices).height + 8 if doors.slices else 0
    above = stacked(galley.slices).height
    first = sheet.tab_top + min(1, block.contents[0].part.number) * sheet.tab_pitch - sheet.top
    pitch = min(sheet.tab_pitch, (sheet.depth - above - OVER_CONTENTS - under) / len(rows))
    level = [row.part.number for row in block.contents]
    fits = (
        level == list(range(level[0], level[0] + len(level)))
        and max(first, above + OVER_CONTENTS) + pitch * len(rows) + under <= sheet.depth
    )
    lines = []
    for number, (row, (_, line)) in enumerate(zip(block.contents, rows, strict=True)):
        made = _level(setter, row, line, measure, max(pitch, line.height + 6), first=not number)
        lines.append(made._replace(at=first + sheet.top) if fits and not number else made)
    galley.tags.append(Tag("Table", [Tag("TR", tags) for tags, _ in rows]))
    galley.slices += spaced(lines, OVER_CONTENTS, 8)
    galley.add(doors)
    return galley


def _level(setter: Setter, row: blocks.ContentsRow, line: Slice, measure: float, height: float, *, first: bool) -> Slice:
    """Return a row of the contents at its height, with its rule and its tab."""
    look = setter.look
    rule = Fill(0, 0, measure, styles.HEADING_RULE if first else look.row_rule, BLACK if first else look.row_ink)
    ops = tuple(moved(op, 0, (height - line.height) / 2) for op in line.ops)
    tab = edge_tab(setter, row.part, measure + 3 * MM, 0, mirrored=False) if row.part.number else ()
    return Slice(height, (rule, *ops, *tab))


def _contents_row(setter: Setter, row: blocks.ContentsRow, measure: float) -> tuple[list[Tag], Slice]:
    bold, small = setter.styles[Name.CELL], setter.styles[Name.HINT]
    number, title, page = Tag("TD"), Tag("TH", scope="Row"), Tag("TD")
    hang = 12 * MM
    words = setter.flow(blocks.plain(row.part.title), bold, measure - hang - 20 * MM, title)
    words += setter.flow(blocks.plain(row.purpose), replace(small, soft=False), measure - hang - 20 * MM, title)
    body = stacked(shifted(words, hang))
    figure = replace(setter.styles[Name.SECTION], size=setter.styles[Name.SECTION].size + 1)
    ops: list[Op] = list(body.ops)
    middle = body.height / 2 - figure.leading / 2
    if row.part.number:
        ops += (moved(op, 0, middle) for op in setter.flow(blocks.plain(str(row.part.number)), figure, hang, number)[0].ops)
    at = (blocks.Run("", page_of=row.anchor),)
    line = setter.lines_of(at, setter.styles[Name.CELL], measure)[0][0]
    x = measure - line.width * bold.size / 1000
    ops.append(Text(x, body.height / 2 - bold.leading / 2 + baseline(bold), bold.size, line.pieces, BLACK, page))
    return [number, title, page], body._replace(ops=tuple(ops))


def edge_tab(setter: Setter, part: blocks.PartStart, x: float, y: float, *, mirrored: bool) -> tuple[Op, ...]:
    """Return the tab of a part: a box with its number and its hue at the edge nearer to the text. An artifact."""
    width, height, rule, band = 9 * MM, 16 * MM, BOX_RULE, 3 * MM
    style = setter.styles[Name.TAB]
    line = setter.lines_of(blocks.plain(str(part.number)), style, width)[0][0]
    room = width - band
    left = x if mirrored else x + band
    at = left + (room - line.width * style.size / 1000) / 2
    return (
        Fill(x, y, width, rule, BLACK),
        Fill(x, y + height - rule, width, rule, BLACK),
        Fill(x, y, rule, height, BLACK),
        Fill(x + width - rule, y, rule, height, BLACK),
        Fill(x + width - band if mirrored else x, y, band, height, styles.HUES[part.hue % len(styles.HUES)]),
        Text(at, y + (height - style.leading) / 2 + baseline(style), style.size, line.pieces, BLACK, None),
    )
