"""How long words break: between words as a rule, anywhere where there is hardly a word to break at.

Qt looks for the end of a word from each of its lines anew: a word of 100,000 letters takes half a second for every key.
Breaking anywhere takes a hundredth of that.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QTextOption

ENDLESS: Final = 1_000
"""Letters without a space that are no word any more."""


def wrap_mode(text: str) -> QTextOption.WrapMode:
    """Return how a text is to wrap."""
    endless = len(text) >= ENDLESS and any(len(word) >= ENDLESS for word in text.split())
    return QTextOption.WrapMode.WrapAnywhere if endless else QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
