"""Damaged, mispaired, full: each told for what it is, and no file is ever written over."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest
from files import CANARY, PLAN, bytes_of, keys_of, made

from wrapplanner.errors import PlanNotFound, PlanTooNew, PlanUnreadable, StorageError
from wrapplanner.storage import rows, tables
from wrapplanner.storage.keyfile import KeyFile, Keys, fresh_keys, write_key_file
from wrapplanner.storage.keyslots import plain_slot
from wrapplanner.storage.plans import PlanStore
from wrapplanner.storage.vault import Vault


def refused(folder: Path, error: type[StorageError], words: str) -> None:
    """Opening is refused with an error whose sentence has these words, and every byte is as before."""
    before = bytes_of(folder)
    with pytest.raises(error, match=words):
        PlanStore.open(folder)
    after = bytes_of(folder)
    after.pop("plan.db-journal", None)
    before.pop("plan.db-journal", None)
    assert after == before


def test_an_emptied_file(folder):
    (made(folder) / "plan.db").write_bytes(b"")
    refused(folder, PlanUnreadable, "empty")


@pytest.mark.parametrize("size", [1, 15, 512, 4095, 4097, 8192 + 512])
def test_a_cut_file(folder, size):
    os.truncate(made(folder) / "plan.db", size)
    refused(folder, PlanUnreadable, "cut short")


@pytest.mark.parametrize("pages", [1, 2, 5])
def test_a_file_cut_at_a_page(folder, pages):
    os.truncate(made(folder) / "plan.db", pages * 4096)
    before = bytes_of(folder)
    with pytest.raises(PlanUnreadable, match="damaged"):
        _read(folder)
    assert bytes_of(folder) == before


def test_zeros_and_noise(folder):
    path = made(folder) / "plan.db"
    path.write_bytes(bytes(path.stat().st_size))
    refused(folder, PlanUnreadable, "belong together")
    path.write_bytes(random.Random(1).randbytes(path.stat().st_size))
    refused(folder, PlanUnreadable, "belong together")


def test_every_flipped_bit_is_told(folder):
    path, chance = made(folder) / "plan.db", random.Random(7)
    whole = path.read_bytes()
    for _ in range(150):
        place = chance.randrange(len(whole))
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << chance.randrange(8)]) + whole[place + 1 :])
        before = bytes_of(folder)
        with pytest.raises(PlanUnreadable):
            _read(folder)
        assert bytes_of(folder) == before
    path.write_bytes(whole)
    _read(folder)


def test_a_file_and_a_key_that_do_not_belong_together(folder):
    other = made(folder.parent / "other")
    shutil.copy(other / "plan.keys", made(folder) / "plan.keys")
    refused(folder, PlanUnreadable, "belong together")


def test_a_wrong_key(folder):
    keys = keys_of(made(folder))
    write_key_file(folder / "plan.keys", KeyFile(keys.vault_id, (plain_slot(fresh_keys()),)))
    refused(folder, PlanUnreadable, "damaged")


def test_a_file_that_is_plain_sqlite(folder):
    import sqlite3

    (made(folder) / "plan.db").unlink()
    with closing(sqlite3.connect(folder / "plan.db")) as connection:
        connection.execute("CREATE TABLE entries (id)")
    refused(folder, PlanUnreadable, "belong together")


def test_a_file_or_a_key_that_is_gone(folder):
    kept = made(folder) / "kept"
    (folder / "plan.db").rename(kept)
    refused(folder, PlanUnreadable, "gone")
    kept.rename(folder / "plan.db")
    (folder / "plan.keys").unlink()
    refused(folder, PlanUnreadable, "key file of this plan is gone")
    (folder / "plan.db").unlink()
    refused(folder, PlanNotFound, "no plan")


@pytest.mark.parametrize(
    "key_file",
    [
        "",
        "{",
        "[]",
        "null",
        "é",
        "{}",
        "[" * 100_000,
        '{"format": 1}',
        '{"format": "1", "vault_id": "", "slots": []}',
        '{"format": 1, "vault_id": "00", "slots": []}',
        json.dumps({"format": 1, "vault_id": "0" * 32, "slots": []}),
        json.dumps({"format": 1, "vault_id": "0" * 32, "slots": [{"kind": "plain", "key": "0" * 63}]}),
        json.dumps({"format": 1, "vault_id": "0" * 32, "slots": [{"kind": "plain", "key": "0" * 62}]}),
        json.dumps({"format": 1, "vault_id": "0" * 32, "slots": [{"kind": "plain", "key": "00 " * 32}]}),
        json.dumps({"format": 1, "vault_id": "0" * 32, "slots": [{"kind": "plain", "key": 7}]}),
        json.dumps({"format": 1, "vault_id": "0" * 32, "slots": ["plain"]}),
    ],
)
def test_a_damaged_key_file(folder, key_file):
    # Whether the files belong together is told first: so the id is the right one.
    key_file = key_file.replace("0" * 32, keys_of(made(folder)).vault_id.hex(), 1)
    (folder / "plan.keys").write_text(key_file, encoding="utf-8")
    refused(folder, PlanUnreadable, "key file of this plan is damaged")


@pytest.mark.parametrize("key_file", [{"format": 2}, {"format": 1, "vault_id": "", "slots": [{"kind": "fingerprint"}]}])
def test_a_key_file_of_a_newer_version(folder, key_file):
    key_file = {**key_file, "vault_id": keys_of(made(folder)).vault_id.hex()}
    (folder / "plan.keys").write_text(json.dumps(key_file))
    refused(folder, PlanTooNew, "newer version")


def test_keys_have_one_length():
    for wrong in (31, 33, 0):
        with pytest.raises(AssertionError):
            Keys(bytes(16), bytes(wrong))
        with pytest.raises(AssertionError):
            Keys(bytes(wrong), bytes(32))
    keys = fresh_keys()
    assert len(keys.raw) == 96
    assert keys.key.hex() not in repr(keys)


def test_a_plan_of_a_newer_version(folder):
    _write_meta(made(folder), "schema", str(rows.SCHEMA + 1))
    refused(folder, PlanTooNew, "newer version")


@pytest.mark.parametrize("schema", ["", "one"])
def test_a_plan_that_does_not_say_what_it_is(folder, schema):
    _write_meta(made(folder), "schema", schema)
    refused(folder, PlanUnreadable, "what it is")


FULL = """
import json, resource, sys
from pathlib import Path
from wrapplanner.domain.changes import EntryAdded, Several
from wrapplanner.domain.plan import Entry
from wrapplanner.errors import NotSaved
from wrapplanner.storage.plans import PlanStore

