"""The envelope of keys: each slot gives the same data key, nothing but its own secret opens it, and damage is told as such."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from contextlib import closing, suppress
from dataclasses import replace

import pytest
from files import CANARY, PLAN, bytes_of, keys_of, made
from hypothesis import given
from hypothesis import strategies as st

from wrapplanner.errors import (
    CodeMistyped,
    KeyFileDamaged,
    NoKeychain,
    NotSaved,
    PlanLocked,
    StorageError,
    Way,
    WrongSecret,
)
from wrapplanner.storage import keyslots
from wrapplanner.storage.backups import Why
from wrapplanner.storage.deleting import delete_plan
from wrapplanner.storage.diagnosis import examine
from wrapplanner.storage.keychain import BACKENDS, Keychain, trusted
from wrapplanner.storage.keyfile import (
    COMPUTER,
    PASSPHRASE,
    PLAIN,
    RECOVERY,
    KeyFile,
    format_key_file,
    fresh_keys,
    parse_key_file,
    write_key_file,
)
from wrapplanner.storage.keyslots import (
    Passphrase,
    RecoveryCode,
    computer_slot,
    passphrase_slot,
    plain_slot,
    recovery_slot,
    unlock,
    unlock_unasked,
)
from wrapplanner.storage.locking import key_file_of, put_slots
from wrapplanner.storage.opening import note
from wrapplanner.storage.plans import PlanStore
from wrapplanner.storage.recovery import code_words, read_code

WORDS = "Zwölf blaue Boote"


class MemoryBackend:
    """Stands for the keychain of a computer."""

    priority = 5.0

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def backend(monkeypatch):
    monkeypatch.setitem(BACKENDS, "test", f"{__name__}.MemoryBackend")
    return MemoryBackend()


@pytest.fixture(scope="module")
def locked() -> tuple[KeyFile, bytes, str]:
    """A key file with a passphrase and a recovery code, its data key, and the code."""
    keys = fresh_keys()
    slot, code = recovery_slot(keys)
    return KeyFile(keys.vault_id, (passphrase_slot(keys, WORDS), slot)), keys.key, code


def test_each_secret_gives_the_same_key(locked):
    key_file, key, code = locked
    again = parse_key_file(format_key_file(key_file))
    assert again == key_file
    for secret in (Passphrase(WORDS), Passphrase("Zwo\u0308lf blaue Boote"), RecoveryCode(code), RecoveryCode(code.lower())):
        assert unlock(again, secret).key == key
        assert WORDS not in repr(secret)
        assert code not in repr(secret)
    assert unlock(again, RecoveryCode(code.replace("-", " – ").replace("0", "o").replace("1", "l"))).key == key


def test_any_other_secret_is_told_and_nothing_is_locked(locked):
    key_file, key, code = locked
    for wrong in ("", " ", WORDS.upper(), WORDS + " ", WORDS[:-1]):
        with pytest.raises(WrongSecret):
            unlock(key_file, Passphrase(wrong))
    other = recovery_slot(fresh_keys())[1]
    with pytest.raises(WrongSecret, match="another plan"):
        unlock(key_file, RecoveryCode(other))
    assert unlock(key_file, RecoveryCode(code)).key == key


@given(st.binary(min_size=16, max_size=16), st.data())
def test_a_mistyped_code_is_told(code, data):
    words = code_words(code)
    assert read_code(words) == code
    assert [len(group) for group in words.split("-")] == [4] * 7
    place = data.draw(st.sampled_from([at for at, letter in enumerate(words) if letter != "-"]))
    letter = data.draw(st.sampled_from([each for each in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" if each != words[place]]))
    with suppress(CodeMistyped):
        assert read_code(words[:place] + letter + words[place + 1 :]) != code  # one in 4,096 adds up all the same
    for wrong in (words[:-1], words + "0", words.replace("-", "")[:-1] + "U", ""):
        with pytest.raises(CodeMistyped):
            read_code(wrong)


def test_a_slot_is_bound_to_its_vault_and_to_what_it_says(locked):
    key_file, _, _ = locked
    slot = key_file.of_kind(PASSPHRASE)[0]
    for moved in (
        KeyFile(fresh_keys().vault_id, (slot,)),
        KeyFile(key_file.vault_id, (replace(slot, made="1999-01-01"),)),
        KeyFile(key_file.vault_id, (replace(slot, members={**slot.members, "lanes": 2}),)),
    ):
        with pytest.raises(WrongSecret):
            unlock(parse_key_file(format_key_file(moved)), Passphrase(WORDS))


def test_every_flipped_bit_of_a_key_file_is_told_as_damage(locked):
    key_file, key, code = locked
    whole = format_key_file(KeyFile(key_file.vault_id, key_file.of_kind(RECOVERY)))
    chance = random.Random(5)
    for _ in range(600):
        place = chance.randrange(len(whole))
        data = whole[:place] + bytes([whole[place] ^ 1 << chance.randrange(7)]) + whole[place + 1 :]
        try:
            read = parse_key_file(data).check()
        except StorageError:
            continue
        # Spaces between the members, or the id, which the file itself is compared with.
        assert read.vault_id != key_file.vault_id or unlock(read, RecoveryCode(code)).key == key


def test_one_damaged_slot_leaves_the_others(locked):
    key_file, key, code = locked
    plain = json.loads(format_key_file(key_file))
    plain["slots"][0]["salt"] = "00" * 16
    read = parse_key_file(json.dumps(plain).encode()).check()
    assert read.damaged == 1
    assert unlock(read, RecoveryCode(code)).key == key
    with pytest.raises(KeyFileDamaged):
        unlock(read, Passphrase(WORDS))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("memory", value) for value in (1 << 31, 8, -1, 65536.5, True, "65536")),
        *(("passes", value) for value in (1 << 20, 1, 10)),
        ("lanes", 256),
    ],
)
def test_extreme_parameters_are_refused_before_they_cost_anything(locked, name, value):
    key_file, _, _ = locked
    slot = key_file.of_kind(PASSPHRASE)[0]
    hostile = KeyFile(key_file.vault_id, (replace(slot, members={**slot.members, name: value}),))
    begun = time.perf_counter()
    with pytest.raises(KeyFileDamaged):
        parse_key_file(format_key_file(hostile)).check()
    assert time.perf_counter() - begun < 3, "the cost was paid before the refusal"


def test_a_passphrase_has_a_letter():
    with pytest.raises(StorageError, match="at least one letter"):
        passphrase_slot(fresh_keys(), "  ")


def test_the_keychain_opens_unasked_and_is_never_alone(backend):
    keys, keychain = fresh_keys(), Keychain(lambda: backend)
    slot = computer_slot(keys, keychain)
    with pytest.raises(StorageError, match="only this computer"):
        format_key_file(KeyFile(keys.vault_id, (slot,)))
    key_file = KeyFile(keys.vault_id, (slot, recovery_slot(keys)[0]))
    assert unlock_unasked(key_file, keychain) == keys
    assert keys.key.hex() not in str(backend.kept)
    for gone in (Keychain(MemoryBackend), Keychain(lambda: object()), Keychain(lambda: time.sleep(1), limit=0.05)):
        with pytest.raises(PlanLocked) as told:
            unlock_unasked(key_file, gone)
        assert told.value.ways == (Way.RECOVERY_CODE,)
    keychain.forget(slot.data("name").hex())
    with pytest.raises(PlanLocked):
        unlock_unasked(key_file, keychain)


def test_a_keychain_that_does_not_answer_is_left_after_its_time():
    begun = time.perf_counter()
    with pytest.raises(NoKeychain, match="does not answer"):
        Keychain(lambda: time.sleep(3), limit=0.1).get("x")
    assert time.perf_counter() - begun < 2.9, "it waited for the whole of the other side's sleep"


def test_only_the_pinned_backends_are_trusted(backend):
    from keyring.backends import chainer, fail, null

    class Plaintext(MemoryBackend):
        """Keeps what it is given in the open."""

    assert trusted(backend) is backend
    for other in (null.Keyring(), fail.Keyring(), chainer.ChainerBackend(), Plaintext(), None):
        with pytest.raises(NoKeychain):
            trusted(other)
    backend.priority = 0
    with pytest.raises(NoKeychain):
        trusted(backend)


def test_settings_of_keyring_choose_nothing(monkeypatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    with pytest.raises(NoKeychain):
        Keychain().put("x", bytes(32))


def test_a_plan_of_today_is_given_a_passphrase_and_the_plain_key_goes(folder):
    keys = keys_of(made(folder))
    with closing(PlanStore.open(folder)) as store:
        recovery, code = recovery_slot(keys)
        put_slots(store, passphrase_slot(keys, WORDS), recovery)
        assert [slot.kind for slot in key_file_of(store).slots] == [PASSPHRASE, RECOVERY]
        with store.vault.transaction():
            assert note(store.vault, "keys").encode() == (folder / "plan.keys").read_bytes()
    assert keys.key.hex().encode() not in b"".join(bytes_of(folder).values())
    with pytest.raises(PlanLocked) as told:
        PlanStore.open(folder)
    assert told.value.ways == (Way.PASSPHRASE, Way.RECOVERY_CODE)
    for secret in (Passphrase(WORDS), RecoveryCode(code)):
        with closing(PlanStore.open(folder, keys=unlock(examine(folder), secret))) as store:
            assert store.load() == PLAN


def test_a_changed_passphrase_and_a_new_code_end_the_old_ones(folder):
    keys = keys_of(made(folder))
    with closing(PlanStore.open(folder)) as store:
        recovery, old = recovery_slot(keys)
        put_slots(store, passphrase_slot(keys, WORDS), recovery)
        recovery, new = recovery_slot(keys)
        put_slots(store, passphrase_slot(keys, "others"), recovery)
        key_file = key_file_of(store)
    assert len(key_file.slots) == 2
    assert unlock(key_file, Passphrase("others")) == unlock(key_file, RecoveryCode(new)) == keys
    for wrong in (Passphrase(WORDS), RecoveryCode(old)):
        with pytest.raises(WrongSecret):
            unlock(key_file, wrong)


def test_only_me_is_a_keychain_and_a_code(folder, backend):
    keys, keychain = keys_of(made(folder)), Keychain(lambda: backend)
    with closing(PlanStore.open(folder)) as store:
        before = bytes_of(folder)["plan.keys"]
        with pytest.raises(StorageError, match="only this computer"):
            put_slots(store, computer_slot(keys, keychain), drop=(PLAIN,))
        assert bytes_of(folder)["plan.keys"] == before
        put_slots(store, computer_slot(keys, keychain), recovery_slot(keys)[0], drop=(PLAIN,))
    with closing(PlanStore.open(folder, keychain=keychain)) as store:
        assert [slot.kind for slot in key_file_of(store).slots] == [COMPUTER, RECOVERY]


def test_a_new_plan_may_be_locked_from_the_beginning(folder):
    keys = fresh_keys()
    key_file = KeyFile(keys.vault_id, (passphrase_slot(keys, WORDS),))
    PlanStore.create(folder, "small", content=PLAN, keys=keys, key_file=key_file).close()
    with pytest.raises(PlanLocked):
        PlanStore.open(folder)
    data = b"".join(bytes_of(folder).values())
    assert not any(secret in data for secret in (CANARY.encode(), WORDS.encode(), keys.key, keys.key.hex().encode()))


def test_a_slot_of_a_newer_program_is_kept_as_it_is(folder):
    keys = keys_of(made(folder))
    plain = json.loads((folder / "plan.keys").read_text())
    strange = {"kind": "fingerprint", "made": "2031-01-01", "finger": "left thumb"}
    plain["slots"].append(strange)
    (folder / "plan.keys").write_text(json.dumps(plain))
    with closing(PlanStore.open(folder)) as store:
        put_slots(store, passphrase_slot(keys, WORDS))
    kept = json.loads((folder / "plan.keys").read_text())["slots"][0]
    assert {name: kept[name] for name in strange} == strange


def test_a_plain_plan_brings_in_neither_cryptography_nor_keyring(folder):
    made(folder)
    script = f"""
