"""Editing with 5,000 entries: one edit kept on disk, opening the part that holds them, one key press in it.

The times are of the window's own thread, with the real store (SQLCipher, synchronous=FULL) in a temporary folder.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path

from ratio import row

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_LOGGING_RULES"] = "*=false"

import wrapplanner.ui  # noqa: F401, I001  first: see its docstring
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from wrapplanner.app import Desktop
from wrapplanner.domain.changes import EntryEdited
from wrapplanner.domain.plan import Entry, Plan
from wrapplanner.storage.plans import PlanStore, plan_folder

ENTRIES, QUESTION = 5_000, "early.signs"
WORDS = (
    "I notice",
    "that",
    "the evenings",
    "are shorter",
    "and I",
    "put things off",
    "until",
    "the morning",
    "comes round",
    "again",
    "and",
    "nobody",
    "rings",
    "me",
    "back",
)


def large_plan() -> Plan:
    """Return a plan with 5,000 entries in one question, the same at every run."""
    said = (" ".join(WORDS[number % 9 : number % 9 + 3 + number % 7]) for number in range(ENTRIES))
    return Plan("wrap", {QUESTION: tuple(Entry(f"e{number}", words) for number, words in enumerate(said))})


def milliseconds(times: list[float]) -> str:
    """Return median and 95th percentile in milliseconds."""
    ordered = sorted(times)
    return f"median {1000 * statistics.median(ordered):.1f} ms, p95 {1000 * ordered[int(len(ordered) * 0.95)]:.1f} ms"


def settle(app: QApplication) -> None:
    """Let everything that is due be done, painting included."""
    for _ in range(5):
        app.processEvents()


def pasted(app: QApplication, desktop: Desktop) -> str:
    """Return the longest that the window stands still while a megabyte of lines goes into a field, in milliseconds."""
    desktop.window.go("write/before.wants")
    settle(app)
    app.clipboard().setText("\n".join(["a line with quite a few words that somebody had somewhere else"] * 15_800))
    turns, ends = [], time.perf_counter() + 2.5
    began = time.perf_counter()
    QTest.keyClick(desktop.window.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    turns.append(time.perf_counter() - began)
    while time.perf_counter() < ends:
        began = time.perf_counter()
        app.processEvents()
        turns.append(time.perf_counter() - began)
        time.sleep(0.002)
    return f"{1000 * max(turns):.0f} ms"


def main() -> None:
    """Print the table."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        PlanStore.create(plan_folder(data, "my-plan"), "wrap", content=large_plan()).close()
        desktop = Desktop(app, data, "my-plan", example=False)
        desktop.window.resize(1280, 800)
        desktop.window.show()
        desktop.open_plan()
        desktop.window.go("now")
        QTest.qWait(2000)  # as long as a person takes to sit down: the app reads what the first window did not need
        session = desktop.window.context.session
        edits = []
        for turn in range(300):
            entry = session.plan.entries(QUESTION)[(turn * 37) % ENTRIES]
            began = time.perf_counter()
            session.do(EntryEdited(QUESTION, Entry(entry.id, f"{entry.text} {turn}")), "Edit")
            edits.append(time.perf_counter() - began)
        row("one edit, applied and durable, 5,000 entries", "≤ 10, p95 ≤ 25", milliseconds(edits))
        opened = []
        for place in ("part/early", "write/early.signs") * 5:
            desktop.window.go("today")
            settle(app)
            began = time.perf_counter()
            desktop.window.go(place)
            settle(app)
            opened.append(time.perf_counter() - began)
        row("open a part of 5,000 entries", "≤ 150 ms", milliseconds(opened))
        pressed = []
        for turn in range(200):
            focused = desktop.window.focusWidget()
            began = time.perf_counter()
            QTest.keyClick(focused, Qt.Key.Key_A if turn % 7 else Qt.Key.Key_Space)
            app.processEvents()
            pressed.append(time.perf_counter() - began)
        row("a key press in it", "≤ 16 ms", milliseconds(pressed))
        row("a megabyte is pasted, the longest turn of the window", "", pasted(app, desktop))
        desktop.window.close()


if __name__ == "__main__":
    main()
