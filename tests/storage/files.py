"""A plan's files as bytes, to see that nobody touched them; and a plan with words in it."""

from __future__ import annotations

from pathlib import Path

from wrapplanner.domain.changes import Change
from wrapplanner.domain.plan import Entry, Person, Plan, Tool
from wrapplanner.storage.diagnosis import examine
from wrapplanner.storage.keychain import Keychain
from wrapplanner.storage.keyfile import Keys
from wrapplanner.storage.keyslots import unlock_unasked
from wrapplanner.storage.plans import PlanStore

CANARY = "canary-Zwitscher-7f3a"

PLAN = Plan(
    "small",
    {
        "small.line": (Entry("e1", CANARY),),
        "small.list": tuple(Entry(f"l{n}", f"{CANARY} {n}") for n in range(40)),
        "small.tools": (Entry("e2", tool="t1", note=CANARY),),
        "small.table": (Entry("e3", person="p1", cells=(("name", CANARY), ("wish", "no"))),),
    },
    (Tool("t1", CANARY, CANARY),),
    (Person("p1", CANARY, phones=("0101", CANARY)),),
)


def made(folder: Path, plan: Plan = PLAN) -> Path:
    """Make a plan's files and close them."""
    PlanStore.create(folder, plan.framework, content=plan).close()
    return folder


def do(store: PlanStore, plan: Plan, change: Change) -> Plan:
    """Apply a change to a plan and keep it."""
    after, inverse = plan.apply(change)
    store.apply(change, inverse)
    return after


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def keys_of(folder: Path) -> Keys:
    """The keys of a plan that asks nobody."""
    return unlock_unasked(examine(folder), Keychain())
