"""A memory stick that is pulled out while words are kept, and put in again: they wait, and are kept then."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import closing
from pathlib import Path

import pytest
from files import PLAN, made

from wrapplanner.domain.changes import EntryEdited
from wrapplanner.domain.plan import Entry
from wrapplanner.errors import NotSaved
from wrapplanner.storage.backups import Why
from wrapplanner.storage.plans import PlanStore

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="handles as Linux lists them")


def pull(folder: Path) -> None:
    """Make every handle on a plan's files one that can neither be read nor written, as a pulled stick does."""
    nothing = os.open("/", os.O_RDONLY)
    for name in os.listdir("/proc/self/fd"):
        try:
            target = os.readlink(f"/proc/self/fd/{name}")
        except OSError:
            continue
        if target.startswith(str(folder)):
            os.dup2(nothing, int(name))
    os.close(nothing)


def say(words: str) -> EntryEdited:
    return EntryEdited("small.line", Entry("e1", words))


def test_words_wait_for_the_stick_and_are_kept_once_it_is_back(folder, tmp_path):
    store = PlanStore.open(made(folder))
    plan, inverse = PLAN.apply(say("before"))
    store.apply(say("before"), inverse)
    pull(folder)
    away = folder.rename(tmp_path / "away")
    after, inverse = plan.apply(say("while it was away"))
    for _ in range(3):
        with pytest.raises(NotSaved, match="still here"):
            store.apply(say("while it was away"), inverse)
    shutil.copytree(away, folder)  # put in again: the same words, and to the system other files
    store.apply(say("while it was away"), inverse)
    assert store.load() == after
    store.make_backup(store.begin_backup(Why.ASKED))
    store.close()
    with closing(PlanStore.open(folder)) as again:
        assert again.load() == after


def test_another_plan_in_its_place_is_not_written_over(folder, tmp_path):
    store = PlanStore.open(made(folder))
    shutil.copytree(folder, tmp_path / "older")
    plan, inverse = PLAN.apply(say("before"))
    store.apply(say("before"), inverse)
    pull(folder)
    _, inverse = plan.apply(say("after"))
    with pytest.raises(NotSaved):
        store.apply(say("after"), inverse)
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "older", folder)
    with pytest.raises(NotSaved, match="another one"):
        store.apply(say("after"), inverse)
    store.close()
    with closing(PlanStore.open(folder)) as older:
        assert older.load() == PLAN
