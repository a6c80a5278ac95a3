"""The supporter brief: one page with what one person is asked to do, and nothing else of the plan."""

from __future__ import annotations

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Person, Plan
from wrapplanner.pdf.blocks import Block, Note, Paragraph, Voice, plain, strong
from wrapplanner.pdf.documents import stamps
from wrapplanner.pdf.documents.crisis_teller import Teller
from wrapplanner.pdf.documents.supporter_copy import asked, furniture, opening
from wrapplanner.pdf.manuscript import Manuscript
from wrapplanner.pdf.options import PrintOptions

TITLE = "Supporter brief"


def build(framework: Framework, plan: Plan, options: PrintOptions) -> Manuscript:
    """Return the brief for `options.recipient` as blocks."""
    teller = Teller(framework, plan, options)
    reader = plan.person(options.recipient) or Person("", "")
    name = stamps.said(framework, plan, "preferred-name") or stamps.full_name(framework, plan)
    whole = f"This is your part in {name}’s plan. " if name else "This is your part in my plan. "
    said = "If you would like to read more of it, ask me. You may change your mind about any of this, at any time."
    blocks: tuple[Block, ...] = (
        *opening(teller, reader),
        Note((*strong(whole), *plain(said))),
        *asked(teller, reader),
        Paragraph(plain("Keep this where only you will find it, and tear it up when a new one comes."), Voice.HINT),
    )
    return Manuscript(TITLE, framework.language, furniture(teller, reader, TITLE), blocks, crisis=True)
