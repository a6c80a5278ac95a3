"""Typefaces, and words set in one of them.

There are two ways to set letters. Latin, Greek and Cyrillic stand one after the other as they are: reportlab embeds those
faces. In all other scripts letters change with their neighbours, so a shaper (HarfBuzz) turns words into glyphs, which
`embedding` puts into the PDF. Widths everywhere in thousandths of the size.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import uharfbuzz
from bidi.mirror import MIRRORED
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from wrapplanner.errors import PrintError

PLACEHOLDER = "\ufffd"


class Glyph(NamedTuple):
    """A glyph of a face by its id, how far the next one is, and where it is drawn from there. `text` is what it says.

    Lengths are the face's own, its scale left aside. Where several glyphs say something together, the first
    at the left has all of the text, and the others have none.
    """

    id: int
    advance: float
    x: float
    y: float
    text: str


class Piece(NamedTuple):
    """Letters in one face. `actual` is what they stand for where that is something else than `text`.

    A shaped piece has its glyphs from left to right; `text` is in the order in which it is read, `at_right` says from where.
    """

    face: Face | ShapedFace
    text: str
    width: float
    actual: str = ""
    glyphs: tuple[Glyph, ...] = ()
    at_right: bool = False

    @property
    def said(self) -> str:
        """What is read."""
        return self.actual or self.text


class Face:
    """A typeface whose letters stand one after the other: what it covers and how wide its letters are."""

    def __init__(self, file: Path) -> None:
        """Read a face. Raises PrintError if its file cannot be read."""
        name = str(file)
        try:
            if name not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(TTFont(name, name))
        except Exception as error:
            raise _unreadable(file) from error
        self.name = name
        self.font: Any = pdfmetrics.getFont(name)
        widths = self.font.face.charWidths
        self.widths: dict[str, float] = {chr(code): widths[code] for code in self.font.face.charToGlyph}

    def covers(self, letter: str) -> bool:
        """Return whether the face has a letter."""
        return letter in self.widths

    def width(self, text: str) -> float:
        """Return how wide `text` is. Raises KeyError if the face lacks a letter."""
        return sum(map(self.widths.__getitem__, text))

    def piece(self, text: str, *, at_right: bool = False) -> Piece:
        """Return words in this face; `at_right` in the order in which they are seen in a line that is read from the right."""
        if not at_right:
            return Piece(self, text, self.width(text))
        turned = "".join(MIRRORED.get(letter, letter) for letter in reversed(text))
        shown = turned if all(map(self.covers, turned)) else text[::-1]
        return Piece(self, shown, self.width(shown), actual="" if shown == text else text)

    def steps(self, text: str) -> list[tuple[str, float]]:
        """Return the parts of a text that cannot be cut, with their widths."""
        return [(letter, self.widths[letter]) for letter in text]


class ShapedFace:
    """A typeface whose letters are shaped together. `scale` makes one smaller that is drawn larger than others."""

    def __init__(self, file: Path, index: int = 0, scale: float = 1.0) -> None:
        """Read a face, of a collection the one with that index. Raises PrintError if its file cannot be read."""
        try:
            self.face: Any = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file)), index)
            self.font: Any = uharfbuzz.Font(self.face)
            self.covered = frozenset(self.face.unicodes)
        except Exception as error:
            raise _unreadable(file) from error
        self.name, self.scale = f"{file}#{index}", scale
        self._unit = 1000 / (self.face.upem or 1000)
        self._reach: dict[int, tuple[float, float]] = {}

    def covers(self, letter: str) -> bool:
        """Return whether the face has a letter."""
        return ord(letter) in self.covered

    def advance(self, glyph: int) -> float:
        """Return how wide a glyph is in the face itself, its scale left aside."""
        return float(self.font.get_glyph_h_advance(glyph)) * self._unit

    def piece(self, text: str, *, at_right: bool | None = None) -> Piece:
        """Return words shaped in this face, in the direction of their script unless one is given."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        if at_right is not None:
            buffer.direction = "rtl" if at_right else "ltr"
        uharfbuzz.shape(self.font, buffer)
        starts = sorted({info.cluster for info in buffer.glyph_infos})
        said = {start: text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)}
        unit = self._unit
        glyphs = tuple(
            Glyph(info.codepoint, at.x_advance * unit, at.x_offset * unit, at.y_offset * unit, said.pop(info.cluster, ""))
            for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        )
        return Piece(self, text, sum(glyph.advance for glyph in glyphs) * self.scale, "", glyphs, buffer.direction == "rtl")

    def steps(self, text: str) -> list[tuple[str, float]]:
        """Return the parts of a text that cannot be cut, with their widths, in the order in which they are read."""
        parts: list[tuple[str, float]] = []
        glyphs = self.piece(text, at_right=False).glyphs
        for glyph in glyphs:
            if glyph.text or not parts:
                parts.append((glyph.text, glyph.advance * self.scale))
            else:
                parts[-1] = (parts[-1][0], parts[-1][1] + glyph.advance * self.scale)
        return parts

    def reach(self, glyphs: tuple[Glyph, ...]) -> tuple[float, float]:
        """Return how far glyphs reach above and below their baseline."""
        above = below = 0.0
        for glyph in glyphs:
            if glyph.id not in self._reach:
                extents = self.font.get_glyph_extents(glyph.id)
                top, height = (extents.y_bearing, extents.height) if extents else (0, 0)
                self._reach[glyph.id] = (top * self._unit, -(top + height) * self._unit)
            up, down = self._reach[glyph.id]
            above, below = max(above, up + glyph.y), max(below, down - glyph.y)
        return above * self.scale, below * self.scale


@lru_cache(maxsize=64)
def shaped_face(file: Path, index: int = 0, scale: float = 1.0) -> ShapedFace:
    """Return a face, read once."""
    return ShapedFace(file, index, scale)


def _unreadable(file: Path) -> PrintError:
    return PrintError(f"The typeface {file.name} cannot be read. Please install the program again.")
