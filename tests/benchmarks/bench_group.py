"""Group sessions: `wrapplanner group` to its window beside a bare PySide6 window; the next slide; the key that hides.

Run with `python3 packaging/bootstrap.py bench`. Times of keys are from the key's event to the end of the paint that shows its
answer on the group's screen, which is as large as a projector's.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench_startup import BARE, measure
from ratio import PROJECT, ratio, row, spread

ROUNDS = 11
PROGRAMME, SESSION = "wrap-eight", 5

HOME = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
import wrapplanner.facilitator.ui.console as console
from wrapplanner.facilitator.example import ExamplePlan
class Watch(QObject):
    seen = False
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWidgetType() and watched.isWindow() and not self.seen:
            self.seen = True
            QTimer.singleShot(0, self.visible)
        return False
    def visible(self):
        print("visible", flush=True)
        os._exit(0)
app = QApplication([])
watch = Watch()
app.installEventFilter(watch)
asked = sys.argv[3:]
console.run(Path(sys.argv[2]), Path(sys.argv[1]) / "resources", ExamplePlan(), *(asked[:1] and [asked[0], int(asked[1])]))
"""

KEYS = """
import json, os, sys, tempfile, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import wrapplanner.ui
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from wrapplanner.facilitator.example import ExamplePlan
from wrapplanner.facilitator.ui.console import Console
from wrapplanner.facilitator.ui.house import House
from wrapplanner.ui.preferences import PreferenceFile
from wrapplanner.ui.theme import load_faces
from wrapplanner.ui.watch import Watch
app = QApplication([])
app.setStyle("Fusion")
resources = Path(sys.argv[1]) / "resources"
load_faces(resources)
data = Path(sys.argv[2])
console = Console(app, House(data, resources), PreferenceFile(data / "preferences.json"), Watch(app, app), ExamplePlan())
console.start(sys.argv[3], int(sys.argv[4]))
meeting = console.meeting
audience, presenter, conductor = meeting.audience, meeting.presenter, meeting.conductor
presenter.resize(1280, 800)
audience.resize(1920, 1080)
audience.show()
console.house.store.warm()
conductor.keeping.keep()
for item in conductor.running.session.items:
    if item.kind.has_board:
        conductor.go_to(item.id)
        conductor.add_ideas("\\n".join(f"Idea {n}" for n in range(40)), "")
conductor.go_to(conductor.running.session.items[0].id)
def timed(window, key):
    window.activateWindow()
    for _ in range(5):
        app.processEvents()
    began = time.perf_counter()
    held = Qt.KeyboardModifier.ControlModifier if key == Qt.Key.Key_PageDown else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(window.windowHandle(), key, held)
    audience.view.repaint()
    took = time.perf_counter() - began
    app.processEvents()
    return 1000 * took
slides, hidden_here, hidden_there = [], [], []
while len(slides) < 60:
    before = audience.view.sheet
    slides.append(timed(audience, Qt.Key.Key_Space))
    if audience.view.sheet == before:
        conductor.go_to(conductor.running.session.items[0].id)
presenter_slides = []
conductor.go_to(conductor.running.session.items[0].id)
for _ in range(20):
    presenter_slides.append(timed(presenter, Qt.Key.Key_PageDown))
for _ in range(20):
    hidden_there.append(timed(audience, Qt.Key.Key_F8))
    assert conductor.is_hidden and audience.view.accessibleName() == ""
    timed(audience, Qt.Key.Key_F8)
    hidden_here.append(timed(presenter, Qt.Key.Key_F8))
    assert conductor.is_hidden and audience.view.accessibleName() == ""
    timed(presenter, Qt.Key.Key_F8)
print(json.dumps([slides, presenter_slides, hidden_here, hidden_there]), flush=True)
os._exit(0)
"""

FRAME_MS = 1000 / 60


def keys(data: Path) -> list[list[float]]:
    """Return the milliseconds of each key: next (group's window, presenter's), hide (presenter's, group's)."""
    import json

    command = [sys.executable, "-c", KEYS, str(PROJECT), str(data), PROGRAMME, str(SESSION)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found: list[list[float]] = json.loads(said.strip().splitlines()[-1])
    return found


def main() -> None:
    """Print the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "xcb" if os.environ.get("DISPLAY") else "offscreen")
    os.environ["QT_LOGGING_RULES"] = "*=false"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    bare, home, session = [], [], []
    for turn in range(ROUNDS + 1):
        with tempfile.TemporaryDirectory() as folder:
            times = measure(BARE)[0], measure(HOME, str(PROJECT), folder)[0]
            straight = measure(HOME, str(PROJECT), folder, PROGRAMME, str(SESSION))[0]
        if turn:  # the first fills the file cache and the compiled modules
            bare.append(times[0][0])
            home.append(times[1][0])
            session.append(straight[0])
    row("bare PySide6 window, seconds", "", spread(bare))
    row("wrapplanner group to its window, against it", "≤ 2.2 ×", ratio(home, bare))
    row("straight to a session, against it", "", ratio(session, bare))
    with tempfile.TemporaryDirectory() as folder:
        slides, presenter, here, there = keys(Path(folder))
    row("key to next slide from the group's window, ms", "≤ 50", f"{spread(slides)}, most {max(slides):.3g}")
    row("key to next slide from the presenter's window, ms", "≤ 50", f"{spread(presenter)}, most {max(presenter):.3g}")
    row("hide key to blank from the presenter's window, ms", "≤ 100", f"{spread(here)}, most {max(here):.3g}")
    row("hide key to blank from the group's window, ms", "≤ 100", f"{spread(there)}, most {max(there):.3g}")


if __name__ == "__main__":
    main()
