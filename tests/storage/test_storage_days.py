"""Days: what was marked is what is read, a row a day; they cost the opening nothing, and old pages among new are told."""

from __future__ import annotations

import json
import tempfile
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from schema_check import valid
from strategies import SMALL

from wrapplanner.domain.days import Day, Place, Span, Tick
from wrapplanner.domain.plan import Plan
from wrapplanner.domain.text import normalise
from wrapplanner.errors import ImportRefused, NotSaved, PagesDamaged
from wrapplanner.storage import backups
from wrapplanner.storage.checks import check_store
from wrapplanner.storage.digest import CONTENT
from wrapplanner.storage.interchange import read_whole, write_plan
from wrapplanner.storage.plans import PlanStore
from wrapplanner.storage.schema import json_schema

IDS = st.text("abc.-_09", min_size=1, max_size=8)
WORDS = st.text(max_size=20).map(lambda words: normalise(words, single_line=True))
TICKS = st.lists(st.builds(Tick, IDS, IDS, WORDS), max_size=4, unique_by=lambda tick: (tick.question, tick.entry)).map(
    # A list's ticks stand together, as they are shown.
    lambda ticks: tuple(sorted(ticks, key=lambda tick: [each.question for each in ticks].index(tick.question)))
)
DAYS = st.builds(
    Day,
    st.dates(date(1, 1, 1), date(9999, 12, 31)),
    st.none() | st.sampled_from(Place),
    st.text(max_size=30).map(normalise),
    TICKS,
)
WALK = Tick("daily.every_day", "e1", "Walk by the canal")


@settings(max_examples=30)
@given(st.lists(DAYS, max_size=6, unique_by=lambda day: day.day))
def test_days_survive_the_file_and_the_open_format(days):
    kept = tuple(sorted((day for day in days if not day.is_blank), key=lambda day: day.day))
    written = write_plan(Plan(SMALL.id), days)
    assert valid(json.loads(written), json_schema([SMALL]))
    assert read_whole(written, SMALL)[1] == (tuple(sorted(kept, key=lambda day: day.day)) or None)
    with tempfile.TemporaryDirectory() as place:
        with closing(PlanStore.create(Path(place) / "plan", SMALL.id)) as store:
            store.days.keep(days)
        with closing(PlanStore.open(Path(place) / "plan")) as store:
            assert all(store.days.day(day.day) == day for day in kept)
            assert tuple(store.days.newest_first()) == kept[::-1]
            ends = store.days.ends()
            assert ends == (Span(kept[0].day, kept[-1].day) if kept else None)
            assert store.days.between(Span(date(1, 1, 1), date(1, 1, 2))) == tuple(d for d in kept if d.day <= date(1, 1, 2))
            assert all(check.fine for check in check_store(store, SMALL))
            store.days.keep([Day(day.day) for day in days])
            store.vault.digest.verify_days()
            assert store.days.ends() is None
            left = store.vault.rows("SELECT key FROM safekeeping WHERE key LIKE 'digest-days-%'")
            assert not left


def test_a_day_is_one_row_and_no_change_of_the_plan(folder):
    with closing(PlanStore.create(folder, SMALL.id)) as store:
        edition = store.hand_out()
        day = Day(date(2026, 3, 1), Place.STEADY).with_tick(WALK.question, WALK.entry, WALK.words)
        for each in (day, day.with_note("Frost"), day.with_tick("daily.some_days", "e2", "Hum").with_place(Place.UPSET)):
            store.days.keep([each])
            assert store.days.day(each.day) == each
        assert store.vault.rows("SELECT count(*) FROM days") == [(1,)]
        assert store.vault.rows("SELECT count(*) FROM history") == [(0,)]
        assert store.edition() == edition


def test_a_backup_is_due_after_a_tick(folder):
    with closing(PlanStore.create(folder, SMALL.id)) as store:
        assert not store.backup_is_due
        store.days.keep([Day(date(2026, 3, 1), Place.STEADY)])
        assert store.backup_is_due
        store.make_backup(store.begin_backup(backups.Why.ASKED))
        assert not store.backup_is_due


