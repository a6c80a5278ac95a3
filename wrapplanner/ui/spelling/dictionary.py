"""The dictionary of a language, where this computer has one: Enchant, which asks Hunspell and the system's own.

Enchant is reached through pyenchant, imported when first wanted. Its own list of personal words is never written: that
would put words of a plan into a plain file.
"""

from __future__ import annotations

import locale
import re
from collections.abc import Iterator, Sequence
from typing import Protocol

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NOT_WORDS = re.compile(r"\S*(?:@|://|www\.|\d)\S*")
MOST_IDEAS = 5


class Dictionary(Protocol):
    """What is asked of a dictionary."""

    def check(self, word: str) -> bool:
        """Whether it knows a word."""

    def suggest(self, word: str) -> list[str]:
        """Return words that are near, the nearest first."""


def load(language: str) -> Dictionary | None:
    """Return the dictionary for a language (“en-GB”), or None where there is none; may be called in another thread."""
    try:
        import enchant
    except ImportError:  # Enchant itself is not on this computer
        return None
    found = best_of(enchant.list_languages(), language, locale.getlocale()[0] or "")
    try:
        return enchant.Dict(found) if found else None
    except enchant.errors.Error:
        return None


def best_of(installed: Sequence[str], language: str, system: str) -> str:
    """Return the name of the dictionary to use, or ''.

    A plan in English is written as its person spells, so the system's own English comes before the plan's.
    """
    wanted = language.replace("-", "_")
    base = wanted.partition("_")[0]
    own = system.partition(".")[0]
    order = [*([own] if own.partition("_")[0] == base else []), wanted, base]
    same = sorted(name for name in installed if name.replace("-", "_").partition("_")[0] == base)
    return next((name for name in order if name in installed), same[0] if same else "")


def words_of(line: str) -> Iterator[tuple[int, str]]:
    """Yield (place, word) for what is to be looked up in a line: no numbers, addresses, initials or words in capitals."""
    apart = [(found.start(), found.end()) for found in _NOT_WORDS.finditer(line)]
    for found in _WORD.finditer(line):
        word = found.group()
        if len(word) > 1 and not word.isupper() and not any(start <= found.start() < end for start, end in apart):
            yield found.start(), word
