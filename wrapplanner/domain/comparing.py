"""What reads differently between two states of a plan, question by question: for somebody who holds the older one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wrapplanner.domain.framework import Framework, Question
from wrapplanner.domain.kinds import RULES, Kind
from wrapplanner.domain.plan import Entry, Person, Plan, Tool


@dataclass(frozen=True, slots=True)
class Difference:
    """How one answer differs: what it says now that it did not, the other way round, (before, after), and the order."""

    question: Question
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    moved: bool = False


def differences(framework: Framework, old: Plan, new: Plan, questions: Iterable[str]) -> tuple[Difference, ...]:
    """Return what differs in the answers to some questions (ids), in the framework's order."""
    wanted = set(questions)
    found = (_difference(question, old, new) for question in framework.questions() if question.id in wanted)
    return tuple(each for each in found if each is not None)


def _difference(question: Question, old: Plan, new: Plan) -> Difference | None:
    before, after = _said(question, old), _said(question, new)
    if list(before.items()) == list(after.items()):
        return None
    stayed = [each for each in before if each in after]
    moved = stayed != [each for each in after if each in before]
    return Difference(
        question,
        tuple(words for each, words in after.items() if each not in before),
        tuple(words for each, words in before.items() if each not in after),
        tuple((before[each], after[each]) for each in stayed if before[each] != after[each]),
        moved,
    )


def _said(question: Question, plan: Plan) -> dict[str, str]:
    """Return what each item of an answer says, numbers of people included: a mended number is a change for its reader."""
    if question.kind is Kind.TOOLBOX:
        return {tool.id: _tool(tool) for tool in plan.tools}
    said = {entry.id: _entry(question, entry, plan) for entry in plan.entries(question.id)}
    return {each: words for each, words in said.items() if words}


def _entry(question: Question, entry: Entry, plan: Plan) -> str:
    words = RULES[question.kind].as_text(question, entry, plan).strip()
    person = plan.person(entry.person) if entry.person else None
    return " · ".join(filter(None, (words, *_person(person)))) if person else words


def _person(person: Person) -> tuple[str, ...]:
    return (person.relation, *person.phones)


def _tool(tool: Tool) -> str:
    return ": ".join(filter(None, (tool.name, tool.note)))
