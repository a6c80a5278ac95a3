"""The file of ideas that a group takes home: a small open JSON format, refused whole or taken whole.

    {"format": "wrap-planner/ideas", "format_version": 1, "title": "What keeps us well",
     "framework": "wrap", "question": "toolbox.tools",
     "groups": [{"title": "Moving", "ideas": ["Swim", "Stairs, slowly"]}]}

`framework` and `question` may be left out, and a group's title be "". Nothing in it says who said what, where or when.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

from wrapplanner.domain.ideas import LONGEST, MOST_GROUPS, MOST_IDEAS, IdeaGroup, Ideas
from wrapplanner.domain.text import normalise
from wrapplanner.errors import ImportRefused
from wrapplanner.storage.openjson import as_list, as_object, check_keys, parse

FORMAT: Final = "wrap-planner/ideas"
FORMAT_VERSION: Final = 1
SUFFIX: Final = ".wrapideas"
MAX_BYTES: Final = 512 * 1024

_MEMBERS: Final = frozenset({"format", "format_version", "title", "framework", "question", "groups"})
_GROUP: Final = frozenset({"title", "ideas"})
_ID: Final = re.compile(r"[A-Za-z0-9._-]{1,64}")
_TURNS: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of what follows: words could be made to look like others."""


def write_ideas(ideas: Ideas) -> bytes:
    """Return ideas as a file: UTF-8, one member a line. Raises ImportRefused where it could not be read again."""
    groups = [{"title": group.title, "ideas": list(group.ideas)} for group in ideas.groups if group.ideas]
    named = {name: value for name in ("framework", "question") if (value := getattr(ideas, name))}
    whole = {"format": FORMAT, "format_version": FORMAT_VERSION, "title": ideas.title, **named, "groups": groups}
    data = (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
    read_ideas(data)
    return data


def read_ideas(data: bytes) -> Ideas:
    """Return the ideas of a file. Raises ImportRefused with the place, a JSON pointer."""
    if len(data) > MAX_BYTES:
        raise ImportRefused("it is larger than any file of ideas.")
    members = as_object(parse(data), "")
    if members.get("format") != FORMAT:
        raise ImportRefused("it is not a file of ideas from a group.", "/format")
    version = members.get("format_version")
    if type(version) is not int or version < 1:
        raise ImportRefused("the version of the format is a whole number from 1.", "/format_version")
    if version > FORMAT_VERSION:
        raise ImportRefused("it was written by a newer version of WRAP Planner.", "/format_version")
    check_keys(members, _MEMBERS, "")
    rows = as_list(members.get("groups", []), "/groups")
    if len(rows) > MOST_GROUPS:
        raise ImportRefused(f"it has more than {MOST_GROUPS} groups.", "/groups")
    groups = tuple(_group(row, f"/groups/{place}") for place, row in enumerate(rows))
    if sum(len(group.ideas) for group in groups) > MOST_IDEAS:
        raise ImportRefused(f"it has more than {MOST_IDEAS} ideas.", "/groups")
    title = _words(members.get("title"), "/title")
    return Ideas(title, groups, _identity(members, "framework"), _identity(members, "question"))


def ideas_schema() -> dict[str, Any]:
    """Return the JSON Schema 2020-12 of the format."""
    words = {"type": "string", "maxLength": LONGEST, "pattern": r"^\S(.*\S)?$"}
    identity = {"type": "string", "pattern": "^[A-Za-z0-9._-]{1,64}$"}
    group = {
        "type": "object",
        "required": ["title", "ideas"],
        "additionalProperties": False,
        "properties": {
            "title": {"oneOf": [{"const": ""}, words]},
            "ideas": {"type": "array", "maxItems": MOST_IDEAS, "items": words},
        },
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Ideas of a group, from WRAP Planner",
        "description": "All groups together have 400 ideas at most. No names, no place, no day.",
        "type": "object",
        "required": ["format", "format_version", "title"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": FORMAT},
            "format_version": {"const": FORMAT_VERSION},
            "title": words,
            "framework": identity,
            "question": identity,
            "groups": {"type": "array", "maxItems": MOST_GROUPS, "items": group},
        },
    }


def _group(value: object, place: str) -> IdeaGroup:
    members = as_object(value, place)
    check_keys(members, _GROUP, place)
    ideas = as_list(members.get("ideas"), f"{place}/ideas")
    if len(ideas) > MOST_IDEAS:
        raise ImportRefused(f"it has more than {MOST_IDEAS} ideas.", f"{place}/ideas")
    title = members.get("title")
    said = tuple(_words(idea, f"{place}/ideas/{at}") for at, idea in enumerate(ideas))
    return IdeaGroup("" if title == "" else _words(title, f"{place}/title"), said)


def _words(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise ImportRefused("this is words, in quotation marks.", place)
    if not value.strip() or len(value) > LONGEST:
        raise ImportRefused(f"an idea or a title has 1 to {LONGEST} letters.", place)
    if normalise(value, single_line=True) != value or value != value.strip() or _TURNS.search(value):
        raise ImportRefused("it holds letters that no idea has.", place)
    return value


def _identity(members: dict[str, object], name: str) -> str:
    value = members.get(name, "")
    if name in members and not (isinstance(value, str) and _ID.fullmatch(value)):
        raise ImportRefused("this is an id.", f"/{name}")
    return str(value)
