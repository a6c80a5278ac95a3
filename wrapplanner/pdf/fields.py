"""Fields to be filled in on a computer: form fields of the PDF, with a face of their own, and their elements.

Their names are the ids of the questions, as a tree (`early`, `signs`, `1`): a name itself may have no full stop.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfbase import pdfmetrics

from wrapplanner.pdf.slices import Field

FACE = "AtkinsonHyperlegibleNext-Regular.ttf"
_KEY = "F"
_MULTILINE = 1 << 12
_PRINT = 4
_NONSYMBOLIC = 32
_FIRST, _LAST = 32, 255


class PlacedField(NamedTuple):
    """A field on a page (counted from 0); its rectangle from the bottom left of the sheet, in points."""

    page: int
    left: float
    bottom: float
    right: float
    top: float
    field: Field


def add_fields(pdf: pikepdf.Pdf, fields: Sequence[PlacedField], fonts: Path) -> list[pikepdf.Object]:
    """Put the fields on their pages, in the order of reading; return their annotations, one each."""
    if not fields:
        return []
    face = pdf.make_indirect(_face(pdf, fonts / FACE))
    roots = Array()
    nodes: dict[tuple[str, ...], pikepdf.Object] = {}
    made: list[pikepdf.Object] = []
    for placed in fields:
        page = pdf.pages[placed.page].obj
        widget = pdf.make_indirect(_widget(pdf, placed, page, face))
        _hang(pdf, widget, tuple(placed.field.name.split(".")), nodes, roots)
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(widget)
        made.append(widget)
    resources = Dictionary(Font=Dictionary({f"/{_KEY}": face}))
    pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=roots, DR=resources, DA=String(_look(12))))
    return made


def _hang(
    pdf: pikepdf.Pdf,
    widget: pikepdf.Object,
    name: tuple[str, ...],
    nodes: dict[tuple[str, ...], pikepdf.Object],
    roots: pikepdf.Array,
) -> None:
    """Hang a field into the tree of names, making the nodes above it."""
    widget.T = String(name[-1])
    for depth in range(len(name) - 1, 0, -1):
        above = nodes.get(name[:depth])
        is_new = above is None
        if above is None:
            above = nodes[name[:depth]] = pdf.make_indirect(Dictionary(T=String(name[depth - 1]), Kids=Array()))
        above.Kids.append(widget)
        widget.Parent = above
        if not is_new:
            return
        widget = above
    roots.append(widget)


def _widget(pdf: pikepdf.Pdf, placed: PlacedField, page: pikepdf.Object, face: pikepdf.Object) -> pikepdf.Dictionary:
    field = placed.field
    widget = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        Rect=Array([round(each, 2) for each in (placed.left, placed.bottom, placed.right, placed.top)]),
        F=_PRINT,
        P=page,
        TU=String(field.says),
        Contents=String(field.says),
    )
    if field.box:
        yes, off = (_drawn(pdf, field, content, None) for content in (_tick(field), b""))
        widget.FT, widget.V, widget.AS = Name.Btn, Name.Off, Name.Off
        widget.AP = Dictionary(N=Dictionary(Yes=yes, Off=off))
        return widget
    widget.FT, widget.V = Name.Tx, String("")
    widget.DA = String(_look(field.size))
    widget.Ff = _MULTILINE if field.lines else 0
    widget.AP = Dictionary(N=_drawn(pdf, field, b"/Tx BMC EMC", face))
    return widget


def _look(size: float) -> str:
    return f"/{_KEY} {size:g} Tf 0 g"


def _drawn(pdf: pikepdf.Pdf, field: Field, content: bytes, face: pikepdf.Object | None) -> pikepdf.Object:
    stream = pdf.make_stream(content)
    stream.Type, stream.Subtype = Name.XObject, Name.Form
    stream.BBox = Array([0, 0, round(field.width, 2), round(field.height, 2)])
    stream.Resources = Dictionary(Font=Dictionary({f"/{_KEY}": face})) if face is not None else Dictionary()
    return stream


def _tick(field: Field) -> bytes:
    points = [(share * field.width, (1 - down) * field.height) for share, down in ((0.2, 0.52), (0.42, 0.76), (0.82, 0.26))]
    walked = [f"{x:.2f} {y:.2f}" for x, y in points]
    return f"0 G 1.7 w {walked[0]} m {walked[1]} l {walked[2]} l S".encode("ascii")


def _face(pdf: pikepdf.Pdf, file: Path) -> pikepdf.Dictionary:
    """Return the whole face, for words that are not written yet: Western letters, one byte each."""
    name = str(file)  # registered since the paper was set with it
    font: Any = pdfmetrics.getFont(name).face
    data = file.read_bytes()
    program = pdf.make_stream(data)
    program.Length1 = len(data)
    letters = [bytes([code]).decode("cp1252", "replace") for code in range(_FIRST, _LAST + 1)]
    base = Name("/AtkinsonHyperlegibleNext-Regular")
    about = Dictionary(
        Type=Name.FontDescriptor,
        FontName=base,
        Flags=_NONSYMBOLIC,
        FontBBox=Array([round(side) for side in font.bbox]),
        ItalicAngle=0,
        Ascent=round(font.ascent),
        Descent=round(font.descent),
        CapHeight=round(font.capHeight),
        StemV=80,
        FontFile2=program,
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.TrueType,
        BaseFont=base,
        Encoding=Name.WinAnsiEncoding,
        FirstChar=_FIRST,
        LastChar=_LAST,
        Widths=Array([round(font.charWidths.get(ord(letter), font.defaultWidth), 2) for letter in letters]),
        FontDescriptor=pdf.make_indirect(about),
    )
