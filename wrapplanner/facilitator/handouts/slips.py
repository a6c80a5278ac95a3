"""The agreement for the wall, and the feedback of one minute: two slips a sheet, without a name."""

from __future__ import annotations

from datetime import date
from typing import Final

from wrapplanner.facilitator.handouts.printed import LANGUAGE, furniture, line
from wrapplanner.facilitator.model.board import Board
from wrapplanner.facilitator.model.programme import Item
from wrapplanner.pdf.blocks import Block, Bullets, Column, Heading, Paragraph, Rank, Row, Table, Voice, Whole, plain
from wrapplanner.pdf.forms import Ruled, WallHead
from wrapplanner.pdf.manuscript import Frame, Manuscript

SLIPS: Final = 2
ROOM: Final = 700
"""How many letters an agreement may have to be set so large that it is read across a room."""
_FORM_LEAD = "No name, please. You need not answer. Fold it and put it in the box."
_OPEN: Final = ("One thing to keep", "One thing to change")
_LIVES = "We can change it at any time."


def agreement_paper(board: Board, day: date, title: str = "Our agreement") -> Manuscript:
    """Return what the group agreed, in large letters where it is short, or with lines to write on where nothing is."""
    lines = tuple(line(card.text) for card in board.cards)
    said: tuple[Block, ...] = tuple(Paragraph(each, Voice.PROUD) for each in lines) or (Ruled(8),)
    if sum(len(card.text) + 20 for card in board.cards) > ROOM:
        said = (Bullets(lines),)
    blocks: tuple[Block, ...] = (WallHead(title), *said, Paragraph(plain(_LIVES)))
    return Manuscript(
        title="Agreement of the group",
        language=LANGUAGE,
        furniture=furniture("", "", "An agreement with no names in it", day),
        blocks=blocks,
        frame=Frame.TALL,
        wall=True,
    )


def feedback_form(item: Item, day: date, session: str = "", *, large_print: bool = False) -> Manuscript:
    """Return slips to cut: each line of the feedback with boxes for yes, partly and no, and two open lines."""
    count = 1 if large_print else SLIPS
    return Manuscript(
        title="One-minute feedback",
        language=LANGUAGE,
        furniture=furniture("One minute", session, "A form with no names in it", day),
        blocks=tuple(_slip(item) for _ in range(count)),
        frame=Frame.TALL,
    )


def _slip(item: Item) -> Block:
    answers = (Column("Yes", 18, box=True), Column("Partly", 18, box=True), Column("No", 18, box=True))
    rows = tuple(Row((plain(said), (), (), ())) for said in item.questions)
    return Whole(
        (
            Heading(item.title, 1, Rank.TITLE),
            Paragraph(plain(_FORM_LEAD)),
            Table((Column("Today", 100, gives=True), *answers), rows),
            *(block for title in _OPEN for block in (Heading(title, 2, Rank.LABEL), Ruled(1))),
        )
    )
