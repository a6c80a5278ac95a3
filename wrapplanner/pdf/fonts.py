"""Which face sets which letters.

A word is cut into pieces, one face each: Atkinson Hyperlegible Next where it has the letters, else the Noto face of the
script, else any other face that has them, the computer's own at last. A letter that no face has is set as U+FFFD and keeps
itself as the actual text, so that it is marked on paper and still there when the words are copied or read aloud.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby
from pathlib import Path

from wrapplanner.errors import PrintError
from wrapplanner.pdf import scripts
from wrapplanner.pdf.faces import PLACEHOLDER, Face, Piece, ShapedFace, shaped_face
from wrapplanner.pdf.system_fonts import system_face

ATKINSON = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
NO_BREAK_SPACE = "\u00a0"

_DIRECTION_MARKS = frozenset("\u200e\u200f\u061c")
_BOLD = 600
_NARROWEST, _WIDEST = 200, 420
"""A shipped face's space of another width is no word space: signs have one of their own width, and Nastaliq next to none."""


class Fonts:
    """The faces of one document, read when they are first needed. `tongue` is what the plan shows of its languages."""

    def __init__(self, folder: Path, tongue: str = "", system: tuple[Path, ...] | None = None) -> None:
        """`system` are the folders of the computer's own faces, None for the usual ones."""
        self._folder, self._tongue, self._system = folder, tongue, system
        self._faces: dict[str, Face | None] = {}
        self._shapers: dict[tuple[str, bool], ShapedFace | None] = {}
        self._words: dict[tuple[int, str, str], tuple[Piece, ...]] = {}
        self._spaces: dict[tuple[int, str], Piece] = {}

    def main(self, weight: int) -> Face:
        """Return the face that sets ordinary words in a weight."""
        face = self._plain(f"AtkinsonHyperlegibleNext-{ATKINSON[weight]}")
        if face is None:
            raise PrintError("The letters to print with are missing. Please set up the program again.")
        return face

    def hand(self, text: str) -> str:
        """Return whose hand a paragraph is written in (see `scripts.hand`)."""
        return scripts.hand(text, self._tongue)

    def pieces(self, word: str, weight: int, hand: str = "") -> tuple[Piece, ...]:
        """Return a word as pieces of one face each; letters that draw nothing are left out."""
        key = (weight, word, hand)
        if key not in self._words:
            self._words[key] = self._cut(word, weight, hand)
        return self._words[key]

    def space(self, pieces: tuple[Piece, ...], weight: int) -> Piece:
        """Return the space before a word, which stands in the face of its first letters."""
        face = pieces[0].face if pieces else self.main(weight)
        key = (weight, face.name)
        if key not in self._spaces:
            own = face.piece(" ") if face.covers(" ") and Path(face.name).parent == self._folder else None
            usual = own is not None and _NARROWEST <= own.width <= _WIDEST
            self._spaces[key] = own if own and usual else self.main(weight).piece(" ")
        return self._spaces[key]

    def _cut(self, word: str, weight: int, hand: str) -> tuple[Piece, ...]:
        main = (self._more(weight) if hand == scripts.LATIN else None) or self.main(weight)
        shown = word.replace(NO_BREAK_SPACE, " ")
        if not shown.isascii():
            shown = unicodedata.normalize("NFC", shown)
        try:
            if shown.isascii() or not any(map(unicodedata.combining, shown)):
                return (Piece(main, shown, main.width(shown)),)
        except KeyError:
            pass
        return tuple(self._cut_by_script(shown, weight, hand))

    def _cut_by_script(self, shown: str, weight: int, hand: str) -> list[Piece]:
        pieces: list[Piece] = []
        start = 0
        emoji = self._shaped(scripts.EMOJI, weight)
        for found in scripts.EMOJI_SEQUENCE.finditer(shown) if emoji else ():
            if emoji and all(emoji.covers(letter) or _draws_nothing(letter) for letter in found[0]):
                pieces += self._by_face(shown[start : found.start()], weight, hand)
                pieces.append(emoji.piece(found[0]))
                start = found.end()
        return pieces + self._by_face(shown[start:], weight, hand)

    def _by_face(self, text: str, weight: int, hand: str) -> list[Piece]:
        """Return pieces of letters that go by their own; neighbours in one face are one piece."""
        faces: list[Face | ShapedFace | str] = []
        for letter in text:
            faces.append(self._face_of(letter, faces[-1] if faces else "", weight, hand))
        pieces: list[Piece] = []
        place = 0
        for face, group in groupby(faces):
            end = place + len(list(group))
            pieces += self._pieces_of(face, text[place:end], weight)
            place = end
        return pieces

    def _pieces_of(self, face: Face | ShapedFace | str, text: str, weight: int) -> list[Piece]:
        if isinstance(face, str):
            others = {"european": self._european, "missing": self._missing, "nothing": self._nothing}
            return others[face](text, weight)
        return [face.piece(text)]

    def _face_of(self, letter: str, before: Face | ShapedFace | str, weight: int, hand: str) -> Face | ShapedFace | str:
        """Return the face of a letter, "european" where the whole run decides, "nothing" or "missing" if it has none."""
        shaped = before if isinstance(before, ShapedFace) else None
        if _draws_nothing(letter):
            return shaped or "nothing"
        if unicodedata.category(letter)[0] == "M" and (before == "european" or (shaped and shaped.covers(letter))):
            return before
        family = scripts.family_of(letter)
        if not family and self._is_european(letter, weight):
            return "european"
        if shaped and not letter.isalpha() and shaped.covers(letter):
            return shaped
        if hand == "ur" and family == "NotoSansArabic":
            family = scripts.NASTALIQ
        families = (family, *scripts.FALLBACK) if family else scripts.FALLBACK
        found = (self._shaped(each, weight) for each in (*families, *(["NotoSansArabic"] if hand == "ur" else ())))
        return next((face for face in found if face and face.covers(letter)), None) or self._of_system(letter, weight, hand)

    def _of_system(self, letter: str, weight: int, hand: str) -> ShapedFace | str:
        return system_face(letter, hand, bold=weight >= _BOLD, folders=self._system) or "missing"

    def _is_european(self, letter: str, weight: int) -> bool:
        more = self._more(weight)
        return self.main(weight).covers(letter) or bool(more and more.covers(letter))

    def _european(self, text: str, weight: int) -> list[Piece]:
        """Return a run in the first face that has all of it; letters with marks of their own are shaped."""
        main, more = self.main(weight), self._more(weight)
        if not any(map(unicodedata.combining, text)):
            for face in filter(None, (main, more)):
                if all(map(face.covers, text)):
                    return [face.piece(text)]
        shaped = self._shaped(scripts.EUROPEAN, weight)
        if shaped and all(map(shaped.covers, text)):
            return [shaped.piece(text)]
        pieces: list[Piece] = []
        for covered, group in groupby(text, key=lambda letter: next((f for f in (main, more) if f and f.covers(letter)), None)):
            part = "".join(group)
            pieces += [covered.piece(part)] if covered else self._missing(part, weight)
        return pieces

    def _missing(self, text: str, weight: int) -> list[Piece]:
        face = self._more(weight) or self.main(weight)
        signs = (PLACEHOLDER if face.covers(PLACEHOLDER) else "?") * len(text)
        return [Piece(face, signs, face.width(signs), actual=text)]

    def _nothing(self, text: str, weight: int) -> list[Piece]:
        # Marks of direction have no ink, and yet say in which order the others stand.
        marks = "".join(letter for letter in text if letter in _DIRECTION_MARKS)
        return [Piece(self.main(weight), "", 0, actual=marks)] if marks else []

    def _more(self, weight: int) -> Face | None:
        return self._plain(f"{scripts.EUROPEAN}-{_heft(weight)}")

    def _shaped(self, family: str, weight: int) -> ShapedFace | None:
        key = (family, weight >= _BOLD)
        if key not in self._shapers:
            scale = scripts.NASTALIQ_SCALE if family == scripts.NASTALIQ else 1.0
            files = (self._folder / f"{family}-{heft}.ttf" for heft in (_heft(weight), "Regular"))
            file = next((file for file in files if file.is_file()), None)
            self._shapers[key] = shaped_face(file, 0, scale) if file else None
        return self._shapers[key]

    def _plain(self, stem: str) -> Face | None:
        if stem not in self._faces:
            file = self._folder / f"{stem}.ttf"
            self._faces[stem] = Face(file) if file.is_file() else None
        return self._faces[stem]


def _heft(weight: int) -> str:
    return "Bold" if weight >= _BOLD else "Regular"


def _draws_nothing(letter: str) -> bool:
    # Controls, joiners, direction marks, variation selectors: they steer a shaper and have no ink of their own.
    return (
        unicodedata.category(letter) in ("Cc", "Cf") or "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"
    )
