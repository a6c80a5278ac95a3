"""Makes the PDF off the thread that draws, from a frozen snapshot, and knows whether what it made is still true."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Plan
from wrapplanner.errors import WrapPlannerError
from wrapplanner.pdf.options import PrintOptions
from wrapplanner.ui.tasks import Tasks

if TYPE_CHECKING:
    from wrapplanner.pdf.press import Printed


LOOK_MS = 60
"""How often the thread that draws looks how far pages are."""


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """All that a document is made from. Plans are compared by identity: each change makes a new one."""

    document: str
    framework: Framework
    plan: Plan
    options: PrintOptions

    def is_like(self, other: Snapshot) -> bool:
        """Whether both make the same pages."""
        same_words = self.framework is other.framework and self.plan is other.plan
        return same_words and (self.document, self.options) == (other.document, other.options)


class PaperMaker(QObject):
    """`made(pdf)` whenever new pages are there; `failed(sentence)` if they cannot be made.

    `lacking(letters)` says with every paper which letters no face here has, often none. `progressed(percent)` is told while
    pages are on their way. What nobody wants any more is stopped.
    """

    made = Signal(bytes)
    failed = Signal(str)
    lacking = Signal(tuple)
    progressed = Signal(int)

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._tasks, self._others = Tasks(self), Tasks(self)
        self._wanted: Snapshot | None = None
        self._made: tuple[Snapshot, Printed] | None = None
        self._then: Callable[[bytes], None] | None = None
        self._way, self._told = _Way(), 0
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_MS)
        self._clock.timeout.connect(self._on_look)
        self._ways = [self._way]
        self.destroyed.connect(partial(_stop_last, self._ways))

    @property
    def is_busy(self) -> bool:
        """Whether pages are on their way."""
        return self._wanted is not None

    def want(self, snapshot: Snapshot) -> None:
        """Make these pages, unless they are there or on their way."""
        if self._made is not None and self._made[0].is_like(snapshot):
            self._let_go()
            self.lacking.emit(self._made[1].missing)
        elif self._wanted is None or not self._wanted.is_like(snapshot):
            self._let_go()
            self._wanted, self._told = snapshot, 0
            self._way = self._ways[0] = _Way()
            self._clock.start()
            self._tasks.run(partial(_make, snapshot, self._way), partial(self._on_made, snapshot), self._on_failed)

    def when_made(self, snapshot: Snapshot, then: Callable[[bytes], None]) -> None:
        """Call `then` with the bytes of these pages: at once if they are there, else once they are made."""
        if self._made is not None and self._made[0].is_like(snapshot):
            then(self._made[1].pdf)
        else:
            self._then = then
            self.want(snapshot)

    def make_all(self, snapshots: Sequence[Snapshot], then: Callable[[list[bytes]], None]) -> None:
        """Make several papers, off the thread that draws, and call `then` with them."""
        self._others.run(lambda: [_make(snapshot).pdf for snapshot in snapshots], then, self._on_failed)

    def drop(self) -> None:
        """Want nothing any more."""
        self._then = None
        self._let_go()

    def _let_go(self) -> None:
        self._way.is_stopped = True
        self._wanted = None
        self._clock.stop()
        self._tasks.drop()

    def _on_look(self) -> None:
        if self._way.percent > self._told:
            self._told = self._way.percent
            self.progressed.emit(self._told)

    def _on_made(self, snapshot: Snapshot, printed: Printed) -> None:
        self._made, self._wanted = (snapshot, printed), None
        self._clock.stop()
        then, self._then = self._then, None
        self.made.emit(printed.pdf)
        self.lacking.emit(printed.missing)
        if then is not None:
            then(printed.pdf)

    def _on_failed(self, problem: Exception) -> None:
        self._wanted = self._then = None
        self._clock.stop()
        if not isinstance(problem, WrapPlannerError):
            self.failed.emit(self.tr("The pages could not be made. Your words are safe. Choose another paper, or try again."))
            raise problem
        self.failed.emit(problem.sentence)


class _Way:
    """How far one paper is. It is called in the thread that makes it, and ends the work there once it is stopped.

    It knows nothing of the maker, which may be gone by then: who wants to know looks at it.
    """

    def __init__(self) -> None:
        self.is_stopped, self.percent = False, 0

    def __call__(self, share: float) -> None:
        if self.is_stopped:
            raise _Stopped
        self.percent = int(share * 100)


def _stop_last(ways: list[_Way]) -> None:
    ways[0].is_stopped = True


class _Stopped(Exception):
    """Nobody wants these pages any more, and nobody hears of it either."""


def _make(snapshot: Snapshot, way: Callable[[float], None] | None = None) -> Printed:
    from wrapplanner.pdf.press import unwatched  # late: reportlab takes its time, and this is its thread
    from wrapplanner.pdf.render import print_document

    return print_document(snapshot.document, snapshot.framework, snapshot.plan, snapshot.options, way or unwatched)
