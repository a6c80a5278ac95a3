"""Safe keeping: opening by the keychain's slot, unlocking, hiding, and a backup of a large plan while somebody types.

Run with `python3 packaging/bootstrap.py bench`. The start is measured in fresh processes beside a bare PySide6 window, taken
by turns; the keychain is one in memory, since a real one is another program's time. The rest is the real window and store.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench_edit import milliseconds
from bench_startup import BARE, OURS, measure
from ratio import PROJECT, ratio, row, spread

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_LOGGING_RULES"] = "*=false"

import wrapplanner.ui  # noqa: F401, I001  first: see its docstring
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from wrapplanner.app import Desktop
from wrapplanner.domain.plan import Entry, Plan
from wrapplanner.storage.backups import Ticket, listed
from wrapplanner.storage.keyfile import KeyFile, fresh_keys
from wrapplanner.storage.keyslots import computer_slot, passphrase_slot, recovery_slot
from wrapplanner.storage.plans import PlanStore, plan_folder
from wrapplanner.ui.plan_safe import PlanSafe

ROUNDS, LETTERS, BACKUPS = 9, 240, 5
WORDS = "seven quiet lamps"

# What the child's keychain knows; the real one of each system is asked by the same thread, within the same two seconds.
KEYCHAIN = """
import sys
from wrapplanner.storage import keychain
class InMemory:
    priority = 5
    def get_password(self, service, name): return sys.argv[3]
