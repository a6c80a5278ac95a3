"""The sections of the crisis plan, in the order of the paper; each is found by roles and empty where nothing was said."""

from __future__ import annotations

from collections.abc import Callable

from wrapplanner.domain.kinds import spoken_date
from wrapplanner.domain.plan import ToolState
from wrapplanner.pdf.blocks import (
    Block,
    Bullets,
    Heading,
    LabelTable,
    Pair,
    Paragraph,
    Rank,
    Row,
    Run,
    Signatures,
    StopBox,
    plain,
)
from wrapplanner.pdf.documents.crisis_people import professionals, supporters
from wrapplanner.pdf.documents.crisis_teller import Section, Teller
from wrapplanner.pdf.documents.telling import (
    Layout,
    records_table,
    signature_names,
    stop_rows,
)

FEW_TOOLS = 6
"""How many wellness tools the crisis plan names; all of them are in the whole plan."""

_MEDICINES = Layout(
    {"name": 46.0, "amount": 33.0, "when": 25.0, "for": 32.0, "prescriber": 30.0},
    {"name": "Medicine", "prescriber": "Prescribed by"},
)
_NEEDED = Layout({"name": 52.0}, {"name": "Medicine"}, {"amount": "name"})
_TREATMENTS = Layout({"choice": 38.0, "what": 46.0})
_PLACES = Layout({"choice": 34.0, "where": 46.0}, under={"phone": "where"})
_TASKS = Layout({"task": 38.0, "who": 28.0, "phone": 34.0, "how": 72.0}, under={"for": "task"})
_LAW = Layout({"what": 42.0})


def _about(teller: Teller) -> Section:
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
    return Section("about", "About me", (LabelTable(said),) if said else ())


def _signs(teller: Teller) -> Section:
    danger = teller.labelled("danger", "If I may be a danger to myself or to others")
    return Section("signs", "When I need others to take over", (*teller.answer("take-over-signs"), *danger))


def _helps(teller: Teller) -> Section:
    blocks = teller.do_and_do_not(3)
    tools = _tools(teller)
    title = "What helps, and what makes it worse"
    if not teller.entries("do-not"):
        title = "What helps"
    elif not (teller.entries("do") or tools):
        title = "What makes it worse"
    return Section("helps", title, (*blocks, *tools), door="What helps me" if blocks or tools else "")


def _tools(teller: Teller) -> tuple[Block, ...]:
    """A few of the person's own tools: favourites, or else the first ones."""
    used = [tool for tool in teller.plan.tools if tool.state is ToolState.USE and tool.name.strip()]
    few = [tool for tool in used if tool.favourite] or used
    if teller.question("toolbox") is None or not few:
        return ()
    return Heading("What I can do for myself", 3, Rank.LABEL), Bullets(tuple(plain(tool.name) for tool in few[:FEW_TOOLS]))


def _medicines(teller: Teller) -> Section:
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
    return Section("medicines", "Medicines", tuple(blocks), remark, "Medicines" if blocks else "")


def _treatments(teller: Teller) -> Section:
    return _records(teller, "treatments", "Treatments and other therapies", _TREATMENTS)


def _places(teller: Teller) -> Section:
    places = _records(teller, "places", "Where I would like to be", _PLACES)
    care = teller.answer("care")
    if care and places.blocks:
        care = (Heading("Care I would choose", 3, Rank.LABEL), *care)
    return Section("places", places.title if places.blocks else "Care I would choose", (*places.blocks, *care))


def _tasks(teller: Teller) -> Section:
    return _records(teller, "tasks", "What needs doing while I am away", _TASKS, door="While I am away")


def _told(teller: Teller) -> Section:
    question = teller.question("confidentiality")
    if question is None:
        return Section("told", "", ())
    rows = stop_rows(teller.telling, question, teller.entries("confidentiality"))
    return Section("told", "Who may be told what", (LabelTable(tuple(_label_row(row) for row in rows)),))


def _label_row(row: Row) -> Row:
    name, said = row.cells
    return Row((tuple(Run(run.text) for run in name), said))


def _before(teller: Teller) -> Section:
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
            return Section("before", "Before I need others to take over", pair)
    return Section("before", "", ())


def _stop(teller: Teller) -> Section:
    return Section("stop", "When this plan can stop", teller.answer("stop-signs"))


def _law(teller: Teller) -> Section:
    return _records(teller, "legal", "What the law may add", _LAW)


def _signatures(teller: Teller) -> Section:
    names = signature_names(teller.telling, teller.entries("signatures"))
    if not names:
        return Section("signatures", "", ())
    said = Paragraph(plain("Signing shows that we talked about this plan and meant what it says."))
    return Section("signatures", "Signatures", (said, Signatures(names)))


def _records(teller: Teller, role: str, title: str, layout: Layout, *, door: str = "") -> Section:
    question = teller.question(role)
    if question is None:
        return Section(role, title, ())
    table = records_table(teller.telling, question, teller.entries(role), layout, name=title)
    return Section(role, title, (table,), door=door)


SECTIONS: tuple[Callable[[Teller], Section], ...] = (
    _about,
    _signs,
    _helps,
    supporters,
    professionals,
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
