"""Blank worksheets: every question with room to write, nothing of the plan, no sheet with a heading and no room under it."""

from __future__ import annotations

import io
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
