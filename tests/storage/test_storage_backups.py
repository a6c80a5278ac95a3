"""Backups: whole or not there, thinned by their numbers, restored with the present set aside; and a new key in a new file."""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from files import PLAN, bytes_of, do, keys_of, made

from wrapplanner.domain.changes import EntryAdded, EntryEdited, EntryRemoved, Several, ToolEdited
from wrapplanner.domain.plan import Entry, Plan, Tool
from wrapplanner.errors import Mispaired, NotSaved, PlanInUse, PlanLocked, PlanUnreadable, StorageError, WrongSecret
from wrapplanner.storage.backups import Backup, Why, is_intact, kept, listed
from wrapplanner.storage.diagnosis import examine
from wrapplanner.storage.keyfile import PASSPHRASE, PLAIN, KeyFile, fresh_keys, read_key_file
from wrapplanner.storage.keyslots import Passphrase, passphrase_slot, plain_slot, unlock
from wrapplanner.storage.locking import change_key, key_file_of, put_slots
from wrapplanner.storage.plans import PlanStore
from wrapplanner.storage.restoring import (
    Counts,
    difference,
    key_files_that_fit,
    keys_of_backup,
    preview,
    restore,
    take_key_file,
)

CHANGE = EntryEdited("small.line", Entry("e1", "other words"))


def backed_up(store: PlanStore, why: Why = Why.ASKED) -> Backup:
    return store.make_backup(store.begin_backup(why))


def test_a_backup_is_a_plan_of_its_own_that_says_what_it_is(folder):
    made(folder)
    with closing(PlanStore.open(folder)) as store:
        assert store.backup_is_due
        one = backed_up(store)
        assert not store.backup_is_due
        after = do(store, PLAN, CHANGE)
        assert store.backup_is_due
        two = backed_up(store, Why.OPENED)
    assert listed(folder) == (two, one)
    assert [backup.why for backup in (one, two)] == ["asked", "opened"]
    assert all(backup.verified and is_intact(backup) for backup in (one, two))
    for backup, plan in ((one, PLAN), (two, after)):
        with closing(PlanStore.open(backup.folder, to_read=True)) as store:
            assert store.load() == plan
    assert sorted(path.name for path in one.folder.iterdir()) == ["backup.json", "plan.db", "plan.keys"]
    assert [path.name for path in (folder / "backups").iterdir() if path.name.startswith(".")] == []


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_only_the_owner_may_read_a_backup(folder):
    with closing(PlanStore.open(made(folder))) as store:
        backup = backed_up(store)
    modes = {path.stat().st_mode & 0o777 for path in (backup.folder.parent, backup.folder, *backup.folder.iterdir())}
    assert modes == {0o700, 0o600}


def test_words_are_kept_while_a_backup_is_made_in_another_thread(folder):
    large = Plan("small", {"small.list": tuple(Entry(f"e{n}", "word " * 40) for n in range(4_000))})
    with closing(PlanStore.create(folder, "small", content=large)) as store:
        results: list[Backup] = []
        ticket = store.begin_backup(Why.CHANGED)
        worker = threading.Thread(target=lambda: results.append(store.make_backup(ticket)))
        worker.start()
        plan, count = store.load(), 0
        while worker.is_alive():
            plan = do(store, plan, EntryEdited("small.list", Entry(f"e{count % 4_000}", f"while {count}")))
            count += 1
        worker.join()
        assert count > 3
        assert store.load() == plan
    (backup,) = results
    assert is_intact(backup)
    with closing(PlanStore.open(folder)) as store:
        assert store.load() == plan
    PlanStore.open(backup.folder, to_read=True).close()


def test_closing_waits_for_a_copy(folder):
    store = PlanStore.open(made(folder))
    ticket = store.begin_backup(Why.ASKED)
    results: list[object] = []
    worker = threading.Thread(target=lambda: results.append(_or_error(lambda: store.make_backup(ticket))))
    worker.start()
    store.close()
    worker.join()
    assert isinstance(results[0], Backup | NotSaved)
    assert not list((folder / "backups").glob(".new-*"))


def _or_error(what: Callable[[], Backup]) -> object:
    try:
        return what()
    except StorageError as error:
        return error


def test_a_damaged_plan_makes_no_backup_and_costs_none(folder):
    with closing(PlanStore.open(made(folder))) as store:
        backed_up(store)
        store.vault.raw.execute("DROP TRIGGER digest_history_INSERT")
        store.vault.raw.execute("INSERT INTO history VALUES (77, '', '', '{}', '{}')")
        with pytest.raises(PlanUnreadable):
            backed_up(store)
    assert [backup.number for backup in listed(folder)] == [1]


def _many(days: list[date]) -> list[Backup]:
    """Backups numbered from 1 in the order given, the newest first."""
    made = [Backup(n, Path(), "", day.isoformat(), "asked", n, "", True) for n, day in enumerate(days, 1)]
    return made[::-1]


