"""A whole document before it is set: its blocks, and what stands around them on every page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wrapplanner.pdf.blocks import Block


class Frame(StrEnum):
    """How much of a sheet is frame: the usual one, the tall one of a paper that has to fit one page, one with equal margins."""

    USUAL = "usual"
    TALL = "tall"
    CENTRED = "centred"


@dataclass(frozen=True, slots=True)
class Furniture:
    """Header left and right, footer left. `beside` and `footer` are said ever shorter: the first that fits is taken.

    `inner` stands instead of `beside` on all pages but the first. With no `header` a page has none: a paper for the wall.
    With `by_part` the header of a part names the part. A `quiet` header is no capitals under a thin rule. `turn_over` is
    said in the footer of a first page that has a second.
    """

    header: str
    beside: tuple[str, ...]
    footer: tuple[str, ...]
    inner: tuple[str, ...] = ()
    turn_over: bool = False
    quiet: bool = False
    by_part: bool = True


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A whole document. `title` is the document's type, never a name; `crisis` papers are heavier and black only.

    `wall` papers are set large enough to be read from a metre away, smaller only where they need it to be one page.
    `cites` is the id of another document: a page number that is not found here is that document's.
    """

    title: str
    language: str
    furniture: Furniture
    blocks: tuple[Block, ...]
    crisis: bool = False
    frame: Frame = Frame.USUAL
    cites: str = ""
    wall: bool = False
