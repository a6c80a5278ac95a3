"""Where a tool can be dropped while it is dragged: the lists of the other parts, laid out at the foot of the toolbox."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wrapplanner.domain.framework import Framework, Part
from wrapplanner.domain.kinds import Kind
from wrapplanner.ui.dialogs.in_use import full_name
from wrapplanner.ui.editors.tools_view import dragged_tool
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.flow import FlowLayout
from wrapplanner.ui.widgets.marks import PartMark
from wrapplanner.ui.widgets.words import words


class DropShelf(QFrame):
    """In sight only while a tool is dragged. `put_requested(question id, tool id)` when it was dropped on a list."""

    put_requested = Signal(str, str)

    def __init__(self, look: Look, framework: Framework, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pickingBar")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look.space(12)] * 4)
        column.setSpacing(look.space(8))
        column.addWidget(words(self.tr("Drop it on a list"), "body-strong", wrap=False))
        lists = FlowLayout(look.space(8))
        self._home = QWidget()
        self._home.setLayout(lists)
        column.addWidget(self._home)
        self._look = look
        for question in framework.questions():
            if question.kind is Kind.TOOLS:
                target = _DropList(look, framework.part_of(question.id), full_name(framework, question.id), question.id)
                target.dropped.connect(self.put_requested)
                lists.addWidget(target)
        self.hide()

    def stand(self, bottom: int) -> None:
        """Stand over the foot of the parent, above `bottom`, in its whole width."""
        parent = self.parentWidget()
        assert parent is not None
        inside = parent.width() - 2 * self._look.space(12) - 2 * self._look.border
        heading = self._look.space(12) * 2 + self._look.space(8) + words("W", "body-strong").sizeHint().height()
        high = heading + max(self._home.heightForWidth(inside), 0) + 2 * self._look.border
        self.setGeometry(QRect(0, max(bottom - high, 0), parent.width(), high))
        self.show()
        self.raise_()


class _DropList(QFrame):
    """One list. `dropped(question id, tool id)`."""

    dropped = Signal(str, str)

    def __init__(self, look: Look, part: Part, name: str, question: str) -> None:
        super().__init__()
        self._question = question
        self.setObjectName("dropList")
        self.setAccessibleName(name)
        self.setAcceptDrops(True)
        self.setMinimumHeight(look.control())
        row = QHBoxLayout(self)
        row.setContentsMargins(look.space(8), look.space(4), look.space(12), look.space(4))
        row.setSpacing(look.space(8))
        row.addWidget(PartMark(look, part, 24))
        row.addWidget(words(name, wrap=False), 1, Qt.AlignmentFlag.AlignVCenter)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take tools of the toolbox, and show it."""
        if dragged_tool(event.mimeData()):
            self._show_over(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget it."""
        self._show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Have the tool put in this list; it stays in the toolbox."""
        self._show_over(False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(self._question, dragged_tool(event.mimeData()))

    def _show_over(self, over: bool) -> None:
        self.setProperty("over", over)
        self.style().unpolish(self)
        self.style().polish(self)
