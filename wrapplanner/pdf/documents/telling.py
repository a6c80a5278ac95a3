"""What every document needs to tell an answer: for whom, and names, numbers, people and records as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from wrapplanner.domain.framework import Audience, ColumnKind, Framework, Manner, Question
from wrapplanner.domain.framework import Column as RecordColumn
from wrapplanner.domain.kinds import cell_text, spoken_date
from wrapplanner.domain.plan import Agreement, Entry, Person, Plan
from wrapplanner.domain.progress import is_written
from wrapplanner.pdf.blocks import Column, Mark, Row, Run, Table, Words, lines, plain, strong

NO_BREAK_SPACE = "\u00a0"
_PHONE_LETTERS = 24

MARKS = {Manner.PLAIN: Mark.DOT, Manner.DO: Mark.TICK, Manner.DO_NOT: Mark.CROSS}
AGREEMENTS = {
    Agreement.UNSAID: "",
    Agreement.TO_ASK: "to ask",
    Agreement.ASKED: "asked",
    Agreement.AGREED: "agreed",
}
WIDTHS = {
    ColumnKind.LINE: 30.0,
    ColumnKind.TEXT: 44.0,
    ColumnKind.PHONE: 35.0,
    ColumnKind.DATE: 28.0,
    ColumnKind.CHOICE: 34.0,
    ColumnKind.PERSON: 28.0,
}
"""Least widths of a record's columns, in mm; the first is at least FIRST."""

FIRST = 38.0
ROOM = 172.0
WHOLE = (ColumnKind.PHONE, ColumnKind.PERSON, ColumnKind.DATE)
"""Names, numbers and days are not broken over two lines if it can be helped."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What is printed, from whose framework, for whom."""

    framework: Framework
    plan: Plan
    audience: Audience

    @property
    def for_me(self) -> bool:
        """Whether the person prints it for themselves."""
        return self.audience is Audience.ME

    def written(self, question: Question) -> bool:
        """Whether a question has words, on screen or by what it refers to."""
        return is_written(self.plan, question)


def phone(number: str) -> str:
    """Return a phone number that will not break over a line, unless it is longer than any phone number is."""
    return number.replace(" ", NO_BREAK_SPACE) if len(number) <= _PHONE_LETTERS else number


def short_date(words: str) -> str:
    """Return an ISO date with its month in three letters, “1 Nov 2026”, on one line."""
    day, _, rest = spoken_date(words).partition(" ")
    month, _, year = rest.partition(" ")
    return NO_BREAK_SPACE.join((day, month[:3], year)) if year else words


def titled(name: str, note: str) -> Words:
    """Return a name and what is said about it as one line of words."""
    if not (name.strip() and note.strip()):
        return plain(name or note)
    between = " " if name.rstrip()[-1] in ".!?:;,…" else ": "
    return (Run(name.rstrip() + between + note),)


def columns_in_use(columns: Sequence[Column], rows: Iterable[Row]) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """Return columns and rows without the columns that nobody wrote in; the first always stays."""
    told = tuple(rows)
    used = [place for place in range(len(columns)) if not place or any(row.cells[place] for row in told)]
    kept = tuple(columns[place] for place in used)
    return kept, tuple(Row(tuple(row.cells[place] for place in used), row.stop) for row in told)


def who(telling: Telling, entry: Entry) -> Words:
    """Return a person's name with the relation under it."""
    person = telling.plan.person(entry.person)
    return lines((strong(telling.plan.words(entry)), plain(person.relation if person else "")))


def phones(person: Person | None) -> Words:
    """Return a person's phones, one a line, bold."""
    return lines(strong(phone(number)) for number in person.phones) if person else ()


def confirmed(telling: Telling, person: Person | None) -> Words:
    """Return when somebody last confirmed; for oneself also whether they agreed."""
    if person is None:
        return ()
    said = AGREEMENTS[person.agreement] if telling.for_me else ""
    return lines((plain(said), plain(short_date(person.confirmed))))


def people_rows(telling: Telling, entries: Iterable[Entry]) -> tuple[Row, ...]:
    """Return a row a person: who, phone, what is asked, when confirmed."""
    rows = []
    for entry in entries:
        person = telling.plan.person(entry.person)
        rows.append(Row((who(telling, entry), phones(person), plain(entry.note), confirmed(telling, person))))
    return tuple(rows)


