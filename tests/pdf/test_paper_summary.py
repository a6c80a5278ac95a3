"""The crisis summary: one page whatever is written, what it leaves out and in which order, and what it never leaves out."""

from __future__ import annotations

import io
import itertools
import os
import random
from dataclasses import replace

import pikepdf
import pytest
from pdf import plans
from pdf.reading import any_plan, squeezed, story_of, text_of

from wrapplanner.domain.copies import Edition
from wrapplanner.domain.framework import Audience
from wrapplanner.domain.plan import Entry, Person, Plan
from wrapplanner.pdf.blocks import Fitted
from wrapplanner.pdf.documents import crisis_summary
from wrapplanner.pdf.documents.summary_layout import Summary
from wrapplanner.pdf.documents.summary_shorter import shorter
from wrapplanner.pdf.options import Paper, PrintOptions
from wrapplanner.pdf.render import make_pdf

RANDOM_PLANS = int(os.environ.get("RANDOM_PLANS", "10"))
HOLDERS = ("Amina Yusuf", "Harrow Lane Surgery")


def made(plan: Plan, options: PrintOptions | None = None) -> bytes:
    """Return the summary of a plan."""
    return make_pdf("crisis-summary", plans.wrap(), plan, options or plans.options())


def words(plan: Plan, options: PrintOptions | None = None) -> str:
    """Return the words of a summary, on one line."""
    return " ".join(story_of(made(plan, options)))


