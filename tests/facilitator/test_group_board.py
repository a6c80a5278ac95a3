"""A board: changes then their inverses is the first board; undo and redo walk one road; what does not fit is refused."""

import pytest
from boards import change_of
from hypothesis import given, settings
from hypothesis import strategies as st

from wrapplanner.errors import ChangeRefused
from wrapplanner.facilitator.model.board import MAX_CARDS, MAX_LETTERS, Board, Card, Group, Mark, lines_of
from wrapplanner.facilitator.model.board_changes import (
    BoardHistory,
    CardEdited,
    CardMoved,
    CardsAdded,
    CardsRemoved,
    GroupAdded,
    GroupRemoved,
    Together,
    merging,
    removing,
)

BODY, HOME = Group("g0", "Body", Mark.CIRCLE), Group("g1", "Home", Mark.SQUARE)
BOARD = Board((Card("a", "Sleep gets thin", "g0"), Card("b", "Cold tea", "g0"), Card("c", "Post unopened", "g1")), (BODY, HOME))


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_changes_then_their_inverses_is_the_first_board(data):
    history = BoardHistory(BOARD)
    seen = [history.board]
    for number in range(data.draw(st.integers(1, 8))):
        history = history.do(data.draw(change_of(history.board, number)))
        seen.append(history.board)
    for before in reversed(seen[:-1]):
        history = history.undo()
        assert history.board == before
    assert history.undo() is history
    for after in seen[1:]:
        history = history.redo()
        assert history.board == after
    assert history.redo() is history


@pytest.mark.parametrize(
    "change",
    [
        CardsAdded((Card("a", "Again"),), 0),
        CardsAdded((Card("d", "Twice"), Card("d", "Twice")), 0),
        CardsAdded((Card("d", "Under nothing", "g9"),), 0),
        CardsAdded((Card("d", "Far"),), 4),
        CardsAdded((Card("d", "  "),), 0),
        CardsAdded(tuple(Card(f"n{i}", "x") for i in range(MAX_CARDS)), 0),
        CardsRemoved(("a", "a")),
        CardsRemoved(("z",)),
        CardEdited(Card("z", "Gone")),
        CardMoved("a", "g9", 0),
        CardMoved("a", "g0", 3),
        GroupAdded(BODY, 0),
        GroupRemoved("g0"),
        GroupRemoved("g9"),
        Together((CardsRemoved(("a",)), CardsRemoved(("a",)))),
    ],
)
def test_a_change_that_does_not_fit_is_refused(change):
    with pytest.raises(ChangeRefused):
        BOARD.apply(change)


def test_merging_keeps_both_words_and_removing_a_heading_keeps_its_cards():
    merged, _ = BOARD.apply(merging(BOARD, "a", "b"))
    assert [card.text for card in merged.under("g0")] == ["Sleep gets thin · Cold tea"]
    without, _ = BOARD.apply(removing(BOARD, "g0"))
    assert [card.text for card in without.under("")] == ["Sleep gets thin", "Cold tea"]
    with pytest.raises(ChangeRefused):
        merging(BOARD, "a", "a")


def test_pasted_lines_are_cards_without_bullets_and_none_too_long():
    assert lines_of("• Sing in the car\r\n\n  - Grow   cress \n—\nTea") == ("Sing in the car", "Grow cress", "Tea")
    long = lines_of("word " * 100)
    assert len(long) > 1
    assert " ".join(long).split() == ["word"] * 100
    assert max(map(len, lines_of("x" * 1000))) == MAX_LETTERS
    assert "".join(lines_of("x" * 1000)) == "x" * 1000
    assert lines_of("\x00\x07\n\u200b\n\u200d \u2060") == ()


def test_a_new_heading_gets_a_mark_that_no_other_has():
    board = BOARD
    for number in range(len(Mark) - 2):
        board, _ = board.apply(GroupAdded(Group(f"n{number}", "More", board.free_mark()), 2))
    assert {group.mark for group in board.groups} == set(Mark)
