"""Days as people write them, to ISO dates. Words only: no Qt, no clock."""

from __future__ import annotations

import re
from datetime import date

from wrapplanner.domain.kinds import MONTHS

_NUMBERS = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)\.?,? (\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")


def read_date(words: str) -> str:
    """Return the ISO date that `words` mean: “3 November 2026”, “Nov 3, 2026”, “3/11/2026” (day first), “2026-11-03”.

    The year has four figures, since a guessed century would be somebody's birthday. Raises ValueError.
    """
    plain = " ".join(words.lower().split())
    if found := _NUMBERS.fullmatch(plain):
        day, month, year = found.groups()
        return date(int(year), int(month), int(day)).isoformat()
    if found := _DAY_FIRST.fullmatch(plain):
        day, name, year = found.groups()
        return date(int(year), _month(name), int(day)).isoformat()
    if found := _MONTH_FIRST.fullmatch(plain):
        name, day, year = found.groups()
        return date(int(year), _month(name), int(day)).isoformat()
    return date.fromisoformat(plain).isoformat()


def month_and_year(iso: str) -> str:
    """Return an ISO date as “May 2025”, empty for anything else."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return ""
    return f"{MONTHS[day.month - 1]} {day.year}"


def _month(name: str) -> int:
    for number, month in enumerate(MONTHS, 1):
        if len(name) >= 3 and month.lower().startswith(name):
            return number
    raise ValueError(name)
