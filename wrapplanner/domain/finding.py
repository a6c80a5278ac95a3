"""Finding words across the plan: accents and case ignored, in the order of the parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.kinds import RULES, Kind
from wrapplanner.domain.plan import Plan
from wrapplanner.domain.text import folded


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words stand. `entry` is an entry's or a tool's id; empty when the question's title has them.

    `question` is empty as well when it is the part's title that has them.
    """

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


def telling_lines(words: str, wanted: str) -> tuple[str, ...]:
    """Return the first line of a hit, which says what it is, and the later ones that are needed to show each wanted word."""
    lines = [line for line in words.split("\n") if line.strip()]
    told = lines[:1]
    for needle in folded(wanted).split():
        if not any(needle in folded(line) for line in told):
            told.extend([line for line in lines if needle in folded(line)][:1])
    return tuple(told)


def excerpt(line: str, wanted: str, *, longest: int = 150) -> str:
    """Return a line as it is, or of a long one about `longest` letters round the first wanted word, with … where it is cut."""
    if len(line) <= longest:
        return line
    first = min((start for start, _ in marked(line, wanted)), default=0)
    start = 0 if first < longest // 2 else line.rfind(" ", 0, first - longest // 3) + 1
    end = len(line) if start + longest >= len(line) else max(line.rfind(" ", 0, start + longest), start + longest // 2)
    return ("… " if start else "") + line[start:end] + (" …" if end < len(line) else "")


def marked(line: str, wanted: str) -> tuple[tuple[int, int], ...]:
    """Return (start, length) of every word of a line that holds a wanted one."""
    needles = folded(wanted).split()
    return tuple(
        (word.start(), len(word.group()))
        for word in re.finditer(r"\S+", line)
        if any(needle in folded(word.group()) for needle in needles)
    )


def _places(framework: Framework, plan: Plan) -> Iterator[Hit]:
    for part in framework.parts:
        yield Hit(part.id, "", "", part.title)
        for question in part.questions:
            yield Hit(part.id, question.id, "", question.title)
            if question.kind is Kind.TOOLBOX:
                for tool in plan.tools:
                    yield Hit(part.id, question.id, tool.id, "\n".join(filter(None, (tool.name, tool.note))))
            for entry in plan.entries(question.id):
                yield Hit(part.id, question.id, entry.id, RULES[question.kind].as_text(question, entry, plan))
