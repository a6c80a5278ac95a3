"""Find with everything: 5,000 entries, 300 tools, 200 people and 18,000 days; a key press, and how long the window is busy.

A key press is measured from the key to the end of the turn in which the results are there. Laying the rows out goes on
in small batches afterwards: the longest of those turns is the second figure.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from ratio import row, spread

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_LOGGING_RULES"] = "*=false"

import wrapplanner.ui  # noqa: F401, I001  first: see its docstring
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from wrapplanner.app import Desktop
from wrapplanner.domain.plan import Entry, Person, Plan, Tool
from wrapplanner.storage.plans import PlanStore, plan_folder

ENTRIES, DAYS, SEED = 5_000, 18_000, 5
WORDS = (
    "evening",
    "canal",
    "kettle",
    "walk",
    "letters",
    "café",
    "garden",
    "sister",
    "morning",
    "music",
    "slow",
    "breath",
    "window",
    "post",
    "songs",
    "late",
)


def large_plan(chance: random.Random) -> Plan:
    """Return a plan with 5,000 entries over 20 questions, the same at every run."""
    questions = ("early.signs", "daily.every_day", "upsets.things", "breaking.signs", "daily.some_days")
    answers = {
        question: tuple(Entry(f"{question}{n}", " ".join(chance.choices(WORDS, k=7))) for n in range(ENTRIES // len(questions)))
        for question in questions
    }
    tools = tuple(Tool(f"t{n}", " ".join(chance.choices(WORDS, k=3))) for n in range(300))
    people = tuple(Person(f"p{n}", f"{chance.choice(WORDS).title()} Finch", phones=(f"01632 960{n:03d}",)) for n in range(200))
    return Plan("wrap", answers, tools, people)


def keep_days(store: PlanStore, chance: random.Random) -> None:
    """Keep 18,000 days with 20 ticks each, and a note on every other one."""
    from wrapplanner.domain.days import Day, Tick

    today = date.today()
    days = []
    for number in range(DAYS):
        ticks = tuple(Tick("daily.every_day", f"e{n}", " ".join(chance.choices(WORDS, k=3))) for n in range(20))
        note = " ".join(chance.choices(WORDS, k=12)) if number % 2 else ""
        days.append(Day(today - timedelta(days=number), None, note, ticks))
    store.days.keep(days)


def main() -> None:
    """Print the table."""
    app, chance = QApplication([]), random.Random(SEED)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        store = PlanStore.create(plan_folder(data, "my-plan"), "wrap", content=large_plan(chance))
        keep_days(store, chance)
        store.close()
        desktop = Desktop(app, data, "my-plan", example=False)
        desktop.window.resize(1280, 800)
        desktop.window.show()
        desktop.open_plan()
        for _ in range(50):
            app.processEvents()
        began = time.perf_counter()
        desktop.window.go("find")
        app.processEvents()
        row("go to Find (ms)", "≤ 100", f"{1000 * (time.perf_counter() - began):.1f}")
        turns = busy(app, 3.0)
        row("a turn while it prepares (ms)", "≤ 50", f"{spread(turns)}, longest {max(turns):.1f}")
        pressed, after = [], []
        for word in [*WORDS, "zebra", "finch", "01632", "text", "e"] * 2:
            field = desktop.window.focusWidget()
            field.clear()
            busy(app, 0.05)
            for letter in word.encode("ascii", "ignore").decode():
                began = time.perf_counter()
                QTest.keyClick(field, letter)
                app.processEvents()
                pressed.append(1000 * (time.perf_counter() - began))
                after.extend(busy(app, 0.02))
        row("a key press in Find (ms)", "≤ 50", f"{spread(pressed)}, longest {max(pressed):.1f}")
        row("a turn of laying out after it (ms)", "≤ 50", f"{spread(after)}, longest {max(after):.1f}")
        desktop.window.close()


def busy(app: QApplication, seconds: float) -> list[float]:
    """Return the milliseconds of each turn that took longer than nothing, while time goes by."""
    turns, end = [], time.perf_counter() + seconds
    while time.perf_counter() < end:
        began = time.perf_counter()
        app.processEvents()
        took = 1000 * (time.perf_counter() - began)
        if took > 0.1:
            turns.append(took)
    return turns or [0.0]


if __name__ == "__main__":
    main()
