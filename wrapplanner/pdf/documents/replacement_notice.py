"""The replacement notice: old beside new, four ticks, what is different by place, and a slip to send back.

It may be read by whoever opens the post: it names places of the paper and no words of the plan.
"""

from __future__ import annotations

from wrapplanner.domain.comparing import Difference
from wrapplanner.domain.framework import Framework
from wrapplanner.domain.kinds import spoken_date
from wrapplanner.domain.plan import Plan
from wrapplanner.pdf.blocks import (
    Block,
    Bullets,
    Column,
    Heading,
    Mark,
    Pair,
    Paragraph,
    Rank,
    Row,
    Signatures,
    Table,
    Voice,
    Whole,
    Words,
    lines,
    plain,
    strong,
)
from wrapplanner.pdf.documents import stamps
from wrapplanner.pdf.manuscript import Furniture, Manuscript
from wrapplanner.pdf.options import PrintOptions

TITLE = "Replacement notice"
_TO_DO = (
    ("Put the new copy ", "where the old one was."),
    ("Tear or shred the old one. ", "It has names and numbers on it."),
    ("Throw away photos and scans ", "of the old one on your phone or computer."),
    ("Tell me when it is done, ", "or send back the slip below."),
)


def build(framework: Framework, plan: Plan, options: PrintOptions) -> Manuscript:
    """Return the notice that takes `options.replaces` out of use, as blocks."""
    called = stamps.said(framework, plan, "preferred-name") or stamps.full_name(framework, plan)
    edition, old = options.edition, options.replaces
    reader = options.reader or (old.holder if old else "")
    number = options.number[0]
    day = spoken_date((options.today or edition.day).isoformat())
    footer = f"Version {edition.version} replaces version {old.version} · {day}" if old else stamps.version(edition)
    blocks: tuple[Block, ...] = (
        Heading("I have made a new version. Please change over.", 1, Rank.OPENING),
        Paragraph(_from_to(reader, called), Voice.LEAD),
        _old_and_new(options, number, day),
        Heading("What to do", 2, Rank.SECTION),
        Table(
            (Column("Done", 9, box=True), Column("What", 150, gives=True)),
            tuple(Row(((), (*strong(first), *plain(then)))) for first, then in _TO_DO),
            "What to do",
            head=False,
        ),
        *_different(options.differences),
        Whole(_slip(reader, called, options, number)),
    )
    furniture = Furniture("Replacement notice", (), tuple(filter(None, (f"{called} · {footer}" if called else "", footer))))
    return Manuscript(TITLE, framework.language, furniture, blocks)


def _from_to(reader: str, called: str) -> Words:
    to: Words = (*plain("To "), *strong(reader)) if reader else ()
    by: Words = (*plain(", from " if reader else "From "), *strong(called)) if called else ()
    return (*to, *by)


def _old_and_new(options: PrintOptions, number: int, day: str) -> Pair:
    old, edition = options.replaces, options.edition
    had = f"Version {old.version}" if old else "An older version"
    when = f"{spoken_date(old.day.isoformat())}, copy {number}" if old else ""
    return Pair(
        (
            Heading("You have", 2, Rank.CELL),
            Paragraph(lines((strong(had), plain(when)))),
            Heading("Do not use it: destroy", 3, Rank.STOP),
        ),
        (
            Heading("Here is", 2, Rank.CELL),
            Paragraph(lines((strong(f"Version {edition.version}"), plain(f"{day}, copy {number}")))),
            Bullets((strong("Please keep it"),), Mark.TICK),
        ),
    )


def _different(differences: tuple[Difference, ...]) -> tuple[Block, ...]:
    if not differences:
        return ()
    said = [(*strong(f"{each.question.title}: "), *plain(in_short(each))) for each in differences]
    said.append((*strong("Everything else "), *plain("is as it was")))
    hint = Paragraph(plain("This notice names the places and not the words, so that it can go in the post."), Voice.HINT)
    return (Heading("What is different in your copy", 2, Rank.SECTION), Bullets(tuple(said)), hint)


def in_short(difference: Difference) -> str:
    """Return how an answer differs, in numbers of lines and no words of the plan: “two lines added, one changed”."""
    counts = ((len(difference.added), "added"), (len(difference.removed), "taken out"), (len(difference.changed), "changed"))
    said = [f"{_number(count)} {what}" for count, what in counts if count]
    if difference.moved:
        said.append("in another order")
    return ", ".join(said)


def _number(count: int) -> str:
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return words[count] if count < len(words) else str(count)


def _slip(reader: str, called: str, options: PrintOptions, number: int) -> tuple[Block, ...]:
    old = options.replaces
    what = f"version {old.version}, copy {number}," if old else "the older version"
    said = f"I have destroyed {what} and I keep version {options.edition.version}."
    return (
        Heading("To cut off and send back", 2, Rank.SECTION),
        Paragraph((*strong(f"To {called}. " if called else ""), *plain(said))),
        Signatures((plain(reader),), ("Who", "Signed", "Date")),
    )
