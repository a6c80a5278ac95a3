"""The slots of a key file: how each kind wraps the data key, and how it is had again.

Argon2id takes about 0.2 s and 64 MiB: call `unlock` and `passphrase_slot` away from the window's own thread. They touch no
file. `cryptography` and `keyring` are imported when a slot needs them, which a plain one does not.
"""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from wrapplanner.errors import KeyFileDamaged, NoKeychain, PlanLocked, StorageError, Way, WrongSecret
from wrapplanner.storage.keychain import Keychain
from wrapplanner.storage.keyfile import COMPUTER, KEY_BYTES, PASSPHRASE, PLAIN, RECOVERY, KeyFile, Keys, Slot, slot_of
from wrapplanner.storage.recovery import code_words, fresh_code, read_code

ARGON2: Final = {"memory": 64 * 1024, "passes": 3, "lanes": 1}

_LOCKED = "This plan is locked. A passphrase or a recovery code opens it."
_OTHER_PASSPHRASE = "That is not the passphrase of this plan. Nothing is lost: try again, or use the recovery code."
_OTHER_CODE = "That recovery code belongs to another plan, or there is a newer one. Nothing is lost."
_NO_SUCH = "This plan has no {}. Nothing was changed."
_SLOT_DAMAGED = "This part of the key file is damaged. Another way of opening the plan may still work. Nothing was changed."
_BLANK = "A passphrase has at least one letter. Nothing was changed."


@dataclass(frozen=True, slots=True)
class Passphrase:
    """Words that open a plan, as they were typed."""

    words: str

    def __repr__(self) -> str:
        return "Passphrase(…)"


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """A recovery code, as it was typed."""

    words: str

    def __repr__(self) -> str:
        return "RecoveryCode(…)"


Secret = Passphrase | RecoveryCode


def unlock(key_file: KeyFile, secret: Secret) -> Keys:
    """Return the keys that a passphrase or a code opens. Raises WrongSecret, CodeMistyped, KeyFileDamaged, StorageError."""
    return _UNLOCK[type(secret)](key_file, secret.words)


def unlock_unasked(key_file: KeyFile, keychain: Keychain) -> Keys:
    """Return the keys where nobody need be asked: a plain slot or this computer's keychain. Raises PlanLocked."""
    for slot in key_file.of_kind(PLAIN):
        return Keys(key_file.vault_id, slot.data("key"))
    for slot in key_file.of_kind(COMPUTER):
        try:
            wrapping = keychain.get(slot.data("name").hex())
        except NoKeychain:
            break
        keys = _unwrapped(slot, key_file.vault_id, wrapping) if wrapping and len(wrapping) == KEY_BYTES else None
        if keys is not None:
            return keys
    known = {PASSPHRASE: Way.PASSPHRASE, RECOVERY: Way.RECOVERY_CODE}
    raise PlanLocked(_LOCKED, tuple(way for kind, way in known.items() if key_file.of_kind(kind)))


def plain_slot(keys: Keys) -> Slot:
    """Return the slot that asks nobody."""
    return slot_of(PLAIN, key=keys.key)


def passphrase_slot(keys: Keys, words: str) -> Slot:
    """Return a slot that a passphrase opens. Raises StorageError for one without a letter."""
    if not words.strip():
        raise StorageError(_BLANK)
    salt = secrets.token_bytes(16)
    return _wrapped(keys, _argon2(words, salt, **ARGON2), PASSPHRASE, salt=salt, **ARGON2)


def recovery_slot(keys: Keys) -> tuple[Slot, str]:
    """Return a slot that a new recovery code opens, and the code as it is printed: it is kept nowhere."""
    code, salt = fresh_code(), secrets.token_bytes(16)
    return _wrapped(keys, _hkdf(code, salt), RECOVERY, salt=salt), code_words(code)


def computer_slot(keys: Keys, keychain: Keychain) -> Slot:
    """Return a slot that this computer's keychain opens, its key being in there. Raises NoKeychain."""
    name, wrapping = secrets.token_bytes(16), secrets.token_bytes(KEY_BYTES)
    keychain.put(name.hex(), wrapping)
    return _wrapped(keys, wrapping, COMPUTER, name=name)


def _by_passphrase(key_file: KeyFile, words: str) -> Keys:
    slots = _slots(key_file, PASSPHRASE, "passphrase")
    for slot in slots:
        numbers = {name: slot.number(name) for name in ARGON2}
        keys = _unwrapped(slot, key_file.vault_id, _argon2(words, slot.data("salt"), **numbers))
        if keys is not None:
            return keys
    raise WrongSecret(_OTHER_PASSPHRASE)


def _by_code(key_file: KeyFile, words: str) -> Keys:
    code = read_code(words)
    for slot in _slots(key_file, RECOVERY, "recovery code"):
        keys = _unwrapped(slot, key_file.vault_id, _hkdf(code, slot.data("salt")))
        if keys is not None:
            return keys
    raise WrongSecret(_OTHER_CODE)


_UNLOCK: dict[type[Secret], Callable[[KeyFile, str], Keys]] = {Passphrase: _by_passphrase, RecoveryCode: _by_code}


def _slots(key_file: KeyFile, kind: str, name: str) -> tuple[Slot, ...]:
    slots = key_file.of_kind(kind)
    if not slots and key_file.damaged:
        raise KeyFileDamaged(_SLOT_DAMAGED)
    if not slots:
        raise StorageError(_NO_SUCH.format(name))
    return slots


def _argon2(words: str, salt: bytes, *, memory: int, passes: int, lanes: int) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf = Argon2id(salt=salt, length=KEY_BYTES, iterations=passes, lanes=lanes, memory_cost=memory)
    # NFKC: the same words typed on another keyboard or system are the same passphrase.
    return kdf.derive(unicodedata.normalize("NFKC", words).encode("utf-8", "surrogatepass"))


def _hkdf(code: bytes, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), KEY_BYTES, salt, b"wrapplanner recovery").derive(code)


def _wrapped(keys: Keys, wrapping: bytes, kind: str, **members: bytes | int) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(12)
    slot = slot_of(kind, **members, nonce=nonce)
    wrapped = AESGCM(wrapping).encrypt(nonce, keys.key, slot.header(keys.vault_id))
    return replace(slot, members=MappingProxyType({**slot.members, "wrapped": wrapped.hex()}))


def _unwrapped(slot: Slot, vault_id: bytes, wrapping: bytes) -> Keys | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        key = AESGCM(wrapping).decrypt(slot.data("nonce"), slot.data("wrapped"), slot.header(vault_id))
    except InvalidTag:
        return None
    return Keys(vault_id, key)
