"""The PDFs themselves: their words, their tags, their pages, on every paper and in both print sizes."""

from __future__ import annotations

import io
import itertools
import os
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
import strategies
from hypothesis import given, settings
from pdf import plans
from pdf.reading import NASTY, any_plan, failures, letters, said, squeezed, text_of

from wrapplanner.content.loader import load_framework
from wrapplanner.domain.copies import Edition
from wrapplanner.domain.plan import Entry, Person, Plan, Tool
from wrapplanner.errors import PrintError
from wrapplanner.pdf.documents import DOCUMENTS
from wrapplanner.pdf.options import Paper
from wrapplanner.pdf.render import make_pdf

LOOKS = list(itertools.product(Paper, (False, True)))
ONE_PAGE = ("crisis-summary",)
"""Documents that leave out what has no room on their page, and say so."""
RANDOM_PLANS = int(os.environ.get("RANDOM_PLANS", "10"))


def pdf(plan: Plan, document: str = "whole-plan", paper: Paper = Paper.A4, *, large: bool = False) -> bytes:
    """Return a document of a WRAP."""
    return make_pdf(document, plans.wrap(), plan, plans.options(paper, large=large))


@pytest.mark.parametrize(("paper", "large"), LOOKS)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_screen_readers_can_read_it(document: str, paper: Paper, large: bool, tmp_path: Path):
    for plan in (plans.robin(), plans.one_answer(), Plan("wrap")):
        assert failures(pdf(plan, document, paper, large=large), tmp_path) == []


@pytest.mark.parametrize(("paper", "large"), LOOKS)
def test_every_word_is_on_paper(paper: Paper, large: bool):
    text = squeezed(text_of(pdf(plans.robin(), paper=paper, large=large)))
    assert not [word for words in said(plans.wrap(), plans.robin()) for word in words.split() if word not in text]


def test_the_crisis_plan_has_every_word_of_its_part():
    plan = plans.robin()
    crisis = Plan("wrap", {k: v for k, v in plan.answers.items() if k.startswith("crisis.")}, people=plan.people)
    used = {entry.person for name, entries in crisis.answers.items() for entry in entries if name != "crisis.confidentiality"}
    crisis = replace(crisis, people=tuple(replace(person, note="") for person in plan.people if person.id in used))
    text = squeezed(text_of(pdf(crisis, "crisis-plan")))
    assert not [word for words in said(plans.wrap(), crisis) for word in words.split() if word not in text]


def test_reading_order_is_the_order_of_the_story():
    text = text_of(pdf(plans.robin(), "crisis-plan"))
    story = [
        "My name is Robin",
        "About me",
        "Say your name",
        "Stand behind me",
        "Amina Yusuf",
        "Callum Reid",
        "Penicillin",
        "Signatures",
    ]
    places = [text.index(words) for words in story]
    assert places == sorted(places)


def test_every_page_is_stamped():
    with pikepdf.open(io.BytesIO(pdf(plans.robin()))) as made:
        count = len(made.pages)
    pages = text_of(pdf(plans.robin())).split("\f")[:count]
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {count}" in text
        assert "Robin Ashworth · Whole plan · Version 7 · 3 November 2026" in text


def test_contents_tell_the_page():
    text = text_of(pdf(plans.robin())).split("\f")
    page = next(number for number, words in enumerate(text, 1) if "Small changes that tell me" in words)
    crisis = next(number for number, words in enumerate(text, 1) if "I wrote this while I was well" in words)
    assert f"go to part 6, page {crisis}." in " ".join(text[0].split())
    assert f"\n{page}\n" in text[0]


def test_no_heading_stands_alone_at_the_foot():
    framework = plans.wrap()
    titles = {question.title for question in framework.questions()} | {s.title for p in framework.parts for s in p.sections}
    for seed in range(4):
        for text in text_of(make_pdf("whole-plan", framework, any_plan(framework, seed), plans.options())).split("\f")[1:]:
            body = [line.strip() for line in text.splitlines() if line.strip()]
            foot = next((place for place, line in enumerate(body) if line.startswith("Whole plan · Version")), len(body))
            assert not body[:foot] or body[foot - 1] not in titles


def test_names_stay_out_of_the_metadata():
    with pikepdf.open(io.BytesIO(pdf(plans.robin(), "crisis-plan"))) as made:
        told = str(made.docinfo) + str(made.open_metadata())
        assert str(made.Root.Lang) == "en-GB"
        assert "Robin" not in told
        assert str(made.docinfo["/Title"]) == "Crisis plan"
        assert "anonymous" not in told
        assert "untitled" not in told


def test_the_same_plan_makes_the_same_file():
    assert pdf(plans.robin()) == pdf(plans.robin())


