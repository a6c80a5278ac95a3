"""The typefaces on paper: which face sets which letters, and how wide words are.

A word is cut into pieces, one face each: Atkinson Hyperlegible Next where it has the letters, else the Noto face of the
script, else any other Noto face that has them. A letter that no face has is set as U+FFFD and keeps itself as
the actual text, so that it is marked on paper and still there when the words are copied or read aloud.
"""

from __future__ import annotations

import unicodedata
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from wrapplanner.errors import PrintError

ATKINSON = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}

SCRIPTS = (
    (0x0370, 0x052F, "NotoSans"),
    (0x0590, 0x05FF, "NotoSansHebrew"),
    (0x0600, 0x08FF, "NotoSansArabic"),
    (0x0900, 0x097F, "NotoSansDevanagari"),
    (0x0980, 0x09FF, "NotoSansBengali"),
    (0x0A00, 0x0A7F, "NotoSansGurmukhi"),
    (0x0B80, 0x0BFF, "NotoSansTamil"),
    (0x0E00, 0x0E7F, "NotoSansThai"),
    (0x1200, 0x139F, "NotoSansEthiopic"),
    (0x1E00, 0x1FFF, "NotoSans"),
    (0x1F000, 0x1FAFF, "NotoEmoji"),
)
"""First and last letter of a script, and the family that is tried first for it."""

FALLBACK = ("NotoSans", "NotoSansSymbols", "NotoSansSymbols2", "NotoEmoji")
"""Tried in this order, after the family of the script, for signs of no script."""

PLACEHOLDER = "\ufffd"
NO_BREAK_SPACE = "\u00a0"


class Face:
    """One typeface: what it covers and how wide its letters are, in thousandths of the size."""

    def __init__(self, file: Path) -> None:
        """Read a face. Raises PrintError if its file cannot be read."""
        name = str(file)
        try:
            if name not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(TTFont(name, name))
        except Exception as error:
            raise PrintError(f"The typeface {file.name} cannot be read. Please install the program again.") from error
        self.name = name
        self.font: Any = pdfmetrics.getFont(name)
        widths = self.font.face.charWidths
        self.widths: dict[str, float] = {chr(code): widths[code] for code in self.font.face.charToGlyph}

    def width(self, text: str) -> float:
        """Return how wide `text` is at size 1000. Raises KeyError if the face lacks a letter."""
        return sum(map(self.widths.__getitem__, text))


class Piece(NamedTuple):
    """Letters in one face. `actual` is what they stand for where that is something else than `text`."""

    face: Face
    text: str
    width: float
    actual: str = ""


class Fonts:
    """The faces of one document, read when they are first needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._faces: dict[str, Face | None] = {}
        self._words: dict[tuple[int, str], tuple[Piece, ...]] = {}
        self._spaces: dict[int, float] = {}

    def main(self, weight: int) -> Face:
        """Return the face that sets ordinary words in a weight."""
        face = self._face(f"AtkinsonHyperlegibleNext-{ATKINSON[weight]}")
        if face is None:
            raise PrintError("The letters to print with are missing. Please set up the program again.")
        return face

    def space(self, weight: int) -> float:
        """Return the width of a space at size 1000."""
        if weight not in self._spaces:
            self._spaces[weight] = self.main(weight).width(" ")
        return self._spaces[weight]

    def pieces(self, word: str, weight: int) -> tuple[Piece, ...]:
        """Return a word as pieces of one face each; letters that draw nothing are left out."""
        key = (weight, word)
        if key not in self._words:
            self._words[key] = self._cut(word, weight)
        return self._words[key]

    def _cut(self, word: str, weight: int) -> tuple[Piece, ...]:
        main = self.main(weight)
        shown = word.replace(NO_BREAK_SPACE, " ")
        try:
            return (Piece(main, shown, main.width(shown)),)
        except KeyError:
            return self._cut_by_script(shown, weight)

    def _cut_by_script(self, shown: str, weight: int) -> tuple[Piece, ...]:
        pieces: list[Piece] = []
        face, start = None, 0
        shown = "".join(letter for letter in shown if not _draws_nothing(letter))
        for place, letter in enumerate(shown):
            wanted = self._face_for(letter, weight, face)
            if wanted is not face and place > start:
                pieces.append(self._piece(face, shown[start:place], weight))
                start = place
            face = wanted
        if shown:
            pieces.append(self._piece(face, shown[start:], weight))
        return tuple(pieces)

    def _piece(self, face: Face | None, text: str, weight: int) -> Piece:
        if face is not None:
            return Piece(face, text, face.width(text))
        for family in FALLBACK:
            stand_in = self._family(family, weight)
            if stand_in and PLACEHOLDER in stand_in.widths:
                signs = PLACEHOLDER * len(text)
                return Piece(stand_in, signs, stand_in.width(signs), actual=text)
        signs = "?" * len(text)
        return Piece(self.main(weight), signs, self.main(weight).width(signs), actual=text)

    def _face_for(self, letter: str, weight: int, before: Face | None) -> Face | None:
        if before and unicodedata.combining(letter) and letter in before.widths:
            return before
        main = self.main(weight)
        if letter in main.widths:
            return main
        place = ord(letter)
        first = tuple(family for low, high, family in SCRIPTS if low <= place <= high)
        faces = map(partial(self._family, weight=weight), (*first, *FALLBACK))
        return next((face for face in faces if face and letter in face.widths), None)

    def _family(self, family: str, weight: int) -> Face | None:
        bold = self._face(f"{family}-Bold") if weight >= 600 else None
        return bold or self._face(f"{family}-Regular")

    def _face(self, stem: str) -> Face | None:
        if stem not in self._faces:
            file = self._folder / f"{stem}.ttf"
            self._faces[stem] = Face(file) if file.is_file() else None
        return self._faces[stem]


def _draws_nothing(letter: str) -> bool:
    # Controls, joiners, direction marks, variation selectors: they steer a shaper and have no ink of their own.
    return unicodedata.category(letter) in ("Cc", "Cf") or "\ufe00" <= letter <= "\ufe0f"
