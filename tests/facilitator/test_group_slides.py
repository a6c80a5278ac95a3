"""What the group sees can be read from the back: computed for every kind of slide, on every shape of screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from wrapplanner.facilitator.model.board import Mark as BoardMark
from wrapplanner.facilitator.ui import sheets as sheets_module
from wrapplanner.facilitator.ui.fitting import PX_PER_PT, Screen, Text, font_of
from wrapplanner.facilitator.ui.painting import SHAPES as DRAWN
from wrapplanner.facilitator.ui.painting import SlidePainter
from wrapplanner.facilitator.ui.room import load_rooms
from wrapplanner.facilitator.ui.sheets import Bar, Mark, passing_words, sheets_of
from wrapplanner.facilitator.ui.slide_view import SlideView
from wrapplanner.facilitator.ui.slides import (
    BlankSlide,
    BoardSlide,
    ClockSlide,
    Column,
    HelplinesSlide,
    Line,
    Slide,
    WordsSlide,
)
from wrapplanner.paths import resource_root
from wrapplanner.ui.theme import load_faces

SHAPES = tuple(mark.value for mark in BoardMark)
SCREENS = [(1280, 720), (1280, 800), (1024, 768), (1920, 1080), (3440, 1440), (720, 1280), (1080, 1920)]
LONG = "What we notice first, what we do then, and whom we would like to hear from when it is no longer small. " * 3
SLIDES: dict[str, Slide] = {
    "concept": WordsSlide(title="Self-advocacy", over="Key concept", big=True, body=("What helped?",), picture=True),
    "two words": WordsSlide(title="Personal responsibility", over="Key concept", big=True, body=(LONG,), picture=True),
    "question": WordsSlide(over="To talk about", body=("What would you like someone to say when they notice?",)),
    "long": WordsSlide(title="When things are breaking down", body=(LONG, LONG, LONG)),
    "points": WordsSlide(title="Our agreement", points=True, body=tuple(f"{each}. {LONG[:70]}" for each in range(12))),
    "long title": WordsSlide(title=LONG, body=(LONG,)),
    "clock": ClockSlide(title="Break", left="14 minutes", body=("We begin again at 11:25.",), picture=True),
    "helplines": HelplinesSlide(title="Someone to call", lines=tuple(Line(f"Line {n}", "116 123", "24/7") for n in range(7))),
    "bare board": BoardSlide(title="First small signs", question=LONG, columns=(Column("Body", "circle", ()),)),
    "board": BoardSlide(
        title="First small signs",
        columns=tuple(
            Column(name, shape, tuple((f"{name} {n}", SHAPES[n % 6]) for n in range(30)))
            for name, shape in zip(("Body", "Home", "Other people"), SHAPES, strict=False)
        ),
    ),
    "flowing board": BoardSlide(title=LONG[:60], columns=(Column("", "", tuple((LONG[:n], "") for n in range(1, 99, 3))),)),
}


@pytest.fixture(autouse=True)
def faces(qapp):
    load_faces(resource_root())


def test_every_kind_of_slide_is_looked_at():
    kinds = {slide.kind for slide in SLIDES.values()} | {BlankSlide.kind}
    assert kinds == set(sheets_module._layouts()) == {each.kind for each in Slide.__subclasses__()}


@pytest.mark.parametrize("size", SCREENS, ids=str)
@pytest.mark.parametrize("name", SLIDES)
def test_letters_are_large_enough_and_stay_on_the_screen(name, size):
    screen, slide = Screen(*size), SLIDES[name]
    sheets = sheets_of(slide, screen)
    for sheet in sheets:
        for text in sheet.texts:
            assert text.px >= screen.height / 24, text
            assert text.px >= 28 * PX_PER_PT * min(size[0] / 1280, size[1] / 720), text
        assert inside(sheet.texts, screen) == []
        assert overlapping(sheet.texts) == []
        assert any(text.words.endswith(passing_words()) for text in sheet.texts)
    assert [(sheet.number, sheet.of) for sheet in sheets] == [(n, len(sheets)) for n in range(1, len(sheets) + 1)]
    if len(sheets) > 1:
        assert all(f"{sheet.number} of {len(sheets)}" in sheet.words for sheet in sheets)
    said = "".join("".join(sheet.words.split()) for sheet in sheets)
    for words in slide.words:
        if name != "bare board" or words != "Body":  # a bare board asks its question; groups come with ideas
            assert "".join(words.split())[:24] in said


def inside(texts, screen):
    """Return the lines that go over an edge."""
    room = QRectF(0, 0, screen.width, screen.height)
    return [text.words for text in texts if not room.contains(box_of(text, QFontMetricsF.capHeight))]


def box_of(text, height):
    metrics = QFontMetricsF(font_of(text.px, text.weight))
    return QRectF(text.x, text.y - height(metrics), metrics.horizontalAdvance(text.words), height(metrics))


def overlapping(texts):
    """Return pairs of lines whose small letters touch."""
    boxes = [(text.words, box_of(text, QFontMetricsF.xHeight)) for text in texts]
    return [(a, b) for n, (a, one) in enumerate(boxes) for b, other in boxes[n + 1 :] if one.intersects(other)]


@given(
    st.tuples(st.integers(640, 4000), st.integers(360, 4000)).filter(lambda size: 0.4 < size[0] / size[1] < 3),
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=400), max_size=5),
    st.booleans(),
)
def test_whatever_is_written_is_never_set_smaller(qapp, size, paragraphs, points):
    screen = Screen(*size)
    slides = (
        WordsSlide(title="Now", body=tuple(paragraphs), points=points),
        BoardSlide(title="Now", columns=(Column("", "", tuple((each, "square") for each in paragraphs)),)),
    )
    for slide in slides:
        for sheet in sheets_of(slide, screen):
            assert all(text.px >= max(screen.least, screen.height / 24) for text in sheet.texts)
            assert all(text.y <= screen.height for text in sheet.texts)


def test_colours_of_words_and_marks_are_at_least_seven_to_one(qapp):
    for room in load_rooms(resource_root()).values():
        used = set()
        for slide in SLIDES.values():
            for sheet in sheets_of(slide, Screen(1280, 720)):
                used |= {piece.colour for piece in sheet.pieces if isinstance(piece, Text)}
                used |= {piece.shape for piece in sheet.pieces if isinstance(piece, Mark)}
                used |= {p.colour for p in sheet.pieces if isinstance(p, Bar) and p.colour != "line"}
        assert used == {"ink", "soft", "accent", *SHAPES}
        for token in used:
            assert contrast(room.colours[token], room.colours["surface"]) >= 7, (room.name, token)


def test_every_mark_of_a_board_is_drawn():
    assert set(DRAWN) == set(SHAPES)


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        values = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        red, green, blue = (v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in values)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_three_times_eight_ideas_are_one_sheet_and_more_make_another():
    full = replace(
        SLIDES["board"], columns=tuple(Column(n, s, (("Idea", ""),) * 8) for n, s in zip("ABC", SHAPES, strict=False))
    )
    for size in ((1280, 720), (1280, 800), (1920, 1080)):
        (sheet,) = sheets_of(full, Screen(*size))
        assert {text.px for text in sheet.texts if text.words == "Idea"} == {Screen(*size).px(30)}
    more = replace(full, columns=(replace(full.columns[0], ideas=(("Idea", ""),) * 9), *full.columns[1:]))
    assert len(sheets_of(more, Screen(1280, 720))) == 2


def test_a_view_says_what_it_shows_and_a_blank_shows_nothing(qtbot):
    rooms, painter = load_rooms(resource_root()), SlidePainter(resource_root())
    view = SlideView(painter, rooms["dark"])
    qtbot.addWidget(view)
    view.resize(1280, 720)
    view.show_slide(SLIDES["points"])
    assert len(view.sheets) > 1
    first = view.accessibleName()
    view.turn_to(-1)
    assert view.place == len(view.sheets) - 1
    assert view.accessibleName() != first
    assert "Our agreement" in view.accessibleName()
    view.show_slide(BlankSlide())
    assert view.accessibleName() == ""
    image = view.grab().toImage()
    ground = rooms["dark"].colour("surface").rgb()
    assert all(image.pixel(x, y) == ground for x in range(0, 1280, 40) for y in range(0, 720, 40))
