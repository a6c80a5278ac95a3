"""Words that the person taught the spelling: names, nicknames, their own language. They are part of the plan's file."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Final, Protocol

from wrapplanner.storage.opening import meta_of
from wrapplanner.storage.rows import compact
from wrapplanner.storage.vault import Vault

if TYPE_CHECKING:
    from sqlalchemy import Connection

_KEY: Final = "words"
MOST: Final = 5_000


class Keeper(Protocol):
    """What this needs of the store: its vault, and a transaction that writes."""

    vault: Vault

    def writing(self) -> AbstractContextManager[Connection]:
        """Give a connection inside one transaction. Raises NotSaved."""


class WordStore:
    """Words in, words out, as they were added."""

    def __init__(self, store: Keeper) -> None:
        self._store = store

    def known(self) -> tuple[str, ...]:
        """Return all words in the order of the alphabet."""
        found = meta_of(self._store.vault).get(_KEY, "")
        return tuple(json.loads(found)) if found else ()

    def add(self, word: str) -> None:
        """Keep one more word. Raises NotSaved."""
        self._keep({*self.known(), word})

    def remove(self, word: str) -> None:
        """Forget a word. Raises NotSaved."""
        self._keep(set(self.known()) - {word})

    def _keep(self, words: set[str]) -> None:
        from sqlalchemy import delete, insert

        from wrapplanner.storage import tables

        kept = sorted(words, key=lambda word: (word.casefold(), word))[:MOST]
        with self._store.writing() as connection:
            connection.execute(delete(tables.meta).where(tables.meta.c.key == _KEY))
            if kept:
                connection.execute(insert(tables.meta), {"key": _KEY, "value": compact(kept)})
