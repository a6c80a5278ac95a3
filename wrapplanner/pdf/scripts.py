"""What is known of scripts: which family sets them, how a reader's language changes that, and where their lines may break."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import Any

from wrapplanner.domain.plan import Person, Plan, Tool

FAMILIES = (
    (0x0590, 0x05FF, "NotoSansHebrew"),
    (0xFB1D, 0xFB4F, "NotoSansHebrew"),
    (0x0600, 0x08FF, "NotoSansArabic"),
    (0xFB50, 0xFDFF, "NotoSansArabic"),
    (0xFE70, 0xFEFC, "NotoSansArabic"),
    (0x0900, 0x097F, "NotoSansDevanagari"),
    (0x1CD0, 0x1CFF, "NotoSansDevanagari"),
    (0xA8E0, 0xA8FF, "NotoSansDevanagari"),
    (0x0980, 0x09FF, "NotoSansBengali"),
    (0x0A00, 0x0A7F, "NotoSansGurmukhi"),
    (0x0B80, 0x0BFF, "NotoSansTamil"),
    (0x0E00, 0x0E7F, "NotoSansThai"),
    (0x1200, 0x139F, "NotoSansEthiopic"),
    (0x2D80, 0x2DDF, "NotoSansEthiopic"),
    (0xAB00, 0xAB2F, "NotoSansEthiopic"),
    (0x1F000, 0x1FAFF, "NotoEmoji"),
)
"""First and last letter of a script, and the family that is tried first for it."""

FALLBACK = ("NotoSansSymbols", "NotoSansSymbols2", "NotoEmoji")
"""Tried in this order, after the family of the script, for signs of no script."""

EUROPEAN = "NotoSans"
"""Latin, Greek and Cyrillic beyond what the main face has."""
NASTALIQ = "NotoNastaliqUrdu"
NASTALIQ_SCALE = 0.86
"""Its letters hang from a slope and are drawn large: at this share of the size they read as large as those beside them."""
EMOJI = "NotoEmoji"
LATIN = "latin"
"""The hand of a paragraph in Latin letters that the main face has not all of (Vietnamese): one face sets all of it."""

_BASE = "[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff]"
_TONE = "[\U0001f3fb-\U0001f3ff]"
_FLAG, _KEYCAP, _WORDS = "[\U0001f1e6-\U0001f1ff]{2}", "[0-9#*]\ufe0f?\u20e3", "[\U000e0020-\U000e007f]*"
_ONE = f"(?:{_FLAG}|{_KEYCAP}|{_BASE}\ufe0f?{_TONE}?{_WORDS})"
_ALONE = f"{_BASE}\ufe0f{_TONE}?|[\U0001f000-\U0001faff]\ufe0f?{_TONE}?{_WORDS}"
EMOJI_SEQUENCE = re.compile(f"{_ONE}(?:\u200d{_ONE})+|{_FLAG}|{_KEYCAP}|{_ALONE}")
"""Signs that are one picture: with joiners, skin tones, flags, keycaps."""

_LETTERS = "\u3100-\u312f\u2e80-\u2fff\u3000-\u303f\u3190-\u31ef\u3200-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_HAND = re.compile(
    f"[\u01a0\u01a1\u01af\u01b0\u0600-\u06ff\u1100-\u11ff\u1e00-\u1eff\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\uac00-\ud7ff{_LETTERS}]"
)
_HAN = re.compile(f"[{_LETTERS}]")
_ARABIC = re.compile("[\u0600-\u06ff]")
_URDU = re.compile("[\u0679\u0688\u0691\u06ba\u06c1\u06d2\u06d3]")
_NOT_URDU = re.compile("[\u0629\u0643\u0649\u064a]")
_KANA = re.compile("[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f]")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff]")
_SIMPLIFIED = frozenset("们这说时对过还没为会个来国样们话觉让谁吗给带医药请岁难爱乐电门间问听见车马东长")
_TRADITIONAL = frozenset("們這說時對過還沒為會個來國樣話覺讓誰嗎給帶醫藥請歲難愛樂電門間問聽見車馬東長")

IDEOGRAPH = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303c\u3041-\u3096\u309f-\u30fa\u30ff\u3105-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9d\U00020000-\U0003ffff"  # noqa: E501
_OPENING = "\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\u301d\uff08\uff3b\uff5b\uff5f\uff62"
_CLOSING = "\u3001-\u3003\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\u301e\u301f\u3099-\u309e\u30fb-\u30fe\uff01\uff05\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d\uff60\uff61\uff63-\uff65\uff70\uff9e\uff9f\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6\ufe00-\ufe0f\U000e0100-\U000e01ef…‥,.!?:;)\\]}”’」"  # noqa: E501
_SPACELESS = re.compile(f"[{IDEOGRAPH}{_OPENING}]|[\u0e01-\u0e5b]")
_UNIT = re.compile(f"[{_OPENING}(\\[{{“‘]*(?:[{IDEOGRAPH}]|[^{IDEOGRAPH}{_OPENING}]+)?[{_CLOSING}]*")
_THAI = re.compile("([\u0e01-\u0e5b]+)")
_THAI_MARKS = re.compile("[\u0e2f\u0e30-\u0e3a\u0e45-\u0e4e]")
"""What never begins a line of Thai."""


def hand(text: str, tongue: str = "") -> str:
    """Return whose hand a paragraph is written in, where a script is drawn in several ways: "ur", "ja", "ko", "zh-hans"…

    `tongue` is what the rest of the plan says of that (see `tongue_of`); it decides where the paragraph does not.
    """
    if not _HAND.search(text):
        return ""
    if _ARABIC.search(text):
        return "ur" if _URDU.search(text) or ("ur" in tongue and not _NOT_URDU.search(text)) else ""
    if _KANA.search(text):
        return "ja"
    if _HANGUL.search(text):
        return "ko"
    if not _HAN.search(text):
        return LATIN
    letters = set(text)
    plain, full = len(letters & (_SIMPLIFIED - _TRADITIONAL)), len(letters & (_TRADITIONAL - _SIMPLIFIED))
    if plain == full:
        return "ja" if "ja" in tongue else "zh-hans"
    return "zh-hans" if plain > full else "zh-hant"


def tongue_of(plan: Plan) -> str:
    """Return which hands all words of a plan together show: any of "ur", "ja"."""
    text = _written(plan)
    return " ".join(name for name, sign in (("ur", _URDU), ("ja", _KANA)) if sign.search(text))


def _written(plan: Plan) -> str:
    things: tuple[Tool | Person, ...] = (*plan.tools, *plan.people)
    told = [f"{each.name} {each.note}" for each in things]
    for entries in plan.answers.values():
        told += (" ".join((entry.text, entry.note, *(words for _, words in entry.cells))) for entry in entries)
    return " ".join(told)


def family_of(letter: str) -> str:
    """Return the family that is tried first for a letter, empty where there is none."""
    place = ord(letter)
    return next((family for low, high, family in FAMILIES if low <= place <= high), "")


def units(word: str) -> list[str]:
    """Return the parts of a word between which a line may break although no space stands there; most words are one."""
    if word.isascii() or not _SPACELESS.search(word):
        return [word]
    parts = (_thai(part) if _THAI.fullmatch(part) else [part] for part in _THAI.split(word) if part)
    result: list[str] = []
    for unit in (each for part in chain.from_iterable(parts) for each in _UNIT.findall(part) if each):
        if result and _clings(result[-1], unit):
            result[-1] += unit
        else:
            result.append(unit)
    return result


def _clings(before: str, unit: str) -> bool:
    # What is neither Thai nor an ideograph may not be parted from what it stands beside: “(” and “,” and “2 mg”.
    return _THAI_MARKS.match(unit) is not None or not (_SPACELESS.search(before) and _SPACELESS.search(unit))


def _thai(text: str) -> list[str]:
    return [str(word) for word in _thai_words().parse(text)]


@cache
def _thai_words() -> Any:  # noqa: ANN401 - what it returns has one method here
    import budoux  # late: only where there is Thai

    return budoux.load_default_thai_parser()
