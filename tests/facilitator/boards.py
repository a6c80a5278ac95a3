"""Hypothesis strategies: boards, and changes that may fit them."""

from dataclasses import replace

from hypothesis import strategies as st

from wrapplanner.facilitator.model.board import Board, Card, Group, Mark
from wrapplanner.facilitator.model.board_changes import (
    CardEdited,
    CardMoved,
    CardsAdded,
    CardsRemoved,
    GroupAdded,
    GroupEdited,
    GroupMoved,
    GroupRemoved,
    grouping,
    marking,
    merging,
    removing,
)

MARKS = st.sampled_from(Mark)
WORDS = st.text(min_size=1, max_size=12).filter(str.strip)


def some(things):
    return st.sampled_from(things)


def change_of(board: Board, number: int):
    """A strategy for one change that fits `board`; new ids hold `number`."""
    ids = [card.id for card in board.cards]
    groups = ["", *(group.id for group in board.groups)]
    cards = st.lists(st.tuples(WORDS, some(groups)), min_size=1, max_size=3).map(
        lambda made: tuple(Card(f"c{number}-{i}", text, group) for i, (text, group) in enumerate(made))
    )
    offers = [
        st.builds(CardsAdded, cards, st.integers(0, len(ids))),
        st.builds(GroupAdded, st.builds(Group, st.just(f"new{number}"), WORDS, MARKS), st.integers(0, len(groups) - 1)),
    ]
    if ids:
        offers += [
            st.lists(some(ids), min_size=1, unique=True).map(lambda found: CardsRemoved(tuple(found))),
            st.builds(CardMoved, some(ids), some(groups), st.integers(0, len(ids) - 1)),
            st.builds(marking, some(board.cards), st.none() | MARKS),
            st.tuples(some(board.cards), WORDS).map(lambda pair: CardEdited(replace(pair[0], text=pair[1]))),
            st.builds(grouping, st.lists(some(board.cards), unique=True), some(groups)),
        ]
    if len(ids) > 1:
        two = st.lists(some(ids), min_size=2, max_size=2, unique=True)
        offers.append(two.map(lambda pair: merging(board, *pair)))
    if board.groups:
        empty = [group.id for group in board.groups if not board.under(group.id)]
        offers += [
            st.tuples(some(board.groups), WORDS, MARKS).map(lambda it: GroupEdited(replace(it[0], title=it[1], mark=it[2]))),
            st.builds(GroupMoved, some(groups[1:]), st.integers(0, len(board.groups) - 1)),
            some(groups[1:]).map(lambda group: removing(board, group)),
            *([some(empty).map(GroupRemoved)] if empty else []),
        ]
    return st.one_of(offers)
