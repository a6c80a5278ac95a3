"""The crisis plan: what supporters and services read when the person cannot speak for themselves.

Order and wording are the design: what it is and when it counts; who I am; the signs; how to be with me; whom to call and not;
medicines; where; what needs doing; who may be told; when it ends; the law and the names. Questions are found by role.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wrapplanner.domain.framework import Audience, Framework, Question
from wrapplanner.domain.kinds import spoken_date
from wrapplanner.domain.plan import Agreement, Entry, Plan
from wrapplanner.domain.progress import answered_by
from wrapplanner.pdf.blocks import (
    Block,
    Bullets,
    Column,
    Furniture,
    Heading,
    LabelTable,
    Manuscript,
    Mark,
    Note,
    Pair,
    Paragraph,
    Rank,
    Row,
    Run,
    Signatures,
    StopBox,
    Strip,
    Table,
    Voice,
    Whole,
    Words,
    lines,
    plain,
    strong,
)
from wrapplanner.pdf.documents import stamps
from wrapplanner.pdf.documents.answers import (
    Layout,
    Telling,
    columns_in_use,
    people_rows,
    people_table,
    phones,
    printed,
    records_table,
    signature_names,
    stop_rows,
    who,
)
from wrapplanner.pdf.options import PrintOptions

_MEDICINES = Layout(
    {"name": 46.0, "amount": 33.0, "when": 25.0, "for": 32.0, "prescriber": 30.0},
    {"name": "Medicine", "prescriber": "Prescribed by"},
)
_NEEDED = Layout({"name": 52.0}, {"name": "Medicine"}, {"amount": "name"})
_TREATMENTS = Layout({"choice": 38.0, "what": 46.0})
_PLACES = Layout({"choice": 34.0, "where": 46.0}, under={"phone": "where"})
_TASKS = Layout({"task": 38.0, "who": 28.0, "phone": 34.0, "how": 72.0})
_LAW = Layout({"what": 42.0})


@dataclass(frozen=True, slots=True)
class _Section:
    """A numbered section that has something to say. `door` is its name on the strip of the first page."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    remark: str = ""
    door: str = ""


def build(framework: Framework, plan: Plan, options: PrintOptions) -> Manuscript:
    """Return the crisis plan as blocks."""
    teller = _Teller(framework, plan, options)
    sections = [section for section in (make(teller) for make in _SECTIONS) if section.blocks]
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


def _opening(teller: _Teller, sections: list[_Section], numbers: dict[str, str]) -> tuple[Block, ...]:
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


class _Teller:
    def __init__(self, framework: Framework, plan: Plan, options: PrintOptions) -> None:
        self.framework, self.plan, self.options = framework, plan, options
        self.telling = Telling(framework, plan, Audience.CLINICIANS)

    def question(self, role: str) -> Question | None:
        """Return the question of a role if it was answered and this audience may read it; a borrowed answer counts."""
        asked = self.framework.role(role)
        if asked is None:
            return None
        question = answered_by(self.framework, self.plan, asked)
        allowed = self.options.audience is Audience.ME or self.options.audience in asked.audience
        return question if allowed and self.telling.written(question) else None

    def entries(self, role: str) -> tuple[Entry, ...]:
        question = self.question(role)
        return tuple(each for each in self.plan.entries(question.id) if not each.is_blank) if question else ()

    def answer(self, role: str) -> tuple[Block, ...]:
        question = self.question(role)
        return printed(self.telling, question) if question else ()

    def labelled(self, role: str, label: str) -> tuple[Block, ...]:
        """Return an answer under a heading of its own, nothing where it is blank."""
        blocks = self.answer(role)
        return (Heading(label, 3, Rank.LABEL), *blocks) if blocks else ()

    def words(self, role: str) -> Words:
        """Return an answer of any number of entries as words: one line a text, a sentence an entry."""
        question = self.question(role)
        if question is None:
            return ()
        texts = [spoken_date(self.plan.words(entry)).strip() for entry in self.entries(role)]
        return plain(". ".join(text.rstrip(".") if len(texts) > 1 else text for text in texts) + "." * (len(texts) > 1))

    def row(self, label: str, *roles: str) -> Row:
        """Return a row of a label table: the answers of all roles, side by side."""
        said: list[Run] = []
        for role in roles:
            words = self.words(role)
            said += ([Run(" · ")] if said and words else []) + list(words)
        return Row((plain(label), tuple(said)))


