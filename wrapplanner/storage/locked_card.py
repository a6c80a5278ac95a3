"""The card on the locked page, in a small file of its own beside the plan: in the open, so that it needs no unlocking."""

from __future__ import annotations

import json
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from wrapplanner.domain.locked_card import LONGEST, MOST_LINES, ROLES, LockedCard
from wrapplanner.domain.text import normalise
from wrapplanner.errors import NotSaved
from wrapplanner.storage.safefiles import write_safely

FILE: Final = "locked-card.json"
FORMAT: Final = 1
_LARGEST: Final = 1 << 16
_NOT_KEPT = "The card cannot be kept: the disk is full, read-only or was pulled out. Your plan is as it was."


def read_card(folder: Path) -> LockedCard | None:
    """Return the card of the plan in a folder, None where there is none; a file that is not one of ours counts as none."""
    try:
        with (folder / FILE).open("rb") as file:
            plain: Any = json.loads(file.read(_LARGEST).decode("utf-8"))
        if plain["format"] != FORMAT:
            return None
        lines = {role: _lines(plain["lines"][role]) for role in ROLES if role in plain["lines"]}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return LockedCard(MappingProxyType({role: said for role, said in lines.items() if said}))


def keep_card(folder: Path, card: LockedCard) -> None:
    """Keep a card; one that shows nothing is taken away. Raises NotSaved."""
    try:
        if card:
            plain = {"format": FORMAT, "lines": {role: list(said) for role, said in card.lines.items()}}
            write_safely(folder / FILE, (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))
        else:
            (folder / FILE).unlink(missing_ok=True)
    except OSError as error:
        raise NotSaved(_NOT_KEPT) from error


def _lines(listed: object) -> tuple[str, ...]:
    if type(listed) is not list:
        raise ValueError("not a list of lines")
    return tuple(normalise(line)[:LONGEST] for line in listed[:MOST_LINES] if type(line) is str)