def test_the_marks_notice_stands_once_and_crisis_papers_do_not_use_the_word():
    assert text_of(pdf(plans.robin())).count("marks of their owner") == 1
    assert "WRAP" not in text_of(pdf(plans.robin(), "crisis-plan"))


def test_left_pages_mirror():
    made = make_pdf("whole-plan", plans.wrap(), plans.robin(), plans.options(both_sides=True))
    with pikepdf.open(io.BytesIO(made)) as both, pikepdf.open(io.BytesIO(pdf(plans.robin()))) as one:
        assert both.pages[0].Contents.read_bytes() == one.pages[0].Contents.read_bytes()
        assert both.pages[3].Contents.read_bytes() != one.pages[3].Contents.read_bytes()


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("words", NASTY)
def test_hostile_words_come_out_as_words(words: str, large: bool):
    plan = Plan(
        "wrap",
        {
            "before.preferred_name": (Entry("n", " ".join(words.split())),),
            "crisis.full_name": (Entry("n", " ".join(words.split())),),
            "daily.best_words": (Entry("n", words),),
            "crisis.do": (Entry("n", words),),
            "crisis.supporters": (Entry("n", person="p", note=words),),
            "crisis.medicines_avoid": (Entry("n", cells=(("name", words), ("why", words))),),
            "crisis.signatures": (Entry("n", words, note=words),),
        },
        (Tool("t", words, words, favourite=True),),
        (Person("p", words, words, (words,)),),
    )
    for document in ("crisis-plan", "whole-plan", "crisis-summary"):
        text = squeezed(text_of(pdf(plan, document, large=large)))
        if len(words) < 200:
            assert squeezed(words) in text
        if len(words) < 200 or document not in ONE_PAGE:
            assert letters(text) >= letters(words * 3)
    for document in DOCUMENTS:
        assert pdf(plan, document, large=large).startswith(b"%PDF")


def test_words_without_end_neither_crash_nor_overflow():
    plan = Plan(
        "wrap",
        {"crisis.do": (Entry("e", "w" * 100_000),), "crisis.not_involved": (Entry("f", "why " * 20_000, note="x" * 9_000),)},
    )
    text = text_of(pdf(plan))
    assert text.count("w") >= 120_000
    assert text.count("x") >= 9_000


def test_every_script_is_there():
    words = "שלום مرحبا नमस्ते বাংলা ਪੰਜਾਬੀ தமிழ் ไทย አማርኛ 😀 ☂ \U00013000"
    text = text_of(pdf(Plan("wrap", {"before.hope": (Entry("e", words),)})))
    assert letters(text) >= letters(words)
    assert "\ufffd" not in text


@pytest.mark.parametrize("seed", range(RANDOM_PLANS))
def test_random_plans_lose_nothing(seed: int):
    framework = plans.wrap()
    plan = any_plan(framework, seed)
    paper, large = LOOKS[seed % 4]
    text = text_of(make_pdf("whole-plan", framework, plan, plans.options(paper, large=large)))
    squeezed_text = squeezed(text)
    missing = {
        word for words in said(framework, plan) for word in words.split() if len(word) < 40 and word not in squeezed_text
    }
    assert not missing
    make_pdf("crisis-plan", framework, plan, plans.options(paper, large=large))


@given(strategies.plans())
@settings(max_examples=15)
def test_any_plan_of_any_framework_is_printed(plan: Plan):
    for document in DOCUMENTS:
        made = make_pdf(document, strategies.SMALL, plan, plans.options())
        assert made.startswith(b"%PDF")


@pytest.mark.parametrize("framework", ["five-areas", "recognition-action-maintenance"])
def test_other_frameworks_print_with_no_line_about_them(framework: str, tmp_path: Path):
    asked = load_framework(plans.RESOURCES / "framework" / framework / "en")
    plan = any_plan(asked, 3)
    made = make_pdf("whole-plan", asked, plan, plans.options())
    text = squeezed(text_of(made))
    assert not [word for words in said(asked, plan) for word in words.split() if len(word) < 40 and word not in text]
    assert failures(made, tmp_path) == []


def test_an_unknown_document_is_refused():
    with pytest.raises(PrintError, match="crisis-plan"):
        make_pdf("nothing", plans.wrap(), Plan("wrap"), plans.options())


def test_missing_typefaces_are_told(tmp_path: Path):
    with pytest.raises(PrintError, match="letters to print with"):
        make_pdf("crisis-plan", plans.wrap(), Plan("wrap"), replace(plans.options(), fonts=tmp_path))


def test_version_and_day_come_from_the_edition():
    options = replace(plans.options(), edition=Edition(12, plans.options().edition.day.replace(year=2031)))
    assert "Version 12 · 3 November 2031" in text_of(make_pdf("crisis-plan", plans.wrap(), Plan("wrap"), options))