def pages(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def content(plan: Plan, options: PrintOptions | None = None) -> Summary:
    """Return the summary before anything is left out."""
    (block,) = crisis_summary.build(plans.wrap(), plan, options or plans.options()).blocks
    assert isinstance(block, Fitted)
    assert isinstance(block.content, Summary)
    return block.content


def sizes(plan: Plan, paper: Paper) -> set[float]:
    """Return the sizes of type on a summary."""
    with pikepdf.open(io.BytesIO(made(plan, plans.options(paper)))) as opened:
        code = opened.pages[0].Contents.read_bytes().decode("latin-1")
    return {float(line.split(" Tf <")[0].split()[-1]) for line in code.splitlines() if " Tf <" in line}


def listed(*said: str) -> tuple[Entry, ...]:
    """Return entries."""
    return plans.texts("e", *said)


def test_harm_and_manner_come_before_phoning():
    text = words(plans.robin())
    story = ["Robin Ashworth", "Never give me", "Penicillin", "Talking with me", "Say your name", "Stand behind",
             "Amina Yusuf", "Callum Reid", "If my life is at risk", "Me when I am well", "Medicines now", "Who depends",
             "Where I would"]  # fmt: skip
    places = [text.index(each) for each in story]
    assert places == sorted(places)


def test_few_answers_grow_and_many_shrink():
    assert 14 in sizes(plans.one_answer(), Paper.A4)
    assert {10, 10.5} <= sizes(plans.robin(), Paper.LETTER)
    assert min(sizes(plans.robin(), Paper.LETTER)) == 10


def test_nobody_to_call_is_a_full_answer():
    plan = Plan("wrap", {"crisis.do": listed("Sit with me")})
    text = words(plan)
    assert "Call If my life is at risk 999 To talk to someone, Samaritans 116 123" in text
    assert "in this order" not in text
    assert "At any hour" not in text


def test_a_caller_without_a_number_does_not_stand_before_one_who_has_it():
    people = (Person("a", "Ada"), Person("b", "Bo", phones=("01632 960001",)), Person("c", "Cy", phones=("01632 960002",)))
    supporters = tuple(Entry(each.id, person=each.id) for each in people)
    text = words(Plan("wrap", {"crisis.supporters": supporters}, people=people))
    assert "1 Bo 01632 960001 2 Cy 01632 960002" in text
    assert "Ada" not in text


def test_why_somebody_is_not_called_stands_on_no_copy_but_the_name_does():
    for audience in Audience:
        text = words(plans.robin(), plans.options(audience=audience))
        assert "Callum Reid" in text
        assert "not in touch" not in text


def test_the_address_is_never_there():
    assert "Tenter Row" not in words(plans.robin())


def test_what_is_left_out_is_said_with_its_page():
    text = words(plans.robin(), replace(plans.options(), holders=HOLDERS))
    assert "2 more in my full plan, page 2" in text
    assert "My full crisis plan is with Amina Yusuf and Harrow Lane Surgery." in text
    full = text_of(make_pdf("crisis-plan", plans.wrap(), plans.robin(), plans.options())).split("\f")
    assert "Read to me: seed catalogues" in full[1]


def test_where_no_full_plan_is_shared_only_that_there_is_more_is_said():
    text = words(plans.robin())
    assert "Robin has written more" in text
    assert "full plan" not in text


def test_a_first_version_replaces_nothing():
    first = replace(plans.options(), edition=Edition(1, plans.options().edition.day))
    assert "Replaces" not in words(plans.robin(), first)
    assert "Replaces every earlier one" in words(plans.robin())


def test_entries_are_left_out_in_the_order_of_the_design():
    versions = list(shorter(content(plans.robin()).cells))
    told = [{cell.id: len(cell.items) for cell in version} for version in versions]

    def first(name: str, left: int) -> int:
        return next(place for place, each in enumerate(told) if each.get(name, 0) <= left)

    order = [first("well", 1), first("places", 2), first("signs", 3), first("depends", 1), first("do", 4),
             first("do-not", 4), first("calls", 2), first("medicines", 0)]  # fmt: skip
    assert order == sorted(order)
    assert all(each["medicines"] in (0, 3) for each in told[: first("do", 3)])
    assert all("Ivy" in repr(version) for version in versions[: first("do", 0)])
    for before, after in itertools.pairwise(versions):
        assert before != after


def test_medicines_are_all_there_or_none():
    rows = [(f"Medicine {number}", "10 mg", "noon", "", "") for number in range(30)]
    answers = {**plans.robin().answers, "crisis.medicines": plans.records("m", "name amount when for @", *rows)}
    options = replace(plans.options(), holders=HOLDERS)
    text = words(replace(plans.robin(), answers=answers), options)
    assert "I take 30 medicines: full plan, page" in text
    assert "Medicine 0" not in text


def test_a_text_too_long_for_its_cell_is_in_the_full_plan():
    answers = {**plans.robin().answers, "crisis.communication": listed("I am listening, slowly. " * 300)}
    text = words(replace(plans.robin(), answers=answers), replace(plans.options(), holders=HOLDERS))
    assert "Talking with me In my full plan, page 1" in text
    assert "Say your name" in text


def test_what_was_left_out_for_nothing_is_given_back():
    answers = {**plans.robin().answers, "crisis.medicines": plans.records(
        "m", "name amount when for @", *((f"Medicine {number}", "", "noon", "", "") for number in range(40)))}  # fmt: skip
    text = words(replace(plans.robin(), answers=answers))
    assert "I am Ivy’s parent" in text
    assert "Warm sweet tea" in text


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("large", [False, True])
def test_it_is_one_page_or_one_sheet(paper: Paper, large: bool):
    for plan in (plans.robin(), plans.six_answers(), plans.one_answer(), Plan("wrap")):
        assert pages(made(plan, plans.options(paper, large=large))) <= (2 if large else 1)


def test_large_print_turns_over_and_begins_again_with_whom_not_to_call():
    pdf = made(plans.robin(), plans.options(large=True))
    front, back = story_of(pdf)
    assert "Turn over" in front
    assert "999" in front
    assert "Callum Reid" not in front
    assert "Robin Ashworth Robin Ashworth · Version 7 · 3 November 2026 Page 2 of 2 Do not call" in back
    assert "Talking with me, also" in back
    assert pages(made(plans.one_answer(), plans.options(large=True))) == 1


NEVER_LEFT_OUT = ("Penicillin", "My face swells", "Haloperidol", "neck and jaw", "Ibuprofen", "lithium", "Callum Reid",
                  "Pauline Ashworth", "Robin Ashworth", "14 March 1987", "Version 7 · 3 November 2026", "999",
                  "stay on my right", "not a legal document", "Amina Yusuf", "07700 900142")  # fmt: skip


@pytest.mark.parametrize("seed", range(RANDOM_PLANS))
def test_whatever_else_is_written_it_is_one_page_and_keeps_what_it_must(seed: int):
    dice = random.Random(seed)
    other = any_plan(plans.wrap(), seed)
    mine = plans.robin()
    kept = ("full_name", "birth_date", "allergies", "medicines_avoid", "communication", "not_involved", "supporters")
    answers = {**other.answers, **{f"crisis.{name}": mine.answers[f"crisis.{name}"] for name in kept}}
    for name in ("do", "do_not", "signs"):
        answers[f"crisis.{name}"] = listed(*("word " * dice.randrange(1, 90) for _ in range(dice.randrange(30))))
    plan = Plan("wrap", {k: v for k, v in answers.items() if v}, other.tools, (*mine.people, *other.people))
    paper, large = dice.choice(list(Paper)), dice.random() < 0.3
    pdf = made(plan, replace(plans.options(paper, large=large), holders=HOLDERS if dice.random() < 0.5 else ()))
    assert pages(pdf) <= (2 if large else 1)
    text = squeezed(text_of(pdf))
    assert not [each for each in NEVER_LEFT_OUT if squeezed(each) not in text]


@pytest.mark.parametrize("seed", range(RANDOM_PLANS))
def test_any_plan_at_all_is_one_page(seed: int):
    pdf = made(any_plan(plans.wrap(), seed), plans.options(list(Paper)[seed % 2]))
    assert pages(pdf) == 1
    pdf = made(any_plan(plans.wrap(), seed), plans.options(list(Paper)[seed % 2], large=True))
    assert pages(pdf) <= 2


def test_words_without_end_are_one_page():
    for name in ("crisis.communication", "crisis.do", "crisis.full_name", "crisis.not_involved", "crisis.well"):
        assert pages(made(Plan("wrap", {name: listed("word " * 20_000)}))) == 1
    rows = [(f"Medicine {number}", "because " * 60) for number in range(200)]
    plan = Plan("wrap", {"crisis.medicines_avoid": plans.records("a", "name why", *rows)})
    text = words(plan)
    assert pages(made(plan)) == 1
    assert "Medicine 30 I have written more" not in text
    assert "Medicine 20" in text
