"""Work that takes a while, off the thread that draws. Give it a frozen snapshot, never anything that is open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

Work = Callable[[], Any]
Tell = Callable[[Any], None]


class Tasks(QObject):
    """Runs one piece of work at a time for its owner; a newer piece makes the one before it stale.

    `run(function, on_success, on_failure)` calls back in the owner's thread, with what the function returned or the
    exception that it raised. Stale results are dropped unseen; only the newest waiting piece is ever started.
    """

    busy_changed = Signal(bool)

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._running: _Work | None = None
        self._tell: tuple[Tell, Tell] | None = None
        self._waiting: tuple[Work, Tell, Tell] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a result is still to come."""
        return self._running is not None and self._tell is not None

    def run(self, function: Work, on_success: Tell, on_failure: Tell) -> None:
        """Run `function` in another thread, or as soon as the piece that is running has ended."""
        if self._running is not None:
            self._tell, self._waiting = None, (function, on_success, on_failure)
            return
        self._tell = (on_success, on_failure)
        self._running = _Work(function)
        self._running.word.ended.connect(self._on_ended)
        QThreadPool.globalInstance().start(self._running.run)
        self.busy_changed.emit(True)

    def drop(self) -> None:
        """Make everything stale: nothing that was asked for will be told."""
        self._tell = self._waiting = None

    @Slot(object)
    def _on_ended(self, outcome: Callable[[Tell, Tell], None]) -> None:
        tell, waiting = self._tell, self._waiting
        self._running = self._tell = self._waiting = None
        if waiting is not None:
            self.run(*waiting)
        elif tell is not None:
            outcome(*tell)
        if self._running is None:
            self.busy_changed.emit(False)


class _Word(QObject):
    ended = Signal(object)


class _Work:
    """One piece of work. The pool holds it while it runs; its owner may be gone by then, and nobody hears its word."""

    def __init__(self, function: Work) -> None:
        self.word = _Word()
        self._function = function

    def run(self) -> None:
        """Do the work and send word of it to the owner's thread."""
        try:
            outcome = partial(_succeeded, self._function())
        except Exception as problem:
            outcome = partial(_failed, problem)
        self.word.ended.emit(outcome)


def _succeeded(result: object, on_success: Tell, on_failure: Tell) -> None:
    on_success(result)


def _failed(problem: Exception, on_success: Tell, on_failure: Tell) -> None:
    on_failure(problem)
