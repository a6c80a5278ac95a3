"""In which order the letters of a line are seen: the Unicode Bidirectional Algorithm (UAX #9) for one line.

python-bidi gives letters already in their order on paper, without saying where each came from; faces and shapes are by
place, so the levels are found here, and the tests hold them against python-bidi. Direction marks count; the older
embeddings and overrides, which nobody types, are passed over.
"""

from __future__ import annotations

import re
from itertools import groupby
from unicodedata import bidirectional

TURNED = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200f\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""A letter that is read from the right."""

_STRONG = ("L", "R", "AL")
_NEUTRAL = ("ON", "WS", "S", "B")
_PASSED_OVER = ("BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
_BRACKETS = "()[]{}⁅⁆⁽⁾⦅⦆〈〉《》「」『』【】〔〕"
_PAIRS = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True))
_OPENS = {closing: opening for opening, closing in _PAIRS.items()}
_MOST_OPEN = 63


def begins_at_right(text: str) -> bool:
    """Return whether the first letter that has a direction is read from the right."""
    return next((kind != "L" for kind in map(bidirectional, text) if kind in _STRONG), False)


def levels(text: str, *, at_right: bool) -> list[int]:
    """Return the level of each letter of a line: odd ones are read from the right. `at_right` is where the line begins."""
    base = int(at_right)
    given = [bidirectional(letter) or "L" for letter in text]
    places = [place for place, kind in enumerate(given) if kind not in _PASSED_OVER]
    kinds = [given[place] for place in places]
    side = "R" if base else "L"
    _weak(kinds, side)
    _brackets([text[place] for place in places], kinds, side, [given[place] for place in places])
    _neutral(kinds, side)
    result = [-1] * len(text)
    for place, kind in zip(places, kinds, strict=True):
        result[place] = base + (kind != "R" if base else {"L": 0, "R": 1}.get(kind, 2))
    before = base
    for place, level in enumerate(result):
        before = result[place] = before if level < 0 else level
    _ends(result, given, base)
    return result


def seen(found: list[int]) -> list[int]:
    """Return the places of things with these levels, from left to right."""
    order = list(range(len(found)))
    for level in range(max(found, default=0), 0, -1):
        runs = [(is_in, list(group)) for is_in, group in groupby(order, key=lambda place: found[place] >= level)]
        order = [place for is_in, run in runs for place in (reversed(run) if is_in else run)]
    return order


def _weak(kinds: list[str], side: str) -> None:
    """Settle numbers and what belongs to them (rules W1 to W7)."""
    _numbers_of_arabic(kinds, side)
    for place in range(1, len(kinds) - 1):  # W4
        before, kind, after = kinds[place - 1 : place + 2]
        if before == after and ((kind == "ES" and before == "EN") or (kind == "CS" and before in ("EN", "AN"))):
            kinds[place] = before
    start = 0
    for kind, group in groupby(list(kinds)):  # W5
        end = start + len(list(group))
        if kind == "ET" and "EN" in (kinds[start - 1 : start] + kinds[end : end + 1]):
            kinds[start:end] = ["EN"] * (end - start)
        start = end
    strong = side
    for place, kind in enumerate(kinds):  # W6, W7
        if kind in ("ES", "ET", "CS"):
            kinds[place] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"


def _numbers_of_arabic(kinds: list[str], side: str) -> None:
    """Let marks go with their letters, and digits after Arabic be its own (rules W1 to W3)."""
    before = strong = side
    for place, kind in enumerate(kinds):
        if kind == "NSM":
            kind = before
        before = kind
        if kind in _STRONG:
            strong = kind
        kinds[place] = "AN" if kind == "EN" and strong == "AL" else kind
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]


def _towards(kind: str) -> str:
    return "R" if kind in ("R", "EN", "AN") else "L" if kind == "L" else ""


def _brackets(letters: list[str], kinds: list[str], side: str, given: list[str]) -> None:
    """Give both brackets of a pair one direction (rule N0): “(800 mg)” stays together in a line from the right."""
    for start, end in _pairs(letters, kinds):
        inside = {_towards(kind) for kind in kinds[start + 1 : end]}
        if side in inside:
            kind = side
        elif inside & {"L", "R"}:
            kind = next((found for found in map(_towards, reversed(kinds[:start])) if found), side)
        else:
            continue
        for place in (start, end):
            kinds[place] = kind
            after = place + 1
            while after < len(given) and given[after] == "NSM":
                kinds[after] = kind
                after += 1


def _pairs(letters: list[str], kinds: list[str]) -> list[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for place, letter in enumerate(letters):
        if kinds[place] != "ON":
            continue
        if letter in _PAIRS:
            if len(waiting) == _MOST_OPEN:
                break
            waiting.append((letter, place))
        elif letter in _OPENS:
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == _OPENS[letter]:
                    found.append((waiting[depth][1], place))
                    del waiting[depth:]
                    break
    return sorted(found)


def _neutral(kinds: list[str], side: str) -> None:
    """Let what has no direction go with what is around it (rules N1 and N2)."""
    start = 0
    for is_neutral, group in groupby(list(kinds), key=lambda kind: kind in _NEUTRAL):
        end = start + len(list(group))
        if is_neutral:
            before = _towards(kinds[start - 1]) if start else side
            after = _towards(kinds[end]) if end < len(kinds) else side
            kinds[start:end] = [before if before == after else side] * (end - start)
        start = end


def _ends(result: list[int], given: list[str], base: int) -> None:
    """White space at the end of the line, or before a tab, lies where the line ends (rule L1)."""
    at_end = True
    for place in range(len(given) - 1, -1, -1):
        kind = given[place]
        if kind in ("S", "B"):
            at_end = True
        elif kind != "WS" and kind not in _PASSED_OVER:
            at_end = False
        if at_end:
            result[place] = base