def test_thinning_keeps_recent_days_weeks_and_months():
    begun = date(2024, 1, 1)
    keep = kept(_many([begun + timedelta(days=n) for n in range(800)]))
    assert set(range(791, 801)) <= keep
    days = sorted(begun + timedelta(days=n - 1) for n in keep)
    assert len({day.strftime("%Y-%m") for day in days}) == 12
    assert len(keep) <= 10 + 7 + 8 + 12
    assert kept(_many([begun] * 50)) == set(range(41, 51))
    assert kept(_many([begun])) == {1}
    assert kept([]) == set()


@pytest.mark.parametrize("years", [-10, 10])
def test_a_clock_that_is_wrong_for_a_while_costs_no_backup_its_place(years):
    begun = date(2026, 3, 1)  # over the change to summer time too
    days = [begun + timedelta(days=n) for n in range(60)]
    before = kept(_many(days))
    wrong = [day.replace(year=day.year + years) for day in days[-5:]]
    after = kept(_many(days + wrong + [days[-1]]))
    newest = max(after)
    assert newest == 66
    assert set(range(57, 67)) <= after
    # Of the days before the clock went wrong, those that were kept still are, but for what newer ones put out.
    assert len(after & before) >= len(before) - 10


def test_thinning_takes_place_and_never_takes_what_was_not_verified(folder):
    now = datetime(2026, 3, 28, 12, tzinfo=UTC)
    with closing(PlanStore.open(made(folder), clock=lambda: now)) as store:
        for _ in range(14):
            backed_up(store)
        assert [backup.number for backup in listed(folder)] == list(range(14, 4, -1))
        shutil.rmtree(folder / "backups")
        assert backed_up(store).number == 15  # the counter is in the plan's file


def test_an_unreadable_note_leaves_a_backup_listed_and_out_of_the_thinning(folder):
    with closing(PlanStore.open(made(folder))) as store:
        backup = backed_up(store)
        (backup.folder / "backup.json").write_text("[[")
        (listed_now,) = listed(folder)
        assert not listed_now.verified
        for _ in range(12):
            backed_up(store)
    assert listed(folder)[-1].number == backup.number


def test_restoring_is_seen_before_sets_the_present_aside_and_can_be_undone(folder):
    keys = keys_of(made(folder))
    with closing(PlanStore.open(folder)) as store:
        backup = backed_up(store)
        now = do(store, PLAN, Several((CHANGE, EntryRemoved("small.list", "l0"), ToolEdited(Tool("t1", "x")))))
        now = do(store, now, EntryAdded("small.text", Entry("n", "new"), 0))
        shown = preview(now, backup, keys_of_backup(backup, keys))
        assert shown.answers == Counts(back=1, gone=1, other=1)
        assert shown.tools == Counts(other=1)
        assert shown.questions == ("small.line", "small.list", "small.text")
        assert not shown.people.any
        assert shown.any
        with pytest.raises(PlanInUse):
            restore(folder, backup, keys, keys)
        assert store.load() == now
    aside = restore(folder, backup, keys, keys)
    with closing(PlanStore.open(folder)) as store:
        assert store.load() == PLAN
        assert backed_up(store).number > aside.number
    restore(folder, aside, keys, keys)
    with closing(PlanStore.open(folder)) as store:
        assert store.load() == now
    assert not [path for path in folder.iterdir() if path.name.startswith(".") or path.name.endswith(".next")]


def test_no_difference_is_told_as_none():
    assert not difference(PLAN, PLAN).any


def test_a_damaged_plan_is_set_aside_as_it_is_and_the_backup_takes_its_place(folder):
    keys = keys_of(made(folder))
    with closing(PlanStore.open(folder)) as store:
        backup = backed_up(store)
    damaged = b"\0" * 4096 + (folder / "plan.db").read_bytes()[4096:]
    (folder / "plan.db").write_bytes(damaged)
    (folder / "plan.db-journal").write_bytes(b"a journal that waits for the old file")
    aside = restore(folder, backup, keys, None)
    assert (aside.folder / "plan.db").read_bytes() == damaged
    assert not aside.verified
    with closing(PlanStore.open(folder)) as store:
        assert store.load() == PLAN


def test_a_damaged_backup_is_never_put_in_place(folder):
    keys = keys_of(made(folder))
    with closing(PlanStore.open(folder)) as store:
        backup = backed_up(store)
    path = backup.folder / "plan.db"
    data = bytearray(path.read_bytes())
    data[-100] ^= 1
    path.write_bytes(data)
    assert not is_intact(backup)
    before = bytes_of(folder)
    with pytest.raises(PlanUnreadable):
        restore(folder, backup, keys, keys)
    (backup.folder / "plan.keys").unlink()
    with pytest.raises(PlanUnreadable):
        restore(folder, backup, keys, keys)
    after = bytes_of(folder)
    assert {name: data for name, data in before.items() if name in after} == after
    PlanStore.open(folder).close()


