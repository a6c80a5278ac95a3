"""What somebody means to change after a hard time, offered to the part of the plan that it would change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from wrapplanner.domain.changes import Change, EntryAdded, ToolAdded
from wrapplanner.domain.framework import Framework, Question
from wrapplanner.domain.kinds import Kind
from wrapplanner.domain.plan import Entry, Plan, Tool, new_id
from wrapplanner.domain.text import folded

_TAKERS: Final = (Kind.ENTRIES, Kind.TOOLS, Kind.TOOLBOX)
_SOURCES: Final = ("change-plan", "change-life")
_WORD: Final = re.compile(r"\w{4,}")


def targets(framework: Framework) -> tuple[Question, ...]:
    """Return the questions that take such a line: all lists but those that it comes from."""
    sources = {question.id for role in _SOURCES if (question := framework.role(role))}
    return tuple(each for each in framework.questions() if each.kind in _TAKERS and each.id not in sources)


def likely(framework: Framework, words: str) -> Question:
    """Return the target whose name has most words with a line in common; early signs, or the first, if none has."""
    said = set(_roots(words))
    offered = targets(framework)
    fallback = framework.role("early-signs") or offered[0]
    best = max(offered, key=lambda each: len(said & set(_roots(f"{each.title} {framework.part_of(each.id).title}"))))
    named = f"{best.title} {framework.part_of(best.id).title}"
    return best if said & set(_roots(named)) else fallback


def put_into(plan: Plan, question: Question, words: str) -> Change:
    """Return the change that adds words to a target, at its end."""
    if question.kind is Kind.TOOLBOX:
        return ToolAdded(Tool(new_id(), words), len(plan.tools))
    return EntryAdded(question.id, Entry(new_id(), words), len(plan.entries(question.id)))


def found_in(framework: Framework, plan: Plan, words: str) -> Question | None:
    """Return the target that says these words already, None if there is none."""
    wanted = folded(words).strip()
    for question in targets(framework):
        if question.kind is Kind.TOOLBOX:
            said = [tool.name for tool in plan.tools]
        else:
            said = [plan.words(entry) for entry in plan.entries(question.id)]
        if any(folded(each).strip() == wanted for each in said):
            return question
    return None


def _roots(words: str) -> Iterator[str]:
    # "signs" and "sign", "please" and "Please" are one.
    yield from (each.removesuffix("s") for each in _WORD.findall(folded(words)))
