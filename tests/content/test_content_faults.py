"""The loader on broken files: each fault is one error that names file, id and line."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from small_framework import FILES, written

from wrapplanner.content.loader import load_framework
from wrapplanner.errors import ContentError

SECOND_TOOLBOX = "kind = 'toolbox'\ntitle = 'List'"
TOP, A, B = FILES

BROKEN = [
    # (what, file, old words, new words, place, the line at fault, part of the reason)
    ("bad TOML", A, "kind = 'people'", "kind = people'", "one.people", "kind = people'", "not TOML"),
    ("TOML that ends early", B, "help = 'Lines.'\naudience = ['me']\n", "help = [", "two.list", "help = [", "not TOML"),
    ("a key twice", A, "note = 'Why'", "note = 'Why'\nnote = 'How'", "one.people", "note = 'How'", "not TOML"),
    ("unknown key in a question", B, "borrows =", "lends =", "two.text", "lends = ", "unknown key “lends”"),
    ("unknown key in a part", B, "hue = 7", "hue = 7\ncolour = 1", "two", "colour = 1", "unknown key"),
    ("unknown key in a column", B, "title = 'Who'", "name = 'Who'", "two.records, column who", "name = 'Who'", "unknown key"),
    ("unknown key at the top", TOP, "notice =", "licence =", "small", "licence =", "unknown key"),
    ("unknown key in a section", A, "title = 'Start'", "name = 'Start'", "start", "name = 'Start'", "unknown key"),
    ("missing key", B, "help = 'Rows.'\n", "", "two.records", "[[question]]", "the key “help” is missing"),
    ("missing audience", A, "audience = ['me', 'clinicians']\n", "", "one.people", "[[question]]", "“audience”"),
    ("missing id", B, "id = 'two.list'\n", "", "question 3", "[[question]]", "the key “id” is missing"),
    ("missing part key", B, "lead = 'The second of them.'\n", "", "two", "id = 'two'", "“lead” is missing"),
    ("text of a wrong type", B, "help = 'Rows.'", "help = 4", "two.records", "help = 4", "“help” is a text"),
    ("number of a wrong type", B, "number = 1", "number = '1'", "two", "number = '1'", "whole number"),
    ("truth for a number", B, "number = 1", "number = true", "two", "number = true", "whole number"),
    ("list of a wrong type", A, "['A walk', 'Away from {upsets}']", "'A walk'", "one.tools", "ideas =", "list of texts"),
    ("mixed list", A, "['A walk', ", "[1, ", "one.tools", "ideas =", "list of texts"),
    ("blank text", B, "prompt = 'Which?'", "prompt = ' '", "two.records", "prompt = ' '", "blank"),
    ("unknown kind", B, "kind = 'entries'", "kind = 'essay'", "two.list", "kind = 'essay'", "“essay” is not"),
    ("unknown level", A, "level = 'more'", "level = 'all'", "one.people", "level =", "“all” is not"),
    ("unknown manner", A, "manner = 'do-not'", "manner = 'no'", "one.people", "manner =", "“no” is not"),
    ("unknown audience", A, "['me', 'clinicians']", "['me', 'all']", "one.people", "audience = ['me', 'all']", "“all”"),
    ("empty audience", B, "audience = ['supporters']", "audience = []", "two.records", "audience = []", "empty"),
    ("unknown column kind", B, "kind = 'person'", "kind = 'pet'", "two.records, column who", "kind = 'pet'", "“pet”"),
    ("unknown manner of a choice", B, "manner = 'do-not'", "manner = 'x'", "two.records, column how, choices no",
     "choices =", "“x”"),
    ("question twice", B, "id = 'two.list'", "id = 'one.people'", "one.people", "id = 'one.people'", "another question"),
    ("a former id again", B, "id = 'two.list'", "id = 'one.folk'", "one.folk", "id = 'one.folk'", "another question"),
    ("part twice", B, "id = 'two'\n", "id = 'one'\n", "one", "id = 'one'", "another part"),
    ("column twice", B, "id = 'who'", "id = 'what'", "two.records, column what", "SECOND id = 'what'", "twice"),
    ("choice twice", B, "id = 'no'", "id = 'yes'", "two.records, column how, choices yes", "choices =", "twice"),
    ("an id with a space", B, "id = 'two.list'", "id = 'two list'", "two list", "id = 'two list'", "cannot be an id"),
    ("an id too long", B, "id = 'two.list'", f"id = '{'x' * 65}'", "x" * 65, "id = 'xxx", "cannot be an id"),
    ("an id with an accent", A, "id = 'one'\n", "id = 'öne'\n", "öne", "id = 'öne'", "cannot be an id"),
    ("unknown section", A, "section = 'start'", "section = 'end'", "one.people", "section = 'end'", "no section “end”"),
    ("borrows nothing known", B, "borrows = 'one.people'", "borrows = 'no'", "two.text", "borrows =", "“no” to borrow"),
    ("borrows of itself", B, "borrows = 'one.people'", "borrows = 'two.text'", "two.text", "borrows =", "to borrow"),
    ("role of no question", TOP, "toolbox = 'one.tools'", "toolbox = 'x.y'", "roles", "toolbox = 'x.y'", "no question “x.y”"),
    ("unknown role", TOP, "toolbox = 'one", "tool-box = 'one", "roles", "tool-box =", "unknown role “tool-box”"),
    ("unknown starter", TOP, "starter = ['one.tools']", "starter = ['x']", "small", "starter =", "no question “x”"),
    ("two toolboxes", B, "kind = 'entries'\ntitle = 'List'", SECOND_TOOLBOX, "two.list", "kind = 'toolbox'", "has one"),
    ("two person columns", B, "kind = 'line'", "kind = 'person'", "two.records, column who",
     "SECOND kind = 'person'", "one person"),
    ("choice without choices", B, "kind = 'line'", "kind = 'choice'", "two.records, column what",
     "kind = 'choice'", "choices"),
    ("choices of a line", B, "kind = 'choice'", "kind = 'text'", "two.records, column how", "LAST kind = 'text'", "choices"),
    ("records without columns", B, "kind = 'entries'", "kind = 'records'", "two.list", "LAST kind = 'records'", "columns"),
    ("columns of a list", B, "kind = 'records'", "kind = 'entries'", "two.records", "kind = 'entries'", "columns"),
    ("a note on a list", B, "help = 'Lines.'", "help = 'Lines.'\nnote = 'When'", "two.list", "note =", "no note"),
    ("a button on a text", B, "help = 'Words.'", "help = 'Words.'\nadd = 'More'", "two.text", "add =", "not a list"),
    ("unknown word", A, "Who?", "Who {upset}?", "one.people", "prompt = 'Who {upset}?'", "{upset}"),
    ("unknown word in a list", A, "'A walk'", "'A {walk}'", "one.tools", "ideas =", "{walk}"),
    ("a brace on its own", A, "Who?", "Who {?", "one.people", "prompt = 'Who {?'", "brace"),
    ("a hue too many", B, "hue = 7", "hue = 8", "two", "hue = 8", "0 to 7"),
    ("a part that is not there", TOP, "'01-two'", "'01-too'", "small", "parts =", "no file 01-too.toml"),
    ("a default not offered", TOP, "default = 'a'", "default = 'c'", "upset", "default =", "not one of the choices"),
    ("words that differ", TOP, "upsets = 'triggers'", "upset = 'trigger'", "upset, choice b",
     "words = { upset =", "same words"),
    ("tool kind without mark", TOP, "mark = 'waves'\n", "", "calm", "[[tool_kind]]", "“mark” is missing"),
]  # fmt: skip


def line_of(text: str, wanted: str, place: str) -> int:
    """The number of the line at fault: the one that begins so; for a header, the one of the table in question."""
    lines = text.split("\n")
    if wanted == "[[question]]":
        header_below = [n for n, line in enumerate(lines) if line == f"id = '{place}'"]
        return header_below[0] if header_below else [n for n, line in enumerate(lines, start=1) if line == wanted][-1]
    which = {"SECOND": 1, "LAST": -1}.get(wanted.split(" ")[0], 0)
    begin = wanted.removeprefix("SECOND ").removeprefix("LAST ")
    return [n for n, line in enumerate(lines, start=1) if line.startswith(begin)][which]


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "line", "reason"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN]
)
def test_a_broken_file_is_one_error_naming_file_id_and_line(
    tmp_path: Path, file: str, old: str, new: str, place: str, line: str, reason: str
):
    assert old in FILES[file]
    broken = FILES[file].replace(old, new, 1)
    folder = written(tmp_path, {**FILES, file: broken})
    with pytest.raises(ContentError) as caught:
        load_framework(folder)
    assert caught.value.file == f"small/en/{file}"
    assert caught.value.place == place
    assert caught.value.line == line_of(broken, line, place)
    assert reason in caught.value.reason
    assert re.search(rf"{file}, line {caught.value.line}, {re.escape(place)}: ", caught.value.sentence)


HARMS: dict[str, Callable[[str], str]] = {
    "taken out": lambda line: "",
    "twice": lambda line: f"{line}\n{line}",
    "quotes lost": lambda line: line.replace("'", "4"),
    "cut short": lambda line: line[:-3],
}


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("file", FILES)
def test_a_harmed_line_is_read_or_refused_and_nothing_else(tmp_path: Path, file: str, harm: str):
    folder = written(tmp_path, FILES)
    lines = FILES[file].split("\n")
    for number, line in enumerate(lines):
        (folder / file).write_text("\n".join([*lines[:number], HARMS[harm](line), *lines[number + 1 :]]), "utf-8")
        fault = fault_of(folder)
        assert fault is None or (fault.place and 1 <= fault.line <= len(lines) + 1)


def fault_of(folder: Path) -> ContentError | None:
    try:
        load_framework(folder)
    except ContentError as error:
        return error
    return None
