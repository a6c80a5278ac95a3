"""What is said where a paper has letters that no typeface on this computer has."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

NAMED = 3
"""So many letters are named; of others it is said how many they are."""


def sentence_of(letters: Sequence[str]) -> str:
    """Return a sentence that names the letters. They are not shown: what cannot be printed here has no picture here either."""
    names = ", ".join(map(_name, letters[:NAMED]))
    if len(letters) > NAMED:
        names = _said("{0} and {1} more").format(names, len(letters) - NAMED)
    return _said(
        "This computer cannot print some letters: {0}. A sign marks their places on the paper. Your words are safe. "
        "With a font for them on this computer, they will be printed."
    ).format(names)


def _name(letter: str) -> str:
    return unicodedata.name(letter, f"U+{ord(letter):04X}").lower()


def _said(text: str) -> str:
    return QCoreApplication.translate("PrintLetters", text)
