"""Bringing back what was taken out: the change that puts a line, a tool, a person or a whole part where it stood.

A line that named a tool or a person who is no longer there comes back with the name as plain words, as `taken_out` with
`keep_words` leaves it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wrapplanner.domain.changes import Change, EntryAdded, EntryRemoved, PersonAdded, Several, ToolAdded, cleared
from wrapplanner.domain.framework import Framework, Part
from wrapplanner.domain.kinds import RULES, Kind
from wrapplanner.domain.plan import Entry, Person, Plan, Tool

_Things = Sequence[Entry | Tool | Person]


def is_there(plan: Plan, question: str, thing: Entry | Tool | Person) -> bool:
    """Whether a thing stands in the plan, however it reads by now."""
    if isinstance(thing, Tool):
        return plan.tool(thing.id) is not None
    if isinstance(thing, Person):
        return plan.person(thing.id) is not None
    return any(entry.id == thing.id for entry in plan.entries(question))


def brought_back(framework: Framework, now: Plan, question: str, thing: Entry | Tool | Person, then: Plan) -> Change:
    """Return the change that brings back a thing of a plan `then`, after what it stood after.

    `thing` is not there now (`is_there`). An answer that has room for one takes the place of what is there.
    """
    if isinstance(thing, Tool):
        return ToolAdded(thing, _place(thing.id, then.tools, now.tools))
    if isinstance(thing, Person):
        return PersonAdded(thing, _place(thing.id, then.people, now.people))
    entry = _named(thing, now, then)
    there = now.entries(question)
    if there and not RULES[framework.question(question).kind].many:
        return Several((*(EntryRemoved(question, each.id) for each in there), EntryAdded(question, entry, 0)))
    return EntryAdded(question, entry, _place(thing.id, then.entries(question), there))


def part_brought_back(part: Part, now: Plan, then: Plan) -> Several | None:
    """Return the change that gives a part the answers that it had `then`; None if they are the same.

    Of the toolbox, tools that have gone come back; those that came later stay, since lists may refer to them.
    """
    steps: list[Change] = []
    plan = now
    if any(question.kind is Kind.TOOLBOX for question in part.questions):
        for tool in then.tools:
            if plan.tool(tool.id) is None:
                steps.append(ToolAdded(tool, _place(tool.id, then.tools, plan.tools)))
                plan = plan.apply(steps[-1])[0]
    for question in part.questions:
        entries = tuple(_named(entry, plan, then) for entry in then.entries(question.id))
        if entries != plan.entries(question.id):
            steps.extend(cleared(plan, (question.id,)).changes)
            steps.extend(EntryAdded(question.id, entry, place) for place, entry in enumerate(entries))
    return Several(tuple(steps)) if steps else None


def _named(entry: Entry, now: Plan, then: Plan) -> Entry:
    gone = (entry.tool and now.tool(entry.tool) is None) or (entry.person and now.person(entry.person) is None)
    return replace(entry, tool="", person="", text=then.words(entry)) if gone else entry


def _place(wanted: str, then: _Things, now: _Things) -> int:
    """Return where a thing belongs now: after the nearest of those that stood before it."""
    stands = {each.id: place for place, each in enumerate(now)}
    ids = [each.id for each in then]
    for before in reversed(ids[: ids.index(wanted)] if wanted in ids else ids):
        if before in stands:
            return stands[before] + 1
    return 0
