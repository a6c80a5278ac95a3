"""Papers for the wall: a week to tick and signs to mark; no surname, no medicine, nothing added up."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pdf import plans
from pdf.reading import any_plan, failures, squeezed, story_of

from wrapplanner.domain.plan import Plan
from wrapplanner.pdf.documents import daily_list
from wrapplanner.pdf.forms import WeekGrid
from wrapplanner.pdf.options import Paper
from wrapplanner.pdf.render import make_pdf


def words(document: str, plan: Plan, paper: Paper = Paper.A4, *, large: bool = False) -> str:
    """Return the words of a paper on one line."""
    return " ".join(story_of(make_pdf(document, plans.wrap(), plan, plans.options(paper, large=large))))


def every_day(*rows: tuple[str, str]) -> Plan:
    """Return a plan of what one does every day, with when."""
    return Plan("wrap", {"daily.every_day": plans.tools("de", *rows)})


def groups(plan: Plan) -> list[tuple[str, int, int]]:
    """Return the names of the groups, how many rows each has, and how many blank ones."""
    blocks = daily_list.build(plans.wrap(), plan, plans.options()).blocks
    return [
        (group.title, len(group.rows), group.blank) for each in blocks if isinstance(each, WeekGrid) for group in each.groups
    ]


def test_rows_stand_by_the_time_of_day_that_was_noted():
    plan = every_day(("Tea", "Morning"), ("Walk", ""), ("Screens off", "9 pm"), ("Stretch", "before bed"))
    assert groups(plan) == [("Morning", 1, 0), ("In the day", 1, 0), ("Evening", 2, 2)]
    assert groups(every_day(("Tea", ""), ("Walk", ""))) == [("Every day", 2, 2)]


def test_a_note_that_only_says_the_group_is_not_said_again():
    assert "Tea, Morning" not in words("daily-list", every_day(("Tea", "Morning")))
    assert "Tea, Morning, with Jo" in words("daily-list", every_day(("Tea", "Morning, with Jo")))


@pytest.mark.parametrize("document", ["daily-list", "signs-sheet"])
def test_the_wall_knows_no_surname(document: str):
    text = words(document, plans.robin())
    assert "Ashworth" not in text
    assert "Robin · Version 7 · 3 November 2026" in text


def test_a_medicine_is_not_named_on_the_wall():
    plan = every_day(("Lithium at ten", "Evening"), ("Read", ""))
    plan = Plan("wrap", {**plan.answers, "crisis.medicines": plans.robin().answers["crisis.medicines"]})
    text = words("daily-list", plan)
    assert "Lithium" not in text
    assert "My medicines" in text


def test_every_day_has_a_box_that_says_so():
    pdf = make_pdf("daily-list", plans.wrap(), every_day(("Tea", "")), plans.options())
    with pikepdf.open(io.BytesIO(pdf)) as made:
        told = [str(each.ActualText) for each in made.objects if isinstance(each, pikepdf.Dictionary) and "/ActualText" in each]
    assert told == ["tick box, empty"] * 7 * 3


@pytest.mark.parametrize("paper", Paper)
def test_many_rows_shrink_to_one_page(paper: Paper):
    plan = every_day(*((f"A small thing {number}", "") for number in range(20)))
    for document in ("daily-list", "signs-sheet"):
        made = make_pdf(document, plans.wrap(), plan, plans.options(paper))
        with pikepdf.open(io.BytesIO(made)) as opened:
            assert len(opened.pages) == 1


def test_lines_for_more_give_way_to_what_is_written(tmp_path):
    """Nothing of a line that is not there is told either."""
    plan = every_day(*((f"A small thing {number}", "") for number in range(23)))
    made = make_pdf("daily-list", plans.wrap(), plan, plans.options(Paper.LETTER))
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert len(opened.pages) == 1
        rows = [each for each in opened.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/TR"]
    assert len(rows) < 1 + 1 + 23 + daily_list.BLANK
    assert failures(made, tmp_path) == []


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("large", [False, True])
def test_no_word_is_lost(seed: int, large: bool):
    framework = plans.wrap()
    plan = any_plan(framework, seed)
    asked = {
        "daily-list": ("daily.every_day", "daily.some_days"),
        "signs-sheet": ("early.signs", "early.must", "breaking.signs"),
    }
    for document, questions in asked.items():
        own = Plan("wrap", {name: plan.answers[name] for name in questions if name in plan.answers}, plan.tools)
        text = squeezed(words(document, own, large=large))
        told = [each for question in questions for entry in own.entries(question) for each in (own.words(entry), entry.note)]
        assert not [word for each in told for word in each.split() if len(word) < 40 and word not in text]
