"""The agenda of a session on paper: for the wall with what comes when, or for facilitators with questions and notes."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from wrapplanner.facilitator.handouts.printed import LANGUAGE, furniture
from wrapplanner.facilitator.model.programme import Session
from wrapplanner.pdf.blocks import Block, Bullets, Column, Heading, Paragraph, Rank, Row, Table, plain, strong
from wrapplanner.pdf.manuscript import Manuscript

_LEAD = "It may go another way. Passing is fine, and so is a break."


def agenda(session: Session, day: date, place: str = "", *, begins: time | None = None, notes: bool = False) -> Manuscript:
    """Return an agenda with minutes, which add up in its last row. `place` says which session it is, as “Session 2 of 8”.

    With `begins` the first column has the time of day, otherwise the minutes since the beginning. `notes` are for
    facilitators: then each item says its questions and what to watch for.
    """
    aims = (Heading("What we hope for", 2, Rank.SECTION), Bullets(tuple(map(plain, session.aims)))) if session.aims else ()
    blocks: tuple[Block, ...] = (
        Heading(session.title, 1, Rank.TITLE),
        Paragraph(plain(_LEAD)),
        *aims,
        *(_told(session, begins) if notes else _listed(session, begins)),
    )
    kind = "Agenda with notes" if notes else "Agenda"
    footer = "For facilitators" if notes else "An agenda with no names in it"
    return Manuscript(kind, LANGUAGE, furniture(kind, place, footer, day), blocks)


def _when(minute: int, begins: time | None) -> str:
    if begins is None:
        return f"{minute // 60}:{minute % 60:02}"
    return f"{datetime.combine(date.min, begins) + timedelta(minutes=minute):%H:%M}"


def _listed(session: Session, begins: time | None) -> tuple[Block, ...]:
    rows = [
        Row((plain(_when(start, begins)), strong(item.title), plain(f"{item.minutes}")))
        for start, item in zip(session.starts, session.items, strict=True)
    ]
    rows.append(Row((plain(_when(session.minutes, begins)), strong("The end"), strong(f"{session.minutes}"))))
    columns = (Column("When", 20, whole=True), Column("What", 120, gives=True), Column("Minutes", 22, whole=True))
    return Heading("Agenda", 2, Rank.SECTION), Table(columns, tuple(rows), "Agenda")


def _told(session: Session, begins: time | None) -> tuple[Block, ...]:
    told: list[Block] = []
    for start, item in zip(session.starts, session.items, strict=True):
        told.append(Heading(item.title, 2, Rank.SECTION, remark=f"{_when(start, begins)} · {item.minutes} minutes"))
        told += (Paragraph(strong(question)) for question in item.questions)
        if item.notes:
            told.append(Bullets(tuple(map(plain, item.notes))))
    total = f"{_when(session.minutes, begins)} · {session.minutes} minutes in all"
    return *told, Heading("The end", 2, Rank.SECTION, remark=total)
