"""What Now shows: one thing a screen, in the person's own words and their own order. Nothing here is recorded.

What comes first follows where the person says they are today. Empty steps are left out, and where the plan has nothing
that helps, three gentle things stand in, which are ours and say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from wrapplanner.domain.days import Place
from wrapplanner.domain.framework import Framework
from wrapplanner.domain.helplines import Helpline, printed_at
from wrapplanner.domain.plan import Entry, Person, Plan, Tool, ToolState


class Door(StrEnum):
    """What stands at the foot of Now, in this order: three doors to screens, then two that lead to a paper."""

    HELPS = "helps"
    CALL = "call"
    LINES = "lines"
    SHOW = "show"
    PRINT = "print"


class Lead(StrEnum):
    """What a screen says above its words, of where they come from."""

    NONE = ""
    TOOL = "tool"
    UPSET = "upset"
    EARLY = "early"
    BREAKING = "breaking"
    PLEASE_DO = "please-do"
    PLEASE_DO_NOT = "please-do-not"
    AFTER = "after"
    OURS = "ours"
    CALL = "call"
    OWN_LINE = "own-line"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen. `words` are the thing itself, '' for the gentle thing number `ours`; what is not known is '' or None."""

    door: Door
    lead: Lead
    words: str
    note: str = ""
    numbers: tuple[str, ...] = ()
    tool: Tool | None = None
    line: Helpline | None = None
    ours: int = -1


OURS: Final = 3
"""How many gentle things there are that are ours."""

_DO: Final = MappingProxyType(
    {
        Place.UPSET: ((Lead.UPSET, "upset-do"),),
        Place.EARLY: ((Lead.EARLY, "early-must"),),
        Place.BREAKING: ((Lead.BREAKING, "breaking-must"),),
        Place.CRISIS: ((Lead.PLEASE_DO, "do"), (Lead.PLEASE_DO_NOT, "do-not")),
        Place.AFTER: ((Lead.AFTER, "after-every-day"),),
    }
)
"""What is shown first at each place: what the screens say, and the role of the question that is answered."""

_CALLED: Final = ("breaking-call", "supporters")
_CALLED_IN_CRISIS: Final = ("supporters", "professionals", "breaking-call")


def screens(framework: Framework, plan: Plan, place: Place | None, lines: Sequence[Helpline]) -> tuple[Screen, ...]:
    """Return the screens in order; `lines` are the helplines of the chosen country. There is always one that helps."""
    helps = tuple(_helps(framework, plan, place)) or tuple(Screen(Door.HELPS, Lead.OURS, "", ours=n) for n in range(OURS))
    own = (
        Screen(Door.LINES, Lead.OWN_LINE, n, note, (number,) if number else ())
        for n, number, note in own_lines(framework, plan)
    )
    shipped = (
        Screen(Door.LINES, Lead.LINE, each.name, each.who, tuple(filter(None, (each.phone,))), line=each) for each in lines
    )
    return (*helps, *_calls(framework, plan, place), *own, *shipped)


def own_lines(framework: Framework, plan: Plan) -> Iterator[tuple[str, str, str]]:
    """Yield the person's own helplines as (name, number, when), blank ones left out."""
    question = framework.role("own-helplines")
    for entry in plan.entries(question.id) if question else ():
        name, number = entry.cell("name"), entry.cell("number")
        if name or number:
            yield name, number, entry.cell("when")


def lines_for_papers(shipped: Sequence[Helpline], place: str, framework: Framework, plan: Plan) -> tuple[Helpline, ...]:
    """Return the lines that papers print: the emergency number, the person's own, then those of the place."""
    own = [
        Helpline("", "", name, shipped[0].compiled, "", says=name, phone=number, hours=when)
        for name, number, when in own_lines(framework, plan)
        if name and number
    ]
    return printed_at(shipped, place, own)


def _helps(framework: Framework, plan: Plan, place: Place | None) -> Iterator[Screen]:
    shown: set[str] = set()
    for lead, role in _DO.get(place, ()) if place else ():
        for entry in _entries(framework, plan, role):
            shown.add(entry.tool)
            tool = plan.tool(entry.tool)
            yield Screen(Door.HELPS, lead, plan.words(entry), entry.note or (tool.note if tool else ""), tool=tool)
    if place is not Place.CRISIS or not shown:
        for tool in gentle_tools(plan):
            if tool.id not in shown:
                yield Screen(Door.HELPS, Lead.TOOL, tool.name, tool.note, tool=tool)


def gentle_tools(plan: Plan) -> list[Tool]:
    """Return the tools that need little energy, favourites first; all that are used where none is said to."""
    used = [tool for tool in plan.tools if tool.state is ToolState.USE and tool.name.strip()]
    gentle = [tool for tool in used if tool.low_energy] or used
    return sorted(gentle, key=lambda tool: not tool.favourite)


def _calls(framework: Framework, plan: Plan, place: Place | None) -> Iterator[Screen]:
    not_involved = {entry.person for entry in _entries(framework, plan, "not-involved") if entry.person}
    called: set[str] = set(not_involved)
    for role in _CALLED_IN_CRISIS if place is Place.CRISIS else _CALLED:
        for entry in _entries(framework, plan, role):
            person = plan.person(entry.person)
            if person is None:
                yield Screen(Door.CALL, Lead.CALL, entry.text, entry.note)
            # Somebody without a number is shown only where the person put them among those to call.
            elif person.id not in called and (person.phones or role == "breaking-call"):
                called.add(person.id)
                yield Screen(Door.CALL, Lead.CALL, _called(person), entry.note or person.note, person.phones)


def _called(person: Person) -> str:
    return ", ".join(filter(None, (person.name, _lower_first(person.relation))))


def _lower_first(words: str) -> str:
    # "My sister" after a name reads "my sister"; a name or a capital word of its own stays.
    first, _, rest = words.partition(" ")
    return f"my {rest}" if first == "My" and rest else words


def _entries(framework: Framework, plan: Plan, role: str) -> Iterable[Entry]:
    question = framework.role(role)
    entries = plan.entries(question.id) if question else ()
    return (entry for entry in entries if plan.words(entry).strip())
