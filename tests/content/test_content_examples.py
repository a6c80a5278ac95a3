"""The example plans: every question answered, as its kind allows, consistent with itself, and nobody's telephone."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from wrapplanner.content.loader import framework_folders, load_framework
from wrapplanner.domain.changes import replacement
from wrapplanner.domain.framework import Framework
from wrapplanner.domain.kinds import RULES, Kind, check_date, validate_answer
from wrapplanner.domain.plan import Agreement, Entry, Person, Plan, Tool, ToolState
from wrapplanner.domain.progress import is_written
from wrapplanner.domain.text import normalise
from wrapplanner.paths import resource_root

EXAMPLES = sorted((resource_root() / "examples").glob("*-en.json"))
DRAMA_NUMBERS = re.compile(r"07700 900\d{3}|01632 960\d{3}|0114 496 0\d{3}")
"""Ranges that the regulator keeps free for drama: they ring nowhere."""


def entry_of(values: Mapping[str, Any], order: tuple[str, ...]) -> Entry:
    cells = values.get("cells", {})
    assert set(cells) <= set(order), values["id"]
    return Entry(**{**values, "cells": tuple((name, cells[name]) for name in order if name in cells)})


def plan_of(document: Mapping[str, Any], framework: Framework) -> Plan:
    """Build the plan with the domain alone; the open format has its own reader and its own tests."""
    answers = {}
    for name, rows in document["answers"].items():
        order = tuple(column.id for column in framework.question(name).columns)
        answers[name] = tuple(entry_of(row, order) for row in rows)
    tools = tuple(Tool(**{**values, "state": ToolState(values.get("state", "use"))}) for values in document["tools"])
    people = tuple(
        Person(**{**each, "phones": tuple(each.get("phones", ())), "agreement": Agreement(each.get("agreement", ""))})
        for each in document["people"]
    )
    return Plan(document["framework"], answers, tools, people)


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.stem)
def text(request: pytest.FixtureRequest) -> str:
    path: Path = request.param
    return path.read_text("utf-8")


@pytest.fixture
def document(text: str) -> dict[str, Any]:
    return dict(json.loads(text))


@pytest.fixture
def asked(document: dict[str, Any]) -> Framework:
    return load_framework(framework_folders(resource_root() / "framework")[document["framework"]])


@pytest.fixture
def plan(document: dict[str, Any], asked: Framework) -> Plan:
    return plan_of(document, asked)


def test_there_is_one_for_each_framework_that_is_shown_to_groups():
    assert [path.stem for path in EXAMPLES] == ["recognition-action-maintenance-en", "wrap-en"]


def test_every_answer_fits_its_question(plan: Plan, asked: Framework):
    for name, entries in plan.answers.items():
        validate_answer(asked.question(name), entries)
    for person in plan.people:
        check_date(person.confirmed)
    for tool in plan.tools:
        assert asked.tool_kind(tool.kind) is not None, tool.id
        assert bool(tool.cost) is tool.costs_money, tool.id


def test_every_question_is_answered(plan: Plan, asked: Framework):
    assert [question.id for question in asked.questions() if not is_written(plan, question)] == []


def test_it_can_be_written_step_by_step(plan: Plan):
    made, inverse = Plan(plan.framework).apply(replacement(Plan(plan.framework), plan))
    assert made == plan
    assert made.apply(inverse)[0] == Plan(plan.framework)


def test_every_tool_and_person_is_one_that_the_plan_uses_or_explains(plan: Plan):
    for tool in plan.tools:
        assert next(plan.uses(tool.id), None) or tool.state is not ToolState.USE, tool.id
    for person in plan.people:
        assert next(plan.uses(person.id), None), person.id
    for entries in plan.answers.values():
        for entry in entries:
            assert not entry.tool or plan.tool(entry.tool)
            assert not entry.person or plan.person(entry.person)


def test_ids_are_unique_and_permitted(document: dict[str, Any]):
    ids = [each["id"] for rows in (document["tools"], document["people"], *document["answers"].values()) for each in rows]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z0-9._-]{1,64}", each) for each in ids)


def test_blank_members_are_left_out(document: dict[str, Any]):
    for rows in (document["tools"], document["people"], *document["answers"].values()):
        for row in rows:
            assert all(row.values()), row["id"]
            assert all(row.get("cells", {"": "x"}).values()), row["id"]


def test_words_are_kept_as_the_program_keeps_them(plan: Plan, asked: Framework):
    for name, entries in plan.answers.items():
        for entry in entries:
            said = RULES[asked.question(name).kind].as_text(asked.question(name), entry, plan)
            assert said == normalise(said), entry.id


def test_telephone_numbers_ring_nowhere(text: str):
    numbers = re.findall(r"\d[\d ]{8,}\d", text)
    assert len(numbers) > 5
    assert [number for number in numbers if not DRAMA_NUMBERS.fullmatch(number)] == []


def test_the_wrap_example_is_rich_enough_for_a_group(wrap: Framework):
    plan = plan_of(json.loads((resource_root() / "examples" / "wrap-en.json").read_text("utf-8")), wrap)
    assert 250 <= sum(len(entries) for entries in plan.answers.values()) <= 330
    assert len([tool for tool in plan.tools if tool.state is ToolState.USE]) >= 14
    assert len(plan.people) >= 8
    assert {tool.kind for tool in plan.tools} == {kind.id for kind in wrap.tool_kinds}
    assert {tool.state for tool in plan.tools} == set(ToolState)
    in_lists = [q.id for q in wrap.questions() if q.kind is Kind.TOOLS]
    assert all(any(entry.tool for entry in plan.entries(name)) for name in in_lists)
    choices = {choice.id for choice in wrap.question("crisis.places").column("choice").choices}
    assert {entry.cell("choice") for entry in plan.entries("crisis.places")} == choices
