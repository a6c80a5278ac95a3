"""Under the toolbox: the way in for ideas that a group gathered. A file that cannot be taken is told in its place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wrapplanner.errors import ImportRefused
from wrapplanner.ui.dialogs import ideas_file
from wrapplanner.ui.dialogs.in_use import full_name
from wrapplanner.ui.session import PlanSession
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.message import InlineMessage


class IdeasFileOffer(QWidget):
    """A button, and the message where a file was refused. `toast_requested(words)` after ideas were put in."""

    toast_requested = Signal(str)

    def __init__(self, look: Look, session: PlanSession) -> None:
        super().__init__()
        self.look, self.session = look, session
        self._message: InlineMessage | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.space(12))
        self.open = button(look, self.tr("Open an ideas file"), icon="lightbulb")
        self.open.setAccessibleDescription(self.tr("Ideas that a group wrote down. You choose which ones you take."))
        self._column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.open.clicked.connect(self._on_open)

    def offer(self, path: Path) -> None:
        """Show the ideas of a file, or say why it was not taken."""
        self._clear()
        try:
            ideas = ideas_file.read_ideas_file(path)
        except ImportRefused as problem:
            what, stop, rest = problem.sentence.partition(". ")
            self._message = InlineMessage(self.look, what + stop.strip(), rest, close=self.tr("I have read it"))
            self._message.closed.connect(self._clear)
            self._column.insertWidget(0, self._message)
            return
        dialog = ideas_file.IdeasDialog(self.look, self.session.framework, ideas, self)
        dialog.ideas_chosen.connect(self._on_chosen)
        dialog.open()

    def _on_open(self) -> None:
        chosen = ideas_file.ask_ideas_file(self)
        if chosen:
            self.offer(Path(chosen))

    def _on_chosen(self, question: str, ideas: list[str]) -> None:
        framework = self.session.framework
        change = ideas_file.putting_in(framework, self.session.plan, question, ideas)
        if change is None:
            self.toast_requested.emit(self.tr("They are all in there already."))
            return
        self.session.do(change, self.tr("Put in ideas"))
        self.toast_requested.emit(self.tr("Put in {0}.").format(full_name(framework, question)))

    def _clear(self) -> None:
        if self._message is not None:
            self._message.deleteLater()
            self._message = None
