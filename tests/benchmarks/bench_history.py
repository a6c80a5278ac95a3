"""Fifty years of history: the first page of what changed, beside a plan of one day; the walk back to its beginning."""

from __future__ import annotations

import os
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from ratio import ratio, row, spread

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_LOGGING_RULES"] = "*=false"

import wrapplanner.ui  # noqa: F401, I001  first: see its docstring
from PySide6.QtWidgets import QApplication

from wrapplanner.app import Desktop
from wrapplanner.domain.changes import EntryEdited
from wrapplanner.domain.history import walked_back
from wrapplanner.domain.plan import Entry, Plan
from wrapplanner.storage.codec import change_to_plain
from wrapplanner.storage.plans import PlanStore, plan_folder
from wrapplanner.storage.rows import compact

YEARS, A_DAY, QUESTION = 50, 3, "early.signs"


def make(data: Path, days: int) -> Path:
    """Make a plan of 100 lines, of which three are changed each day."""
    folder = plan_folder(data, "my-plan")
    content = Plan("wrap", {QUESTION: tuple(Entry(f"e{number}", f"Line {number} as first said") for number in range(100))})
    store = PlanStore.create(folder, "wrap", content=content)
    text = {entry.id: entry.text for entry in content.entries(QUESTION)}
    rows, begin = [], date.today() - timedelta(days=days)
    for number in range(days * A_DAY):
        name, day = f"e{number * 37 % 100}", (begin + timedelta(days=number // A_DAY + 1)).isoformat()
        plain = [compact(change_to_plain(EntryEdited(QUESTION, Entry(name, said)))) for said in (f"Said {number}", text[name])]
        text[name] = f"Said {number}"
        rows.append((day, day, *plain))
    with store.writing() as connection:
        insert = "INSERT INTO history (at, day, change, inverse) VALUES (?, ?, ?, ?)"
        connection.exec_driver_sql(insert, rows)
        edits = [(said, name) for name, said in text.items()]
        connection.exec_driver_sql("UPDATE entries SET text = ? WHERE id = ?", edits)
    store.close()
    return folder


def first_pages(app: QApplication, data: Path) -> list[float]:
    """Return the seconds of opening the page, seven times."""
    desktop = Desktop(app, data, "my-plan", example=False)
    desktop.window.resize(1280, 800)
    desktop.window.show()
    desktop.open_plan()
    times = []
    for _ in range(8):
        desktop.window.go("read")
        app.processEvents()
        desktop.window._pages.pop("history", None)
        began = time.perf_counter()
        desktop.window.go("history")
        app.processEvents()
        times.append(time.perf_counter() - began)
    desktop.window.close()
    return times[1:]


def main() -> None:
    """Print the table."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as long, tempfile.TemporaryDirectory() as short:
        folder = make(Path(long), YEARS * 365)
        make(Path(short), 14)
        ours, bare = first_pages(app, Path(long)), first_pages(app, Path(short))
        row("what changed, first page, 50 years (ms)", "", spread([1000 * each for each in ours]))
        row("the same, beside two weeks of history", "≤ 1.2 ×", ratio(ours, bare))
        store = PlanStore.open(folder)
        pieces, whole = [], time.perf_counter()
        began = whole
        for _plan in walked_back(store.load(), store.steps, 1):
            pieces.append(1000 * (time.perf_counter() - began))
            began = time.perf_counter()
        row("back to the first day of 50 years, all (ms)", "", f"{1000 * (time.perf_counter() - whole):.0f}")
        row("one piece of that way (ms), window alive between", "≤ 50", f"{spread(pieces)}, longest {max(pieces):.1f}")
        store.close()


if __name__ == "__main__":
    main()
