"""What can be printed or taken home from a session as it is now. Each offer makes its file from frozen values in any thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication

from wrapplanner.facilitator.handouts import (
    agenda,
    agreement_paper,
    board_handout,
    feedback_form,
    printed,
    worksheet_parts,
    worksheets,
)
from wrapplanner.facilitator.model.board import Board
from wrapplanner.facilitator.model.kinds import Agreement, Feedback
from wrapplanner.facilitator.model.programme import Item
from wrapplanner.facilitator.model.running import Running
from wrapplanner.facilitator.take_home import ideas_of
from wrapplanner.pdf.manuscript import Manuscript
from wrapplanner.pdf.options import Paper
from wrapplanner.storage.ideas import SUFFIX, write_ideas

PDF: Final = ".pdf"
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Wish:
    """How a paper is wanted: for how many people (worksheets), and in large print or not."""

    people: int = 1
    large_print: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """A paper or a file. `name` is its file's, without anything that was written; `make` may run in any thread."""

    title: str
    name: str
    make: Callable[[Wish], bytes]
    for_people: bool = False

    @property
    def is_paper(self) -> bool:
        """Whether it can be printed."""
        return self.name.endswith(PDF)


@dataclass(frozen=True, slots=True)
class Press:
    """What making papers needs: the shipped resources, the framework's id ('' for none), the day and the paper size."""

    resources: Path
    framework: str
    day: date
    paper: Paper = Paper.A4

    def pdf(self, manuscript: Manuscript, wish: Wish) -> bytes:
        """Return a manuscript as PDF."""
        return printed(manuscript, self.resources / "fonts", self.day, paper=self.paper, large_print=wish.large_print)


def offers_of(running: Running, press: Press) -> tuple[Offer, ...]:
    """Return what a session can give, the board that is shown first."""
    return (*_boards(running, press), *_of_session(running, press))


def _boards(running: Running, press: Press) -> Iterator[Offer]:
    where = translate("Papers", "{0} · session {1} of {2}").format(running.session.title, running.number, running.of)
    for item in sorted(running.session.items, key=lambda item: item.id != running.at):
        board = running.board(item.id)
        if not item.kind.has_board or item.kind is Agreement or not board.cards:
            continue

        def handout(wish: Wish, item: Item = item) -> bytes:
            return press.pdf(board_handout(item.title, running.board(item.id), press.day, where), wish)

        def take_home(_: Wish, item: Item = item) -> bytes:
            return write_ideas(ideas_of(item, running.board(item.id), press.framework))

        yield Offer(translate("Papers", "Handout: {0}").format(item.title), f"Handout{PDF}", handout)
        yield Offer(translate("Papers", "Ideas file: {0}").format(item.title), f"Ideas{SUFFIX}", take_home)


def _of_session(running: Running, press: Press) -> Iterator[Offer]:
    session, day = running.session, press.day
    where = translate("Papers", "Session {0} of {1}").format(running.number, running.of)
    if press.framework and worksheet_parts(session):
        yield Offer(
            translate("Papers", "Worksheets"),
            f"Worksheets{PDF}",
            lambda wish: _worksheets(running, press, wish),
            for_people=True,
        )
    yield Offer(translate("Papers", "Agenda"), f"Agenda{PDF}", lambda wish: press.pdf(agenda(session, day, where), wish))
    noted = f"Agenda with notes{PDF}"
    yield Offer(
        translate("Papers", "Agenda with notes"), noted, lambda wish: press.pdf(agenda(session, day, where, notes=True), wish)
    )
    for item in session.items:
        if item.kind is Agreement:
            paper = partial(_agreement, running.board(item.id), press)
            yield Offer(translate("Papers", "Our agreement"), f"Agreement{PDF}", paper)
        elif item.kind is Feedback:
            yield Offer(translate("Papers", "Feedback slips"), f"Feedback{PDF}", partial(_slips, item, press, where))


def _agreement(board: Board, press: Press, wish: Wish) -> bytes:
    return press.pdf(agreement_paper(board, press.day), wish)


def _slips(item: Item, press: Press, where: str, wish: Wish) -> bytes:
    return press.pdf(feedback_form(item, press.day, where, large_print=wish.large_print), wish)


def _worksheets(running: Running, press: Press, wish: Wish) -> bytes:
    from wrapplanner.content.loader import framework_folders, load_framework

    framework = load_framework(framework_folders(press.resources / "framework")[press.framework])
    parts, fonts = worksheet_parts(running.session), press.resources / "fonts"
    return press.pdf(worksheets(framework, parts, wish.people, fonts, large_print=wish.large_print), wish)
