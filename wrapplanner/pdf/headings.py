"""How headings are set: titles, sections with their rule, labels, and the white-on-black stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from wrapplanner.pdf import blocks, styles
from wrapplanner.pdf.blocks import Rank
from wrapplanner.pdf.setting import Setter, baseline, spaced
from wrapplanner.pdf.slices import Fill, Galley, Keep, Op, Slice, Tag, Text, shifted, stacked
from wrapplanner.pdf.styles import MM, Name, Style


def set_heading(setter: Setter, block: blocks.Heading, measure: float) -> Galley:
    """A heading keeps with what follows."""
    tag = Tag(f"H{block.level}")
    slices = _RANKS[block.rank](setter, block, measure, tag)
    words = f"{block.number}  {block.text}" if block.number else block.text
    slices[0] = slices[0]._replace(anchor=block.anchor, outline=(block.level, words))
    galley = Galley([tag], [each._replace(keep=Keep.MUST) for each in slices])
    if block.remark:
        galley.tags.append(_remark(setter, block.remark, galley, measure))
    return galley


def _title(setter: Setter, block: blocks.Heading, measure: float, tag: Tag) -> list[Slice]:
    style = setter.styles[Name.OPENING if block.rank is Rank.OPENING else Name.TITLE]
    return _numbered(setter, block, style, measure, tag, 12 * MM, 0)


def _section(setter: Setter, block: blocks.Heading, measure: float, tag: Tag) -> list[Slice]:
    style = setter.styles[Name.SECTION]
    slices = _numbered(setter, block, style, measure, tag, 10 * MM, styles.HEADING_RULE + 5)
    rule = Fill(0, 0, measure, styles.HEADING_RULE, styles.BLACK)
    slices[0] = slices[0]._replace(ops=(rule, *slices[0].ops))
    return slices


def _label(setter: Setter, block: blocks.Heading, measure: float, tag: Tag) -> list[Slice]:
    return _numbered(setter, block, setter.styles[Name.LABEL], measure, tag, 10 * MM, 0)


def _cell(setter: Setter, block: blocks.Heading, measure: float, tag: Tag) -> list[Slice]:
    slices = _numbered(setter, block, setter.styles[Name.CELL], measure, tag, 10 * MM, styles.HEADING_RULE + 2.5)
    rule = Fill(0, 0, measure, styles.HEADING_RULE, styles.BLACK)
    slices[0] = slices[0]._replace(ops=(rule, *slices[0].ops))
    return slices


def _stop(setter: Setter, block: blocks.Heading, measure: float, tag: Tag) -> list[Slice]:
    style = setter.styles[Name.STOP]
    inset = 2.5 * MM
    lines = setter.flow(blocks.plain(block.text), style, measure - 2 * inset, tag, ink=styles.WHITE)
    body = stacked(shifted(lines, inset))
    height = body.height + styles.HEADING_RULE + 2.5
    ground = Fill(0, 0, measure, height, styles.BLACK)
    ops = tuple(op._replace(y=op.y + (styles.HEADING_RULE + 2.5) / 2) for op in body.ops)
    return [Slice(height, (ground, *ops), style.before, style.after)]


_RANKS: dict[Rank, Callable[[Setter, blocks.Heading, float, Tag], list[Slice]]] = {
    Rank.TITLE: _title,
    Rank.OPENING: _title,
    Rank.SECTION: _section,
    Rank.LABEL: _label,
    Rank.CELL: _cell,
    Rank.STOP: _stop,
}


def _numbered(
    setter: Setter, block: blocks.Heading, style: Style, measure: float, tag: Tag, hang: float, top: float
) -> list[Slice]:
    """Set a heading with its number hanging at the left and `top` points above the first line for a rule."""
    x = 0.0
    number: tuple[Op, ...] = ()
    if block.number:
        line = setter.lines_of(blocks.plain(block.number), style, measure)[0][0]
        x = max(hang, line.width * style.size / 1000 + 2 * MM)
        number = (Text(0, baseline(style), style.size, line.pieces, styles.BLACK, tag),)
    slices = shifted(setter.flow(blocks.plain(block.text), style, measure - x, tag), x)
    first = slices[0]._replace(ops=(*number, *slices[0].ops))
    ops = tuple(op._replace(y=op.y + top) for op in first.ops)
    slices[0] = first._replace(height=first.height + top, ops=ops)
    return spaced(slices, style.before, style.after)


def _remark(setter: Setter, remark: str, galley: Galley, measure: float) -> Tag:
    """Put a remark at the right end of a heading of one line, or under the heading where there is no room."""
    tag = Tag("P")
    style = replace(setter.styles[Name.HINT], soft=False)
    lines = [line for each in setter.lines_of(blocks.plain(remark), style, measure) for line in each]
    width = lines[0].width * style.size / 1000
    first = galley.slices[0]
    words = [op for op in first.ops if isinstance(op, Text)]
    if len(lines) == len(galley.slices) == 1 and max(map(_end, words)) + width + 5 * MM <= measure:
        text = Text(measure - width, words[0].y, style.size, lines[0].pieces, styles.BLACK, tag)
        galley.slices[0] = first._replace(ops=(*first.ops, text))
    else:
        under = setter.flow(blocks.plain(remark), style, measure, tag)
        last = galley.slices[-1]
        galley.slices[-1] = last._replace(after=0)
        galley.slices += [each._replace(keep=Keep.MUST) for each in spaced(under, 0, last.after)]
    return tag


def _end(text: Text) -> float:
    return text.x + sum(piece.width for piece in text.pieces) * text.size / 1000
