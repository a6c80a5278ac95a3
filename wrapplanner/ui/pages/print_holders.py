"""What the print page knows of copies that are out: how the plan differs from each, how it was, what replaces it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from wrapplanner.domain.comparing import Difference, differences
from wrapplanner.domain.copies import Choices, Copy, Edition, Medium, held
from wrapplanner.domain.framework import Audience
from wrapplanner.domain.helplines import Helpline
from wrapplanner.domain.plan import Plan, new_id
from wrapplanner.domain.readership import default_hidden, shown_questions
from wrapplanner.pdf.documents import DOCUMENTS
from wrapplanner.ui.helplines import lines_on_paper
from wrapplanner.ui.pages.page import PageContext
from wrapplanner.ui.pages.print_options import options_for
from wrapplanner.ui.pages.print_paper import Snapshot
from wrapplanner.ui.pages.print_readers import Reader, reader_of
from wrapplanner.ui.pages.print_register import Holding

NOTICE = "replacement-notice"


class Holders:
    """Older versions are walked back to once: they never change."""

    def __init__(self, context: PageContext) -> None:
        self._context, self._session = context, context.session
        self._versions: dict[int, tuple[Edition, Plan] | None] = {}
        self._told: tuple[Plan, dict[str, tuple[Difference, ...] | None]] | None = None

    def holdings(self) -> tuple[Holding, ...]:
        """Return who holds what now, the latest first, and how the plan differs from it."""
        return tuple(Holding(copy, self._differences(copy)) for copy in held(self._session.store.copies()))

    def new_copy(self, document: str, reader: Reader, medium: Medium, choices: Choices) -> Copy:
        """Return a copy of today's edition that is about to leave the house."""
        version = self._session.store.edition().version
        return Copy(
            new_id(), version, document, reader.holder, reader.person, reader.audience.value, medium, date.today(), choices
        )

    def _lines(self, plan: Plan) -> tuple[Helpline, ...]:
        country = self._context.preferences.now.country
        return lines_on_paper(self._context.resources, country, self._session.framework, plan)

    def as_it_was(self, copy: Copy) -> Snapshot | None:
        """Return what makes the pages of a copy as it was given; None where that version is not known any more."""
        found = self._version(copy.version)
        if found is None:
            return None
        edition, plan = found
        reader = reader_of(self._session.framework, plan, copy)
        options = options_for(self._context, self._lines(plan), (), edition, copy.document, reader, copy.choices)
        return Snapshot(copy.document, self._session.framework, plan, replace(options, today=copy.day))

    def replacements(self, copies: Sequence[Copy]) -> tuple[tuple[Snapshot, ...], tuple[Copy, ...]]:
        """Return the papers that take copies out of use, a notice before each new one but for oneself; and the new copies."""
        framework, plan, edition = self._session.framework, self._session.plan, self._session.store.edition()
        papers: list[Snapshot] = []
        handed: list[Copy] = []
        for copy in copies:
            reader = reader_of(framework, plan, copy)
            known = self._session.store.copies()
            options = options_for(self._context, self._lines(plan), known, edition, copy.document, reader, copy.choices)
            if reader.audience is not Audience.ME and NOTICE in DOCUMENTS:
                told = replace(options, differences=self._differences(copy) or ())
                papers.append(Snapshot(NOTICE, framework, plan, told))
            papers.append(Snapshot(copy.document, framework, plan, options))
            handed.append(self.new_copy(copy.document, reader, Medium.PAPER, copy.choices))
        return tuple(papers), tuple(handed)

    def _differences(self, copy: Copy) -> tuple[Difference, ...] | None:
        session = self._session
        if self._told is None or self._told[0] is not session.plan:
            self._told = (session.plan, {})
        known = self._told[1]
        if copy.id not in known:
            known[copy.id] = self._compared(copy)
        return known[copy.id]

    def _compared(self, copy: Copy) -> tuple[Difference, ...] | None:
        framework, plan = self._session.framework, self._session.plan
        if copy.version == self._session.store.edition().version:
            return ()
        found = self._version(copy.version)
        if found is None:
            return None
        hidden = copy.choices.hidden
        if hidden is None:
            hidden = default_hidden(framework, copy.document, Audience(copy.audience))
        return differences(framework, found[1], plan, shown_questions(framework, copy.document, hidden))

    def _version(self, version: int) -> tuple[Edition, Plan] | None:
        if version not in self._versions:
            self._versions[version] = self._session.plan_of_version(version)
        return self._versions[version]
