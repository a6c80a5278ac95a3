"""A document for a reader, on the command line: who reads it, what stands on it, and what the register notes."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from wrapplanner.content.helplines import load_helplines
from wrapplanner.domain.comparing import Difference, differences
from wrapplanner.domain.copies import Choices, Copy, Medium, copy_before, holders_of, numbered
from wrapplanner.domain.framework import Audience, Framework
from wrapplanner.domain.history import walked_back
from wrapplanner.domain.now import lines_for_papers
from wrapplanner.domain.plan import Plan, new_id
from wrapplanner.domain.readership import BLANK, FOR_ME_ALONE, FOR_ONE, WITH_A_COPY, default_hidden, shown_questions
from wrapplanner.errors import PrintError

if TYPE_CHECKING:
    from wrapplanner.storage.plans import PlanStore

_HOLDERS = {"me": "Me", "service": "A hospital or a care team"}
_REPLACED = "supporter-copy"


def handed_pdf(
    store: PlanStore, framework: Framework, resources: Path, asked: argparse.Namespace, password: str, country: str
) -> tuple[bytes, tuple[Copy, ...]]:
    """Return a document as bytes, sealed where there is a `password`, and the copies that leave the house with it.

    Raises PrintError for a document that this kind of plan does not have, and for a reader whom it cannot be for.
    """
    from wrapplanner.pdf.options import Paper, PrintOptions
    from wrapplanner.pdf.render import make_pdf

    document, plan, copies, edition = asked.document, store.load(), store.copies(), store.edition()
    if document not in framework.documents:
        raise PrintError("This kind of plan does not have that document. Nothing was written.")
    audience, person, holder = _reader(framework, plan, document, asked.reader)
    alone = document in FOR_ME_ALONE
    hidden = None if alone else default_hidden(framework, document, audience)
    of = _REPLACED if document in WITH_A_COPY else document
    before = None if alone else copy_before(copies, of, person, holder)
    if document in WITH_A_COPY and before is None:
        raise PrintError(f"{holder} holds no supporter copy, so there is nothing to replace. Nothing was written.")
    options = PrintOptions(
        edition,
        resources / "fonts",
        Paper(asked.paper),
        asked.large_print,
        audience,
        helplines=lines_for_papers(load_helplines(resources / "helplines"), country, framework, plan),
        holders=holders_of(copies, "crisis-plan"),
        recipient=person,
        hidden=hidden,
        number=(1, 1) if alone else numbered(copies, of, person, holder),
        replaces=before,
        reader=holder,
        differences=_differences(store, framework, plan, before) if document in WITH_A_COPY and before else (),
        today=date.today(),
        fillable=asked.fillable,
    )
    data = make_pdf(document, framework, plan, options)
    if password:
        from wrapplanner.pdf.sealing import with_password

        data = with_password(data, password)
    if document in BLANK or document in WITH_A_COPY:
        return data, ()
    choices = Choices(hidden, asked.paper, asked.large_print)
    copy = Copy(new_id(), edition.version, document, holder, person, audience.value, Medium.FILE, date.today(), choices)
    return data, (copy,)


def _reader(framework: Framework, plan: Plan, document: str, said: str) -> tuple[Audience, str, str]:
    """Return (audience, person id or '', what they are called)."""
    if said in _HOLDERS and document not in FOR_ONE | WITH_A_COPY:
        return Audience.ME if said == "me" else Audience.CLINICIANS, "", _HOLDERS[said]
    found = [person for person in plan.people if person.name.strip().casefold() == said.strip().casefold()]
    if said in _HOLDERS or not found:
        raise PrintError("That document is for one person: name somebody of the address list with --for. Nothing was written.")
    if document in FOR_ME_ALONE:
        raise PrintError("That document is for yourself alone. Nothing was written.")
    professionals = framework.role("professionals")
    at_work = professionals and any(entry.person == found[0].id for entry in plan.entries(professionals.id))
    return Audience.CLINICIANS if at_work else Audience.SUPPORTERS, found[0].id, found[0].name


def _differences(store: PlanStore, framework: Framework, plan: Plan, before: Copy) -> tuple[Difference, ...]:
    known = store.handed_version(before.version)
    if known is None:
        return ()
    *_, old = walked_back(plan, store.steps, known[1])
    hidden = before.choices.hidden
    if hidden is None:
        hidden = default_hidden(framework, before.document, Audience(before.audience))
    return differences(framework, old, plan, shown_questions(framework, before.document, hidden))
