"""One TOML file being read: each value is taken with its type, each fault is a ContentError that names file, id and line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, TypeVar

from wrapplanner.errors import ContentError

_Member = TypeVar("_Member", bound=StrEnum)
_ID: Final = re.compile(r"[A-Za-z0-9._-]{1,64}")
_BRACES: Final = re.compile(r"\{([^{}]*)\}")
_TOML_LINE: Final = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file. `name` is how errors call it: its last three steps, never the whole path."""

    name: str
    text: str

    def fault(self, place: str, line: int, reason: str) -> ContentError:
        """Return the error to raise."""
        return ContentError(self.name, place, line, reason)

    def line_of(self, pattern: str, *, after: int = 0, occurrence: int = 1, until: str = "") -> int:
        """Return the number (from 1) of the nth line below line `after` that matches, or 0 if none does before `until`."""
        for number, line in enumerate(self.text.split("\n"), start=1):
            if number <= after:
                continue
            if re.match(pattern, line):
                occurrence -= 1
                if occurrence == 0:
                    return number
            if until and re.match(until, line):
                break
        return 0


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file. `place` is the id that errors name; `words` stand for `{word}` in its texts.

    Lines are looked up only when something is wrong, from `header`, `occurrence` and `parent`.
    """

    source: Source
    values: Mapping[str, Any]
    place: str
    words: Mapping[str, str]
    header: str = ""
    occurrence: int = 0
    parent: Table | None = None

    @property
    def line(self) -> int:
        """The line where the table begins, from 1."""
        if self.parent is None:
            return 1
        above = self.parent.line
        header = re.escape(self.header)
        found = self.source.line_of(rf"\s*\[\[?{header}\]\]?", after=above - 1, occurrence=self.occurrence)
        return found or self.parent.line_of_key(self.header.rpartition(".")[2])

    def line_of_key(self, key: str) -> int:
        """Return the line of a key of this table, or the table's own if the key is not there."""
        begin = self.line
        below = begin if self.header else 0
        return self.source.line_of(rf"\s*{re.escape(key)}\s*=", after=below, until=r"\s*\[") or begin

    def fault(self, reason: str, key: str = "") -> ContentError:
        """Return the error to raise about this table, or about one of its keys."""
        return self.source.fault(self.place, self.line_of_key(key) if key else self.line, reason)

    def check_keys(self, required: frozenset[str], optional: frozenset[str] = frozenset()) -> None:
        """Raise unless all required keys are there and no key but these."""
        for key in self.values:
            if key not in required and key not in optional:
                raise self.fault(f"unknown key “{key}”", key)
        for key in sorted(required):
            if key not in self.values:
                raise self.fault(f"the key “{key}” is missing")

    def text(self, key: str) -> str:
        """Return a text with its `{words}` put in; '' where the key is absent. One that is there is never blank."""
        return self._filled(self._typed(key, str, "a text"), key) if key in self.values else ""

    def identifier(self, key: str = "id") -> str:
        """Return a text that is an id."""
        found = self._typed(key, str, "a text")
        if not _ID.fullmatch(found):
            raise self.fault(f"“{found}” cannot be an id: 1 to 64 of A–Z a–z 0–9 . _ - are", key)
        return str(found)

    def number(self, key: str) -> int:
        """Return a whole number."""
        found = self._typed(key, int, "a whole number")
        if isinstance(found, bool):
            raise self.fault(f"“{key}” is a whole number", key)
        return int(found)

    def member(self, key: str, kinds: type[_Member], default: _Member | None = None) -> _Member:
        """Return a member of a closed list."""
        if key not in self.values and default is not None:
            return default
        return self._one_of(key, kinds, self._typed(key, str, "a text"))

    def members(self, key: str, kinds: type[_Member]) -> frozenset[_Member]:
        """Return a set of members of a closed list, at least one."""
        found = frozenset(self._one_of(key, kinds, each) for each in self._strings(key))
        if not found:
            raise self.fault(f"“{key}” is empty", key)
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts with their `{words}` put in, empty where the key is absent."""
        return tuple(self._filled(each, key) for each in self._strings(key)) if key in self.values else ()

    def pairs(self, key: str) -> dict[str, str]:
        """Return a table of plain texts, empty where the key is absent."""
        found = self._typed(key, dict, "a table") if key in self.values else {}
        for name, each in found.items():
            if not isinstance(each, str) or not each.strip():
                raise self.fault(f"“{key}.{name}” is a text", key)
        return dict(found)

    def tables(self, key: str) -> tuple[Table, ...]:
        """Return a list of tables, empty where the key is absent; their places are their ids."""
        found = self._typed(key, list, "a list of tables") if key in self.values else []
        header = f"{self.header}.{key}" if self.header else key
        made = []
        for number, values in enumerate(found, start=1):
            if not isinstance(values, dict):
                raise self.fault(f"“{key}” is a list of tables", key)
            place = str(values.get("id", f"{key} {number}"))
            if self.header:
                place = f"{self.place}, {key} {place}"
            made.append(Table(self.source, values, place, self.words, header, number, self))
        return tuple(made)

    def _strings(self, key: str) -> list[str]:
        found = self._typed(key, list, "a list of texts")
        if not all(isinstance(each, str) for each in found):
            raise self.fault(f"“{key}” is a list of texts", key)
        return list(found)

    def _typed(self, key: str, kind: type, called: str) -> Any:  # noqa: ANN401  (TOML's values are of any type until here)
        found = self.values.get(key)
        if not isinstance(found, kind):
            raise self.fault(f"“{key}” is {called}", key)
        return found

    def _one_of(self, key: str, kinds: type[_Member], found: str) -> _Member:
        try:
            return kinds(found)
        except ValueError:
            offered = ", ".join(kinds)
            raise self.fault(f"“{key}” is one of {offered}; “{found}” is not", key) from None

    def _filled(self, text: str, key: str) -> str:
        if not text.strip():
            raise self.fault(f"“{key}” is blank", key)
        if "{" not in text and "}" not in text:
            return text
        for word in _BRACES.findall(text):
            if word not in self.words:
                raise self.fault(f"{{{word}}} is not a word that the framework declares", key)
        if "{" in (rest := _BRACES.sub("", text)) or "}" in rest:
            raise self.fault(f"“{key}” has a brace on its own", key)
        return _BRACES.sub(lambda found: self.words[found[1]], text)


def read(path: Path, words: Mapping[str, str]) -> Table:
    """Return the top table of a TOML file. Raises ContentError."""
    name = "/".join(path.parts[-3:])
    try:
        text = path.read_bytes().decode().replace("\r\n", "\n")
    except OSError:
        raise ContentError(name, path.stem, 1, "there is no such file, or it cannot be read") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ContentError(name, path.stem, line, "not UTF-8 text") from None
    source = Source(name, text)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _toml_fault(source, path.stem, str(error)) from None
    place = values.get("id")
    return Table(source, values, place if isinstance(place, str) else path.stem, words)


def _toml_fault(source: Source, place: str, message: str) -> ContentError:
    found = _TOML_LINE.search(message)
    lines = source.text.split("\n")
    line = int(found[1]) if found and found[1] else len(lines)
    for above in reversed(lines[:line]):
        if said := re.match(r"\s*id\s*=\s*[\"']([^\"']+)[\"']", above):
            place = said[1]
            break
    return source.fault(place, line, f"not TOML: {_TOML_LINE.sub('', message)}")


def keys(words: str) -> frozenset[str]:
    """Return a set of keys written as words with spaces."""
    return frozenset(words.split())


def check_once(rows: tuple[Table, ...]) -> None:
    """Raise ContentError where two rows of one list have the same id."""
    seen: set[str] = set()
    for row in rows:
        if (name := row.values.get("id")) in seen:
            raise row.fault(f"the id “{name}” stands here twice", "id")
        seen.add(str(name))
