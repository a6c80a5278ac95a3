"""The sheet that a recovery code is kept on. Made in memory, for whoever has just got a new code; it is in no register.

It names nobody: whoever finds it should not know whose plan it opens.
"""

from __future__ import annotations

from datetime import date

from wrapplanner.domain.kinds import spoken_date
from wrapplanner.pdf.blocks import Block, Box, Bullets, Heading, Mark, Paragraph, Rank, Voice, Whole, plain, strong
from wrapplanner.pdf.forms import Ruled
from wrapplanner.pdf.manuscript import Furniture, Manuscript
from wrapplanner.pdf.options import PrintOptions
from wrapplanner.pdf.render import print_manuscript

TITLE = "Recovery code"
_ROW = 4
_STEPS = (
    "Open WRAP Planner on the computer that has your plan.",
    "Choose “I have a recovery code”.",
    "Type the letters. Small or large letters, spaces and dashes do not matter.",
    "Choose a new passphrase if you like. This code goes on working.",
)
_MIND = (
    "Keep this sheet away from the computer, or give it to somebody you trust.",
    "Whoever has this code and the plan’s files can open the plan.",
    "It cannot be shown again. A new code, from Settings, takes its place.",
)


def make_sheet(code: str, day: date, options: PrintOptions, language: str = "en") -> bytes:
    """Return the sheet as PDF/UA-1; `code` is as it is shown, in groups with dashes. May run in a thread."""
    groups = code.split("-")
    halves = ("  –  ".join(half) for half in (groups[:_ROW], groups[_ROW:]))
    made = f"Made on {spoken_date(day.isoformat())}"
    blocks: tuple[Block, ...] = (
        Heading(TITLE, 1, Rank.TITLE),
        Paragraph(
            plain("It opens your plan if you forget your passphrase, or if your computer’s keychain is gone."), Voice.LEAD
        ),
        Whole((Heading("The code", 2, Rank.SECTION), Box(strong("  –\n".join(halves))))),
        Heading("When you need it", 2, Rank.SECTION),
        Bullets(tuple(plain(step) for step in _STEPS), Mark.DOT),
        Heading("Where to keep it", 2, Rank.SECTION),
        Bullets(tuple(plain(each) for each in _MIND), Mark.DOT),
        Whole((Heading("Which plan it is for, if you want to note it", 2, Rank.LABEL), Ruled(1))),
    )
    furniture = Furniture("", (), (made,))
    return print_manuscript(Manuscript(title=TITLE, language=language, furniture=furniture, blocks=blocks, wall=True), options)
