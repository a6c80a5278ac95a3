"""The finishing of a PDF so that a screen reader can read it (PDF/UA-1): structure tree, language, title, letters.

reportlab writes no tags. The pages come with numbered marked content; here the elements are hung over it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from wrapplanner.pdf.drawing import Used
from wrapplanner.pdf.embedding import embed
from wrapplanner.pdf.faces import ShapedFace
from wrapplanner.pdf.slices import Tag

_ROW = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]+)>")


class About(NamedTuple):
    """What a PDF says of itself. `title` is the document's type: no name of anybody is written."""

    title: str
    language: str
    day: date


def finished(raw: bytes, tags: list[Tag], about: About, used: Mapping[ShapedFace, Used]) -> bytes:
    """Return the PDF with its faces, its tags and what it says of itself."""
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        _structure(pdf, tags)
        _catalog(pdf, about.language)
        _letters(pdf)
        embed(pdf, used)
        _metadata(pdf, *about)
        target = io.BytesIO()
        pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return target.getvalue()


def _structure(pdf: pikepdf.Pdf, tags: list[Tag]) -> None:
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    pages: list[pikepdf.Object] = [page.obj for page in pdf.pages]
    parents: list[dict[int, pikepdf.Object]] = [{} for _ in pages]
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    document.K = Array([_element(pdf, tag, document, pages, parents) for tag in tags])
    root.K = Array([document])
    numbers = Array()
    for place, (page, marks) in enumerate(zip(pages, parents, strict=True)):
        page.StructParents = place
        page.Tabs = Name.S
        numbers.append(place)
        numbers.append(Array([marks[mark] for mark in sorted(marks)]))
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    root.ParentTreeNextKey = len(pages)
    pdf.Root.StructTreeRoot = root


def _element(
    pdf: pikepdf.Pdf,
    tag: Tag,
    parent: pikepdf.Object,
    pages: list[pikepdf.Object],
    parents: list[dict[int, pikepdf.Object]],
) -> pikepdf.Object:
    told: dict[str, pikepdf.Object] = {"/Type": Name.StructElem, "/S": Name(f"/{tag.role}"), "/P": parent}
    kids: list[pikepdf.Object | int] = []
    if len(tag.placed) == 1:
        told["/Pg"] = pages[tag.placed[0][0]]
        kids.append(tag.placed[0][1])
    else:
        kids += (Dictionary(Type=Name.MCR, Pg=pages[page], MCID=mark) for page, mark in tag.placed)
    if kids:
        told["/K"] = Array(kids)
    element = pdf.make_indirect(Dictionary(told))
    for page, mark in tag.placed:
        parents[page][mark] = element
    if tag.kids:
        element.K = Array([*kids, *(_element(pdf, kid, element, pages, parents) for kid in tag.kids)])
    if tag.actual:
        element.ActualText = String(tag.actual)
    attributes = _attributes(tag)
    if attributes:
        element.A = attributes
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
