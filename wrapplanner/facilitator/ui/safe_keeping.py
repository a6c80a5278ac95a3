"""Keeping a session as it runs: cards before a key is answered, where the group is once the windows have shown it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from wrapplanner.errors import WrapPlannerError
from wrapplanner.facilitator.model.board import Board
from wrapplanner.facilitator.model.running import Running


class Keeper(Protocol):
    """Keeps a session as it runs, so that nothing is lost when the program ends in the middle of it."""

    def keep_running(self, running: Running) -> None:
        """Keep where the group is, its clock and its agenda. Raises StorageError."""

    def keep_board(self, item: str, board: Board) -> None:
        """Keep one board, with every card. Raises StorageError."""


class SafeKeeping(QObject):
    """Has a keeper keep `running()`, soon or now. `refused(sentence)`: something could not be kept."""

    refused = Signal(str)

    def __init__(self, keeper: Keeper, running: Callable[[], Running], parent: QObject) -> None:
        super().__init__(parent)
        self._keeper, self._running = keeper, running
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.keep)

    def keep_soon(self, ms: int = 0) -> None:
        """Keep where the group is in a while, or in the next turn."""
        self._soon.start(ms)

    def keep(self) -> None:
        """Keep where the group is, at once."""
        self._soon.stop()
        self._kept(lambda: self._keeper.keep_running(self._running()))

    def keep_board(self, item: str, board: Board) -> None:
        """Keep a board, at once."""
        self._kept(lambda: self._keeper.keep_board(item, board))

    def close(self) -> None:
        """Keep what is still to be kept."""
        if self._soon.isActive():
            self.keep()

    def forget(self) -> None:
        """Keep nothing any more: the session has ended."""
        self._soon.stop()

    def _kept(self, keep: Callable[[], None]) -> None:
        try:
            keep()
        except WrapPlannerError as error:
            self.refused.emit(error.sentence)
