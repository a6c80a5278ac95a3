"""Pages to a canvas: the only place that writes PDF operators.

Everything without a tag is drawn first, as one artifact; then the words in reading order, each element's words between
`BDC` and `EMC` with a number of their own, which is noted in the tag.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import groupby
from typing import Any

from wrapplanner.pdf.fonts import Piece
from wrapplanner.pdf.slices import Drawn, Fill, Op, Tag, Text
from wrapplanner.pdf.styles import BLACK


def actual_text(words: str) -> str:
    """Return words as a PDF text string in hexadecimal."""
    return "<FEFF" + words.encode("utf-16-be", "replace").hex().upper() + ">"


class Pen:
    """Draws on one canvas."""

    def __init__(self, canvas: Any, height: float) -> None:  # noqa: ANN401 - reportlab has no types
        self._canvas = canvas
        self._document = canvas._doc  # noqa: SLF001 - the faces' subsets are kept by document, and there is no other way to it
        self._height = height
        self._code: list[str] = []
        self._ink = ""
        self._bookmarks = 0

    def page(self, number: int, ops: list[Op]) -> None:
        """Draw a page (counted from 0) and turn to the next. Coordinates are from the top left of the sheet."""
        self._code, self._ink = [], ""
        self._code.append("/Artifact BMC")
        for op in ops:
            if isinstance(op, Fill) or op.tag is None:
                self._draw(op)
        self._code.append("EMC")
        tagged = [op for op in ops if not isinstance(op, Fill) and op.tag is not None]
        tagged.sort(key=_reading_order)
        for mark, (tag, group) in enumerate(groupby(tagged, key=_tag)):
            self._code.append(f"/{tag.role} <</MCID {mark}>> BDC")
            for op in group:
                self._draw(op)
            self._code.append("EMC")
            tag.placed.append((number, mark))
        self._canvas.addLiteral("\n".join(self._code))
        self._canvas.showPage()

    def bookmark(self, words: str, level: int) -> None:
        """Put the page that is being drawn into the outline that readers show beside the pages; level from 0, none skipped."""
        self._bookmarks += 1
        key = f"place-{self._bookmarks}"
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(words, key, level)

    def _draw(self, op: Op) -> None:
        _DRAW[type(op)](self, op)

    def _coloured(self, ink: str) -> None:
        if ink != self._ink:
            self._code.append(ink)
            self._ink = ink

    def fill(self, op: Fill) -> None:
        """Draw a filled rectangle."""
        self._coloured(op.ink)
        self._code.append(f"{op.x:.2f} {self._height - op.y - op.height:.2f} {op.width:.2f} {op.height:.2f} re f")

    def text(self, op: Text) -> None:
        """Draw words on their baseline."""
        self._coloured(op.ink)
        self._code.append(f"BT 1 0 0 1 {op.x:.2f} {self._height - op.y:.2f} Tm")
        for piece in op.pieces:
            if piece.actual:
                self._code.append(f"/Span <</ActualText {actual_text(piece.actual)}>> BDC")
            self._show(piece, op.size)
            if piece.actual:
                self._code.append("EMC")
        self._code.append("ET")

    def _show(self, piece: Piece, size: float) -> None:
        font = piece.face.font
        for subset, codes in font.splitString(piece.text, self._document):
            name = font.getSubsetInternalName(subset, self._document)
            self._code.append(f"{name} {size:g} Tf <{codes.hex()}> Tj")

    def drawn(self, op: Drawn) -> None:
        """Draw a mark."""
        x, y = op.x, self._height - op.y
        self._code.append(_SHAPES[op.kind](x, y, op.size, op.stroke))
        self._ink = BLACK


def _reading_order(op: Op) -> int:
    tag = _tag(op)
    return tag.order


def _tag(op: Op) -> Tag:
    assert not isinstance(op, Fill)
    assert op.tag is not None
    return op.tag


def _dot(x: float, y: float, size: float, stroke: float) -> str:
    radius, curve = size / 2, size / 2 * 4 * (math.sqrt(2) - 1) / 3
    a, b = x + radius, y - radius
    return (
        f"0 g {a - radius:.2f} {b:.2f} m "
        f"{a - radius:.2f} {b + curve:.2f} {a - curve:.2f} {b + radius:.2f} {a:.2f} {b + radius:.2f} c "
        f"{a + curve:.2f} {b + radius:.2f} {a + radius:.2f} {b + curve:.2f} {a + radius:.2f} {b:.2f} c "
        f"{a + radius:.2f} {b - curve:.2f} {a + curve:.2f} {b - radius:.2f} {a:.2f} {b - radius:.2f} c "
        f"{a - curve:.2f} {b - radius:.2f} {a - radius:.2f} {b - curve:.2f} {a - radius:.2f} {b:.2f} c f"
    )


def _strokes(x: float, y: float, size: float, stroke: float, *lines: tuple[tuple[float, float], ...]) -> str:
    paths = []
    for points in lines:
        walked = [f"{x + across * size:.2f} {y - down * size:.2f}" for across, down in points]
        paths.append(f"{walked[0]} m " + " ".join(f"{point} l" for point in walked[1:]) + " S")
    return f"0 g 0 G {stroke:g} w " + " ".join(paths)


def _tick(x: float, y: float, size: float, stroke: float) -> str:
    return _strokes(x, y, size, stroke, ((0.06, 0.55), (0.36, 0.85), (0.94, 0.18)))


def _cross(x: float, y: float, size: float, stroke: float) -> str:
    return _strokes(x, y, size, stroke, ((0.13, 0.15), (0.83, 0.85)), ((0.83, 0.15), (0.13, 0.85)))


def _box(x: float, y: float, size: float, stroke: float) -> str:
    half = stroke / 2
    return f"0 g 0 G {stroke:g} w {x + half:.2f} {y - size + half:.2f} {size - stroke:.2f} {size - stroke:.2f} re S"


def _filled(*points: tuple[float, float]) -> Callable[[float, float, float, float], str]:
    """Return how a black shape is drawn, its corners being in shares of the square from its top left."""

    def draw(x: float, y: float, size: float, stroke: float) -> str:
        walked = [f"{x + across * size:.2f} {y - down * size:.2f}" for across, down in points]
        return f"0 g {walked[0]} m " + " ".join(f"{point} l" for point in walked[1:]) + " h f"

    return draw


def _ring(x: float, y: float, size: float, stroke: float) -> str:
    hole = size * 0.22
    return f"{_dot(x, y, size, stroke)} {_dot(x + hole, y - hole, size - 2 * hole, stroke).replace('0 g', '1 g')} 0 g"


_A, _B = 0.33, 0.67  # the arm of the plus
_SHAPES: dict[str, Callable[[float, float, float, float], str]] = {
    "dot": _dot,
    "tick": _tick,
    "cross": _cross,
    "box": _box,
    "circle": _dot,
    "square": _filled((0.04, 0.04), (0.96, 0.04), (0.96, 0.96), (0.04, 0.96)),
    "triangle": _filled((0.5, 0), (1, 0.94), (0, 0.94)),
    "diamond": _filled((0.5, -0.06), (1.06, 0.5), (0.5, 1.06), (-0.06, 0.5)),
    "plus": _filled(
        (_A, 0), (_B, 0), (_B, _A), (1, _A), (1, _B), (_B, _B), (_B, 1), (_A, 1), (_A, _B), (0, _B), (0, _A), (_A, _A)
    ),
    "ring": _ring,
}
_DRAW: dict[type, Callable[[Pen, Any], None]] = {Fill: Pen.fill, Text: Pen.text, Drawn: Pen.drawn}
