"""A board to the file of ideas that members take home to their own planners."""

from __future__ import annotations

import re

from wrapplanner.domain.ideas import IdeaGroup, Ideas
from wrapplanner.domain.text import normalise
from wrapplanner.facilitator.model.board import Board, Card, lines_of
from wrapplanner.facilitator.model.programme import Item

_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def ideas_of(item: Item, board: Board, framework: str = "") -> Ideas:
    """Return what is on a board as ideas under its headings; those under none come last. Marks stay in the room."""
    groups = [IdeaGroup(_plain(group.title), _said(board.under(group.id))) for group in board.groups]
    groups.append(IdeaGroup("", _said(board.under(""))))
    question = item.question if framework else ""
    return Ideas(_plain(item.title), tuple(group for group in groups if group.ideas), framework, question)


def _said(cards: tuple[Card, ...]) -> tuple[str, ...]:
    # Merged cards may be longer than one idea: then they are two.
    return tuple(dict.fromkeys(line for card in cards for line in lines_of(_TURNS.sub("", card.text))))


def _plain(title: str) -> str:
    return " ".join(normalise(_TURNS.sub("", title), single_line=True).split())[:200].strip()
