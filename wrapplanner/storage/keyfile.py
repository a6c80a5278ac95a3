"""The key file beside a plan: which vault it belongs to, and the data key in one slot or more.

Format 1: `{"format": 1, "vault_id": 32 hex digits, "slots": [{"kind": "plain", "key": 64 hex digits}]}`. A slot of another
kind wraps the same data key in another way; what is not known here is left alone and written by a newer program.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from pathlib import Path

from wrapplanner.errors import PlanTooNew, PlanUnreadable
from wrapplanner.storage.safefiles import write_safely

FORMAT = 1
KEY_BYTES = 32
VAULT_ID_BYTES = 16
_LARGEST = 1 << 20

_DAMAGED = "The key file of this plan is damaged, so the plan cannot be opened. Nothing was changed."


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


def write_keys(path: Path, keys: Keys) -> None:
    """Write a key file that only its owner may read. Raises OSError."""
    plain = {"format": FORMAT, "vault_id": keys.vault_id.hex(), "slots": [{"kind": "plain", "key": keys.key.hex()}]}
    write_safely(path, (json.dumps(plain, indent=1) + "\n").encode("ascii"))


def read_keys(path: Path) -> Keys:
    """Read a key file. Raises PlanUnreadable (gone, damaged), PlanTooNew (a format or a kind of slot not known here)."""
    try:
        with path.open("rb") as file:
            plain = json.loads(file.read(_LARGEST).decode("ascii"))
        newer = plain["format"] > FORMAT
        slots = [] if newer else [slot for slot in plain["slots"] if slot["kind"] == "plain"]
        others = newer or bool(plain["slots"])
        vault_id = _bytes(plain["vault_id"], VAULT_ID_BYTES) if not newer else b""
        key = _bytes(slots[0]["key"], KEY_BYTES) if slots else b""
    except FileNotFoundError as error:
        raise PlanUnreadable("The key file of this plan is gone, so the plan cannot be opened. Nothing was changed.") from error
    except OSError as error:
        raise PlanUnreadable("The key file of this plan cannot be read just now. Nothing was changed.") from error
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise PlanUnreadable(_DAMAGED) from error
    if not slots and others:
        raise PlanTooNew("The key of this plan was written by a newer version of WRAP Planner. Open the plan with that one.")
    if not slots:
        raise PlanUnreadable(_DAMAGED)
    return Keys(vault_id, key)


def _bytes(digits: str, length: int) -> bytes:
    found = bytes.fromhex(digits)
    if len(found) != length or len(digits) != 2 * length:
        raise ValueError("a key of another length")
    return found
