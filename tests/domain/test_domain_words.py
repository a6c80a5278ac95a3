"""The normaliser, finding, and what counts as written."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from strategies import SMALL, plans

from wrapplanner.domain.finding import Hit, excerpt, find, marked, telling_lines
from wrapplanner.domain.framework import Level
from wrapplanner.domain.kinds import RULES, Kind, spoken_date
from wrapplanner.domain.plan import Entry, Plan, Tool
from wrapplanner.domain.progress import asked_questions, is_written, next_unwritten, written_questions
from wrapplanner.domain.text import folded, normalise

anything = st.text(st.characters() | st.sampled_from("\r\n\x00\x85\u2028\u2029\u00a0\ufeff\ud800\udfffe\u0301ﬁé"))


@given(anything, st.booleans())
def test_normalising_twice_is_normalising_once(text, single_line):
    once = normalise(text, single_line=single_line)
    assert normalise(once, single_line=single_line) == once


@given(anything)
def test_what_is_kept_can_be_kept(text):
    kept = normalise(text)
    kept.encode("utf-8")
    assert unicodedata.is_normalized("NFC", kept)
    assert not set(kept) & set("\r\x00\x85\x0b\x0c\u2028\u2029\u00a0\ufeff")
    assert "\n" not in normalise(text, single_line=True)


@given(st.text(st.sampled_from("abc \n\u0627\u200d\U0001f600é")))
def test_plain_words_stay_as_they_are(text):
    assert normalise(text) == text


@given(plans(), st.data())
def test_every_word_of_the_plan_is_found(plan, data):
    said = [
        (question, entry.id, RULES[question.kind].as_text(question, entry, plan))
        for question in SMALL.questions()
        for entry in plan.entries(question.id)
    ]
    said = [each for each in said if folded(each[2]).split()]
    if not said:
        return
    question, entry, text = data.draw(st.sampled_from(said))
    needle = data.draw(st.sampled_from([word for word in text.split() if folded(word).strip()]))  # "¯" is an accent alone
    hits = find(SMALL, plan, needle.upper() if folded(needle.upper()) == folded(needle) else needle)
    assert any((hit.question, hit.entry) == (question.id, entry) for hit in hits)


def test_finding_ignores_case_and_accents_and_the_order_of_words():
    plan = Plan(
        "small", {"small.list": (Entry("e1", "Café with Zoë"), Entry("e2", "tea"))}, (Tool("t1", "Walk", "in the café"),)
    )
    assert [hit.entry for hit in find(SMALL, plan, "zoe CAFE")] == ["e1"]
    assert [hit.entry for hit in find(SMALL, plan, "cafe")] == ["e1", "t1"]
    assert [hit.question for hit in find(SMALL, plan, "signed")] == ["small.signed"]
    assert find(SMALL, plan, "  ") == ()
    assert len(find(SMALL, plan, "a", limit=1)) == 1


def test_a_part_is_found_by_its_title():
    part = SMALL.parts[0]
    assert Hit(part.id, "", "", part.title) in find(SMALL, Plan("small"), part.title.upper())


def test_what_is_shown_of_a_hit_holds_the_words_that_match():
    words = "Jo Lantern\nMy sister\n01632 960142\nHolds the café key"
    assert telling_lines(words, "lantern") == ("Jo Lantern",)
    assert telling_lines(words, "cafe") == ("Jo Lantern", "Holds the café key")
    assert telling_lines(words, "cafe sister key") == ("Jo Lantern", "Holds the café key", "My sister")
    assert marked("The Café, the café", "cafe") == ((4, 5), (14, 4))
    long = "word " * 100 + "kettle " + "word " * 100
    assert excerpt("short", "kettle") == "short"
    for shown in (excerpt(long, "kettle"), excerpt(long.strip() + " kettle", "kettle"), excerpt("kettle" * 80, "kettle")):
        assert "kettle" in shown
        assert len(shown) < 160
    assert excerpt(long, "kettle").startswith("… ")
    assert excerpt(long, "kettle").endswith(" …")


@given(plans())
def test_what_has_words_is_written_and_what_is_written_is_shown(plan):
    for part in SMALL.parts:
        written = written_questions(plan, part)
        assert set(written) <= set(asked_questions(plan, part, more=False)) <= set(asked_questions(plan, part, more=True))
        for question in part.questions:
            blank = all(entry.is_blank for entry in plan.entries(question.id))
            assert (question in written) == (bool(plan.tools) if question.kind is Kind.TOOLBOX else not blank)


def test_carrying_on_goes_to_the_next_question_without_words():
    plan = Plan("small", {"small.line": (Entry("e1", "Jo"),), "small.day": (Entry("e2", "2026-11-03"),)})
    first, second = next_unwritten(plan, SMALL), next_unwritten(plan, SMALL, after="small.text")
    assert (first.id, second.id) == ("small.text", "small.list")
    assert next_unwritten(plan, SMALL, after="small.toolbox") is None
    assert all(question.level is Level.CORE for question in SMALL.questions())
    assert not is_written(Plan("small", {"small.line": (Entry("e1", "  "),)}), SMALL.question("small.line"))


def test_a_day_is_spoken_as_people_write_it():
    assert spoken_date("2026-11-03") == "3 November 2026"
    assert spoken_date("soon") == "soon"
