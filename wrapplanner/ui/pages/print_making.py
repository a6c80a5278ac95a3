"""What is said while pages are made: nothing for a moment, then how far they are with a way to stop; then what they lack."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject

from wrapplanner.ui.pages.print_letters import sentence_of
from wrapplanner.ui.pages.print_outcome import Outcome
from wrapplanner.ui.pages.print_paper import PaperMaker

MOMENT_MS = 500
"""Pages that are made within a moment need no words about it."""


class Making(QObject):
    """Tells in an `Outcome` how a `PaperMaker` gets on, and stops it where that is asked for."""

    def __init__(self, maker: PaperMaker, outcome: Outcome) -> None:
        super().__init__(maker)
        self._maker, self._outcome = maker, outcome
        self._clock = QElapsedTimer()
        self._says = False
        maker.progressed.connect(self._on_progressed)
        maker.made.connect(self._on_ended)
        maker.failed.connect(self._on_ended)
        maker.lacking.connect(self._on_lacking)
        outcome.stop_requested.connect(self._on_stop)

    def _on_progressed(self, percent: int) -> None:
        if not self._maker.is_busy:
            return  # word of pages that nobody wants any more
        if not self._clock.isValid():
            self._clock.start()
        elif self._clock.hasExpired(MOMENT_MS):
            self._says = True
            self._outcome.say_making(percent)

    def _on_ended(self) -> None:
        self._clock.invalidate()
        if self._says:
            self._says = False
            self._outcome.say("")

    def _on_lacking(self, letters: tuple[str, ...]) -> None:
        if letters:
            self._outcome.tell(sentence_of(letters))

    def _on_stop(self) -> None:
        if self._maker.is_busy:
            self._maker.drop()
            self._clock.invalidate()
            self._says = False
            self._outcome.tell(self.tr("You stopped the pages. Your words are safe. Choose a paper to begin again."))
