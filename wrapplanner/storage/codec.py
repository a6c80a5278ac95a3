"""Plans and changes as plain dictionaries, lists and words, and back: what the history and the open format are made of.

Blank members are left out. Reading back trusts its input: it is our own history. The open format, which anybody may
have written, is checked in `interchange.py` first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from wrapplanner.domain.changes import (
    Change,
    EntryAdded,
    EntryEdited,
    EntryMoved,
    EntryRemoved,
    PersonAdded,
    PersonEdited,
    PersonMoved,
    PersonRemoved,
    Several,
    ToolAdded,
    ToolEdited,
    ToolMoved,
    ToolRemoved,
)
from wrapplanner.domain.plan import Agreement, Entry, Person, Plan, Tool, ToolState

Plain = dict[str, Any]
"""What `json.dumps` takes: dictionaries, lists, words, whole numbers, true and false."""

DOINGS: dict[str, type[Change]] = {
    "entry-added": EntryAdded,
    "entry-edited": EntryEdited,
    "entry-moved": EntryMoved,
    "entry-removed": EntryRemoved,
    "tool-added": ToolAdded,
    "tool-edited": ToolEdited,
    "tool-moved": ToolMoved,
    "tool-removed": ToolRemoved,
    "person-added": PersonAdded,
    "person-edited": PersonEdited,
    "person-moved": PersonMoved,
    "person-removed": PersonRemoved,
    "several": Several,
}
"""The name of each change in the history; permanent, since histories are kept."""

_NAME_OF = {change: name for name, change in DOINGS.items()}


def entry_to_plain(entry: Entry) -> Plain:
    """Return an entry as {id, text?, note?, tool?, person?, cells?: {column: words}}."""
    return _said({**_members(entry), "cells": dict(entry.cells)})


def entry_from_plain(plain: Mapping[str, Any]) -> Entry:
    """Return the entry that `entry_to_plain` wrote down."""
    return Entry(**{**plain, "cells": tuple(plain.get("cells", {}).items())})


def tool_to_plain(tool: Tool) -> Plain:
    """Return a tool as a dictionary of its fields; `state` is left out while it is “use”."""
    state = "" if tool.state is ToolState.USE else tool.state.value
    return _said({**_members(tool), "state": state})


def tool_from_plain(plain: Mapping[str, Any]) -> Tool:
    """Return the tool that `tool_to_plain` wrote down."""
    return Tool(**{"name": "", **plain, "state": ToolState(plain.get("state", ToolState.USE))})


def person_to_plain(person: Person) -> Plain:
    """Return a person as a dictionary of their fields; `phones` is a list."""
    return _said({**_members(person), "phones": list(person.phones), "agreement": person.agreement.value})


def person_from_plain(plain: Mapping[str, Any]) -> Person:
    """Return the person that `person_to_plain` wrote down."""
    phones, agreement = tuple(plain.get("phones", ())), Agreement(plain.get("agreement", ""))
    return Person(**{"name": "", **plain, "phones": phones, "agreement": agreement})


def plan_to_plain(plan: Plan) -> Plain:
    """Return a plan as {framework, tools?, people?, answers?: {question id: [entry]}}."""
    answers = {question: [entry_to_plain(entry) for entry in entries] for question, entries in plan.answers.items()}
    tools, people = [tool_to_plain(tool) for tool in plan.tools], [person_to_plain(person) for person in plan.people]
    return _said({"framework": plan.framework, "tools": tools, "people": people, "answers": answers})


def plan_from_plain(plain: Mapping[str, Any]) -> Plan:
    """Return the plan that `plan_to_plain` wrote down."""
    answers = {question: tuple(map(entry_from_plain, entries)) for question, entries in plain.get("answers", {}).items()}
    tools, people = map(tool_from_plain, plain.get("tools", ())), map(person_from_plain, plain.get("people", ()))
    return Plan(plain["framework"], MappingProxyType(answers), tuple(tools), tuple(people))


def change_to_plain(change: Change) -> Plain:
    """Return a change as {"do": its name, and its fields}."""
    plain: Plain = {"do": _NAME_OF[type(change)]}
    for name, value in _members(change).items():
        plain[name] = _WRITERS[name](value) if name in _WRITERS else value
    return plain


def change_from_plain(plain: Mapping[str, Any]) -> Change:
    """Return the change that `change_to_plain` wrote down. Raises KeyError for a name that it does not know."""
    members = {name: _READERS[name](value) if name in _READERS else value for name, value in plain.items() if name != "do"}
    return DOINGS[plain["do"]](**members)


_WRITERS: dict[str, Callable[[Any], Any]] = {
    "entry": entry_to_plain,
    "tool": tool_to_plain,
    "person": person_to_plain,
    "changes": lambda changes: [change_to_plain(each) for each in changes],
}
_READERS: dict[str, Callable[[Any], Any]] = {
    "entry": entry_from_plain,
    "tool": tool_from_plain,
    "person": person_from_plain,
    "changes": lambda changes: tuple(change_from_plain(each) for each in changes),
}


def _members(thing: Change | Entry | Tool | Person) -> Plain:
    # All of these are dataclasses with slots. dataclasses.asdict copies deeply, which costs ten times as much.
    return {name: getattr(thing, name) for name in thing.__slots__}


def _said(plain: Plain) -> Plain:
    return {name: value for name, value in plain.items() if value}
