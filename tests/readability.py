"""How plain a text is: reading age and words to avoid, for every string that we ship (TOML, screens, paper, command line)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

AVOID = Path(__file__).resolve().parents[1] / "resources" / "words" / "avoid.txt"

_SENTENCE_END = re.compile(r"[.?!:;…]+(?:[”’\")]*)(?=\s|$)|\n+")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]|[aeiouy]l)es?$|(?<![aeiouydt])ed$|(?<=[^aeiouydt])ely$")
_APART = re.compile(r"i[ao](?!n)|eo|ua[lt]|iet|[^gq]u[ei]t|creat|ying\b|[aeou]ing\b")
_SOUNDS_S = re.compile(r"(?:[sxz]|ch|sh|[cg])es$")
_IRREGULAR = {
    "area": 3, "areas": 3, "people": 2, "anyone": 3, "everyone": 3, "someone": 2, "something": 2, "somebody": 3,
    "everything": 3, "sometimes": 2, "every": 2, "different": 2, "evening": 2,
    "business": 2, "interest": 2, "one": 1, "ones": 1, "once": 1, "being": 2, "doing": 2, "going": 2, "quiet": 2,
    "science": 2, "idea": 3, "ideas": 3, "real": 1, "really": 2, "trial": 2, "doesn’t": 2, "don’t": 1, "they’re": 1,
    "you’re": 1, "home": 1, "homes": 1, "whole": 1, "sure": 1, "there": 1, "where": 1, "here": 1, "were": 1, "are": 1,
    "else": 1, "useful": 2, "useless": 2, "careful": 2, "safely": 2, "likely": 2, "lately": 2, "lonely": 2, "therefore": 2,
}  # fmt: skip


def syllables(word: str) -> int:
    """Return about how many syllables an English word has: vowel groups, silent endings, a list of exceptions."""
    plain = word.lower()
    if plain in _IRREGULAR:
        return _IRREGULAR[plain]
    count = len(_VOWELS.findall(plain)) + len(_APART.findall(plain))
    if _SILENT.search(plain) and not _SOUNDS_S.search(plain):
        count -= 1
    return max(count, 1)


def reading_age(text: str) -> float:
    """Return the age at which a text can be read with ease: its Flesch–Kincaid grade plus five.

    Only words count, so numbers and dates do not; a colon or a new line ends a sentence, as in a list.
    """
    sentences = [words for part in _SENTENCE_END.split(text) if (words := _WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 5.0
    grade = 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    return max(grade, 0.0) + 5


def words_to_avoid(text: str) -> list[str]:
    """Return what a text says that no string of ours may say: words of the list, and exclamation marks."""
    found = [match[0] for match in _avoided().finditer(text)]
    return found + ["!"] * text.count("!")


@cache
def _avoided() -> re.Pattern[str]:
    lines = (line.strip() for line in AVOID.read_text("utf-8").splitlines())
    phrases = (re.escape(line).replace(r"\*", r"\w*") for line in lines if line and not line.startswith("#"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)", re.IGNORECASE)
