"""The supporter copy: a letter, then a checklist, for one named person. Never on it: other people's private tasks.

Side 1: for whom, which copy, what I ask of you, how to be with me, what must not happen. Side 2: when it starts and stops,
who else is in it, how to settle things, who may be told, and that we talked about it.
"""

from __future__ import annotations

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.kinds import spoken_date
from wrapplanner.domain.plan import Entry, Person, Plan
from wrapplanner.domain.readership import OTHERS
from wrapplanner.pdf.blocks import (
    Block,
    Column,
    Heading,
    Note,
    Pair,
    Paragraph,
    Rank,
    Row,
    Run,
    Signatures,
    Strip,
    Table,
    Voice,
    Whole,
    Words,
    lines,
    plain,
    strong,
)
from wrapplanner.pdf.documents import stamps
from wrapplanner.pdf.documents.crisis_teller import Teller
from wrapplanner.pdf.documents.telling import Layout, columns_in_use, phones, record_cell, records_table, stop_rows, who
from wrapplanner.pdf.manuscript import Furniture, Manuscript
from wrapplanner.pdf.options import PrintOptions

TITLE = "Supporter copy"
_TASKS = (Column("Done", 9, box=True), Column("What", 120, gives=True), Column("Phone", 38, whole=True))
_OTHERS = (Column("Who", 48, whole=True), Column("What they do", 80, gives=True), Column("Phone", 36, whole=True))
_MAY_STOP = Note(
    (
        *strong("You may stop at any time. "),
        *plain("Tell me, or another supporter, and it is all right. Look after yourself too: eat, sleep, and tell somebody."),
    )
)
_MEDICINES = Layout({"name": 46.0, "amount": 33.0, "when": 25.0, "for": 32.0, "prescriber": 30.0}, {"name": "Medicine"})
_PLACES = Layout({"choice": 34.0, "where": 46.0}, under={"phone": "where"})


def build(framework: Framework, plan: Plan, options: PrintOptions) -> Manuscript:
    """Return the copy for `options.recipient` as blocks."""
    teller = Teller(framework, plan, options)
    reader = plan.person(options.recipient) or Person("", "")
    first = (*opening(teller, reader), *asked(teller, reader, signs=True), *_manner(teller), *_never(teller))
    return Manuscript(
        title=TITLE,
        language=framework.language,
        furniture=furniture(teller, reader, TITLE),
        blocks=(*first, _MAY_STOP, *_second(teller, reader)),
        crisis=True,
    )


def furniture(teller: Teller, reader: Person, title: str) -> Furniture:
    """Return what stands around a paper for one person."""
    name, stamp = stamps.full_name(teller.framework, teller.plan), stamps.version(teller.options.edition)
    copy = f"Copy {teller.options.number[0]}"
    for_whom = f"Private: for {reader.name}" if reader.name else "Private"
    footers = ((name, copy, stamp), (copy, stamp), (stamp,))
    return Furniture(title, (for_whom, "Private"), tuple(" · ".join(filter(None, each)) for each in footers))


def opening(teller: Teller, reader: Person) -> tuple[Block, ...]:
    """Return for whom it is, from whom, which copy, and what it replaces."""
    name, options = stamps.full_name(teller.framework, teller.plan), teller.options
    thanks = "Thank you for saying yes." if reader.agreement.value == "agreed" else "Thank you for reading it."
    given = (options.today or options.edition.day).isoformat()
    number, many = options.number
    cells: list[Words] = [
        lines((plain("Copy"), strong(f"{number} of {many}"))),
        lines((plain("Given on"), strong(spoken_date(given)))),
    ]
    if options.replaces is not None:
        old = options.replaces
        said = f"version {old.version}, of {spoken_date(old.day.isoformat())}"
        cells.append(lines((plain("Replaces, please tear it up"), strong(said))))
    return (
        Paragraph(plain("For"), Voice.LEAD),
        Heading(reader.name or "somebody who supports me", 1, Rank.TITLE),
        Paragraph(plain(f"from {name}. {thanks}" if name else thanks), Voice.LEAD),
        Strip(tuple(cells)),
    )


def asked(teller: Teller, reader: Person, *, signs: bool = False) -> tuple[Block, ...]:
    """Return what this person is asked to do, each with a box to tick and the phone on the same line; `signs` say when."""
    rows = [Row(((), strong(entry.note), ())) for entry in _own(teller, "supporters", reader) if entry.note.strip()]
    question = teller.question("tasks")
    if question is not None:
        known = {column.id for column in question.columns}
        for entry in _own(teller, "tasks", reader):
            what = lines((strong(entry.cell("task")), plain(entry.cell("how"))))
            rows.append(Row(((), what, record_cell(teller.telling, question, entry, "phone") if "phone" in known else ())))
    if not rows:
        return ()
    title = "What I ask of you"
    remark = "When you see the signs under “When it starts”" if signs and teller.answer("take-over-signs") else ""
    columns, told = columns_in_use(_TASKS, rows)
    return (Heading(title, 2, Rank.SECTION, remark=remark), Table(columns, told, title, head=False))


