"""What Find looks through beside the plan's answers: something that can be gone to, and the words it is found by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QCoreApplication

from wrapplanner.domain.finding import found_in
from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Person, Plan
from wrapplanner.domain.text import folded
from wrapplanner.ui.translation import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that can be gone to. The first line of `words` says what it is; `where` tells more, or is empty."""

    place: str
    words: str
    icon: str
    where: str = ""


Known = tuple[tuple[str, Thing], ...]


def found(known: Sequence[tuple[str, Thing]], wanted: str, most: int) -> tuple[Thing, ...]:
    """Return up to `most` things that hold all of the wanted words."""
    needles = folded(wanted).split()
    return tuple(islice(found_in(known, needles), most)) if needles else ()


def people_of(framework: Framework, plan: Plan) -> Known:
    """Return the people of the address list; each leads to where they first stand in the plan, else to Settings."""
    return known(_person(framework, plan, person) for person in plan.people)


def _person(framework: Framework, plan: Plan, person: Person) -> Thing:
    stands = next(plan.uses(person.id), None)
    words = "\n".join(filter(None, (person.name, person.relation, *person.phones, person.note)))
    if stands is None:
        return Thing("settings/people/people", words, "user", _said("Find", QT_TRANSLATE_NOOP("Find", "In my address list")))
    part, question = framework.part_of(stands[0]), framework.question(stands[0])
    return Thing(f"write/{stands[0]}/{stands[1].id}", words, "user", f"{part.title} · {question.title}")


def known(things: Iterable[Thing]) -> Known:
    """Return things with their words folded, once."""
    return tuple((folded(thing.words), thing) for thing in things)


def _said(context: str, text: str) -> str:
    return QCoreApplication.translate(context, text)
