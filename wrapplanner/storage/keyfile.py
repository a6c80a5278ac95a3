"""The key file beside a plan: which vault it belongs to, and the data key in one slot or more.

Format 1 is JSON: `{"format": 1, "vault_id": 32 hex digits, "slots": [...]}`. Each slot holds the same data key in another
way; its members, hex digits but for whole numbers:

    plain       key                                             as it is: whoever has the file opens the plan
    passphrase  salt memory passes lanes nonce wrapped          Argon2id (memory in KiB), then AES-GCM
    recovery    salt nonce wrapped                              HKDF of the code's 128 bits, then AES-GCM
    computer    name nonce wrapped                              AES-GCM with a key that this computer's keychain has

and in every one `kind`, `made` (a day) and `check`, the first 16 bytes of SHA-256 of all the others: it tells a damaged
slot from a wrong passphrase. A slot of a kind that is not known here is left as it is.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from wrapplanner.errors import KeyFileDamaged, PlanTooNew, PlanUnreadable, StorageError
from wrapplanner.storage.safefiles import write_safely

FORMAT = 1
KEY_BYTES = 32
VAULT_ID_BYTES = 16
LARGEST = 1 << 16
MOST_SLOTS = 16

PLAIN, PASSPHRASE, RECOVERY, COMPUTER = "plain", "passphrase", "recovery", "computer"

_MEMBERS = {
    PLAIN: ("key",),
    PASSPHRASE: ("salt", "memory", "passes", "lanes", "nonce", "wrapped"),
    RECOVERY: ("salt", "nonce", "wrapped"),
    COMPUTER: ("name", "nonce", "wrapped"),
}
_BYTES = {"key": KEY_BYTES, "salt": 16, "name": 16, "nonce": 12, "wrapped": KEY_BYTES + 16}
# Beyond these a slot counts as damaged: a file from elsewhere could otherwise take all memory, or weaken the passphrase.
_BOUNDS = {"memory": range(19 * 1024, 128 * 1024 + 1), "passes": range(2, 11), "lanes": range(1, 5)}
_MOST_WORK = 400 * 1024  # memory × passes, twice of what we ask for

_DAMAGED = "The key file of this plan is damaged, so the plan cannot be opened. Nothing was changed."
_GONE = "The key file of this plan is gone, so the plan cannot be opened. Nothing was changed."
_NOT_READ = "The key file of this plan cannot be read just now. Nothing was changed."
_TOO_NEW = "The key of this plan was written by a newer version of WRAP Planner. Open the plan with that one."
_ONE_MORE = "Then only this computer could open the plan. Choose a passphrase or a recovery code too. Nothing was changed."


@dataclass(frozen=True, slots=True)
class Keys:
    """What opens a vault: a data key of 32 bytes and the vault's id of 16, which is the salt of the file too."""

    vault_id: bytes
    key: bytes

    def __post_init__(self) -> None:
        # SQLCipher silently takes a raw key of another length as a passphrase: it must never get that far.
        assert len(self.key) == KEY_BYTES, "a data key has 32 bytes"
        assert len(self.vault_id) == VAULT_ID_BYTES, "a vault id has 16 bytes"

    def __repr__(self) -> str:
        return f"Keys(vault_id={self.vault_id.hex()}, key=…)"

    @property
    def raw(self) -> str:
        """SQLCipher's raw key: the key and the salt as 96 hex digits."""
        return (self.key + self.vault_id).hex()


def fresh_keys() -> Keys:
    """Return new random keys."""
    return Keys(secrets.token_bytes(VAULT_ID_BYTES), secrets.token_bytes(KEY_BYTES))


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the data key. `members` are those of the file without kind, day and check."""

    kind: str
    made: str
    members: Mapping[str, Any]

    def __repr__(self) -> str:
        return f"Slot({self.kind}, {self.made}, …)"

    def data(self, name: str) -> bytes:
        """Return a member that is bytes."""
        return bytes.fromhex(self.members[name])

    def number(self, name: str) -> int:
        """Return a member that is a whole number."""
        return int(self.members[name])

    def header(self, vault_id: bytes) -> bytes:
        """Return what AES-GCM binds to the wrapped key: the vault's id and all that the slot says in the open."""
        said = {name: value for name, value in self.members.items() if name not in ("nonce", "wrapped")}
        return vault_id + _canonical({"kind": self.kind, "made": self.made, **said})


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A key file as read. `slots` are whole; `damaged` counts those that are not."""

    vault_id: bytes
    slots: tuple[Slot, ...]
    damaged: int = 0

    def of_kind(self, kind: str) -> tuple[Slot, ...]:
        """Return the slots of a kind, in the order of the file."""
        return tuple(slot for slot in self.slots if slot.kind == kind)

    def with_slot(self, slot: Slot) -> KeyFile:
        """Return the file with a slot in place of those of its kind; a passphrase takes the plain slot's place too."""
        gone = {slot.kind, PLAIN} if slot.kind == PASSPHRASE else {slot.kind} - {COMPUTER}
        return replace(self, slots=(*(each for each in self.slots if each.kind not in gone), slot))

    def without(self, *kinds: str) -> KeyFile:
        """Return the file without the slots of some kinds."""
        return replace(self, slots=tuple(slot for slot in self.slots if slot.kind not in kinds))

    def check(self) -> KeyFile:
        """Return this. Raises KeyFileDamaged (no slot is whole), PlanTooNew (no kind is known)."""
        if not self.slots:
            raise KeyFileDamaged(_DAMAGED)
        if not any(slot.kind in _MEMBERS for slot in self.slots):
            raise PlanTooNew(_TOO_NEW)
        return self


