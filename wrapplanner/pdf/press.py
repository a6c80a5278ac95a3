"""From a manuscript to a PDF: its blocks are set, cut into pages, drawn and tagged, with word of how far that is."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from wrapplanner.pdf import styles
from wrapplanner.pdf.blocks import Block, PartStart
from wrapplanner.pdf.breaking import Breaker
from wrapplanner.pdf.drawing import Pen
from wrapplanner.pdf.fonts import Fonts
from wrapplanner.pdf.furniture import Edges
from wrapplanner.pdf.manuscript import Manuscript
from wrapplanner.pdf.options import PrintOptions
from wrapplanner.pdf.pages import Page, anchors, paginate
from wrapplanner.pdf.setters import SETTERS
from wrapplanner.pdf.setting import Setter
from wrapplanner.pdf.slices import Fill, Galley, Op, Tag, moved
from wrapplanner.pdf.tagging import About, finished

HEADINGS = ("H1", "H2", "H3")

TIGHTER = (0.5, 1.0)
"""How many points of leading may go so that a nearly empty last page is not needed."""

Watch = Callable[[float], None]
"""Told again and again what share of the work is done, 0 to 1. What it raises ends the work."""
_SET, _DRAWN = 0.6, 0.9
"""The shares after which blocks are set, and pages are drawn."""


def unwatched(share: float) -> None:
    """Let the work go on."""


class Printed(NamedTuple):
    """A paper as PDF/UA-1, and the letters on it that no face here has: a sign marks their places."""

    pdf: bytes
    missing: tuple[str, ...] = ()


NOWHERE: Mapping[str, int] = MappingProxyType({})


@dataclass(slots=True)
class _Segment:
    """Blocks from one part's start to the next. `setter` is how they are set now, `asking` which of them name pages."""

    blocks: tuple[Block, ...]
    setter: Setter
    galleys: list[Galley] = field(default_factory=list)
    asking: list[int] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)


