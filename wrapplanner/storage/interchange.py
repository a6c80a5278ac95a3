"""The open JSON format: a plan in a file that can be read without this program.

What comes in is refused whole, with the place that is wrong, or taken whole. Its shape in full: `schema.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final

from wrapplanner.domain.days import Day
from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Plan
from wrapplanner.errors import ImportRefused
from wrapplanner.storage.codec import plan_to_plain
from wrapplanner.storage.openjson import as_object, check_keys, parse, quoted
from wrapplanner.storage.plain_days import day_to_plain, read_days
from wrapplanner.storage.reading import PlanReader
from wrapplanner.storage.schema import FORMAT, FORMAT_VERSION, json_schema

__all__ = ["FORMAT", "FORMAT_VERSION", "json_schema", "peek_framework", "read_plan", "read_whole", "write_plan"]

_MEMBERS: Final = frozenset({"format", "format_version", "framework", "tools", "people", "answers", "days"})


def write_plan(plan: Plan, days: Iterable[Day] = ()) -> bytes:
    """Return a plan, and days with it, in the open format: UTF-8, one member a line, questions by their ids.

    Blank entries and blank days are left out.
    """
    plain = plan_to_plain(plan)
    answers = {}
    for question in sorted(plan.answers):
        said = [
            told for entry, told in zip(plan.entries(question), plain["answers"][question], strict=True) if not entry.is_blank
        ]
        if said:
            answers[question] = said
    whole = {"format": FORMAT, "format_version": FORMAT_VERSION, **plain, "answers": answers}
    if marked := [day_to_plain(day) for day in days if not day.is_blank]:
        whole["days"] = marked
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def read_plan(data: bytes, framework: Framework) -> Plan:
    """Return the plan that a file in the open format holds, every word normalised, blank entries dropped.

    Ids that a question had formerly are taken for today's. Raises ImportRefused with the place, a JSON pointer.
    """
    return read_whole(data, framework)[0]


def read_whole(data: bytes, framework: Framework) -> tuple[Plan, tuple[Day, ...] | None]:
    """Return the plan that a file holds, as `read_plan`, and its days in order, None where it does not speak of days.

    Raises ImportRefused with the place.
    """
    members = _header(data)
    check_keys(members, _MEMBERS, "")
    if members["framework"] != framework.id:
        raise ImportRefused(f"it is a plan of another kind ({quoted(members['framework'])}).", "/framework")
    plan = PlanReader(framework).plan(members)
    return plan, read_days(members["days"]) if "days" in members else None


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
