"""TOML to Programme. Every fault is one ContentError that names file, id and line; nothing half read comes out.

`items.toml` in the folder is a shelf: an item of a session may say `use = "id"` and have all from there but what it says
itself, so that words which several programmes share are written once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from wrapplanner.content.source import Table, check_once, keys, read
from wrapplanner.facilitator.model.kinds import KINDS, ItemKind
from wrapplanner.facilitator.model.programme import LONGEST, Item, Programme, Session

SHELF: Final = "items.toml"
_PROGRAMME = keys("id title about notice session"), keys("framework")
_SESSION = keys("id title length aims item")
_ITEM = keys("id kind title minutes")


def load_programmes(folder: Path) -> tuple[Programme, ...]:
    """Return the programmes of a folder (resources/sessions/en), in the order of their files' names. Raises ContentError."""
    shelf = _shelf(folder)
    return tuple(_programme(file, shelf) for file in _files(folder))


def load_programme(folder: Path, programme: str) -> Programme:
    """Return one programme by its id, reading no other. Raises ContentError, KeyError (there is no such programme)."""
    for file in _files(folder):
        if file.stem.partition("-")[2] == programme:
            return _programme(file, _shelf(folder))
    raise KeyError(programme)


def _files(folder: Path) -> tuple[Path, ...]:
    return tuple(file for file in sorted(folder.glob("*.toml")) if file.name != SHELF)


def _shelf(folder: Path) -> Mapping[str, Item]:
    if not (folder / SHELF).exists():
        return {}
    top = read(folder / SHELF, {})
    top.check_keys(keys("item"))
    rows = top.tables("item")
    check_once(rows)
    return {item.id: item for item in map(_item, rows)}


def _programme(file: Path, shelf: Mapping[str, Item]) -> Programme:
    top = read(file, {})
    top.check_keys(*_PROGRAMME)
    name = top.identifier()
    if file.stem.partition("-")[2] != name:
        raise top.fault(f"the file of “{name}” is called NN-{name}.toml", "id")
    rows = top.tables("session")
    check_once(rows)
    if not rows:
        raise top.fault("a programme has a session", "session")
    sessions = tuple(_session(row, shelf) for row in rows)
    return Programme(name, top.text("title"), top.texts("about"), top.text("notice"), top.text("framework"), sessions)


def _session(table: Table, shelf: Mapping[str, Item]) -> Session:
    table.check_keys(_SESSION)
    rows = table.tables("item")
    if not rows:
        raise table.fault("a session has an item", "item")
    items = tuple(_used(row, shelf) if "use" in row.values else _item(row) for row in rows)
    seen: set[str] = set()
    for row, item in zip(rows, items, strict=True):
        if item.id in seen:
            raise row.fault(f"the id “{item.id}” stands here twice", "use" if "use" in row.values else "id")
        seen.add(item.id)
    made = Session(table.identifier(), table.text("title"), table.number("length"), table.texts("aims"), items)
    if made.minutes != made.length:
        raise table.fault(f"its items add up to {made.minutes} minutes, not to {made.length}", "length")
    return made


def _used(table: Table, shelf: Mapping[str, Item]) -> Item:
    table.check_keys(keys("use minutes"), keys("title"))
    name = table.identifier("use")
    if name not in shelf:
        raise table.fault(f"there is no item “{name}” in {SHELF}", "use")
    title = table.text("title") or shelf[name].title
    return replace(shelf[name], title=title, minutes=_minutes(table))


def _item(table: Table) -> Item:
    kind = _kind(table)
    table.check_keys(_ITEM | kind.needs, kind.may_have)
    return Item(
        table.identifier(),
        kind,
        table.text("title"),
        _minutes(table),
        table.texts("body"),
        table.texts("questions"),
        table.texts("notes"),
        table.texts("groups"),
        part=table.text("part"),
        question=table.text("question"),
    )


def _kind(table: Table) -> type[ItemKind]:
    word = table.text("kind")
    if word not in KINDS:
        raise table.fault(f"“kind” is one of {', '.join(KINDS)}; “{word}” is not", "kind")
    return KINDS[word]


def _minutes(table: Table) -> int:
    found = table.number("minutes")
    if not 1 <= found <= LONGEST:
        raise table.fault(f"“minutes” is from 1 to {LONGEST}", "minutes")
    return found