def test_a_passphrase_closes_the_backups_too(folder):
    keys = keys_of(made(folder))
    with closing(PlanStore.open(folder)) as store:
        backup = backed_up(store)
        put_slots(store, passphrase_slot(keys, "words"))
    assert [slot.kind for slot in read_key_file(backup.folder / "plan.keys").slots] == [PASSPHRASE]
    assert keys.key.hex().encode() not in b"".join(bytes_of(folder).values())
    with pytest.raises(PlanLocked):
        PlanStore.open(backup.folder, to_read=True)


def test_a_changed_passphrase_leaves_older_backups_with_theirs(folder):
    keys = keys_of(made(folder))
    with closing(PlanStore.open(folder)) as store:
        put_slots(store, passphrase_slot(keys, "first"))
        backup = backed_up(store)
        put_slots(store, passphrase_slot(keys, "second"))
    assert unlock(examine(backup.folder), Passphrase("first")) == keys
    restore(folder, backup, keys, keys)
    assert unlock(examine(folder), Passphrase("second")) == keys  # what opens the plan today goes on opening it


def test_a_new_key_is_a_new_file_and_the_old_key_opens_it_no_more(folder):
    old = keys_of(made(folder))
    with closing(PlanStore.open(folder)) as store:
        put_slots(store, passphrase_slot(old, "known to somebody"))
        now = do(store, PLAN, CHANGE)
        new = fresh_keys()
        backup = change_key(store, new, KeyFile(new.vault_id, (passphrase_slot(new, "mine alone"),)))
    with pytest.raises(WrongSecret):
        unlock(examine(folder), Passphrase("known to somebody"))
    with pytest.raises(PlanUnreadable):
        PlanStore.open(folder, keys=old)
    assert unlock(examine(folder), Passphrase("mine alone")) == new
    with closing(PlanStore.open(folder, keys=new)) as store:
        assert store.load() == now
        do(store, now, EntryRemoved("small.list", "l1"))
        assert store.edition().version == 1
        assert backed_up(store).number > backup.number
    assert keys_of_backup(backup, new, Passphrase("known to somebody")) == old
    restore(folder, backup, old, new)
    with closing(PlanStore.open(folder, keys=old)) as store:
        assert store.load() == now
    assert {path.name for path in folder.iterdir()} - {"plan.db-journal"} == {"backups", "plan.db", "plan.keys"}


def test_a_key_file_comes_back_from_a_backup(folder):
    with closing(PlanStore.open(made(folder))) as store:
        backup = backed_up(store)
    (folder / "plan.keys").write_text("{")
    assert key_files_that_fit(folder) == (backup,)
    take_key_file(folder, backup)
    with closing(PlanStore.open(folder)) as store:
        assert store.load() == PLAN
        assert key_file_of(store).of_kind(PLAIN)
    other = made(folder.parent / "other")
    shutil.copy(other / "plan.db", folder / "plan.db")
    assert key_files_that_fit(folder) == ()
    with pytest.raises(Mispaired):
        take_key_file(folder, backup)


def test_an_older_plan_is_backed_up_before_it_is_brought_up_to_date(folder):
    shutil.copytree(Path(__file__).parent / "fixtures" / "plan-v1", folder)
    original = keys_of(folder)
    PlanStore.open(folder).close()
    (backup,) = listed(folder)
    assert (backup.why, backup.verified) == ("migration", True)
    with closing(PlanStore.open(folder)) as store:
        now = store.load()
        assert not preview(now, backup, original).any
    restore(folder, backup, original, original)
    with closing(PlanStore.open(folder)) as store:
        assert store.load() == now


def test_a_disk_without_room_for_the_copy_leaves_the_older_plan_alone(folder, monkeypatch):
    shutil.copytree(Path(__file__).parent / "fixtures" / "plan-v1", folder)
    before = bytes_of(folder)

    def full(*_: object) -> None:
        raise NotSaved("full")

    monkeypatch.setattr("wrapplanner.storage.vault.Vault.copy_to", full)
    with pytest.raises(StorageError, match="Make room"):
        PlanStore.open(folder)
    assert {**bytes_of(folder), "plan.db-journal": b""} == {**before, "plan.db-journal": b""}


def test_what_a_backup_says_of_itself_holds_no_words(folder):
    with closing(PlanStore.open(made(folder))) as store:
        backup = backed_up(store)
    about = json.loads((backup.folder / "backup.json").read_text())
    assert about.keys() == {"made", "day", "why", "history", "digest", "days", "verified"}
    assert replace(backup, number=1) == backup
    assert plain_slot(fresh_keys()).kind == PLAIN
