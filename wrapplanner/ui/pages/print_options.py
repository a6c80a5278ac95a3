"""From choices to what a document is made with: for today's plan, or for a copy that somebody holds already."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from wrapplanner.domain.copies import Choices, Copy, Edition, copy_before, holders_of, numbered
from wrapplanner.domain.helplines import Helpline
from wrapplanner.domain.kinds import spoken_date
from wrapplanner.domain.plan import Agreement, Person
from wrapplanner.domain.readership import FOR_ME_ALONE
from wrapplanner.pdf.options import Paper, PrintOptions
from wrapplanner.ui.pages.page import PageContext
from wrapplanner.ui.pages.print_readers import Reader

FULL = "crisis-plan"
"""The document of which short papers say who holds it."""

_AGREEMENTS = {
    Agreement.UNSAID: QT_TRANSLATE_NOOP("PrintChoices", "You have not noted whether they said yes."),
    Agreement.TO_ASK: QT_TRANSLATE_NOOP("PrintChoices", "Still to ask."),
    Agreement.ASKED: QT_TRANSLATE_NOOP("PrintChoices", "You have asked them."),
    Agreement.AGREED: QT_TRANSLATE_NOOP("PrintChoices", "They said yes."),
}


def options_for(
    context: PageContext,
    helplines: tuple[Helpline, ...],
    copies: Sequence[Copy],
    edition: Edition,
    document: str,
    reader: Reader,
    choices: Choices,
) -> PrintOptions:
    """Return the options of a document for a reader. What is the person's own alone hides nothing."""
    alone = document in FOR_ME_ALONE
    return PrintOptions(
        edition,
        context.resources / "fonts",
        Paper(choices.paper),
        choices.large_print,
        reader.audience,
        helplines=helplines,
        holders=holders_of(copies, FULL),
        recipient=reader.person,
        hidden=None if alone else choices.hidden,
        number=(1, 1) if alone else numbered(copies, document, reader.person, reader.holder),
        replaces=None if alone else copy_before(copies, document, reader.person, reader.holder),
        reader=reader.holder,
        today=date.today(),
    )


def agreement_words(person: Person) -> str:
    """Return whether somebody agreed, and when they last said so."""
    if person.agreement is Agreement.AGREED and person.confirmed:
        said = QCoreApplication.translate("PrintChoices", "They said yes, {0}.")
        return said.format(spoken_date(person.confirmed))
    return QCoreApplication.translate("PrintChoices", str(_AGREEMENTS[person.agreement]))
