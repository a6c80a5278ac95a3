"""What a crisis summary may say, cell by cell, before anything is left out to make it fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from wrapplanner.domain.plan import Entry
from wrapplanner.pdf.blocks import Row, Run, Words, plain, strong
from wrapplanner.pdf.documents.crisis_teller import Teller
from wrapplanner.pdf.documents.telling import phone, phones, record_cell, stop_rows, stops

_SENTENCE = re.compile(r"(?<=[.!?…。！？؟।])\s+")
_LIVING = ("child", "person", "animal")
_FIRM = ("child", "person", "")
"""Whom a task is for who is never left out; where nobody said for whom it is, it may be a child."""


class Form(StrEnum):
    """How the entries of a cell are printed."""

    STOP = "stop"
    PROSE = "prose"
    TICKS = "ticks"
    CROSSES = "crosses"
    DOTS = "dots"
    CALLS = "calls"
    LINES = "lines"
    RULED = "ruled"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: its words in one, two or three pieces. One that is `firm` stays where others of its cell are left out."""

    pieces: tuple[Words, ...]
    firm: bool = False

    @property
    def letters(self) -> int:
        """How long it is."""
        return sum(len(run.text) for words in self.pieces for run in words)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the summary. `written` is how many entries the plan has; `anchor` where the full crisis plan has them all.

    `none` is what is said instead of entries where all of them had to be left out.
    """

    id: str
    title: str
    form: Form
    items: tuple[Item, ...]
    written: int
    anchor: str
    none: str = ""


def cells(teller: Teller) -> tuple[Cell, ...]:
    """Return the cells that have words, in the order of the paper."""
    made = [make(teller) for make in _CELLS]
    said = {cell.id for cell in made if cell.items}
    return tuple(cell for cell in made if cell.items and not (cell.id in _STAND_INS and said & _STAND_INS[cell.id]))


def _cell(name: str, title: str, form: Form, items: Iterable[Item], most: int, anchor: str, none: str = "") -> Cell:
    told = tuple(item for item in items if any(item.pieces))
    return Cell(name, title, form, told[:most] if most else told, len(told), anchor, none)


_HARMS = {"allergies": "allergy", "medicines-avoid": "medicines that harm me"}


def _never(teller: Teller) -> Cell:
    rows: list[Row] = []
    for role, said in (("allergies", "Allergy."), ("medicines-avoid", "")):
        question = teller.question(role)
        rows += stop_rows(teller.telling, question, teller.entries(role), said=said) if question else []
    kinds = [said for role, said in _HARMS.items() if teller.entries(role)]
    title = f"Never give me: {' and '.join(kinds)}"
    return _cell("never", title, Form.STOP, (Item(row.cells) for row in rows), 0, "medicines")


def sentences(text: str) -> tuple[str, ...]:
    """Return a text cut where its sentences end."""
    return tuple(each for each in _SENTENCE.split(" ".join(text.split())) if each)


def _prose(teller: Teller, role: str) -> tuple[Item, ...]:
    """Return the sentences of a text, or of a list that is told as one."""
    question = teller.question(role)
    if question is None:
        return ()
    said = [teller.plan.words(entry) for entry in teller.entries(role)]
    several = len(said) > 1
    texts = (each if not several or each.rstrip().endswith((".", "!", "?", "…")) else f"{each.rstrip()}." for each in said)
    return tuple(Item((plain(each),)) for text in texts for each in ((text,) if several else sentences(text)))


def _talking(teller: Teller) -> Cell:
    return _cell("talking", "Talking with me", Form.PROSE, _prose(teller, "communication"), 0, "about")


def _listed(teller: Teller, role: str) -> Iterable[Item]:
    return (Item((plain(teller.plan.words(entry)),)) for entry in teller.entries(role))


def _do(teller: Teller) -> Cell:
    return _cell("do", "Please do", Form.TICKS, _listed(teller, "do"), 6, "helps")


def _do_not(teller: Teller) -> Cell:
    return _cell("do-not", "Please do not", Form.CROSSES, _listed(teller, "do-not"), 6, "helps")


def _calls(teller: Teller) -> Cell:
    """Supporters in their order, then others who help by their work, as far as one has their numbers; else whoever is named."""
    supporters = [_call(teller, entry) for entry in teller.entries("supporters")]
    others = [_call(teller, entry) for entry in teller.entries("professionals")]
    can = [item for item in supporters if item.pieces[2]]
    can += [item for item in others if item.pieces[2]][: max(0, 3 - len(can))]
    told = can or [item for item in supporters if item.pieces[0]]
    return _cell("calls", "Call, in this order" if len(told) > 1 else "Call", Form.CALLS, told, 3, "supporters")


def _call(teller: Teller, entry: Entry) -> Item:
    person = teller.plan.person(entry.person)
    return Item((strong(teller.plan.words(entry)), plain(person.relation if person else ""), phones(person)))


def _lines(teller: Teller) -> Cell:
    """The shipped helplines: the emergency number, and others that anybody may call."""
    rows = (Item((plain(line.says), (), strong(phone(line.number)))) for line in teller.options.helplines)
    return _cell("lines", "Call", Form.CALLS, rows, 3, "supporters")


def _not_called(teller: Teller) -> Cell:
    """Names alone: reasons stand on no summary."""
    items = []
    for entry in teller.not_involved():
        name, person = teller.plan.words(entry).strip(), teller.plan.person(entry.person)
        relation = f", {person.relation}" if person and person.relation.strip() else ""
        items.append(Item(((*strong(name), *plain(relation)) if name else (),)))
    return _cell("not-called", "Do not call, or tell where I am", Form.LINES, items, 0, "supporters")


def _well(teller: Teller) -> Cell:
    return _cell("well", "Me when I am well", Form.PROSE, _prose(teller, "well"), 0, "about")


def _signs(teller: Teller) -> Cell:
    items = _prose(teller, "take-over-signs")
    return _cell("signs", "Me when I need others to take over", Form.PROSE, items, 4, "signs")


def _first_signs(teller: Teller) -> Cell:
    return _cell("first-signs", "First signs", Form.DOTS, _listed(teller, "early-signs"), 4, "before")


def _then(teller: Teller) -> Cell:
    return _cell("then", "What I do then", Form.TICKS, _listed(teller, "early-must"), 4, "before")


def _tools(teller: Teller) -> Cell:
    tools = [tool for tool in teller.plan.tools if tool.favourite] or list(teller.plan.tools)
    named = [tool for tool in tools if tool.name.strip() and tool.state == "use"]
    said = (f"{tool.name}: {tool.note}" if tool.note.strip() else tool.name for tool in named)
    return _cell("tools", "What keeps me well", Form.DOTS, (Item((plain(each),)) for each in said), 4, "")


def _medicines(teller: Teller) -> Cell:
    question = teller.question("medicines-now")
    columns = [column.id for column in question.columns] if question else []
    items = []
    for entry in teller.entries("medicines-now"):
        assert question is not None  # it has entries
        told = {each: record_cell(teller.telling, question, entry, each, bold=each == "name") for each in columns}
        name, amount = told.get("name", ()), told.get("amount", ())
        space = (Run(" "),) if name and amount else ()
        items.append(Item(((*name, *space, *amount), told.get("when", ()))))
    none = f"I take {len(items)} medicines" if len(items) > 1 else "I take one medicine"
    return _cell("medicines", "Medicines now", Form.RULED, items, 0, "medicines", none)


def _depends(teller: Teller) -> Cell:
    """Children, others and animals; where nobody said for whom the tasks are, the first of them, whatever they are."""
    entries = teller.entries("tasks")
    living = [entry for entry in entries if entry.cell("for") in _LIVING]
    chosen = living or [entry for entry in entries if not entry.cell("for")]
    kept = sorted(chosen, key=lambda entry: entry.cell("for") != "child")[:4]
    kept = [entry for entry in chosen if entry in kept or entry.cell("for") == "child"]
    title = "Who depends on me" if living else "Who and what depends on me"
    items = (Item((_task(teller, entry),), firm=entry.cell("for") in _FIRM) for entry in kept)
    cell = _cell("depends", title, Form.LINES, items, 0, "tasks")
    return Cell(cell.id, cell.title, cell.form, cell.items, len(cell.items) + len(chosen) - len(kept), cell.anchor)


def _task(teller: Teller, entry: Entry) -> Words:
    person = teller.plan.person(entry.person)
    numbers = [entry.cell("phone")] if entry.cell("phone").strip() else list(person.phones[:1] if person else ())
    task, who = entry.cell("task").strip().rstrip("."), teller.plan.words(entry).strip()
    spoken = [run for each in numbers for run in strong(phone(each))]
    helper = (*plain(who), *([Run(", ")] if who and spoken else []), *spoken)
    said = helper or plain(entry.cell("how"))
    return (*strong(f"{task}. " if said else task), *said) if task else said


def _places(teller: Teller) -> Cell:
    question = teller.question("places")
    told: list[Item] = []
    for entry in teller.entries("places"):
        assert question is not None  # it has entries
        where, number = entry.cell("where").strip().rstrip("."), entry.cell("phone").strip()
        if not (where or number):
            continue
        choices = {choice.id: choice.title for column in question.columns for choice in column.choices}
        avoid = stops(question, entry)
        label = next((f"{choices[words]}: " for _, words in entry.cells if words in choices), "") if told or avoid else ""
        said = plain(where) if avoid or not told else strong(where)
        told.append(Item(((*plain(label), *said, *_after(number, where), Run(".")),), firm=avoid or not told))
    firm = [item for item in told if item.firm]
    kept = firm + [item for item in told if not item.firm][: max(0, 3 - len(firm))]
    ordered = [item for item in told if item in kept]
    cell = _cell("places", "Where I would like to be", Form.PROSE, ordered, 0, "places")
    return Cell(cell.id, cell.title, cell.form, cell.items, len(told), cell.anchor)


def _after(number: str, where: str) -> Words:
    return (*([Run(", ")] if number and where else []), *strong(phone(number)))


_CELLS: tuple[Callable[[Teller], Cell], ...] = (
    _never, _talking, _do, _do_not, _calls, _not_called, _lines, _first_signs, _then,
    _well, _signs, _medicines, _depends, _places, _tools,
)  # fmt: skip
_STAND_INS = {
    "first-signs": {"signs", "well"},
    "then": {"signs", "well"},
    "tools": {"well"},
}
"""Cells that a plan of few answers prints, and the fuller cells that take their place."""
