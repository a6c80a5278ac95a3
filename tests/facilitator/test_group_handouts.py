"""The papers of a group: every idea is on them, no names and no counts, and PDF/UA has nothing to say against them."""

import io
from datetime import date, time
from pathlib import Path

import pikepdf
import pytest
from boards import change_of
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf.reading import failures, story_of

from wrapplanner.content.loader import framework_folders, load_framework
from wrapplanner.errors import PrintError
from wrapplanner.facilitator.handouts import (
    agenda,
    agreement_paper,
    board_handout,
    boards_handout,
    feedback_form,
    printed,
    worksheet_parts,
    worksheets,
)
from wrapplanner.facilitator.model.board import Board, Card, Group, Mark
from wrapplanner.facilitator.programmes import load_programme
from wrapplanner.pdf.options import Paper

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FONTS, DAY = RESOURCES / "fonts", date(2026, 11, 19)
PROGRAMME = load_programme(RESOURCES / "sessions" / "en", "wrap-eight")
TITLES = ("Calm and quiet", "With people", "Moving", "Making and doing", "Rest and body")


def board_of(sizes, rest=0, word="Idea"):
    groups = tuple(Group(f"g{place}", title, list(Mark)[place]) for place, title in enumerate(TITLES[: len(sizes)]))
    cards = [Card(f"c{g}-{i}", f"{word} {g}-{i}", f"g{g}") for g, size in enumerate(sizes) for i in range(size)]
    return Board((*cards, *(Card(f"r{i}", f"{word} rest-{i}") for i in range(rest))), groups)


def pages(manuscript, **more: object):
    return story_of(printed(manuscript, FONTS, DAY, **more))


def test_forty_ideas_and_room_for_own_are_one_page_as_drawn():
    (page,) = pages(board_handout("What keeps us well", board_of([8] * 5), DAY, "Wellness tools · session 3 of 8"))
    place = 0
    for said in ("What keeps us well", *TITLES, "My own"):
        place = page.index(said, place)
    assert page.count("Idea ") == 40
    assert "A handout with no names in it · 19 November 2026" in page
    assert "40" not in page.replace("2026", ""), "nothing is counted"


def test_several_boards_are_a_page_each_and_sound(tmp_path):
    boards = [("Ours", board_of([3, 3])), ("Theirs", board_of([2], word="Thing")), ("Long", board_of([40, 40]))]
    made = printed(boards_handout(boards, DAY, "Wellness tools"), FONTS, DAY)
    story = story_of(made)
    assert [next(title for title, _ in boards if title in page) for page in story[:3]] == ["Ours", "Theirs", "Long"]
    assert "Thing 0-0" in story[1]
    assert all("FROM THE GROUP" in page for page in story)
    assert failures(made, tmp_path) == []


@pytest.mark.parametrize(
    ("sizes", "rest", "count"), [([9, 9, 9, 9, 8], 0, 1), ([11, 11, 11, 11, 10], 0, 2), ([40, 2, 3], 9, 2)]
)
def test_over_44_ideas_there_is_a_second_page_and_no_smaller_type(sizes, rest, count):
    made = printed(board_handout("Ours", board_of(sizes, rest), DAY), FONTS, DAY)
    story = story_of(made)
    assert len(story) == count
    assert " ".join(story).count("Idea ") == sum(sizes) + rest
    assert ("More ideas" in " ".join(story)) == bool(rest)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        sizes_set = {
            float(words[1])
            for page in pdf.pages
            for words, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "Tf"
        }
    assert min(sizes_set) == 9.5, "the footer's, and nothing below"
    assert 12 in sizes_set


def test_shapes_are_the_board_s_and_boxes_are_read_aloud():
    board = Board((Card("a", "Tea", "g0", Mark.CROSS), Card("b", "Bread")), (Group("g0", "Warm", Mark.DIAMOND),))
    with pikepdf.open(io.BytesIO(printed(board_handout("Ours", board, DAY), FONTS, DAY))) as pdf:
        told = [str(each.ActualText) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/ActualText" in each]
    assert sorted(told) == ["plus", "tick box, empty", "tick box, empty"]


def test_the_agenda_has_minutes_that_add_up_and_times_where_they_are_asked_for():
    session = PROGRAMME.session(3)
    (page,) = pages(agenda(session, DAY, "Session 3 of 8"))
    assert "2:30 The end 150" in page
    assert "0:15 What keeps us well 40" in page
    assert not [note for item in session.items for note in item.notes if note in page]
    noted = " ".join(pages(agenda(session, DAY, begins=time(18, 30), notes=True)))
    assert "18:45 · 40 minutes" in noted
    assert "21:00 · 150 minutes in all" in noted
    assert all(" ".join(note.split()) in noted for note in session.item("tools-not").notes)


def test_a_pack_has_every_part_of_the_session_for_every_person():
    framework = load_framework(framework_folders(RESOURCES / "framework")["wrap"])
    parts = worksheet_parts(PROGRAMME.session(5))
    assert parts == ("early", "breaking")
    one, three = (pages(worksheets(framework, parts, people, FONTS)) for people in (1, 3))
    assert len(three) == 3 * len(one)
    assert sum("First signs" in page or framework.part("early").title in page for page in one)
    for wrong in (0, 41):
        with pytest.raises(PrintError):
            worksheets(framework, parts, wrong, FONTS)
    with pytest.raises(PrintError):
        worksheets(framework, (), 1, FONTS)


def test_the_feedback_is_two_slips_and_the_agreement_is_read_across_a_room():
    item = next(item for item in PROGRAMME.items() if item.kind.word == "feedback")
    (page,) = pages(feedback_form(item, DAY))
    assert all(page.count(line) == 2 for line in item.questions)
    (wall,) = pages(agreement_paper(board_of([2], word="We agree"), DAY))
    assert "We agree 0-1" in wall
    assert len(pages(agreement_paper(board_of([60], word="We agree to a rather long line of words"), DAY))) == 2
    assert "Our agreement" in pages(agreement_paper(Board(), DAY))[0]


@settings(max_examples=12)
@given(st.data())
def test_any_board_can_be_printed(data):
    board = Board((Card("a", "\u200d"), Card("b", "\x1b", ""), Card("c", "שלום שלום")))
    for number in range(data.draw(st.integers(0, 6))):
        board, _ = board.apply(data.draw(change_of(board, number)))
    large = data.draw(st.booleans())
    for manuscript in (board_handout("Ours", board, DAY), agreement_paper(board, DAY)):
        assert printed(manuscript, FONTS, DAY, large_print=large).startswith(b"%PDF")


@pytest.mark.parametrize("large", [False, True])
def test_screen_readers_can_read_every_paper(large, tmp_path):
    item = next(item for item in PROGRAMME.items() if item.kind.word == "feedback")
    nasty = Board(
        (Card("a", "Ελληνικά " * 20, "g0", Mark.RING), Card("b", "x" * 200), Card("c", "<b>&")),
        (Group("g0", "λ" * 90, Mark.RING),),
    )
    made = [
        board_handout("What keeps us well", board_of([8] * 5, 3), DAY, "Session 3 of 8"),
        board_handout("y" * 200, nasty, DAY),
        board_handout("Nothing yet", Board(), DAY),
        agenda(PROGRAMME.session(3), DAY, "Session 3 of 8"),
        agenda(PROGRAMME.session(3), DAY, notes=True),
        agreement_paper(nasty, DAY),
        feedback_form(item, DAY, large_print=large),
    ]
    for manuscript in made:
        assert failures(printed(manuscript, FONTS, DAY, paper=Paper.LETTER, large_print=large), tmp_path) == []
