"""What each kind of question takes, and what it refuses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import ASKED, SMALL, plans

from wrapplanner.domain.kinds import MAX_LETTERS, RULES, Kind, cell_text, validate_answer
from wrapplanner.domain.plan import Entry, Person, Plan, Tool
from wrapplanner.errors import AnswerRefused


def test_every_kind_has_its_rules():
    assert RULES.keys() == set(Kind)
    assert {question.kind for question in SMALL.questions()} == set(Kind)


@given(plans())
def test_answers_made_by_the_rules_are_taken(plan):
    for question in ASKED:
        validate_answer(question, plan.entries(question.id))
        for entry in plan.entries(question.id):
            assert isinstance(RULES[question.kind].as_text(question, entry, plan), str)


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.id)
def test_a_blank_entry_is_blank_and_taken(question):
    blank = RULES[question.kind].blank()
    assert blank.is_blank
    validate_answer(question, (blank,))


@pytest.mark.parametrize(
    ("name", "entries"),
    [
        ("line", (Entry("a", "one"), Entry("b", "two"))),
        ("line", (Entry("a", "one\ntwo"),)),
        ("line", (Entry("a", note="n"),)),
        ("text", (Entry("a", "x" * (MAX_LETTERS + 1)),)),
        ("day", (Entry("a", "3 May"),)),
        ("day", (Entry("a", "20260503"),)),
        ("day", (Entry("a", "2026-02-30"),)),
        ("list", (Entry("a", tool="t"),)),
        ("tools", (Entry("a", "words", tool="t"),)),
        ("bare", (Entry("a", "words", note="when"),)),
        ("people", (Entry("a", "words", person="p"),)),
        ("people", (Entry("a", tool="t"),)),
        ("table", (Entry("a", cells=(("nothing", "x"),)),)),
        ("table", (Entry("a", cells=(("about", "x"), ("name", "y"))),)),
        ("table", (Entry("a", cells=(("wish", "perhaps"),)),)),
        ("table", (Entry("a", cells=(("since", "long ago"),)),)),
        ("table", (Entry("a", "Jo", person="p"),)),
        ("table", (Entry("a", cells=(("who", "Jo"),)),)),
        ("grid", (Entry("a", "Jo"),)),
        ("toolbox", (Entry("a", "Walk"),)),
    ],
)
def test_what_does_not_fit_the_kind_is_refused(name, entries):
    with pytest.raises(AnswerRefused):
        validate_answer(SMALL.question(f"small.{name}"), entries)


@given(st.text(max_size=5))
def test_a_tool_or_person_is_renamed_everywhere_at_once(name):
    said = {
        "small.tools": (Entry("a", tool="t"),),
        "small.people": (Entry("b", person="p"),),
        "small.table": (Entry("c", person="p"),),
    }
    plan = Plan("small", said, (Tool("t", name),), (Person("p", name, phones=("1", "2")),))
    assert [plan.words(entries[0]) for entries in said.values()] == [name] * 3


def test_a_table_shows_the_phone_of_its_person_unless_it_has_its_own():
    question = SMALL.question("small.table")
    plan = Plan("small", people=(Person("p", "Jo", phones=("1", "2")),))
    shown = Entry("c", person="p", cells=(("wish", "yes"), ("since", "2026-11-03")))
    assert [cell_text(question, shown, column.id, plan) for column in question.columns] == [
        "Jo", "", "", "1", "3 November 2026", "Yes, please",
    ]  # fmt: skip
    assert cell_text(question, Entry("c", person="p", cells=(("phone", "9"),)), "phone", plan) == "9"


def test_a_question_is_found_by_the_id_it_had_formerly():
    assert SMALL.question("old.text").id == "small.text"
    with pytest.raises(KeyError):
        SMALL.question("never")
