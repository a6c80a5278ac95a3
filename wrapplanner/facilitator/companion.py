"""TOML to the Companion's topics. Every fault is one ContentError that names file, id and line."""

from __future__ import annotations

from pathlib import Path

from wrapplanner.content.source import Table, keys, read
from wrapplanner.facilitator.model.companion import CompanionCard, CompanionSection, Form, Topic


def load_companion(folder: Path) -> tuple[Topic, ...]:
    """Return the topics of a folder (resources/companion/en), in the order of their files' names. Raises ContentError."""
    return tuple(_topic(file) for file in sorted(folder.glob("*.toml")))


def _topic(file: Path) -> Topic:
    top = read(file, {})
    top.check_keys(keys("id title lead form section"))
    name = top.identifier()
    if file.stem.partition("-")[2] != name:
        raise top.fault(f"the file of “{name}” is called NN-{name}.toml", "id")
    sections = tuple(_section(row) for row in top.tables("section"))
    return Topic(name, top.text("title"), top.text("lead"), top.member("form", Form), sections)


def _section(table: Table) -> CompanionSection:
    table.check_keys(keys(""), keys("title lines card"))
    cards = [CompanionCard(line) for line in table.texts("lines")]
    for row in table.tables("card"):
        row.check_keys(keys("title text"))
        cards.append(CompanionCard(row.text("text"), row.text("title")))
    if not cards:
        raise table.fault("a section has lines or cards")
    return CompanionSection(table.text("title"), tuple(cards))
