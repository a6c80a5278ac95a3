"""JSON that anybody may have written, read within bounds: how large, how deep, how many, and nothing twice."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from wrapplanner.errors import ImportRefused

MAX_BYTES: Final = 32 * 1024 * 1024
MAX_DEPTH: Final = 16
_ID: Final = re.compile(r"[A-Za-z0-9._-]{1,64}")
_MAX_QUOTES: Final = 4_000_000
_MAX_COMMAS: Final = 800_000
_MAX_BRACKETS: Final = 500_000

# A string, or one that never ends: it must match too, or a search would begin again at each quote inside it.
_STRING: Final = re.compile(rb'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)', re.DOTALL)
_ALL_BUT_BRACKETS: Final = bytes(set(range(256)) - set(b"[]{}"))


class Repeated(dict[str, Any]):
    """An object that names a member twice. JSON lets that pass and keeps the last; we do not guess which was meant."""


class NotAllowed:
    """Stands for a number that no plan holds (NaN, 1.5, one of a thousand digits), so that its place can be told."""


def parse(data: bytes) -> object:
    """Return the JSON value that `data` holds, whole numbers of up to nine digits being its only numbers.

    Raises ImportRefused, within memory and time bounded by MAX_BYTES: not JSON, not UTF-8, too large, too deep.
    """
    if len(data) > MAX_BYTES:
        raise ImportRefused(f"it is larger than {MAX_BYTES // 1024 // 1024} MB.")
    _check_shape(data)
    try:
        text = data.decode("utf-8-sig")  # some editors put a byte order mark in front
        return json.loads(
            text, object_pairs_hook=_pairs, parse_constant=_not_allowed, parse_float=_not_allowed, parse_int=_whole_number
        )
    except UnicodeDecodeError as error:
        raise ImportRefused("its letters are not in UTF-8.", f"byte {error.start}") from None
    except json.JSONDecodeError as error:
        raise ImportRefused("it is not JSON.", f"line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise ImportRefused("it is nested too deeply.") from None


def _check_shape(data: bytes) -> None:
    """Refuse what would fill the memory or the stack, before anything is made of it."""
    skeleton = _STRING.sub(b'"', data) if data.count(b'"') <= _MAX_QUOTES else b"," * (_MAX_COMMAS + 1)
    brackets = skeleton.translate(None, _ALL_BUT_BRACKETS)
    if skeleton.count(b",") > _MAX_COMMAS or len(brackets) > _MAX_BRACKETS:
        raise ImportRefused("it holds more than any plan does.")
    depth = 0
    for bracket in brackets:
        depth += 1 if bracket in b"[{" else -1
        if depth > MAX_DEPTH:
            raise ImportRefused("it is nested too deeply.")


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    return members if len(members) == len(pairs) else Repeated(members)


def _not_allowed(_: str) -> NotAllowed:
    return NotAllowed()


def _whole_number(digits: str) -> int | NotAllowed:
    return int(digits) if len(digits) < 10 else NotAllowed()


def quoted(name: object) -> str:
    """Return a name from a file as it may stand in a sentence: other letters than an id's could trick a terminal."""
    return name if isinstance(name, str) and _ID.fullmatch(name) else "…"


def is_id(name: str) -> bool:
    """Whether a name may be an id."""
    return _ID.fullmatch(name) is not None


def as_object(value: object, place: str) -> dict[str, object]:
    """Return `value` if it is an object that names nothing twice."""
    if isinstance(value, Repeated):
        raise ImportRefused("something is named twice here.", place or "/")
    if not isinstance(value, dict):
        raise ImportRefused("this should be an object, in curly brackets.", place or "/")
    return value


def as_list(value: object, place: str) -> list[object]:
    """Return `value` if it is a list."""
    if not isinstance(value, list):
        raise ImportRefused("this should be a list, in square brackets.", place)
    return value


def check_keys(members: Mapping[str, object], known: frozenset[str], place: str) -> None:
    """Raise ImportRefused for a member that the format does not have here."""
    for name in members:
        if name not in known:
            raise ImportRefused("the format has no member of that name here.", f"{place}/{quoted(name)}")
