"""Blank worksheets: every question with room to write, nothing of the plan, no sheet with a heading and no room under it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest
from pdf import plans
from pdf.reading import failures, story_of

from wrapplanner.domain.framework import Part
from wrapplanner.errors import PrintError
from wrapplanner.pdf.documents import worksheets
from wrapplanner.pdf.options import Paper
from wrapplanner.pdf.render import make_pdf

PARTS = [part.id for part in plans.wrap().parts]


def made(part: str, **more: object) -> bytes:
    """Return the worksheet of a part."""
    return make_pdf("worksheets", plans.wrap(), plans.robin(), replace(plans.options(), part=part, **more))


def asked(part: str) -> Part:
    """Return a part."""
    return plans.wrap().part(part)


@pytest.mark.parametrize("part", PARTS)
def test_every_question_of_a_part_is_asked(part: str):
    text, place = " ".join(story_of(made(part))), 0
    for said in (asked(part).title, *(question.title for question in asked(part).questions)):
        place = text.index(said, place)


def test_nothing_of_the_plan_and_no_name_is_on_them():
    text = " ".join(story_of(made("")))
    assert not [each for each in ("Robin", "Ashworth", "Amina", "Lithium", "Version") if each in text]


def test_early_signs_are_one_page():
    assert len(story_of(made("early"))) == 1


def test_ideas_stand_there_only_where_they_are_asked_for():
    idea = asked("early").questions[0].ideas[0]
    assert idea not in " ".join(story_of(made("early")))
    assert idea in " ".join(story_of(made("early", ideas=True)))


def test_every_kind_of_question_has_room():
    assert {question.kind for question in plans.wrap().questions()} <= set(worksheets._ROOM)


def test_copies_follow_one_another():
    one, three = story_of(made("early")), story_of(made("early", copies=3))
    assert len(three) == 3 * len(one)
    assert "Page 2 of 3" in three[1]


def test_the_marks_notice_is_on_every_sheet():
    assert all("marks of their owner. This is an independent program." in page for page in story_of(made("crisis")))


def test_an_unknown_part_is_told():
    with pytest.raises(PrintError, match="early"):
        made("nothing")


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("large", [False, True])
def test_screen_readers_can_read_every_part(paper: Paper, large: bool, tmp_path):
    assert failures(made("", paper=paper, large_print=large, ideas=True), tmp_path) == []


def test_boxes_are_read_aloud_and_lines_are_not():
    with pikepdf.open(io.BytesIO(made("early"))) as pdf:
        told = [str(each.ActualText) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/ActualText" in each]
    assert told == ["tick box, empty"] * 4


def fields_of(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Return the fields, page after page in the order of their tabs."""
    return [field for page in pdf.pages for field in page.obj.get("/Annots", ())]


def name_of(field: pikepdf.Object) -> str:
    """Return the whole name of a field."""
    above = f"{name_of(field.Parent)}." if "/Parent" in field else ""
    return above + str(field.T)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("large", [False, True])
def test_screen_readers_can_fill_in_every_part(paper: Paper, large: bool, tmp_path):
    assert failures(made("", paper=paper, large_print=large, fillable=True, copies=2), tmp_path) == []


def test_every_question_has_a_field_with_its_name_and_its_words():
    with pikepdf.open(io.BytesIO(made("", fillable=True, copies=2))) as pdf:
        fields = fields_of(pdf)
        names = [name_of(field) for field in fields]
        assert len(set(names)) == len(names)
        for question in plans.wrap().questions():
            mine = [field for field, name in zip(fields, names, strict=True) if f"{name}.".startswith(f"{question.id}.")]
            assert mine, question.id
            assert all(str(field.TU).startswith(question.prompt) for field in mine)
            assert any(name.startswith(f"copy2.{question.id}") for name in names)


def test_tabs_go_as_one_reads_and_each_field_is_an_element():
    with pikepdf.open(io.BytesIO(made("early", fillable=True))) as pdf:
        (page,) = pdf.pages
        assert page.obj.Tabs == "/S"
        told = [str(held.Obj.TU) for held in _held(pdf.Root.StructTreeRoot)]
        assert told == [str(field.TU) for field in fields_of(pdf)]
        heights = [float(field.Rect[3]) for field in fields_of(pdf)]
        assert heights[0] == max(heights)
        assert heights[-1] < min(heights[:-3])


def _held(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    if isinstance(element, pikepdf.Dictionary) and element.get("/Type") == "/OBJR":
        assert element.Obj.Subtype == "/Widget"
        yield element
    for kid in element.get("/K", ()) if isinstance(element, pikepdf.Dictionary) else ():
        yield from _held(kid)


def test_what_is_filled_in_can_be_read_again():
    said = "I wake at four: Zoë’s clock, ½ past"
    with pikepdf.open(io.BytesIO(made("early", fillable=True))) as pdf:
        for field in fields_of(pdf):
            if field.FT == "/Btn":
                assert field.AP.N.Yes.read_bytes().count(b" l") == 2
                field.V = field.AS = pikepdf.Name.Yes
            else:
                field.V = pikepdf.String(said)
        pdf.Root.AcroForm.NeedAppearances = True
        pdf.generate_appearance_streams()
        filled = io.BytesIO()
        pdf.save(filled)
    with pikepdf.open(filled) as pdf:
        assert {str(field.V) for field in fields_of(pdf)} == {said, "/Yes"}
        many = [name_of(field) for field in fields_of(pdf) if int(field.get("/Ff", 0)) & 1 << 12]
        assert "early.signs" in many
    assert " ".join(story_of(filled.getvalue())).count("I wake at four") >= 6


def test_for_a_pen_there_are_no_fields():
    with pikepdf.open(io.BytesIO(made("early"))) as pdf:
        assert "/AcroForm" not in pdf.Root
