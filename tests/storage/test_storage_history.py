"""History, read page by page, latest first, as it was written."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from files import do

from wrapplanner.domain.changes import EntryAdded, EntryEdited
from wrapplanner.domain.history import walked_back
from wrapplanner.domain.plan import Entry, Plan
from wrapplanner.errors import PlanUnreadable
from wrapplanner.storage.plans import PlanStore

SIGNS = "early.signs"


def test_steps_are_read_by_page_and_walk_back_to_each_day(folder: Path) -> None:
    now = [datetime(2026, 1, 1, 12, tzinfo=UTC)]
    with closing(PlanStore.create(folder, "wrap", clock=lambda: now[0])) as store:
        plans = [do(store, store.load(), EntryAdded(SIGNS, Entry("a", "One"), 0))]
        for number in range(2, 8):
            now[0] = now[0].replace(day=number)
            plans.append(do(store, store.load(), EntryEdited(SIGNS, Entry("a", f"Line {number}"))))
        first, second = store.steps(0, 4), store.steps(4, 4)
        assert [step.id for step in first + second] == [7, 6, 5, 4, 3, 2, 1]
        assert store.steps(1, 4) == ()
        assert store.last_step_of("2026-01-03") == 3
        assert store.last_step_of("2025-12-31") == 0
        for number, plan in enumerate(plans, 1):
            *_, then = walked_back(store.load(), store.steps, store.last_step_of(f"2026-01-{number:02d}"))
            assert then == plan
        *_, before = walked_back(store.load(), store.steps, 0)
        assert before == Plan("wrap")


def test_a_row_that_cannot_be_read_is_told_and_nothing_else_is_touched(folder: Path) -> None:
    with closing(PlanStore.create(folder, "wrap")) as store:
        do(store, store.load(), EntryAdded(SIGNS, Entry("a", "One"), 0))
        with store.writing() as connection:
            connection.exec_driver_sql('UPDATE history SET change = \'{"do": "unheard-of"}\'')
        with pytest.raises(PlanUnreadable):
            store.steps(0, 10)
        assert store.load().entries(SIGNS)[0].text == "One"
