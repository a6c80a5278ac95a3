"""The editor of a list of tools: from the toolbox by reference, or words of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QMenu

from wrapplanner.domain.changes import EntryEdited, Several, ToolAdded, ToolEdited
from wrapplanner.domain.plan import Entry, Tool, new_id
from wrapplanner.ui.dialogs.tool_dialog import ToolDialog
from wrapplanner.ui.dialogs.tool_picker import ToolPicker
from wrapplanner.ui.editors.rows import Item, ListEditor
from wrapplanner.ui.editors.tool_offers import ToolOffers
from wrapplanner.ui.editors.tools_view import ToolsView
from wrapplanner.ui.models.rows import Row, RowsModel
from wrapplanner.ui.models.tools import kind_mark
from wrapplanner.ui.widgets.buttons import button


class ToolsEditor(ListEditor):
    """Tools in an order, each perhaps with a note. Words that are a tool's name become a reference to it."""

    view: ToolsView

    def row_of(self, item: Item) -> Row:
        """See RowsEditor."""
        assert isinstance(item, Entry)
        tool = self.session.plan.tool(item.tool) if item.tool else None
        if tool is None:
            return Row(item.id, item.text, item.note, keepable=bool(item.text.strip()))
        return Row(item.id, tool.name, item.note, kind_mark(self.session.framework, tool), self.tr("from my toolbox"))

    def depends_on(self) -> object:
        """References show their tools' names and kinds."""
        return self.session.plan.tools

    def written(self, entry: Entry, words: str, note: str) -> Entry:
        """See ListEditor."""
        entry = replace(entry, note=note)
        if entry.tool and self.session.plan.words(entry) == words:
            return entry
        same = next((tool for tool in self.session.plan.tools if tool.name.casefold() == words.casefold()), None)
        return replace(entry, tool=same.id, text="") if same else replace(entry, tool="", text=words)

    def make_view(self) -> ToolsView:
        """See ListEditor."""
        return ToolsView(self.look, RowsModel(self.question.add or self.tr("Add another"), self), self.question.note)

    def put(self, tools: Sequence[str], place: int) -> None:
        """Put tools (ids) in at a place, as one step."""
        known = [tool for tool in tools if self.session.plan.tool(tool) is not None]
        changes = [self.added(Entry(new_id(), tool=tool), place + at) for at, tool in enumerate(known)]
        if changes:
            self.edited.emit(Several(tuple(changes)), self.tr("Put tools in"), False)

    def refresh(self) -> None:
        """See Editor."""
        super().refresh()
        self.from_toolbox.setVisible(bool(self.session.plan.tools))

    def _build_below(self) -> None:
        row = QHBoxLayout()
        self.from_toolbox = button(self.look, self.tr("From my toolbox"), icon="toolbox")
        row.addWidget(self.from_toolbox)
        row.addStretch(1)
        self.column.addLayout(row)

    def _connect(self) -> None:
        super()._connect()
        view = self.view
        self.offers = ToolOffers(self.look, view.writer.words, lambda: self.session.plan.tools, self._mark)
        self.offers.tool_taken.connect(self._on_tool_taken)
        view.keep_requested.connect(self._on_keep)
        view.drop_requested.connect(lambda tool, place: self.put([tool], place))
        view.menu_opened.connect(self._on_menu)
        self.from_toolbox.clicked.connect(self._on_from_toolbox)

    def _mark(self, tool: Tool) -> str:
        return kind_mark(self.session.framework, tool)

    def _on_tool_taken(self, tool_id: str) -> None:
        tool = self.session.plan.tool(tool_id)
        if tool is not None:
            self.view.writer.words.show_words(tool.name)
            self.view.writer.words.put_caret(-1)
            self.view.flush()

    def _on_keep(self, entry_id: str) -> None:
        entry = next((each for each in self.entries if each.id == entry_id), None)
        if entry is None or not entry.text.strip():
            return
        tool = Tool(new_id(), entry.text.strip())
        linked = EntryEdited(self.question.id, replace(entry, text="", tool=tool.id))
        change = Several((ToolAdded(tool, len(self.session.plan.tools)), linked))
        self.edited.emit(change, self.tr("Keep a line in the toolbox"), False)

    def _on_from_toolbox(self) -> None:
        self.flush()
        here = {entry.tool for entry in self.entries}
        tools = [tool for tool in self.session.plan.tools if tool.id not in here]
        picker = ToolPicker(self.look, tools, self._mark, self)
        picker.tools_picked.connect(lambda picked: self.put(picked, len(self.entries)))
        picker.open()

    def _on_menu(self, menu: QMenu, entry_id: str) -> None:
        entry = next((each for each in self.entries if each.id == entry_id), None)
        tool = self.session.plan.tool(entry.tool) if entry is not None and entry.tool else None
        if tool is not None:
            menu.addAction(self.tr("Change this tool everywhere"), lambda: self._change_tool(tool))

    def _change_tool(self, tool: Tool) -> None:
        dialog = ToolDialog(self.look, self.session.framework, tool, self, new=False)
        dialog.tool_written.connect(lambda new: self.edited.emit(ToolEdited(new), self.tr("Change a tool"), False))
        dialog.open()
