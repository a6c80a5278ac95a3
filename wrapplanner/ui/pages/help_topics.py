"""The help texts: data in `resources/help/<language>`, one TOML file a topic, read once into frozen values.

A file has `title`, `icon`, `words` (others that one may search by) and blocks. A block may have a `heading`, and then
one of `text`, `points`, `steps` (numbered), `keys` (pairs), or `shortcuts = true` for the program's own list.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wrapplanner.errors import ContentError

_MEMBERS = {"heading", "text", "points", "steps", "keys", "shortcuts"}


@dataclass(frozen=True, slots=True)
class HelpBlock:
    """A heading (or ''), a paragraph (or ''), and rows. `rows` are lines of a list, `pairs` keys and what they do."""

    heading: str = ""
    text: str = ""
    points: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()
    shortcuts: bool = False

    def words(self) -> str:
        """Return all that the block says, for finding."""
        return "\n".join((self.heading, self.text, *self.points, *self.steps, *(" ".join(pair) for pair in self.keys)))


@dataclass(frozen=True, slots=True)
class HelpTopic:
    """One topic; `also` are other words that one may search by."""

    id: str
    title: str
    icon: str
    also: tuple[str, ...]
    blocks: tuple[HelpBlock, ...]

    def has(self, wanted: str) -> bool:
        """Whether all the words that are wanted are somewhere in the topic; letter case does not matter."""
        said = "\n".join((self.title, *self.also, *(block.words() for block in self.blocks))).casefold()
        return all(word in said for word in wanted.casefold().split())


def load_help(folder: Path) -> tuple[HelpTopic, ...]:
    """Return the topics of a language folder in the order of their file names. Raises ContentError."""
    return tuple(_topic(file) for file in sorted(folder.glob("*.toml")))


def _topic(file: Path) -> HelpTopic:
    try:
        with file.open("rb") as reading:
            found: dict[str, Any] = tomllib.load(reading)
        blocks = tuple(_block(block) for block in found["block"])
        return HelpTopic(file.stem.partition("-")[2], found["title"], found["icon"], tuple(found["words"]), blocks)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as problem:
        raise ContentError(f"{file.parent.name}/{file.name}", "help", 1, str(problem)) from problem


def _block(found: dict[str, Any]) -> HelpBlock:
    if unknown := set(found) - _MEMBERS:
        raise ValueError(f"a block has no “{min(unknown)}”")
    keys = tuple((key, does) for key, does in found.get("keys", ()))
    lists = {name: tuple(found.get(name, ())) for name in ("points", "steps")}
    return HelpBlock(
        found.get("heading", ""), found.get("text", ""), **lists, keys=keys, shortcuts=found.get("shortcuts", False)
    )