folder, limit = Path(sys.argv[1]), int(sys.argv[2])
store = PlanStore.open(folder)
plan = store.load()
change = Several(tuple(EntryAdded("small.text", Entry(f"n{n}", "word " * 400), n) for n in range(30)))
after, inverse = plan.apply(change)
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
told = False
try:
    store.apply(change, inverse)
except NotSaved as error:
    told = str(error)
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
if told:
    assert store.load() == plan, "half of it was kept"
    store.apply(change, inverse)
assert store.load() == after
store.close()
store = PlanStore.open(folder)
assert store.load() == after
print(json.dumps(told))
"""


@pytest.mark.skipif(os.name != "posix", reason="a limit on file sizes as POSIX has it")
def test_a_full_disk_is_told_and_a_later_try_works(folder, tmp_path):
    made(folder)
    size, told = (folder / "plan.db").stat().st_size, []
    for limit in (0, 4096, 8192, size // 2 // 4096 * 4096, size, size + 32768, size * 100):
        copy = tmp_path / str(limit)
        shutil.copytree(folder, copy)
        child = subprocess.run([sys.executable, "-c", FULL, str(copy), str(limit)], capture_output=True, text=True, check=False)
        assert child.returncode == 0, child.stderr
        told.append(json.loads(child.stdout))
        assert CANARY not in child.stderr
    assert all("Make room" in sentence for sentence in told[:-1])
    assert told[-1] is False


KILLED = """
import sys
from pathlib import Path
from wrapplanner.domain.changes import EntryAdded
from wrapplanner.domain.plan import Entry
from wrapplanner.storage.plans import PlanStore

store = PlanStore.open(Path(sys.argv[1]))
plan = store.load()
for number in range(100_000):
    change = EntryAdded("small.list", Entry(f"k{number}", "word " * 50), len(plan.entries("small.list")))
    plan, inverse = plan.apply(change)
    store.apply(change, inverse)
    print(number, flush=True)
"""


def test_what_was_acknowledged_survives_a_kill(folder):
    made(folder)
    with subprocess.Popen([sys.executable, "-c", KILLED, str(folder)], stdout=subprocess.PIPE, text=True) as child:
        acknowledged = [int(child.stdout.readline()) for _ in range(60)]
        child.kill()
        acknowledged += [int(line) for line in child.stdout.read().split()]
    with closing(PlanStore.open(folder)) as store:
        kept = [entry.id for entry in store.load().entries("small.list")][len(PLAN.entries("small.list")) :]
    # The last one may have been kept without there being time to say so.
    assert kept[: len(acknowledged)] == [f"k{number}" for number in acknowledged]
    assert len(kept) <= len(acknowledged) + 1


def _read(folder: Path) -> None:
    """Open a plan and read all of it: every page is looked at."""
    with closing(PlanStore.open(folder)) as store:
        store.load()
        with store.vault.transaction() as connection:
            if connection.exec_driver_sql("PRAGMA cipher_integrity_check").all():
                raise PlanUnreadable("damaged")


def _write_meta(folder: Path, key: str, value: str) -> None:
    with closing(Vault.open(folder, keys_of(folder))) as vault, vault.transaction() as connection:
        vault.follow()
        connection.execute(tables.meta.update().where(tables.meta.c.key == key).values(value=value))
    with suppress(FileNotFoundError):
        (folder / "plan.db-journal").unlink()
