"""Blocks to galleys: the setter, and how paragraphs and columns are set."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from typing import Any

from wrapplanner.pdf import blocks, styles
from wrapplanner.pdf.blocks import Run, Voice, Words
from wrapplanner.pdf.breaking import Breaker
from wrapplanner.pdf.lines import Line
from wrapplanner.pdf.slices import Galley, Keep, Slice, Tag, Text, beside, shifted
from wrapplanner.pdf.styles import MM, Look, Name, Sheet, Spacing, Style

PROSE = 140 * MM
PROSE_LARGE = 174 * MM


Setters = Mapping[type, Callable[["Setter", Any, float], Galley]]


class Setter:
    """Sets blocks for one look, one print size and one sheet. `pages` are the page numbers known so far."""

    def __init__(self, breaker: Breaker, look: Look, sheet: Sheet, setters: Setters, *, large: bool, tight: float = 0) -> None:
        self.breaker, self.look, self.sheet, self.large = breaker, look, sheet, large
        self._setters = setters
        self.styles: dict[Name, Style] = dict(styles.LARGE if large else styles.STANDARD)
        self.spacing: Spacing = styles.LARGE_SPACING if large else styles.STANDARD_SPACING
        self.pages: Mapping[str, int] = {}
        self.asked_page = self.dense = False
        for name in (Name.BODY, Name.LIST) if tight else ():
            self.styles[name] = replace(self.styles[name], leading=self.styles[name].leading - tight)
        self.pad = 5 - tight
        if tight:
            self.styles[Name.SECTION] = replace(self.styles[Name.SECTION], before=16 - 4 * tight, after=5)

    def with_styles(self, changed: Mapping[Name, Style]) -> Setter:
        """Return a setter of the same sheet with other styles."""
        other = copy(self)
        other.styles = {**self.styles, **changed}
        return other

    def denser(self, changed: Mapping[Name, Style]) -> Setter:
        """Return a setter with other styles for a full page: no space and no rule to spare."""
        other = self.with_styles(changed)
        other.dense, other.pad = True, other.styles[Name.TABLE].after
        return other

    def set(self, block: blocks.Block, measure: float) -> Galley:
        """Return a block set to a measure (points)."""
        return self._setters[type(block)](self, block, measure)

    def set_all(self, items: tuple[blocks.Block, ...], measure: float) -> Galley:
        """Return blocks set one under the other."""
        galley = Galley()
        for block in items:
            galley.add(self.set(block, measure))
        return galley

    def lines_of(self, words: Words, style: Style, measure: float, *, bold: int = 700) -> list[list[Line]]:
        """Return words as paragraphs of lines; page numbers are put in; empty lines end a paragraph as newlines do."""
        known = tuple(self._paged(run) for run in words)
        weight = style.weight or self.look.weight
        wide = measure / style.size * 1000
        paragraphs = self.breaker.paragraphs(known, weight, max(bold, weight))
        broken = self.breaker.balanced if style.balanced else self.breaker.evened
        return [broken(each, wide) for each in paragraphs if each]

    def _paged(self, run: Run) -> Run:
        if not run.page_of:
            return run
        self.asked_page = True
        return replace(run, text=str(self.pages.get(run.page_of, 0)))

    def ink(self, style: Style) -> str:
        """Return the ink of a style."""
        return self.look.soft if style.soft else styles.BLACK

    def flow(self, words: Words, style: Style, measure: float, tag: Tag, *, ink: str = "") -> list[Slice]:
        """Return words as slices, one a line: three lines keep at the start, two at the end."""
        slices: list[Slice] = []
        for lines in self.lines_of(words, style, measure):
            first = len(slices)
            slices += (self._strip(line, style, measure, ink or self.ink(style), tag) for line in lines)
            for place in (first, first + 1, len(slices) - 2):
                if first <= place < len(slices) - 1:
                    slices[place] = slices[place]._replace(keep=Keep.MUST)
        return slices

    @staticmethod
    def _strip(line: Line, style: Style, measure: float, ink: str, tag: Tag) -> Slice:
        """Return a line as a slice: from the right where it is read so, higher where letters reach beyond the leading."""
        scale, base = style.size / 1000, baseline(style)
        over = max(0.0, line.above * scale - base)
        under = max(0.0, line.below * scale - (style.leading - base))
        x = measure - line.width * scale if line.at_right else 0.0
        said = line.text if line.turned else ""
        text = Text(x, base + over, style.size, line.pieces, ink, tag, said, line.at_right)
        return Slice(style.leading + over + under, (text,))


def baseline(style: Style) -> float:
    """Return the distance from the top of a line to its baseline."""
    return (style.leading + style.size * 0.668) / 2


def begins_at_right(line: Slice) -> bool:
    """Return whether a line of words is read from the right and stands there."""
    return any(isinstance(op, Text) and op.at_right for op in line.ops)


def lowered(line: Slice, style: Style) -> float:
    """Return how much lower than usual the baseline of a line is, because its letters reach higher."""
    return next((op.y - baseline(style) for op in line.ops if isinstance(op, Text)), 0.0)


def at_left(slices: list[Slice]) -> list[Slice]:
    """Return lines that begin at the left whatever is in them: names beside what belongs to them."""
    return [each._replace(ops=tuple(op._replace(x=0.0) if isinstance(op, Text) else op for op in each.ops)) for each in slices]


def spaced(slices: list[Slice], before: float, after: float) -> list[Slice]:
    """Return slices with space wanted before the first and after the last."""
    if slices:
        slices[0] = slices[0]._replace(before=before)
        slices[-1] = slices[-1]._replace(after=after)
    return slices


_VOICES = {
    Voice.BODY: Name.BODY,
    Voice.LEAD: Name.LEAD,
    Voice.HINT: Name.HINT,
    Voice.PROUD: Name.PROUD,
    Voice.NOTICE: Name.NOTICE,
}


_NARROWER = {Voice.PROUD: 110 * MM, Voice.LEAD: 152 * MM, Voice.HINT: 164 * MM}


def set_paragraph(setter: Setter, block: blocks.Paragraph, measure: float) -> Galley:
    """Running words, held to a readable measure; an empty line begins a new paragraph."""
    style = setter.styles[_VOICES[block.voice]]
    prose = PROSE_LARGE if setter.large else PROSE
    wide = min(measure, measure if setter.dense else prose if setter.large else _NARROWER.get(block.voice, prose))
    galley = Galley()
    for words in _paragraphs(block.words):
        tag = Tag("P")
        slices = setter.flow(words, style, wide, tag)
        if slices:
            galley.add(Galley([tag], spaced(slices, style.before if not galley.slices else 0, style.after)))
    return galley


def _paragraphs(words: Words) -> list[Words]:
    """Cut words where the person left a line empty."""
    result: list[list[Run]] = [[]]
    for run in words:
        for number, text in enumerate(run.text.split("\n\n")):
            if number:
                result.append([])
            if text or run.page_of:
                result[-1].append(replace(run, text=text))
    return [tuple(each) for each in result if each]


def set_whole(setter: Setter, block: blocks.Whole, measure: float) -> Galley:
    """Blocks that stay together for as long as they fit a page."""
    return setter.set_all(block.blocks, measure).hold(Keep.WISH)


def set_pair(setter: Setter, block: blocks.Pair, measure: float) -> Galley:
    """Two columns, as set_columns does it."""
    return set_columns(setter, (block.left, block.right), measure)


def set_trio(setter: Setter, block: blocks.Trio, measure: float) -> Galley:
    """Three columns, as set_columns does it."""
    return set_columns(setter, block.columns, measure)


def set_columns(setter: Setter, columns: Sequence[tuple[blocks.Block, ...]], measure: float) -> Galley:
    """Columns side by side where the print is small and they fit a page, otherwise one after the other."""
    if not setter.large:
        width = (measure - 4 * MM * (len(columns) - 1)) / len(columns)
        sides = [setter.set_all(column, width) for column in columns]
        whole = beside([shifted(side.slices, place * (width + 4 * MM)) for place, side in enumerate(sides)])
        if whole.height <= setter.sheet.depth:
            tags = [tag for side in sides for tag in side.tags]
            return Galley(tags, [whole._replace(after=setter.styles[Name.BODY].after)])
    galley = Galley()
    for column in columns:
        galley.add(setter.set_all(column, measure).hold(Keep.WISH))
    return galley


def set_part_start(setter: Setter, block: blocks.PartStart, measure: float) -> Galley:
    """A part turns the page; what follows is its heading."""
    return Galley([], [Slice(0, keep=Keep.MUST, new_page=True, part=block)])
