"""From the board to the file of ideas: every card, its heading, and nothing that tells who or where."""

from dataclasses import replace

from boards import change_of
from hypothesis import given, settings
from hypothesis import strategies as st

from wrapplanner.facilitator.model.board import Board, Card, Group, Mark
from wrapplanner.facilitator.model.kinds import KINDS
from wrapplanner.facilitator.model.programme import Item
from wrapplanner.facilitator.take_home import ideas_of
from wrapplanner.storage.ideas import read_ideas, write_ideas

ITEM = Item("tools", KINDS["board"], "What keeps us well", 40, question="toolbox.tools")


def test_every_card_is_taken_home_under_its_heading():
    board = Board(
        (
            Card("a", "Tea"),
            Card("b", "Swim", "g0", Mark.RING),
            Card("c", "Swim", "g0"),
            Card("d", "w" * 150 + " " + "x" * 150, "g0"),
        ),
        (Group("g0", "Moving", Mark.CIRCLE), Group("g1", "Empty", Mark.SQUARE)),
    )
    ideas = ideas_of(ITEM, board, "wrap")
    assert [(group.title, group.ideas) for group in ideas.groups] == [
        ("Moving", ("Swim", "w" * 150, "x" * 150)),
        ("", ("Tea",)),
    ]
    assert (ideas.title, ideas.framework, ideas.question) == ("What keeps us well", "wrap", "toolbox.tools")
    assert read_ideas(write_ideas(ideas)) == ideas
    assert ideas_of(replace(ITEM, question="x"), board).question == ""


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_any_board_makes_a_file_that_can_be_opened(data):
    board = Board((Card("a", "\u202eback\u2069", ""), Card("b", "\x07\u2028x")))
    for number in range(data.draw(st.integers(0, 5))):
        board, _ = board.apply(data.draw(change_of(board, number)))
    write_ideas(ideas_of(ITEM, board))
