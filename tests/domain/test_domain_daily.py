"""The lists of a day: which days of the week words name, and what that does to the order of the sometimes-list."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from wrapplanner.content.loader import load_framework
from wrapplanner.domain.daily import lists_of
from wrapplanner.domain.days import Day, Tick
from wrapplanner.domain.plan import Entry, Plan
from wrapplanner.domain.weekdays import weekdays_in
from wrapplanner.paths import resource_root

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("", ""),
        ("Sundays", "6"),
        ("Thursday, in the evening", "3"),
        ("Tuesdays and Fridays", "14"),
        ("Mon, Wed", "02"),
        ("Mon–Thu", "0123"),
        ("Monday to Friday", "01234"),
        ("Friday until Monday", "0456"),
        ("weekends", "56"),
        ("Weekdays, not too late", "01234"),
        ("First Saturday of the month", "5"),
        ("every Sun", "6"),
        ("when there is sun", ""),
        ("I sat in the garden", ""),
        ("Sunday to rest", "6"),
        ("to Monday", "0"),
        ("when it is full", ""),
        ("MONDAYS", "0"),
        ("thurs", "3"),
    ],
)
def test_days_of_the_week_are_known_again(words: str, days: str) -> None:
    assert weekdays_in(words) == frozenset(map(int, days))


def test_what_belongs_to_this_day_comes_first_and_nothing_is_left_out() -> None:
    framework = load_framework(resource_root() / "framework" / "wrap" / "en")
    said = (("Choir", "Thursdays"), ("Swim", ""), ("Ring Mum", "Sundays"), ("Allotment", "Mon–Fri"), ("Bath", "when cold"))
    entries = tuple(Entry(f"e{place}", words, when) for place, (words, when) in enumerate(said))
    plan = Plan("wrap", {"daily.some_days": entries, "daily.every_day": tuple(reversed(entries))})

    def order(day: date, *ticks: Tick) -> list[str]:
        lists = {each.role: each for each in lists_of(framework, plan, Day(day, None, "", ticks))}
        assert [each.entry for each in lists["every-day"].things] == ["e4", "e3", "e2", "e1", "e0"], "this list is as it is"
        return [each.words for each in lists["some-days"].things]

    assert order(MONDAY) == ["Allotment", "Swim", "Bath", "Choir", "Ring Mum"]
    assert order(MONDAY + timedelta(3)) == ["Choir", "Allotment", "Swim", "Bath", "Ring Mum"]
    assert order(MONDAY + timedelta(6)) == ["Ring Mum", "Swim", "Bath", "Choir", "Allotment"]
    gone = Tick("daily.some_days", "was", "Paint")
    assert order(MONDAY, gone)[-1] == "Paint"
