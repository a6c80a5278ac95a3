"""Who reads a printed document, and what stands on their copy: what is told before anything is printed.

A copy is described by what is not on it: the ids of questions, and two finer things, an id with an ending. REASONS is why
somebody shall not be involved, OTHERS is what is asked of supporters other than the reader.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from wrapplanner.domain.framework import Audience, Framework, Question
from wrapplanner.domain.kinds import Kind
from wrapplanner.domain.plan import Plan
from wrapplanner.domain.progress import answered_by, is_written

REASONS: Final = ":reasons"
OTHERS: Final = ":others"

FOR_ME_ALONE = frozenset({"whole-plan", "daily-list", "signs-sheet", "worksheets"})
"""Documents that are the person's own: they hold everything, and there is no reader to choose."""

FOR_ONE = frozenset({"supporter-copy", "supporter-brief"})
"""Documents that are made for one person of the address list, and say their name."""

WITH_A_COPY = frozenset({"replacement-notice"})
"""Documents that only go with another one: they are made where an older copy is replaced."""

BLANK = frozenset({"worksheets"})
"""Documents that hold none of the person's words: they can be printed before anything is written."""

_HEART = ("supporters", "do", "do-not", "take-over-signs", "medicines-now")
"""Roles whose part is the crisis plan's own."""

_BEFORE = ("breaking-signs", "breaking-must", "early-signs", "early-must")
"""Roles of other parts that a crisis paper tells in short."""

_ASKED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "crisis-summary": (
            "preferred-name", "pronouns", "full-name", "birth-date", "communication", "allergies", "medicines-avoid", "do",
            "do-not", "supporters", "professionals", "not-involved", "well", "take-over-signs", "medicines-now", "tasks",
            "places", "early-signs", "early-must", "toolbox",
        ),
        "wallet-card": (
            "preferred-name", "full-name", "supporters", "professionals", "do", "communication", "allergies", "medicines-avoid",
        ),
        "supporter-copy": (
            "supporters", "tasks", "communication", "well", "take-over-signs", "do", "do-not", "allergies", "medicines-avoid",
            "medicines-now", "not-involved", "places", "stop-signs", "disagreement", "confidentiality",
        ),
        "supporter-brief": ("supporters", "tasks"),
        "post-crisis-timetable": ("at-once", "others-can", "can-wait", "timetable", "setback-signs", "setback-do"),
        "daily-list": ("every-day", "some-days"),
        "signs-sheet": ("early-signs", "early-must", "breaking-signs", "breaking-must"),
    }
)  # fmt: skip
"""Documents that tell some answers only: the roles of those."""

_NAMES: Final = ("preferred-name", "full-name")
"""Roles of which one at least says whose paper it is."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that is on a copy or not, with one tick. `hides` is what a copy without it leaves out."""

    id: str
    title: str
    hides: frozenset[str]


def asked_for(framework: Framework, document: str) -> tuple[Question, ...]:
    """Return the questions whose answers a document tells, in the framework's order."""
    if document in FOR_ME_ALONE and document not in _ASKED:
        return tuple(framework.questions())
    if document in _ASKED:
        wanted = {question.id for role in _ASKED[document] if (question := framework.role(role)) is not None}
    else:
        parts = {framework.part_of(framework.roles[role]).id for role in _HEART if role in framework.roles}
        wanted = {question.id for part in framework.parts if part.id in parts for question in part.questions}
        wanted |= {question.id for role in _BEFORE if (question := framework.role(role)) is not None}
    return tuple(question for question in framework.questions() if question.id in wanted)


def has_words(framework: Framework, plan: Plan, document: str) -> bool:
    """Whether a document would have any words."""
    return document in BLANK or any(_is_told(framework, plan, question) for question in asked_for(framework, document))


def default_hidden(framework: Framework, document: str, audience: Audience) -> frozenset[str]:
    """Return what a reader of some kind does not see until it is ticked; the person themselves sees everything."""
    if audience is Audience.ME or document in FOR_ME_ALONE:
        return frozenset()
    asked = asked_for(framework, document)
    hidden = {question.id for question in asked if audience not in question.audience}
    if audience is Audience.SUPPORTERS:
        uninvolved = framework.role("not-involved")
        if uninvolved in asked and uninvolved is not None:
            hidden.add(uninvolved.id + REASONS)
    return frozenset(hidden)


def topics(framework: Framework, plan: Plan, document: str) -> tuple[Topic, ...]:
    """Return what may be ticked on a document: what has words, in groups that are shown to the same people by default."""
    if document in FOR_ME_ALONE:
        return ()
    named = {question.id for role in _NAMES if (question := framework.role(role)) is not None}
    groups: dict[tuple[str, str, bool], list[Question]] = {}
    for question in asked_for(framework, document):
        if question.id not in named and _is_told(framework, plan, question):
            part = framework.part_of(question.id)
            usual = question.id not in default_hidden(framework, document, Audience.SUPPORTERS)
            groups.setdefault((part.id, question.section, usual), []).append(question)
    made: list[Topic] = []
    for (part_id, section, usual), questions in groups.items():
        alone = (part_id, section, not usual) not in groups
        made += _topics_of(framework, document, part_id, section, questions, alone=alone)
    return tuple(made)


def first_question(framework: Framework, document: str) -> str:
    """Return the question, by id, that a document without words can begin with."""
    asked = {question.id for question in asked_for(framework, document)}
    return next((question for question in framework.starter if question in asked), framework.starter[0])


def missing_name(framework: Framework, plan: Plan) -> str:
    """Return the question, by id, that would put a name on the paper; "" if there is one, or none is asked for."""
    asked = [question for role in _NAMES if (question := framework.role(role)) is not None]
    return asked[0].id if asked and not any(is_written(plan, question) for question in asked) else ""


def shown_questions(framework: Framework, document: str, hidden: frozenset[str]) -> tuple[str, ...]:
    """Return the ids of the questions whose answers a copy tells."""
    return tuple(question.id for question in asked_for(framework, document) if question.id not in hidden)


def _topics_of(
    framework: Framework, document: str, part_id: str, section: str, questions: list[Question], *, alone: bool
) -> tuple[Topic, ...]:
    uninvolved, supporters = framework.role("not-involved"), framework.role("supporters")
    own = [question for question in questions if question is not uninvolved]
    if document in FOR_ONE:
        own = [question for question in own if question is not supporters]
    made = []
    if own:
        part = framework.part(part_id)
        whole = next((each.title for each in part.sections if each.id == section), part.title)
        named = len(own) > 2 or (len(own) > 1 and (alone or not section))
        title = whole if named else " · ".join(question.title for question in own)
        made.append(Topic(own[0].id, title, frozenset(question.id for question in own)))
    if supporters in questions and supporters is not None and document == "supporter-copy":
        made.append(Topic(supporters.id + OTHERS, "Who else helps", frozenset({supporters.id + OTHERS})))
    if uninvolved in questions and uninvolved is not None:
        made.append(Topic(uninvolved.id, uninvolved.title, frozenset({uninvolved.id, uninvolved.id + REASONS})))
        reasons = frozenset({uninvolved.id + REASONS})
        made.append(Topic(uninvolved.id + REASONS, "Why I do not want them", reasons))
    return tuple(made)


def _is_told(framework: Framework, plan: Plan, question: Question) -> bool:
    answering = answered_by(framework, plan, question)
    return is_written(plan, answering) and answering.kind is not Kind.SIGNATURES