def slot_of(kind: str, **members: bytes | int) -> Slot:
    """Return a slot made today."""
    plain = {name: value.hex() if isinstance(value, bytes) else value for name, value in members.items()}
    return Slot(kind, date.today().isoformat(), MappingProxyType(plain))


def write_key_file(path: Path, key_file: KeyFile) -> None:
    """Write a key file that only its owner may read: the old one or the new one, never half. Raises OSError, StorageError."""
    write_safely(path, format_key_file(key_file))


def read_key_file(path: Path) -> KeyFile:
    """Read a key file; its slots are not judged yet (`KeyFile.check`). Raises KeyFileDamaged, PlanUnreadable, PlanTooNew."""
    try:
        with path.open("rb") as file:
            return parse_key_file(file.read(LARGEST + 1))
    except FileNotFoundError as error:
        raise KeyFileDamaged(_GONE) from error
    except OSError as error:
        raise PlanUnreadable(_NOT_READ) from error


def format_key_file(key_file: KeyFile) -> bytes:
    """Return the bytes of a key file. Raises StorageError where nothing but this computer's keychain could open it."""
    if all(slot.kind == COMPUTER for slot in key_file.slots):
        raise StorageError(_ONE_MORE)
    slots = [_plain(slot, key_file.vault_id) for slot in key_file.slots]
    whole = {"format": FORMAT, "vault_id": key_file.vault_id.hex(), "slots": slots}
    return (json.dumps(whole, indent=1) + "\n").encode("ascii")


def parse_key_file(data: bytes) -> KeyFile:
    """Return the key file in some bytes, within bounds whatever they are. Raises KeyFileDamaged, PlanTooNew."""
    try:
        plain = json.loads(data.decode("ascii")) if len(data) <= LARGEST else {}
        if plain["format"] > FORMAT:
            raise PlanTooNew(_TOO_NEW)
        vault_id, listed = _hex(plain["vault_id"], VAULT_ID_BYTES), plain["slots"]
        if type(listed) is not list or len(listed) > MOST_SLOTS:
            raise ValueError("not a list of slots")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise KeyFileDamaged(_DAMAGED) from error
    read = [_slot(each, vault_id) for each in listed]
    whole = tuple(slot for slot in read if slot is not None)
    return KeyFile(vault_id, whole, len(read) - len(whole))


def _slot(plain: object, vault_id: bytes) -> Slot | None:
    """Return a slot, None for a damaged one."""
    try:
        members = dict(plain)  # type: ignore[call-overload]
        kind, made, check = members.pop("kind"), members.pop("made", ""), members.pop("check", None)
        slot = Slot(kind, made, MappingProxyType(members))
        if kind in _MEMBERS:
            _check_members(slot)
        # Files of the first version have a plain slot without a check.
        if check != _check(slot, vault_id) and not (kind == PLAIN and check is None) and kind in _MEMBERS:
            return None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return slot


def _check_members(slot: Slot) -> None:
    if slot.members.keys() != set(_MEMBERS[slot.kind]) or type(slot.made) is not str:
        raise ValueError("other members than the kind has")
    for name, value in slot.members.items():
        if name in _BYTES:
            _hex(value, _BYTES[name])
        elif type(value) is not int or value not in _BOUNDS[name]:
            raise ValueError("a number out of bounds")
    if slot.kind == PASSPHRASE and slot.number("memory") * slot.number("passes") > _MOST_WORK:
        raise ValueError("more work than we ask for")


def _plain(slot: Slot, vault_id: bytes) -> dict[str, Any]:
    return {"kind": slot.kind, "made": slot.made, **slot.members, "check": _check(slot, vault_id)}


def _check(slot: Slot, vault_id: bytes) -> str:
    said = _canonical({"kind": slot.kind, "made": slot.made, **slot.members})
    return hashlib.sha256(vault_id + said).digest()[:16].hex()


def _canonical(plain: Mapping[str, Any]) -> bytes:
    return json.dumps(plain, sort_keys=True, separators=(",", ":")).encode("ascii")


def _hex(digits: str, length: int) -> bytes:
    found = bytes.fromhex(digits)
    if len(found) != length or len(digits) != 2 * length:
        raise ValueError("a key of another length")
    return found
