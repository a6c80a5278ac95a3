"""Domain values as rows and back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from wrapplanner.domain.plan import Agreement, Entry, Person, Tool, ToolState

Values = dict[str, Any]

SCHEMA = 3
"""The version of the tables; it rises with every migration."""

# The columns that make a value, in the order that `entry_of`, `tool_of` and `person_of` take them.
ENTRY_COLUMNS = ("id", "text", "note", "tool", "person", "cells")
TOOL_COLUMNS = ("id", "name", "note", "kind", "takes", "costs_money", "cost", "low_energy", "favourite", "state")
DAY_COLUMNS = ("day", "place", "note", "ticks")
PERSON_COLUMNS = ("id", "name", "relation", "phones", "note", "agreement", "confirmed")

FOLLOWED = {
    "meta": ("key", "value"),
    "tools": (*TOOL_COLUMNS, "rank"),
    "people": (*PERSON_COLUMNS, "rank"),
    "entries": ("question", *ENTRY_COLUMNS, "rank"),
    "history": ("id", "at", "day", "change", "inverse"),
    "editions": ("version", "history", "day", "handed_out"),
    "copies": (
        *("id", "version", "document", "holder", "person", "audience"),
        *("medium", "day", "choices", "state", "state_day"),
    ),
    "days": DAY_COLUMNS,
}
"""The tables that a digest follows and all their columns, in the order that it takes them: both are permanent."""


def compact(plain: Mapping[str, Any] | Sequence[Any]) -> str:
    """Return JSON for a column: short, letters as they are."""
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def entry_values(entry: Entry) -> Values:
    """Return the columns of an entry, without question and rank."""
    return {
        "id": entry.id,
        "text": entry.text,
        "note": entry.note,
        "tool": entry.tool or None,
        "person": entry.person or None,
        "cells": compact(dict(entry.cells)) if entry.cells else "",
    }


def tool_values(tool: Tool) -> Values:
    """Return the columns of a tool, without rank."""
    return {
        "id": tool.id,
        "name": tool.name,
        "note": tool.note,
        "kind": tool.kind,
        "takes": tool.takes,
        "costs_money": int(tool.costs_money),
        "cost": tool.cost,
        "low_energy": int(tool.low_energy),
        "favourite": int(tool.favourite),
        "state": tool.state.value,
    }


def person_values(person: Person) -> Values:
    """Return the columns of a person, without rank."""
    return {
        "id": person.id,
        "name": person.name,
        "relation": person.relation,
        "phones": compact(list(person.phones)),
        "note": person.note,
        "agreement": person.agreement.value,
        "confirmed": person.confirmed,
    }


def entry_of(row: Sequence[Any]) -> Entry:
    """Return the entry of a row (ENTRY_COLUMNS)."""
    identity, text, note, tool, person, cells = row
    return Entry(identity, text, note, tool or "", person or "", tuple(json.loads(cells).items()) if cells else ())


def tool_of(row: Sequence[Any]) -> Tool:
    """Return the tool of a row (TOOL_COLUMNS)."""
    identity, name, note, kind, takes, costs_money, cost, low_energy, favourite, state = row
    return Tool(identity, name, note, kind, takes, bool(costs_money), cost, bool(low_energy), bool(favourite), ToolState(state))


def person_of(row: Sequence[Any]) -> Person:
    """Return the person of a row (PERSON_COLUMNS)."""
    identity, name, relation, phones, note, agreement, confirmed = row
    return Person(identity, name, relation, tuple(json.loads(phones)), note, Agreement(agreement), confirmed)
