"""A small JSON Schema validator: just the keywords that our schema uses, and an error for any other."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Schema = dict[str, Any]

_TYPES: dict[str, type] = {"object": dict, "array": list, "string": str, "boolean": bool}
_REMARKS = {"$schema", "$defs", "title", "description", "deprecated"}


def valid(value: object, schema: Schema, root: Schema | None = None) -> bool:
    """Whether a value fits a schema. Raises KeyError for a keyword that is not known here."""
    root = root or schema
    return all(_KEYWORDS[word](value, argument, schema, root) for word, argument in schema.items() if word not in _REMARKS)


def _ref(value: object, pointer: str, _schema: Schema, root: Schema) -> bool:
    found = root
    for step in pointer.removeprefix("#/").split("/"):
        found = found[step]
    return valid(value, found, root)


def _properties(value: object, known: Schema, _schema: Schema, root: Schema) -> bool:
    return not isinstance(value, dict) or all(valid(value[name], each, root) for name, each in known.items() if name in value)


def _nothing_else(value: object, argument: object, schema: Schema, root: Schema) -> bool:
    more = value.keys() - schema.get("properties", {}).keys() if isinstance(value, dict) else frozenset()
    return not more if argument is False else all(valid(value[name], argument, root) for name in more)  # type: ignore[index,arg-type]


_KEYWORDS: dict[str, Callable[[Any, Any, Schema, Schema], bool]] = {
    "$ref": _ref,
    "type": lambda value, name, _s, _r: isinstance(value, _TYPES[name]),
    "const": lambda value, wanted, _s, _r: value == wanted,
    "enum": lambda value, offered, _s, _r: value in offered,
    "pattern": lambda value, pattern, _s, _r: not isinstance(value, str) or bool(re.search(pattern.replace("$", r"\Z"), value)),
    "maxLength": lambda value, most, _s, _r: not isinstance(value, str) or len(value) <= most,
    "maxItems": lambda value, most, _s, _r: not isinstance(value, list) or len(value) <= most,
    "items": lambda value, each, _s, root: not isinstance(value, list) or all(valid(item, each, root) for item in value),
    "required": lambda value, names, _s, _r: not isinstance(value, dict) or set(names) <= value.keys(),
    "properties": _properties,
    "additionalProperties": _nothing_else,
    "oneOf": lambda value, schemas, _s, root: sum(valid(value, each, root) for each in schemas) == 1,
    "not": lambda value, schema, _s, root: not valid(value, schema, root),
}