keychain.pinned_backend = InMemory
keychain.trusted = lambda backend: backend
"""


class Kept:
    """A keychain that remembers one key, for the plan that is made here."""

    key = b""

    def put(self, _name: str, key: bytes) -> None:
        """Keep the key."""
        self.key = key


def main() -> None:
    """Print the table."""
    _start()
    app = QApplication([])
    _unlock(app)
    _backup(app)


def _start() -> None:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    ours = OURS.replace("app = QApplication", KEYCHAIN + "app = QApplication", 1)
    with tempfile.TemporaryDirectory() as folder:
        data, keys, kept = Path(folder), fresh_keys(), Kept()
        example = subprocess.run(
            [sys.executable, "-m", "wrapplanner", "example"], cwd=PROJECT, check=True, capture_output=True
        ).stdout
        slots = (computer_slot(keys, kept), recovery_slot(keys)[0])  # type: ignore[arg-type]
        plan = _read(example)
        key_file = KeyFile(keys.vault_id, slots)
        PlanStore.create(plan_folder(data, "my-plan"), "wrap", content=plan, keys=keys, key_file=key_file).close()
        (data / "preferences.json").write_text('{"place": "write/early.signs"}', "utf-8")
        bare, ready = [], []
        for turn in range(ROUNDS + 1):
            theirs, _ = measure(BARE)
            mine, _ = measure(ours, str(PROJECT), str(data), kept.key.hex())
            if turn:  # the first fills the file cache and the compiled modules
                bare.append(theirs[0])
                ready.append(mine[1])
    row("bare PySide6 window, seconds", "", spread(bare))
    row("start to plan open with the keychain's slot, against it", "≤ 2.9 ×", ratio(ready, bare))


def _read(example: bytes) -> Plan:
    from wrapplanner.content.loader import load_framework
    from wrapplanner.storage.interchange import read_plan

    return read_plan(example, load_framework(PROJECT / "resources" / "framework" / "wrap" / "en"))


def _unlock(app: QApplication) -> None:
    keys = fresh_keys()
    key_file = KeyFile(keys.vault_id, (passphrase_slot(keys, WORDS), recovery_slot(keys)[0]))
    opened, turns, hidden = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        PlanStore.create(plan_folder(data, "my-plan"), "wrap", content=large_plan(200), keys=keys, key_file=key_file).close()
        desktop = _desktop(app, data)
        for _ in range(ROUNDS):
            _until(app, lambda: isinstance(app.focusWidget(), QLineEdit))
            QTest.keyClicks(app.focusWidget(), WORDS)
            begun = time.perf_counter()
            QTest.keyClick(app.focusWidget(), Qt.Key.Key_Return)
            turns.append(_until(app, lambda: desktop.window.has_plan and desktop.window.focusWidget() is not None))
            desktop.window.repaint()
            opened.append(time.perf_counter() - begun)
            _settle(app)
            begun = time.perf_counter()
            QTest.keyClick(desktop.window.windowHandle(), Qt.Key.Key_F8)
            assert desktop.window.is_covered
            hidden.append(time.perf_counter() - begun)
            _until(app, lambda: not desktop.window.has_plan)
            QTest.keyClick(app.focusWidget(), Qt.Key.Key_X)
        desktop.window.close()
    row("passphrase accepted to plan shown", "≤ 0.6 s", milliseconds(opened))
    row("longest that the window was not alive meanwhile", "", milliseconds(turns))
    row("hide key to blank", "≤ 100 ms", milliseconds(hidden))


def _backup(app: QApplication) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        PlanStore.create(plan_folder(data, "my-plan"), "wrap", content=large_plan(16_600)).close()
        size = (plan_folder(data, "my-plan") / "plan.db").stat().st_size / 1e6
        desktop = _desktop(app, data)
        _until(app, lambda: desktop.window.has_plan)
        desktop.window.go("write/early.signs")
        safe = desktop.window.context.safe
        assert safe is not None
        for _ in range(30):  # what the first write imports comes in the background
            _settle(app)
            time.sleep(0.05)
        taken, alone = [], _typed(app, lambda: False)
        pressed: list[float] = []
        for number in range(BACKUPS):
            wanted = number + 1
            ended: list[float] = []
            begun = time.perf_counter()
            _in_background(partial(_made, safe, safe.begin_backup(), ended))
            pressed += _typed(app, partial(_is_empty, ended))
            _until(app, partial(bool, ended))
            taken.append(ended[0] - begun)
            assert len(listed(safe.folder)) >= wanted
        desktop.window.close()
    row(f"a verified backup of a plan of {size:.0f} MB, while typing", "≤ 1 s", milliseconds(taken))
    row("a key press without a backup", "≤ 16 ms", milliseconds(alone))
    row("a key press while it is made", "≤ 16 ms", milliseconds(pressed))


def _is_empty(ended: list[float]) -> bool:
    return not ended


def _made(safe: PlanSafe, ticket: Ticket, ended: list[float]) -> None:
    safe.make_backup(ticket)
    ended.append(time.perf_counter())


def _in_background(work: Callable[[], object]) -> None:
    from PySide6.QtCore import QThreadPool

    QThreadPool.globalInstance().start(work)


def _typed(app: QApplication, goes_on: Callable[[], bool]) -> list[float]:
    """Type as fast as somebody quick, for as long as something goes on (or 1 s); return what each key took, in seconds."""
    times = []
    for letter in range(LETTERS):
        begun = time.perf_counter()
        QTest.keyClick(app.focusWidget(), Qt.Key.Key_A if letter % 6 else Qt.Key.Key_Space)
        app.processEvents()
        times.append(time.perf_counter() - begun)
        time.sleep(0.015)
        if letter > 30 and not goes_on():
            break
    return times


def large_plan(entries: int) -> Plan:
    """Return a plan with so many entries of about 500 letters, each with its row of history: 16,600 make some 20 MB."""
    chance = random.Random(1)
    known = ["".join(chance.choice("abcdefghijklmnoprstuvw") for _ in range(chance.randrange(2, 9))) for _ in range(2_000)]
    said = (" ".join(chance.choices(known, k=75)) for _ in range(entries))
    return Plan("wrap", {"early.signs": (), "daily.best_words": tuple(Entry(f"e{n}", each) for n, each in enumerate(said))})


def _desktop(app: QApplication, data: Path) -> Desktop:
    desktop = Desktop(app, data, "my-plan", example=False)
    desktop.start()
    desktop.window.activateWindow()
    _settle(app)
    return desktop


def _until(app: QApplication, reached: Callable[[], bool]) -> float:
    """Let the app run until something holds; return the longest turn, in seconds."""
    longest, ends = 0.0, time.perf_counter() + 20
    while not reached():
        begun = time.perf_counter()
        app.processEvents()
        longest = max(longest, time.perf_counter() - begun)
        time.sleep(0.002)
        assert time.perf_counter() < ends, "it is not reached"
    return longest


def _settle(app: QApplication) -> None:
    for _ in range(6):
        app.processEvents()


if __name__ == "__main__":
    main()
