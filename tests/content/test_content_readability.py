"""The two measures themselves: on words and texts whose answer is known."""

from __future__ import annotations

import pytest
from readability import AVOID, reading_age, syllables, words_to_avoid


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1), ("table", 2), ("little", 2), ("asked", 1), ("needed", 2), ("wanted", 2), ("changes", 2), ("uses", 2),
        ("people", 2), ("idea", 3), ("recovery", 4), ("responsibility", 6), ("psychiatrist", 4), ("home", 1), ("don’t", 1),
        ("quiet", 2), ("signature", 3), ("treatments", 2), ("whole", 1), ("allergies", 3), ("mm", 1),
    ],
)  # fmt: skip
def test_syllables(word: str, count: int):
    assert syllables(word) == count


def test_a_plain_text_is_young_and_a_learned_one_old():
    assert reading_age("The cat sat on the mat. It was glad.") < 8
    assert reading_age("Interdisciplinary psychiatric evaluation necessitates comprehensive individual documentation.") > 20
    assert reading_age("") == 5
    assert reading_age("07700 900142") == 5


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Your streak is 4 days", ["streak"]),
        ("SCORES", ["SCORES"]),
        ("You should rest", ["You should"]),
        ("Well done!", ["Well done", "!"]),
        ("A kind, unhurried afternoon", []),
        ("My postscore", []),
        ("I miss my sister", []),
    ],
)
def test_words_to_avoid(text: str, found: list[str]):
    assert words_to_avoid(text) == found


def test_the_list_holds_each_phrase_once_and_those_of_the_design():
    lines = [line.strip() for line in AVOID.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    assert len(set(lines)) == len(lines)
    for word in ("streak", "score", "overdue", "missed", "failed", "incomplete", "compliance", "relapse", "patient", "symptom"):
        assert words_to_avoid(word) == [word]
