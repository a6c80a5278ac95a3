"""The crisis plan: what supporters and services read when the person cannot speak for themselves.

Order and wording are the design: what it is and when it counts; who I am; the signs; how to be with me; whom to call and not;
medicines; where; what needs doing; who may be told; when it ends; the law and the names. Questions are found by role.
"""

from __future__ import annotations

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Plan
from wrapplanner.pdf.blocks import (
    Block,
    Heading,
    Note,
    Paragraph,
    Rank,
    Run,
    Strip,
    Voice,
    Whole,
    Words,
    lines,
    plain,
    strong,
)
from wrapplanner.pdf.documents import stamps
from wrapplanner.pdf.documents.crisis_sections import SECTIONS
from wrapplanner.pdf.documents.crisis_teller import Section, Teller
from wrapplanner.pdf.manuscript import Furniture, Manuscript
from wrapplanner.pdf.options import PrintOptions


def build(framework: Framework, plan: Plan, options: PrintOptions) -> Manuscript:
    """Return the crisis plan as blocks."""
    teller = Teller(framework, plan, options)
    sections = [section for section in (make(teller) for make in SECTIONS) if section.blocks]
    numbers = {section.id: str(number) for number, section in enumerate(sections, 1)}
    blocks: list[Block] = [*_opening(teller, sections, numbers)]
    ending: list[Block] = [stamps.legal_note()]
    for section in sections:
        heading = Heading(section.title, 2, Rank.SECTION, numbers[section.id], section.remark, anchor=section.id)
        target = ending if section.id == "signatures" else blocks
        target += (heading, *section.blocks)
    name = stamps.full_name(framework, plan)
    version = stamps.version(options.edition)
    return Manuscript(
        title="Crisis plan",
        language=framework.language,
        furniture=Furniture(
            "Crisis plan",
            (name,) if name else ("Please read this if I cannot speak for myself", "If I cannot speak for myself"),
            (f"{version} · replaces every earlier one", version),
        ),
        blocks=(*blocks, Whole(tuple(ending))),
        crisis=True,
    )


def _opening(teller: Teller, sections: list[Section], numbers: dict[str, str]) -> tuple[Block, ...]:
    name = stamps.full_name(teller.framework, teller.plan)
    mine = f"My name is {name}. " if name else ""
    lead = f"{mine}I wrote this while I was well, for the people who look out for me when I cannot speak for myself."
    doors = tuple(
        lines((strong(section.door), (Run(f"part {numbers[section.id]}, page "), Run("", page_of=section.id))))
        for section in sections
        if section.door
    )
    return (
        Heading("Crisis plan", 1, Rank.TITLE, remark=stamps.version(teller.options.edition)),
        Paragraph(plain(lead), Voice.LEAD),
        Note(_when_it_counts(numbers)),
        *((Strip(doors[:4]),) if len(doors) > 1 else ()),
    )


def _when_it_counts(numbers: dict[str, str]) -> Words:
    begin = f"Use it when you see the signs in part {numbers['signs']}. " if "signs" in numbers else ""
    end = f", and as soon as the signs in part {numbers['stop']} are there," if "stop" in numbers else ""
    if begin:
        rest = f"Before that{end} the decisions are mine. Talk with me, not only about me."
    else:
        rest = "For as long as I can decide, the decisions are mine. Talk with me, not only about me."
    return (*strong(begin), *plain(rest))
