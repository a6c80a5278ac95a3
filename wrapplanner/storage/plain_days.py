"""Days as plain values of the open format, and back, each checked at its place."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from wrapplanner.domain.days import Day, Place, Tick
from wrapplanner.errors import ImportRefused
from wrapplanner.storage.openjson import as_list, as_object, check_keys, is_id, quoted
from wrapplanner.storage.reading import as_words

MAX_DAYS: Final = 50_000
MAX_TICKS: Final = 1_000
_MEMBERS: Final = frozenset({"day", "place", "note", "ticks"})


def day_to_plain(day: Day) -> dict[str, Any]:
    """Return a day as it stands in a file; what is blank is left out."""
    ticked: dict[str, dict[str, str]] = {}
    for tick in day.ticks:
        ticked.setdefault(tick.question, {})[tick.entry] = tick.words
    told = {"day": day.day.isoformat(), "place": day.place.value if day.place else "", "note": day.note, "ticks": ticked}
    return {name: value for name, value in told.items() if value}


def read_days(value: object) -> tuple[Day, ...]:
    """Return the days of a file's list, in order, blank ones dropped. Raises ImportRefused."""
    rows = as_list(value, "/days")
    if len(rows) > MAX_DAYS:
        raise ImportRefused(f"it holds more than {MAX_DAYS:,} days.", "/days")
    read: dict[date, Day] = {}
    for at, row in enumerate(rows):
        day = _day(row, f"/days/{at}")
        if day.day in read:
            raise ImportRefused("this day was named before.", f"/days/{at}/day")
        read[day.day] = day
    return tuple(read[day] for day in sorted(read) if not read[day].is_blank)


def _day(value: object, at: str) -> Day:
    members = as_object(value, at)
    check_keys(members, _MEMBERS, at)
    place = as_words(members.get("place", ""), f"{at}/place", single_line=True)
    if place and place not in {each.value for each in Place}:
        raise ImportRefused(f"this is one of: {', '.join(each.value for each in Place)}.", f"{at}/place")
    note = as_words(members.get("note", ""), f"{at}/note", single_line=False)
    return Day(_date(members.get("day"), f"{at}/day"), Place(place) if place else None, note, _ticks(members, f"{at}/ticks"))


def _date(value: object, at: str) -> date:
    try:
        if isinstance(value, str) and len(value) == len("2026-11-03"):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise ImportRefused("a day is written as 2026-11-03.", at)


def _ticks(members: dict[str, object], at: str) -> tuple[Tick, ...]:
    ticks: list[Tick] = []
    for question, listed in as_object(members.get("ticks", {}), at).items():
        for entry, words in as_object(listed, f"{at}/{quoted(question)}").items():
            if not is_id(question) or not is_id(entry):
                raise ImportRefused("an id is 1 to 64 of the letters A–Z, a–z, 0–9, dot, dash and underscore.", at)
            ticks.append(Tick(question, entry, as_words(words, f"{at}/{question}/{entry}", single_line=True)))
    if len(ticks) > MAX_TICKS:
        raise ImportRefused(f"one day has {MAX_TICKS:,} ticks at most.", at)
    return tuple(ticks)
