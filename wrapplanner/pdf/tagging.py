"""The finishing of a PDF so that a screen reader can read it (PDF/UA-1): structure tree, language, title, letters.

reportlab writes no tags. The pages come with numbered marked content; here the elements are hung over it.
"""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from wrapplanner.pdf.drawing import Pen
from wrapplanner.pdf.embedding import embed
from wrapplanner.pdf.fields import add_fields
from wrapplanner.pdf.slices import Tag

_ELEMENT = Name.StructElem
_ROW = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]+)>")


class About(NamedTuple):
    """What a PDF says of itself. `title` is the document's type: no name of anybody is written."""

    title: str
    language: str
    day: date


def finished(raw: bytes, tags: list[Tag], about: About, pen: Pen, fonts: Path) -> bytes:
    """Return the PDF with what is drawn on its pages, its faces, its fields, its tags and what it says of itself.

    `fonts` is the folder of the faces.
    """
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        for page, stream in zip(pdf.pages, pen.streams, strict=True):
            page.obj.Contents = pdf.make_stream(stream)
        for placed, widget in zip(pen.fields, add_fields(pdf, pen.fields, fonts), strict=True):
            if placed.field.tag:
                placed.field.tag.objects.append((placed.page, widget))
        _structure(pdf, tags)
        _catalog(pdf, about.language)
        _letters(pdf)
        embed(pdf, pen.used)
        _metadata(pdf, *about)
        target = io.BytesIO()
        pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return target.getvalue()


def _structure(pdf: pikepdf.Pdf, tags: list[Tag]) -> None:
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    tree = _Tree(pdf)
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    document.K = Array([tree.element(tag, document) for tag in tags])
    root.K = Array([document])
    numbers = Array()
    for place, (page, marks) in enumerate(zip(tree.pages, tree.marks, strict=True)):
        page.StructParents = place
        page.Tabs = Name.S
        numbers.append(place)
        numbers.append(Array([marks[mark] for mark in sorted(marks)]))
    for place, (held, element) in enumerate(tree.objects, len(tree.pages)):
        held.StructParent = place
        numbers.append(place)
        numbers.append(element)
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    root.ParentTreeNextKey = len(tree.pages) + len(tree.objects)
    pdf.Root.StructTreeRoot = root


class _Tree:
    """Makes elements, and notes which of them every piece of marked content and every field belongs to."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self.pages: list[pikepdf.Object] = [page.obj for page in pdf.pages]
        self.marks: list[dict[int, pikepdf.Object]] = [{} for _ in self.pages]
        self.objects: list[tuple[pikepdf.Object, pikepdf.Object]] = []

    def element(self, tag: Tag, parent: pikepdf.Object) -> pikepdf.Object:
        """Return a tag as an element, with all that is in it."""
        told: dict[str, pikepdf.Object | int | str] = {"/Type": _ELEMENT, "/S": Name(f"/{tag.role}"), "/P": parent}
        kids: list[pikepdf.Object | int] = []
        if len(tag.placed) == 1:
            ((page, mark),) = tag.placed
            told["/Pg"] = self.pages[page]
            kids.append(mark)
        else:
            kids += (Dictionary(Type=Name.MCR, Pg=self.pages[page], MCID=mark) for page, mark in tag.placed)
        kids += (Dictionary(Type=Name.OBJR, Pg=self.pages[page], Obj=held) for page, held in tag.objects)
        if kids:
            told["/K"] = Array(kids)
        if tag.actual:
            told["/ActualText"] = String(tag.actual)
        if attributes := _attributes(tag):
            told["/A"] = attributes
        element = self._pdf.make_indirect(Dictionary(told))
        for page, mark in tag.placed:
            self.marks[page][mark] = element
        self.objects += ((held, element) for _, held in tag.objects)
        if tag.kids:
            element.K = Array([*kids, *(self.element(kid, element) for kid in tag.kids if not kid.left_out)])
        return element


def _attributes(tag: Tag) -> pikepdf.Dictionary | None:
    if tag.numbering:
        return Dictionary(O=Name.List, ListNumbering=Name(f"/{tag.numbering}"))
    if not tag.scope:
        return None
    attributes = Dictionary(O=Name.Table, Scope=Name(f"/{tag.scope}"))
    if tag.spans > 1:
        attributes.ColSpan = tag.spans
    return attributes


def _catalog(pdf: pikepdf.Pdf, language: str) -> None:
    pdf.Root.Lang = String(language)
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageMode = Name.UseNone


def _letters(pdf: pikepdf.Pdf) -> None:
    """Mend the maps from glyphs to letters: no U+0000 for codes that are not used, letters beyond U+FFFF as two."""
    done = set()
    for page in pdf.pages:
        fonts = page.obj.get("/Resources", Dictionary()).get("/Font", Dictionary())
        for _, font in fonts.items():  # noqa: PERF102 - pikepdf 10.13 types no values()
            if "/ToUnicode" in font and font.objgen not in done:
                done.add(font.objgen)
                stream = font.ToUnicode
                stream.write(_ROW.sub(_mended, stream.read_bytes()))


def _mended(row: re.Match[bytes]) -> bytes:
    letter = int(row[2], 16) or 0xFFFD
    return b"<" + row[1] + b"> <" + chr(letter).encode("utf-16-be", "replace").hex().upper().encode() + b">"


def _metadata(pdf: pikepdf.Pdf, title: str, language: str, day: date) -> None:
    stamp = f"{day:%Y-%m-%d}T00:00:00+00:00"
    pdf.trailer.Info = pdf.make_indirect(Dictionary())
    pdf.docinfo["/Title"] = String(title)
    pdf.docinfo["/Producer"] = String("WRAP Planner")
    pdf.docinfo["/CreationDate"] = String(f"D:{day:%Y%m%d}000000Z")
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = title
        metadata["dc:language"] = [language]
        metadata["pdf:Producer"] = "WRAP Planner"
        metadata["xmp:CreateDate"] = stamp
        metadata["pdfuaid:part"] = "1"
