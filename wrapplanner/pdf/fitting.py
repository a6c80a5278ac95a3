"""Papers that fill one page, or one sheet, whatever was written: grow, then shrink, then say less."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple

from wrapplanner.pdf import blocks
from wrapplanner.pdf.blocks import Block, Layouts, Side
from wrapplanner.pdf.setting import Setter
from wrapplanner.pdf.slices import Galley, Slice, depth
from wrapplanner.pdf.styles import Name


class Rung(NamedTuple):
    """Size and leading of the words, the gap between bands, and the size of the name; all in points."""

    size: float
    leading: float
    gap: float
    person: float


LADDER = (
    Rung(14, 19, 18, 32),
    Rung(13, 17, 14, 30),
    Rung(12, 15.5, 11, 30),
    Rung(11.5, 14.5, 10, 27),
    Rung(11, 14, 9, 27),
    Rung(10.5, 13, 7, 27),
)
"""From the largest to the smallest that is ever printed."""

LARGE_LADDER = (Rung(18, 22.5, 12, 30), Rung(18, 22.5, 5, 30))
"""Large print has one size; only the gaps give way."""


def set_fitted(setter: Setter, block: blocks.Fitted, measure: float) -> Galley:
    """Return the largest setting of the first version that fits, else of the shortest version needed at the smallest size."""
    fitters = [_Fitter(_resized(setter, rung), measure) for rung in (LARGE_LADDER if setter.large else LADDER)]
    made = _joined(_fitting(fitters, block.content.proposals()))
    setter.asked_page |= any(fitter.setter.asked_page for fitter in fitters)
    return made


def _fitting(fitters: Sequence[_Fitter], proposals: Generator[Layouts, bool, None]) -> list[Galley]:
    if whole := _largest(fitters, tuple(next(proposals))):
        return whole
    smallest, fits = fitters[-1], False
    best: tuple[Side, ...] = ()
    with suppress(StopIteration):
        while True:
            found = smallest.first(proposals.send(fits))
            fits, best = bool(found), found or best
    return smallest.set(best) if best else smallest.cropped()


def _largest(fitters: Sequence[_Fitter], layouts: Layouts) -> list[Galley]:
    """Return a layout at the largest size that it fits, none if there is none; by halving, since smaller ones fit as well."""
    low, high = 0, len(fitters)
    best: tuple[Side, ...] = ()
    while low < high:
        middle = (low + high) // 2
        if found := fitters[middle].first(layouts):
            high, best = middle, found
        else:
            low = middle + 1
    return fitters[high].set(best) if best else []


class _Fitter:
    """Sets sides at one size; each block is measured once."""

    def __init__(self, setter: Setter, measure: float) -> None:
        self.setter, self._measure = setter, measure
        self._slices: dict[Block, list[Slice]] = {}
        self._tried: tuple[Side, ...] = ()

    def first(self, layouts: Layouts) -> tuple[Side, ...]:
        """Return the first layout all of whose sides fit, none if there is none.

        Later layouts say more on the sides after the first: where a first side fits and another does not, none of them will.
        """
        for sides in layouts:
            self._tried = sides
            if self._fits(sides[0]):
                if all(map(self._fits, sides[1:])):
                    return sides
                if len(sides) > 1:
                    break
        return ()

    def set(self, sides: tuple[Side, ...]) -> list[Galley]:
        """Return sides set."""
        return [self.setter.set_all(side, self._measure) for side in sides]

    def _fits(self, side: Side) -> bool:
        reached = 0.0
        for block in side:
            if block not in self._slices:
                self._slices[block] = self.setter.set(block, self._measure).slices
            reached += sum(each.height for each in self._slices[block])
            if reached > self.setter.sheet.depth:
                return False  # what comes after it is not set in vain
        return depth([each for block in side for each in self._slices[block]]) <= self.setter.sheet.depth

    def cropped(self) -> list[Galley]:
        """Return what was tried last as far as it goes on its sides: for words that no page could hold."""
        return [self._crop(galley) for galley in self.set(self._tried)]

    def _crop(self, galley: Galley) -> Galley:
        kept: list[Slice] = []
        for each in galley.slices:
            if depth([*kept, each]) > self.setter.sheet.depth:
                break
            kept.append(each)
        while kept and kept[-1].outline:
            kept.pop()  # a heading of nothing
        return Galley(galley.tags, kept)


def _resized(setter: Setter, rung: Rung) -> Setter:
    usual = setter.styles
    heading = rung.size if setter.large else rung.size + 1.5
    between = rung.gap / 4
    cell = replace(usual[Name.CELL], size=heading, leading=heading * 1.28, before=rung.gap, after=between)
    words = replace(usual[Name.BODY], size=rung.size, leading=rung.leading, after=between)
    small = usual[Name.SMALL]
    if not setter.large:
        small = replace(small, size=max(10, rung.size - 1), leading=max(12.5, rung.leading - 1.5))
    phone = usual[Name.PHONE] if setter.large else replace(usual[Name.PHONE], size=rung.size + 4, leading=rung.size + 6)
    person = replace(usual[Name.PERSON], size=rung.person, leading=rung.person * 30 / 27)
    return setter.denser(
        {
            Name.CELL: cell,
            Name.STOP: cell,
            Name.LABEL: replace(usual[Name.LABEL], size=rung.size, leading=rung.leading, before=between, after=0),
            Name.BODY: words,
            Name.LIST: words,
            Name.TABLE: replace(usual[Name.TABLE], size=rung.size, leading=rung.leading, after=between),
            Name.SMALL: small,
            Name.PHONE: phone,
            Name.PERSON: person if not setter.large else usual[Name.PERSON],
        }
    )


def _joined(sides: list[Galley]) -> Galley:
    whole = Galley()
    for number, side in enumerate(sides):
        if number and side.slices:
            side.slices[0] = side.slices[0]._replace(new_page=True)
        whole.add(side)
    return whole
