"""The people of the crisis plan: supporters, whom not to involve, and those whose work it is to help."""

from __future__ import annotations

from wrapplanner.domain.plan import Agreement
from wrapplanner.pdf.blocks import Block, Column, Row, StopBox, Table, lines, plain, strong
from wrapplanner.pdf.documents.crisis_teller import Section, Teller
from wrapplanner.pdf.documents.telling import columns_in_use, people_rows, people_table, phones, who


def supporters(teller: Teller) -> Section:
    """Whom to call, how they settle what they see differently, and whom not to involve."""
    question, entries = teller.question("supporters"), teller.entries("supporters")
    blocks: list[Block] = []
    remark = ""
    if question:
        blocks.append(people_table(question, people_rows(teller.telling, entries), name="My supporters"))
        people = [teller.plan.person(entry.person) for entry in entries]
        agreed = all(person and person.agreement is Agreement.AGREED for person in people)
        remark = ("Call in this order. " if len(entries) > 1 else "") + _agreed(len(entries)) * agreed
    blocks += teller.labelled("disagreement", "If they cannot agree")
    blocks += _not_involved(teller)
    title = "My supporters" if question else "The people around me"
    return Section("supporters", title, tuple(blocks), remark.strip(), "Who to call" if question else "")


def _agreed(people: int) -> str:
    return "Each has agreed." if people > 1 else "We have agreed on it."


def _not_involved(teller: Teller) -> tuple[Block, ...]:
    rows = tuple(
        Row((who(teller.telling, entry), plain(entry.note) if teller.gives_reasons else ())) for entry in teller.not_involved()
    )
    return (StopBox("Please do not involve", rows),) if rows else ()


def professionals(teller: Teller) -> Section:
    """Who helps for a living, and how they are reached."""
    entries = teller.entries("professionals")
    rows = []
    for entry in entries:
        person = teller.plan.person(entry.person)
        role = lines((plain(person.relation if person else ""), plain(entry.note)))
        rows.append(Row((strong(teller.plan.words(entry)), role, phones(person))))
    columns = (Column("Who", 52, whole=True), Column("Role", 84, gives=True), Column("Phone", 36, whole=True))
    kept, told = columns_in_use(columns, rows)
    title = "People whose work is to help me"
    door = "Who to call" if told and not teller.question("supporters") else ""
    return Section("professionals", title, (Table(kept, told, title),) if told else (), door=door)
