"""The loader of programmes: a fault names file, id and line."""

import pytest

from wrapplanner.errors import ContentError
from wrapplanner.facilitator.programmes import load_programme, load_programmes

GOOD = """id = "small"
title = "Small"
about = ["For a try."]
notice = "Ours."

[[session]]
id = "one"
title = "One"
length = 15
aims = ["Meet."]

[[session.item]]
id = "hello"
kind = "welcome"
title = "Hello"
minutes = 5

[[session.item]]
use = "rest"
minutes = 10
"""
SHELF = """[[item]]
id = "rest"
kind = "break"
title = "Rest"
minutes = 15
notes = ["Open a window."]
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "items.toml").write_text(SHELF, "utf-8")
    (tmp_path / "01-small.toml").write_text(GOOD, "utf-8")
    return tmp_path


def test_an_item_of_the_shelf_has_the_minutes_of_its_session(folder):
    (programme,) = load_programmes(folder)
    assert programme == load_programme(folder, "small")
    hello, rest = programme.sessions[0].items
    assert (rest.title, rest.minutes, rest.notes, rest.kind.has_clock) == ("Rest", 10, ("Open a window.",), True)
    assert hello.kind.word == "welcome"
    with pytest.raises(KeyError):
        load_programme(folder, "other")


@pytest.mark.parametrize(
    ("old", "new", "place", "line", "reason"),
    [
        ("length = 15", "length = 20", "one", 9, "add up to 15 minutes, not to 20"),
        ('kind = "welcome"', 'kind = "wellcome"', "hello", 14, "“wellcome” is not"),
        ("minutes = 5", "minutes = 0", "hello", 16, "from 1 to 240"),
        ("minutes = 5", 'minutes = 5\ngroups = ["A"]', "hello", 17, "unknown key “groups”"),
        ('kind = "welcome"', 'kind = "pairs"', "hello", 12, "“questions” is missing"),
        ('use = "rest"', 'use = "reast"', "item 2", 19, "no item “reast”"),
        ('id = "hello"', 'id = "rest"', "item 2", 19, "stands here twice"),
        ('id = "small"', 'id = "smaller"', "smaller", 1, "NN-smaller.toml"),
        ('aims = ["Meet."]', 'aims = ["Meet."', "", 12, "not TOML"),
        ('title = "Hello"', 'title = " "', "hello", 15, "blank"),
    ],
)
def test_a_fault_names_file_id_and_line(folder, old, new, place, line, reason):
    text = GOOD.replace(old, new, 1)
    (folder / "01-small.toml").write_text(text, "utf-8")
    with pytest.raises(ContentError) as raised:
        load_programmes(folder)
    assert raised.value.file.endswith("01-small.toml")
    assert place in raised.value.place
    assert raised.value.line == line
    assert reason in raised.value.reason
