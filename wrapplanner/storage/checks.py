"""Whether a plan is sound: its file, its answers against the framework, its keys and its backups."""

from __future__ import annotations

from collections.abc import Iterator

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.kinds import validate_answer
from wrapplanner.domain.plan import Plan
from wrapplanner.errors import AnswerRefused, PlanUnreadable, StorageError
from wrapplanner.storage import backups
from wrapplanner.storage.diagnosis import KEY_FILE
from wrapplanner.storage.keyfile import COMPUTER, format_key_file, read_key_file
from wrapplanner.storage.opening import note
from wrapplanner.storage.plans import PlanStore
from wrapplanner.storage.soundness import FINE, Check, days_check, file_checks, history_check, verify

__all__ = ["Check", "check_store", "plan_faults"]


def check_store(store: PlanStore, framework: Framework) -> tuple[Check, ...]:
    """Look at everything in an open plan and beside it; nothing is changed."""
    try:
        checks = [*file_checks(store.vault), history_check(store.vault), days_check(store.vault)]
        copied = note(store.vault, "keys") if store.vault.digest is not None else ""
        faults = tuple(plan_faults(store.load(), framework))
    except (PlanUnreadable, ValueError) as error:  # ValueError: a word in a column that is none of its words
        return (Check("Plan", str(error) if isinstance(error, PlanUnreadable) else "a row cannot be read", False),)
    answers = Check("Answers", "; ".join(faults) or FINE, not faults)
    return (*checks, answers, _keys(store, copied), _backups(store))


def _keys(store: PlanStore, copied: str) -> Check:
    try:
        key_file = read_key_file(store.folder / KEY_FILE).check()
        same = format_key_file(key_file).decode("ascii") == copied
    except StorageError as error:
        return Check("Keys", error.sentence, False)
    if key_file.damaged:
        return Check("Keys", f"{key_file.damaged} of {key_file.damaged + len(key_file.slots)} slots are damaged", False)
    if all(slot.kind == COMPUTER for slot in key_file.slots):
        return Check("Keys", "only this computer can open the plan", False)
    kinds = ", ".join(slot.kind for slot in key_file.slots)
    return Check("Keys", kinds if same else f"{kinds}; the copy in the plan is an older one", True)


def _backups(store: PlanStore) -> Check:
    made = [backup for backup in backups.listed(store.folder) if backup.why != backups.Why.SET_ASIDE]
    if not made:
        return Check("Backups", "none yet", True)
    bad = [backup.number for backup in made if not backups.is_intact(backup)]
    newest = made[0]
    if not bad and read_key_file(newest.folder / KEY_FILE).vault_id == store.vault.keys.vault_id:
        try:
            verify(newest.folder, store.vault.keys)
        except StorageError:
            bad.append(newest.number)
    found = f"damaged: {', '.join(map(str, bad))}" if bad else f"{len(made)}, the newest of {newest.day}"
    return Check("Backups", found, not bad)


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
