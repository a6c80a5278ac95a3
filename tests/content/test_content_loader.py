"""The loader on a whole framework, and on files that are no framework at all."""

from __future__ import annotations

import time
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from small_framework import FILES, ONE, written

from wrapplanner.content.loader import framework_folders, load_framework
from wrapplanner.domain.framework import Audience, ColumnKind, Level, Manner
from wrapplanner.domain.kinds import Kind
from wrapplanner.errors import ContentError
from wrapplanner.paths import resource_root


def test_a_whole_framework_is_read_as_it_is_written(tmp_path: Path):
    framework = load_framework(written(tmp_path, FILES))
    assert [part.id for part in framework.parts] == ["one", "two"]
    assert [question.id for question in framework.questions()] == [
        "one.tools",
        "one.people",
        "two.text",
        "two.records",
        "two.list",
    ]
    people = framework.question("one.folk")
    assert people.id == "one.people"
    assert (people.kind, people.level, people.manner) == (Kind.PEOPLE, Level.MORE, Manner.DO_NOT)
    assert people.audience == {Audience.ME, Audience.CLINICIANS}
    assert (people.section, people.note, people.add) == ("start", "Why", "Add a person")
    records = framework.question("two.records")
    assert [column.kind for column in records.columns] == [ColumnKind.LINE, ColumnKind.PERSON, ColumnKind.CHOICE]
    assert [choice.manner for choice in records.column("how").choices] == [Manner.PLAIN, Manner.DO_NOT]
    assert framework.question("two.text").borrows == "one.people"
    assert framework.roles == {"toolbox": "one.tools"}
    assert framework.starter == ("one.tools",)


def test_what_comes_out_is_frozen(tmp_path: Path):
    framework = load_framework(written(tmp_path, FILES))
    with pytest.raises(FrozenInstanceError):
        framework.title = "Other"  # type: ignore[misc]
    with pytest.raises(TypeError):
        framework.roles["well"] = "two.text"  # type: ignore[index]


@pytest.mark.parametrize(
    ("wanted", "word", "chosen"),
    [
        (None, "stressors", "a"),
        ({"upset": "b"}, "triggers", "b"),
        ({"upset": "an older choice"}, "stressors", "a"),
        ({"unknown": "b"}, "stressors", "a"),
    ],
)
def test_the_chosen_word_is_in_all_texts(tmp_path: Path, wanted: dict[str, str] | None, word: str, chosen: str):
    framework = load_framework(written(tmp_path, FILES), wanted)
    question = framework.question("one.tools")
    assert question.prompt == f"What helps with {word}?"
    assert question.ideas == ("A walk", f"Away from {word}")
    assert framework.wordings[0].chosen == chosen


def test_folders_are_found_by_framework_and_language(tmp_path: Path):
    folder = written(tmp_path, FILES)
    (tmp_path / "small" / "cy").mkdir()
    (tmp_path / "empty" / "en").mkdir(parents=True)
    assert framework_folders(tmp_path) == {"small": folder}
    assert framework_folders(tmp_path, "cy") == {}


def test_a_folder_without_a_framework_says_so(tmp_path: Path):
    with pytest.raises(ContentError, match="no such file"):
        load_framework(tmp_path)


def test_bytes_that_are_not_text_say_so(tmp_path: Path):
    folder = written(tmp_path, FILES)
    (folder / "00-one.toml").write_bytes(ONE.encode().replace(b"The first of", b"\xff"))
    with pytest.raises(ContentError) as caught:
        load_framework(folder)
    assert (caught.value.file, caught.value.line) == ("small/en/00-one.toml", 5)


def test_windows_line_ends_change_nothing(tmp_path: Path):
    plain = load_framework(written(tmp_path / "a", FILES))
    folder = written(tmp_path / "b", FILES)
    for name, text in FILES.items():
        (folder / name).write_bytes(text.replace("\n", "\r\n").encode())
    assert load_framework(folder) == plain


def test_the_largest_framework_is_read_fast_enough_for_start_up():
    folder = framework_folders(resource_root() / "framework")["wrap"]
    best = min(timed(folder) for _ in range(3))
    assert best < 0.05  # about 0.011 s on the machine it was written on; the start-up figures are in tests/benchmarks


def timed(folder: Path) -> float:
    begin = time.perf_counter()
    load_framework(folder)
    return time.perf_counter() - begin
