"""Finding words across the plan: accents and case ignored, in the order of the parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.kinds import RULES, Kind
from wrapplanner.domain.plan import Plan
from wrapplanner.domain.text import folded


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words stand. `entry` is an entry's or a tool's id; empty when the question's title has them."""

    part: str
    question: str
    entry: str
    words: str


def find(framework: Framework, plan: Plan, wanted: str, *, limit: int = 200) -> tuple[Hit, ...]:
    """Return up to `limit` places that hold all of the wanted words, anywhere and in any order."""
    needles = folded(wanted).split()
    hits: list[Hit] = []
    if needles:
        for hit in _places(framework, plan):
            haystack = folded(hit.words)
            if all(needle in haystack for needle in needles):
                hits.append(hit)
                if len(hits) == limit:
                    break
    return tuple(hits)


def _places(framework: Framework, plan: Plan) -> Iterator[Hit]:
    for part in framework.parts:
        for question in part.questions:
            yield Hit(part.id, question.id, "", question.title)
            if question.kind is Kind.TOOLBOX:
                for tool in plan.tools:
                    yield Hit(part.id, question.id, tool.id, "\n".join(filter(None, (tool.name, tool.note))))
            for entry in plan.entries(question.id):
                yield Hit(part.id, question.id, entry.id, RULES[question.kind].as_text(question, entry, plan))
