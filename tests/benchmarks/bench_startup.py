"""Start-up and memory beside a bare PySide6 window, in fresh processes taken by turns.

Run with `python3 packaging/bootstrap.py bench`. Time is from the start of the process to the first paint of the window
(or to the first paint of the page where one can type); memory is the resident set when idle, in MB.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ratio import PROJECT, ratio, row, spread

ROUNDS = 11

BARE = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, told)
def told():
    print("visible", flush=True)
    QTimer.singleShot(400, idle)
def idle():
    print(open("/proc/self/statm").read().split()[1] if os.path.exists("/proc/self/statm") else 0, flush=True)
    os._exit(0)
app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""

OURS = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from wrapplanner.app import Desktop
class Watch(QObject):
    seen = False
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not self.seen:
            self.seen = True
            QTimer.singleShot(0, self.visible)
        return False
    def visible(self):
        print("visible", flush=True)
        self.wait()
    def wait(self):
        if not desktop.window.has_plan or desktop.window.focusWidget() is None:
            QTimer.singleShot(0, self.wait)
            return
        desktop.window.repaint()
        print("ready", flush=True)
        QTimer.singleShot(2500, self.idle)
    def idle(self):
        print(open("/proc/self/statm").read().split()[1] if os.path.exists("/proc/self/statm") else 0, flush=True)
        os._exit(0)
app = QApplication([])
desktop = Desktop(app, Path(sys.argv[2]), "my-plan", example=False)
watch = Watch()
desktop.window.installEventFilter(watch)
desktop.start()
app.exec()
"""


def measure(script: str, *arguments: str) -> tuple[list[float], float]:
    """Run a script; return the seconds until each line it says, and its memory in MB."""
    began = time.perf_counter()
    command = [sys.executable, "-c", script, *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    times = []
    memory = 0.0
    for line in process.stdout:  # ends when the script has said its memory and left
        if line.strip().isdigit():
            memory = int(line) * os.sysconf("SC_PAGE_SIZE") / 1e6
        else:
            times.append(time.perf_counter() - began)
    process.wait()
    return times, memory


def main() -> None:
    """Print the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "xcb" if os.environ.get("DISPLAY") else "offscreen")
    os.environ["QT_LOGGING_RULES"] = "*=false"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a person's computer keeps the compiled modules
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        example = PROJECT / "resources" / "examples" / "wrap-en.json"
        command = [sys.executable, "-m", "wrapplanner", "--data-dir", str(data), "import", str(example)]
        subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL)
        (data / "preferences.json").write_text('{"place": "write/early.signs"}', "utf-8")
        bare, first, ready, bare_memory, memory = [], [], [], [], []
        for turn in range(ROUNDS + 1):
            times, megabytes = measure(BARE)
            ours, our_megabytes = measure(OURS, str(PROJECT), str(data))
            if turn == 0:  # fills the file cache and the compiled modules
                continue
            bare.append(times[0])
            first.append(ours[0])
            ready.append(ours[1])
            bare_memory.append(megabytes)
            memory.append(our_megabytes)
    row("bare PySide6 window, seconds", "", spread(bare))
    row("first window visible, against it", "≤ 1.8 ×", ratio(first, bare))
    row("example plan open and ready to type, against it", "≤ 2.7 ×", ratio(ready, bare))
    row("bare PySide6 window, MB", "", spread(bare_memory))
    row("memory idle with the plan open, against it", "≤ 2.5 ×", ratio(memory, bare_memory))


if __name__ == "__main__":
    main()