def test_days_that_are_not_what_was_written_are_told_when_they_are_looked_at(folder):
    with closing(PlanStore.create(folder, SMALL.id)) as store:
        store.days.keep([Day(date(2024, 3, 1) + timedelta(300 * n), Place.EARLY, "a note") for n in range(4)])
        store.vault.raw.execute("DROP TRIGGER digest_days_UPDATE")
        store.vault.raw.execute("UPDATE days SET note = 'an older note' WHERE day LIKE '2024-12-%'")
    with closing(PlanStore.open(folder)) as store:  # the rest of the plan opens as ever
        store.vault.digest.verify(CONTENT)
        assert len(store.days.between(Span.month(date(2025, 10, 22)))) == 1
        with pytest.raises(PagesDamaged):
            store.days.day(date(2024, 3, 1))
        with pytest.raises(PagesDamaged):
            list(store.days.all())
        assert [check.name for check in check_store(store, SMALL) if not check.fine] == ["Digest"]


def test_a_year_of_days_whose_sum_is_gone_is_told(folder):
    with closing(PlanStore.create(folder, SMALL.id)) as store:
        store.days.keep([Day(date(2024, 3, 1), Place.EARLY)])
        store.vault.raw.execute("DELETE FROM safekeeping WHERE key LIKE 'digest-days-%'")
    with closing(PlanStore.open(folder)) as store, pytest.raises(PagesDamaged):
        store.days.newest_first()


def test_a_row_that_cannot_be_read_is_told(folder):
    with closing(PlanStore.create(folder, SMALL.id)) as store:
        with store.writing():
            store.vault.raw.execute("INSERT INTO days VALUES ('2026-01-01', 'elsewhere', '', '')")
        with pytest.raises(PagesDamaged):
            store.days.day(date(2026, 1, 1))
        assert "Days" in [check.name for check in check_store(store, SMALL) if not check.fine]


def test_what_the_disk_refuses_leaves_all_days_as_they_were(folder):
    day = Day(date(2026, 3, 1), Place.STEADY, "kept")
    with closing(PlanStore.create(folder, SMALL.id)) as store:
        store.days.keep([day])
        store.vault.raw.execute("PRAGMA query_only = ON")
        with pytest.raises(NotSaved):
            store.days.keep([Day(day.day), Day(date(2026, 3, 2), note="new")])
        store.vault.raw.execute("PRAGMA query_only = OFF")
        assert tuple(store.days.all()) == (day,)
        store.days.keep([Day(date(2026, 3, 2), note="new")])
        store.vault.digest.verify_days()


def test_whether_days_are_kept_stands_in_the_plan(folder):
    with closing(PlanStore.create(folder, SMALL.id)) as store:
        assert store.days.keeps
        store.days.set_keeps(False)
        store.days.set_keeps(False)
    with closing(PlanStore.open(folder)) as store:
        assert not store.days.keeps
        store.days.set_keeps(True)
        assert store.days.keeps


@pytest.mark.parametrize(
    ("days", "at"),
    [
        ([{"day": "2026-02-30"}], "/days/0/day"),
        ([{"day": "20260201"}], "/days/0/day"),
        ([{"note": "no day"}], "/days/0/day"),
        ([{"day": "2026-02-01", "place": "lost"}], "/days/0/place"),
        ([{"day": "2026-02-01"}, {"day": "2026-02-01"}], "/days/1/day"),
        ([{"day": "2026-02-01", "ticks": {"q": {"e": 3}}}], "/days/0/ticks/q/e"),
        ([{"day": "2026-02-01", "ticks": {"q": {"not an id": "x"}}}], "/days/0/ticks"),
        ([{"day": "2026-02-01", "mood": 3}], "/days/0/mood"),
        ({"day": "2026-02-01"}, "/days"),
    ],
)
def test_days_that_do_not_fit_are_refused_at_their_place(days, at):
    file = {"format": "wrap-planner/plan", "format_version": 1, "framework": SMALL.id, "days": days}
    with pytest.raises(ImportRefused) as refused:
        read_whole(json.dumps(file).encode(), SMALL)
    assert refused.value.place == at


def test_a_month_is_whole():
    assert Span.month(date(2024, 2, 11)) == Span(date(2024, 2, 1), date(2024, 2, 29))
    assert Span.month(date(9999, 12, 31)) == Span(date(9999, 12, 1), date(9999, 12, 31))
    for month in range(1, 13):
        span = Span.month(date(2026, month, 15))
        assert span.first.day == 1
        assert (span.last + timedelta(1)).day == 1
