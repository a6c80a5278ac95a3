"""What every editor is: a widget that shows the answer to one question and wishes for changes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wrapplanner.domain.changes import Change, questions_touched
from wrapplanner.domain.framework import Question
from wrapplanner.ui.session import PlanSession
from wrapplanner.ui.theme import Look


class Editor(QWidget):
    """Shows and edits the answer to `question`.

    Subclasses build in three steps (`_build`, `_connect`, `refresh`), emit `edited(change, words, typing)` for every
    wish and never touch the plan. `removed(words)` tells what was taken out, for a message with Undo.

    `words` names the step for Undo ("Remove a line"). `typing` marks edits that merge.
    """

    edited = Signal(object, str, bool)
    next_requested = Signal()
    removed = Signal(str)

    def __init__(self, look: Look, session: PlanSession, question: Question) -> None:
        super().__init__()
        self.look, self.session, self.question = look, session, question
        self.setAccessibleName(question.prompt)
        self._build()
        self._connect()
        self.edited.connect(self._on_edited)
        session.changed.connect(self._on_changed)
        session.flushing.connect(self.flush)
        self.refresh()

    def refresh(self) -> None:
        """Show the plan's present answer, keeping focus, caret and scroll where they are."""
        raise NotImplementedError

    def flush(self) -> None:
        """Hand in words that are still being typed."""

    def focus_start(self) -> None:
        """Put the focus where writing goes on: the field, or the last row of a list."""
        self.setFocus()

    def arrive(self, room: int) -> None:
        """Take the focus when the question is opened with `room` pixels to be seen; the default is `focus_start`."""
        self.focus_start()

    def focus_entry(self, entry: str) -> None:
        """Put the focus on one entry, by its id (from Find); the default is the start."""
        self.focus_start()

    def take_idea(self, idea: str) -> None:
        """Add an idea as if the person had typed it."""
        raise NotImplementedError

    def has_words(self, idea: str) -> bool:
        """Whether the answer holds exactly these words already (ideas that were taken are marked so)."""
        return any(self.session.plan.words(entry) == idea for entry in self.session.plan.entries(self.question.id))

    def _build(self) -> None:
        raise NotImplementedError

    def _connect(self) -> None:
        """Connect the editor's own widgets."""

    def concerns(self, change: Change) -> bool:
        """Whether a change makes this answer read differently."""
        return self.question.id in questions_touched(change, self.session.plan)

    def end_step(self) -> None:
        """Have typing from here on be another step of Undo, even if it is in the same entry."""
        self.session.undo_stack.setClean()  # Qt never merges across the clean state, which means nothing else here

    def _on_edited(self, change: Change, words: str, typing: bool) -> None:
        self.session.do(change, words, typing=typing)

    def _on_changed(self, change: Change) -> None:
        if self.concerns(change):
            self.refresh()
