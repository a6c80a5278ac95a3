"""The post-crisis timetable: what lightens the load, what is taken back, room for more; no word of it is lost."""

from __future__ import annotations

import pytest
from pdf import plans
from pdf.reading import any_plan, squeezed, story_of

from wrapplanner.domain.framework import Audience
from wrapplanner.domain.kinds import RULES
from wrapplanner.domain.plan import Plan
from wrapplanner.pdf.blocks import Pair, Table, Trio
from wrapplanner.pdf.documents import post_crisis_timetable
from wrapplanner.pdf.render import make_pdf

ASKED = ("after.at_once", "after.others_can", "after.can_wait", "after.timetable", "after.setback_signs", "after.setback_do")


def words(plan: Plan, *, large: bool = False) -> str:
    """Return the words of the paper on one line."""
    return " ".join(story_of(make_pdf("post-crisis-timetable", plans.wrap(), plan, plans.options(large=large))))


def blocks(plan: Plan, audience: Audience = Audience.ME) -> list[object]:
    """Return the blocks of the paper."""
    return list(post_crisis_timetable.build(plans.wrap(), plan, plans.options(audience=audience)).blocks)


def test_it_reads_in_the_order_of_the_design():
    text = words(plans.robin())
    story = [
        "taking things back",
        "At once",
        "Others can still do",
        "Can wait",
        "What I take back",
        "Biscuit",
        "Morning tin",
        "Then I will",
    ]
    places = [text.index(each) for each in story]
    assert places == sorted(places)


def test_every_job_has_a_box_and_there_is_room_for_two_more():
    (table,) = (block for block in blocks(plans.robin()) if isinstance(block, Table))
    assert len(table.rows) == 4 + 2
    assert [column.title for column in table.columns if column.box] == ["Mine again"]
    assert not any(table.rows[-1].cells)


def test_lists_close_up_where_one_is_blank():
    two = Plan("wrap", {name: plans.texts(name, "one") for name in ASKED[:2]})
    assert [type(block) for block in blocks(two)].count(Pair) == 1
    assert not any(isinstance(block, Trio) for block in blocks(two))
    assert "Can wait" not in words(two)


def test_a_reader_whom_it_is_not_for_sees_nothing_of_it():
    assert "Biscuit" in repr(blocks(plans.robin(), Audience.SUPPORTERS))
    assert "Biscuit" not in repr(blocks(plans.robin(), Audience.CLINICIANS))


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("large", [False, True])
def test_no_word_is_lost(seed: int, large: bool):
    framework = plans.wrap()
    plan = any_plan(framework, seed)
    text = squeezed(words(plan, large=large))
    said = (
        RULES[framework.question(name).kind].as_text(framework.question(name), entry, plan)
        for name in ASKED
        for entry in plan.entries(name)
    )
    assert not [word for each in said for word in each.split() if len(word) < 40 and word not in text]
