"""Words that several documents share: the name, the version, the note about the law."""

from __future__ import annotations

from wrapplanner.domain.copies import Edition
from wrapplanner.domain.framework import Framework
from wrapplanner.domain.kinds import spoken_date
from wrapplanner.domain.plan import Plan
from wrapplanner.pdf.blocks import Box, Run
from wrapplanner.pdf.manuscript import Furniture
from wrapplanner.pdf.options import PrintOptions

LEGAL_NOTE = (
    Run("This plan is not a legal document by itself. ", bold=True),
    Run(
        "It says what I want, in my own words, and I ask everyone to follow it as far as they can. What is binding differs "
        "from country to country. An advocate or a solicitor can tell you what applies where you live."
    ),
)


def legal_note() -> Box:
    """Return the note that stands before the signatures, or alone where there are none."""
    return Box(LEGAL_NOTE, closing=True)


def said(framework: Framework, plan: Plan, role: str) -> str:
    """Return the words of a question of one line by its role, on one line; empty where there are none."""
    question = framework.role(role)
    entries = plan.entries(question.id) if question else ()
    return " ".join(entries[0].text.split()) if entries else ""


def full_name(framework: Framework, plan: Plan) -> str:
    """Return the person's full name, else what they like to be called, else nothing."""
    return said(framework, plan, "full-name") or said(framework, plan, "preferred-name")


def wall(framework: Framework, plan: Plan, options: PrintOptions) -> Furniture:
    """Return what stands around a paper for the wall: no header, and no name but the one they like to be called."""
    called, stamp = said(framework, plan, "preferred-name"), version(options.edition)
    return Furniture("", (), (" · ".join(filter(None, (called, stamp))), stamp))


def version(edition: Edition) -> str:
    """Return the stamp of an edition: “Version 7 · 3 November 2026”."""
    return f"Version {edition.version} · {spoken_date(edition.day.isoformat())}"
