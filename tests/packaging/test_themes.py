"""Every pair of colours that the look relies on, computed from the palettes themselves."""

import re
import tomllib

import pytest

from wrapplanner.paths import resource_root

THEMES = resource_root() / "themes"
GROUNDS = ("surface", "rail", "raised", "accent-soft")
TINT = {"light": 0.13, "dark": 0.20, "high-contrast": 0.0}

# ink -> how strong it must be, and on which grounds it stands
BARS = {
    "ink": (4.5, (*GROUNDS, "warm-soft")),
    "ink-soft": (4.5, (*GROUNDS, "warm-soft")),
    "accent": (4.5, GROUNDS),
    "warm": (4.5, ("surface", "rail", "raised", "warm-soft")),
    "line-strong": (3.0, GROUNDS),
    "warm-line": (3.0, (*GROUNDS, "warm-soft")),
    "focus": (3.0, (*GROUNDS, "warm-soft")),
    "accent-ink": (4.5, ("accent", "accent-hover")),
    "surface": (4.5, ("ink",)),
}


def palette(name):
    return tomllib.loads((THEMES / f"{name}.toml").read_text(encoding="utf-8"))


def channels(colour):
    return [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]


def luminance(rgb):
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """WCAG 2 contrast of two colours, as "#RRGGBB" or as three channels from 0 to 1."""
    light, dark = sorted((luminance(channels(c) if isinstance(c, str) else c) for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def tint(hue, ground, share):
    return [share * top + (1 - share) * below for top, below in zip(channels(hue), channels(ground), strict=True)]


@pytest.mark.parametrize("name", TINT)
@pytest.mark.parametrize("ink", BARS)
def test_each_ink_can_be_read_on_every_ground_it_stands_on(name, ink):
    colours = palette(name)
    bar, grounds = BARS[ink]
    weak = {ground: found for ground in grounds if (found := contrast(colours[ink], colours[ground])) < bar}
    assert not weak


@pytest.mark.parametrize("name", TINT)
@pytest.mark.parametrize("part", range(8))
def test_each_hue_can_be_seen_on_every_ground_and_on_its_own_tint(name, part):
    colours = palette(name)
    hue = colours["hues"][part]
    grounds = [channels(colours[ground]) for ground in GROUNDS] + [tint(hue, colours["raised"], TINT[name])]
    assert min(contrast(hue, ground) for ground in grounds) >= 3


@pytest.mark.parametrize("room", ["light-room", "dark-room"])
def test_a_whole_room_can_read_the_screen(room):
    colours = palette("audience")[room]
    words = min(contrast(colours[ink], colours[ground]) for ink in ("ink", "soft", "accent") for ground in ("surface", "card"))
    assert words >= 7
    assert contrast(colours["line"], colours["surface"]) >= 3


@pytest.mark.parametrize("name", TINT)
def test_the_themes_have_the_same_names_and_whole_colours(name):
    colours = palette(name)
    assert colours.keys() == palette("light").keys()
    assert len(colours["hues"]) == 8
    said = [*colours.pop("hues"), *colours.values()]
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in said)


def test_the_contrast_is_computed_as_it_is_everywhere():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#1B5B60", "#FAF7F1") == pytest.approx(7.2, abs=0.05)
