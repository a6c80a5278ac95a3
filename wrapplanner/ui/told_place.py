"""A window whose place another process tells, a line at a time on the standard input: the example plan beside a group session.

"stay X Y W H": be on the screen with that geometry, every dialog too, and stay there; "stay X Y W H large": there, to be read
from far; "hide"; "show". When nobody tells anything any more, `left()`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from wrapplanner.ui.screen_guard import ScreenGuard
from wrapplanner.ui.theme import SCALES

_PIECE = 4096


class ToldPlace(QObject):
    """Places a window as it is told, by the first line before the window is seen.

    `scale_wanted(scale)`: letters are to be so much larger than designed.
    """

    left = Signal()
    scale_wanted = Signal(float)
    _told = Signal(str)

    def __init__(self, app: QGuiApplication, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._app, self._window = app, window
        self._home: QScreen | None = None
        self._guard = ScreenGuard(app, self)
        self._hidden = False
        self._told.connect(self.do)
        app.screenAdded.connect(self._on_screen_added)

    def begin(self, show: Callable[[], None], descriptor: int) -> None:
        """Wait for the first line, have the window shown by `show`, and listen to the rest in a thread."""
        lines = _lines(descriptor)
        first = next(lines, "show")
        self._take(first)
        show()
        self.do(first)
        Thread(target=self._listen, args=(lines,), daemon=True).start()

    def do(self, line: str) -> None:
        """Do as a line says; '' is the end. What it does not know it passes over."""
        if not line:
            self.left.emit()
        elif line in ("hide", "show"):
            self._hidden = line == "hide"
            self._stay()
            if not self._hidden:
                self._guard.bring_back()
        elif self._take(line) or not self._window.isMaximized():
            self._window.showMaximized()
            self._window.activateWindow()

    def _take(self, line: str) -> bool:
        """Take the screen of a line that names one, and tell whether it is another than before."""
        word, *numbers = line.split() or [""]
        before = self._home
        if word == "stay" and len(numbers) >= 4:
            room = QRect(*map(int, numbers[:4]))
            found = [each for each in self._app.screens() if each.geometry() == room]
            self._home = found[0] if found else self._app.primaryScreen()
            self._stay()
            self.scale_wanted.emit(self._largest_scale() if numbers[4:] else SCALES[0])
        return before is not self._home

    def _largest_scale(self) -> float:
        """Return how large letters can be so that the window still has room for its least width."""
        assert self._home is not None
        wide = self._home.availableGeometry().width()
        return max(scale for scale in SCALES if scale == SCALES[0] or self._window.minimumWidth() * scale <= wide)

    def _stay(self) -> None:
        screens = self._app.screens()
        if self._hidden:
            self._guard.keep_off(screens, None)
        elif self._home is not None:
            self._guard.keep_off([each for each in screens if each is not self._home], self._home)

    def _on_screen_added(self, screen: QScreen) -> None:
        QTimer.singleShot(0, self._stay)  # its place is known only now

    def _listen(self, lines: Iterator[str]) -> None:
        for line in lines:
            self._told.emit(line)


def _lines(descriptor: int) -> Iterator[str]:
    """Yield lines, and '' at the end; nothing at all where there is nothing to listen to."""
    rest = b""
    with suppress(OSError):
        # os.read, not sys.stdin: a buffer that a thread is waiting in cannot be closed when the program ends.
        while piece := os.read(descriptor, _PIECE):
            *lines, rest = (rest + piece).split(b"\n")
            yield from (line.decode("ascii", "replace").strip() for line in lines if line.strip())
        yield ""
