"""The board to take home: groups with their shapes, boxes to mark, room for one's own. No names, no counts, no place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from wrapplanner.facilitator.handouts.printed import LANGUAGE, day_words, furniture, line
from wrapplanner.facilitator.model.board import Board, Card, Mark
from wrapplanner.pdf.blocks import Block, Heading, Paragraph, PartStart, Rank, Whole, plain
from wrapplanner.pdf.forms import Idea, IdeaBand, IdeaGroup, Ruled, Shape
from wrapplanner.pdf.manuscript import Frame, Manuscript

SHAPES: Final[dict[Mark, Shape]] = {
    Mark.CIRCLE: Shape.CIRCLE,
    Mark.SQUARE: Shape.SQUARE,
    Mark.TRIANGLE: Shape.TRIANGLE,
    Mark.DIAMOND: Shape.DIAMOND,
    Mark.CROSS: Shape.PLUS,
    Mark.RING: Shape.RING,
}
"""The same shapes on paper as on the board."""

UNEVEN: Final = 4
"""Two groups stand side by side if one has at most so many ideas more than the other."""
OWN_LINES: Final = 3
_REST = "More ideas"
_LEAD = (
    "As our group said it on {day}. There are no names here, and no idea is better than another. "
    "Mark any you would like to try."
)


def board_handout(title: str, board: Board, day: date, session: str = "") -> Manuscript:
    """Return a board as a handout. `title` is the item's; `session` says which one, as “Wellness tools · session 2 of 8”."""
    return _handout(_blocks(title, board, day), day, session)


def boards_handout(boards: Sequence[tuple[str, Board]], day: date, session: str = "") -> Manuscript:
    """Return several boards as one handout, each beginning on a page of its own: (title of the item, board) by board."""
    blocks = [(PartStart(0, title, 0), *_blocks(title, board, day)) for title, board in boards]
    return _handout(tuple(block for each in blocks for block in each), day, session)


def _handout(blocks: tuple[Block, ...], day: date, session: str) -> Manuscript:
    return Manuscript(
        title="Ideas from the group",
        language=LANGUAGE,
        furniture=furniture("From the group", session, "A handout with no names in it", day),
        blocks=blocks,
        frame=Frame.TALL,
    )


def _blocks(title: str, board: Board, day: date) -> tuple[Block, ...]:
    return (
        Heading(title, 1, Rank.TITLE),
        Paragraph(plain(_LEAD.format(day=day_words(day)))),
        *map(IdeaBand, bands(_groups(board))),
        Whole((Heading("My own", 2, Rank.CELL), Ruled(OWN_LINES, columns=2))),
    )


def _groups(board: Board) -> list[IdeaGroup]:
    made = [IdeaGroup(group.title, SHAPES[group.mark], _ideas(board.under(group.id))) for group in board.groups]
    rest = _ideas(board.under(""))
    found = [group for group in made if group.ideas]
    return [*found, IdeaGroup(_REST if found else "", None, rest)] if rest else found


def _ideas(cards: tuple[Card, ...]) -> tuple[Idea, ...]:
    return tuple(Idea(line(card.text), SHAPES[card.mark] if card.mark else None) for card in cards)


def bands(groups: list[IdeaGroup]) -> list[tuple[IdeaGroup, ...]]:
    """Return groups in bands of two that are about as long, or of one, in the order of the board."""
    made: list[tuple[IdeaGroup, ...]] = []
    place = 0
    while place < len(groups):
        pair = tuple(groups[place : place + 2])
        if len(pair) == 2 and abs(len(pair[0].ideas) - len(pair[1].ideas)) > UNEVEN:
            pair = pair[:1]
        made.append(pair)
        place += len(pair)
    return made
