"""The shipped lists of helplines: TOML to frozen values. Every fault is one ContentError that names file, line and place."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from wrapplanner.content.source import Table, keys, read
from wrapplanner.domain.helplines import Helpline

_TEXTS: Final = ("says", "phone", "text", "chat", "hours", "who", "cost", "languages", "deaf", "source")
_REQUIRED: Final = keys("region name note compiled")


def load_helplines(folder: Path) -> tuple[Helpline, ...]:
    """Return the lines of all files of a folder (resources/helplines), file by file in the order of their names.

    Raises ContentError.
    """
    return tuple(line for file in sorted(folder.glob("*.toml")) for line in _lines(file))


def _lines(file: Path) -> tuple[Helpline, ...]:
    top = read(file, {})
    top.check_keys(keys("country line"), keys("territories"))
    country, codes = top.text("country"), top.text("territories").split()
    return tuple(_line(row, country, frozenset(codes)) for row in top.tables("line"))


def _line(row: Table, country: str, territories: frozenset[str]) -> Helpline:
    row.check_keys(_REQUIRED, frozenset(_TEXTS))
    compiled = row.values["compiled"]
    if type(compiled) is not date:
        raise row.fault("“compiled” is a day, as 2026-11-21", "compiled")
    if not any(row.values.get(way) for way in ("phone", "text", "chat")):
        raise row.fault("a line has a “phone”, a “text” or a “chat”")
    texts = {key: row.text(key) for key in _TEXTS}
    return Helpline(row.text("region"), country, row.text("name"), compiled, row.text("note"), territories=territories, **texts)
