"""The invented days of the example plan, told from today on, so that there is always something to look back on."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

from wrapplanner.domain.days import Day, Place
from wrapplanner.domain.plan import Plan


def example_days(file: Path, plan: Plan, today: date) -> tuple[Day, ...]:
    """Return the days of a file of `ago` (days before today), `place`, `note` and `ticks` (ids of entries of the plan)."""
    entries = {entry.id: (question, plan.words(entry)) for question, all_of in plan.answers.items() for entry in all_of}
    days = []
    for row in json.loads(file.read_text("utf-8")):
        place = Place(row["place"]) if "place" in row else None
        day = Day(today - timedelta(days=row["ago"]), place, row.get("note", ""))
        for entry in row.get("ticks", ()):
            question, words = entries[entry]
            day = day.with_tick(question, entry, words)
        days.append(day)
    return tuple(days)
