"""The list of tools: what the list editor is, with tools offered while typing, “Keep in my toolbox”, and drops."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

from wrapplanner.ui.editors.list_view import ListView
from wrapplanner.ui.models.rows import RowsModel
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button

TOOL_MIME = "application/x-wrapplanner-tool"


def tool_data(tool: str) -> QMimeData:
    """Return what is carried when a tool (by id) is dragged."""
    data = QMimeData()
    data.setData(TOOL_MIME, tool.encode())
    return data


def dragged_tool(data: QMimeData) -> str:
    """Return the id of the tool that is dragged, or ''."""
    return bytes(data.data(TOOL_MIME).data()).decode("utf-8", "replace") if data.hasFormat(TOOL_MIME) else ""


class ToolsView(ListView):
    """`drop_requested(tool id, place)` besides the list's wishes. A free line may be kept as a tool."""

    drop_requested = Signal(str, int)

    def __init__(self, look: Look, model: RowsModel, note: str) -> None:
        super().__init__(look, model, marks=True, keeps=True, note=note)
        self.setAcceptDrops(True)
        keep = button(look, self.tr("Keep in my toolbox"), "quiet")
        keep.setParent(self.writer)
        keep.clicked.connect(self._on_keep)
        keep.installEventFilter(self)
        self.writer.keep = keep

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the button for something else is leaving the row."""
        if watched is self.writer.keep and event.type() == QEvent.Type.FocusOut:
            self.writer.note_left()
        return super().eventFilter(watched, event)

    def _on_keep(self) -> None:
        row = self.writer.row.id
        self.writer.words.setFocus()
        self.writer.hand_in()
        self.keep_requested.emit(row)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take tools, from wherever they come."""
        if dragged_tool(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the tool would go."""
        self.drag.show_gap(self.drag.gap_at(event.position().toPoint().y()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget it."""
        self.drag.show_gap(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the tool in."""
        self.drag.show_gap(-1)
        gap = self.drag.gap_at(event.position().toPoint().y())
        self.leave_row()
        self.drop_requested.emit(dragged_tool(event.mimeData()), gap)
        event.acceptProposedAction()
