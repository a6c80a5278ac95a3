"""Every script on paper: shaped, in order, whole; the words taken out of the PDF are the words put in."""

from __future__ import annotations

import io
import itertools
import os
import random
import time
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from bidi import get_display
from pdf import plans
from pdf.reading import failures, said, text_of
from pdf.voices import OF_THE_SYSTEM, VOICES, bare, plan_in, shown, voice_is_here

from wrapplanner.domain.plan import Entry, Plan
from wrapplanner.pdf.blocks import plain
from wrapplanner.pdf.breaking import Breaker
from wrapplanner.pdf.documents import DOCUMENTS
from wrapplanner.pdf.fonts import Fonts
from wrapplanner.pdf.lines import Line
from wrapplanner.pdf.options import Paper
from wrapplanner.pdf.ordering import levels, seen
from wrapplanner.pdf.render import print_document
from wrapplanner.pdf.scripts import hand, units
from wrapplanner.pdf.system_fonts import system_face

FULL = os.environ.get("PAPERS") == "full"
LOOKS = list(itertools.product(Paper, (False, True)))
PAPERS = list(itertools.product(DOCUMENTS, LOOKS))
RIGHT = ("arabic", "urdu", "hebrew")


def faces(tongue: str = "") -> Breaker:
    """Return a breaker with the shipped faces."""
    return Breaker(Fonts(plans.FONTS, tongue))


def broken(text: str, measure: float = 30_000, tongue: str = "") -> list[Line]:
    """Return a paragraph as lines."""
    breaker = faces(tongue)
    return breaker.lines(breaker.paragraphs(plain(text), 400, 700)[0], measure)


def face_of(text: str, tongue: str = "") -> str:
    """Return the name of the face that sets the first letters of a text."""
    return Path(broken(text, tongue=tongue)[0].pieces[0].face.name.split("#")[0]).stem


def test_letters_are_seen_in_the_order_of_unicode():
    dice = random.Random(4)
    letters = "ab אבגם ن 12 34 ٣٤ ,.:/+-%$()[]!?\u0301\u05b0 ،؟'\" \u200f"
    for _ in range(3_000):
        text = "".join(dice.choice(letters) for _ in range(dice.randrange(1, 18)))
        for at_right in (False, True):
            mine = "".join(text[place] for place in seen(levels(text, at_right=at_right)))
            assert mine == get_display(text, base_dir="LR"[at_right]), ascii(text)


@pytest.mark.parametrize("script", VOICES)
def test_the_words_on_paper_are_the_words_of_the_plan(script: str, tmp_path: Path):
    framework, plan = plans.wrap(), plan_in(plans.wrap(), script)
    document, (paper, large) = PAPERS[list(VOICES).index(script) * 5 % len(PAPERS)]
    printed = print_document("whole-plan", framework, plan, plans.options(paper, large=large))
    if not voice_is_here(script):
        assert set(printed.missing) >= {letter for letter in VOICES[script][0] if letter.isalpha()}
        return
    assert printed.missing == ()
    text = shown(text_of(printed.pdf))
    assert not {word for words in said(framework, plan) for word in words.split() if bare(word) not in text}
    taken = {bare(word) for word in text_of(printed.pdf).split()}
    assert {bare(word) for word in VOICES[script][2].split()} <= taken  # spaces too
    assert failures(printed.pdf, tmp_path) == []
    assert failures(print_document(document, framework, plan, plans.options(paper, large=large)).pdf, tmp_path) == []


@pytest.mark.parametrize("script", VOICES if FULL else ())
@pytest.mark.parametrize(("document", "look"), PAPERS)
def test_screen_readers_can_read_every_script_on_every_paper(
    script: str, document: str, look: tuple[Paper, bool], tmp_path: Path
):
    printed = print_document(document, plans.wrap(), plan_in(plans.wrap(), script), plans.options(look[0], large=look[1]))
    assert failures(printed.pdf, tmp_path) == []


def test_a_crisis_plan_with_three_scripts_is_small():
    for three in (("arabic", "devanagari", "latin"), ("urdu", "tamil", "chinese"), ("hebrew", "thai", "emoji")):
        assert len(print_document("crisis-plan", plans.wrap(), plan_in(plans.wrap(), *three), plans.options()).pdf) < 250_000


def test_a_letter_that_no_face_has_is_told_marked_and_kept():
    plan = Plan("wrap", {"before.hope": (Entry("e", "calm \U00013000 and \U00013001\U00013000"),)})
    printed = print_document("whole-plan", plans.wrap(), plan, plans.options())
    assert printed.missing == ("\U00013000", "\U00013001")
    assert "calm \U00013000 and \U00013001\U00013000" in text_of(printed.pdf)


