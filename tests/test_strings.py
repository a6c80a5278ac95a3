"""Every string that the program shows is plain: none of the words to avoid, and a reading age of eleven at most."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from readability import reading_age, words_to_avoid

PACKAGE = Path(__file__).resolve().parents[1] / "wrapplanner"
OLDEST, SHORT = 11, 8
TRANSLATES = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
"""Which argument of a call is shown to people."""
ERRORS = PACKAGE / "errors.py"
# Names of things, and where they come from; nobody can write them more plainly.
NAMES = (
    "Qt for Python, SQLCipher",
    "This is free software under the GNU General Public License",
    "Free software under the GNU General Public License",
)


def strings_of(file: Path) -> Iterator[tuple[int, str]]:
    """Yield (line, string) for what a file shows: translated strings, and sentences of our errors."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", "") or getattr(node.func, "id", "")
        if name in TRANSLATES and len(node.args) > TRANSLATES[name]:
            yield from texts(node.args[TRANSLATES[name]])
        elif name in error_names():
            for argument in node.args:
                yield from texts(argument)


def texts(node: ast.expr) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.lineno, node.value
    elif isinstance(node, ast.JoinedStr):
        known = (part.value if isinstance(part, ast.Constant) else "it" for part in node.values)
        yield node.lineno, "".join(str(part) for part in known)
    elif isinstance(node, ast.IfExp):
        yield from texts(node.body)
        yield from texts(node.orelse)


def error_names() -> set[str]:
    return {node.name for node in ast.parse(ERRORS.read_text("utf-8")).body if isinstance(node, ast.ClassDef)} - {
        "ContentError"
    }


FILES = sorted(path for path in PACKAGE.rglob("*.py") if any(strings_of(path)))


def test_the_strings_are_found():
    found = [text for file in FILES for _, text in strings_of(file)]
    assert len(found) > 200
    assert {"Saved", "Next question", "I need my plan now", "Start my plan"} <= set(found)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_every_string_is_plain(file: Path):
    said = [(line, text) for line, text in strings_of(file) if not text.startswith(NAMES)]
    hard = [
        f"{file.name}:{line}: {text!r} reads at {reading_age(text):.1f}"
        for line, text in said
        if len(text.split()) > SHORT and reading_age(text) > OLDEST
    ]
    avoided = [f"{file.name}:{line}: {text!r} says {words_to_avoid(text)}" for line, text in said if words_to_avoid(text)]
    assert not hard + avoided, "\n".join(hard + avoided)
