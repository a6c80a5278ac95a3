"""What a day's lists hold, and where each place of the weather leads: pure looking, nothing is kept here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from wrapplanner.domain.days import Day, Place
from wrapplanner.domain.framework import Framework, Part, Question
from wrapplanner.domain.plan import Plan
from wrapplanner.domain.weekdays import weekdays_in

_LISTS: Final = ("after-every-day", "every-day", "some-days")
_LEADS: Final = MappingProxyType(
    {
        Place.STEADY: "every-day",
        Place.UPSET: "upset-do",
        Place.EARLY: "early-must",
        Place.BREAKING: "breaking-must",
        Place.CRISIS: "do",
        Place.AFTER: "after-ready",
    }
)


@dataclass(frozen=True, slots=True)
class Thing:
    """Something in a day's list: its entry, its words (those of the day, once it is ticked), when, whether it is ticked."""

    entry: str
    words: str
    when: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class DayList:
    """One list of a day, by the role of its question."""

    role: str
    question: Question
    things: tuple[Thing, ...]


def lists_of(framework: Framework, plan: Plan, day: Day) -> tuple[DayList, ...]:
    """Return the lists of a day that hold anything: what the plan says now, and what was ticked and has gone from it since.

    The list for coming back is there on days that say so, or that have ticks in it. In the list of some days those that name
    this day of the week come first and those that name others last; none is left out.
    """
    return tuple(each for each in _lists(framework, plan, day) if each.things)


def _lists(framework: Framework, plan: Plan, day: Day) -> Iterator[DayList]:
    for role in _LISTS:
        question = framework.role(role)
        if question is None:
            continue
        ticks = {tick.entry: tick.words for tick in day.ticks if tick.question == question.id}
        if role == "after-every-day" and day.place is not Place.AFTER and not ticks:
            continue
        entries = [entry for entry in plan.entries(question.id) if plan.words(entry).strip()]
        things = [Thing(each.id, ticks.get(each.id, plan.words(each)), each.note, each.id in ticks) for each in entries]
        if role == "some-days":
            things.sort(key=lambda thing: _turn(thing, day))
        known = {each.id for each in entries}
        gone = [Thing(entry, words, "", True) for entry, words in ticks.items() if entry not in known]
        yield DayList(role, question, (*things, *gone))


def _turn(thing: Thing, day: Day) -> int:
    named = weekdays_in(thing.when)
    return (0 if day.day.weekday() in named else 2) if named else 1


def places_of(framework: Framework) -> tuple[Place, ...]:
    """Return the places that a framework has a part for; none if it asks about one alone."""
    found = tuple(place for place in Place if framework.role(_LEADS[place]) is not None)
    return found if len(found) > 1 else ()


def lead_of(framework: Framework, place: Place) -> tuple[Part, Question]:
    """Return the part of the plan that a place leads to, and the question in it that one would answer first."""
    question = framework.role(_LEADS[place])
    assert question is not None, f"{framework.id} has no part for {place}"
    return framework.part_of(question.id), question
