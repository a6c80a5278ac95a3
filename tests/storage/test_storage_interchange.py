"""The open format: out and in again is the same plan; whatever else is offered is refused whole, with its place."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from schema_check import valid
from strategies import SMALL, plans, raw_words, roads

from wrapplanner.content.loader import framework_folders, load_framework
from wrapplanner.domain.kinds import MAX_LETTERS
from wrapplanner.domain.plan import Entry, Plan, Tool
from wrapplanner.errors import ImportRefused
from wrapplanner.paths import resource_root
from wrapplanner.storage.codec import change_from_plain, change_to_plain, plan_from_plain, plan_to_plain
from wrapplanner.storage.interchange import FORMAT, json_schema, peek_framework, read_plan, write_plan
from wrapplanner.storage.openjson import MAX_BYTES

SCHEMA = json_schema([SMALL])


def without_blanks(plan: Plan) -> Plan:
    for question, entries in plan.answers.items():
        plan = plan.with_answer(question, tuple(entry for entry in entries if not entry.is_blank))
    return plan


def offered(**members: object) -> bytes:
    return json.dumps({"format": FORMAT, "format_version": 1, "framework": "small", **members}).encode()


def answer(name: str, *entries: object) -> bytes:
    return offered(answers={f"small.{name}": list(entries)}, tools=[{"id": "t"}], people=[{"id": "p"}])


@given(plans())
def test_out_and_in_again_is_the_same_plan(plan):
    data = write_plan(plan)
    assert read_plan(data, SMALL) == without_blanks(plan)
    assert write_plan(read_plan(data, SMALL)) == data
    assert peek_framework(data) == "small"
    assert data.endswith(b"\n")
    assert valid(json.loads(data), SCHEMA)


@given(plans())
def test_a_plan_as_plain_values_is_the_same_plan(plan):
    assert plan_from_plain(json.loads(json.dumps(plan_to_plain(plan)))) == plan


@given(roads())
def test_every_change_as_plain_values_is_the_same_change(road):
    for _, change, inverse, _ in road:
        for each in (change, inverse):
            assert change_from_plain(json.loads(json.dumps(change_to_plain(each)))) == each


@given(raw_words, st.sampled_from(["text", "line", "list"]))
def test_words_are_normalised_on_their_way_in(words, name):
    plan = read_plan(answer(name, {"id": "a", "text": words + "x"}), SMALL)
    again = read_plan(write_plan(plan), SMALL)
    assert plan == again
    assert "\r" not in plan.entries(f"small.{name}")[0].text


def test_a_written_file_can_be_read_by_people():
    plan = Plan("small", {"small.list": (Entry("a", "Zoë"), Entry("b", " "))}, (Tool("t", "Walk"),))
    text = write_plan(plan).decode()
    assert '"Zoë"' in text
    assert "note" not in text
    assert '"b"' not in text
    assert list(json.loads(text)) == ["format", "format_version", "framework", "tools", "answers"]


def test_blanks_are_dropped_and_old_ids_are_known():
    data = offered(
        answers={"old.text": [{"id": "a", "text": "x"}], "small.list": [{"id": "b"}, {"id": "c", "text": " "}], "small.day": []}
    )
    assert read_plan(data, SMALL) == Plan("small", {"small.text": (Entry("a", "x"),)})
    assert valid(json.loads(data), SCHEMA)


def test_a_mark_in_front_that_some_editors_write_is_no_harm():
    assert read_plan(b"\xef\xbb\xbf" + offered(), SMALL) == Plan("small")


def test_cells_are_put_in_the_order_of_their_columns():
    plan = read_plan(answer("table", {"id": "a", "cells": {"wish": "no", "name": "N", "about": ""}}), SMALL)
    assert plan.entries("small.table")[0].cells == (("name", "N"), ("wish", "no"))


REFUSED = {
    "nothing": (b"", "line 1, column 1"),
    "words": (b"hello", "line 1, column 1"),
    "half": (offered()[:-1], "line 1, column 74"),
    "two": (offered() + offered(), "line 1, column 75"),
    "latin-1": ('{"a": "é"}'.encode("latin-1"), "byte 7"),
    "utf-16": (offered().decode().encode("utf-16"), "byte 0"),
    "a list": (b"[]", "/"),
    "null": (b"null", "/"),
    "another format": (b'{"format": "other"}', "/format"),
    "no version": (json.dumps({"format": FORMAT}).encode(), "/format_version"),
    "version as words": (offered(format_version="1"), "/format_version"),
    "version true": (offered(format_version=True), "/format_version"),
    "version 1.0": (offered(format_version=1.0), "/format_version"),
    "version 0": (offered(format_version=0), "/format_version"),
    "newer": (offered(format_version=2), "/format_version"),
    "huge number": (offered().replace(b": 1,", b": " + b"9" * 5000 + b","), "/format_version"),
    "not a number": (offered().replace(b": 1,", b": NaN,"), "/format_version"),
    "no framework": (json.dumps({"format": FORMAT, "format_version": 1}).encode(), "/framework"),
    "another framework": (offered(framework="wrap"), "/framework"),
    "framework as escape": (offered(framework="\x1b[2J"), "/framework"),
    "unknown member": (offered(colour="red"), "/colour"),
    "escape as member": (offered(**{"\x1b[2J": 1}), "/…"),
    "twice": (offered()[:-1] + b', "format": "x"}', "/"),
    "twice within": (offered()[:-1] + b', "answers": {"small.list": [{"id": "a", "id": "b"}]}}', "/answers/small.list/0"),
    "answers a list": (offered(answers=[]), "/answers"),
    "unknown question": (offered(answers={"small.never": []}), "/answers/small.never"),
    "old and new": (
        offered(answers={"old.text": [{"id": "a", "text": "x"}], "small.text": [{"id": "b", "text": "y"}]}),
        "/answers/small.text",
    ),
    "answer an object": (offered(answers={"small.list": {}}), "/answers/small.list"),
    "entry as words": (answer("list", "x"), "/answers/small.list/0"),
    "no id": (answer("list", {"text": "x"}), "/answers/small.list/0/id"),
    "id as number": (answer("list", {"id": 1}), "/answers/small.list/0/id"),
    "id with a slash": (answer("list", {"id": "../x"}), "/answers/small.list/0/id"),
    "long id": (answer("list", {"id": "x" * 65}), "/answers/small.list/0/id"),
    "id with newline": (answer("list", {"id": "x\n"}), "/answers/small.list/0/id"),
    "id twice": (answer("list", {"id": "a", "text": "x"}, {"id": "a", "text": "y"}), "/answers/small.list/1/id"),
    "unknown slot": (answer("list", {"id": "a", "colour": "red"}), "/answers/small.list/0/colour"),
    "wrong slot": (answer("list", {"id": "a", "note": "x"}), "/answers/small.list/0"),
    "text as number": (answer("list", {"id": "a", "text": 3}), "/answers/small.list/0/text"),
    "text as NaN": (answer("list", {"id": "a", "text": float("nan")}), "/answers/small.list/0/text"),
    "text as null": (answer("list", {"id": "a", "text": None}), "/answers/small.list/0/text"),
    "long text": (answer("list", {"id": "a", "text": "x" * (MAX_LETTERS + 1)}), "/answers/small.list/0/text"),
    "two lines": (answer("line", {"id": "a", "text": "x"}, {"id": "b", "text": "y"}), "/answers/small.line/1"),
    "no day": (answer("day", {"id": "a", "text": "soon"}), "/answers/small.day/0"),
    "unknown tool": (answer("tools", {"id": "a", "tool": "x"}), "/answers/small.tools/0/tool"),
    "unknown person": (answer("people", {"id": "a", "person": "t"}), "/answers/small.people/0/person"),
    "tool and words": (answer("tools", {"id": "a", "tool": "t", "text": "x"}), "/answers/small.tools/0"),
    "cells of a list": (answer("list", {"id": "a", "cells": {"name": "x"}}), "/answers/small.list/0/cells/name"),
    "cells as list": (answer("table", {"id": "a", "cells": []}), "/answers/small.table/0/cells"),
    "unknown column": (answer("table", {"id": "a", "cells": {"x": "y"}}), "/answers/small.table/0/cells/x"),
    "person as cell": (answer("table", {"id": "a", "cells": {"who": "Jo"}}), "/answers/small.table/0/cells/who"),
    "unknown choice": (answer("table", {"id": "a", "cells": {"wish": "so"}}), "/answers/small.table/0/cells/wish"),
    "cell no day": (answer("table", {"id": "a", "cells": {"since": "1.1."}}), "/answers/small.table/0/cells/since"),
    "cell as list": (answer("table", {"id": "a", "cells": {"name": []}}), "/answers/small.table/0/cells/name"),
    "toolbox": (answer("toolbox", {"id": "a", "text": "x"}), "/answers/small.toolbox/0"),
    "tools an object": (offered(tools={}), "/tools"),
    "tool id twice": (offered(tools=[{"id": "a"}, {"id": "a"}]), "/tools/1/id"),
    "tool and person of one id": (offered(tools=[{"id": "a"}], people=[{"id": "a"}]), "/people/0/id"),
    "kind of tool": (offered(tools=[{"id": "a", "kind": "x"}]), "/tools/0/kind"),
    "state of tool": (offered(tools=[{"id": "a", "state": "x"}]), "/tools/0/state"),
    "yes as number": (offered(tools=[{"id": "a", "favourite": 1}]), "/tools/0/favourite"),
    "phones as words": (offered(people=[{"id": "a", "phones": "1"}]), "/people/0/phones"),
    "phone as number": (offered(people=[{"id": "a", "phones": ["1", 2]}]), "/people/0/phones/1"),
    "many phones": (offered(people=[{"id": "a", "phones": ["1"] * 101}]), "/people/0/phones"),
    "agreement": (offered(people=[{"id": "a", "agreement": "x"}]), "/people/0/agreement"),
    "confirmed": (offered(people=[{"id": "a", "confirmed": "x"}]), "/people/0/confirmed"),
    "deep": (b"[" * 100_000, ""),
    "deep within": (offered(answers=0).replace(b"0", b'{"a":' * 50_000), ""),
    "large": (b" " * (MAX_BYTES + 1), ""),
    "many": (answer("list", *({"id": f"e{n}"} for n in range(100_001))), ""),
}


# A schema cannot say that ids are unique, that references lead somewhere, or that a day is on the calendar.
TOLD_BY_THE_READER_ALONE = {
    *("old and new", "id twice", "tool id twice", "tool and person of one id", "unknown tool", "unknown person"),
    *("many", "twice", "twice within", "version 1.0", "version true", "utf-16"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_a_plan_is_refused_with_its_place(name):
    data, place = REFUSED[name]
    with pytest.raises(ImportRefused) as refused:
        read_plan(data, SMALL)
    assert refused.value.place == place
    assert refused.value.sentence.isprintable()


def test_the_schema_refuses_what_the_reader_refuses():
    for name, (data, _) in REFUSED.items():
        if name in TOLD_BY_THE_READER_ALONE or len(data) > 10_000_000:
            continue
        try:
            value = json.loads(data)
        except (ValueError, RecursionError):
            continue
        assert not valid(value, SCHEMA), name


def test_the_schema_of_the_shipped_frameworks_takes_their_plans():
    frameworks = [load_framework(folder) for folder in framework_folders(resource_root() / "framework").values()]
    schema = json_schema(frameworks)
    for framework in frameworks:
        assert valid(json.loads(write_plan(Plan(framework.id))), schema)
        assert not valid(json.loads(write_plan(replace(Plan(framework.id), framework="none"))), schema)
    example = resource_root() / "examples" / "wrap-en.json"
    assert not example.exists() or valid(json.loads(example.read_bytes()), schema)


def test_broken_files_are_refused_and_nothing_else_happens():
    chance = random.Random(3)
    whole = write_plan(
        Plan(
            "small",
            {"small.list": tuple(Entry(f"e{n}", "word") for n in range(5))},
            tuple(Tool(f"t{n}", "x") for n in range(3)),
        )
    )
    for _ in range(1500):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 4)):
            place = chance.randrange(len(data))
            data[place : place + chance.randrange(3)] = chance.choice(
                (b"", b'"', b"{", b"]", b",", b"\\", b"\xff", b"\\ud800", b"1e999", b"null", bytes([chance.randrange(256)]))
            )
        try:
            plan = read_plan(bytes(data), SMALL)
        except ImportRefused:
            continue
        assert read_plan(write_plan(plan), SMALL) == plan


BOMBS = {
    "lists": "b'[' + b'[],' * 10_000_000 + b'0]'",
    "objects": "b'[' + b'{},' * 10_000_000 + b'0]'",
    "numbers": "b'[' + b'1,' * 15_000_000 + b'0]'",
    "words": "b'[' + b'\"ab\",' * 6_000_000 + b'0]'",
    "open words": "b'\"' + b'\\\\\"' * 15_000_000",
    "one word": "b'\"' + b'a' * 33_000_000 + b'\"'",
    "members": "b'{' + b','.join(b'\"%d\":\"%d\"' % (n, n) for n in range(1_400_000)) + b'}'",
}


@pytest.mark.parametrize("name", BOMBS)
@pytest.mark.skipif(sys.platform != "linux", reason="a limit on memory as Linux has it")
def test_a_bomb_is_refused_in_bounded_memory_and_time(name):
    script = f"""
import resource, time
from wrapplanner.errors import ImportRefused
from wrapplanner.storage.interchange import peek_framework
data = {BOMBS[name]}
before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
try:
    peek_framework(data)
except ImportRefused:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, time.perf_counter() - begun)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    kilobytes, seconds = map(float, done.stdout.split())
    assert kilobytes < 256 * 1024
    assert seconds < 30  # 2 on a quiet machine: a guard against hanging, not a figure
