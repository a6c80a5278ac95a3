"""Who a paper can be for: oneself, people of the plan, a service, somebody who is not in the plan."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from wrapplanner.domain.copies import Copy
from wrapplanner.domain.framework import Audience, Framework
from wrapplanner.domain.plan import Person, Plan
from wrapplanner.domain.readership import FOR_ME_ALONE, FOR_ONE

_ME = QT_TRANSLATE_NOOP("PrintChoices", "Me")
_SERVICE = QT_TRANSLATE_NOOP("PrintChoices", "A hospital or a care team")
_SOMEBODY = QT_TRANSLATE_NOOP("PrintChoices", "Someone who supports me")


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody for whom a paper can be. `person` is an id of the address list or ''; `holder` is what they are called."""

    audience: Audience
    person: str
    holder: str
    label: str

    @property
    def key(self) -> str:
        """What tells readers apart."""
        return self.person or self.audience.value

    @property
    def is_named(self) -> bool:
        """Whether it is somebody of the address list."""
        return bool(self.person)


def readers(framework: Framework, plan: Plan, document: str) -> tuple[Reader, ...]:
    """Return who a document can be for, in the order in which they are offered."""
    me = Reader(Audience.ME, "", _said(_ME), _said(_ME))
    if document in FOR_ME_ALONE:
        return (me,)
    named = (*_people(framework, plan, "supporters", Audience.SUPPORTERS),)
    if document in FOR_ONE:
        return named
    known = {reader.person for reader in named}
    services = (each for each in _people(framework, plan, "professionals", Audience.CLINICIANS) if each.person not in known)
    service = Reader(Audience.CLINICIANS, "", _said(_SERVICE), _said(_SERVICE))
    somebody = Reader(Audience.SUPPORTERS, "", _said(_SOMEBODY), _said(_SOMEBODY))
    return (me, *named, *services, service, somebody)


def reader_of(framework: Framework, plan: Plan, copy: Copy) -> Reader:
    """Return who holds a copy; somebody who is not in the plan any more is called as they were on the day."""
    known = (each for each in readers(framework, plan, copy.document) if each.person == copy.person and copy.person)
    return next(known, Reader(Audience(copy.audience), copy.person, copy.holder, copy.holder))


def _people(framework: Framework, plan: Plan, role: str, audience: Audience) -> list[Reader]:
    question = framework.role(role)
    people = [plan.person(entry.person) for entry in plan.entries(question.id)] if question else []
    return [_reader(person, audience) for person in dict.fromkeys(people) if person is not None and person.name.strip()]


def _reader(person: Person, audience: Audience) -> Reader:
    relation = person.relation.strip()
    label = f"{person.name}, {relation[0].lower() + relation[1:]}" if relation else person.name
    return Reader(audience, person.id, person.name, label)


def _said(text: object) -> str:
    return QCoreApplication.translate("PrintChoices", str(text))
