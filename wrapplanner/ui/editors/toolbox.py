"""The toolbox as a list of names to type quickly; everything else about a tool has its own page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QMenu

from wrapplanner.domain.changes import Change, Several, ToolAdded, ToolEdited, ToolMoved
from wrapplanner.domain.plan import Tool, new_id
from wrapplanner.ui.dialogs.in_use import take_out_tool
from wrapplanner.ui.dialogs.tool_dialog import ToolDialog
from wrapplanner.ui.editors.list_view import ListView
from wrapplanner.ui.editors.rows import Item, RowsEditor
from wrapplanner.ui.models.rows import Row, RowsModel
from wrapplanner.ui.models.tools import kind_mark


class ToolboxEditor(RowsEditor):
    """The tools' names, in the order of the toolbox."""

    @property
    def items(self) -> Sequence[Item]:
        """See RowsEditor."""
        return self.session.plan.tools

    def row_of(self, item: Item) -> Row:
        """See RowsEditor."""
        assert isinstance(item, Tool)
        return Row(item.id, item.name, mark=kind_mark(self.session.framework, item))

    def make_view(self) -> ListView:
        """See RowsEditor."""
        return ListView(self.look, RowsModel(self.question.add or self.tr("Add a tool"), self), marks=True)

    def refresh(self) -> None:
        """See Editor."""
        self._tools = self.session.plan.tools
        super().refresh()

    def concerns(self, change: Change) -> bool:
        """See Editor."""
        return self.session.plan.tools is not self._tools

    def has_words(self, idea: str) -> bool:
        """See Editor."""
        return any(tool.name == idea for tool in self.session.plan.tools)

    def take_idea(self, idea: str) -> None:
        """Make a tool of an idea."""
        self.flush()
        self._add(Tool(new_id(), idea), len(self.items), typing=False)

    def _connect(self) -> None:
        super()._connect()
        self.view.menu_opened.connect(self._on_menu)

    def _add(self, tool: Tool, place: int, *, typing: bool) -> None:
        self.edited.emit(ToolAdded(tool, min(place, len(self.items))), self.tr("Add a tool"), typing)

    def _on_add(self, item: str, place: int, words: str, note: str) -> None:
        self._add(Tool(item, words), place, typing=True)

    def _on_edit(self, item: str, words: str, note: str) -> None:
        tool = self.session.plan.tool(item)
        if tool is not None and tool.name != words:
            self.edited.emit(ToolEdited(replace(tool, name=words)), self.tr("Change a tool"), True)

    def _on_removal(self, item: str) -> None:
        tool = self.session.plan.tool(item)
        if tool is not None:
            take_out_tool(self, self.look, self.session, tool, lambda change, step: self._take_out(tool, change, step))

    def _take_out(self, tool: Tool, change: Change, step: str) -> None:
        self.edited.emit(change, step, False)
        self.removed.emit(tool.name)

    def _on_move(self, item: str, place: int) -> None:
        self.edited.emit(ToolMoved(item, place), self.tr("Move a tool"), False)

    def _on_paste(self, item: str, place: int, lines: Sequence[str]) -> None:
        old = self.session.plan.tool(item)
        first: Change = ToolEdited(replace(old, name=lines[0])) if old else ToolAdded(Tool(item, lines[0]), place)
        more = [ToolAdded(Tool(new_id(), line), at) for at, line in enumerate(lines[1:], start=place + 1)]
        self.edited.emit(Several((first, *more)), self.tr("Paste tools"), False)

    def _on_menu(self, menu: QMenu, item: str) -> None:
        tool = self.session.plan.tool(item)
        if tool is not None:
            menu.addAction(self.tr("Say more about it"), lambda: self._say_more(tool))

    def _say_more(self, tool: Tool) -> None:
        dialog = ToolDialog(self.look, self.session.framework, tool, self, new=False)
        dialog.tool_written.connect(lambda new: self.edited.emit(ToolEdited(new), self.tr("Change a tool"), False))
        dialog.open()
