"""The open JSON format: a plan in a file that can be read without this program.

What comes in is refused whole, with the place that is wrong, or taken whole. Its shape in full: `schema.py`.
"""

from __future__ import annotations

import json
from typing import Final

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Plan
from wrapplanner.errors import ImportRefused
from wrapplanner.storage.codec import plan_to_plain
from wrapplanner.storage.openjson import as_object, check_keys, parse, quoted
from wrapplanner.storage.reading import PlanReader
from wrapplanner.storage.schema import FORMAT, FORMAT_VERSION, json_schema

__all__ = ["FORMAT", "FORMAT_VERSION", "json_schema", "peek_framework", "read_plan", "write_plan"]

_MEMBERS: Final = frozenset({"format", "format_version", "framework", "tools", "people", "answers"})


def write_plan(plan: Plan) -> bytes:
    """Return a plan in the open format: UTF-8, one member a line, questions by their ids. Blank entries are left out."""
    plain = plan_to_plain(plan)
    answers = {}
    for question in sorted(plan.answers):
        said = [
            told for entry, told in zip(plan.entries(question), plain["answers"][question], strict=True) if not entry.is_blank
        ]
        if said:
            answers[question] = said
    whole = {"format": FORMAT, "format_version": FORMAT_VERSION, **plain, "answers": answers}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def read_plan(data: bytes, framework: Framework) -> Plan:
    """Return the plan that a file in the open format holds, every word normalised, blank entries dropped.

    Ids that a question had formerly are taken for today's. Raises ImportRefused with the place, a JSON pointer.
    """
    members = _header(data)
    check_keys(members, _MEMBERS, "")
    if members["framework"] != framework.id:
        raise ImportRefused(f"it is a plan of another kind ({quoted(members['framework'])}).", "/framework")
    return PlanReader(framework).plan(members)


def peek_framework(data: bytes) -> str:
    """Return the id of the framework that a file in the open format names. Raises ImportRefused."""
    return str(_header(data)["framework"])


def _header(data: bytes) -> dict[str, object]:
    members = as_object(parse(data), "")
    if members.get("format") != FORMAT:
        raise ImportRefused(f"it is not a plan of WRAP Planner (it does not say “{FORMAT}”).", "/format")
    version = members.get("format_version")
    if type(version) is not int or version < 1:
        raise ImportRefused("the version of the format is a whole number from 1.", "/format_version")
    if version > FORMAT_VERSION:
        raise ImportRefused("it was written by a newer version of WRAP Planner.", "/format_version")
    if not isinstance(members.get("framework"), str):
        raise ImportRefused("it does not say which kind of plan it is.", "/framework")
    return members
