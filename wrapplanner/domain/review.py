"""Going over a plan from time to time: when, and which tools were used since. Nothing is counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wrapplanner.domain.days import Day
from wrapplanner.domain.framework import Framework
from wrapplanner.domain.kinds import Kind
from wrapplanner.domain.plan import Person, Plan, Tool, ToolState
from wrapplanner.domain.text import folded


@dataclass(frozen=True, slots=True)
class Review:
    """When the plan was last gone over (None: never) with the last step of history then, and when the person wants to again."""

    last: date | None = None
    step: int = 0
    next: date | None = None


def tools_used(plan: Plan, days: Iterable[Day]) -> tuple[tuple[Tool, ...], tuple[Tool, ...]]:
    """Return the tools in use that were ticked on some day, and those that were not, each in the order of the toolbox.

    A tick is a tool's if its line names it now, or if its words were the tool's name that day.
    """
    named = {(question, entry.id): entry.tool for question, entries in plan.answers.items() for entry in entries if entry.tool}
    by_name = {folded(tool.name): tool.id for tool in plan.tools}
    ticked = {named.get((tick.question, tick.entry)) or by_name.get(folded(tick.words)) for day in days for tick in day.ticks}
    usable = [tool for tool in plan.tools if tool.state is ToolState.USE]
    used = tuple(tool for tool in usable if tool.id in ticked)
    return used, tuple(tool for tool in usable if tool.id not in ticked)


def supporters_of(framework: Framework, plan: Plan) -> tuple[Person, ...]:
    """Return everybody whom a list of people asks for something, in the order of the plan.

    Whoever is not to be involved is asked for nothing.
    """
    left_out = framework.role("not-involved")
    asked = [q for q in framework.questions() if q.kind is Kind.PEOPLE and q is not left_out]
    ids = dict.fromkeys(entry.person for question in asked for entry in plan.entries(question.id) if entry.person)
    return tuple(person for each in ids if (person := plan.person(each)) is not None)