def _about(teller: _Teller) -> _Section:
    rows = (
        teller.row("Call me", "preferred-name", "pronouns"),
        teller.row("Born", "birth-date"),
        teller.row("Home", "address"),
        teller.row("Talking with me", "communication"),
        teller.row("Languages", "languages"),
        teller.row("Interpreter", "interpreter"),
        teller.row("Faith and culture", "culture"),
        teller.row("When I am well", "well"),
        teller.row("This plan is from", "plan-date"),
        teller.row("It replaces", "replaces"),
    )
    said = tuple(row for row in rows if row.cells[1])
    return _Section("about", "About me", (LabelTable(said),) if said else ())


def _signs(teller: _Teller) -> _Section:
    danger = teller.labelled("danger", "If I may be a danger to myself or to others")
    return _Section("signs", "When I need others to take over", (*teller.answer("take-over-signs"), *danger))


def _helps(teller: _Teller) -> _Section:
    sides = [
        (Heading(title, 3, rank), Bullets(tuple(plain(teller.plan.words(entry)) for entry in entries), mark))
        for title, rank, mark, entries in (
            ("Please do", Rank.CELL, Mark.TICK, teller.entries("do")),
            ("Please do not", Rank.STOP, Mark.CROSS, teller.entries("do-not")),
        )
        if entries
    ]
    blocks: tuple[Block, ...] = (Pair(sides[0], sides[1]),) if len(sides) == 2 else tuple(b for side in sides for b in side)
    title = "What helps, and what makes it worse"
    if len(sides) == 1:
        title = "What helps" if teller.entries("do") else "What makes it worse"
    return _Section("helps", title, blocks, door="What helps me" if sides else "")


def _supporters(teller: _Teller) -> _Section:
    question, entries = teller.question("supporters"), teller.entries("supporters")
    blocks: list[Block] = []
    remark = ""
    if question:
        blocks.append(people_table(question, people_rows(teller.telling, entries), name="My supporters"))
        people = [teller.plan.person(entry.person) for entry in entries]
        agreed = all(person and person.agreement is Agreement.AGREED for person in people)
        remark = ("Call in this order. " if len(entries) > 1 else "") + _agreed(len(entries)) * agreed
    blocks += teller.labelled("disagreement", "If they cannot agree")
    blocks += _not_involved(teller)
    title = "My supporters" if question else "The people around me"
    return _Section("supporters", title, tuple(blocks), remark.strip(), "Who to call" if question else "")


def _agreed(people: int) -> str:
    return "Each has agreed." if people > 1 else "We have agreed on it."


def _not_involved(teller: _Teller) -> tuple[Block, ...]:
    """Names stand on every copy: not to know them does harm. Reasons are for services and for the person."""
    question = teller.framework.role("not-involved")
    if question is None:
        return ()
    reasons = teller.options.audience in (Audience.ME, Audience.CLINICIANS)
    rows = tuple(
        Row((who(teller.telling, entry), plain(entry.note) if reasons else ()))
        for entry in teller.plan.entries(question.id)
        if teller.plan.words(entry).strip()
    )
    return (StopBox("Please do not involve", rows),) if rows else ()


def _professionals(teller: _Teller) -> _Section:
    entries = teller.entries("professionals")
    rows = []
    for entry in entries:
        person = teller.plan.person(entry.person)
        role = ", ".join(filter(None, (person.relation if person else "", entry.note)))
        rows.append(Row((strong(teller.plan.words(entry)), plain(role), phones(person))))
    columns = (Column("Who", 52, whole=True), Column("Role", 84, gives=True), Column("Phone", 36, whole=True))
    kept, told = columns_in_use(columns, rows)
    title = "People whose work is to help me"
    door = "Who to call" if told and not teller.question("supporters") else ""
    return _Section("professionals", title, (Table(kept, told, title),) if told else (), door=door)


