"""Plans and changes for hypothesis: a small framework with a question of every kind, its plans, and what may change in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import strategies as st

from wrapplanner.domain.changes import (
    Change,
    EntryAdded,
    EntryEdited,
    EntryMoved,
    EntryRemoved,
    PersonAdded,
    PersonEdited,
    PersonMoved,
    PersonRemoved,
    Several,
    ToolAdded,
    ToolEdited,
    ToolMoved,
    ToolRemoved,
    taken_out,
)
from wrapplanner.domain.framework import (
    Audience,
    Choice,
    Column,
    ColumnKind,
    Framework,
    Level,
    Part,
    Question,
    ToolKind,
)
from wrapplanner.domain.kinds import RULES, Kind
from wrapplanner.domain.plan import Agreement, Entry, Person, Plan, Tool, ToolState
from wrapplanner.domain.text import normalise

_COLUMNS = (
    Column("who", "Who", ColumnKind.PERSON),
    Column("name", "Name", ColumnKind.LINE),
    Column("about", "About", ColumnKind.TEXT),
    Column("phone", "Phone", ColumnKind.PHONE),
    Column("since", "Since", ColumnKind.DATE),
    Column("wish", "Wish", ColumnKind.CHOICE, (Choice("yes", "Yes, please"), Choice("no", "Please do not"))),
)


def question(name: str, kind: Kind, **more: object) -> Question:
    """A question with little to say."""
    everybody = frozenset(Audience)
    return Question(f"small.{name}", kind, name.title(), f"What about {name}?", "Help.", Level.CORE, everybody, **more)  # type: ignore[arg-type]


QUESTIONS = (
    question("line", Kind.LINE),
    question("text", Kind.TEXT, formerly=("old.text",)),
    question("day", Kind.DATE),
    question("list", Kind.ENTRIES),
    question("tools", Kind.TOOLS, note="When"),
    question("bare", Kind.TOOLS),
    question("people", Kind.PEOPLE, note="What I ask"),
    question("table", Kind.RECORDS, columns=_COLUMNS),
    question("grid", Kind.RECORDS, columns=_COLUMNS[1:]),
    question("signed", Kind.SIGNATURES, note="Role"),
    question("toolbox", Kind.TOOLBOX),
)
SMALL = Framework(
    id="small",
    title="A small one",
    language="en-GB",
    notice="",
    parts=(Part("one", 1, "One", "", "", "cloud", 0, QUESTIONS[:5]), Part("two", 2, "Two", "", "", "cloud", 1, QUESTIONS[5:])),
    tool_kinds=(ToolKind("calm", "Calm", "waves"), ToolKind("move", "Move", "footprints")),
    starter=(),
    wordings=(),
    roles={"toolbox": "small.toolbox"},
    documents=(),
)
ASKED = tuple(each for each in QUESTIONS if each.kind is not Kind.TOOLBOX)

_LETTERS = st.characters(exclude_categories=("Cs",)) | st.sampled_from("\r\n\x00\u2028\u00a0é\u0301ab \"\\/{}<&;'😀שعक")
raw_words = st.text(_LETTERS, max_size=12)
words = raw_words.map(normalise)
lines = raw_words.map(lambda text: normalise(text, single_line=True))
ids = st.uuids().map(lambda drawn: drawn.hex[:16])
days = st.dates().map(lambda day: day.isoformat())
maybe_days = st.just("") | days

tools = st.builds(
    Tool,
    ids,
    lines,
    words,
    st.sampled_from(("", "calm", "move")),
    lines,
    st.booleans(),
    lines,
    st.booleans(),
    st.booleans(),
    st.sampled_from(ToolState),
)
people = st.builds(
    Person,
    ids,
    lines,
    lines,
    st.lists(lines.filter(bool), max_size=3).map(tuple),
    words,
    st.sampled_from(Agreement),
    maybe_days,
)


def _cells(asked: Question) -> st.SearchStrategy[tuple[tuple[str, str], ...]]:
    of_kind: dict[ColumnKind, st.SearchStrategy[str]] = {
        ColumnKind.TEXT: words,
        ColumnKind.DATE: maybe_days,
        ColumnKind.CHOICE: st.sampled_from(("", "yes", "no")),
    }
    columns = [column for column in asked.columns if column is not asked.person_column]
    rows = st.tuples(*(of_kind.get(column.kind, lines) for column in columns))
    return rows.map(lambda row: tuple((c.id, said) for c, said in zip(columns, row, strict=True) if said))


@st.composite
def entries(draw: st.DrawFn, asked: Question, plan: Plan) -> Entry:
    """Any entry that may stand in the answer to a question, blank ones too."""
    slots = RULES[asked.kind].slots_of(asked)
    entry = Entry(draw(ids))
    for slot, things in (("tool", plan.tools), ("person", plan.people)):
        if slot in slots and things and draw(st.booleans()):
            entry = replace(entry, **{slot: draw(st.sampled_from(things)).id})
    if not (entry.tool or entry.person):
        text = maybe_days if asked.kind is Kind.DATE else lines if RULES[asked.kind].single_line else words
        entry = replace(entry, text=draw(text) if "text" in slots else "")
    if "note" in slots:
        entry = replace(entry, note=draw(words))
    return replace(entry, cells=draw(_cells(asked))) if "cells" in slots else entry


def _places(draw: st.DrawFn, length: int) -> int:
    return draw(st.integers(0, length))


def _entry_added(draw: st.DrawFn, plan: Plan) -> Change:
    free = [q for q in ASKED if RULES[q.kind].many or not plan.entries(q.id)]
    asked = draw(st.sampled_from(free))
    return EntryAdded(asked.id, draw(entries(asked, plan)), _places(draw, len(plan.entries(asked.id))))


def _any_entry(draw: st.DrawFn, plan: Plan) -> tuple[Question, Entry]:
    asked = draw(st.sampled_from([q for q in ASKED if plan.entries(q.id)]))
    return asked, draw(st.sampled_from(plan.entries(asked.id)))


def _entry_edited(draw: st.DrawFn, plan: Plan) -> Change:
    asked, entry = _any_entry(draw, plan)
    return EntryEdited(asked.id, replace(draw(entries(asked, plan)), id=entry.id))


def _entry_moved(draw: st.DrawFn, plan: Plan) -> Change:
    asked, entry = _any_entry(draw, plan)
    return EntryMoved(asked.id, entry.id, _places(draw, len(plan.entries(asked.id)) - 1))


def _entry_removed(draw: st.DrawFn, plan: Plan) -> Change:
    asked, entry = _any_entry(draw, plan)
    return EntryRemoved(asked.id, entry.id)


def _thing(draw: st.DrawFn, plan: Plan) -> Tool | Person:
    return draw(st.sampled_from((*plan.tools, *plan.people)))


def _thing_added(draw: st.DrawFn, plan: Plan) -> Change:
    if draw(st.booleans()):
        return ToolAdded(draw(tools), _places(draw, len(plan.tools)))
    return PersonAdded(draw(people), _places(draw, len(plan.people)))


def _thing_edited(draw: st.DrawFn, plan: Plan) -> Change:
    thing = _thing(draw, plan)
    if isinstance(thing, Tool):
        return ToolEdited(replace(draw(tools), id=thing.id))
    return PersonEdited(replace(draw(people), id=thing.id))


def _thing_moved(draw: st.DrawFn, plan: Plan) -> Change:
    thing = _thing(draw, plan)
    if isinstance(thing, Tool):
        return ToolMoved(thing.id, _places(draw, len(plan.tools) - 1))
    return PersonMoved(thing.id, _places(draw, len(plan.people) - 1))


def _thing_removed(draw: st.DrawFn, plan: Plan) -> Change:
    thing = _thing(draw, plan)
    if any(plan.uses(thing.id)):
        return taken_out(plan, thing, keep_words=draw(st.booleans()))
    return ToolRemoved(thing.id) if isinstance(thing, Tool) else PersonRemoved(thing.id)


def _several(draw: st.DrawFn, plan: Plan) -> Change:
    steps = []
    for _ in range(draw(st.integers(0, 3))):
        steps.append(draw(changes(plan)))
        plan, _inverse = plan.apply(steps[-1])
    return Several(tuple(steps))


@st.composite
def changes(draw: st.DrawFn, plan: Plan) -> Change:
    """Any change that fits a plan."""
    kinds: list[Callable[[st.DrawFn, Plan], Change]] = [_entry_added, _thing_added, _several]
    if plan.answers:
        kinds += [_entry_edited, _entry_moved, _entry_removed]
    if plan.tools or plan.people:
        kinds += [_thing_edited, _thing_moved, _thing_removed]
    return draw(st.sampled_from(kinds))(draw, plan)


@st.composite
def roads(draw: st.DrawFn, *, longest: int = 15) -> list[tuple[Plan, Change, Change, Plan]]:
    """A road from the empty plan: (plan before, change, inverse, plan after) a step."""
    plan, steps = Plan(SMALL.id), []
    for _ in range(draw(st.integers(1, longest))):
        change = draw(changes(plan))
        after, inverse = plan.apply(change)
        steps.append((plan, change, inverse, after))
        plan = after
    return steps


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Any plan for the small framework."""
    toolbox, address_list = draw(st.lists(tools, max_size=4)), draw(st.lists(people, max_size=3))
    plan = Plan(SMALL.id, tools=tuple(toolbox), people=tuple(address_list))
    for asked in ASKED:
        most = 4 if RULES[asked.kind].many else 1
        said = draw(st.lists(entries(asked, plan), max_size=most))
        plan = plan.with_answer(asked.id, tuple(said))
    return plan
