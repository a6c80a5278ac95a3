"""Shaped faces into a PDF: of each face the glyphs that were used, as a font whose codes are glyph ids.

A Type0 font in Identity-H holds them; a map says what each glyph says, for copying and for reading aloud.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Mapping
from typing import Any

import pikepdf
import uharfbuzz
from pikepdf import Array, Dictionary, Name, String
from uharfbuzz import SubsetFlags

from wrapplanner.pdf.drawing import Used
from wrapplanner.pdf.faces import ShapedFace

_KEPT = frozenset(("glyf", "loca", "head", "hhea", "hmtx", "maxp", "cvt ", "fpgm", "prep", "CFF ",
                   "CFF2", "fvar", "gvar", "avar", "HVAR", "MVAR"))  # fmt: skip
"""All that a reader of PDFs needs of a font file, and what it takes to bring a variable face to its default."""
_SYMBOLIC = 4
_SPACE = "\u200b"
"""What a glyph says that says nothing alone: the words around it are told with the words themselves."""
_ROWS = 100


def embed(pdf: pikepdf.Pdf, used: Mapping[ShapedFace, Used]) -> None:
    """Put the faces among the fonts of every page."""
    made = {use.name: pdf.make_indirect(_font(pdf, face, use.letters)) for face, use in used.items()}
    for page in pdf.pages if made else ():
        fonts = page.obj.Resources.get("/Font", Dictionary())
        for name, font in made.items():
            fonts[name] = font
        page.obj.Resources.Font = fonts


def _font(pdf: pikepdf.Pdf, face: ShapedFace, letters: Mapping[int, str]) -> pikepdf.Dictionary:
    glyphs = sorted({0, *letters})
    name = Name(f"/{_tag(face, glyphs)}+{_plain_name(face)}")
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=name,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(_descendant(pdf, face, glyphs, name))]),
        ToUnicode=pdf.make_stream(_told(letters)),
    )


def _descendant(pdf: pikepdf.Pdf, face: ShapedFace, glyphs: list[int], name: pikepdf.Name) -> pikepdf.Dictionary:
    outlines = bool({"CFF ", "CFF2"} & set(face.face.table_tags))
    program = _outlines(face, glyphs) if outlines else _subset(face, glyphs).blob.data
    file = pdf.make_stream(program)
    extents = face.font.get_font_extents("ltr")
    unit = 1000 / face.face.upem
    about = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=_SYMBOLIC,
        FontBBox=Array([round(side) for side in _box(face, glyphs, unit)]),
        ItalicAngle=0,
        Ascent=round(extents.ascender * unit),
        Descent=round(extents.descender * unit),
        CapHeight=round(extents.ascender * unit),
        StemV=80,
    )
    if outlines:
        file.Subtype = Name.CIDFontType0C
        about.FontFile3 = file
    else:
        file.Length1 = len(program)
        about.FontFile2 = file
    result = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType0 if outlines else Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(about),
        DW=0,
        W=Array([each for glyph in glyphs for each in (glyph, Array([round(face.advance(glyph), 2)]))]),
    )
    if not outlines:
        result.CIDToGIDMap = Name.Identity
    return result


def _outlines(face: ShapedFace, glyphs: list[int]) -> bytes:
    """Return the program of a face with PostScript outlines, its glyphs under the ids that they have in the whole face."""
    from fontTools.cffLib import CFFFontSet  # late: only where the computer's own face is of this sort
    from fontTools.ttLib import TTFont

    data: bytes = _subset(face, glyphs, keeps_ids=False).reference_table("CFF ").data
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    top = fonts.topDictIndex[0]
    if not hasattr(top, "ROS"):  # such a face has no names for glyphs but their places
        kept: bytes = _subset(face, glyphs).reference_table("CFF ").data
        return kept
    names = [".notdef", *(f"cid{glyph:05d}" for glyph in glyphs[1:])]
    if top.charset == names and len(top.FDArray) == 1:
        return data
    strings = top.CharStrings
    _one_width(top, strings)
    strings.charStrings = {new: strings.charStrings[old] for new, old in zip(names, top.charset, strict=True)}
    top.charset = names
    written = io.BytesIO()
    fonts.compile(written, TTFont(recalcBBoxes=False))
    return written.getvalue()


def _one_width(top: Any, strings: Any) -> None:  # noqa: ANN401 - fontTools has no types
    """Let all glyphs count their widths from the same usual one: some readers know only that of the first part of a face."""
    from fontTools.misc.psCharStrings import T2WidthExtractor

    class Reader(T2WidthExtractor):  # type: ignore[misc]
        told = False

        def popallWidth(self, evenOdd: int = 0) -> list[float]:
            is_first, count = not self.gotWidth, len(self.operandStack)
            args: list[float] = super().popallWidth(evenOdd)
            self.told |= is_first and len(args) < count
            return args

    usual = top.FDArray[0].Private
    for place, name in enumerate(top.charset):
        string, private = strings[name], top.FDArray[top.FDSelect[place]].Private
        string.decompile()
        reader = Reader([], [], private.nominalWidthX, private.defaultWidthX, private)
        reader.execute(string)
        program = list(string.program[1:] if reader.told else string.program)
        if reader.width != usual.defaultWidthX:
            program.insert(0, reader.width - usual.nominalWidthX)
        string.setProgram(program)
        string.private = usual
    top.FDSelect.gidArray = [0] * len(top.charset)


def _subset(face: ShapedFace, glyphs: list[int], *, keeps_ids: bool = True) -> Any:  # noqa: ANN401 - uharfbuzz's face
    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.unicode_set.clear()
    wanted.flags = SubsetFlags.NO_HINTING | SubsetFlags.NO_LAYOUT_CLOSURE | SubsetFlags.DOWNGRADE_CFF2
    # Few letters gain nothing by sharing strokes, and some readers take the first number of a shared stroke for a width.
    wanted.flags |= SubsetFlags.DESUBROUTINIZE
    if keeps_ids:
        wanted.flags |= SubsetFlags.RETAIN_GIDS
    for tag in set(face.face.table_tags) - _KEPT:
        wanted.drop_table_tag_set.add(int.from_bytes(tag.encode("latin-1"), "big"))
    if face.face.has_var_data:
        wanted.pin_all_axes_to_default(face.face)
    return uharfbuzz.subset(face.face, wanted)


def _box(face: ShapedFace, glyphs: list[int], unit: float) -> tuple[float, float, float, float]:
    boxes = [box for box in map(face.font.get_glyph_extents, glyphs) if box]
    return (
        min((box.x_bearing for box in boxes), default=0) * unit,
        min((box.y_bearing + box.height for box in boxes), default=0) * unit,
        max((box.x_bearing + box.width for box in boxes), default=0) * unit,
        max((box.y_bearing for box in boxes), default=0) * unit,
    )


def _tag(face: ShapedFace, glyphs: list[int]) -> str:
    """Return the six letters that tell subsets of one face from each other; the same for the same glyphs."""
    digest = hashlib.sha256(f"{_plain_name(face)} {glyphs}".encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _plain_name(face: ShapedFace) -> str:
    return re.sub("[^A-Za-z0-9-]", "", face.face.get_name(6) or "") or "Face"


def _told(letters: Mapping[int, str]) -> bytes:
    """Return the map from glyphs to what they say."""
    rows = [f"<{glyph:04X}> <{(text or _SPACE).encode('utf-16-be').hex().upper()}>" for glyph, text in sorted(letters.items())]
    parts = ["/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
             "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
             "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
             "1 begincodespacerange <0000> <FFFF> endcodespacerange"]  # fmt: skip
    for start in range(0, len(rows), _ROWS):
        some = rows[start : start + _ROWS]
        parts += [f"{len(some)} beginbfchar", *some, "endbfchar"]
    parts.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(parts).encode("ascii")