@pytest.mark.parametrize("script", RIGHT)
def test_lines_from_the_right_begin_there_and_say_their_words_in_order(script: str):
    words = VOICES[script][0]
    lines = broken(words, 9_000)
    assert all(line.at_right for line in lines)
    assert " ".join(line.text for line in lines) == words
    plan = Plan("wrap", {"before.hope": (Entry("e", words),)})
    made = print_document("whole-plan", plans.wrap(), plan, plans.options()).pdf
    with pikepdf.open(io.BytesIO(made)) as pdf:
        told = [str(each.ActualText) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/ActualText" in each]
    assert words in told


def test_numbers_and_brackets_stay_whole_in_lines_from_the_right():
    for number in ("07700 900142", "+44 7700 900142", "(0114) 496-0128"):
        for around in ("اتصل {} من", "חייג {} עכשיו"):
            assert number in "".join(piece.text for piece in broken(around.format(number))[0].pieces if not piece.glyphs)
    shown_line = "".join(piece.text for piece in broken("אני לוקח Lithium (800 mg) בבוקר")[0].pieces)
    assert "Lithium (800 mg)" in shown_line


def test_letters_join_and_marks_stand_where_they_belong():
    shapes = [glyph.id for glyph in broken("ببب")[0].pieces[0].glyphs if glyph.advance]
    assert len(set(shapes)) == 3  # one letter, three shapes
    before, _ = broken("कि")[0].pieces[0].glyphs[:2]
    assert before.text == "कि"  # the sign that is read last is drawn first
    marked = broken("ọ́lá")[0].pieces[0].glyphs
    assert [glyph.advance for glyph in marked].count(0) == 2  # dot below and accent


def test_urdu_hangs_and_arabic_does_not():
    assert face_of("مجھے خاموشی چاہیے") == "NotoNastaliqUrdu-Regular"
    assert face_of("بات", "ur") == "NotoNastaliqUrdu-Regular"
    assert face_of("عربي", "ur") == face_of("بات") == "NotoSansArabic-Regular"
    line = broken("مجھے خاموشی چاہیے")[0]
    assert line.above > 900


def test_signs_that_are_one_picture_are_not_cut():
    for sign in ("👩‍🔬", "👍🏽", "🇬🇧", "1️⃣", "❤️"):
        (piece,) = broken(sign)[0].pieces
        assert len([glyph for glyph in piece.glyphs if glyph.advance]) == 1, ascii(sign)


def test_thai_breaks_between_words_and_ideographs_keep_their_signs():
    words = units(VOICES["thai"][0])
    assert words[:4] == ["วัน", "นี้", "ฉัน", "รู้สึก"]
    assert "".join(words) == VOICES["thai"][0]
    assert units("「大丈夫ですか？」と") == ["「大", "丈", "夫", "で", "す", "か？」", "と"]
    assert units("服2mg，每天") == ["服2mg，", "每", "天"]
    assert units("word") == ["word"]
    lines = broken(VOICES["thai"][0], 8_000)
    assert all(line.width <= 8_000 for line in lines)
    ends = set(itertools.accumulate(map(len, words)))
    assert set(itertools.accumulate(len(line.text) for line in lines)) <= ends


@pytest.mark.parametrize("letters", ["ب", "कि", "字", "กา", "한"])
def test_words_without_end_in_any_script_are_cut_in_linear_time(letters: str):
    start = time.process_time()
    lines = broken(letters * 20_000)
    assert "".join(line.text for line in lines) == letters * 20_000
    assert max(line.width for line in lines) <= 30_000 or (letters in "字한" and not voice_is_here("chinese"))
    assert time.process_time() - start < 5


def test_the_hand_of_a_paragraph():
    assert [hand(VOICES[script][0]) for script in OF_THE_SYSTEM] == list(OF_THE_SYSTEM.values())
    assert hand("川", "ja") == "ja"
    assert hand("川") == "zh-hans"
    assert hand("I walk by the river – “slowly”") == ""


def test_without_faces_of_the_system_letters_are_told(tmp_path: Path):
    fonts = Fonts(plans.FONTS, system=(tmp_path,))
    (piece,) = fonts.pieces("山田", 400, "ja")
    assert (piece.text, piece.actual) == ("\ufffd\ufffd", "山田")
    (tmp_path / "NotoSansCJK-Regular.ttc").write_bytes(b"ttcf\0\0\0\0\0\0\0\1 this is no face")
    assert system_face("山", "ja", bold=False, folders=(replace_folder(tmp_path),)) is None


def replace_folder(folder: Path) -> Path:
    """Return the same folder by another name, so that nothing remembered of it counts."""
    return folder / ".." / folder.name


@pytest.mark.parametrize("script", OF_THE_SYSTEM)
def test_faces_of_the_system_are_embedded_whole_or_not_at_all(script: str):
    plan = plan_in(plans.wrap(), script)
    for large in (False, True):
        made = print_document("crisis-summary", plans.wrap(), plan, replace(plans.options(), large_print=large))
        with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
            fonts = [font for page in pdf.pages for font in page.obj.Resources.Font.values() if font.Subtype == "/Type0"]
            about = [set(font.DescendantFonts[0].FontDescriptor) for font in fonts]
        assert bool(about) == voice_is_here(script)
        assert all(each & {"/FontFile2", "/FontFile3"} for each in about)
