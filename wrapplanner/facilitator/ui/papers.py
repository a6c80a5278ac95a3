"""What a group takes home: which papers there are, and what each is made from. A new paper is one row of the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Flag, auto
from pathlib import Path
from typing import TYPE_CHECKING

from wrapplanner.errors import PrintError
from wrapplanner.facilitator.model.kinds import Feedback
from wrapplanner.facilitator.model.programme import Item
from wrapplanner.facilitator.model.running import Running
from wrapplanner.pdf.options import Paper
from wrapplanner.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from wrapplanner.domain.framework import Framework
    from wrapplanner.pdf.manuscript import Manuscript

LANGUAGE = "en"
ALL = "all"
"""All boards, in the place of the id of one."""


class Asks(Flag):
    """What a paper is asked for besides its size: how many people, which board, or all boards at once."""

    NOTHING = 0
    PEOPLE = auto()
    BOARD = auto()
    ALL_BOARDS = auto()


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: the session as it is, where typefaces and frameworks are, the day, for how many, how large.

    `board` is the id of the item whose board is wanted, ALL for each of them, '' for the one that is shown or the first.
    """

    running: Running
    resources: Path
    framework: str
    day: date
    people: int = 8
    large_print: bool = False
    paper: Paper = Paper.A4
    board: str = ""

    @property
    def where(self) -> str:
        """Which session it is, for the head of a paper."""
        return f"{self.running.session.title} · session {self.running.number} of {self.running.of}"

    @property
    def boards(self) -> tuple[Item, ...]:
        """The items whose boards have cards, the one that is shown first."""
        running = self.running
        items = (item for item in running.session.items if item.kind.has_board and running.board(item.id).cards)
        return tuple(sorted(items, key=lambda item: item.id != running.at))

    @property
    def wanted(self) -> Item:
        """The item whose board is wanted. Raises StopIteration where no board has cards."""
        return next((item for item in self.boards if item.id == self.board), None) or next(iter(self.boards))


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One paper. `make` returns what is printed; `data` a file that is no paper. `asks` is what it is asked for besides."""

    id: str
    words: str
    file: str
    is_there: Callable[[Order], bool]
    make: Callable[[Order], Manuscript] | None = None
    data: Callable[[Order], bytes] | None = None
    asks: Asks = Asks.NOTHING


def _framework(order: Order) -> Framework:
    from wrapplanner.content.loader import load_framework

    return load_framework(order.resources / "framework" / (order.framework or "wrap") / LANGUAGE)


def _board(order: Order) -> Manuscript:
    from wrapplanner.facilitator import handouts

    if order.board == ALL:
        boards = [(item.title, order.running.board(item.id)) for item in order.boards]
        return handouts.boards_handout(boards, order.day, order.where)
    item = order.wanted
    return handouts.board_handout(item.title, order.running.board(item.id), order.day, order.where)


def _ideas(order: Order) -> bytes:
    from wrapplanner.facilitator.take_home import ideas_of
    from wrapplanner.storage.ideas import write_ideas

    item = order.wanted
    return write_ideas(ideas_of(item, order.running.board(item.id), order.framework))


def _agreement(order: Order) -> Manuscript:
    from wrapplanner.facilitator import handouts

    item = next(item for item in order.running.session.items if item.kind.is_kept)
    return handouts.agreement_paper(order.running.board(item.id), order.day)


def _agenda(order: Order, *, notes: bool = False) -> Manuscript:
    from wrapplanner.facilitator import handouts

    return handouts.agenda(order.running.session, order.day, order.where, notes=notes)


def _notes(order: Order) -> Manuscript:
    return _agenda(order, notes=True)


def _worksheets(order: Order) -> Manuscript:
    from wrapplanner.facilitator import handouts

    parts = handouts.worksheet_parts(order.running.session)
    fonts = order.resources / "fonts"
    return handouts.worksheets(_framework(order), parts, order.people, fonts, large_print=order.large_print)


def _feedback(order: Order) -> Manuscript:
    from wrapplanner.facilitator import handouts

    item = next(item for item in order.running.session.items if item.kind is Feedback)
    return handouts.feedback_form(item, order.day, order.where, large_print=order.large_print)


def _always(order: Order) -> bool:
    return True


def _has_agreement(order: Order) -> bool:
    return any(item.kind.is_kept for item in order.running.session.items)


def _has_parts(order: Order) -> bool:
    return bool(order.framework) and any(item.part for item in order.running.session.items)


def _has_feedback(order: Order) -> bool:
    return any(item.kind is Feedback for item in order.running.session.items)


def _has_board(order: Order) -> bool:
    return bool(order.boards)


_BOARDS = Asks.BOARD | Asks.ALL_BOARDS
# A file of ideas belongs to one question of a plan, so it is of one board.
PAPERS = (
    PaperKind("board", QT_TRANSLATE_NOOP("Papers", "The board, to take home"), "Board", _has_board, _board, asks=_BOARDS),
    PaperKind(
        "ideas",
        QT_TRANSLATE_NOOP("Papers", "The board, as a file for planners"),
        "Ideas",
        _has_board,
        data=_ideas,
        asks=Asks.BOARD,
    ),
    PaperKind("agreement", QT_TRANSLATE_NOOP("Papers", "Our agreement"), "Agreement", _has_agreement, _agreement),
    PaperKind(
        "worksheets",
        QT_TRANSLATE_NOOP("Papers", "Worksheets for everybody"),
        "Worksheets",
        _has_parts,
        _worksheets,
        asks=Asks.PEOPLE,
    ),
    PaperKind("feedback", QT_TRANSLATE_NOOP("Papers", "Slips for feedback"), "Feedback", _has_feedback, _feedback),
    PaperKind("agenda", QT_TRANSLATE_NOOP("Papers", "The agenda"), "Agenda", _always, _agenda),
    PaperKind("notes", QT_TRANSLATE_NOOP("Papers", "The agenda and our notes"), "Agenda and notes", _always, _notes),
)


def made(kind: PaperKind, order: Order) -> bytes:
    """Return a paper's bytes: a PDF, or a file of ideas. Runs in a thread. Raises WrapPlannerError."""
    if kind.data is not None:
        return kind.data(order)
    if kind.make is None:
        raise PrintError("There is nothing to print here.")
    from wrapplanner.facilitator import handouts

    fonts = order.resources / "fonts"
    return handouts.printed(kind.make(order), fonts, order.day, paper=order.paper, large_print=order.large_print)
