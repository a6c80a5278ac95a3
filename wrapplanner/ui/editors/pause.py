"""When words that are being typed are handed in: after a pause, and now and then while there is none."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

PAUSE_MS = 800
LONGEST_MS = 3000
"""How long words may wait while somebody types on and on."""


class TypingPause(QObject):
    """`over` when there was no key for PAUSE_MS, or LONGEST_MS after the first key that nothing was handed in for."""

    over = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)

    def key_typed(self) -> None:
        """Begin to wait, or wait on."""
        if not self._since.isValid():
            self._since.start()
        self._timer.start(max(min(PAUSE_MS, LONGEST_MS - self._since.elapsed()), 0))

    def stop(self) -> None:
        """Wait for nothing: the words were handed in, or others are shown."""
        self._timer.stop()
        self._since.invalidate()

    def _on_timeout(self) -> None:
        self._since.invalidate()
        self.over.emit()
