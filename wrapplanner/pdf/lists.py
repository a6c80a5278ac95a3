"""Lists: entries with a drawn mark, in one column or two."""

from __future__ import annotations

from wrapplanner.pdf import blocks, styles
from wrapplanner.pdf.blocks import Mark
from wrapplanner.pdf.breaking import natural
from wrapplanner.pdf.setting import Setter, baseline, begins_at_right, lowered, spaced
from wrapplanner.pdf.slices import Drawn, Galley, Keep, Slice, Tag, beside, moved, shifted
from wrapplanner.pdf.styles import MM, Name, Style

SPOKEN = {Mark.DOT: "•", Mark.TICK: "Do:", Mark.CROSS: "Do not:", Mark.BOX: "tick box, empty"}
_SHORT = 46
WHOLE_ENTRY = 6
"""An entry of fewer lines than this is never cut."""


def set_bullets(setter: Setter, block: blocks.Bullets, measure: float) -> Galley:
    """A list: short entries in two columns where there are four or more, otherwise one under the other."""
    after = setter.styles[Name.BODY].after
    if _columns_fit(setter, block, measure):
        width = (measure - 4 * MM) / 2
        root, entries = _entries(setter, block, width)
        middle = (len(entries) + 1) // 2
        columns = [[each for entry in half for each in entry] for half in (entries[:middle], entries[middle:])]
        whole = beside([columns[0], shifted(columns[1], width + 4 * MM)])
        if whole.height <= setter.sheet.depth / 2:
            return Galley([root], [whole._replace(before=0, after=after)])
    root, entries = _entries(setter, block, measure)
    for entry in {0, len(entries) - 2} if len(entries) > 1 else ():
        entries[entry][-1] = entries[entry][-1]._replace(keep=Keep.MUST)
    slices = [each for entry in entries for each in entry]
    return Galley([root], [*slices[:-1], slices[-1]._replace(after=after)] if slices else [])


def _columns_fit(setter: Setter, block: blocks.Bullets, measure: float) -> bool:
    if setter.large or len(block.entries) < 4 or measure < styles.STANDARD_SPACING.column * 1.5:
        return False
    if any(sum(len(run.text) for run in entry) > _SHORT for entry in block.entries):
        return False
    style = setter.styles[Name.LIST]
    room = ((measure - 4 * MM) / 2 - setter.spacing.hang) * 1000 / style.size * 1.9
    weight = setter.look.weight
    return all(sum(map(natural, setter.breaker.paragraphs(entry, weight, 700))) <= room for entry in block.entries)


def _entries(setter: Setter, block: blocks.Bullets, measure: float) -> tuple[Tag, list[list[Slice]]]:
    style, hang = setter.styles[Name.LIST], setter.spacing.hang
    if block.mark is Mark.BOX:
        hang = box_size(setter) + 3 * MM
    root = Tag("L", numbering="Disc" if block.mark is Mark.DOT else "None")
    entries = []
    for entry in block.entries:
        label, body = Tag("Lbl", actual=SPOKEN[block.mark]), Tag("LBody")
        item = setter.flow(entry, style, measure - hang, body)
        if item:
            root.kids.append(Tag("LI", [label, body]))
            drawn = mark(setter, block.mark, style, label)
            if begins_at_right(item[0]):
                drawn = drawn._replace(x=measure - drawn.x - drawn.size)
            else:
                item = shifted(item, hang)
            item[0] = item[0]._replace(ops=(moved(drawn, 0, lowered(item[0], style)), *item[0].ops))
            for place in range(len(item) - 1) if len(item) < WHOLE_ENTRY else (0, len(item) - 2):
                item[place] = item[place]._replace(keep=Keep.MUST)
            entries.append(spaced(item, 0, style.after))
    return root, entries


def box_size(setter: Setter) -> float:
    """Return the side of a box to tick beside an entry, in points."""
    return (7 if setter.large else 5.5) * MM


def mark(setter: Setter, kind: Mark, style: Style, tag: Tag | None, x: float = 0) -> Drawn:
    """Return the drawn mark of a list entry, level with the middle of small letters."""
    if kind is Mark.BOX:
        return Drawn(x, (style.leading - box_size(setter)) / 2, kind.value, box_size(setter), 1, tag)
    size = setter.spacing.dot if kind is Mark.DOT else setter.spacing.mark
    middle = baseline(style) - style.size * (0.26 if kind is Mark.DOT else 0.31)
    inset = 1.2 if kind is Mark.DOT else 0
    return Drawn(x + inset, middle - size / 2, kind.value, size, setter.spacing.stroke, tag)
