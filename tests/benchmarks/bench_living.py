"""Now, Today and Look back with 50 years of days (18,000 × 20 ticks) and 5,000 entries; start-up beside a bare window.

Run with `python3 packaging/bootstrap.py bench`. Times of pages are from the key press to the painted page.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench_startup import BARE, OURS, measure
from make_days import DAYS, make
from ratio import PROJECT, ratio, row, spread

os.environ.setdefault("QT_QPA_PLATFORM", "xcb" if os.environ.get("DISPLAY") else "offscreen")
os.environ["QT_LOGGING_RULES"] = "*=false"

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from wrapplanner.app import Desktop

ROUNDS, STARTS = 15, 9


class Opened:
    """The app, open on a data folder."""

    def __init__(self, app: QApplication, data: Path) -> None:
        self._app = app
        self.desktop = Desktop(app, data, "my-plan", example=False)
        self.desktop.preferences.change(code_offered=True, place="read")
        self.desktop.start()
        self.window = self.desktop.window
        while not self.window.has_plan:
            app.processEvents()
        QTest.qWait(2000)  # as long as a person takes to sit down: the app reads what the first window did not need

    def timed(self, act: Callable[[], object]) -> float:
        """Return the milliseconds that something takes until it is painted."""
        began = time.perf_counter()
        act()
        self._app.processEvents()
        self.window.repaint()
        return (time.perf_counter() - began) * 1000

    def page(self, place: str) -> float:
        """Return the milliseconds that a page takes which was not shown before."""
        self.window.go("read")
        self.window._pages.pop(place.partition("/")[0], None)
        self._app.processEvents()
        return self.timed(lambda: self.window.go(place))


def main() -> None:
    """Print the table."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as many, tempfile.TemporaryDirectory() as one:
        make(Path(many), DAYS)
        make(Path(one), 1)
        full, single = Opened(app, Path(many)), Opened(app, Path(one))
        row("F9 to the first Now screen (one action), ms", "≤ 100", spread([full.page("now") for _ in range(ROUNDS)]))
        pairs = [(full.page("today"), single.page("today")) for _ in range(ROUNDS + 1)][1:]
        row("Today with 50 years of days, ms", "", spread([each for each, _ in pairs]))
        row("Today, 50 years against one day", "≤ 1.2 ×", ratio([each for each, _ in pairs], [each for _, each in pairs]))
        row("Look back, first sight, ms", "", spread([full.page("look-back") for _ in range(ROUNDS)]))
        page = full.window._pages["look-back"]
        page._of.setCurrentIndex(page._of.findData("year"))
        day = page._day
        years = [
            full.timed(lambda back=back: page.go_to(day.replace(year=day.year - back, day=1).isoformat()))
            for back in range(2, 32)
        ]
        row("Look back over a year never seen before, ms", "≤ 100", spread(years))
        for each in (full, single):
            each.window.close()
        full.desktop.preferences.change(place="today")
        _starts(Path(many))


def _starts(data: Path) -> None:
    bare, ours = [], []
    for turn in range(STARTS + 1):
        times, ready = measure(BARE)[0], measure(OURS, str(PROJECT), str(data))[0]
        if turn:  # the first fills the file cache
            bare.append(times[0])
            ours.append(ready[1])
    row("start-up to Today with all of it, against a bare window", "≤ 2.9 ×", ratio(ours, bare))


if __name__ == "__main__":
    main()
