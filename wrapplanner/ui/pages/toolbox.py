"""The toolbox, whole: every tool with all that is said of it, and the way from here into other lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from wrapplanner.domain.changes import Change, EntryAdded, Several, ToolAdded, ToolEdited, ToolMoved
from wrapplanner.domain.kinds import Kind
from wrapplanner.domain.plan import Entry, Tool, new_id, place_of
from wrapplanner.ui.dialogs.in_use import full_name, take_out_tool
from wrapplanner.ui.dialogs.tool_dialog import ToolDialog
from wrapplanner.ui.models.tools import ToolsModel, ticked_tools, tool_row
from wrapplanner.ui.pages.ideas_file import IdeasFileOffer
from wrapplanner.ui.pages.toolbox_filters import ToolFilters
from wrapplanner.ui.pages.toolbox_picking import PickingBar
from wrapplanner.ui.pages.toolbox_rows import ToolRows
from wrapplanner.ui.pages.toolbox_shelf import DropShelf
from wrapplanner.ui.session import PlanSession
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.words import words as label

FOLD = 560
"""Effective width under which “Add a tool” stands under the heading."""


class ToolboxPanel(QWidget):
    """The whole-part view of the toolbox question. `toast_requested(words)` after what can be undone."""

    toast_requested = Signal(str)

    def __init__(self, look: Look, session: PlanSession) -> None:
        super().__init__()
        self.look, self.session = look, session
        self._area: QScrollArea | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self._on_settled)
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        look, framework = self.look, self.session.framework
        question = next(question for question in framework.questions() if question.kind is Kind.TOOLBOX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space(12))
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        words = QVBoxLayout()
        words.setSpacing(look.space(4))
        words.addWidget(label(question.title, "title"))
        help_ = self.tr("Your own tools, in the order you like. Tick some to put them in another part.")
        words.addWidget(label(help_, "soft"))
        self.add = button(look, question.add or self.tr("Add a tool"), icon="plus")
        self._head.addLayout(words, 1)
        self._head.addWidget(self.add, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        column.addLayout(self._head)
        self.filters = ToolFilters(look, framework)
        column.addWidget(self.filters)
        self.model = ToolsModel(self)
        self.rows = ToolRows(look, self.model)
        column.addWidget(self.rows)
        self.none = label("", "soft")
        column.addWidget(self.none)
        self.ideas = IdeasFileOffer(look, self.session)
        column.addWidget(self.ideas)
        column.addStretch(1)
        self.bar = PickingBar(look, framework, self)
        self.shelf = DropShelf(look, framework, self)

    def _connect(self) -> None:
        rows = self.rows
        self.session.changed.connect(self._on_changed)
        self.filters.chosen.connect(self.refresh)
        self.add.clicked.connect(self.add_tool)
        self.ideas.toast_requested.connect(self.toast_requested)
        rows.add_requested.connect(self.add_tool)
        rows.edit_requested.connect(self._on_edit)
        rows.favourite_requested.connect(self._on_favourite)
        rows.move_requested.connect(self._on_move)
        rows.removal_requested.connect(self._on_removal)
        rows.menu_requested.connect(self._on_menu)
        rows.ticks_changed.connect(self._show_bar)
        rows.drag_began.connect(self._on_drag_began)
        rows.drag_ended.connect(self.shelf.hide)
        self.shelf.put_requested.connect(self._on_dropped)
        self.bar.clear_requested.connect(self._on_clear)
        self.bar.put_requested.connect(self._on_put)

    def refresh(self) -> None:
        """Show the tools that pass the filter."""
        self._tools = tools = self.session.plan.tools
        self.filters.setVisible(bool(tools))
        self.filters.show_count(len(tools))
        shown = [tool_row(self.session.framework, tool) for tool in tools if self.filters.passes(tool)]
        self.model.ticked &= {tool.id for tool in tools}
        self.rows.setVisible(bool(shown))
        self.rows.show_rows(shown)
        empty = self.tr("Nothing is in here yet. Begin with one small thing that helps you.")
        self.none.setText(self.tr("None of your tools is like that yet.") if tools else empty)
        self.none.setVisible(not shown)
        self._show_bar()

    def focus_start(self) -> None:
        """Put the focus on the tools, or on “Add a tool” while there are none."""
        (self.rows if self.model.rows else self.add).setFocus()

    def focus_entry(self, tool: str) -> None:
        """Put the focus on one tool, by its id."""
        if self.model.place(tool) < 0:
            self.filters.show_all()
        self.rows.setFocus()
        if self.model.place(tool) >= 0:
            self.rows.make_current(self.model.place(tool))

    def add_tool(self) -> None:
        """Write down a new tool."""
        dialog = ToolDialog(self.look, self.session.framework, Tool(new_id(), ""), self, new=True)
        dialog.tool_written.connect(self._on_added)
        dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the head where there is no room beside it, and keep the bar in place."""
        super().resizeEvent(event)
        narrow = self.width() / self.look.scale < FOLD
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        self._head.setAlignment(self.add, side)
        self._place_bar()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the page as it scrolls."""
        super().showEvent(event)
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if parent is not self._area and isinstance(parent, QScrollArea):
            self._area = parent
            parent.verticalScrollBar().valueChanged.connect(self._place_bar)
            parent.viewport().installEventFilter(self)
        self._show_bar()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the bar at the foot when the window changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place_bar()
        return False

    def _place_bar(self) -> None:
        self.rows.covered = self.bar.stand(self._area)

    def _show_bar(self) -> None:
        self.bar.show_tools(ticked_tools(self.session.plan.tools, self.model.ticked))
        layout = self.layout()
        assert layout is not None
        room = self.bar.fold(self.width()) + self.look.space(16) if not self.bar.isHidden() else 0
        layout.setContentsMargins(0, 0, 0, room)  # so that the last rows can be scrolled out from under it
        self._place_bar()
        self._settled.start()

    def _on_settled(self) -> None:
        # The bar must not stand over the row in use.
        if self.rows.hasFocus():
            self.rows.show_place(self.rows.currentIndex().row())

    def _on_changed(self, change: Change) -> None:
        if self.session.plan.tools is not self._tools:
            self.refresh()

    def _on_added(self, tool: Tool) -> None:
        self.session.do(ToolAdded(tool, len(self.session.plan.tools)), self.tr("Add a tool"))
        self.focus_entry(tool.id)

    def _on_edit(self, tool_id: str) -> None:
        tool = self.session.plan.tool(tool_id)
        if tool is not None:
            dialog = ToolDialog(self.look, self.session.framework, tool, self, new=False)
            dialog.tool_written.connect(self._on_edited)
            dialog.open()

    def _on_edited(self, tool: Tool) -> None:
        if tool != self.session.plan.tool(tool.id):
            self.session.do(ToolEdited(tool), self.tr("Change a tool"))

    def _on_favourite(self, tool_id: str) -> None:
        tool = self.session.plan.tool(tool_id)
        if tool is not None:
            self._on_edited(replace(tool, favourite=not tool.favourite))

    def _on_move(self, tool_id: str, before: str) -> None:
        tools = self.session.plan.tools
        rest = [tool for tool in tools if tool.id != tool_id]
        # Rows may be filtered: after the last one that is shown is right behind it, not at the toolbox's end.
        shown = [row.id for row in self.model.rows if row.id != tool_id]
        to = place_of(before, rest) if before in shown else place_of(shown[-1], rest) + 1 if shown else 0
        if to != place_of(tool_id, tools):
            self.session.do(ToolMoved(tool_id, to), self.tr("Move a tool"))

    def _on_removal(self, tool_id: str) -> None:
        tool = self.session.plan.tool(tool_id)
        if tool is not None:
            take_out_tool(self, self.look, self.session, tool, lambda change, step: self._take_out(tool, change, step))

    def _take_out(self, tool: Tool, change: Change, step: str) -> None:
        self.session.do(change, step)
        self.toast_requested.emit(self.tr("Took out “{0}”.").format(tool.name))

    def _on_menu(self, tool_id: str, at: QPoint) -> None:
        self.menu(tool_id).popup(at)

    def menu(self, tool_id: str) -> QMenu:
        """Return what can be done with a tool."""
        tool = self.session.plan.tool(tool_id)
        assert tool is not None
        place = self.model.place(tool_id)
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("Change it"), lambda: self._on_edit(tool_id))
        star = self.tr("No longer a favourite") if tool.favourite else self.tr("Make it a favourite")
        menu.addAction(star, lambda: self._on_favourite(tool_id))
        if place > 0:
            menu.addAction(self.tr("Move up"), lambda: self.rows.step(place, -1))
        if place < len(self.model.rows) - 1:
            menu.addAction(self.tr("Move down"), lambda: self.rows.step(place, 1))
        menu.addAction(self.tr("Take it out"), lambda: self._on_removal(tool_id))
        return menu

    def _on_clear(self) -> None:
        self.model.untick()
        self._show_bar()
        self.rows.setFocus()

    def _on_drag_began(self) -> None:
        bottom = self.height()
        if self._area is not None:
            port = self._area.viewport()
            bottom = min(bottom, self.mapFromGlobal(port.mapToGlobal(QPoint(0, port.height()))).y() - self.look.space(8))
        self.shelf.stand(bottom)

    def _on_dropped(self, question: str, tool: str) -> None:
        self._put(question, [each for each in self.session.plan.tools if each.id == tool])

    def _on_put(self, question: str) -> None:
        tools = ticked_tools(self.session.plan.tools, self.model.ticked)
        self._on_clear()
        self._put(question, tools)

    def _put(self, question: str, wanted: Sequence[Tool]) -> None:
        entries = self.session.plan.entries(question)
        here = {entry.tool for entry in entries}
        tools = [tool for tool in wanted if tool.id not in here]
        places = enumerate(tools, start=len(entries))
        changes = tuple(EntryAdded(question, Entry(new_id(), tool=tool.id), place) for place, tool in places)
        if changes:
            self.session.do(Several(changes), self.tr("Put tools in a list"))
        self.toast_requested.emit(self.tr("Put in {0}.").format(full_name(self.session.framework, question)))
