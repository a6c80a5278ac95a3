"""The faults that a plan must survive, as the table in the design of safe keeping has them: those that concern its files."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from counting import SEED
from files import PLAN, bytes_of, do, keys_of, made
from killing import CAN_TRACE
from strategies import SMALL

from wrapplanner.domain.changes import EntryEdited
from wrapplanner.domain.plan import Entry, Plan
from wrapplanner.errors import (
    FileIncomplete,
    ImportRefused,
    KeyFileDamaged,
    Mispaired,
    PagesDamaged,
    PlanUnreadable,
    WrongSecret,
)
from wrapplanner.storage.backups import Why, is_intact, listed
from wrapplanner.storage.keyfile import Keys
from wrapplanner.storage.keyslots import Passphrase, passphrase_slot, unlock
from wrapplanner.storage.plans import PlanStore
from wrapplanner.storage.restoring import restore
from wrapplanner.storage.sealed import read_slots, take_sealed, write_sealed
from wrapplanner.storage.soundness import verify

PAGE = 4096
Count = Callable[[int, int], int]

traced = pytest.mark.skipif(not CAN_TRACE, reason="system calls as Linux on x86-64 has them")


@traced
def test_no_acknowledged_word_is_lost_to_a_kill(row, count: Count):
    counts = row("autosave", count(10, 1_000))
    assert counts["words lost"] == 0
    assert counts["words acknowledged"] > 0
    assert counts["killed at random"] > 0
    assert counts["killed at an fsync"] > 0


@traced
@pytest.mark.parametrize("name", ["backup", "migration", "key-change", "restore", "import"])
def test_a_kill_leaves_the_old_or_the_new(row, count: Count, name):
    counts = row(name, count(6, 200))
    assert counts["killed"] == count(6, 200)
    assert counts.get("plan 0", 0) + counts.get("plan 1", 0) >= counts["killed"]


@traced
def test_a_full_disk_is_told_and_the_words_are_kept_once_there_is_room(row, count: Count):
    counts = row("full-disk", count(10, 100_000))
    assert 0 < counts["told"] < counts["limits"]


@traced
def test_of_20_launches_one_is_the_owner(row, count: Count):
    runs = count(1, 20)
    assert row("launches", runs) == {"owners": runs, "told": 19 * runs}


def _opened(folder: Path, keys: Keys) -> Plan:
    """Open and read all of it, as a check does."""
    with closing(PlanStore.open(folder, keys=keys)) as store:
        plan = store.load()
    verify(folder, keys)
    return plan


def test_a_file_cut_anywhere_is_told_and_never_written_over(folder, count: Count):
    keys, path = keys_of(made(folder)), folder / "plan.db"
    whole, chance = path.read_bytes(), random.Random(SEED)
    cuts = list(range(0, len(whole), 512))
    for size in cuts if count(0, 1) else [0, *chance.sample(cuts, 60)]:
        path.write_bytes(whole[:size])
        before = bytes_of(folder)
        with pytest.raises(PlanUnreadable) as told:
            PlanStore.open(folder, keys=keys)
        assert told.type is (FileIncomplete if size % PAGE or not size else PagesDamaged), size
        after = bytes_of(folder)
        assert {**after, "plan.db-journal": b""} == {**before, "plan.db-journal": b""}


def test_zeros_and_noise_from_any_page_on_are_told(folder, count: Count):
    keys, path = keys_of(made(folder)), folder / "plan.db"
    whole, chance = path.read_bytes(), random.Random(SEED)
    pages = range(0, len(whole), PAGE)
    for begin in pages if count(0, 1) else (0, *chance.sample(pages, 12)):
        for rest in (bytes(len(whole) - begin), chance.randbytes(len(whole) - begin)):
            path.write_bytes(whole[:begin] + rest)
            with pytest.raises(Mispaired if begin == 0 else PlanUnreadable):
                _opened(folder, keys)
            assert path.read_bytes() == whole[:begin] + rest


def test_every_flipped_bit_is_told_and_a_backup_restores_it(folder, count: Count):
    keys, path, chance = keys_of(made(folder)), folder / "plan.db", random.Random(SEED)
    with closing(PlanStore.open(folder)) as store:
        backup = store.make_backup(store.begin_backup(Why.ASKED))
    whole = path.read_bytes()
    for run in range(count(80, 5_000)):
        place = chance.randrange(len(whole))
        flipped = whole[:place] + bytes([whole[place] ^ 1 << chance.randrange(8)]) + whole[place + 1 :]
        path.write_bytes(flipped)
        with pytest.raises(PlanUnreadable):
            _opened(folder, keys)
        assert path.read_bytes() == flipped
        if run % 100 == 0:
            restore(folder, backup, keys, None)
            assert _opened(folder, keys) == PLAN
            for aside in listed(folder)[:-1]:
                shutil.rmtree(aside.folder)


def test_old_pages_mixed_into_a_newer_file_are_told(folder, count: Count):
    """Some old pages for new ones, each sound by itself: told, unless what is left says just what was once written."""
    chance, files, plans = random.Random(SEED), [], [PLAN]
    path = made(folder) / "plan.db"
    for version in range(8):
        files.append(path.read_bytes())
        with closing(PlanStore.open(folder)) as store:
            plan = plans[-1]
            for number in range(1 + version % 3 * 12):
                words = f"version {version} of {number} " * (1 + version)
                plan = do(store, plan, EntryEdited("small.list", Entry(f"l{chance.randrange(40)}", words)))
            plans.append(plan)
    files.append(path.read_bytes())
    keys, newest, told = keys_of(folder), files[-1], 0
    runs = count(100, 2_000)
    for _ in range(runs):
        old = chance.choice(files[:-1])
        pages = [at for at in range(0, min(len(old), len(newest)), PAGE) if old[at : at + PAGE] != newest[at : at + PAGE]]
        mixed = bytearray(newest)
        for at in chance.sample(pages, chance.randrange(1, min(len(pages), 6) + 1)):
            mixed[at : at + PAGE] = old[at : at + PAGE]
        path.write_bytes(mixed)
        try:
            assert _opened(folder, keys) in plans, "a mixture was taken for a plan"
        except PlanUnreadable:
            told += 1
    assert told > runs // 2


@pytest.mark.parametrize("years", [-10, 0, 10])
def test_a_clock_that_jumps_thins_no_newer_backup_for_an_older_one(folder, years):
    now = datetime(2026, 10, 24, 23, 30, tzinfo=UTC)  # the clocks go back that night
    with closing(PlanStore.open(made(folder), clock=lambda: now)) as store:
        plan, made_so_far = PLAN, []
        for number in range(24):
            if number == 12:
                now = now.replace(year=now.year + years)
            now += timedelta(minutes=20 if number % 2 else 60 * 20)
            plan = do(store, plan, EntryEdited("small.line", Entry("e1", f"at {number}")))
            made_so_far.append(store.make_backup(store.begin_backup(Why.CHANGED)).number)
    left = [backup.number for backup in listed(folder)]
    assert left[:10] == made_so_far[::-1][:10]
    assert all(is_intact(backup) for backup in listed(folder))
    assert made_so_far == list(range(1, 25))


def test_hostile_sealed_files_leave_the_plan_as_it_was(folder, tmp_path, count: Count):
    keys, chance = keys_of(made(folder)), random.Random(SEED)
    sealed, hostile = tmp_path / "whole.wrapplan", tmp_path / "hostile.wrapplan"
    with closing(PlanStore.open(folder)) as store:
        write_sealed(store, sealed, passphrase_slot(keys, "words"))
    whole, before = sealed.read_bytes(), bytes_of(folder)
    clock = count(time.process_time, time.monotonic)  # beside other tests: our own work
    longest, memory = 0.0, _peak()
    for run in range(count(120, 10_000)):
        hostile.write_bytes(_broken(whole, chance))
        begun = clock()
        with pytest.raises(ImportRefused):
            _take(hostile, folder, keys, unlocks=run % 50 == 0)
        longest = max(longest, clock() - begun)
    assert bytes_of(folder) == before
    assert longest < 2
    assert _peak() - memory < 256 * 1024


def _take(sealed: Path, folder: Path, keys: Keys, *, unlocks: bool) -> None:
    """Take a sealed file as the command does; Argon2id, which takes its time, only now and then."""
    key_file = read_slots(sealed)
    if unlocks:
        with suppress(WrongSecret, KeyFileDamaged):
            keys = unlock(key_file, Passphrase("words"))
    take_sealed(sealed, folder, keys, lambda _: SMALL, present=keys)


def _peak() -> int:
    """The most memory so far, in KiB; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _broken(whole: bytes, chance: random.Random) -> bytes:
    data = bytearray(whole)
    # The header is small, and the part that is read first: half of the damage is done there.
    most = chance.choice((len(whole), 600))
    for _ in range(chance.randrange(1, 4)):
        place = chance.randrange(most)
        piece = chance.choice(
            (
                b"",
                b'"',
                b"{" * 50,
                b"\xff" * 8,
                b"NaN",
                b"9" * 400,
                b"../" * 9,
                chance.randbytes(16),
                b'"kind":"plain",',
                bytes(64),
            )
        )
        data[place : place + chance.randrange(0, 20)] = piece
    if bytes(data) == whole:
        del data[chance.randrange(len(data)) :]
    return bytes(data)
