"""A session that is being held, and all that can be done in it: the one place that both windows listen to.

It speaks to the windows in slides and in the model's frozen values; whoever keeps a session is passed in.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from wrapplanner.domain.helplines import Helpline
from wrapplanner.errors import ChangeRefused
from wrapplanner.facilitator.model.board import Board, BoardChange, Card, lines_of, new_id
from wrapplanner.facilitator.model.board_changes import BoardHistory, CardsAdded
from wrapplanner.facilitator.model.kinds import Break, Helplines, ItemKind
from wrapplanner.facilitator.model.programme import Session, new_item
from wrapplanner.facilitator.model.running import Running
from wrapplanner.facilitator.ui.fitting import Screen
from wrapplanner.facilitator.ui.item_slides import shown_at, slides_of
from wrapplanner.facilitator.ui.safe_keeping import Keeper, SafeKeeping
from wrapplanner.facilitator.ui.showing import Showing
from wrapplanner.facilitator.ui.slides import Slide

TICK_MS = 1000
BREAK_MINUTES = 10
Clock = Callable[[], float]
"""Seconds since the epoch."""


class Conductor(QObject):
    """`slide_changed()`: the group is to see something else; `board_changed()`; `agenda_changed()`; `ticked()` once a second.

    `hidden_changed()`: the screen is hidden, or no more. `refused(sentence)`: something could not be done, or not be kept.
    `showing` is where the group is within the item; `keeping` keeps the session as it runs.
    """

    slide_changed = Signal()
    board_changed = Signal()
    agenda_changed = Signal()
    hidden_changed = Signal()
    ticked = Signal()
    refused = Signal(str)

    def __init__(
        self,
        running: Running,
        keeper: Keeper,
        lines: Callable[[], tuple[Helpline, ...]],
        clock: Clock = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._running, self._lines, self._clock = running, lines, clock
        self._histories: dict[str, BoardHistory] = {}
        self.showing, self._hidden = Showing(lines), False
        self.keeping = SafeKeeping(keeper, lambda: self._running, self)
        self.keeping.refused.connect(self.refused)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        self._make_slides()

    # What is so
    @property
    def running(self) -> Running:
        """The session as it is now."""
        return self._running

    @property
    def now(self) -> float:
        """The time, in seconds since the epoch."""
        return self._clock()

    @property
    def slide(self) -> Slide:
        """What the group sees unless the screen is hidden."""
        return self.showing.slide

    @property
    def is_hidden(self) -> bool:
        """Whether the group's screen is hidden."""
        return self._hidden

    @property
    def shows_helplines(self) -> bool:
        """Whether the helplines lie over the item."""
        return self.showing.helps

    @property
    def board(self) -> Board:
        """The board of the item that is shown."""
        return self._running.board(self._running.at)

    @property
    def can_undo(self) -> bool:
        """Whether something was done to this board."""
        return bool(self._history.undos)

    @property
    def is_at_start(self) -> bool:
        """Whether nothing comes before."""
        return self._running.place == 0 and self.showing.is_at_start

    @property
    def next_is_item(self) -> bool:
        """Whether Next goes to another item, not only on within this one."""
        return self.showing.is_at_end

    # Going
    def go_on(self) -> None:
        """Show what comes next: the rest of these words, the next slide of the item, or the next item."""
        if self.showing.go_on():
            self.slide_changed.emit()
        elif self._running.next_item is not None:
            self._run(self._running.gone_on(self.now))

    def go_back(self) -> None:
        """Show what came before."""
        if self.showing.go_back():
            self.slide_changed.emit()
        elif self._running.place:
            self._run(self._running.gone_back(self.now))

    def go_to(self, item: str) -> None:
        """Show an item of the agenda."""
        self._run(self._running.gone_to(self._running.session.place_of(item), self.now))

    def take_break(self, title: str) -> None:
        """Put a break after what is shown and go to it."""
        self._run(self._running.with_item_now(new_item(new_id(), Break, title, BREAK_MINUTES), self.now))
        self.agenda_changed.emit()

    @property
    def helplines_seen(self) -> bool:
        """Whether helplines are on the screen, over the item or as the item itself."""
        return self.showing.helps or self._running.item.kind is Helplines

    def show_helplines(self, shown: bool) -> None:
        """Lay the helplines over the item, or take them away."""
        self.showing.show_helplines(shown)
        self.slide_changed.emit()

    def hide(self, hidden: bool) -> None:
        """Hide the group's screen, or show it again."""
        if hidden != self._hidden:
            self._hidden = hidden
            self.hidden_changed.emit()

    def pause(self, paused: bool) -> None:
        """Let no time go by, or let it go by again."""
        now = self.now
        self._take(self._running.pausing(now) if paused else self._running.resuming(now))
        self.tick()

    # The board
    def add_ideas(self, text: str, group: str) -> None:
        """Put typed or pasted lines on the board, each a card, under a heading ('' for none)."""
        cards = tuple(Card(new_id(), line, group) for line in lines_of(text))
        if cards:
            self.change_board(CardsAdded(cards, len(self.board.cards)), see=cards[-1].text)

    def change_board(self, change: BoardChange, *, see: str = "") -> None:
        """Change the board that is shown; of a board of several sheets, turn to the one where some words stand."""
        try:
            self._take_board(self._history.do(change), see)
        except ChangeRefused as error:
            self.refused.emit(error.sentence)

    def undo(self) -> None:
        """Take back the last change of this board."""
        self._take_board(self._history.undo())

    def redo(self) -> None:
        """Do again what was taken back."""
        self._take_board(self._history.redo())

    # The agenda
    def change_agenda(self, change: Callable[[Session], Session]) -> None:
        """Change the agenda; its minutes are the sum of what is on it."""
        try:
            self._take(self._running.with_session(change(self._running.session)))
        except ChangeRefused as error:
            self.refused.emit(error.sentence)
        self._make_slides()
        self.agenda_changed.emit()

    def add_item(self, kind: type[ItemKind], title: str, minutes: int, words: tuple[str, ...] = ()) -> None:
        """Add an item after the one that is shown; `words` are what the group is asked or told."""
        item = new_item(new_id(), kind, title, minutes, words)
        self.change_agenda(lambda session: session.with_added(item, self._running.place + 1))

    # Others
    def show_again(self) -> None:
        """Make the slides anew: other helplines are to be shown."""
        self._make_slides()
        self.slide_changed.emit()

    def set_screen(self, screen: Screen) -> None:
        """Take the size of the group's screen, which says how many sheets a slide has."""
        if self.showing.set_screen(screen):
            self.slide_changed.emit()

    def tick(self) -> None:
        """Have clocks say what is left now."""
        if self._running.item.kind.has_clock:
            before = self.slide
            self._make_slides()
            if self.slide != before:
                self.slide_changed.emit()
        self.ticked.emit()

    def close(self) -> None:
        """Stop the clock, and keep what is still to be kept."""
        self._timer.stop()
        self.keeping.close()

    @property
    def _history(self) -> BoardHistory:
        return self._histories.get(self._running.at) or BoardHistory(self.board)

    def _take_board(self, history: BoardHistory, see: str = "") -> None:
        at = self._running.at
        self._histories[at] = history
        self._running = self._running.with_board(at, history.board)
        self.keeping.keep_board(at, history.board)
        self._make_slides()
        self.showing.see(see)
        self.board_changed.emit()
        self.slide_changed.emit()

    def _run(self, running: Running) -> None:
        self.showing.begin()
        self._take(running)
        self._make_slides()
        self.slide_changed.emit()
        self.agenda_changed.emit()
        self.board_changed.emit()

    def _take(self, running: Running) -> None:
        # Where the group is, is kept once the windows have shown it; cards are on the disk before a key is answered.
        self._running = running
        self.keeping.keep_soon()

    def _make_slides(self) -> None:
        self.showing.take(slides_of(self._running.item, shown_at(self._running, self.now, self._lines)))
