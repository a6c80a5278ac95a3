"""The crisis summary: one page, whatever was written, for a nurse, an officer, a frightened friend.

Order is the design: who, and how to say it; what could do harm in minutes; how to be with me now; whom to call and not; is
this me or not; medicines; who depends on me; where; the note. Harm and manner come before phoning.
"""

from __future__ import annotations

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.kinds import spoken_date
from wrapplanner.domain.plan import Plan
from wrapplanner.pdf.blocks import Fitted, Run, Words, plain, strong
from wrapplanner.pdf.documents import stamps
from wrapplanner.pdf.documents.crisis_teller import Teller
from wrapplanner.pdf.documents.summary_cells import cells
from wrapplanner.pdf.documents.summary_layout import Summary
from wrapplanner.pdf.forms import PersonHead
from wrapplanner.pdf.manuscript import Frame, Furniture, Manuscript
from wrapplanner.pdf.options import PrintOptions

_TITLE = "Crisis summary"
_LINE = 40
"""Letters of a preferred name or of pronouns that a line has room for among other words."""


def build(framework: Framework, plan: Plan, options: PrintOptions) -> Manuscript:
    """Return the crisis summary as blocks."""
    teller = Teller(framework, plan, options)
    name, version = stamps.full_name(framework, plan), stamps.version(options.edition)
    called = stamps.said(framework, plan, "preferred-name") or name
    spoken = called if len(called) <= _LINE else ""
    summary = Summary(_head(teller), cells(teller), _last(options), spoken, bool(options.holders), options.large_print)
    footer = ((name, version), (called, version), (version,))
    return Manuscript(
        title=_TITLE,
        language=framework.language,
        furniture=Furniture(
            _TITLE,
            ("Please read this if I cannot speak for myself", "If I cannot speak for myself"),
            tuple(" · ".join(filter(None, each)) for each in footer),
            inner=(name, called) if name else (),
            turn_over=True,
        ),
        blocks=(Fitted(summary),),
        crisis=True,
        frame=Frame.TALL,
        cites="crisis-plan",
    )


def _head(teller: Teller) -> PersonHead:
    framework, plan, edition = teller.framework, teller.plan, teller.options.edition
    name = stamps.full_name(framework, plan)
    called, pronouns = (stamps.said(framework, plan, role) for role in ("preferred-name", "pronouns"))
    born = spoken_date(stamps.said(framework, plan, "birth-date"))
    parts: tuple[Words, ...] = (
        (Run("call me "), *strong(called)) if 0 < len(called) <= _LINE and called != name else (),
        plain(pronouns) if len(pronouns) <= _LINE else (),
        (Run("born "), *strong(born)) if born else (),
    )
    under: list[Run] = []
    for words in filter(None, parts):
        under += ([Run(" · ")] if under else []) + list(words)
    if under and under[0].text == "call me ":
        under[0] = Run("Call me ")
    remarks = [plain("Written by me, when well"), strong(stamps.version(edition))]
    if edition.version > 1:
        remarks.append(plain("Replaces every earlier one"))
    return PersonHead(name or _TITLE, tuple(under), tuple(remarks))


def _last(options: PrintOptions) -> Words:
    note = "These are my wishes. By itself this page is not a legal document, and the law differs by country."
    if not options.holders:
        return plain(note)
    names = " and ".join(filter(None, (", ".join(options.holders[:-1]), options.holders[-1])))
    return (Run(f"{note} "), *strong(f"My full crisis plan is with {names}."))
