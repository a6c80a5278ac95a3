"""What the presenter can do besides going on: the menu, and the small dialogs behind it and behind the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from wrapplanner.errors import StorageError
from wrapplanner.facilitator.model.board import Group, new_id
from wrapplanner.facilitator.model.board_changes import GroupAdded, GroupEdited, removing
from wrapplanner.facilitator.model.keeping import After
from wrapplanner.facilitator.model.kinds import Feedback
from wrapplanner.facilitator.model.running import Running
from wrapplanner.facilitator.ui.conductor import Conductor
from wrapplanner.facilitator.ui.group_helplines import GroupHelplines
from wrapplanner.facilitator.ui.painting import SlidePainter
from wrapplanner.facilitator.ui.presenter import PresenterWindow
from wrapplanner.facilitator.ui.room import Room
from wrapplanner.ui.theme import Look
from wrapplanner.ui.watch import Watch

if TYPE_CHECKING:
    from wrapplanner.facilitator.example import ExamplePlan
    from wrapplanner.facilitator.store import GroupStore
    from wrapplanner.pdf.options import Paper

LANGUAGE = "en"
Doing = tuple[str, Callable[[], None]]


@dataclass(frozen=True, slots=True)
class Hands:
    """What a meeting is given: the look, the group's palettes and painter, its store and its helplines, the key that hides,
    and where things lie.

    `framework` is the id of the framework that the programme speaks of, '' for none; `example` is the invented plan in a
    window of its own; `open_companion` opens the Companion on the screen of the window that it is given.
    `keep_agenda` keeps an agenda in the facilitators' own copy of its programme and returns the copy's title; `paper` is
    what is in the printer.
    """

    look: Look
    rooms: dict[str, Room]
    painter: SlidePainter
    store: GroupStore
    helplines: GroupHelplines
    watch: Watch
    resources: Path
    framework: str
    example: ExamplePlan
    open_companion: Callable[[QWidget], None]
    keep_agenda: Callable[[Running], str]
    paper: Callable[[], Paper]


class Doings(QObject):
    """Each opens its dialog over the presenter's window, never on the group's screen. `on_ended(kept, after)` ends it all."""

    def __init__(
        self, conductor: Conductor, hands: Hands, presenter: PresenterWindow, on_ended: Callable[[tuple[str, ...], After], None]
    ) -> None:
        super().__init__(presenter)
        self._conductor, self._hands, self._presenter, self._on_ended = conductor, hands, presenter, on_ended

    def show_menu(self, about_screen: Sequence[Doing], below: QWidget) -> None:
        """Show what else can be done, beneath a button."""
        menu, conductor = QMenu(self._presenter), self._conductor
        paused = conductor.running.paused
        doings: tuple[Doing, ...] = (
            (self.tr("Go on after the pause") if paused else self.tr("Pause the time"), partial(conductor.pause, not paused)),
            *about_screen,
            (self.tr("Papers for the group"), self.choose_paper),
            (self.tr("Keep this agenda as our own"), self.keep_agenda),
            (self.tr("Count the feedback"), self.count_feedback),
            (self.tr("Notes to myself"), self.write_notes),
            (self.tr("Companion and journal"), partial(self._hands.open_companion, self._presenter)),
            (self.tr("End the session"), self.end),
        )
        menu.aboutToHide.connect(menu.deleteLater)
        for words, act in doings:
            menu.addAction(words).triggered.connect(act)
        menu.popup(below.mapToGlobal(QPoint(below.width() - menu.sizeHint().width(), below.height())))

    def choose_paper(self) -> None:
        """Print or save what the group takes home."""
        from wrapplanner.facilitator.ui.papers import Order
        from wrapplanner.facilitator.ui.papers_dialog import PapersDialog

        hands = self._hands
        day = date.fromtimestamp(self._conductor.now)
        order = Order(self._conductor.running, hands.resources, hands.framework, day, paper=hands.paper())
        dialog = PapersDialog(hands.look, order, self._presenter)
        dialog.saved.connect(lambda name: self._presenter.say(self.tr("Saved as {0}.").format(name)))
        dialog.refused.connect(self._presenter.say)
        dialog.open()

    def keep_agenda(self) -> None:
        """Keep the agenda as it is now for the next time; the programme that is shipped stays as it was."""
        try:
            title = self._hands.keep_agenda(self._conductor.running)
        except StorageError as error:
            self._presenter.say(error.sentence)
        else:
            self._presenter.say(
                self.tr("This agenda is kept."), self.tr("It stands with the programmes as “{0}”.").format(title)
            )

    def add_ideas(self) -> None:
        """Put the framework's ideas for this item on the board; nobody sees them before a group asks."""
        from wrapplanner.facilitator.ui.framework_ideas import ideas_of

        item = self._conductor.running.item
        there = {card.text for card in self._conductor.board.cards}
        folder = self._hands.resources / "framework" / (self._hands.framework or "wrap") / LANGUAGE
        found = [idea for idea in ideas_of(folder, item.part, item.question) if idea not in there]
        if found:
            self._conductor.add_ideas("\n".join(found), self._presenter.desk.chosen)
        else:
            self._presenter.say(self.tr("There are no more ideas for this."))

    def add_item(self) -> None:
        """Ask for another item."""
        from wrapplanner.facilitator.ui.small_dialogs import ItemDialog

        ItemDialog(self._hands.look, self._presenter, self._conductor.add_item).open()

    def change_minutes(self, item: str) -> None:
        """Ask how many minutes an item has."""
        from wrapplanner.facilitator.ui.small_dialogs import MinutesDialog

        found = self._conductor.running.session.item(item)

        def done(minutes: int) -> None:
            self._conductor.change_agenda(lambda session: session.with_minutes(item, minutes))

        MinutesDialog(self._hands.look, found.title, found.minutes, self._presenter, done).open()

    def change_heading(self, group: str) -> None:
        """Ask for the words of a heading, or of a new one ('')."""
        from wrapplanner.facilitator.ui.small_dialogs import HeadingDialog

        conductor, board = self._conductor, self._conductor.board
        found = next((each for each in board.groups if each.id == group), None)
        take_away = partial(conductor.change_board, removing(board, group)) if found is not None else None

        def done(title: str) -> None:
            if found is not None:
                conductor.change_board(GroupEdited(replace(found, title=title)))
            else:
                conductor.change_board(GroupAdded(Group(new_id(), title, board.free_mark()), len(board.groups)))

        HeadingDialog(self._hands.look, found.title if found else "", self._presenter, done, take_away).open()

    def count_feedback(self) -> None:
        """Count answers without names."""
        from wrapplanner.facilitator.ui.tally import TallyDialog

        running = self._conductor.running
        asked = [q for item in running.session.items if item.kind is Feedback for q in item.questions]
        TallyDialog(self._hands.look, self._hands.store, running, tuple(asked), self._presenter).open()

    def write_notes(self) -> None:
        """Write notes to oneself, and what to carry to the next time."""
        from wrapplanner.facilitator.ui.small_dialogs import NotesDialog

        running, store = self._conductor.running, self._hands.store
        NotesDialog(self._hands.look, store.after(running.programme, running.number), self._presenter, store.keep_after).open()

    def end(self) -> None:
        """Ask what is kept, and end."""
        from wrapplanner.facilitator.ui.small_dialogs import EndDialog

        running, store = self._conductor.running, self._hands.store
        after = store.after(running.programme, running.number)
        EndDialog(self._hands.look, running, after, self._presenter, self._on_ended).open()
