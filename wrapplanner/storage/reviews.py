"""When the plan was gone over, and when the person wants to again; two lines of the plan's own file."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Protocol

from wrapplanner.storage.opening import meta_of
from wrapplanner.storage.rows import compact
from wrapplanner.storage.vault import Vault

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from wrapplanner.domain.review import Review

_KEY: Final = "review"


class Keeper(Protocol):
    """What this needs of the store: its vault, and a transaction that writes."""

    vault: Vault

    def writing(self) -> AbstractContextManager[Connection]:
        """Give a connection inside one transaction. Raises NotSaved."""


class ReviewStore:
    """A review in, a review out."""

    def __init__(self, store: Keeper) -> None:
        self._store = store

    def now(self) -> Review:
        """Return what is kept; damaged lines count as none."""
        from wrapplanner.domain.review import Review  # late, as in `plans`

        try:
            kept: dict[str, Any] = json.loads(meta_of(self._store.vault).get(_KEY, "{}"))
            last, following = kept.get("last"), kept.get("next")
            return Review(
                date.fromisoformat(last) if last else None,
                int(kept.get("step", 0)),
                date.fromisoformat(following) if following else None,
            )
        except (ValueError, AttributeError):
            return Review()

    def keep(self, review: Review) -> None:
        """Keep it in place of the one before. Raises NotSaved."""
        from sqlalchemy import delete, insert

        from wrapplanner.storage import tables

        plain = {
            "last": review.last.isoformat() if review.last else "",
            "step": review.step,
            "next": review.next.isoformat() if review.next else "",
        }
        with self._store.writing() as connection:
            connection.execute(delete(tables.meta).where(tables.meta.c.key == _KEY))
            connection.execute(insert(tables.meta), {"key": _KEY, "value": compact(plain)})
