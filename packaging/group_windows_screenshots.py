"""Pictures of the facilitators' windows, a look at a time: the programmes, the presenter, its dialogs, the bar, the Companion.

Called by group_screenshots.py. Files are named THEME-SCALE-group-place.png.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from wrapplanner.facilitator.ui.companion_window import CompanionWindow
    from wrapplanner.facilitator.ui.console import Console
    from wrapplanner.facilitator.ui.meeting import Meeting

IDEAS = (
    "Sleep gets thin\nCold tea\nShoulders up\nWalking too fast\nSkipping lunch\nJaw aches\nAwake at four\nNot hungry",
    "Post unopened\nRadio off\nBins forgotten\nCurtains shut\nLists of lists\nDishes wait\nPhone on silent\nLights left on",
    "Saying “fine”\nReplies get short\nCancelling\nTalking over\nAvoiding choir\nNo jokes\nNeeding quiet\nRinging less",
)
_SCRIM = QColor(0, 0, 0, 60)


def picture_of(window: QWidget) -> QPixmap:
    """Return a window with the dialogs and menus that stand over it."""
    picture = window.grab()
    painter = QPainter(picture)
    for each in QApplication.topLevelWidgets():
        owner = each.parentWidget()
        if owner is None or owner.window() is not window or not each.isVisible():
            continue
        painter.fillRect(picture.rect(), _SCRIM)
        shown = QPixmap(each.size())
        shown.fill(Qt.GlobalColor.transparent)
        each.render(shown)
        painter.drawPixmap(each.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint()), shown)
    painter.end()
    return picture


class WindowPictures:
    """Takes them all in one look; `prefix` is THEME-SCALE."""

    def __init__(self, console: Console, folder: Path, prefix: str, settle: Callable[[int], None]) -> None:
        assert console.meeting is not None
        self._console, self._meeting = console, console.meeting
        self._folder, self._prefix, self._settle = folder, prefix, settle

    def take(self) -> None:
        """Take them all."""
        self._take_presenter()
        self._take_dialogs()
        self._take_bar()
        self._take_companion()
        self._console.lobby.show(self._console.look)
        self._settle(6)
        assert self._console.lobby.window is not None
        self._keep(self._console.lobby.window, "programmes")
        self._console.lobby.close()

    def _keep(self, window: QWidget, place: str) -> None:
        self._settle(6)
        picture_of(window).save(str(self._folder / f"{self._prefix}-group-{place}.png"))

    def _take_presenter(self) -> None:
        meeting, presenter = self._meeting, self._meeting.presenter
        presenter.resize(1280, 800)
        meeting.conductor.go_to(meeting.conductor.running.session.items[0].id)
        self._keep(presenter, "presenter-welcome")
        meeting.conductor.show_helplines(True)
        self._keep(presenter, "presenter-helplines")
        meeting.conductor.show_helplines(False)
        fill_board(meeting)
        self._keep(presenter, "presenter-board")
        for width in (900, 700):
            presenter.resize(width, 700)
            self._keep(presenter, f"presenter-board-{width}")
        presenter.resize(1280, 800)
        presenter.desk.set_arranging(True)
        self._keep(presenter, "presenter-arranging")
        presenter.desk.set_arranging(False)
        presenter.say("There is a second screen.", "Shall the group see its slide there?", "Show it there", "second")
        self._keep(presenter, "presenter-message")

    def _take_dialogs(self) -> None:
        doings, presenter = self._meeting.doings, self._meeting.presenter
        running = self._meeting.conductor.running
        asks: dict[str, Callable[[], None]] = {
            "papers": doings.choose_paper,
            "add-item": doings.add_item,
            "minutes": lambda: doings.change_minutes(running.at),
            "heading": lambda: doings.change_heading(self._meeting.conductor.board.groups[0].id),
            "feedback": doings.count_feedback,
            "notes": doings.write_notes,
            "end": doings.end,
        }
        for place, ask in asks.items():
            ask()
            self._keep(presenter, f"dialog-{place}")
            dialog = QApplication.activeModalWidget()
            if dialog is not None:
                dialog.close()
            self._settle(2)
        self._meeting.doings.show_menu(self._meeting.example.doings(), presenter.head.more)
        self._keep(presenter, "menu")
        menu = QApplication.activePopupWidget()
        if menu is not None:
            menu.close()

    def _take_bar(self) -> None:
        from wrapplanner.facilitator.ui.thin_bar import ThinBar

        audience = self._meeting.audience
        audience.resize(1280, 720)
        audience.set_bar(ThinBar(self._console.look, self._meeting.conductor))
        audience.show()
        self._keep(audience, "one-screen-bar")
        audience.set_bar(None)
        audience.hide()

    def _take_companion(self) -> None:
        self._console.open_companion(self._meeting.presenter)
        door = self._console.companion
        assert door is not None
        assert door.window is not None
        window: CompanionWindow = door.window
        window.resize(980, 720)
        for topic in window.places:
            window.show_topic(topic)
            self._keep(window, f"companion-{topic}")
        window.resize(600, 700)
        window.show_topic(window.places[0])
        self._keep(window, "companion-narrow")
        window.close()


def keep_something(console: Console) -> None:
    """Have something kept from an earlier session: a board, notes, feedback, an entry of the journal."""
    from wrapplanner.facilitator.model.board import Board, Card
    from wrapplanner.facilitator.model.keeping import After, Answer, JournalEntry, Tally
    from wrapplanner.facilitator.model.running import begin

    store = console.store
    programme = console.house.shelf.programme("wrap-eight")
    board = Board(tuple(Card(f"card-{at}", words) for at, words in enumerate(IDEAS[0].splitlines())))
    earlier = next(item for item in programme.session(3).items if item.kind.word == "board")
    running = begin(programme, 3, 0.0).with_board(earlier.id, board)
    store.end(running, keep=(earlier.id,), today=date(2026, 11, 19))
    store.keep_after(After(programme.id, 3, "Bring pens. The room was cold.", "Ask about the tea."))
    tally = Tally("I could be myself here today.")
    for _ in range(4):
        tally = tally.with_one(Answer.YES)
    store.keep_tally(programme.id, 3, tally.with_one(Answer.PARTLY))
    said = "To wait a little longer before I say what helped me."
    store.keep_entry(JournalEntry("1", date(2026, 11, 19), "What did a member teach me?", said))


def fill_board(meeting: Meeting) -> None:
    """Go to the board with three headings and have eight ideas under each."""
    conductor = meeting.conductor
    board = next(item for item in conductor.running.session.items if len(item.groups) == len(IDEAS))
    conductor.go_to(board.id)
    if not conductor.board.cards:
        for group, ideas in zip(conductor.board.groups, IDEAS, strict=True):
            conductor.add_ideas(ideas, group.id)
