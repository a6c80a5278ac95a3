"""Documents to PDF: blocks are set, cut into pages, drawn and tagged. Everything is a pure function of frozen values."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Plan
from wrapplanner.errors import PrintError
from wrapplanner.pdf import blocks, frames, setting, styles, tables
from wrapplanner.pdf.blocks import Manuscript, PartStart
from wrapplanner.pdf.breaking import Breaker
from wrapplanner.pdf.documents import DOCUMENTS
from wrapplanner.pdf.drawing import Pen
from wrapplanner.pdf.fonts import Fonts
from wrapplanner.pdf.furniture import Edges
from wrapplanner.pdf.options import PrintOptions
from wrapplanner.pdf.pages import Page, anchors, paginate
from wrapplanner.pdf.setting import Setter, Setters
from wrapplanner.pdf.slices import Fill, Galley, Op, Slice, Tag, moved
from wrapplanner.pdf.tagging import finished

SETTERS: Setters = {
    blocks.Heading: setting.set_heading,
    blocks.Paragraph: setting.set_paragraph,
    blocks.Bullets: setting.set_bullets,
    blocks.Whole: setting.set_whole,
    blocks.Pair: setting.set_pair,
    blocks.PartStart: setting.set_part_start,
    blocks.Table: tables.set_table,
    blocks.LabelTable: tables.set_label_table,
    blocks.StopBox: frames.set_stop_box,
    blocks.Box: frames.set_box,
    blocks.Note: frames.set_note,
    blocks.Strip: frames.set_strip,
    blocks.Signatures: frames.set_signatures,
    blocks.Contents: frames.set_contents,
}
"""How each block of the document tree is set."""

TIGHTER = (0.5, 1.0)
"""How many points of leading may go so that a nearly empty last page is not needed."""

_ONE_AT_A_TIME = threading.Lock()
"""reportlab's faces are read by seeking in them: two documents at once would lose their places."""


def make_pdf(document: str, framework: Framework, plan: Plan, options: PrintOptions) -> bytes:
    """Return a printed document as PDF/UA-1. May run in a thread. Raises PrintError if there is no such document."""
    try:
        found = DOCUMENTS[document]
    except KeyError:
        known = ", ".join(DOCUMENTS)
        raise PrintError(f"There is no printed document “{document}”. There are: {known}.") from None
    manuscript = found.build(framework, plan, options)
    with _ONE_AT_A_TIME:
        return _Press(manuscript, options).pdf()


class _Press:
    def __init__(self, manuscript: Manuscript, options: PrintOptions) -> None:
        self._manuscript, self._options = manuscript, options
        self._sheet = styles.SHEETS[options.paper, options.large_print]
        self._breaker = Breaker(Fonts(options.fonts))

    def pdf(self) -> bytes:
        setter, galleys, pages = self._laid_out()
        tags = [tag for galley in galleys for tag in galley.tags]
        for order, tag in enumerate(_walk(tags)):
            tag.order = order
        raw = self._drawn(setter, pages)
        manuscript = self._manuscript
        return finished(raw, tags, manuscript.title, manuscript.language, self._options.edition.day)

    def _laid_out(self) -> tuple[Setter, list[Galley], list[Page]]:
        first = self._attempt(0)
        if len(first[2]) == 1 or first[2][-1].depth > self._sheet.depth / 4:
            return first
        for tight in TIGHTER:
            closer = self._attempt(tight)
            if len(closer[2]) < len(first[2]):
                return closer
        return first

    def _attempt(self, tight: float) -> tuple[Setter, list[Galley], list[Page]]:
        look = styles.CRISIS if self._manuscript.crisis else styles.PERSONAL
        setter = Setter(self._breaker, look, self._sheet, SETTERS, large=self._options.large_print, tight=tight)
        galleys: list[Galley] = []
        asking: list[int] = []
        for place, block in enumerate(self._manuscript.blocks):
            setter.asked_page = False
            galleys.append(setter.set(block, self._sheet.measure))
            if setter.asked_page:
                asking.append(place)
        pages = paginate(_slices(galleys), self._sheet)
        for _ in range(3):
            known = anchors(pages)
            if not asking or known == setter.pages:
                break
            setter.pages = known
            for place in asking:
                galleys[place] = setter.set(self._manuscript.blocks[place], self._sheet.measure)
            pages = paginate(_slices(galleys), self._sheet)
        return setter, galleys, pages

    def _drawn(self, setter: Setter, pages: list[Page]) -> bytes:
        sheet, target = self._sheet, io.BytesIO()
        main = self._breaker.fonts.main(setter.look.weight)
        canvas = Canvas(
            target, pagesize=(sheet.width, sheet.height), invariant=1, pageCompression=0, initialFontName=main.name
        )
        pen = Pen(canvas, sheet.height)
        manuscript = self._manuscript
        parts = {block.number: block for block in manuscript.blocks if isinstance(block, PartStart)}
        edges = Edges(setter, manuscript.furniture, parts, crisis=manuscript.crisis)
        for number, page in enumerate(pages):
            mirrored = self._options.both_sides and number % 2 == 1
            ops, left = edges.of_page(number + 1, len(pages), page.part, mirrored=mirrored)
            for placed in page.placed:
                y = sheet.top + placed.y
                ops += (moved(_plain(op) if placed.again else op, left, y) for op in placed.slice.ops)
            pen.page(number, ops)
        canvas.save()
        return target.getvalue()


def _slices(galleys: list[Galley]) -> list[Slice]:
    return [each for galley in galleys for each in galley.slices]


def _plain(op: Op) -> Op:
    return op if isinstance(op, Fill) else replace(op, tag=None)


def _walk(tags: list[Tag]) -> Iterator[Tag]:
    for tag in tags:
        yield tag
        yield from _walk(tag.kids)
