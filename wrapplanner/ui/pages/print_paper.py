"""Makes the PDF off the thread that draws, from a frozen snapshot, and knows whether what it made is still true."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Plan
from wrapplanner.errors import WrapPlannerError
from wrapplanner.pdf.options import PrintOptions
from wrapplanner.ui.tasks import Tasks


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
    """`made(pdf)` whenever new pages are there; `failed(sentence)` if they cannot be made."""

    made = Signal(bytes)
    failed = Signal(str)

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._tasks, self._others = Tasks(self), Tasks(self)
        self._wanted: Snapshot | None = None
        self._made: tuple[Snapshot, bytes] | None = None
        self._then: Callable[[bytes], None] | None = None

    def want(self, snapshot: Snapshot) -> None:
        """Make these pages, unless they are there or on their way."""
        if self._made is not None and self._made[0].is_like(snapshot):
            self._wanted = None
            self._tasks.drop()
        elif self._wanted is None or not self._wanted.is_like(snapshot):
            self._wanted = snapshot
            self._tasks.run(partial(_make, snapshot), partial(self._on_made, snapshot), self._on_failed)

    def when_made(self, snapshot: Snapshot, then: Callable[[bytes], None]) -> None:
        """Call `then` with the bytes of these pages: at once if they are there, else once they are made."""
        if self._made is not None and self._made[0].is_like(snapshot):
            then(self._made[1])
        else:
            self._then = then
            self.want(snapshot)

    def make_all(self, snapshots: Sequence[Snapshot], then: Callable[[list[bytes]], None]) -> None:
        """Make several papers, off the thread that draws, and call `then` with them."""
        self._others.run(lambda: [_make(snapshot) for snapshot in snapshots], then, self._on_failed)

    def drop(self) -> None:
        """Want nothing any more."""
        self._wanted = self._then = None
        self._tasks.drop()

    def _on_made(self, snapshot: Snapshot, pdf: bytes) -> None:
        self._made, self._wanted = (snapshot, pdf), None
        then, self._then = self._then, None
        self.made.emit(pdf)
        if then is not None:
            then(pdf)

    def _on_failed(self, problem: Exception) -> None:
        self._wanted = self._then = None
        if not isinstance(problem, WrapPlannerError):
            self.failed.emit(self.tr("The pages could not be made. Your words are safe. Choose another paper, or try again."))
            raise problem
        self.failed.emit(problem.sentence)


def _make(snapshot: Snapshot) -> bytes:
    from wrapplanner.pdf.render import make_pdf  # late: reportlab takes a tenth of a second, and this is its thread

    return make_pdf(snapshot.document, snapshot.framework, snapshot.plan, snapshot.options)
