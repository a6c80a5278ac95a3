"""The one normaliser that all words pass on their way in, and the folding that find uses."""

from __future__ import annotations

import re
import unicodedata

# Cc but newline and tab: controls; Cs: lone surrogates. Cf stays: joiners and direction marks carry meaning in many scripts.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_NEWLINES = {"\r\n": "\n", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\x0b": "\n", "\x0c": "\n"}


def normalise(text: str, *, single_line: bool = False) -> str:
    """Return `text` as we keep it: NFC, one kind of newline, no lone surrogates, NULs or control characters.

    No-break spaces become spaces, since Qt's text widgets do the same and a page would otherwise be changed by
    merely being looked at. With `single_line` newlines become spaces. Spaces at both ends are kept: the person is typing.
    """
    for newline, ours in _NEWLINES.items():
        if newline in text:
            text = text.replace(newline, ours)
    text = text.replace("\u00a0", " ").replace("\ufeff", "")
    text = _UNWANTED.sub("", text)
    if single_line:
        text = text.replace("\n", " ").replace("\t", " ")
    return unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """Return `text` without case and accents, for comparing and finding."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