def _own(teller: Teller, role: str, reader: Person) -> tuple[Entry, ...]:
    return tuple(entry for entry in teller.entries(role) if reader.id and entry.person == reader.id)


def _manner(teller: Teller) -> tuple[Block, ...]:
    talking = teller.labelled("communication", "Talking with me")
    return (*talking, *teller.do_and_do_not(2))


def _never(teller: Teller) -> tuple[Block, ...]:
    given: list[Words] = []
    for role, said in (("allergies", "Allergy."), ("medicines-avoid", "")):
        question = teller.question(role)
        rows = stop_rows(teller.telling, question, teller.entries(role), said=said) if question else ()
        given += (lines(row.cells) for row in rows)
    people: list[Words] = []
    for entry in teller.not_involved():
        reason = plain(entry.note) if teller.gives_reasons else ()
        people.append(lines((who(teller.telling, entry), reason)))
    sides: list[tuple[Block, ...]] = [
        (Heading(title, 2, Rank.STOP), *(Paragraph(each) for each in said))
        for title, said in (("Never give me", given), ("Do not call, or tell where I am", people))
        if said
    ]
    return (Pair(sides[0], sides[1]),) if len(sides) == 2 else tuple(block for side in sides for block in side)


def _second(teller: Teller, reader: Person) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for role, title in (
        ("take-over-signs", "When it starts"),
        ("stop-signs", "When it stops"),
        ("well", "Me when I am well"),
    ):
        if answer := teller.answer(role):
            blocks += (Heading(title, 2, Rank.SECTION), *answer)
    blocks += (*_others(teller, reader), *_medicines(teller), *_places(teller), *_settling(teller))
    name = stamps.full_name(teller.framework, teller.plan)
    names = tuple(strong(each) for each in (name, reader.name) if each)
    keep = (
        "Keep this where only you will find it, and tear it up when a new copy comes. By itself it is not a legal document, "
        "and the law differs from country to country."
    )
    signed: tuple[Block, ...] = (Signatures(names, ("Who", "Signed", "Date")),) if names else ()
    ending = (Heading("We talked about this", 2, Rank.SECTION), *signed, Paragraph(plain(keep), Voice.HINT))
    return (*blocks, Whole(ending))


def _others(teller: Teller, reader: Person) -> tuple[Block, ...]:
    question = teller.framework.role("supporters")
    if question is None or question.id + OTHERS in (teller.options.hidden or ()):
        return ()
    rows = []
    for entry in teller.entries("supporters"):
        person = teller.plan.person(entry.person)
        if person is not None and person.id != reader.id:
            name: Words = (*strong(person.name), *plain(f", {person.relation}" if person.relation.strip() else ""))
            rows.append(Row((name, plain(entry.note), phones(person))))
    columns, told = columns_in_use(_OTHERS, rows)
    title = "Who else is in this"
    return (Heading(title, 2, Rank.SECTION), Table(columns, told, title)) if told else ()


def _medicines(teller: Teller) -> tuple[Block, ...]:
    question = teller.question("medicines-now")
    if question is None:
        return ()
    table = records_table(teller.telling, question, teller.entries("medicines-now"), _MEDICINES, name="Medicines")
    return (Heading("Medicines I take now", 2, Rank.SECTION), table)


def _places(teller: Teller) -> tuple[Block, ...]:
    question = teller.question("places")
    if question is None:
        return ()
    title = "Where I would like to be"
    return (
        Heading(title, 2, Rank.SECTION),
        records_table(teller.telling, question, teller.entries("places"), _PLACES, name=title),
    )


def _settling(teller: Teller) -> tuple[Block, ...]:
    told = teller.question("confidentiality")
    rows = stop_rows(teller.telling, told, teller.entries("confidentiality")) if told else ()
    may_know = tuple(Paragraph((*(Run(run.text) for run in row.cells[0]), *plain(": "), *row.cells[1])) for row in rows)
    sides = [
        (Heading(title, 2, Rank.CELL), *answer)
        for title, answer in (
            ("If you do not agree", teller.answer("disagreement")),
            ("Who may be told", may_know),
        )
        if answer
    ]
    return (Pair(sides[0], sides[1]),) if len(sides) == 2 else tuple(block for side in sides for block in side)
