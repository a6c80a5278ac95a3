"""The toolbox on paper: first choices, then by kind, so that a tired reader can scan one column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Plan, Tool, ToolState
from wrapplanner.pdf.blocks import (
    Block,
    Bullets,
    Column,
    Group,
    Heading,
    Mark,
    Pair,
    Rank,
    Row,
    Strip,
    Table,
    Words,
    lines,
    plain,
    strong,
)

FIRST_CHOICES = 3
"""How many favourites a strip holds beside its label; more of them make a list."""

_LABEL = "First choices"
_COLUMNS = (Column("Tool", 90, gives=True), Column("Takes", 24), Column("Costs", 18), Column("Low energy", 24, tick=True))


def print_toolbox(framework: Framework, plan: Plan) -> tuple[Block, ...]:
    """Return all tools that have a name or a note; those to try and those that did not help come after those in use."""
    tools = [tool for tool in plan.tools if tool.name.strip() or tool.note.strip()]
    used = [tool for tool in tools if tool.state is ToolState.USE]
    blocks: list[Block] = [*_first(used)]
    if used:
        blocks.append(_table(framework, used))
    rest = [
        _others("I would like to try", [tool for tool in tools if tool.state is ToolState.TRY], Mark.DOT),
        _others("Not for me", [tool for tool in tools if tool.state is ToolState.NOT_FOR_ME], Mark.CROSS),
    ]
    written = [each for each in rest if each]
    if len(written) == 2:
        blocks.append(Pair(written[0], written[1]))
    else:
        blocks += (block for each in written for block in each)
    return tuple(blocks)


def _first(tools: Iterable[Tool]) -> tuple[Block, ...]:
    favourites = tuple(strong(tool.name) for tool in tools if tool.favourite and tool.name.strip())
    if not favourites:
        return ()
    if len(favourites) <= FIRST_CHOICES:
        return (Strip((plain(_LABEL), *favourites)),)
    return (Heading(_LABEL, 3, Rank.LABEL), Bullets(favourites))


def _table(framework: Framework, tools: Sequence[Tool]) -> Table:
    costs = any(tool.costs_money or tool.cost.strip() for tool in tools)
    used = [True, any(tool.takes.strip() for tool in tools), costs, any(tool.low_energy for tool in tools)]
    kinds = [(kind.title, kind.id) for kind in framework.tool_kinds]
    known = {kind for _, kind in kinds}
    groups = [(title, [tool for tool in tools if tool.kind == kind]) for title, kind in kinds]
    groups.append(("Of my own kind" if any(kind in known for kind in (t.kind for t in tools)) else "",
                   [tool for tool in tools if tool.kind not in known]))  # fmt: skip
    rows: list[Row | Group] = []
    for title, members in groups:
        if members and title:
            rows.append(Group(title))
        rows += (Row(tuple(cell for cell, on in zip(_cells(tool), used, strict=True) if on)) for tool in members)
    columns = tuple(column for column, on in zip(_COLUMNS, used, strict=True) if on)
    return Table(columns, tuple(rows), head=len(columns) > 1)


def _cells(tool: Tool) -> tuple[Words, ...]:
    name = lines((strong(tool.name), plain(tool.note)))
    return name, plain(tool.takes), plain(_cost(tool)), plain("works when I have little energy" if tool.low_energy else "")


def _cost(tool: Tool) -> str:
    return tool.cost.strip() or ("yes" if tool.costs_money else "free")


def _others(title: str, tools: Sequence[Tool], mark: Mark) -> tuple[Block, ...]:
    if not tools:
        return ()
    entries = tuple(lines((plain(tool.name), plain(tool.note), plain(_details(tool)))) for tool in tools)
    return Heading(title, 2, Rank.SECTION), Bullets(entries, mark)


def _details(tool: Tool) -> str:
    told = (tool.takes, tool.cost.strip() or ("costs money" if tool.costs_money else ""))
    return ", ".join(part for part in told if part.strip())
