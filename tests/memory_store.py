"""A plan's store in memory, for tests of what stands above storage: it keeps nothing, and counts what was handed out."""

from __future__ import annotations

from datetime import date

from memory_days import MemoryDays

from wrapplanner.domain.changes import Change
from wrapplanner.domain.copies import Copy, Edition
from wrapplanner.domain.plan import Plan


class MemoryStore:
    """Answers as `storage.plans.PlanStore` does."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.days = MemoryDays()
        self.handed_out = 0
        self.held: list[Copy] = []
        self.day = date(2026, 6, 8)

    def load(self) -> Plan:
        return self.plan

    def apply(self, change: Change, inverse: Change) -> None:
        self.plan = change.applied_to(self.plan)[0]

    def edition(self) -> Edition:
        return Edition(3, self.day)

    def hand_out(self, *handed: Copy) -> Edition:
        self.handed_out += 1
        self.held += handed
        return self.edition()

    def copies(self) -> tuple[Copy, ...]:
        return tuple(self.held)

    def keep_copy(self, copy: Copy) -> None:
        self.held = [copy if each.id == copy.id else each for each in self.held]

    def handed_version(self, version: int) -> None:
        return None

    def close(self) -> None:
        pass
