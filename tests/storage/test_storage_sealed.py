"""The sealed file: out and in again is the same plan with its history; anything else leaves the plan byte for byte."""

from __future__ import annotations

import hashlib
import json
import random
import struct
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from files import CANARY, PLAN, bytes_of, do, keys_of, made
from strategies import SMALL

from wrapplanner.domain.changes import EntryEdited
from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Entry, Plan
from wrapplanner.errors import ImportRefused, NotSaved, PlanInUse, StorageError
from wrapplanner.storage.keyfile import KeyFile, format_key_file, fresh_keys
from wrapplanner.storage.keyslots import Passphrase, RecoveryCode, passphrase_slot, recovery_slot, unlock
from wrapplanner.storage.locking import put_slots
from wrapplanner.storage.plans import PlanStore
from wrapplanner.storage.sealed import MAGIC, is_sealed, read_slots, take_sealed, write_sealed
from wrapplanner.storage.soundness import verify

Parts = dict[str, bytes]
Change = Callable[[Parts], Parts]


def small(framework: str) -> Framework:
    if framework != SMALL.id:
        raise StorageError("This kind of plan is not known here.")
    return SMALL


@pytest.fixture
def sealed(folder: Path, tmp_path: Path) -> Path:
    """A sealed file of a plan with a history, opened by “words”."""
    path = tmp_path / "plan.wrapplan"
    keys = keys_of(made(folder))
    with closing(PlanStore.open(folder)) as store:
        do(store, PLAN, EntryEdited("small.line", Entry("e1", "second")))
        write_sealed(store, path, passphrase_slot(keys, "words"))
    return path


def test_out_and_in_again_is_the_same_plan(sealed, folder):
    assert is_sealed(sealed)
    data = sealed.read_bytes()
    assert CANARY.encode() not in data
    assert keys_of(folder).key.hex().encode() not in data
    keys = unlock(read_slots(sealed), Passphrase("words"))
    new = folder.parent / "new"
    assert take_sealed(sealed, new, keys, small) is None
    verify(new, keys)
    with closing(PlanStore.open(new, keys=keys)) as store, closing(PlanStore.open(folder)) as original:
        assert store.load() == original.load()
        assert store.edition() == original.edition()
    assert sorted(path.name for path in new.parent.iterdir()) == ["my-plan", "new"]


def test_it_needs_something_that_opens_it(folder, tmp_path):
    with closing(PlanStore.open(made(folder))) as store:
        with pytest.raises(StorageError, match="needs a passphrase"):
            write_sealed(store, tmp_path / "x.wrapplan")
        slot, code = recovery_slot(store.vault.keys)
        put_slots(store, slot)
        write_sealed(store, tmp_path / "x.wrapplan")
        with pytest.raises(NotSaved):
            write_sealed(store, tmp_path / "nowhere" / "x.wrapplan")
    assert unlock(read_slots(tmp_path / "x.wrapplan"), RecoveryCode(code)) == keys_of(folder)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plans", "x.wrapplan"]


def test_it_takes_the_place_of_a_plan_and_sets_that_aside(sealed, tmp_path):
    keys = unlock(read_slots(sealed), Passphrase("words"))
    other = made(tmp_path / "other", Plan("small", {"small.line": (Entry("a", "theirs"),)}))
    present = keys_of(other)
    with closing(PlanStore.open(other)), pytest.raises(PlanInUse):
        take_sealed(sealed, other, keys, small, present=present)
    aside = take_sealed(sealed, other, keys, small, present=present)
    assert aside is not None
    assert aside.verified
    with closing(PlanStore.open(other, keys=keys)) as store:
        assert store.load().entries("small.line")[0].text == "second"
    with closing(PlanStore.open(aside.folder, keys=present, to_read=True)) as store:
        assert store.load().entries("small.line")[0].text == "theirs"


def _rebuilt(path: Path, change: Change) -> bytes:
    """The file with its parts changed and its SHA-256 right again, as somebody who means harm would."""
    data = path.read_bytes()
    (size,) = struct.unpack(">I", data[10:14])
    parts = {"magic": data[:10], "keys": data[14 : 14 + size], "database": data[14 + size + 8 : -32]}
    parts.update(change(parts))
    body = parts["magic"] + parts.get("key_size", struct.pack(">I", len(parts["keys"]))) + parts["keys"]
    body += parts.get("size", struct.pack(">Q", len(parts["database"]))) + parts["database"]
    return body + parts.get("sha", hashlib.sha256(body).digest()) + parts.get("more", b"")


def _slots(change: Callable[[list[dict[str, object]]], object]) -> Change:
    def changed(parts: Parts) -> Parts:
        plain = json.loads(parts["keys"])
        return {"keys": json.dumps({**plain, "slots": change(plain["slots"])}).encode()}

    return changed


def _slot(**members: object) -> Change:
    return _slots(lambda slots: [{**slots[0], **members}])


