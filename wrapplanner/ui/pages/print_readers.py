"""Who reads a printed document, and what stands on their copy: told before anything is printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from wrapplanner.domain.framework import Audience, Framework, Question
from wrapplanner.domain.plan import Plan
from wrapplanner.domain.progress import answered_by, is_written

FOR_ME_ALONE = frozenset({"whole-plan", "daily-list", "signs-sheet", "worksheets"})
"""Documents that are the person's own: they hold everything, and there is no reader to choose."""

_BLANK = frozenset({"worksheets"})
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
        "post-crisis-timetable": ("at-once", "others-can", "can-wait", "timetable", "setback-signs", "setback-do"),
        "daily-list": ("every-day", "some-days"),
        "signs-sheet": ("early-signs", "early-must", "breaking-signs", "breaking-must"),
    }
)  # fmt: skip
"""Documents that tell some answers only: the roles of those."""

_NAMES_ONLY = "not-involved"
"""The role whose names stand on every copy, its reasons only on those for services and for oneself."""

_NAMES = ("preferred-name", "full-name")
"""Roles of which one at least says whose paper it is."""


@dataclass(frozen=True, slots=True)
class Readership:
    """Whether a document would have words, whether one chooses its reader, and what this reader's copy leaves out (titles)."""

    printed: bool
    can_choose: bool
    kept_back: tuple[str, ...]


def readership(framework: Framework, plan: Plan, document: str, audience: Audience) -> Readership:
    """Return what a document is with this plan for this reader."""
    written = [q for q in _asked_for(framework, document) if is_written(plan, answered_by(framework, plan, q))]
    if document in FOR_ME_ALONE or audience is Audience.ME:
        return Readership(bool(written) or document in _BLANK, document not in FOR_ME_ALONE, ())
    names_only = framework.role(_NAMES_ONLY)
    kept_back = [question.title for question in written if audience not in question.audience and question is not names_only]
    if names_only in written and audience is Audience.SUPPORTERS and document not in _ASKED:
        kept_back.append(QCoreApplication.translate("PrintChoices", "why somebody shall not be involved"))
    return Readership(bool(written), True, tuple(dict.fromkeys(kept_back)))


def first_question(framework: Framework, document: str) -> str:
    """Return the question, by id, that a document without words can begin with."""
    asked = {question.id for question in _asked_for(framework, document)}
    return next((question for question in framework.starter if question in asked), framework.starter[0])


def missing_name(framework: Framework, plan: Plan) -> str:
    """Return the question, by id, that would put a name on the paper; "" if there is one, or none is asked for."""
    asked = [question for role in _NAMES if (question := framework.role(role)) is not None]
    return asked[0].id if asked and not any(is_written(plan, question) for question in asked) else ""


def _asked_for(framework: Framework, document: str) -> tuple[Question, ...]:
    if document in _ASKED:
        return tuple(question for role in _ASKED[document] if (question := framework.role(role)) is not None)
    if document in FOR_ME_ALONE:
        return tuple(framework.questions())
    parts = {framework.part_of(framework.roles[role]).id for role in _HEART if role in framework.roles}
    own = [question for part in framework.parts if part.id in parts for question in part.questions]
    return (*own, *(question for role in _BEFORE if (question := framework.role(role)) is not None))
