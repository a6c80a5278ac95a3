"""Words to lines: where a line may break.

Linear in the length of the text, whatever is in it. A line breaks at spaces, and where scripts without spaces allow it;
numbers keep their unit and phones stay whole; a word wider than the line breaks after a sign (`/ - . @ …`) or, in the end,
between any two letters.
"""

from __future__ import annotations

import re

from wrapplanner.pdf.blocks import Words
from wrapplanner.pdf.fonts import NO_BREAK_SPACE, Fonts
from wrapplanner.pdf.lines import Line, Word, crumbs, set_line
from wrapplanner.pdf.ordering import TURNED, begins_at_right
from wrapplanner.pdf.scripts import units

_UNITS = "mg|mcg|micrograms?|g|kg|ml|units?|tablets?|minutes?|mins?|hours?|am|pm|o’clock|days?|weeks?|months?|years?|%"
_HELD = re.compile(rf"(?<=\d) (?=\d|\(\d|(?:{_UNITS})\b)|(?<=\d\)) (?=\d)")
_SPACES = re.compile(r"[ \t\u200b]+")
_BLANKS = (" ", "\t", "\u200b")


def held(text: str) -> str:
    """Return `text` with no-break spaces inside phone numbers and between a number and its unit."""
    return _HELD.sub(NO_BREAK_SPACE, text)


_EVENED = 8
"""Paragraphs of more lines than this are left as they break: nobody sees their last line."""
_NARROWER = (0.97, 0.94, 0.91, 0.88, 0.85, 0.8, 0.75)
_BALANCING = tuple(1 - step / 25 for step in range(1, 13))
_SHORT_LINE = 0.25
_LONELY_LINE = 0.12

_Broken = tuple[list[Word], float]
"""The words of a line and how wide they are with the spaces between them."""


class Breaker:
    """Breaks words into lines with the faces of one document."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._words: dict[tuple[int, str, str], tuple[Word, ...]] = {}
        self._paragraphs: dict[tuple[Words, int, int], list[list[Word]]] = {}

    def paragraphs(self, words: Words, weight: int, bold: int) -> list[list[Word]]:
        """Return the unbreakable words of each line that the person began with a newline; blank ones are empty.

        Remembered, since a table measures its words before it sets them: the lists are not to be changed.
        """
        key = (words, weight, bold)
        if key not in self._paragraphs:
            self._paragraphs[key] = self._cut(words, weight, bold)
        return self._paragraphs[key]

    def _cut(self, words: Words, weight: int, bold: int) -> list[list[Word]]:
        result: list[list[Word]] = [[]]
        joined = False
        hand = self._fonts.hand("".join(run.text for run in words))
        for run in words:
            heft = bold if run.bold else weight
            for number, text in enumerate(run.text.split("\n")):
                if number:
                    result.append([])
                    joined = False
                joined = self._add(result[-1], text, heft, hand, joined)
        return result

    def _add(self, words: list[Word], text: str, weight: int, hand: str, joined: bool) -> bool:
        """Append the words of a text; the first goes on with the word before it if `joined`. Return whether the last may."""
        for number, part in enumerate(_SPACES.split(held(text))):
            found = self._words_of(part, weight, hand) if part else ()
            if joined and number == 0 and words and found:
                before, first = words[-1], found[0]
                pieces, width = before.pieces + first.pieces, before.width + first.width
                words[-1] = Word(pieces, width, before.before, before.turned or first.turned)
                found = found[1:]
            words += found
        return joined if not text else not text.endswith(_BLANKS)

    def _words_of(self, part: str, weight: int, hand: str) -> tuple[Word, ...]:
        """Return what stands between two spaces, as words between which a line may break."""
        key = (weight, part, hand)
        found = self._words.get(key)
        if found is None:
            made = [self._word(unit, weight, hand) for unit in units(part)]
            made = [word for word in made if word.pieces]
            made[1:] = [word._replace(before=None) for word in made[1:]]
            found = self._words[key] = tuple(made)
        return found

    def _word(self, unit: str, weight: int, hand: str) -> Word:
        pieces = self._fonts.pieces(unit, weight, hand)
        width = pieces[0].width if len(pieces) == 1 else sum(piece.width for piece in pieces)
        return Word(pieces, width, self._fonts.space(pieces, weight), not unit.isascii() and TURNED.search(unit) is not None)

    def lines(self, words: list[Word], measure: float) -> list[Line]:
        """Return words broken into lines of at most `measure` (thousandths of the size)."""
        return _set(words, self._broken(words, measure))

    def evened(self, words: list[Word], measure: float) -> list[Line]:
        """Return lines as `lines` does, but with no last line of one short word where a narrower setting avoids it."""
        broken = self._broken(words, measure)
        if 2 <= len(broken) <= _EVENED and _lonely(broken[-1], measure):
            for share in _NARROWER:
                narrower = self._broken(words, measure * share)
                if len(narrower) > len(broken):
                    break
                if not _lonely(narrower[-1], measure):
                    return _set(words, narrower)
        return _set(words, broken)

    def balanced(self, words: list[Word], measure: float) -> list[Line]:
        """Return lines of about one length, no more of them than `lines` gives."""
        broken = self._broken(words, measure)
        for share in _BALANCING if 2 <= len(broken) <= _EVENED else ():
            narrower = self._broken(words, measure * share)
            if len(narrower) > len(broken):
                break
            broken = narrower
        return _set(words, broken)

    def _broken(self, words: list[Word], measure: float) -> list[_Broken]:
        result: list[_Broken] = []
        line: list[Word] = []
        width = 0.0
        for whole in words:
            for word in (whole,) if whole.width <= measure else crumbs(whole, measure):
                wide, before = word.width, word.before
                space = before.width if before else 0.0
                if line and width + space + wide > measure:
                    result.append((line, width))
                    line, width = [], 0.0
                width += wide + space if line else wide
                line.append(word)
        if line:
            result.append((line, width))
        return result


def _set(words: list[Word], broken: list[_Broken]) -> list[Line]:
    at_right = any(word.turned for word in words) and begins_at_right(_read(words))
    return [set_line(line, width, at_right=at_right) for line, width in broken]


def _lonely(line: _Broken, measure: float) -> bool:
    words, width = line
    one_word = len(words) == 1 and " " not in _read(words)
    return width < measure * (_SHORT_LINE if one_word else _LONELY_LINE)


def longest(words: list[Word]) -> float:
    """Return the width of the widest unbreakable word."""
    return max((word.width for word in words), default=0)


def natural(words: list[Word]) -> float:
    """Return the width of all words on one line."""
    return sum(word.space + word.width for word in words) - (words[0].space if words else 0)


def _read(words: list[Word]) -> str:
    return "".join(piece.said for word in words for piece in word.pieces)
