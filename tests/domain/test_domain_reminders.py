"""When to remind, and how times are read."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wrapplanner.domain.reminders import LATE, Reminders, read_time, times_of, words_of

MONDAY = datetime(2026, 11, 30, 17, 59)
EVENING = Reminders((time(18),))


def test_it_is_due_once_at_its_time_on_its_days() -> None:
    assert EVENING.is_due(MONDAY, MONDAY + timedelta(minutes=1))
    assert not EVENING.is_due(MONDAY + timedelta(minutes=1), MONDAY + timedelta(minutes=2))
    assert not Reminders((time(18),), frozenset({2})).is_due(MONDAY, MONDAY + timedelta(minutes=1))
    assert not EVENING.is_due(MONDAY + timedelta(minutes=5), MONDAY), "the clock went back"


def test_a_computer_that_slept_reminds_a_little_late_and_then_not_at_all() -> None:
    assert EVENING.is_due(MONDAY, MONDAY + timedelta(minutes=20))
    assert not EVENING.is_due(MONDAY, MONDAY + timedelta(hours=2))
    assert not EVENING.is_due(MONDAY - timedelta(days=9), MONDAY)


def test_quiet_hours_go_over_midnight_and_nothing_comes_in_them() -> None:
    late = Reminders((time(23), time(7, 50)), quiet_from=time(22), quiet_until=time(8))
    night = datetime(2026, 11, 30, 22, 59)
    assert not late.is_due(night, night + timedelta(minutes=1))
    assert not late.is_due(datetime(2026, 12, 1, 7, 49), datetime(2026, 12, 1, 7, 51))
    assert not late.is_due(datetime(2026, 12, 1, 7, 49), datetime(2026, 12, 1, 8, 1)), "not put off to the end of them either"
    assert not Reminders((time(18),), quiet_from=time(9), quiet_until=time(9)).is_quiet(time(9))


@given(st.times().map(lambda at: at.replace(microsecond=0)), st.datetimes(datetime(2020, 1, 1), datetime(2090, 1, 1)))
def test_looking_often_enough_reminds_once_a_day_and_never_in_quiet_hours(at: time, begin: datetime) -> None:
    reminders = Reminders((at,))
    looks = [begin + timedelta(minutes=7 * number) for number in range(2 * 24 * 60 // 7 + 1)]
    due = [now for last, now in pairwise(looks) if reminders.is_due(last, now)]
    assert len(due) <= 2
    assert all(not reminders.is_quiet(now.time()) and now.replace(hour=at.hour, minute=at.minute) - now < LATE for now in due)
    assert (
        bool(due) or reminders.is_quiet(at) or reminders.is_quiet((datetime.combine(begin, at) + timedelta(minutes=7)).time())
    )


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("9:30", time(9, 30)),
        ("21.15", time(21, 15)),
        ("9", time(9)),
        ("9 pm", time(21)),
        ("12pm", time(12)),
        ("7 a.m.", time(7)),
        ("7:05 p.m.", time(19, 5)),
        ("25:00", None),
        ("9:7", None),
        ("soon", None),
        ("", None),
    ],
)
def test_times_are_read_as_people_write_them(words: str, read: time | None) -> None:
    assert read_time(words) == read


def test_several_times_are_kept_in_order_once_each() -> None:
    assert words_of(times_of("18:00 9:30 soon 18.00")) == "09:30 18:00"
