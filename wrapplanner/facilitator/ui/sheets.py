"""A slide laid out for a screen: sheets of placed pieces, one after the other where the words go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QRectF

from wrapplanner.facilitator.ui.fitting import Screen, Text, line_height, set_lines, width_of
from wrapplanner.facilitator.ui.slides import BlankSlide, Slide

SIDE, TOP = 0.075, 0.09
"""The margins, as shares of the width and the height."""
SMALLER_TOP, FOOT = 0.05, 0.08


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle: a rule, or the mark before a line."""

    box: QRectF
    colour: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A circle, a square or a triangle in its own colour."""

    box: QRectF
    shape: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Where the arch stands, its foot on the lower edge."""

    box: QRectF


Piece = Text | Bar | Mark | Picture


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is seen at once; `number` of `of` sheets of a slide."""

    slide: Slide
    screen: Screen
    pieces: tuple[Piece, ...] = ()
    number: int = 1
    of: int = 1

    @property
    def texts(self) -> tuple[Text, ...]:
        """Return the lines that are set, in reading order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Text))

    @property
    def words(self) -> str:
        """Return all that can be read on it, for those who do not see it."""
        return " ".join(text.words for text in self.texts)


def passing_words() -> str:
    """Return what every slide says to all."""
    return QCoreApplication.translate("Slides", "Passing is fine.")


def page_words(number: int, of: int) -> str:
    """Return which of several sheets it is."""
    return QCoreApplication.translate("Slides", "{0} of {1}").format(number, of)


def foot_top(screen: Screen) -> float:
    """Return where the foot begins."""
    return screen.height * (1 - FOOT) - line_height(screen.least)


def passing_at_foot(screen: Screen) -> list[Piece]:
    """Return "Passing is fine." at the foot, behind its bar."""
    unit, least, left = screen.unit, screen.least, screen.width * SIDE
    box = QRectF(left, foot_top(screen), 6 * unit, line_height(least))
    beside = QRectF(left + 30 * unit, box.top(), screen.width, box.height())
    return [Bar(box, "accent"), *set_lines([passing_words()], beside, least, 400, "soft")]


def numbered(sheets: list[Sheet], *, avoiding: float = 0) -> tuple[Sheet, ...]:
    """Return the sheets with "1 of 2" at the foot's right wherever there are several; `avoiding` pixels at that side."""
    if len(sheets) < 2:
        return tuple(sheets)
    done = []
    for number, sheet in enumerate(sheets, 1):
        screen, said = sheet.screen, page_words(number, len(sheets))
        left = screen.width * (1 - SIDE) - avoiding - width_of(said, screen.least, 400)
        box = QRectF(left, foot_top(screen), screen.width, line_height(screen.least))
        pieces = (*sheet.pieces, *set_lines([said], box, screen.least, 400, "soft"))
        done.append(replace(sheet, pieces=pieces, number=number, of=len(sheets)))
    return tuple(done)


def _blank(slide: Slide, screen: Screen) -> tuple[Sheet, ...]:
    return (Sheet(slide, screen),)


Lay = Callable[[Any, Screen], tuple[Sheet, ...]]
"""A slide of the kind that it stands beside in the table."""


def _layouts() -> Mapping[str, Lay]:
    from wrapplanner.facilitator.ui.board_sheets import lay_board
    from wrapplanner.facilitator.ui.words_sheets import lay_clock, lay_helplines, lay_words

    return {
        BlankSlide.kind: _blank,
        "words": lay_words,
        "clock": lay_clock,
        "board": lay_board,
        "helplines": lay_helplines,
    }


def sheets_of(slide: Slide, screen: Screen) -> tuple[Sheet, ...]:
    """Return a slide's sheets for a screen: at least one."""
    return _layouts()[slide.kind](slide, screen)
