"""What lists and pages show of a tool."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.plan import Tool, ToolState
from wrapplanner.ui.models.rows import Row, RowsModel

UNKIND = "toolbox"
"""The mark of a tool of no kind."""

Fact = tuple[str, str]
"""An icon's name or '', and words."""


@dataclass(frozen=True, slots=True)
class ToolRow(Row):
    """A tool with all that is said of it: `facts` are three columns (kind, time, energy and cost) of facts each."""

    facts: tuple[tuple[Fact, ...], ...] = ()
    favourite: bool = False


class ToolsModel(RowsModel):
    """Tools with a tick each; there is no adding row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("", parent)
        self.ticked: set[str] = set()

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows, and all of it in words."""
        row = self.row(index.row())
        if row is not None and role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.id in self.ticked else Qt.CheckState.Unchecked
        if isinstance(row, ToolRow) and role == Qt.ItemDataRole.AccessibleTextRole:
            said = [words for column in row.facts for _, words in column]
            favourite = self.tr("favourite") if row.favourite else ""
            ticked = self.tr("ticked") if row.id in self.ticked else ""
            return ", ".join(filter(None, (row.words, row.note, *said, favourite, ticked)))
        return super().data(index, role)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Rows can be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def tick(self, place: int) -> None:
        """Tick a row, or take its tick away."""
        row = self.row(place)
        if row is not None:
            self.ticked ^= {row.id}
            self.dataChanged.emit(self.index(place), self.index(place))

    def untick(self) -> None:
        """Take all ticks away."""
        self.ticked.clear()
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))


def kind_mark(framework: Framework, tool: Tool) -> str:
    """Return the name of the icon of a tool's kind."""
    kind = framework.tool_kind(tool.kind)
    return kind.mark if kind else UNKIND


def tool_row(framework: Framework, tool: Tool) -> ToolRow:
    """Return how a tool looks in the toolbox."""
    tr = QCoreApplication.translate
    states = {
        ToolState.USE: "",
        ToolState.TRY: tr("ToolsModel", "To try"),
        ToolState.NOT_FOR_ME: tr("ToolsModel", "Did not help"),
    }
    kind = framework.tool_kind(tool.kind)
    kinds = _said(("", kind.title if kind else ""), ("", states[tool.state]))
    energy = tr("ToolsModel", "Low energy") if tool.low_energy else ""
    cost = tool.cost or (tr("ToolsModel", "Costs money") if tool.costs_money else "")
    facts = (kinds, _said(("clock", tool.takes)), _said(("battery-low", energy), ("coins", cost)))
    return ToolRow(tool.id, tool.name, tool.note, kind_mark(framework, tool), facts=facts, favourite=tool.favourite)


def ticked_tools(tools: Sequence[Tool], ticked: set[str]) -> list[Tool]:
    """Return the ticked ones, in the toolbox's order."""
    return [tool for tool in tools if tool.id in ticked]


def _said(*facts: Fact) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact[1])
