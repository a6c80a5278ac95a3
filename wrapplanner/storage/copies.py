"""Who holds which copy: rows in, domain values out. Reading needs no SQLAlchemy."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from wrapplanner.domain.copies import Choices, Copy, CopyState, Edition, Medium
from wrapplanner.errors import PagesDamaged
from wrapplanner.storage.rows import FOLLOWED, Values, compact
from wrapplanner.storage.vault import Vault

if TYPE_CHECKING:
    from sqlalchemy import Connection

_COLUMNS: Final = ", ".join(FOLLOWED["copies"])
_UNREADABLE = "The list of who holds a copy cannot be read. The plan itself is as it was, and nothing was changed."


def copies(vault: Vault) -> tuple[Copy, ...]:
    """Return every copy that ever left the house, in the order in which they did. Raises PlanUnreadable."""
    try:
        return tuple(map(_copy, vault.rows(f"SELECT {_COLUMNS} FROM copies ORDER BY rowid")))
    except (ValueError, KeyError, TypeError) as error:
        raise PagesDamaged(_UNREADABLE) from error


def keep_copy(connection: Connection, copy: Copy) -> None:
    """Write a copy down, in the place of the one with its id."""
    from sqlalchemy import insert, update

    from wrapplanner.storage.tables import copies as table

    values = _values(copy)
    if not connection.execute(update(table).where(table.c.id == copy.id).values(values)).rowcount:
        connection.execute(insert(table), values)


def keep_handed(connection: Connection, handed: Iterable[Copy], before: Iterable[Copy]) -> None:
    """Write new copies down; those of `before` that they take the place of are replaced from that day on."""
    known = {old.key: old for old in before if old.is_held}
    for copy in handed:
        if copy.key in known:
            keep_copy(connection, known[copy.key].ended(CopyState.REPLACED, copy.day))
        keep_copy(connection, copy)


def handed_version(vault: Vault, version: int) -> tuple[Edition, int] | None:
    """Return a version that was handed out and the id of the last step of history in it; None where there is none."""
    found = vault.rows("SELECT day, history FROM editions WHERE version = ?", version)
    return (Edition(version, date.fromisoformat(found[0][0])), int(found[0][1])) if found else None


def _copy(row: tuple[Any, ...]) -> Copy:
    identity, version, document, holder, person, audience, medium, day, choices, state, state_day = row
    chosen = json.loads(choices)
    hidden = chosen.get("hidden")
    return Copy(
        identity,
        version,
        document,
        holder,
        person,
        audience,
        Medium(medium),
        date.fromisoformat(day),
        Choices(None if hidden is None else frozenset(hidden), chosen.get("paper", "a4"), chosen.get("large", False)),
        CopyState(state),
        date.fromisoformat(state_day) if state_day else None,
    )


def _values(copy: Copy) -> Values:
    chosen = copy.choices
    hidden = {} if chosen.hidden is None else {"hidden": sorted(chosen.hidden)}
    return {
        "id": copy.id,
        "version": copy.version,
        "document": copy.document,
        "holder": copy.holder,
        "person": copy.person,
        "audience": copy.audience,
        "medium": copy.medium.value,
        "day": copy.day.isoformat(),
        "choices": compact({**hidden, "paper": chosen.paper, "large": chosen.large_print}),
        "state": copy.state.value,
        "state_day": copy.state_day.isoformat() if copy.state_day else "",
    }
