"""Blank worksheets of any part, for handwriting or to be filled in on a computer: one question a band, a hint, lines.

No name is asked for, and lines have no numbers.
"""

from __future__ import annotations

from collections.abc import Callable

from wrapplanner.domain.framework import Framework, Level, Part, Question
from wrapplanner.domain.kinds import Kind
from wrapplanner.domain.plan import Plan
from wrapplanner.errors import PrintError
from wrapplanner.pdf.blocks import (
    Block,
    Heading,
    Paragraph,
    PartStart,
    Rank,
    Signatures,
    Voice,
    Whole,
    plain,
)
from wrapplanner.pdf.documents.summary_cells import sentences
from wrapplanner.pdf.documents.telling import FIRST, WIDTHS
from wrapplanner.pdf.forms import Fill, HandTable, Ruled
from wrapplanner.pdf.manuscript import Furniture, Manuscript
from wrapplanner.pdf.options import PrintOptions

IDEAS = 3
"""How many examples stand on a worksheet, where they are asked for."""
_TITLE = "Worksheet"
_PASS = ("It is fine to pass, and to keep this to yourself", "It is fine to pass")
_LEAVE = "Leave out what you like."


def build(framework: Framework, plan: Plan, options: PrintOptions) -> Manuscript:
    """Return worksheets of one part or of all as blocks; nothing of the plan is on them. Raises PrintError for no such part."""
    parts = [part for part in framework.parts if options.part in ("", part.id)]
    if not parts:
        known = ", ".join(part.id for part in framework.parts)
        raise PrintError(f"There is no part “{options.part}”. There are: {known}.")
    blocks = [block for copy in range(options.copies) for part in parts for block in _part(part, options, copy)]
    # The notice stands in the footer of each sheet, which may be handed out alone; large print has room for it at the end only.
    last = (Paragraph(plain(framework.notice), Voice.NOTICE),) if options.large_print else ()
    footer = "" if options.large_print else " ".join(sentences(framework.notice)[:2])
    return Manuscript(
        title=_TITLE,
        language=framework.language,
        furniture=Furniture(_TITLE, _PASS, (footer,), by_part=False),
        blocks=(*blocks, *last),
    )


def _part(part: Part, options: PrintOptions, copy: int) -> tuple[Block, ...]:
    number = str(part.number) if part.number else ""
    return (
        PartStart(part.number, part.title, part.hue),
        Heading(part.title, 1, Rank.TITLE, number),
        Paragraph(plain(f"{part.lead} {_LEAVE}")),
        *(_question(question, options, copy) for question in part.questions),
    )


def _question(question: Question, options: PrintOptions, copy: int) -> Block:
    hint = question.help
    if options.ideas and question.ideas:
        hint = f"Some people write: {' · '.join(question.ideas[:IDEAS])}"
    heading = Heading(question.title, 2, Rank.SECTION)
    # Fields of one name hold the same words: those of a second copy have names of their own.
    name = f"copy{copy + 1}.{question.id}" if copy else question.id
    fill = Fill(name, question.prompt) if options.fillable else None
    return Whole((heading, Paragraph(plain(hint), Voice.HINT), _ROOM[question.kind](question, fill)))


def _line(question: Question, fill: Fill | None) -> Block:
    return Ruled(1, fill=fill)


def _text(question: Question, fill: Fill | None) -> Block:
    return Ruled(5, fill=fill)


def _entries(question: Question, fill: Fill | None) -> Block:
    return Ruled(6 if question.level is Level.CORE else 4, fill=fill)


def _tools(question: Question, fill: Fill | None) -> Block:
    return Ruled(4, boxes=True, fill=fill) if question.level is Level.CORE else Ruled(2, columns=2, fill=fill)


def _people(question: Question, fill: Fill | None) -> Block:
    return HandTable((("Name", 57.0), ("Phone", 43.0), (question.note or "What for", 72.0)), 3, fill)


def _records(question: Question, fill: Fill | None) -> Block:
    columns = tuple(
        (column.title, max(WIDTHS[column.kind], 0 if place else FIRST)) for place, column in enumerate(question.columns)
    )
    return HandTable(columns, 4, fill)


def _signatures(question: Question, fill: Fill | None) -> Block:
    return Signatures(((), (), ()), fill=fill)


def _toolbox(question: Question, fill: Fill | None) -> Block:
    return HandTable((("Tool", 60.0), ("How, where, what I need", 84.0), ("Takes", 28.0)), 12, fill)


_ROOM: dict[Kind, Callable[[Question, Fill | None], Block]] = {
    Kind.LINE: _line,
    Kind.DATE: _line,
    Kind.TEXT: _text,
    Kind.ENTRIES: _entries,
    Kind.TOOLS: _tools,
    Kind.PEOPLE: _people,
    Kind.RECORDS: _records,
    Kind.SIGNATURES: _signatures,
    Kind.TOOLBOX: _toolbox,
}
"""How much room each kind of answer has."""
