"""Where the system keeps pages on their way to a printer: in memory, and nowhere once they are sent or called off.

On Linux and other systems with CUPS, Qt gathers a job in a file of the folder that `TMPDIR` names and hands it over when the
last page is drawn; there is no other way to call a job off than to take that file away. Windows and macOS spool by themselves.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_MEMORY = Path("/dev/shm")
_VARIABLE = "TMPDIR"


class Spool:
    """The folder of one job, made when it begins."""

    def __init__(self) -> None:
        self._folder: Path | None = None

    @contextmanager
    def beginning(self) -> Iterator[None]:
        """Let the system make its file here; the variable is what it was afterwards."""
        if sys.platform in ("win32", "darwin"):
            yield
            return
        tempfile.gettempdir()  # remembered from now on: no other thread takes the variable of this moment for good
        in_memory = _MEMORY if os.access(_MEMORY, os.W_OK) else None
        if in_memory:
            _sweep(in_memory)
        self._folder = Path(tempfile.mkdtemp(prefix=f"print-{os.getpid()}-", dir=in_memory))
        usual = os.environ.get(_VARIABLE)
        os.environ[_VARIABLE] = str(self._folder)
        try:
            yield
        finally:
            del os.environ[_VARIABLE]
            if usual is not None:
                os.environ[_VARIABLE] = usual

    def clear(self) -> None:
        """Take away what is kept: before the job's end this calls it off, after it nothing is left behind."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None


def _sweep(folder: Path) -> None:
    """Take away what processes left that were killed while they printed."""
    for left in folder.glob("print-*-*"):
        number = left.name.split("-")[1]
        if number.isdecimal() and not _is_alive(int(number)):
            shutil.rmtree(left, ignore_errors=True)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        pass  # it is somebody else's
    return True
