"""Who holds which copy, as it is kept: versions, replacement, and what a version said."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from wrapplanner.domain.changes import EntryAdded, EntryEdited
from wrapplanner.domain.copies import Choices, Copy, CopyState, Edition, Medium, copy_before, held, holders_of, numbered
from wrapplanner.domain.history import walked_back
from wrapplanner.domain.plan import Entry, Person, Plan
from wrapplanner.storage.plans import PlanStore

PLAN = Plan("small", {"small.list": (Entry("a", "one"),)}, people=(Person("jo", "Jo"), Person("ade", "Ade")))
JO = Copy("c1", 1, "crisis-plan", "Jo", "jo", "supporters", Medium.PAPER, date(2026, 3, 2))


def change(store: PlanStore, plan: Plan, text: str) -> Plan:
    edit = EntryEdited("small.list", Entry("a", text))
    after, inverse = plan.apply(edit)
    store.apply(edit, inverse)
    return after


def test_copies_are_kept_as_they_were_given(folder: Path):
    chosen = replace(JO, id="c2", medium=Medium.FILE, choices=Choices(frozenset({"b", "a:reasons"}), "letter", True))
    with closing(PlanStore.create(folder, "small", content=PLAN)) as store:
        store.hand_out(JO)
        store.hand_out(replace(chosen, person="ade", holder="Ade"))
    with closing(PlanStore.open(folder)) as store:
        assert store.copies() == (JO, replace(chosen, person="ade", holder="Ade"))
        assert store.edition().version == 1


def test_a_new_copy_replaces_the_one_that_its_holder_had(folder: Path):
    with closing(PlanStore.create(folder, "small", content=PLAN)) as store:
        store.hand_out(JO)
        store.hand_out(replace(JO, id="c2", document="wallet-card"))
        plan = change(store, PLAN, "two")
        assert store.edition().version == 2
        store.hand_out(replace(JO, id="c3", version=2, day=date(2026, 6, 8)))
        assert [copy.id for copy in held(store.copies())] == ["c3", "c2"]
        assert store.copies()[0] == JO.ended(CopyState.REPLACED, date(2026, 6, 8))
        change(store, plan, "three")
        edition, last = store.handed_version(1)
        assert edition == Edition(1, edition.day)
        *_, old = walked_back(store.load(), store.steps, last)
        assert old == PLAN
        assert store.handed_version(3) is None, "nobody was given the third one yet"


def test_what_became_of_a_copy_is_kept_and_taken_back(folder: Path):
    with closing(PlanStore.create(folder, "small", content=PLAN)) as store:
        store.hand_out(JO)
        store.keep_copy(JO.ended(CopyState.DESTROYED, date(2026, 4, 1)))
        assert not held(store.copies())
        store.keep_copy(JO)
        assert held(store.copies()) == (JO,)


def test_numbers_stay_with_their_holders():
    ade = replace(JO, id="c2", person="ade", holder="Ade", day=date(2026, 3, 3))
    old = JO.ended(CopyState.REPLACED, date(2026, 4, 1))
    copies = (old, ade, replace(JO, id="c3", day=date(2026, 4, 1)))
    assert numbered(copies, "crisis-plan", "jo", "Jo") == (1, 2)
    assert numbered(copies, "crisis-plan", "ade", "Ade") == (2, 2)
    assert numbered(copies, "crisis-plan", "", "GP surgery") == (3, 3)
    assert numbered((), "crisis-plan", "jo", "Jo") == (1, 1)
    before = copy_before(copies, "crisis-plan", "jo", "Jo, of another name now")
    assert before is not None
    assert before.id == "c3"
    assert holders_of(copies, "crisis-plan") == ("Ade", "Jo")


def test_the_digest_follows_copies(folder: Path):
    with closing(PlanStore.create(folder, "small", content=PLAN)) as store:
        store.hand_out(JO)
        added = EntryAdded("small.list", Entry("b", "more"), 1)
        store.apply(added, PLAN.apply(added)[1])
    PlanStore.open(folder).close()  # compares what is written with what was
