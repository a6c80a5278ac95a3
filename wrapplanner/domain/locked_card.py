"""The card on the locked page: a few answers that a person chose to show to whoever finds the computer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.kinds import RULES
from wrapplanner.domain.plan import Entry, Plan
from wrapplanner.domain.progress import answered_by, is_written

ROLES = ("preferred-name", "supporters", "communication", "do", "do-not", "allergies")
"""What may be shown, in the order of the card: roles of questions."""

MOST_LINES, LONGEST = 8, 200
"""A card is read at a glance; both bound what lies in the open."""


@dataclass(frozen=True, slots=True)
class LockedCard:
    """Roles and what is shown of each, a line an entry, in the card's order."""

    lines: Mapping[str, tuple[str, ...]]

    def __bool__(self) -> bool:
        """Whether it shows anything at all."""
        return bool(self.lines)


def can_show(framework: Framework, plan: Plan) -> tuple[str, ...]:
    """Return the roles that have words."""
    return tuple(role for role in ROLES if _lines(framework, plan, role))


def card_of(framework: Framework, plan: Plan, roles: Iterable[str]) -> LockedCard:
    """Return a card of some roles; those without words are left out."""
    wanted = frozenset(roles)
    made = {role: _lines(framework, plan, role) for role in ROLES if role in wanted}
    return LockedCard(MappingProxyType({role: lines for role, lines in made.items() if lines}))


def _lines(framework: Framework, plan: Plan, role: str) -> tuple[str, ...]:
    asked = framework.role(role)
    if asked is None:
        return ()
    question = answered_by(framework, plan, asked)
    if not is_written(plan, question):
        return ()
    entries = (entry for entry in plan.entries(question.id) if not entry.is_blank)
    said = (_person(plan, entry) or RULES[question.kind].as_text(question, entry, plan) for entry in entries)
    lines = (" ".join(each.split())[:LONGEST] for each in said)
    return tuple(line for line in lines if line)[:MOST_LINES]


def _person(plan: Plan, entry: Entry) -> str:
    """Return a person's name, what they are and their numbers: not what the plan says about them."""
    person = plan.person(entry.person) if entry.person else None
    return " · ".join(filter(None, (person.name, person.relation, *person.phones))) if person else ""
