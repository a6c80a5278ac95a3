"""Slices to pages: where the row of slices is cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from wrapplanner.pdf.blocks import PartStart
from wrapplanner.pdf.slices import Keep, Slice, depth, gap
from wrapplanner.pdf.styles import Sheet


@dataclass(slots=True)
class Placed:
    """A slice at its distance from the top of the frame. `again` slices repeat what was said: they are not tagged twice."""

    y: float
    slice: Slice
    again: bool = False


@dataclass(slots=True)
class Page:
    """One page: what stands on it and the part it belongs to, if any."""

    part: PartStart | None = None
    placed: list[Placed] = field(default_factory=list)
    depth: float = 0


LITTLE, MUCH = 0.15, 0.4
"""A last page filled less than the one takes a section from the page before it, where that stays fuller than the other."""


def paginate(slices: list[Slice], sheet: Sheet) -> list[Page]:
    """Return the pages. Nothing raises on length: what does not fit a page is cut at its weaker bonds, then anywhere.

    No last page holds next to nothing: the section before it comes along. Spare rows are there where they turn no page.
    """
    pages = _settled(slices, sheet)
    if not any(each.spare for each in slices):
        return pages
    kept, least = slices, len(_settled([each for each in slices if not each.spare], sheet))
    while len(pages) > least or any(_begins_with_spare(page) for page in pages):
        last = max((place for place, each in enumerate(kept) if each.spare), default=0)
        if not last:
            break
        kept = _without(kept, last)
        pages = _settled(kept, sheet)
    there = {id(each.spare) for each in kept if each.spare}
    for each in slices:
        if each.spare:
            each.spare.left_out = id(each.spare) not in there
    return pages


def _begins_with_spare(page: Page) -> bool:
    return next((placed.slice.spare is not None for placed in page.placed if not placed.again), False)


def _without(slices: list[Slice], place: int) -> list[Slice]:
    """Return slices without one; the one before it ends the table in its place."""
    gone, before = slices[place], slices[place - 1]
    return [*slices[: place - 1], before._replace(keep=gone.keep, after=gone.after), *slices[place + 1 :]]


def _settled(slices: list[Slice], sheet: Sheet) -> list[Page]:
    pages = _packed(slices, sheet)
    if section := _to_take_along(pages, sheet):
        pages = _packed([each._replace(new_page=True) if each is section else each for each in slices], sheet)
    return pages


def _to_take_along(pages: list[Page], sheet: Sheet) -> Slice | None:
    if len(pages) < 2 or pages[-1].depth > sheet.depth * LITTLE:
        return None
    if pages[-1].placed[0].slice.new_page:
        return None  # it turns the page whatever stands before it: one page more would be all that is won
    for above, each in reversed(list(pairwise(pages[-2].placed))):
        if each.slice.outline and not each.again and above.slice.keep is Keep.NO:
            return each.slice if each.y > sheet.depth * MUCH else None
    return None


def _packed(slices: list[Slice], sheet: Sheet) -> list[Page]:
    packer = _Packer(sheet)
    for chunk in _chunks(slices, Keep.WISH):
        packer.place(chunk, Keep.WISH)
    return [page for page in packer.pages if page.placed] or [Page()]


def anchors(pages: list[Page]) -> dict[str, int]:
    """Return the page number, from 1, of every anchor."""
    return {
        placed.slice.anchor: number
        for number, page in enumerate(pages, 1)
        for placed in page.placed
        if placed.slice.anchor and not placed.again
    }


def _chunks(slices: list[Slice], bond: Keep) -> Iterator[list[Slice]]:
    chunk: list[Slice] = []
    for each in slices:
        if each.new_page and chunk:
            yield chunk
            chunk = []
        chunk.append(each)
        if each.keep < bond:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


class _Packer:
    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.pages = [Page()]

    def place(self, chunk: list[Slice], bond: Keep) -> None:
        first = chunk[0]
        if first.new_page and self.pages[-1].placed:
            self._turn()
        if first.part:
            self.pages[-1].part = first.part
        if self._y(first) + depth(chunk) <= self._sheet.depth + 0.01:
            self._put(chunk)
        elif depth(chunk) + self._repeated(first) <= self._sheet.depth:
            self._turn()
            self._put(chunk)
        elif len(chunk) == 1:
            if self.pages[-1].placed:
                self._turn()
            self._put(chunk)
        elif bond is Keep.WISH:
            for part in _chunks(chunk, Keep.MUST):
                self.place(part, Keep.MUST)
        else:
            for each in chunk:
                self.place([each], Keep.MUST)

    def _y(self, first: Slice) -> float:
        page = self.pages[-1]
        y = page.depth + gap(page.placed[-1].slice, first) if page.placed else 0.0
        return max(y, first.at - self._sheet.top)

    def _repeated(self, first: Slice) -> float:
        return depth(list(first.again)) + gap(first.again[-1], first) if first.again else 0

    def _turn(self) -> None:
        self.pages.append(Page(part=self.pages[-1].part))

    def _put(self, chunk: list[Slice]) -> None:
        first = chunk[0]
        if not self.pages[-1].placed and depth(chunk) + self._repeated(first) <= self._sheet.depth:
            for each in first.again:
                self._one(each, again=True)
        for each in chunk:
            self._one(each)

    def _one(self, each: Slice, *, again: bool = False) -> None:
        page = self.pages[-1]
        y = self._y(each)
        page.placed.append(Placed(y, each, again))
        page.depth = y + each.height
