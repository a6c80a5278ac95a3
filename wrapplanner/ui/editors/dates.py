"""Reading dates as people write them (day first, as in en-GB)."""

from __future__ import annotations

import re
from datetime import date

from wrapplanner.domain.kinds import MONTHS

_NUMBERS = re.compile(r"(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{4})")
_ISO = re.compile(r"(\d{4})[./\-](\d{1,2})[./\-](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2}) ([a-z]+) (\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]+) (\d{1,2}) (\d{4})")
_NOISE = re.compile(r"\b(?:the|of|mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b|(?<=\d)(?:st|nd|rd|th)\b|,")


def read_date(words: str) -> str | None:
    """Return words like “3 November 2026”, “3/11/2026”, “2026-11-03” or “Nov 3 2026” as an ISO date; None if unread."""
    plain = " ".join(_NOISE.sub(" ", words.casefold()).replace(".", " ").split())
    if found := _ISO.fullmatch(words.strip()):
        year, month, day = (int(part) for part in found.groups())
    elif found := _NUMBERS.fullmatch(plain):
        day, month, year = (int(part) for part in found.groups())
    elif found := _DAY_FIRST.fullmatch(plain):
        day, month, year = int(found[1]), _month(found[2]), int(found[3])
    elif found := _MONTH_FIRST.fullmatch(plain):
        day, month, year = int(found[2]), _month(found[1]), int(found[3])
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(name: str) -> int:
    # Three letters tell every month from the others; 0 is no month, which no date accepts.
    found = [at for at, month in enumerate(MONTHS, start=1) if len(name) >= 3 and month.casefold().startswith(name)]
    return found[0] if len(found) == 1 else 9 if name == "sept" else 0
