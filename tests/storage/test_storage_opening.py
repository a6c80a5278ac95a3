"""What opening tells, in its order; opening to read; and the digest, which sees what SQLCipher's page check cannot."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from auditing import Audit
from files import PLAN, bytes_of, do, keys_of, made

from wrapplanner.domain.changes import EntryAdded, EntryEdited, EntryRemoved
from wrapplanner.domain.plan import Entry
from wrapplanner.errors import (
    FileIncomplete,
    KeyFileDamaged,
    Mispaired,
    NotSaved,
    PagesDamaged,
    PlanInUse,
    PlanLocked,
    PlanReadOnly,
    PlanTooNew,
    StorageError,
    Way,
)
from wrapplanner.storage.digest import CONTENT, HISTORY
from wrapplanner.storage.keyfile import KeyFile, fresh_keys, write_key_file
from wrapplanner.storage.keyslots import passphrase_slot, plain_slot
from wrapplanner.storage.locking import put_slots
from wrapplanner.storage.plans import PlanStore
from wrapplanner.storage.vault import Vault

PAGE = 4096


def _leaves(error: type[StorageError]) -> set[type[StorageError]]:
    return set().union(*(_leaves(each) for each in error.__subclasses__())) or {error}


def test_faults_are_told_in_their_order(folder):
    """Every fault at once, and each taken away in turn: the first that can be known is the one that is told."""
    keys, whole = keys_of(made(folder)), (folder / "plan.db").read_bytes()
    with closing(PlanStore.open(folder)) as store:
        sound = put_slots(store, passphrase_slot(keys, "words"))
    damaged = bytearray((folder / "plan.db").read_bytes())
    damaged[100] ^= 1
    good = (folder / "plan.keys").read_text()
    salt = sound.of_kind("passphrase")[0].members["salt"]
    (folder / "plan.keys").write_text(good.replace(salt, "00" * 16))
    told = []
    steps = [b"", bytes(damaged[: PAGE + 7]), random.Random(1).randbytes(2 * PAGE), bytes(damaged)]
    for content in steps:
        (folder / "plan.db").write_bytes(content)
        told.append(_told(folder))
    (folder / "plan.keys").write_text(good)
    told += [_told(folder), _told(folder, keys=fresh_keys()), _told(folder, keys=keys)]
    assert told == [FileIncomplete, FileIncomplete, Mispaired, KeyFileDamaged, PlanLocked, PagesDamaged, PagesDamaged]
    (folder / "plan.db").write_bytes(whole)
    PlanStore.open(folder, keys=keys).close()


def _told(folder: Path, **more: object) -> type[StorageError]:
    before = bytes_of(folder)
    with pytest.raises(StorageError) as error:
        PlanStore.open(folder, **more)  # type: ignore[arg-type]
    assert bytes_of(folder) == before
    assert error.value.sentence.endswith((".", "code."))
    return error.type


def test_every_error_of_the_files_has_a_way_forward():
    for error in _leaves(StorageError) - {StorageError}:
        if error.__name__ not in {"PlanNotFound", "PlanLocked"}:  # locked: its own ways; not found: make one
            assert error.ways, error
            assert all(isinstance(way, Way) for way in error.ways)


def test_a_change_of_both_files_that_was_broken_off_is_finished(folder):
    old, other = made(folder), made(folder.parent / "other")
    shutil.copy(other / "plan.keys", old / "plan.keys.next")
    PlanStore.open(old).close()  # not its turn yet
    assert (old / "plan.keys.next").exists()
    shutil.copy(other / "plan.db", old / "plan.db")
    with closing(PlanStore.open(old)) as store:
        assert store.load() == PLAN
    assert (old / "plan.keys").read_bytes() == (other / "plan.keys").read_bytes()
    assert not (old / "plan.keys.next").exists()
    (old / "plan.keys.next").write_text("{")
    (old / "plan.db").write_bytes((old / "plan.db").read_bytes()[::-1])
    assert _told(old) is Mispaired


@pytest.fixture
def open_to_all(audit: Audit) -> Iterator[Path]:
    """A folder that another user can reach; pytest's own are its user's alone."""
    with tempfile.TemporaryDirectory(dir=audit.system_temp) as place:
        Path(place).chmod(0o755)
        audit.rooms.append(place)
        yield Path(place)
        audit.rooms.remove(place)


AS_NOBODY = """
import os, sys
from pathlib import Path
from wrapplanner.domain.changes import EntryRemoved
from wrapplanner.errors import NotSaved, PlanReadOnly
from wrapplanner.storage.plans import PlanStore
folder = Path(sys.argv[1])
if os.getuid() == 0:  # to whom no rights matter; what is imported late is imported before they change
    store = PlanStore.open(folder, to_read=True)
    store.warm()
    store.close()
    os.setgid(65534)
    os.setuid(65534)