HOSTILE = {
    "magic": lambda p: {"magic": b"WRAPPLAN9\n"},
    "no keys": lambda p: {"keys": b""},
    "deep keys": lambda p: {"keys": b"[" * 60_000},
    "large keys": lambda p: {"keys": b" " * 70_000},
    "huge size of keys": lambda p: {"key_size": b"\xff" * 4},
    "huge size": lambda p: {"size": b"\xff" * 8},
    "much memory": _slot(memory=1 << 30),
    "many passes": _slot(passes=1 << 30),
    "many lanes": _slot(lanes=10_000),
    "no slots": _slots(lambda slots: []),
    "many slots": _slots(lambda slots: slots * 99),
    "in the open": _slots(lambda slots: [{"kind": "plain", "key": "00" * 32}]),
    "another vault": lambda p: {"database": bytes(16) + p["database"][16:]},
    "no database": lambda p: {"database": b""},
    "not whole pages": lambda p: {"database": p["database"][:-1]},
    "half": lambda p: {"database": p["database"][: len(p["database"]) // 8192 * 4096]},
    "zeros": lambda p: {"database": p["database"][:16] + bytes(len(p["database"]) - 16)},
    "flipped": lambda p: {"database": p["database"][:5000] + bytes([p["database"][5000] ^ 1]) + p["database"][5001:]},
    "wrong digest": lambda p: {"sha": bytes(32)},
    "more": lambda p: {"more": b"x"},
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_and_the_plan_stays(sealed, folder, tmp_path, name):
    keys = unlock(read_slots(sealed), Passphrase("words"))
    hostile = tmp_path / "hostile.wrapplan"
    hostile.write_bytes(_rebuilt(sealed, HOSTILE[name]))
    before = bytes_of(folder)
    for place in (folder, folder.parent / "new"):
        with pytest.raises(ImportRefused) as refused:
            take_sealed(hostile, place, keys, small, present=keys)
        assert refused.value.sentence.endswith("Your plan is as it was.")
    assert bytes_of(folder) == before
    assert [path.name for path in folder.parent.iterdir()] == ["my-plan"]


def test_broken_files_are_refused(sealed, folder):
    keys, whole, chance = unlock(read_slots(sealed), Passphrase("words")), sealed.read_bytes(), random.Random(11)
    before = bytes_of(folder)
    for _ in range(60):
        place = chance.randrange(len(whole))
        kind = chance.randrange(3)
        cut = [whole[:place], whole[:place] + bytes([whole[place] ^ 1 << chance.randrange(8)]) + whole[place + 1 :]]
        cut.append(whole[:place] + chance.randbytes(20) + whole[place:])
        sealed.write_bytes(cut[kind])
        with pytest.raises(ImportRefused):
            take_sealed(sealed, folder, keys, small, present=keys)
    assert bytes_of(folder) == before


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON history BEGIN DELETE FROM entries; END",
        "CREATE VIEW v AS SELECT 1",
        "UPDATE entries SET text = 'x'",
        "UPDATE meta SET value = 'wrap' WHERE key = 'framework'",
        "UPDATE meta SET value = '9' WHERE key = 'schema'",
        "DROP TABLE people",
        "INSERT INTO history VALUES (99, '', '', '[', '')",
    ],
)
def test_a_file_by_somebody_with_the_key_is_looked_at_too(folder, tmp_path, statement):
    keys = keys_of(made(folder))
    path = tmp_path / "x.wrapplan"
    with closing(PlanStore.open(folder)) as store:
        store.vault.raw.execute("PRAGMA foreign_keys = OFF")
        store.vault.raw.execute(statement)
        raw = tmp_path / "raw"
        raw.mkdir()
        store.vault.copy_to(raw / "plan.db")
        data = (raw / "plan.db").read_bytes()
    good = made(tmp_path / "good" / "p")
    with closing(PlanStore.open(good)) as store:
        write_sealed(store, path, passphrase_slot(store.vault.keys, "words"))
    slots = KeyFile(keys.vault_id, (passphrase_slot(keys, "words"),))
    path.write_bytes(_rebuilt(path, lambda p: {"keys": format_key_file(slots), "database": data}))
    with pytest.raises(ImportRefused):
        take_sealed(path, tmp_path / "new", keys, small)
    assert not (tmp_path / "new").exists()


def test_words_that_no_plan_has_are_refused(folder, tmp_path):
    strange = Plan("small", {"small.line": (Entry("e1", "a\x07b"),)})
    path = tmp_path / "x.wrapplan"
    with closing(PlanStore.create(folder, "small", content=strange)) as store:
        keys = store.vault.keys
        write_sealed(store, path, passphrase_slot(keys, "words"))
    with pytest.raises(ImportRefused, match="letters that no plan has"):
        take_sealed(path, tmp_path / "new", keys, small)


def test_what_is_no_sealed_file_is_told(tmp_path):
    (tmp_path / "x").write_bytes(b"{}")
    assert not is_sealed(tmp_path / "x")
    assert not is_sealed(tmp_path)
    assert not is_sealed(tmp_path / "none")
    for path in (tmp_path / "x", tmp_path, tmp_path / "none"):
        with pytest.raises(ImportRefused):
            read_slots(path)
    assert len(MAGIC) == 10
    assert fresh_keys() != fresh_keys()
