"""The shipped helplines: dated, graded, one emergency number a country; a broken file is told by place and line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wrapplanner.content.helplines import load_helplines
from wrapplanner.domain.helplines import PRINTED, to_print
from wrapplanner.errors import ContentError

FOLDER = Path(__file__).parents[2] / "resources" / "helplines"
LINES = load_helplines(FOLDER)
COUNTRIES = sorted({line.country for line in LINES} - {"International"})
GOOD = 'country = "UK"\n\n[[line]]\nregion = "UK"\nname = "One"\nphone = "1"\nnote = "A 2026."\ncompiled = 2026-11-21\n'


def test_every_line_says_where_it_comes_from_how_sure_and_from_which_day():
    assert len(LINES) == 53
    for line in LINES:
        assert re.match(r"[ABC][ ;.,]", line.note), line.name
        assert line.source or line.note.startswith("C. "), line.name
        assert line.phone or line.text or line.chat


@pytest.mark.parametrize("country", COUNTRIES)
def test_each_country_prints_its_emergency_number_first(country: str):
    printed = to_print(LINES, country)
    assert 2 <= len(printed) <= PRINTED
    assert printed[0].says == "If my life is at risk"
    assert all(line.region == country for line in printed)


def test_a_part_of_a_country_has_its_own_line_beside_the_emergency_number():
    assert [line.number for line in to_print(LINES, "UK")] == ["999", "116 123", "SHOUT to 85258"]
    assert [line.number for line in to_print(LINES, "UK", "Wales")][:2] == ["999", "111, press 2"]


@pytest.mark.parametrize(
    ("broken", "line", "reason"),
    [
        (GOOD.replace("compiled = 2026-11-21", 'compiled = "lately"'), 8, "compiled"),
        (GOOD.replace('phone = "1"\n', ""), 3, "phone"),
        (GOOD.replace('note = "A 2026."\n', ""), 3, "note"),
        (GOOD.replace('phone = "1"', 'telefone = "1"'), 6, "telefone"),
        (GOOD.replace('country = "UK"', 'country = ""'), 1, "blank"),
    ],
)
def test_a_broken_list_is_told_by_line(broken: str, line: int, reason: str, tmp_path: Path):
    (tmp_path / "uk.toml").write_text(broken, encoding="utf-8")
    with pytest.raises(ContentError, match=reason) as raised:
        load_helplines(tmp_path)
    assert raised.value.line == line
