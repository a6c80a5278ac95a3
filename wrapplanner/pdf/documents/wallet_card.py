"""The wallet card: it faces a stranger. Never on it: birth date, address, medicines list, people not to call.

Front: a name, two phones, a helpline, the emergency number. Back: what helps, what must never be given, who has the plan.
"""

from __future__ import annotations

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Plan
from wrapplanner.pdf.blocks import plain, strong
from wrapplanner.pdf.documents import stamps
from wrapplanner.pdf.documents.crisis_teller import Teller
from wrapplanner.pdf.documents.summary_cells import Cell, Item, cells, sentences
from wrapplanner.pdf.documents.telling import phone, phones, short_date
from wrapplanner.pdf.forms import Call, Card, Cards
from wrapplanner.pdf.manuscript import Frame, Furniture, Manuscript
from wrapplanner.pdf.options import PrintOptions

CONTACTS = 2
_TITLE = "Wallet card"
_TOP = "If I am in distress, or cannot speak for myself"


def build(framework: Framework, plan: Plan, options: PrintOptions) -> Manuscript:
    """Return the sheet of wallet cards as one block."""
    teller = Teller(framework, plan, options)
    name, version = stamps.full_name(framework, plan), stamps.version(options.edition)
    how = "Print at 100 %, on both sides" if options.both_sides else "Print at 100 %, on one side only"
    footer = tuple(" · ".join(filter(None, each)) for each in ((name, version), (version,)))
    return Manuscript(
        title=_TITLE,
        language=framework.language,
        furniture=Furniture("Wallet cards", (how, "Print at 100 %"), footer, quiet=True),
        blocks=(Cards(_card(teller, name), options.both_sides),),
        crisis=True,
        frame=Frame.CENTRED,
    )


def _card(teller: Teller, name: str) -> Card:
    told = {cell.id: cell for cell in cells(teller)}
    people = [Call(name, role, numbers) for name, role, numbers in (item.pieces for item in _items(told.get("calls")))]
    edition = teller.options.edition
    day = short_date(edition.day.isoformat())
    return Card(
        top=_TOP,
        name=name,
        contacts=tuple(people[:CONTACTS]),
        lines=tuple(Call(plain(line.says), (), strong(phone(line.number))) for line in teller.options.helplines),
        helps=_helps(teller),
        never=_never(teller),
        holder=_holder(teller),
        stamp=f"Version {edition.version} · {day} · not a legal document by itself",
    )


def _items(cell: Cell | None) -> tuple[Item, ...]:
    return cell.items if cell else ()


def _helps(teller: Teller) -> tuple[str, ...]:
    """Return what helps as whole sentences: what others are asked to do, else how to talk with the person."""
    texts = [" ".join(teller.plan.words(entry).split()) for entry in teller.entries("do")]
    if not any(texts):
        texts = [each for entry in teller.entries("communication") for each in sentences(entry.text)]
    return tuple(text if text.endswith((".", "!", "?", "…")) else f"{text}." for text in texts if text)


def _never(teller: Teller) -> tuple[str, ...]:
    names = (entry.cell("name").strip() for role in ("allergies", "medicines-avoid") for entry in teller.entries(role))
    return tuple(dict.fromkeys(" ".join(name.split()) for name in names if name))


def _holder(teller: Teller) -> Call | None:
    """Return who has the full plan, a person one can ring before the others."""
    people = {person.name: person for person in teller.plan.people}
    known = sorted(teller.options.holders, key=lambda name: not (name in people and people[name].phones))
    return Call(plain(known[0]), (), phones(people.get(known[0]))[:1]) if known else None
