"""Where lines are cut."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from pdf import plans

from wrapplanner.pdf.blocks import Run, plain
from wrapplanner.pdf.breaking import Breaker, Line, held
from wrapplanner.pdf.documents.telling import phone
from wrapplanner.pdf.fonts import Fonts


@pytest.fixture
def breaker() -> Breaker:
    """A breaker with the shipped faces."""
    return Breaker(Fonts(plans.FONTS))


def broken(breaker: Breaker, text: str, measure: float = 30_000) -> list[str]:
    """Return text as lines."""
    return [words(line) for each in breaker.paragraphs(plain(text), 400, 700) for line in breaker.lines(each, measure)]


def words(line: Line) -> str:
    """Return what stands on a line."""
    return "".join(piece.actual or piece.text for piece in line.pieces)


def test_lines_hold_all_words_and_are_no_wider_than_they_may_be(breaker: Breaker):
    text = "The quick brown fox jumps over the lazy dog, and over the fence as well. " * 20
    lines = breaker.lines(breaker.paragraphs(plain(text), 400, 700)[0], 20_000)
    assert " ".join(map(words, lines)) == text.strip()
    assert max(line.width for line in lines) <= 20_000


def test_a_word_wider_than_the_line_is_cut_in_linear_time(breaker: Breaker):
    start = time.perf_counter()
    lines = broken(breaker, "w" * 100_000)
    assert "".join(lines) == "w" * 100_000
    assert time.perf_counter() - start < 5


def test_a_long_address_is_cut_after_its_signs(breaker: Breaker):
    assert broken(breaker, "https://example.org/" + "long" * 5 + "/" + "longer" * 5, 14_000)[0].endswith("/")


def test_numbers_keep_their_unit_and_phones_stay_whole(breaker: Breaker):
    assert (
        held("take 75 micrograms at 10 pm, ring 0114 496 0128")
        == "take 75\u00a0micrograms at 10\u00a0pm, ring 0114\u00a0496\u00a00128"
    )
    assert " " not in phone("+44 7700 900142")
    for number in ("+44 (0) 114 496 0128", "(0114) 496 0128", "01 23 45 67 89"):
        assert " " not in held(number)
    assert broken(breaker, "ring 0114 496 0128", 8_000) == ["ring", "0114 496 0128"]


def test_bold_and_plain_may_share_a_word(breaker: Breaker):
    (line,) = breaker.lines(breaker.paragraphs((Run("Robin", bold=True), Run(", me")), 400, 700)[0], 30_000)
    assert [piece.text for piece in line.pieces] == ["Robin", ", me"]


def test_other_scripts_come_from_other_faces(breaker: Breaker):
    line = breaker.lines(breaker.paragraphs(plain("tea чай τσάι ☂"), 400, 700)[0], 30_000)[0]
    assert words(line) == "tea чай τσάι ☂"
    assert [Path(piece.face.name).stem for piece in line.pieces if piece.text.strip()] == [
        "AtkinsonHyperlegibleNext-Regular",
        "NotoSans-Regular",
        "NotoSansSymbols2-Regular",
    ]


def test_a_letter_that_no_face_has_is_marked_and_kept(breaker: Breaker):
    (piece,) = breaker.lines(breaker.paragraphs(plain("\U00013000"), 400, 700)[0], 30_000)[0].pieces
    assert (piece.text, piece.actual) == ("\ufffd", "\U00013000")


def test_no_last_line_of_one_short_word(breaker: Breaker):
    said = breaker.paragraphs(plain("one two three four five six seven eight nine ten eleven to"), 400, 700)[0]
    measure = sum(word.width + word.space for word in said) - 500
    assert len(breaker.lines(said, measure)[-1].pieces[0].text) == 2
    assert breaker.evened(said, measure)[-1].width > measure * 0.12
