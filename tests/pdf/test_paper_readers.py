"""What stands on whose paper: nothing that is not ticked, in any document for anybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf import plans
from pdf.reading import failures, text_of

from wrapplanner.domain.comparing import differences
from wrapplanner.domain.copies import Copy, Medium
from wrapplanner.domain.framework import Audience
from wrapplanner.domain.kinds import Kind
from wrapplanner.domain.plan import Entry
from wrapplanner.domain.readership import REASONS, asked_for, default_hidden, topics
from wrapplanner.pdf.documents import DOCUMENTS
from wrapplanner.pdf.options import Paper
from wrapplanner.pdf.render import make_pdf

WRAP = plans.wrap()
READER = next(entry.person for entry in plans.robin().entries("crisis.supporters") if entry.person)
TOLD = ("crisis-plan", "crisis-summary", "wallet-card", "supporter-copy", "supporter-brief")
TOPICS = [topic for document in TOLD for topic in topics(WRAP, plans.robin(), document)]


def options(document: str, hidden: frozenset[str], **more: object):
    made = replace(plans.options(audience=Audience.SUPPORTERS), recipient=READER, hidden=hidden, today=date(2026, 11, 27))
    return replace(made, **more)


@given(st.sampled_from(TOLD), st.sets(st.sampled_from(TOPICS)))
def test_what_is_not_ticked_is_nowhere(document: str, off: set):
    """Every answer says its own id: what is off is looked for in all that is printed."""
    plan, marked = plans.robin(), {}
    hidden = frozenset().union(*(topic.hides for topic in off)) if off else frozenset()
    for question in asked_for(WRAP, document):
        if question.kind in (Kind.TEXT, Kind.ENTRIES, Kind.TOOLS) and plan.entries(question.id):
            marked[question.id] = f"zz{question.id.replace('.', '')}zz"
            plan = plan.with_answer(question.id, (Entry(f"{question.id}-z", marked[question.id]),))
    said = repr(DOCUMENTS[document].build(WRAP, plan, options(document, hidden)))
    for question, mark in marked.items():
        assert question not in hidden or mark not in said, f"{question} is off and stands on the {document}"
    if any(each.endswith(REASONS) for each in hidden):
        assert "He must not be told where I am" not in said


def test_a_reader_sees_what_is_ticked():
    plan = plans.robin()
    said = repr(DOCUMENTS["supporter-copy"].build(WRAP, plan, options("supporter-copy", frozenset())))
    usual = default_hidden(WRAP, "supporter-copy", Audience.SUPPORTERS)
    less = repr(DOCUMENTS["supporter-copy"].build(WRAP, plan, options("supporter-copy", usual)))
    for words in ("Levothyroxine", "Callum"):
        assert words.lower() in said.lower(), words
        assert words.lower() not in less.lower(), words


def test_differences_are_told_by_place_and_not_in_words():
    plan = plans.robin()
    do = plan.entries("crisis.do")
    changed = plan.with_answer("crisis.do", (do[1], do[0], Entry("new", "Sing to me"), *do[3:]))
    (told,) = differences(WRAP, plan, changed, ["crisis.do", "crisis.well"])
    assert (told.added, told.removed, told.moved) == (("Sing to me",), (do[2].text,), True)
    old = Copy("c", 6, "supporter-copy", "Amina", READER, "supporters", Medium.PAPER, date(2026, 5, 12))
    made = options("replacement-notice", frozenset(), differences=(told,), replaces=old)
    said = repr(DOCUMENTS["replacement-notice"].build(WRAP, plan, made))
    assert "one added, one taken out, in another order" in said
    assert "Sing to me" not in said
    assert "crisis" not in said.replace("crisis=", "").lower()


@pytest.mark.parametrize("large", [False, True], ids=["standard", "large"])
@pytest.mark.parametrize("document", ["supporter-copy", "supporter-brief", "replacement-notice"])
def test_papers_for_one_person_pass_every_rule(document: str, large: bool, tmp_path):
    old = Copy("c", 6, "supporter-copy", "Amina", READER, "supporters", Medium.PAPER, date(2026, 5, 12))
    for paper in (Paper.A4, Paper.LETTER):
        for plan in (plans.robin(), plans.one_answer()):
            hidden = default_hidden(WRAP, document, Audience.SUPPORTERS)
            made = options(document, hidden, replaces=old, number=(2, 3), paper=paper, large_print=large)
            pdf = make_pdf(document, WRAP, plan, made)
            assert not failures(pdf, tmp_path)
            assert text_of(pdf).strip()