import sys
from pathlib import Path
from wrapplanner.storage.plans import PlanStore
PlanStore.open(Path({str(folder)!r})).close()
assert not {{"cryptography", "keyring"}} & sys.modules.keys()
"""
    subprocess.run([sys.executable, "-c", script], check=True)


def test_what_argon2_is_asked_for_is_within_what_is_taken():
    keys = fresh_keys()
    assert keyslots.ARGON2 == {"memory": 65536, "passes": 3, "lanes": 1}
    slot = passphrase_slot(keys, "x")
    assert parse_key_file(format_key_file(KeyFile(keys.vault_id, (slot, plain_slot(keys))))).damaged == 0


def test_a_key_file_is_the_old_one_or_the_new_one(folder, monkeypatch):
    made(folder)
    before = (folder / "plan.keys").read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="space"):
        write_key_file(folder / "plan.keys", examine(folder))
    assert (folder / "plan.keys").read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == ["plan.db", "plan.db-journal", "plan.keys"]


def test_a_plan_that_is_deleted_is_gone_with_its_backups_and_its_place_in_the_keychain(folder, backend):
    keys, keychain = keys_of(made(folder)), Keychain(lambda: backend)
    with closing(PlanStore.open(folder)) as store:
        put_slots(store, computer_slot(keys, keychain), recovery_slot(keys)[0], drop=(PLAIN,))
        store.make_backup(store.begin_backup(Why.ASKED))
    beside = made(folder.parent / "beside")
    delete_plan(folder, keychain=keychain)
    assert backend.kept == {}
    assert list(folder.parent.iterdir()) == [beside]
    with pytest.raises(NotSaved):
        delete_plan(folder, keychain=keychain)