try:
    PlanStore.open(folder)
except PlanReadOnly as told:
    print(",".join(told.ways))
store = PlanStore.open(folder, to_read=True)
plan = store.load()
print(len(plan.entries("small.list")), store.edition().version)
for refused in (lambda: store.apply(*(EntryRemoved("small.list", "l0"),) * 2), store.hand_out):
    try:
        refused()
    except NotSaved:
        print("not saved")
assert store.load() == plan
"""


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
@pytest.mark.parametrize(("of_folder", "of_file"), [(0o555, 0o444), (0o555, 0o666), (0o777, 0o444)])
def test_a_read_only_plan_opens_to_be_read(open_to_all, of_folder, of_file):
    folder = made(open_to_all / "plan")
    (folder / "plan.db").chmod(of_file)
    (folder / "plan.keys").chmod(0o444)
    folder.chmod(of_folder)
    before = bytes_of(folder)
    child = subprocess.run([sys.executable, "-c", AS_NOBODY, str(folder)], capture_output=True, text=True, check=False)
    folder.chmod(0o755)
    assert child.returncode == 0, child.stderr
    assert child.stdout.split("\n")[:4] == ["read,elsewhere", "40 1", "not saved", "not saved"]
    assert bytes_of(folder) == before


def test_reading_alone_waits_for_whoever_writes(folder):
    made(folder)
    with closing(PlanStore.open(folder)), pytest.raises(PlanInUse):
        PlanStore.open(folder, to_read=True)
    with closing(PlanStore.open(folder, to_read=True)) as one, closing(PlanStore.open(folder, to_read=True)) as two:
        assert one.load() == two.load() == PLAN


def test_a_newer_plan_opens_to_be_read_where_it_can_be(folder):
    keys = keys_of(made(folder))
    _sql(folder, "UPDATE meta SET value = '99' WHERE key = 'schema'", "ALTER TABLE entries ADD COLUMN colour TEXT")
    assert _told(folder) is PlanTooNew
    with closing(PlanStore.open(folder, to_read=True)) as store:
        assert store.load() == PLAN
        with pytest.raises(NotSaved):
            store.apply(EntryRemoved("small.line", "e1"), EntryRemoved("small.line", "e1"))
    _sql(folder, "ALTER TABLE entries RENAME COLUMN text TO words")
    with pytest.raises(PlanTooNew):
        PlanStore.open(folder, keys=keys, to_read=True)


def test_an_older_plan_cannot_be_brought_up_to_date_where_nothing_is_written(folder):
    shutil.copytree(Path(__file__).parent / "fixtures" / "plan-v1", folder)
    with pytest.raises(PlanReadOnly, match="older version"):
        PlanStore.open(folder, to_read=True)


def test_the_digest_is_in_step_after_any_road(folder):
    with closing(PlanStore.create(folder, "small", content=PLAN)) as store:
        plan = PLAN
        for change in (
            EntryAdded("small.list", Entry("n", "new"), 3),
            EntryEdited("small.list", Entry("n", 'o\'ther, "words"\n✓')),
            EntryRemoved("small.list", "n"),
        ):
            plan = do(store, plan, change)
            store.hand_out()
            _verify(store)
        with pytest.raises(Exception, match="not in the plan"):
            store.apply(EntryRemoved("small.list", "n"), EntryRemoved("small.list", "n"))
        _verify(store)
    with closing(PlanStore.open(folder)) as store:
        _verify(store)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET text = 'other' WHERE id = 'l3'",
        "DELETE FROM entries WHERE id = 'l3'",
        "UPDATE entries SET rank = rank + 1 WHERE id = 'l3'",
        "UPDATE tools SET favourite = 1",
        "UPDATE people SET note = 'x'",
        "UPDATE meta SET value = 'other' WHERE key = 'created'",
        "INSERT INTO editions VALUES (9, 0, '2026-01-01', '')",
        "DELETE FROM safekeeping WHERE key = 'digest'",
        "UPDATE safekeeping SET value = 'zz' WHERE key = 'digest'",
    ],
)
def test_rows_that_were_not_written_by_us_are_told(folder, statement):
    made(folder)
    _sql(folder, statement)
    assert _told(folder) is PagesDamaged


def test_a_history_that_was_not_written_by_us_is_told_in_a_check(folder):
    made(folder)
    _sql(folder, "DELETE FROM history")
    with closing(PlanStore.open(folder)) as store, store.vault.transaction():
        assert store.vault.digest is not None
        store.vault.digest.verify(CONTENT)
        with pytest.raises(PagesDamaged):
            store.vault.digest.verify(HISTORY)


def test_old_pages_in_a_newer_file_are_told(folder):
    with closing(PlanStore.create(folder, "small", content=PLAN)) as store:
        plan = PLAN
    old = (folder / "plan.db").read_bytes()
    with closing(PlanStore.open(folder)) as store:
        for number in range(0, 40, 3):
            plan = do(store, plan, EntryEdited("small.list", Entry(f"l{number}", f"newer {number}")))
    new = (folder / "plan.db").read_bytes()
    pages = [at for at in range(0, min(len(old), len(new)), PAGE) if old[at : at + PAGE] != new[at : at + PAGE]]
    assert len(pages) > 2
    told = 0
    for at in pages:
        (folder / "plan.db").write_bytes(new[:at] + old[at : at + PAGE] + new[at + PAGE :])
        try:
            with closing(PlanStore.open(folder)) as store:
                assert store.load() == plan
        except PagesDamaged:
            told += 1
    assert told


def test_a_locked_plan_says_so_before_it_says_that_it_is_open_elsewhere(folder):
    keys = fresh_keys()
    key_file = KeyFile(keys.vault_id, (passphrase_slot(keys, "words"),))
    with closing(PlanStore.create(folder, "small", keys=keys, key_file=key_file)):
        with pytest.raises(PlanLocked):
            PlanStore.open(folder)
        with pytest.raises(PlanInUse):
            PlanStore.open(folder, keys=keys)


def test_a_key_file_that_is_gone_or_another_is_told_with_its_way(folder):
    keys = keys_of(made(folder))
    write_key_file(folder / "plan.keys", KeyFile(fresh_keys().vault_id, (plain_slot(keys),)))
    assert _told(folder) is Mispaired
    (folder / "plan.keys").unlink()
    assert _told(folder) is KeyFileDamaged
    assert Way.KEYS_OF_BACKUP in KeyFileDamaged.ways


def _verify(store: PlanStore) -> None:
    with store.vault.transaction():
        assert store.vault.digest is not None
        store.vault.digest.verify(CONTENT, HISTORY)


def _sql(folder: Path, *statements: str) -> None:
    """Write rows past the digest."""
    with closing(Vault.open(folder, keys_of(folder))) as vault, vault.transaction() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    (folder / "plan.db-journal").unlink(missing_ok=True)
