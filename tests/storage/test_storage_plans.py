"""The store: what was applied is what is loaded, whatever the road; and whose file it is."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import tempfile
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from files import CANARY, PLAN, bytes_of, do, made
from hypothesis import given, settings
from sqlalchemy import select
from strategies import SMALL, roads

from wrapplanner.domain.changes import EntryAdded, EntryEdited, EntryMoved, EntryRemoved, Several, ToolRemoved, replacement
from wrapplanner.domain.copies import Edition
from wrapplanner.domain.plan import Entry, Plan
from wrapplanner.errors import ChangeRefused, NotSaved, PlanInUse, PlanNotFound, StorageError
from wrapplanner.storage import tables
from wrapplanner.storage.codec import DOINGS, change_from_plain
from wrapplanner.storage.plans import PlanStore, plan_folder, plan_names
from wrapplanner.storage.ranks import Ranks
from wrapplanner.storage.writing import _WRITES

OPENER = """
import sys
from pathlib import Path
from wrapplanner.storage.plans import PlanStore
PlanStore.open(Path(sys.argv[1]))
"""


@settings(max_examples=20)
@given(roads())
def test_any_road_is_kept_and_can_be_walked_back(road):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "plan"
        with closing(PlanStore.create(folder, SMALL.id)) as store:
            for _, change, inverse, _ in road:
                store.apply(change, inverse)
            assert store.load() == road[-1][3]
        with closing(PlanStore.open(folder)) as store:
            assert store.framework == SMALL.id
            assert store.load() == road[-1][3]
            for before, change, inverse, _ in reversed(road):
                store.apply(inverse, change)
                assert store.load() == before


@settings(max_examples=10)
@given(roads())
def test_the_history_rebuilds_every_plan_that_was(road):
    with tempfile.TemporaryDirectory() as place, closing(PlanStore.create(Path(place) / "plan", SMALL.id)) as store:
        for _, change, inverse, _ in road:
            store.apply(change, inverse)
        with store.vault.transaction() as connection:
            rows = connection.execute(select(tables.history).order_by(tables.history.c.id)).all()
        plan = Plan(SMALL.id)
        for row, (_, _, _, after) in zip(rows, road, strict=True):
            plan, _ = plan.apply(change_from_plain(json.loads(row.change)))
            assert plan == after
        for row, (before, _, _, _) in zip(reversed(rows), reversed(road), strict=True):
            plan, _ = plan.apply(change_from_plain(json.loads(row.inverse)))
            assert plan == before


def test_every_change_has_a_name_and_a_way_to_be_written():
    assert set(DOINGS.values()) == _WRITES.keys()


def test_a_plan_may_begin_with_content(folder):
    made(folder)
    with closing(PlanStore.open(folder)) as store:
        assert store.load() == PLAN


def test_a_list_that_is_filled_at_one_place_is_numbered_anew(folder):
    with closing(PlanStore.create(folder, "small", content=PLAN)) as store:
        plan = store.load()
        for number in range(100):
            plan = do(store, plan, EntryAdded("small.list", Entry(f"n{number}"), 1))
        plan = do(store, plan, EntryMoved("small.list", "l39", 0))
        assert store.load() == plan


def test_a_refused_change_leaves_everything_as_it_was(folder):
    with closing(PlanStore.create(folder, "small", content=PLAN)) as store:
        add = EntryAdded("small.list", Entry("new"), 0)
        for wrong in (
            Several((add, EntryRemoved("small.list", "nobody"))),
            Several((add, EntryEdited("small.list", Entry("nobody")))),
            Several((add, add)),
            Several((add, ToolRemoved("t1"))),  # still referred to
            EntryAdded("small.list", Entry("e9", tool="nowhere"), 0),
            EntryAdded("small.list", Entry("e9"), 99),
        ):
            with pytest.raises(ChangeRefused):
                store.apply(wrong, wrong)
            assert store.load() == PLAN
        after = do(store, PLAN, add)
        assert store.load() == after


def test_editions_rise_when_something_changes_after_a_hand_out(folder):
    now = datetime(2026, 5, 4, 12, tzinfo=UTC)
    with closing(PlanStore.create(folder, "small", clock=lambda: now)) as store:
        first, plan = Edition(1, date(2026, 5, 4)), store.load()
        assert store.edition() == first
        now += timedelta(days=1)
        plan = do(store, plan, EntryAdded("small.list", Entry("a"), 0))
        assert store.edition() == Edition(1, date(2026, 5, 5))
        now += timedelta(days=1)
        assert store.hand_out() == store.hand_out() == store.edition() == Edition(1, date(2026, 5, 5))
        plan = do(store, plan, EntryRemoved("small.list", "a"))
        plan = do(store, plan, EntryAdded("small.list", Entry("b"), 0))
        assert store.edition() == Edition(2, date(2026, 5, 6))
        store.hand_out()
    with closing(PlanStore.open(folder, clock=lambda: now)) as store:
        assert store.edition() == Edition(2, date(2026, 5, 6))
        now += timedelta(days=1)
        do(store, plan, EntryRemoved("small.list", "b"))
        assert store.edition() == Edition(3, date(2026, 5, 7))


def test_there_is_one_owner_at_a_time(folder):
    made(folder)
    with closing(PlanStore.open(folder)) as store:
        with pytest.raises(PlanInUse):
            PlanStore.open(folder)
        # A second opener in this process must not loosen the first one's lock either (see vault.py).
        other = subprocess.run([sys.executable, "-c", OPENER, str(folder)], capture_output=True, text=True, check=False)
        assert "PlanInUse" in other.stderr
        do(store, PLAN, EntryRemoved("small.line", "e1"))
    PlanStore.open(folder).close()


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_only_the_owner_may_read_the_files(folder):
    made(folder)
    rights = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())}
    assert rights.pop("my-plan") == 0o700
    assert rights.pop("plan.keys") == 0o600
    assert rights.pop("plan.db") == 0o600


def test_nothing_written_can_be_read_in_the_files(folder):
    with closing(PlanStore.create(folder, "small", content=PLAN)) as store:
        do(store, PLAN, EntryEdited("small.line", Entry("e1", CANARY * 2)))
    for data in bytes_of(folder).values():
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert CANARY.encode(encoding) not in data
        assert b"SQLite format" not in data


def test_errors_do_not_say_what_was_written(folder):
    with closing(PlanStore.create(folder, "small", content=PLAN)) as store:
        twice = EntryAdded("small.list", Entry("l1", CANARY), 0)
        store._ranks[(tables.entries, "small.list")] = Ranks(())  # so that the database itself finds it
        with pytest.raises(ChangeRefused) as refused:
            store.apply(twice, twice)
        assert CANARY not in repr(refused.value.__cause__)


def test_a_plan_is_never_made_over_something(folder):
    made(folder)
    before = bytes_of(folder)
    with pytest.raises(StorageError):
        PlanStore.create(folder, "small")
    assert bytes_of(folder) == before
    file = folder.parent / "file"
    file.write_text("mine")
    with pytest.raises(StorageError):
        PlanStore.create(file, "small")
    assert file.read_text() == "mine"


def test_a_plan_may_be_made_in_an_empty_folder_and_leaves_nothing_beside_it(folder):
    folder.mkdir(parents=True)
    made(folder)
    assert [path.name for path in folder.parent.iterdir()] == ["my-plan"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(NotSaved):
        PlanStore.create(tmp_path / "file" / "plan", "small")


def test_no_plan_is_no_plan(folder):
    with pytest.raises(PlanNotFound):
        PlanStore.open(folder)
    assert not folder.exists()


def test_plans_are_found_by_name(data_folder):
    assert plan_names(data_folder) == ()
    for name in ("my-plan", "Zoë", "another one"):
        made(plan_folder(data_folder, name))
    (data_folder / "plans" / "empty").mkdir()
    (data_folder / "plans" / ".new-1").mkdir()
    assert plan_names(data_folder) == ("Zoë", "another one", "my-plan")


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../x", "a/b", "a\\b", ".x", "x.", " x", "x ", "a\nb", "a\0", "C:", "con", "Nul.txt", "x" * 65]
)
def test_a_name_that_no_folder_can_have_is_refused(data_folder, name):
    with pytest.raises(StorageError):
        plan_folder(data_folder, name)


def test_a_large_import_is_one_step(folder):
    large = Plan("small", {"small.list": tuple(Entry(f"e{n}", f"words {n}") for n in range(5_000))})
    with closing(PlanStore.create(folder, "small", content=PLAN)) as store:
        store.apply(replacement(PLAN, large), replacement(large, PLAN))
        assert store.load() == large
        store.apply(replacement(large, PLAN), replacement(PLAN, large))
        assert store.load() == PLAN
