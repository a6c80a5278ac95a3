"""The open format as JSON Schema 2020-12, made from the frameworks themselves, so that the two cannot differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from wrapplanner.domain.days import Place
from wrapplanner.domain.framework import Column, ColumnKind, Framework, Question
from wrapplanner.domain.kinds import MAX_LETTERS, RULES, Kind
from wrapplanner.domain.plan import Agreement, ToolState

FORMAT: Final = "wrap-planner/plan"
FORMAT_VERSION: Final = 1

Schema = dict[str, Any]

_DAY: Final[Schema] = {
    "type": "string",
    "pattern": r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$",
    "description": "A day, like 2026-11-03.",
}
_DEFS: Final[Schema] = {
    "id": {"type": "string", "pattern": "^[A-Za-z0-9._-]{1,64}$"},
    "line": {"type": "string", "maxLength": MAX_LETTERS, "description": "One line."},
    "text": {"type": "string", "maxLength": MAX_LETTERS, "description": "Words, over as many lines as wanted."},
    "day": _DAY,
    "marked": {
        "type": "object",
        "description": "A day as it was marked. It keeps the words that the lists had then.",
        "required": ["day"],
        "additionalProperties": False,
        "properties": {
            "day": {**_DAY, "pattern": _DAY["pattern"].replace(")?$", ")$")},
            "place": {"enum": ["", *(place.value for place in Place)]},
            "note": {"$ref": "#/$defs/text"},
            "ticks": {
                "type": "object",
                "description": "What was ticked: question id, then entry id, then its words on that day.",
                "additionalProperties": {"type": "object", "additionalProperties": {"$ref": "#/$defs/line"}},
            },
        },
    },
    "person": {
        "type": "object",
        "required": ["id"],
        "additionalProperties": False,
        "properties": {
            "id": {"$ref": "#/$defs/id"},
            "name": {"$ref": "#/$defs/line"},
            "relation": {"$ref": "#/$defs/line"},
            "phones": {"type": "array", "maxItems": 100, "items": {"$ref": "#/$defs/line"}},
            "note": {"$ref": "#/$defs/text"},
            "agreement": {"enum": [each.value for each in Agreement]},
            "confirmed": {"$ref": "#/$defs/day"},
        },
    },
}


def json_schema(frameworks: Sequence[Framework]) -> Schema:
    """Return the schema of a plan of any of the frameworks. Ids that a question had formerly are marked deprecated."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A plan of WRAP Planner",
        "description": "References (tool, person) are ids of the lists in the same file. Every id is used once in its list.",
        "oneOf": [{"$ref": f"#/$defs/plan-{framework.id}"} for framework in frameworks],
        "$defs": {
            **_DEFS,
            **{f"tool-{framework.id}": _tool(framework) for framework in frameworks},
            **{f"plan-{framework.id}": _plan(framework) for framework in frameworks},
        },
    }


def _plan(framework: Framework) -> Schema:
    answers: Schema = {}
    for question in framework.questions():
        if question.kind is not Kind.TOOLBOX:
            answers[question.id] = _answer(question)
            answers |= {former: {**answers[question.id], "deprecated": True} for former in question.formerly}
    return {
        "title": framework.title,
        "type": "object",
        "required": ["format", "format_version", "framework"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": FORMAT},
            "format_version": {"const": FORMAT_VERSION},
            "framework": {"const": framework.id},
            "tools": {"type": "array", "items": {"$ref": f"#/$defs/tool-{framework.id}"}},
            "people": {"type": "array", "items": {"$ref": "#/$defs/person"}},
            "answers": {"type": "object", "additionalProperties": False, "properties": answers},
            "days": {"type": "array", "items": {"$ref": "#/$defs/marked"}, "description": "Each day at most once."},
        },
    }


def _tool(framework: Framework) -> Schema:
    return {
        "type": "object",
        "required": ["id"],
        "additionalProperties": False,
        "properties": {
            "id": {"$ref": "#/$defs/id"},
            "name": {"$ref": "#/$defs/line"},
            "note": {"$ref": "#/$defs/text"},
            "kind": {"enum": ["", *(kind.id for kind in framework.tool_kinds)]},
            "takes": {"$ref": "#/$defs/line"},
            "costs_money": {"type": "boolean"},
            "cost": {"$ref": "#/$defs/line"},
            "low_energy": {"type": "boolean"},
            "favourite": {"type": "boolean"},
            "state": {"enum": ["", *(each.value for each in ToolState)]},
        },
    }


def _answer(question: Question) -> Schema:
    rules = RULES[question.kind]
    slots = rules.slots_of(question)
    shapes: Schema = {
        "text": {"$ref": "#/$defs/day" if question.kind is Kind.DATE else _words(single_line=rules.single_line)},
        "note": {"$ref": "#/$defs/text"},
        "tool": {"$ref": "#/$defs/id"},
        "person": {"$ref": "#/$defs/id"},
        "cells": _cells(question),
    }
    entry: Schema = {
        "type": "object",
        "required": ["id"],
        "additionalProperties": False,
        "properties": {"id": {"$ref": "#/$defs/id"}, **{slot: shape for slot, shape in shapes.items() if slot in slots}},
    }
    references = sorted(slots & {"tool", "person"})
    if references:
        # A reference, or words of its own, not both.
        entry["not"] = {"required": [references[0], "text"]}
    answer: Schema = {"title": question.title, "description": question.prompt, "type": "array", "items": entry}
    return answer if rules.many else {**answer, "maxItems": 1}


def _cells(question: Question) -> Schema:
    columns = [column for column in question.columns if column is not question.person_column]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {column.id: {"title": column.title, **_cell(column)} for column in columns},
    }


def _cell(column: Column) -> Schema:
    if column.choices:
        return {"enum": ["", *(choice.id for choice in column.choices)]}
    if column.kind is ColumnKind.DATE:
        return {"$ref": "#/$defs/day"}
    return {"$ref": _words(single_line=column.kind is not ColumnKind.TEXT)}


def _words(*, single_line: bool) -> str:
    return "#/$defs/line" if single_line else "#/$defs/text"
