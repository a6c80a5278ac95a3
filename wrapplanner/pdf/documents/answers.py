"""How an answer of each kind is printed, whatever framework asked. Blank answers print nothing at all."""

from __future__ import annotations

from collections.abc import Callable

from wrapplanner.domain.framework import Manner, Question
from wrapplanner.domain.kinds import Kind, spoken_date
from wrapplanner.domain.plan import Entry
from wrapplanner.pdf.blocks import Block, Bullets, Paragraph, Row, Signatures, StopBox, plain
from wrapplanner.pdf.documents.telling import (
    MARKS,
    Telling,
    people_rows,
    people_table,
    records_table,
    signature_names,
    stop_rows,
    titled,
    who,
)
from wrapplanner.pdf.documents.toolbox import print_toolbox


def printed(telling: Telling, question: Question) -> tuple[Block, ...]:
    """Return an answer as blocks, without a heading; nothing for a blank one."""
    if not telling.written(question):
        return ()
    entries = tuple(entry for entry in telling.plan.entries(question.id) if not entry.is_blank)
    return PRINTED[question.kind](telling, question, entries)


def _paragraph(telling: Telling, question: Question, entries: tuple[Entry, ...]) -> tuple[Block, ...]:
    return tuple(Paragraph(plain(entry.text)) for entry in entries)


def _date(telling: Telling, question: Question, entries: tuple[Entry, ...]) -> tuple[Block, ...]:
    return tuple(Paragraph(plain(spoken_date(entry.text))) for entry in entries)


def _listed(telling: Telling, question: Question, entries: tuple[Entry, ...]) -> tuple[Block, ...]:
    said = (titled(telling.plan.words(entry), entry.note) for entry in entries)
    words = tuple(each for each in said if each)
    return (Bullets(words, MARKS[question.manner]),) if words else ()


def _people(telling: Telling, question: Question, entries: tuple[Entry, ...]) -> tuple[Block, ...]:
    if question.manner is Manner.DO_NOT:
        return (StopBox(question.title, tuple(Row((who(telling, entry), plain(entry.note))) for entry in entries)),)
    return (people_table(question, people_rows(telling, entries)),)


def _records(telling: Telling, question: Question, entries: tuple[Entry, ...]) -> tuple[Block, ...]:
    if question.manner is Manner.DO_NOT:
        return (StopBox(question.title, stop_rows(telling, question, entries)),)
    return (records_table(telling, question, entries),)


def _signatures(telling: Telling, question: Question, entries: tuple[Entry, ...]) -> tuple[Block, ...]:
    return (Signatures(signature_names(telling, entries)),)


def _toolbox(telling: Telling, question: Question, entries: tuple[Entry, ...]) -> tuple[Block, ...]:
    return print_toolbox(telling.framework, telling.plan)


PRINTED: dict[Kind, Callable[[Telling, Question, tuple[Entry, ...]], tuple[Block, ...]]] = {
    Kind.LINE: _paragraph,
    Kind.TEXT: _paragraph,
    Kind.DATE: _date,
    Kind.ENTRIES: _listed,
    Kind.TOOLS: _listed,
    Kind.PEOPLE: _people,
    Kind.RECORDS: _records,
    Kind.SIGNATURES: _signatures,
    Kind.TOOLBOX: _toolbox,
}
"""How each kind of answer is printed."""