class Press:
    """Makes one document. `cited` are the pages of another one, `tongue` what the plan shows of its languages."""

    def __init__(
        self,
        manuscript: Manuscript,
        options: PrintOptions,
        cited: Mapping[str, int] = NOWHERE,
        tongue: str = "",
        watch: Watch = unwatched,
    ) -> None:
        self._manuscript, self._options, self._cited = manuscript, options, cited
        self._sheet = styles.sheet(manuscript.frame, options.paper, large=options.large_print)
        self._fonts = Fonts(options.fonts, tongue)
        self._breaker = Breaker(self._fonts)
        self._watch, self._done = watch, 0

    def printed(self) -> Printed:
        """Return the document."""
        segments = self._laid_out()
        tags = [tag for segment in segments for galley in segment.galleys for tag in galley.tags]
        _order(tags)
        raw, pen = self._drawn([page for segment in segments for page in segment.pages])
        manuscript = self._manuscript
        about = About(manuscript.title, manuscript.language, self._options.edition.day)
        return Printed(finished(raw, tags, about, pen, self._options.fonts), tuple(pen.missing))

    def places(self) -> dict[str, int]:
        """Return the page of every anchor, from 1."""
        return anchors([page for segment in self._laid_out() for page in segment.pages])

    def _laid_out(self) -> list[_Segment]:
        segments = [self._compact(blocks) for blocks in _segments(self._manuscript.blocks)]
        self._number(segments)
        return segments

    def _setter(self, tight: float = 0) -> Setter:
        look = styles.CRISIS if self._manuscript.crisis else styles.PERSONAL
        setter = Setter(self._breaker, look, self._sheet, SETTERS, large=self._options.large_print, tight=tight)
        setter.pages = self._cited
        return setter

    def _compact(self, items: tuple[Block, ...]) -> _Segment:
        """Set a segment; where its last page is nearly empty try to do without that page."""
        if self._manuscript.wall:
            return self._for_wall(items)
        first = self._set(_Segment(items, self._setter()))
        end = first.pages[-1]
        was_nearly_empty = bool(end.placed) and end.placed[0].slice.new_page  # a section was taken along to fill it
        if len(first.pages) == 1 or (end.depth > self._sheet.depth / 4 and not was_nearly_empty):
            return first
        for tight in TIGHTER:
            closer = self._set(_Segment(items, self._setter(tight)))
            if len(closer.pages) < len(first.pages):
                return closer
        return first

    def _for_wall(self, items: tuple[Block, ...]) -> _Segment:
        usual = self._setter()
        for changed in styles.WALL if not usual.large else ({},):
            segment = self._set(_Segment(items, usual.with_styles(changed)))
            if len(segment.pages) == 1:
                break
        return segment

    def _set(self, segment: _Segment) -> _Segment:
        for place, block in enumerate(segment.blocks):
            segment.setter.asked_page = False
            segment.galleys.append(segment.setter.set(block, self._sheet.measure))
            if segment.setter.asked_page:
                segment.asking.append(place)
            self._done += 1  # a segment that is set anew counts twice: the share may wait, and never goes back
            self._watch(_SET * min(1.0, self._done / len(self._manuscript.blocks)))
        return self._cut(segment)

    def _cut(self, segment: _Segment) -> _Segment:
        slices = [each for galley in segment.galleys for each in galley.slices]
        segment.pages = paginate(slices, self._sheet)
        return segment

    def _number(self, segments: list[_Segment]) -> None:
        """Put in the page numbers; setting them may move what follows, so look again, a few times at most.

        A document that cites another names no pages of its own, and has the numbers since it was set.
        """
        if self._manuscript.cites:
            return
        known: dict[str, int] = {}
        for _ in range(3):
            found = anchors([page for segment in segments for page in segment.pages])
            if found == known:
                return
            known = found
            for segment in segments:
                segment.setter.pages = known
                for place in segment.asking:
                    segment.galleys[place] = segment.setter.set(segment.blocks[place], self._sheet.measure)
                if segment.asking:
                    self._cut(segment)

    def _drawn(self, pages: list[Page]) -> tuple[bytes, Pen]:
        sheet, target, setter = self._sheet, io.BytesIO(), self._setter()
        main = self._fonts.main(setter.look.weight)
        size = (sheet.width, sheet.height)
        canvas = Canvas(target, pagesize=size, invariant=1, pageCompression=0, initialFontName=main.name)
        pen = Pen(canvas, sheet.height)
        edges = Edges(setter, self._manuscript.furniture)
        depth = 0
        for number, page in enumerate(pages):
            mirrored = self._options.both_sides and number % 2 == 1
            ops, left = edges.of_page(number + 1, len(pages), page.part, mirrored=mirrored)
            for placed in page.placed:
                y = sheet.top + placed.y
                ops += (moved(_plain(op) if placed.again else op, left, y) for op in placed.slice.ops)
                if placed.slice.outline and not placed.again:
                    level, words = placed.slice.outline
                    depth = min(depth + 1, level)
                    pen.bookmark(words, depth - 1)
            pen.page(number, ops)
            self._watch(_SET + (_DRAWN - _SET) * (number + 1) / len(pages))
        canvas.save()
        return target.getvalue(), pen


def _segments(items: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    starts = [0, *(place for place, block in enumerate(items) if place and isinstance(block, PartStart)), len(items)]
    for start, end in pairwise(starts):
        yield items[start:end]


def _plain(op: Op) -> Op:
    return op if isinstance(op, Fill) else op._replace(tag=None)


def _order(tags: list[Tag]) -> None:
    """Number the tags in reading order; a heading is at most one level below the one before it."""
    level = 0
    for order, tag in enumerate(_walk(tags)):
        tag.order = order
        if tag.role in HEADINGS:
            level = min(HEADINGS.index(tag.role), level) + 1
            tag.role = HEADINGS[level - 1]


def _walk(tags: list[Tag]) -> Iterator[Tag]:
    for tag in tags:
        yield tag
        yield from _walk(tag.kids)
