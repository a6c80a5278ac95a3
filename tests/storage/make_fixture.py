"""Make the fixture of today's schema version: `python tests/storage/make_fixture.py`, once, before the tables change.

It writes fixtures/plan-vN/ with plan.db, plan.keys and plan.json (what the plan says, in the open format). The fixtures
of past versions stay for ever: they prove that a plan written by any version can still be opened.
"""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from wrapplanner.domain.changes import EntryAdded, EntryEdited, EntryMoved, ToolEdited
from wrapplanner.domain.days import Day, Place, Tick
from wrapplanner.domain.plan import Agreement, Entry, Person, Plan, Tool, ToolState
from wrapplanner.storage.interchange import write_plan
from wrapplanner.storage.plans import PlanStore
from wrapplanner.storage.rows import SCHEMA

PLAN = Plan(
    "small",
    {
        "small.line": (Entry("e1", "Zoë"),),
        "small.text": (Entry("e2", "One line.\n\nAnother, in شعر and 日本語."),),
        "small.list": (Entry("e3", "first"), Entry("e4", "second")),
        "small.tools": (Entry("e5", tool="t1", note="each day"), Entry("e6", "words of its own")),
        "small.people": (Entry("e7", person="p1", note="please feed the cat"),),
        "small.table": (Entry("e8", person="p1", cells=(("name", "a name"), ("since", "2026-11-03"), ("wish", "no"))),),
        "small.signed": (Entry("e9", "", "witness"),),
    },
    (
        Tool("t1", "Walk", "by the river", "move", "20 min", favourite=True),
        Tool("t2", "Swim", costs_money=True, cost="£4", low_energy=True, state=ToolState.TRY),
    ),
    (Person("p1", "Jo", "sister", ("01632 960 001", "07700 900 002"), "not at night", Agreement.ASKED, "2026-05-04"),),
)

DAYS = (
    Day(date(2025, 12, 31), Place.EARLY, "Grey.\nThe radio stayed off."),
    Day(date(2026, 1, 1), Place.STEADY, "", (Tick("small.tools", "e5", "Walk"), Tick("small.list", "e3", "first"))),
    Day(date(2026, 1, 3), None, "", (Tick("small.tools", "e5", "Walk far, in شعر"),)),
)


def main() -> None:
    """Make the fixture, with a history and an edition in it."""
    folder = Path(__file__).parent / "fixtures" / f"plan-v{SCHEMA}"
    with closing(PlanStore.create(folder, "small", content=PLAN)) as store:
        plan = PLAN
        for change in (
            EntryAdded("small.list", Entry("e10", "between"), 1),
            EntryEdited("small.line", Entry("e1", "Zoë K.")),
            EntryMoved("small.list", "e4", 0),
            ToolEdited(Tool("t2", "Swim far", state=ToolState.NOT_FOR_ME)),
        ):
            plan, inverse = plan.apply(change)
            store.apply(change, inverse)
        store.hand_out()
        store.days.keep(DAYS)
    (folder / "plan.db-journal").unlink()  # empty, and made again at opening
    (folder / "plan.json").write_bytes(write_plan(plan, DAYS))


if __name__ == "__main__":
    main()
