"""Whether a plan's file is sound: pages, structure, references, history, and the answers against the framework."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.kinds import validate_answer
from wrapplanner.domain.plan import Plan
from wrapplanner.errors import AnswerRefused, PlanUnreadable
from wrapplanner.storage import tables
from wrapplanner.storage.codec import change_from_plain
from wrapplanner.storage.plans import PlanStore


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, and what was found; `fine` if nothing was wrong. Holds ids, never what a person wrote."""

    name: str
    found: str
    fine: bool


def check_store(store: PlanStore, framework: Framework) -> tuple[Check, ...]:
    """Look at everything in an open plan; nothing is changed."""
    try:
        with store.vault.transaction() as connection:
            checks = [
                _pragma(connection, "Pages", "cipher_integrity_check", fine=()),
                _pragma(connection, "Structure", "integrity_check", fine=("ok",)),
                _pragma(connection, "References", "foreign_key_check", fine=()),
                _history(connection),
            ]
        faults = tuple(plan_faults(store.load(), framework))
    except (PlanUnreadable, ValueError) as error:  # ValueError: a word in a column that is none of its words
        return (Check("Plan", str(error) if isinstance(error, PlanUnreadable) else "a row cannot be read", False),)
    return (*checks, Check("Answers", "; ".join(faults) or "fine", not faults))


def plan_faults(plan: Plan, framework: Framework) -> Iterator[str]:
    """Yield what in a plan does not fit its framework, by ids."""
    if plan.framework != framework.id:
        yield f"asked by {plan.framework}, not by {framework.id}"
    for question_id, entries in plan.answers.items():
        try:
            validate_answer(framework.question(question_id), entries)
        except KeyError:
            yield f"{question_id}: no such question"
        except AnswerRefused as error:
            yield f"{question_id}: {error.sentence}"
        for entry in entries:
            if (entry.tool and plan.tool(entry.tool) is None) or (entry.person and plan.person(entry.person) is None):
                yield f"{question_id}, {entry.id}: refers to nothing"


def _pragma(connection: Connection, name: str, pragma: str, *, fine: tuple[str, ...]) -> Check:
    found = tuple(str(row[0]) for row in connection.exec_driver_sql(f"PRAGMA {pragma}"))
    return Check(name, "fine" if found == fine else f"{len(found)} faults", found == fine)


def _history(connection: Connection) -> Check:
    wrong = 0
    for row in connection.execute(select(tables.history.c.change, tables.history.c.inverse)):
        try:
            for step in row:
                change_from_plain(json.loads(step))
        except (ValueError, KeyError, TypeError):
            wrong += 1
    return Check("History", f"{wrong} steps cannot be read" if wrong else "fine", not wrong)
