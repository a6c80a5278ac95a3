"""Where pages are cut: nothing is lost, nothing overflows, no heading stands alone."""

from __future__ import annotations

import pytest

from wrapplanner.pdf.options import Paper
from wrapplanner.pdf.pages import anchors, paginate
from wrapplanner.pdf.slices import Keep, Slice, Tag
from wrapplanner.pdf.styles import SHEETS

SHEET = SHEETS[Paper.A4, False]


def row(height: float, keep: Keep = Keep.NO, **more: object) -> Slice:
    """A slice with nothing on it."""
    return Slice(height, keep=keep, **more)  # type: ignore[arg-type]


def test_what_keeps_together_turns_the_page_together():
    pages = paginate([row(SHEET.depth - 30), row(20, Keep.MUST, anchor="heading"), row(20)], SHEET)
    assert [len(page.placed) for page in pages] == [1, 2]
    assert anchors(pages) == {"heading": 2}


@pytest.mark.parametrize("keep", Keep)
def test_what_fits_no_page_is_cut_and_nothing_is_lost(keep: Keep):
    pages = paginate([row(100, keep) for _ in range(50)], SHEET)
    assert sum(len(page.placed) for page in pages) == 50
    assert all(page.depth <= SHEET.depth for page in pages)


def test_weak_bonds_give_way_before_strong_ones():
    slices = [row(SHEET.depth * 0.4, Keep.WISH if number % 2 else Keep.MUST) for number in range(6)]
    assert [len(page.placed) for page in paginate(slices, SHEET)] == [2, 2, 2]


def test_a_table_says_its_head_again():
    again = (row(20),)
    pages = paginate([row(200, again=again) for _ in range(4)], SHEET)
    assert [[placed.again for placed in page.placed] for page in pages] == [[True, False, False, False], [True, False]]


def test_space_at_the_top_of_a_page_is_dropped():
    (page,) = paginate([row(10, before=50), row(10, before=5, after=30), row(10)], SHEET)
    assert [placed.y for placed in page.placed] == [0, 15, 55]


def test_a_last_page_of_next_to_nothing_takes_a_section_along():
    story = row(SHEET.depth * 0.6)
    section = [row(20, Keep.MUST, outline=(2, "Two")), row(20, Keep.MUST, outline=(3, "Three")), row(SHEET.depth * 0.3)]
    last = [row(20, Keep.MUST, outline=(2, "Four")), row(30)]
    pages = paginate([story, *section, *last], SHEET)
    assert [[placed.slice.outline for placed in page.placed if placed.slice.outline] for page in pages] == [
        [],
        [(2, "Two"), (3, "Three"), (2, "Four")],
    ]
    full = paginate([story, *section, row(SHEET.depth * 0.2)], SHEET)
    assert [len(page.placed) for page in full] == [4, 1]


def test_spare_rows_are_there_only_where_they_turn_no_page():
    tags = [Tag("TR") for _ in range(2)]
    spare = [row(20, spare=tag, again=(row(20),)) for tag in tags]
    fits = paginate([row(SHEET.depth - 60), *spare, row(20)], SHEET)
    assert [len(page.placed) for page in fits] == [4]
    assert [tag.left_out for tag in tags] == [False, False]
    one_less = paginate([row(SHEET.depth - 50), *spare, row(20)], SHEET)
    assert [len(page.placed) for page in one_less] == [3]
    assert [tag.left_out for tag in tags] == [False, True]
    no_page_begins_with_one = paginate([row(SHEET.depth - 10), *spare, row(200)], SHEET)
    assert [len(page.placed) for page in no_page_begins_with_one] == [1, 1]
    assert [tag.left_out for tag in tags] == [True, True]
    paginate([row(SHEET.depth - 60), *spare, row(20)], SHEET)
    assert [tag.left_out for tag in tags] == [False, False]


def test_what_turns_the_page_by_itself_takes_no_section_along():
    section = row(30, outline=(1, "Call"))
    pages = paginate([row(SHEET.depth * 0.6), section, row(40, new_page=True)], SHEET)
    assert [len(page.placed) for page in pages] == [2, 1]
