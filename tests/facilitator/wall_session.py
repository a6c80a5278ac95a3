"""A session with everything in it, to be held beside a plan of canaries."""

from __future__ import annotations

import json
from pathlib import Path

from journeys.driver import SMALL
from wall_nets import canaries

from wrapplanner.content.loader import load_framework
from wrapplanner.facilitator.model.keeping import After, Answer, Tally
from wrapplanner.facilitator.model.kinds import KINDS
from wrapplanner.facilitator.model.programme import Item, Programme, Session
from wrapplanner.facilitator.model.running import begin
from wrapplanner.paths import resource_root
from wrapplanner.storage.interchange import read_plan
from wrapplanner.storage.plans import PlanStore, plan_folder

GROUPS_OWN = "Togetherwords"
PRIVATE = "Betweenourselves"
"""What facilitators write for themselves: in their journal, in their notes."""


def every_kind() -> Programme:
    """Return a programme with one item of each kind."""
    items = tuple(
        Item(
            f"{word}-item", kind, f"{kind.title}", 5, ("Something to hear.",), ("What helps you?", "And then?"),
            ("A note for us.",), ("Body", "Home") if "groups" in kind.may_have else (), "early", "early.signs",
        )
        for word, kind in KINDS.items()
    )  # fmt: skip
    return Programme("all", "All kinds", ("Each once.",), "", "wrap", (Session("s", "Each kind", 5 * len(items), (), items),))


def make_plan_of_canaries(data: Path) -> None:
    framework = load_framework(resource_root() / "framework" / "wrap" / "en")
    content = read_plan(json.dumps(canaries(SMALL)).encode(), framework)
    PlanStore.create(plan_folder(data, "my-plan"), "wrap", content=content).close()


def hold_every_kind(group) -> None:
    """Begin a session with an item of each kind, something being written on each board and about the last time."""
    group.open()
    group.console.store.keep_programme(every_kind())
    group.console.hold(begin(every_kind(), 1, group.now))
    group.window.activateWindow()
    group.settle()
    for item in group.conductor.running.session.items:
        if item.kind.has_board:
            group.conductor.go_to(item.id)
            group.conductor.add_ideas(f"{GROUPS_OWN} {item.kind.word}", "")
    store = group.console.store
    store.keep_after(After("all", 1, f"{PRIVATE} notes", f"{PRIVATE} carried"))
    store.keep_tally("all", 1, Tally("What helps you?").with_one(Answer.YES))
