"""The rows of the table of faults that need children: `rows.py ROW RUNS SEED FOLDER` prints what it counted, as JSON.

In a process of its own, with one thread, since it forks. A child is really killed, a limit really met.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from counting import FULL
from files import PLAN, keys_of, made
from killing import CHANGES, SYNCS, after, at_call
from strategies import SMALL

from wrapplanner.domain.changes import EntryAdded, EntryEdited, Several
from wrapplanner.domain.plan import Entry, Plan
from wrapplanner.errors import NotSaved, PlanInUse
from wrapplanner.storage import backups, keeping, migrations  # noqa: F401 - so that no child imports them
from wrapplanner.storage.backups import Why, is_intact, listed
from wrapplanner.storage.diagnosis import examine
from wrapplanner.storage.keyfile import KeyFile, Keys
from wrapplanner.storage.keyslots import passphrase_slot, plain_slot
from wrapplanner.storage.locking import change_key
from wrapplanner.storage.plans import PlanStore
from wrapplanner.storage.restoring import restore
from wrapplanner.storage.sealed import take_sealed, write_sealed
from wrapplanner.storage.soundness import verify

HERE = Path(__file__).resolve().parent
OTHER = EntryEdited("small.line", Entry("e1", "other words"))
NEW_KEYS = Keys(bytes(range(16)), bytes(range(32)))


def autosave(runs: int, chance: random.Random, place: Path) -> Counter[str]:
    """kill -9 while words are kept, half of them at a random time, half at an fsync; every acknowledged word is there."""
    counts: Counter[str] = Counter()
    made(place / "template")
    for run in range(runs):
        folder = _copy(place)
        said = place / "acknowledged"
        said.write_text("")

        most = 4 if run % 2 else 100_000

        def work(folder: Path = folder, said: Path = said, most: int = most) -> None:
            acknowledged = os.open(said, os.O_WRONLY | os.O_APPEND)
            store, plan = PlanStore.open(folder), PLAN
            for number in range(most):
                change = EntryAdded("small.list", Entry(f"k{number}", "word " * 50), len(plan.entries("small.list")))
                plan, inverse = plan.apply(change)
                store.apply(change, inverse)
                os.write(acknowledged, f"{number}\n".encode())
            store.close()

        if run % 2:
            number = chance.randrange(1, 13)
            counts["killed at an fsync"] += at_call(work, SYNCS, number) == number
        else:
            counts["killed at random"] += after(work, chance.uniform(0.02, 0.4))
        words = [f"k{number}" for number in said.read_text().split()]
        with closing(PlanStore.open(folder)) as store:
            kept = [entry.id for entry in store.load().entries("small.list")][len(PLAN.entries("small.list")) :]
        verify(folder, keys_of(folder))
        counts["words acknowledged"] += len(words)
        counts["words lost"] += len(set(words) - set(kept))
        assert kept[: len(words)] == words
        assert len(kept) <= len(words) + 1
    return counts


def backup(runs: int, chance: random.Random, place: Path) -> Counter[str]:
    """kill -9 in a backup: the plan is as it was, and each backup that is listed is whole."""
    with closing(PlanStore.open(made(place / "template"))) as store:
        store.make_backup(store.begin_backup(Why.ASKED))

    def work(folder: Path) -> None:
        with closing(PlanStore.open(folder)) as store:
            store.make_backup(store.begin_backup(Why.ASKED))

    return _killed(work, runs, chance, place, (PLAN,))


def migration(runs: int, chance: random.Random, place: Path) -> Counter[str]:
    """kill -9 while an older plan is brought up to date."""
    shutil.copytree(HERE.parent / "storage" / "fixtures" / "plan-v1", place / "template")
    with closing(PlanStore.open(_copy(place))) as store:
        plan = store.load()
    return _killed(lambda folder: PlanStore.open(folder).close(), runs, chance, place, (plan,))


def key_change(runs: int, chance: random.Random, place: Path) -> Counter[str]:
    """kill -9 while the plan is written anew under another key."""
    made(place / "template")

    def work(folder: Path) -> None:
        with closing(PlanStore.open(folder)) as store:
            change_key(store, NEW_KEYS, KeyFile(NEW_KEYS.vault_id, (plain_slot(NEW_KEYS),)))

    return _killed(work, runs, chance, place, (PLAN,))


def restoring(runs: int, chance: random.Random, place: Path) -> Counter[str]:
    """kill -9 while a backup made with another key takes the place of the plan: both files are replaced."""
    with closing(PlanStore.open(made(place / "template"))) as store:
        change_key(store, NEW_KEYS, KeyFile(NEW_KEYS.vault_id, (plain_slot(NEW_KEYS),)))
    with closing(PlanStore.open(place / "template")) as store:
        now, inverse = PLAN.apply(OTHER)
        store.apply(OTHER, inverse)
    old_keys = keys_of(listed(place / "template")[0].folder)
    return _killed(lambda folder: restore(folder, listed(folder)[-1], old_keys, NEW_KEYS), runs, chance, place, (PLAN, now))


def importing(runs: int, chance: random.Random, place: Path) -> Counter[str]:
    """kill -9 while a sealed file takes the place of the plan."""
    theirs = Plan("small", {"small.line": (Entry("a", "theirs"),)})
    sealed = place / "x.wrapplan"
    place.mkdir(parents=True, exist_ok=True)
    with closing(PlanStore.open(made(place / "other", theirs))) as store:
        write_sealed(store, sealed, passphrase_slot(store.vault.keys, "words"))
        keys = store.vault.keys
    present = keys_of(made(place / "template"))
    return _killed(
        lambda folder: take_sealed(sealed, folder, keys, lambda _: SMALL, present=present),
        runs,
        chance,
        place,
        (PLAN, theirs),
        (present, keys),
    )


def full_disk(runs: int, chance: random.Random, place: Path) -> Counter[str]:
    """A limit on file sizes, at every 4 kB: told within a second, nothing half kept, kept once there is room."""
    counts: Counter[str] = Counter()
    size = (made(place / "template") / "plan.db").stat().st_size
    limits = list(range(0, size + 120 * 4096, 4096))
    for limit in limits if runs >= len(limits) else (*chance.sample(limits[:-1], runs - 1), limits[-1]):
        folder = _copy(place)
        _in_child(lambda folder=folder, limit=limit: _against(folder, limit))
        counts["limits"] += 1
        counts["told"] += (place / "told").exists()
        (place / "told").unlink(missing_ok=True)
        verify(folder, keys_of(folder))
    return counts


def _in_child(work: Callable[[], None]) -> None:
    at_call(work, frozenset())


def _against(folder: Path, limit: int) -> None:
    import resource

    store = PlanStore.open(folder)
    plan = store.load()
    change = Several(tuple(EntryAdded("small.text", Entry(f"n{n}", "word " * 400), n) for n in range(30)))
    now, inverse = plan.apply(change)
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    clock = time.monotonic if FULL else time.process_time
    begun, told = clock(), False
    try:
        store.apply(change, inverse)
    except NotSaved:
        told = True
    # The bar is a second: by the clock in the full run, by our own work where other tests run beside this one.
    assert clock() - begun < 1, "told too late"
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    if told:
        assert store.load() == plan, "half of it was kept"
        store.apply(change, inverse)
        (folder.parent / "told").touch()
    assert store.load() == now
    store.close()
    with closing(PlanStore.open(folder)) as again:
        assert again.load() == now


def launches(runs: int, _: random.Random, place: Path) -> Counter[str]:
    """20 launches at once, and so many times: one owner each time, everybody else is told."""
    counts: Counter[str] = Counter()
    folder = made(place / "template")
    for _run in range(runs):
        gate, opened = os.pipe(), os.pipe()
        children = []
        for _child in range(20):
            child = os.fork()
            if child == 0:
                os.read(gate[0], 1)
                code = 3
                try:
                    PlanStore.open(folder)
                    code = 0
                    os.write(opened[1], b"x")
                    time.sleep(20)
                except PlanInUse:
                    os.write(opened[1], b"-")
                    code = 1
                finally:
                    os._exit(code)
            children.append(child)
        os.write(gate[1], b"x" * 20)
        answers = b""
        while len(answers) < 20:
            answers += os.read(opened[0], 20)
        counts["owners"] += answers.count(b"x")
        counts["told"] += answers.count(b"-")
        for child in children:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        for end in (*gate, *opened):
            os.close(end)
    return counts


def _killed(
    work: Callable[[Path], object],
    runs: int,
    chance: random.Random,
    place: Path,
    plans: tuple[Plan, ...],
    keys: tuple[Keys, ...] = (),
) -> Counter[str]:
    """Kill some work at each system call that changes the disk, then at random ones, and look at what is left."""
    counts: Counter[str] = Counter()
    folder = _copy(place)
    calls = at_call(lambda: work(folder), CHANGES)
    points = list(range(1, calls + 1))
    chance.shuffle(points)
    waiting = iter((*points[:runs], *(chance.randrange(1, calls + 1) for _ in range(2 * runs))))
    # The number of calls is not quite the same at each run: near the end, the work may get through before it.
    while counts["killed"] < runs:
        folder, number = _copy(place), next(waiting)
        counts["killed"] += at_call(lambda folder=folder: work(folder), CHANGES, number) == number  # type: ignore[misc]
        counts[_left(folder, plans, keys)] += 1
    counts["places"] = calls
    return counts


def _left(folder: Path, plans: tuple[Plan, ...], keys: tuple[Keys, ...]) -> str:
    """Say whose plan is left: one of those it may be, whole, with whole backups and nothing half done that stays."""
    for backup in listed(folder):
        if backup.verified:
            assert is_intact(backup), "a backup is not whole"
    salt = examine(folder).vault_id
    now = next((each for each in keys if each.vault_id == salt), None) or keys_of(folder)
    with closing(PlanStore.open(folder, keys=now)) as store:
        plan = store.load()
    verify(folder, now)
    assert plan in plans, "neither the old one nor the new one"
    with closing(PlanStore.open(folder, keys=now)) as store:
        store.make_backup(store.begin_backup(Why.ASKED))
    return f"plan {plans.index(plan)}"


def _copy(place: Path) -> Path:
    folder = place / "plan"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(place / "template", folder)
    return folder


ROWS = {
    "autosave": autosave,
    "backup": backup,
    "migration": migration,
    "key-change": key_change,
    "restore": restoring,
    "import": importing,
    "full-disk": full_disk,
    "launches": launches,
}


def main() -> None:
    """Run one row and print its counts."""
    name, runs, seed, folder = sys.argv[1:]
    Path(folder).mkdir(parents=True, exist_ok=True)
    counts = ROWS[name](int(runs), random.Random(int(seed)), Path(folder))
    print(json.dumps(dict(counts)))


if __name__ == "__main__":
    main()