def people_table(question: Question, rows: tuple[Row, ...], *, name: str = "") -> Table:
    """Return people as a table, without the columns that nobody wrote in."""
    columns = (
        Column("Who", 36, whole=True),
        Column("Phone", 35, whole=True),
        Column(question.note or "What for", 73, gives=True),
        Column("Confirmed", 28),
    )
    kept, told = columns_in_use(columns, rows)
    return Table(kept, told, name or question.title)


def record_cell(telling: Telling, question: Question, entry: Entry, column: str, *, bold: bool = False) -> Words:
    """Return what a cell of a record says, phones held together and bold."""
    words = cell_text(question, entry, column, telling.plan)
    if question.column(column).kind is ColumnKind.PHONE:
        return strong(phone(words))
    if not bold:
        return plain(words)
    name, bracket, rest = words.partition("(")
    return (*strong(name), *plain(bracket + rest))


def stops(question: Question, entry: Entry) -> bool:
    """Whether a record's choice says “please do not”."""
    chosen = {(column.id, choice.id) for column in question.columns for choice in column.choices
              if choice.manner is Manner.DO_NOT}  # fmt: skip
    return any(cell in chosen for cell in entry.cells)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a hand-made document prints records: least widths in mm, titles of columns, a column's cells beneath another's."""

    widths: Mapping[str, float] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    under: Mapping[str, str] = field(default_factory=dict)


PLAIN_LAYOUT = Layout()


def records_table(
    telling: Telling, question: Question, entries: Iterable[Entry], layout: Layout = PLAIN_LAYOUT, *, name: str = ""
) -> Table:
    """Return records as a table without the columns that nobody wrote in. `name` is said where it runs on to a new page."""
    under = layout.under or _folded(question.columns)
    shown = [column for column in question.columns if column.id not in under]
    named = next((column.id for column in shown if column.kind is not ColumnKind.CHOICE), "")
    last_text = next((column.id for column in reversed(shown) if column.kind is ColumnKind.TEXT), shown[-1].id)
    columns = [
        Column(
            layout.titles.get(each.id, each.title),
            layout.widths.get(each.id, max(WIDTHS[each.kind], 0 if place else FIRST)),
            gives=each.id == last_text,
            whole=each.kind in WHOLE,
        )
        for place, each in enumerate(shown)
    ]
    rows = []
    for entry in entries:
        cells = []
        for column in shown:
            parts = [record_cell(telling, question, entry, column.id, bold=column.id == named)]
            below = (low for low, high in under.items() if high == column.id)
            parts += (record_cell(telling, question, entry, low) for low in below)
            cells.append(lines(parts))
        rows.append(Row(tuple(cells), stop=stops(question, entry)))
    kept, told = columns_in_use(columns, rows)
    return Table(kept, told, name or question.title)


def _folded(columns: Sequence[RecordColumn]) -> Mapping[str, str]:
    """Return which column stands under the first where all of them beside each other would leave none room for its words."""
    wide = sum(max(WIDTHS[each.kind], 0 if place else FIRST) for place, each in enumerate(columns))
    choices = [each.id for each in columns[1:] if each.kind is ColumnKind.CHOICE]
    return dict.fromkeys(choices, columns[0].id) if wide > ROOM else {}


def stop_rows(telling: Telling, question: Question, entries: Iterable[Entry], *, said: str = "") -> tuple[Row, ...]:
    """Return records as rows of a stop box: the first column, then all the others. `said` stands before them, bold."""
    rows = []
    for entry in entries:
        first, *others = (record_cell(telling, question, entry, column.id) for column in question.columns)
        name = tuple(Run(run.text, bold=True) for run in first)
        rest = lines(others)
        rows.append(Row((name, (*strong(f"{said} " if rest else said), *rest))))
    return tuple(rows)


def signature_names(telling: Telling, entries: Iterable[Entry]) -> tuple[Words, ...]:
    """Return who signs: the name bold and the role; for a line to fill by hand the role alone."""
    names = []
    for entry in entries:
        name, role = telling.plan.words(entry), entry.note
        names.append((*strong(name), *plain(f", {role}" if name else role)) if role else strong(name))
    return tuple(names)
