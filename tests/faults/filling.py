"""A plan with the same words in every field that there is, and what looks for words in files however they were written."""

from __future__ import annotations

import base64
import contextlib
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from wrapplanner.domain.framework import Column, ColumnKind, Framework, Question
from wrapplanner.domain.kinds import RULES, Kind
from wrapplanner.domain.plan import Entry, Person, Plan, Tool
from wrapplanner.domain.text import normalise


def filled(framework: Framework, said: Sequence[str]) -> Plan:
    """Return a plan in which each of the words stands in every field of every question, tool and person."""
    tools = tuple(Tool(f"t{n}", _line(w), normalise(w), takes=_line(w), cost=_line(w)) for n, w in enumerate(said))
    people = tuple(Person(f"p{n}", _line(w), _line(w), (_line(w),), normalise(w)) for n, w in enumerate(said))
    answers = {
        question.id: tuple(_entry(question, f"{question.id}-{n}", words, n) for n, words in enumerate(_some(question, said)))
        for question in framework.questions()
        if question.kind is not Kind.TOOLBOX
    }
    return Plan(framework.id, answers, tools, people)


def _some(question: Question, said: Sequence[str]) -> Sequence[str]:
    return said if RULES[question.kind].many else said[:1]


def _entry(question: Question, name: str, words: str, number: int) -> Entry:
    slots = RULES[question.kind].slots_of(question)
    note = normalise(words) if "note" in slots else ""
    if question.kind is Kind.DATE:
        return Entry(name, "2026-11-27")
    if question.kind is Kind.RECORDS:
        cells = tuple((c.id, _cell(c, words)) for c in question.columns if c.kind is not ColumnKind.PERSON)
        person = f"p{number}" if question.person_column is not None and number % 2 == 0 else ""
        return Entry(name, _line(words) if question.person_column and not person else "", cells=cells, person=person)
    text = _line(words) if RULES[question.kind].single_line else normalise(words)
    if number % 2 == 0 and "tool" in slots:
        return Entry(name, tool=f"t{number}", note=note)
    if number % 2 == 0 and "person" in slots:
        return Entry(name, person=f"p{number}", note=note)
    return Entry(name, text, note)


def _cell(column: Column, words: str) -> str:
    if column.kind is ColumnKind.DATE:
        return "2026-11-27"
    if column.kind is ColumnKind.CHOICE:
        return column.choices[0].id
    return normalise(words) if column.kind is ColumnKind.TEXT else _line(words)


def _line(words: str) -> str:
    return normalise(words, single_line=True)


def written_ways(words: str) -> dict[str, bytes]:
    """Return words as bytes in every form in which they might be left: by the name of the form."""
    plain = words.encode()
    ways = {"UTF-8": plain, "UTF-16-LE": words.encode("utf-16-le"), "UTF-16-BE": words.encode("utf-16-be")}
    ways["hex"] = plain.hex().encode()
    for shift in range(3):
        # Three letters become four: the words may begin at any of three places; the ends mix with what stands beside.
        coded = base64.b64encode(bytes(shift) + plain)
        ways[f"base64+{shift}"] = coded[4 if shift else 0 : len(coded) // 4 * 4 - 4]
    return ways


def found_in(root: Path, words: Sequence[str], *, but: Callable[[Path], bool]) -> list[str]:
    """Return where any of the words were found below a folder, "file: form" each, outside what `but` leaves out."""
    ways = {f"{each[:6]}… as {name}": data for each in words for name, data in written_ways(each).items()}
    told = []
    for file in sorted(root.rglob("*")):
        if file.is_symlink() or not file.is_file() or but(file):
            continue
        for part in (str(file.relative_to(root)).encode(), *_parts(file.read_bytes())):
            told += [f"{file.relative_to(root)}: {name}" for name, data in ways.items() if data in part]
    return told


def _parts(data: bytes) -> Iterator[bytes]:
    """Yield a file's bytes, and whatever in it can be inflated: a PDF's streams, a compressed file."""
    yield data
    for magic in (b"\x78\x9c", b"\x78\xda", b"\x78\x01", b"\x78\x5e", b"\x1f\x8b\x08"):
        at = data.find(magic)
        while at >= 0:
            inflating = zlib.decompressobj(47 if magic[0] == 0x1F else 15)
            with contextlib.suppress(zlib.error):
                yield inflating.decompress(data[at:], 1 << 24)
            at = data.find(magic, at + 1)
