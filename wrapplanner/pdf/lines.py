"""What stands on a line: words side by side, in the order in which they are seen, as few pieces as may be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple
from unicodedata import combining

from wrapplanner.pdf.faces import Piece, ShapedFace
from wrapplanner.pdf.ordering import levels, seen

_SIGNS = frozenset("/-–—.,;:@_?&=\\|+")
_PHONE = re.compile(r"[+(]{0,2}[0-9][0-9 ()/.\u2013-]*[0-9]")
_NUMBER = 5
"""So many digits with signs between them are one number, which is read from the left in any line."""
_RESHAPED = 0.94
"""Letters at a cut take other shapes, which may be wider: of a line so much is filled with parts of a word."""


class Word(NamedTuple):
    """What cannot be broken: pieces in the order in which they are read. Widths in thousandths of the size.

    `before` is the space that stands before it, None where it follows without one. `turned`: it has letters that are read
    from the right.
    """

    pieces: tuple[Piece, ...]
    width: float
    before: Piece | None
    turned: bool = False

    @property
    def space(self) -> float:
        """How wide the space before it is."""
        return self.before.width if self.before else 0.0


class Line(NamedTuple):
    """Pieces from left to right with the spaces in them; widths in thousandths of the size.

    `text` is what is read; a `turned` line is seen in another order. `at_right`: the line begins at the right. `above` and
    `below` are how far shaped letters reach from the baseline.
    """

    pieces: tuple[Piece, ...]
    width: float
    text: str = ""
    at_right: bool = False
    turned: bool = False
    above: float = 0.0
    below: float = 0.0


def set_line(words: Sequence[Word], width: float, *, at_right: bool) -> Line:
    """Return words as a line; `at_right` is where the paragraph begins."""
    if not at_right and (text := _plain(words)):
        return Line((Piece(words[0].pieces[0].face, text, width),), width, text)
    flat: list[Piece] = []
    for number, word in enumerate(words):
        if number and word.before:
            flat.append(word.before)
        flat += word.pieces
    text = "".join(piece.said for piece in flat)
    turned = at_right or any(word.turned for word in words)
    shown = _turned(flat, text, at_right) if turned else flat
    pieces = tuple(_joined(shown))
    reaches = [piece.face.reach(piece.glyphs) for piece in pieces if isinstance(piece.face, ShapedFace)]
    above, below = (max((reach[side] for reach in reaches), default=0.0) for side in (0, 1))
    return Line(pieces, sum(piece.width for piece in pieces), text, at_right, turned, above, below)


def _plain(words: Sequence[Word]) -> str:
    """Return the words of a line that is one piece: all in one face, and that one not shaped; nothing of any other."""
    first = words[0].pieces[0].face
    texts: list[str] = []
    for pieces, _, before, turned in words:
        piece = pieces[0]
        if turned or piece.face is not first or piece.glyphs or piece.actual or len(pieces) > 1:
            return ""
        texts.append(f" {piece.text}" if before and texts else piece.text)
    return "".join(texts)


def _turned(flat: list[Piece], text: str, at_right: bool) -> list[Piece]:
    """Return pieces in the order in which they are seen; letters of one piece may part, and are shaped anew then."""
    level_of = levels(_PHONE.sub(_digits, text), at_right=at_right)
    parts: list[Piece] = []
    found: list[int] = []
    start = 0
    for piece in flat:
        size = len(piece.said)
        for level, group in groupby(range(start, start + size), key=level_of.__getitem__):
            places = list(group)
            said = text[places[0] : places[-1] + 1]
            parts.append(_part_at(piece, said, level, whole=len(places) == size))
            found.append(level)
        start += size
    return [parts[place] for place in seen(found)]


def _digits(found: re.Match[str]) -> str:
    # Groups of digits would be seen in the order of the letters around them, last first: a number to ring keeps its own.
    enough = sum(map(str.isdigit, found[0])) >= _NUMBER
    return "0" * len(found[0]) if enough else found[0]


def _part_at(piece: Piece, said: str, level: int, *, whole: bool) -> Piece:
    if piece.actual:
        signs = piece.text[: len(said)]
        return piece if whole else Piece(piece.face, signs, piece.face.piece(signs).width, actual=said)
    if whole and not piece.glyphs and not level % 2:
        return piece
    return piece.face.piece(said, at_right=level % 2 == 1)


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Join neighbours in one face; of shaped ones the spaces stay apart, so that each word is told as itself."""
    for (_, _, alone), group in groupby(pieces, key=lambda piece: (piece.face, piece.at_right, _alone(piece))):
        together = list(group)
        if alone or len(together) == 1:
            yield from together
            continue
        text, width = "".join(piece.text for piece in together), sum(piece.width for piece in together)
        glyphs = tuple(glyph for piece in together for glyph in piece.glyphs)
        yield Piece(together[0].face, text, width, "", glyphs, together[0].at_right)


def _alone(piece: Piece) -> int:
    return id(piece) if piece.actual or (piece.glyphs and not piece.text.strip()) else 0


def crumbs(word: Word, measure: float) -> Iterator[Word]:
    """Cut a word that is wider than the line: after a sign in the second half of the line, else where the line ends."""
    pieces: list[Piece] = []
    width, before = 0.0, word.before
    for piece in word.pieces:
        room = measure * _RESHAPED if piece.glyphs else measure
        steps = piece.face.steps(piece.text)
        reached = [0.0, *accumulate(step for _, step in steps)]
        places = [0, *accumulate(len(part) for part, _ in steps)]
        start = sign = 0
        for number, (part, _) in enumerate(steps):
            full = width + reached[number + 1] - reached[start] > room
            if full and number > start and not combining(part[0]):
                end = sign if sign > start + (number - start) // 2 else number
                cut = _part(piece, places[start], places[end])
                yield Word((*pieces, cut), width + cut.width, before, word.turned)
                pieces, before, start, width = [], None, end, 0.0
            elif full and pieces and number == 0:
                yield Word(tuple(pieces), width, before, word.turned)
                pieces, before, width = [], None, 0.0
            if part[-1] in _SIGNS:
                sign = number + 1
        last = _part(piece, places[start], len(piece.text))
        pieces, width = [*pieces, last], width + last.width
    if pieces:
        yield Word(tuple(pieces), width, before, word.turned)


def _part(piece: Piece, start: int, end: int) -> Piece:
    if (start, end) == (0, len(piece.text)):
        return piece
    return piece.face.piece(piece.text[start:end])._replace(actual=piece.actual[start:end])
