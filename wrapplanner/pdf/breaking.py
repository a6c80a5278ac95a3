"""Words to lines: where a line may break, and what stands on it.

Linear in the length of the text, whatever is in it. A line breaks at spaces; numbers keep their unit and phones stay whole;
a word wider than the line breaks after a sign (`/ - . @ …`) or, in the end, between any two letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from wrapplanner.pdf.blocks import Words
from wrapplanner.pdf.fonts import NO_BREAK_SPACE, Fonts, Piece

_UNITS = "mg|mcg|micrograms?|g|kg|ml|units?|tablets?|minutes?|mins?|hours?|am|pm|o’clock|days?|weeks?|months?|years?|%"
_HELD = re.compile(rf"(?<=\d) (?=\d|(?:{_UNITS})\b)")
_SPACES = re.compile(r"[ \t\u200b]+")
_BLANKS = (" ", "\t", "\u200b")
_SIGNS = frozenset("/-–—.,;:@_?&=\\|+")


def held(text: str) -> str:
    """Return `text` with no-break spaces inside phone numbers and between a number and its unit."""
    return _HELD.sub(NO_BREAK_SPACE, text)


_EVENED = 8
"""Paragraphs of more lines than this are left as they break: nobody sees their last line."""
_NARROWER = (0.97, 0.94, 0.91, 0.88, 0.85, 0.8, 0.75)
_BALANCING = tuple(1 - step / 25 for step in range(1, 13))
_SHORT_LINE = 0.25
_LONELY_LINE = 0.12


class Word(NamedTuple):
    """What cannot be broken: pieces side by side. Widths in thousandths of the size. `space` stands before it."""

    pieces: tuple[Piece, ...]
    width: float
    space: float


class Line(NamedTuple):
    """Pieces side by side with the spaces in them, and the width of all, in thousandths of the size."""

    pieces: tuple[Piece, ...]
    width: float


class Breaker:
    """Breaks words into lines with the faces of one document."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._words: dict[tuple[int, str], Word] = {}
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
        for run in words:
            heft = bold if run.bold else weight
            for number, text in enumerate(run.text.split("\n")):
                if number:
                    result.append([])
                    joined = False
                joined = self._add(result[-1], text, heft, joined)
        return result

    def _add(self, words: list[Word], text: str, weight: int, joined: bool) -> bool:
        """Append the words of a text; the first goes on with the word before it if `joined`. Return whether the last may."""
        parts = _SPACES.split(held(text))
        if joined and parts[0] and words:
            before, after = words[-1], self._word(parts[0], weight)
            words[-1] = Word(before.pieces + after.pieces, before.width + after.width, before.space)
            parts = parts[1:]
        words += (word for word in (self._word(part, weight) for part in parts if part) if word.pieces)
        return joined if not text else not text.endswith(_BLANKS)

    def _word(self, part: str, weight: int) -> Word:
        key = (weight, part)
        if key not in self._words:
            pieces = self._fonts.pieces(part, weight)
            self._words[key] = Word(pieces, sum(piece.width for piece in pieces), self._fonts.space(weight))
        return self._words[key]

    def lines(self, words: list[Word], measure: float) -> list[Line]:
        """Return words broken into lines of at most `measure` (thousandths of the size)."""
        result: list[Line] = []
        line: list[Word] = []
        width = 0.0
        for word in self._fitting(words, measure):
            if line and width + word.space + word.width > measure:
                result.append(_line(line, width))
                line, width = [], 0.0
            width += word.width + (word.space if line else 0)
            line.append(word)
        if line:
            result.append(_line(line, width))
        return result

    def evened(self, words: list[Word], measure: float) -> list[Line]:
        """Return lines as `lines` does, but with no last line of one short word where a narrower setting avoids it."""
        lines = self.lines(words, measure)
        if not 2 <= len(lines) <= _EVENED or not _lonely(lines[-1], measure):
            return lines
        for share in _NARROWER:
            narrower = self.lines(words, measure * share)
            if len(narrower) > len(lines):
                break
            if not _lonely(narrower[-1], measure):
                return narrower
        return lines

    def balanced(self, words: list[Word], measure: float) -> list[Line]:
        """Return lines of about one length, no more of them than `lines` gives."""
        lines = self.lines(words, measure)
        if not 2 <= len(lines) <= _EVENED:
            return lines
        for share in _BALANCING:
            narrower = self.lines(words, measure * share)
            if len(narrower) > len(lines):
                break
            lines = narrower
        return lines

    def _fitting(self, words: list[Word], measure: float) -> Iterator[Word]:
        for word in words:
            if word.width <= measure:
                yield word
            else:
                yield from _crumbs(word, measure)


def _lonely(line: Line, measure: float) -> bool:
    one_word = not any(" " in piece.text.strip() for piece in line.pieces)
    return line.width < measure * (_SHORT_LINE if one_word else _LONELY_LINE)


def longest(words: list[Word]) -> float:
    """Return the width of the widest unbreakable word."""
    return max((word.width for word in words), default=0)


def natural(words: list[Word]) -> float:
    """Return the width of all words on one line."""
    return sum(word.space + word.width for word in words) - (words[0].space if words else 0)


def _line(words: list[Word], width: float) -> Line:
    """Set words side by side; neighbours in one face become one piece, the space between words going with the first."""
    pieces: list[Piece] = []
    texts: list[str] = []
    face, run = words[0].pieces[0].face if words[0].pieces else None, 0.0
    for number, word in enumerate(words):
        if number and word.space:
            texts.append(" ")
            run += word.space
        for piece in word.pieces:
            if piece.face is not face or piece.actual:
                if texts and face:
                    pieces.append(Piece(face, "".join(texts), run))
                texts, run, face = [], 0.0, piece.face
            if piece.actual:
                pieces.append(piece)
                face = None
            else:
                texts.append(piece.text)
                run += piece.width
    if texts and face:
        pieces.append(Piece(face, "".join(texts), run))
    return Line(tuple(pieces), width)


def _crumbs(word: Word, measure: float) -> Iterator[Word]:
    """Cut a word that is wider than the line: after a sign in the second half of the line, else where the line ends."""
    pieces: list[Piece] = []
    width, space = 0.0, word.space
    for piece in word.pieces:
        start, sign, begun = 0, 0, width
        for place, letter in enumerate(piece.text):
            step = piece.face.width(letter)
            if width + step > measure and place > start and not unicodedata.combining(letter):
                end = sign if sign > start + (place - start) // 2 else place
                part = piece.face.width(piece.text[start:end])
                yield Word((*pieces, _part(piece, start, end)), begun + part, space)
                pieces, space, start, begun = [], 0.0, end, 0.0
                width = piece.face.width(piece.text[start:place])
            elif width + step > measure and pieces and place == 0:
                yield Word(tuple(pieces), width, space)
                pieces, space, width, begun = [], 0.0, 0.0, 0.0
            width += step
            if letter in _SIGNS:
                sign = place + 1
        pieces = [*pieces, _part(piece, start, len(piece.text))]
    if pieces:
        yield Word(tuple(pieces), width, space)


def _part(piece: Piece, start: int, end: int) -> Piece:
    text = piece.text[start:end]
    return Piece(piece.face, text, piece.face.width(text), piece.actual[start:end])
