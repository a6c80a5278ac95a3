"""One question and its columns, from a table of a part's file."""

from __future__ import annotations

from typing import Final

from wrapplanner.content.source import Table, check_once, keys
from wrapplanner.domain.framework import Audience, Choice, Column, ColumnKind, Level, Manner, Question
from wrapplanner.domain.kinds import RULES, Kind

_QUESTION: Final = (
    keys("id kind title prompt help audience"),
    keys("section level manner note add borrows ideas formerly column"),
)
_NOTED: Final = frozenset({Kind.TOOLS, Kind.PEOPLE, Kind.SIGNATURES})


def question_from(table: Table, sections: set[str]) -> Question:
    """Return the question of a `[[question]]` table; `sections` are the ids of its part's sections. Raises ContentError."""
    table.check_keys(*_QUESTION)
    kind = table.member("kind", Kind)
    section = table.text("section")
    if section and section not in sections:
        raise table.fault(f"the part has no section “{section}”", "section")
    if "note" in table.values and kind not in _NOTED:
        raise table.fault(f"an item of kind {kind} has no note", "note")
    if "add" in table.values and not RULES[kind].many:
        raise table.fault(f"an answer of kind {kind} is not a list to add to", "add")
    return Question(
        id=table.identifier(),
        kind=kind,
        title=table.text("title"),
        prompt=table.text("prompt"),
        help=table.text("help"),
        level=table.member("level", Level, Level.CORE),
        audience=table.members("audience", Audience),
        manner=table.member("manner", Manner, Manner.PLAIN),
        section=section,
        note=table.text("note"),
        add=table.text("add"),
        borrows=table.text("borrows"),
        ideas=table.texts("ideas"),
        columns=_columns(table, kind),
        formerly=table.texts("formerly"),
    )


def _columns(table: Table, kind: Kind) -> tuple[Column, ...]:
    rows = table.tables("column")
    if bool(rows) is not (kind is Kind.RECORDS):
        raise table.fault(f"records have columns, and only they do; this is {kind}", "kind")
    check_once(rows)
    columns = tuple(_column(row) for row in rows)
    people = [row for row, column in zip(rows, columns, strict=True) if column.kind is ColumnKind.PERSON]
    if len(people) > 1:
        raise people[1].fault("a question has one person column at most", "kind")
    return columns


def _column(table: Table) -> Column:
    table.check_keys(keys("id title kind"), keys("choices"))
    kind = table.member("kind", ColumnKind)
    rows = table.tables("choices")
    if bool(rows) is not (kind is ColumnKind.CHOICE):
        raise table.fault(f"choice columns have choices, and only they do; this is {kind}", "kind")
    for row in rows:
        row.check_keys(keys("id title"), keys("manner"))
    check_once(rows)
    choices = tuple(Choice(row.identifier(), row.text("title"), row.member("manner", Manner, Manner.PLAIN)) for row in rows)
    return Column(table.identifier(), table.text("title"), kind, choices)
