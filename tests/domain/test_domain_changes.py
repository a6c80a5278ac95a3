"""Changes: any road can be walked back, typing becomes one change, and what does not fit is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import SMALL, changes, plans, roads, words

from wrapplanner.domain.changes import (
    EntryAdded,
    EntryEdited,
    EntryMoved,
    EntryRemoved,
    PersonAdded,
    PersonRemoved,
    Several,
    ToolAdded,
    ToolEdited,
    ToolRemoved,
    cleared,
    merged,
    questions_touched,
    replacement,
    taken_out,
)
from wrapplanner.domain.kinds import RULES, validate_answer
from wrapplanner.domain.plan import Entry, Person, Plan, Tool
from wrapplanner.errors import ChangeRefused


@given(roads())
def test_all_inverses_lead_back_through_every_plan(road):
    plan = road[-1][3]
    for before, _, inverse, after in reversed(road):
        assert plan == after
        plan, _again = plan.apply(inverse)
        assert plan == before


@given(roads())
def test_the_inverse_of_the_inverse_is_the_change_again(road):
    for _before, _, inverse, after in road:
        undone, redo = after.apply(inverse)
        assert undone.apply(redo)[0] == after


@given(roads())
def test_several_is_the_same_road_as_one_step(road):
    whole = Several(tuple(change for _, change, _, _ in road))
    plan, inverse = Plan(SMALL.id).apply(whole)
    assert plan == road[-1][3]
    assert plan.apply(inverse)[0] == Plan(SMALL.id)


@given(roads())
def test_every_plan_on_the_road_answers_its_questions(road):
    for _, _, _, plan in road:
        for question, entries in plan.answers.items():
            assert entries
            validate_answer(SMALL.question(question), entries)


@given(plans(), st.data())
def test_several_is_all_or_nothing(plan, data):
    fits = data.draw(changes(plan))
    with pytest.raises(ChangeRefused):
        plan.apply(Several((fits, EntryRemoved("small.list", "nobody"))))


@given(plans(), st.data())
def test_changes_touch_only_the_questions_they_name(plan, data):
    change = data.draw(changes(plan))
    after, _ = plan.apply(change)
    touched = questions_touched(change, after)
    for question in SMALL.questions():
        if question.id in touched:
            continue
        said, says = (
            [RULES[question.kind].as_text(question, entry, each) for entry in each.entries(question.id)]
            for each in (plan, after)
        )
        assert said == says


@given(st.lists(words, min_size=1, max_size=8))
def test_typing_becomes_one_change(typed):
    plan, first = Plan(SMALL.id), EntryAdded("small.text", Entry("e"), 0)
    change = first
    after, _ = plan.apply(first)
    for text in typed:
        edit = EntryEdited("small.text", Entry("e", text))
        after, _ = after.apply(edit)
        change = merged(change, edit)
        assert change is not None
    assert plan.apply(change)[0] == after


def test_what_is_not_one_piece_of_typing_stays_two():
    edit = EntryEdited("small.text", Entry("e", "a"))
    tool = Tool("t", "Walk")
    assert merged(edit, EntryEdited("small.text", Entry("other", "a"))) is None
    assert merged(edit, EntryEdited("small.line", Entry("e", "a"))) is None
    assert merged(edit, EntryRemoved("small.text", "e")) is None
    assert merged(ToolEdited(tool), ToolEdited(Tool("other", "Walk"))) is None
    assert merged(ToolAdded(tool, 0), ToolEdited(Tool("other", "Walk"))) is None
    assert merged(ToolAdded(tool, 0), ToolEdited(replace(tool, name="Walk far"))) == ToolAdded(
        replace(tool, name="Walk far"), 0
    )
    assert merged(ToolEdited(tool), ToolEdited(replace(tool, name="Walk far"))) == ToolEdited(replace(tool, name="Walk far"))


@given(plans(), plans())
def test_a_replacement_leads_to_the_new_plan_and_back(old, new):
    after, inverse = old.apply(replacement(old, new))
    assert after == new
    assert after.apply(inverse)[0] == old
    assert after.apply(replacement(new, old))[0] == old


def test_a_plan_is_not_replaced_by_one_of_another_kind():
    with pytest.raises(ChangeRefused):
        replacement(Plan("small"), Plan("other"))


@given(plans(), st.booleans(), st.data())
def test_taken_out_leaves_no_reference(plan, keep_words, data):
    things = (*plan.tools, *plan.people)
    if not things:
        return
    thing = data.draw(st.sampled_from(things))
    used = list(plan.uses(thing.id))
    after, inverse = plan.apply(taken_out(plan, thing, keep_words=keep_words))
    assert not list(after.uses(thing.id))
    assert thing not in (*after.tools, *after.people)
    for question, entry in used:
        left = [each for each in after.entries(question) if each.id == entry.id]
        assert bool(left) == (keep_words or bool(entry.cells))
        assert all(each.text == (thing.name if keep_words else "") for each in left)
        assert all((each.note, each.cells) == (entry.note, entry.cells) for each in left)
    assert after.apply(inverse)[0] == plan


@given(plans())
def test_cleared_leaves_tools_and_people(plan):
    after, inverse = plan.apply(cleared(plan, tuple(plan.answers)))
    assert after == Plan(SMALL.id, tools=plan.tools, people=plan.people)
    assert after.apply(inverse)[0] == plan


_PLAN = Plan(
    "small",
    {"small.tools": (Entry("e1", tool="t1"), Entry("e2", "words"))},
    (Tool("t1", "Walk"),),
    (Person("p1", "Jo"),),
)


@pytest.mark.parametrize(
    "change",
    [
        EntryAdded("small.tools", Entry("e1", "again"), 0),
        EntryAdded("small.tools", Entry("e3"), 3),
        EntryAdded("small.tools", Entry("e3"), -1),
        EntryAdded("small.tools", Entry("e3", tool="nowhere"), 0),
        EntryAdded("small.people", Entry("e3", person="nobody"), 0),
        EntryEdited("small.tools", Entry("e9")),
        EntryEdited("small.tools", Entry("e1", tool="nowhere")),
        EntryMoved("small.tools", "e1", 2),
        EntryMoved("small.tools", "e9", 0),
        EntryRemoved("small.tools", "e9"),
        EntryRemoved("small.line", "e1"),
        ToolAdded(Tool("t1", "Walk"), 0),
        ToolAdded(Tool("t2", "Walk"), 2),
        ToolRemoved("t1"),  # an answer refers to it
        PersonAdded(Person("p1", "Jo"), 0),
        PersonRemoved("p9"),
    ],
)
def test_what_does_not_fit_is_refused(change):
    with pytest.raises(ChangeRefused):
        _PLAN.apply(change)
