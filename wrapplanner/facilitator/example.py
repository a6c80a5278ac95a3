"""The example plan beside a group session: in a window of its own and a process of its own, gone when it is closed."""

from __future__ import annotations

import subprocess
import sys


def open_example() -> None:
    """Open the invented plan, to be looked at and written in; it can be told from a real one by its title."""
    # An installed program is started by its own name; there Python's is not to be had.
    packed = not sys.executable.rpartition("python")[1]
    own = [sys.executable] if packed else [sys.executable, "-m", "wrapplanner"]
    subprocess.Popen([*own, "--example"], stdin=subprocess.DEVNULL)
