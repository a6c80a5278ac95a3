"""Pages to a canvas: the only place that writes PDF operators.

Everything without a tag is drawn first, as one artifact; then the words in reading order, each element's words between
`BDC` and `EMC` with a number of their own, which is noted in the tag.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from wrapplanner.pdf.faces import PLACEHOLDER, Face, Glyph, Piece, ShapedFace
from wrapplanner.pdf.fields import PlacedField
from wrapplanner.pdf.marks import SHAPES
from wrapplanner.pdf.slices import Drawn, Field, Fill, Op, Tag, Text
from wrapplanner.pdf.styles import BLACK


def actual_text(words: str) -> str:
    """Return words as a PDF text string in hexadecimal."""
    return "<FEFF" + words.encode("utf-16-be", "replace").hex().upper() + ">"


class Used(NamedTuple):
    """A shaped face as one document uses it: its name among the page's fonts, and what each of its glyphs says."""

    name: str
    letters: dict[int, str]


class Pen:
    """Draws the pages of one canvas. `used` are the shaped faces, which are to be embedded; `missing` are letters that no face
    has, and `fields` what is to be filled in. `streams` are the pages' contents: reportlab would encode each letter of them.
    """

    def __init__(self, canvas: Any, height: float) -> None:  # noqa: ANN401 - reportlab has no types
        self._canvas = canvas
        self._document = canvas._doc  # noqa: SLF001 - the faces' subsets are kept by document, and there is no other way to it
        self._height = height
        self._code: list[str] = []
        self._ink = ""
        self._bookmarks = 0
        self.streams: list[bytes] = []
        self.used: dict[ShapedFace, Used] = {}
        self.missing: dict[str, None] = {}
        self.fields: list[PlacedField] = []

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
        for op in tagged:
            if isinstance(op, Field):
                bottom = self._height - op.y - op.height
                self.fields.append(PlacedField(number, op.x, bottom, op.x + op.width, bottom + op.height, op))
        tagged = [op for op in tagged if not isinstance(op, Field)]
        for mark, (tag, group) in enumerate(groupby(tagged, key=_tag)):
            self._code.append(f"/{tag.role} <</MCID {mark}>> BDC")
            together = list(group)
            for op in together:
                self._draw(op)
            self._code.append("EMC")
            _tell(tag, together)
            tag.placed.append((number, mark))
        self.streams.append("\n".join(self._code).encode("ascii"))
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
            _SHOW[type(piece.face)](self, piece, op.size)
        self._code.append("ET")

    def plain(self, piece: Piece, size: float) -> None:
        """Show letters as they are."""
        if piece.actual:
            if PLACEHOLDER in piece.text:
                self.missing.update(dict.fromkeys(piece.actual))
            self._code.append(f"/Span <</ActualText {actual_text(piece.actual)}>> BDC")
        font: Any = piece.face.font
        for subset, codes in font.splitString(piece.text, self._document):
            name = font.getSubsetInternalName(subset, self._document)
            self._code.append(f"{name} {size:g} Tf <{codes.hex()}> Tj")
        if piece.actual:
            self._code.append("EMC")

    def shaped(self, piece: Piece, size: float) -> None:
        """Show glyphs; where they do not say by themselves what they mean together, the words are told with them."""
        face = piece.face
        assert isinstance(face, ShapedFace)
        used = self.used.setdefault(face, Used(f"/S{len(self.used) + 1}", {}))
        size *= face.scale
        self._code.append(f"{used.name} {size:g} Tf")
        for glyphs in _clusters(piece.glyphs) if piece.at_right else [piece.glyphs]:
            # Readers of PDFs turn words from the right around, letter by letter, also what was told in their order.
            said = "".join(glyph.text for glyph in glyphs)[::-1] if piece.at_right else piece.said
            told = _note(used.letters, glyphs) and not (piece.at_right and len(said) > 1)
            shown = _glyphs(face, glyphs, size)
            if any(glyph.x or glyph.y for glyph in glyphs) and face.covers(" "):
                # On a slope no reader would know a word again: each letter begins and ends on the baseline.
                before, after = self._feet(face, used)
                shown, told = f"{before} {shown} {after}", False
            self._code.append(shown if told else f"/Span <</ActualText {actual_text(said)}>> BDC {shown} EMC")

    @staticmethod
    def _feet(face: ShapedFace, used: Used) -> tuple[str, str]:
        """Return operators for a space that begins here and one that ends here; neither moves what follows."""
        (space,) = face.piece(" ").glyphs
        used.letters.setdefault(space.id, " ")
        code, width = f"<{space.id:04X}>", f"{face.advance(space.id):.5g}"
        return f"[{code}{width}] TJ", f"[{width}{code}] TJ"

    def drawn(self, op: Drawn) -> None:
        """Draw a mark."""
        x, y = op.x, self._height - op.y
        self._code.append(SHAPES[op.kind](x, y, op.size, op.stroke))
        self._ink = BLACK


def _note(letters: dict[int, str], glyphs: Sequence[Glyph]) -> bool:
    """Note what glyphs say; return whether each of them alone says it."""
    told = True
    for glyph in glyphs:
        said = letters.setdefault(glyph.id, glyph.text)
        told &= bool(said) and said == glyph.text
    return told


def _clusters(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Yield glyphs that say something together: readers of PDFs turn words from the right around by themselves."""
    cluster: list[Glyph] = []
    for glyph in glyphs:
        if glyph.text and cluster:
            yield cluster
            cluster = []
        cluster.append(glyph)
    yield cluster


def _glyphs(face: ShapedFace, glyphs: Sequence[Glyph], size: float) -> str:
    """Return the operators that show glyphs, each where the shaper put it."""
    code: list[str] = []
    shown: list[str] = []
    rise = ahead = 0.0
    for glyph in glyphs:
        if glyph.y != rise:
            code += (f"[{''.join(shown)}] TJ", f"{glyph.y * size / 1000:.3f} Ts")
            shown, rise = [], glyph.y
        back = ahead - glyph.x
        shown.append((f"{back:.5g}" if abs(back) >= 0.5 else "") + f"<{glyph.id:04X}>")
        ahead = (glyph.x if abs(back) >= 0.5 else ahead) + face.advance(glyph.id) - glyph.advance
    if abs(ahead) >= 0.5:
        shown.append(f"{ahead:.5g}")
    code.append(f"[{''.join(shown)}] TJ" + (" 0 Ts" if rise else ""))
    return " ".join(code).replace("[] TJ ", "").replace("><", "")


def _tell(tag: Tag, ops: Sequence[Op]) -> None:
    """Where letters are seen in another order than they are read, the element says its words in their order."""
    texts = [op for op in ops if isinstance(op, Text)]
    if tag.kids or not (tag.actual or any(op.said for op in texts)):
        return
    words = " ".join(op.said or "".join(piece.said for piece in op.pieces) for op in texts)
    tag.actual = f"{tag.actual} {words}".strip()


def _reading_order(op: Op) -> int:
    tag = _tag(op)
    return tag.order


def _tag(op: Op) -> Tag:
    assert not isinstance(op, Fill)
    assert op.tag is not None
    return op.tag


_SHOW: dict[type, Callable[[Pen, Piece, float], None]] = {Face: Pen.plain, ShapedFace: Pen.shaped}
_DRAW: dict[type, Callable[[Pen, Any], None]] = {Fill: Pen.fill, Text: Pen.text, Drawn: Pen.drawn}
