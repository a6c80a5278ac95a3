"""A plan with 50 years of days and 5,000 entries, always the same: `python tests/benchmarks/make_days.py DATA_DIR [YEARS]`."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from wrapplanner.domain.days import Day, Place, Tick
from wrapplanner.domain.plan import Entry, Plan, Tool
from wrapplanner.storage.plans import PlanStore, plan_folder

DAYS = 18_000
TICKS = 20
ENTRIES = 5_000
SEED = 20261127
_WORDS = "curtains kettle canal heron radio letter walk soup choir bird mend frost boots garden tea bath".split()  # noqa: SIM905
_LISTS = (
    "toolbox.not_helpful",
    "daily.best_words",
    "upsets.things",
    "early.signs",
    "breaking.signs",
    "crisis.do",
    "after.avoid",
)


def said(dice: random.Random, most: int = 6) -> str:
    """Return a few invented words."""
    return " ".join(dice.choices(_WORDS, k=dice.randint(2, most))).capitalize()


def make_plan(dice: random.Random) -> Plan:
    """Return a plan with a daily list of 20 things and ENTRIES entries in all."""
    answers = {
        "daily.every_day": tuple(Entry(f"e{n:04d}", said(dice), note=dice.choice(("", "Morning"))) for n in range(12)),
        "daily.some_days": tuple(Entry(f"s{n:04d}", said(dice)) for n in range(TICKS - 12)),
    }
    left = ENTRIES - TICKS
    for at, question in enumerate(_LISTS):
        share = left // (len(_LISTS) - at)
        left -= share
        answers[question] = tuple(Entry(f"x{at}{n:05d}", said(dice)) for n in range(share))
    return Plan("wrap", answers, tuple(Tool(f"t{n:03d}", said(dice), low_energy=n % 2 == 0) for n in range(200)))


def make_days(dice: random.Random, plan: Plan, count: int, last: date) -> Iterator[Day]:
    """Yield `count` days with TICKS ticks each, the last of them on a day."""
    things = [(question, entry) for question in ("daily.every_day", "daily.some_days") for entry in plan.entries(question)]
    for number in range(count):
        ticks = tuple(Tick(question, entry.id, entry.text) for question, entry in things)
        place = dice.choice((*Place, None))
        yield Day(last - timedelta(days=count - 1 - number), place, said(dice, 12) if number % 3 == 0 else "", ticks)


def make(data: Path, count: int = DAYS, last: date | None = None) -> None:
    """Make the plan "my-plan" in a data folder that has none."""
    dice = random.Random(SEED)
    plan = make_plan(dice)
    with closing(PlanStore.create(plan_folder(data, "my-plan"), plan.framework, content=plan)) as store:
        store.days.keep(tuple(make_days(dice, plan, count, last or date.today())))


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]) * 365 if len(sys.argv) > 2 else DAYS)
