"""The history of a plan, read page by page; the rows are written by `keeping.py`. Reading needs no SQLAlchemy."""

from __future__ import annotations

import json
from typing import Any, Final

from wrapplanner.domain.history import Step
from wrapplanner.errors import PagesDamaged
from wrapplanner.storage.codec import change_from_plain
from wrapplanner.storage.vault import Vault

_LATEST: Final = 1 << 62
_UNREADABLE = "Something in the history of this plan cannot be read. The plan itself is as it was, and nothing was changed."


def steps(vault: Vault, before: int, count: int) -> tuple[Step, ...]:
    """Return up to `count` steps with an id under `before` (0: from the end), the latest first. Raises PlanUnreadable."""
    found = vault.rows(
        "SELECT id, day, change, inverse FROM history WHERE id < ? ORDER BY id DESC LIMIT ?", before or _LATEST, count
    )
    try:
        return tuple(map(_step, found))
    except (ValueError, KeyError, TypeError) as error:
        raise PagesDamaged(_UNREADABLE) from error


def last_step_of(vault: Vault, day: str) -> int:
    """Return the id of the last step on or before a day (ISO); 0 if there is none."""
    return int(vault.rows("SELECT coalesce(max(id), 0) FROM history WHERE day <= ?", day)[0][0])


def _step(row: tuple[Any, ...]) -> Step:
    identity, day, change, inverse = row
    return Step(identity, day, change_from_plain(json.loads(change)), change_from_plain(json.loads(inverse)))
