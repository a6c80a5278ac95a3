"""Finding words across the plan: accents and case ignored, in the order of the parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import is_
from typing import TypeVar

from wrapplanner.domain.framework import Framework, Part, Question
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


_Known = tuple[tuple[str, Hit], ...]
"""Folded words, and where they stand."""


class PlanWords:
    """The words of a plan, folded once: after a change only the answers that read differently are folded anew."""

    def __init__(self, framework: Framework) -> None:
        self._framework = framework
        self._titles = {part.id: _known([Hit(part.id, "", "", part.title)]) for part in framework.parts}
        self._answers: dict[str, tuple[tuple[object, ...], _Known]] = {}

    def prepared(self, plan: Plan) -> Iterator[None]:
        """Fold what is not folded yet, answer by answer, pausing after each: so that a first search need not wait."""
        for part in self._framework.parts:
            for question in part.questions:
                self._answer(part, question, plan)
                yield

    def find(self, plan: Plan, wanted: str, *, limit: int) -> tuple[Hit, ...]:
        """Return up to `limit` places that hold all of the wanted words, anywhere and in any order."""
        needles = folded(wanted).split()
        return tuple(islice(self._found(plan, needles), limit)) if needles else ()

    def _found(self, plan: Plan, needles: list[str]) -> Iterator[Hit]:
        for part in self._framework.parts:
            yield from found_in(self._titles[part.id], needles)
            for question in part.questions:
                yield from found_in(self._answer(part, question, plan), needles)

    def _answer(self, part: Part, question: Question, plan: Plan) -> _Known:
        entries = plan.entries(question.id)
        about = (plan.tools, plan.people) if question.kind in _REFERRING else ()
        old = self._answers.get(question.id)
        if old is not None and len(old[0]) == len(about) + 1 and all(map(is_, old[0], (entries, *about))):
            return old[1]
        known = _known(_hits(part, question, plan))
        self._answers[question.id] = (entries, *about), known
        return known


_REFERRING = frozenset({Kind.TOOLS, Kind.PEOPLE, Kind.RECORDS, Kind.SIGNATURES, Kind.TOOLBOX})
_Found = TypeVar("_Found")


def found_in(known: Iterable[tuple[str, _Found]], needles: Sequence[str]) -> Iterator[_Found]:
    """Yield what stands beside the folded words that hold all needles."""
    for haystack, found in known:
        if all(needle in haystack for needle in needles):
            yield found


def find(framework: Framework, plan: Plan, wanted: str, *, limit: int = 200) -> tuple[Hit, ...]:
    """Return up to `limit` places that hold all of the wanted words, for somebody who asks once (else: PlanWords)."""
    return PlanWords(framework).find(plan, wanted, limit=limit)


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


def _known(hits: Iterable[Hit]) -> _Known:
    return tuple((folded(hit.words), hit) for hit in hits)


def _hits(part: Part, question: Question, plan: Plan) -> Iterator[Hit]:
    yield Hit(part.id, question.id, "", question.title)
    if question.kind is Kind.TOOLBOX:
        for tool in plan.tools:
            yield Hit(part.id, question.id, tool.id, "\n".join(filter(None, (tool.name, tool.note))))
    rules = RULES[question.kind]
    for entry in plan.entries(question.id):
        yield Hit(part.id, question.id, entry.id, rules.as_text(question, entry, plan))
