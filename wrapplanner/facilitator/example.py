"""The example plan beside a group session: in a window of its own and a process of its own, gone when it is closed.

The process is told where its window belongs, a line at a time on its standard input; `ui/told_place.py` listens there.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

Place = tuple[int, int, int, int]
"""A screen: left, top, width, height in device-independent pixels."""


class ExamplePlan:
    """The invented plan, to be looked at and written in; it can be told from a real one by its title. One window at most."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def is_open(self) -> bool:
        """Whether its window is there, or about to be."""
        return self._process is not None and self._process.poll() is None

    def open(self, place: Place, *, large: bool) -> None:
        """Open it on a screen, or move it there; it can be carried to no other. `large`: it is to be read from far."""
        import subprocess  # late: no window waits for it

        if not self.is_open:
            self.close()
            # An installed program is started by its own name; there Python's is not to be had.
            packed = not sys.executable.rpartition("python")[1]
            own = [sys.executable] if packed else [sys.executable, "-m", "wrapplanner"]
            self._process = subprocess.Popen([*own, "--example", "--told-place"], stdin=subprocess.PIPE)
        self._tell(f"stay {' '.join(map(str, place))}{' large' if large else ''}")

    def hide(self, hidden: bool) -> None:
        """Take it out of sight, or show it again; what is written in it stays."""
        self._tell("hide" if hidden else "show")

    def close(self) -> None:
        """Have it gone, with what was written in it."""
        process, self._process = self._process, None
        if process is not None and process.stdin is not None:
            try:
                process.stdin.close()  # it ends when nobody tells it anything any more
            except OSError:
                return  # it has gone by itself

    def _tell(self, line: str) -> None:
        if not self.is_open or self._process is None or self._process.stdin is None:
            return
        try:
            self._process.stdin.write(f"{line}\n".encode())
            self._process.stdin.flush()
        except OSError:
            self.close()  # somebody who looked at it has closed it