def _medicines(teller: _Teller) -> _Section:
    blocks: list[Block] = []
    never: list[Row] = []
    for role, said in (("allergies", "Allergy."), ("medicines-avoid", "")):
        question = teller.question(role)
        never += stop_rows(teller.telling, question, teller.entries(role), said=said) if question else ()
    if never:
        blocks.append(StopBox("Never give me", tuple(never)))
    now = teller.question("medicines-now")
    if now:
        entries = teller.entries("medicines-now")
        table = records_table(teller.telling, now, entries, _MEDICINES, name="Medicines I take now")
        blocks += (Heading("I take now", 3, Rank.LABEL), table)
    needed = teller.question("medicines-if-needed")
    if needed:
        entries = teller.entries("medicines-if-needed")
        table = records_table(teller.telling, needed, entries, _NEEDED)
        blocks += (Heading("May be used if needed", 3, Rank.LABEL), table)
    day = spoken_date(teller.options.edition.day.isoformat())
    remark = f"As they were on {day}. Please check with the pharmacy." if now else ""
    return _Section("medicines", "Medicines", tuple(blocks), remark, "Medicines" if blocks else "")


def _treatments(teller: _Teller) -> _Section:
    return _records(teller, "treatments", "Treatments and other therapies", _TREATMENTS)


def _places(teller: _Teller) -> _Section:
    places = _records(teller, "places", "Where I would like to be", _PLACES)
    care = teller.answer("care")
    if care and places.blocks:
        care = (Heading("Care I would choose", 3, Rank.LABEL), *care)
    return _Section("places", places.title if places.blocks else "Care I would choose", (*places.blocks, *care))


def _tasks(teller: _Teller) -> _Section:
    return _records(teller, "tasks", "What needs doing while I am away", _TASKS, door="While I am away")


def _told(teller: _Teller) -> _Section:
    question = teller.question("confidentiality")
    if question is None:
        return _Section("told", "", ())
    rows = stop_rows(teller.telling, question, teller.entries("confidentiality"))
    return _Section("told", "Who may be told what", (LabelTable(tuple(_label_row(row) for row in rows)),))


def _label_row(row: Row) -> Row:
    name, said = row.cells
    return Row((tuple(Run(run.text) for run in name), said))


def _before(teller: _Teller) -> _Section:
    """What I watch for and do before others are needed, in short: signs beside what I do."""
    for when in ("breaking", "early"):
        signs, must = teller.answer(f"{when}-signs"), teller.answer(f"{when}-must")
        sides = tuple(
            (Heading(title, 3, Rank.CELL), *blocks)
            for title, blocks in (("What you may see", signs), ("What I do then", must))
            if blocks
        )
        if sides:
            pair: tuple[Block, ...] = (Pair(sides[0], sides[1]),) if len(sides) == 2 else sides[0]
            return _Section("before", "Before I need others to take over", pair)
    return _Section("before", "", ())


def _stop(teller: _Teller) -> _Section:
    return _Section("stop", "When this plan can stop", teller.answer("stop-signs"))


def _law(teller: _Teller) -> _Section:
    return _records(teller, "legal", "What the law may add", _LAW)


def _signatures(teller: _Teller) -> _Section:
    names = signature_names(teller.telling, teller.entries("signatures"))
    if not names:
        return _Section("signatures", "", ())
    said = Paragraph(plain("Signing shows that we talked about this plan and meant what it says."))
    return _Section("signatures", "Signatures", (said, Signatures(names)))


def _records(teller: _Teller, role: str, title: str, layout: Layout, *, door: str = "") -> _Section:
    question = teller.question(role)
    if question is None:
        return _Section(role, title, ())
    table = records_table(teller.telling, question, teller.entries(role), layout, name=title)
    return _Section(role, title, (table,), door=door)


_SECTIONS: tuple[Callable[[_Teller], _Section], ...] = (
    _about,
    _signs,
    _helps,
    _supporters,
    _professionals,
    _medicines,
    _treatments,
    _places,
    _tasks,
    _told,
    _before,
    _stop,
    _law,
    _signatures,
)
"""In the order of the paper. Sections without a word are left out and the numbers close up."""
