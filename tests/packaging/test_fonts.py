"""The fonts that are shipped: whole, licensed, small enough, and what the app and its paper ask for."""

import pytest
from fontTools.ttLib import TTFont

from wrapplanner.paths import resource_root

FONTS = resource_root() / "fonts"
FILES = sorted([*FONTS.glob("*.ttf"), *FONTS.glob("*.otf")])
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_font_has_its_licence_and_its_source_beside_it(file):
    family, _ = file.stem.split("-")
    assert [f for f in FONTS.glob(f"{family}-*.txt") if f.stat().st_size > 2000]
    assert f"| {family}-" in (FONTS / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_font_is_what_its_name_says_and_may_be_embedded(file):
    family, weight = file.stem.split("-")
    with TTFont(file, lazy=True) as font:
        assert font["OS/2"].usWeightClass == WEIGHTS[weight]
        assert font["OS/2"].fsType == 0
        assert font["name"].getDebugName(6) == f"{family}-{weight}"


@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_face_of_the_app_has_every_weight(weight):
    assert (FONTS / f"AtkinsonHyperlegibleNext-{weight}.ttf").is_file()


@pytest.mark.parametrize(
    ("family", "words"),
    [
        ("AtkinsonHyperlegibleNext", "What helps me – “rest”, café, naïve, £4…"),
        ("OpenDyslexic", "What helps me – “rest”, café, naïve, £4…"),
        ("NotoSans", "Ελλάδα Київ Tiếng Việt ŵ ŷ"),
        ("NotoSansHebrew", "שלום"),
        ("NotoSansArabic", "سلام"),
        ("NotoNastaliqUrdu", "آپ کیسے ہیں"),
        ("NotoSansDevanagari", "किनारे"),
        ("NotoSansBengali", "নমস্কার"),
        ("NotoSansGurmukhi", "ਸਤ ਸ੍ਰੀ"),
        ("NotoSansTamil", "வணக்கம்"),
        ("NotoSansThai", "สวัสดี"),
        ("NotoSansEthiopic", "ሰላም"),
        ("NotoSansSymbols2", "☐☑"),
        ("NotoEmoji", "🌱🌧"),
    ],
)
def test_a_family_has_the_letters_it_is_there_for(family, words):
    file = next(f for f in FILES if f.stem == f"{family}-Regular")
    with TTFont(file, lazy=True) as font:
        assert not {letter for letter in words.replace(" ", "") if ord(letter) not in font.getBestCmap()}


def test_the_fonts_stay_small():
    assert sum(file.stat().st_size for file in FILES) < 12_000_000
