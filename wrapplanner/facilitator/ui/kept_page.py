"""What groups and facilitators kept: boards, notes, feedback. Each can be taken home again, or wiped for good."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wrapplanner.errors import PrintError
from wrapplanner.facilitator.model.board import Board
from wrapplanner.facilitator.model.keeping import After, KeptBoard, Tally
from wrapplanner.facilitator.ui.wiping import ask_to_wipe
from wrapplanner.pdf.options import Paper
from wrapplanner.ui.tasks import Tasks
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import clear
from wrapplanner.ui.widgets.message import InlineMessage
from wrapplanner.ui.widgets.words import words

TitleOf = Callable[[str, int], str]
"""(programme, number) → what that session is called."""


class Kept(Protocol):
    """Where it is kept. Each may raise StorageError."""

    def kept_boards(self) -> tuple[KeptBoard, ...]:
        """Return the boards, newest first."""

    def wipe_board(self, name: str) -> None:
        """Wipe a board."""

    def sessions_kept(self) -> tuple[tuple[str, int], ...]:
        """Return the sessions that have notes or feedback."""

    def after(self, programme: str, number: int) -> After:
        """Return the notes of one."""

    def tallies(self, programme: str, number: int) -> tuple[Tally, ...]:
        """Return the feedback of one."""

    def wipe_after(self, programme: str, number: int) -> None:
        """Wipe both."""


def ask_file(parent: QWidget, name: str) -> str:
    """Let the facilitator choose where a file goes; return a path, or "" where they thought better of it."""
    chosen, _ = QFileDialog.getSaveFileName(parent, parent.tr("Where shall it be saved?"), name, "*.pdf")
    return chosen


class KeptPage(QWidget):
    """Cards of what was kept. `fonts` is the folder of the typefaces, `paper` what is in the printer."""

    def __init__(self, look: Look, kept: Kept, title_of: TitleOf, fonts: Path, paper: Callable[[], Paper]) -> None:
        super().__init__()
        self.look, self._kept, self._title_of, self._fonts, self._paper = look, kept, title_of, fonts, paper
        self._tasks = Tasks(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.space(12))
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept now."""
        column = self._column
        clear(column)
        column.addWidget(words(self.tr("What we kept"), "title"))
        column.addWidget(words(self.tr("Boards that a group chose to keep, notes to ourselves, and feedback."), "help"))
        self._messages = QVBoxLayout()
        column.addLayout(self._messages)
        boards, sessions = self._kept.kept_boards(), self._kept.sessions_kept()
        for board in boards:
            column.addWidget(self._board_card(board))
        for programme, number in sessions:
            column.addWidget(self._session_card(programme, number))
        if not boards and not sessions:
            column.addWidget(words(self.tr("Nothing is kept yet.")))

    def _board_card(self, kept: KeptBoard) -> QFrame:
        card, column = self._frame()
        column.addWidget(words(f"{_day(kept.day)} · {kept.session}", "caption"))
        column.addWidget(words(kept.title, "heading2"))
        for title, said in _groups(kept.board):
            if title:
                column.addWidget(words(title, "body-strong"))
            column.addWidget(words(" · ".join(said)))
        save = button(self.look, self.tr("Save as PDF"), "quiet", icon="file-down")
        save.setAccessibleName(self.tr("Save as PDF: {0}").format(kept.title))
        save.clicked.connect(partial(self._on_save, kept))
        column.addLayout(self._row(save, kept.title, partial(self._kept.wipe_board, kept.id)))
        return card

    def _session_card(self, programme: str, number: int) -> QFrame:
        card, column = self._frame()
        title, after = self._title_of(programme, number), self._kept.after(programme, number)
        column.addWidget(words(title, "heading2"))
        for label, said in ((self.tr("Notes"), after.notes), (self.tr("To carry to the next time"), after.carry)):
            if said.strip():
                column.addWidget(words(label, "caption-strong"))
                column.addWidget(words(said))
        for tally in self._kept.tallies(programme, number):
            counts = self.tr("{0}: yes {1}, partly {2}, no {3}")
            column.addWidget(words(counts.format(tally.question.rstrip("."), tally.yes, tally.partly, tally.no)))
        column.addLayout(self._row(None, title, partial(self._kept.wipe_after, programme, number)))
        return card

    def _frame(self) -> tuple[QFrame, QVBoxLayout]:
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(*[self.look.space(16)] * 4)
        column.setSpacing(self.look.space(8))
        return card, column

    def _row(self, first: QWidget | None, title: str, wipe: Callable[[], None]) -> QHBoxLayout:
        row = QHBoxLayout()
        if first is not None:
            row.addWidget(first)
        gone = button(self.look, self.tr("Wipe it"), "back", icon="trash-2")
        gone.setAccessibleName(self.tr("Wipe it: {0}").format(title))
        gone.clicked.connect(partial(self._on_wipe, wipe))
        row.addWidget(gone)
        row.addStretch(1)
        return row

    def _on_wipe(self, wipe: Callable[[], None]) -> None:
        def agreed() -> None:
            wipe()
            self.refresh()

        ask_to_wipe(self.look, self, self.tr("Wipe what was kept?"), agreed)

    def _on_save(self, kept: KeptBoard) -> None:
        chosen = ask_file(self, "Board.pdf")
        if chosen:
            file = Path(chosen).with_suffix(".pdf")
            self._tasks.run(partial(_handout, kept, self._fonts, self._paper()), partial(self._on_made, file), self._on_failed)

    def _on_made(self, file: Path, made: bytes) -> None:
        from wrapplanner.ui.printing import save_pdf

        try:
            save_pdf(made, file)
        except PrintError as problem:
            self._tell(problem.sentence)
        else:
            self._tell(self.tr("Saved as {0}.").format(file.name))

    def _on_failed(self, problem: Exception) -> None:
        raise problem

    def _tell(self, sentence: str) -> None:
        clear(self._messages)
        self._messages.addWidget(InlineMessage(self.look, sentence))


def _groups(board: Board) -> list[tuple[str, tuple[str, ...]]]:
    groups = [(group.title, tuple(card.text for card in board.under(group.id))) for group in board.groups]
    rest = ("", tuple(card.text for card in board.under("")))
    return [(title, said) for title, said in (*groups, rest) if said]


def _handout(kept: KeptBoard, fonts: Path, paper: Paper) -> bytes:
    from wrapplanner.facilitator.handouts import board_handout, printed

    return printed(board_handout(kept.title, kept.board, kept.day, kept.session), fonts, kept.day, paper=paper)


def _day(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
