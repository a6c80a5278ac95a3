"""The open plan: the one road that every change travels, with undo, autosave and the word of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from wrapplanner.domain.framework import Framework
from wrapplanner.domain.kinds import RULES
from wrapplanner.domain.plan import Plan
from wrapplanner.errors import NotSaved
from wrapplanner.ui.day_book import DayBook, Days

if TYPE_CHECKING:  # late: changes come with the first one, in the background (`storage.plans`)
    from wrapplanner.domain.changes import Change
    from wrapplanner.domain.copies import Copy, Edition
    from wrapplanner.domain.history import Step

RETRY_MS = 2000


class Store(Protocol):
    """What the session needs of storage (`storage.plans.PlanStore`)."""

    @property
    def days(self) -> Days:
        """The days that are kept with the plan."""

    def load(self) -> Plan:
        """Return the plan as it is kept."""

    def apply(self, change: Change, inverse: Change) -> None:
        """Keep one change durably, or raise NotSaved with nothing half done."""

    def edition(self) -> Edition:
        """Return the edition that a page printed now would carry."""

    def hand_out(self, *handed: Copy) -> Edition:
        """Note that the present edition left the house, and with whom it is."""

    def copies(self) -> tuple[Copy, ...]:
        """Return every copy that left the house, in the order in which they did."""

    def keep_copy(self, copy: Copy) -> None:
        """Write down what became of a copy. Raises NotSaved."""

    def handed_version(self, version: int) -> tuple[Edition, int] | None:
        """Return a version that was handed out and the last step of history in it."""

    def steps(self, before: int, count: int) -> tuple[Step, ...]:
        """Return steps of history with an id under `before` (0: from the end), the latest first."""

    def last_step_of(self, day: str) -> int:
        """Return the id of the last step on or before a day; 0 if there is none."""

    def close(self) -> None:
        """Let go of the file."""


class PlanSession(QObject):
    """Holds the plan. `changed` is emitted after each change with the change; `saved` with "" or why it is not kept yet.

    `flushing` asks whoever holds words that are still being typed to hand them in; `closing` comes after that, at the end:
    whoever lives with the session asks the store for nothing after it, since Qt deletes what belonged to it some turns later.
    """

    changed = Signal(object)
    copies_changed = Signal()
    saved = Signal(str)
    flushing = Signal()
    closing = Signal()

    def __init__(self, framework: Framework, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.framework = framework
        self.store = store
        self.plan = store.load()
        self.undo_stack = QUndoStack(self)
        self.days = DayBook(self, store.days)
        self.is_closed = False
        self._unsaved: list[Callable[[], None]] = []
        self._problem = ""
        self._retry = QTimer(self)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self._save)

    def do(self, change: Change, words: str = "", *, typing: bool = False) -> None:
        """Apply a change, keep it, and let it be undone as `words` ("Remove a line").

        Edits with `typing` set that follow one another on the same thing become one step of undo.
        Raises ChangeRefused or AnswerRefused with nothing changed. Of a closed plan nothing is changed: all words were handed
        in before, and a field that Qt takes the focus from afterwards only trims its spaces.
        """
        if self.is_closed:
            return
        self._check(change)
        after, inverse = self.plan.apply(change)  # raises before anything is on the undo stack
        self.undo_stack.push(_Step(self, change, inverse, after, words, typing))

    def hand_out(self, *handed: Copy) -> None:
        """Note that copies of the present edition left the house. Raises NotSaved, StorageError."""
        self.store.hand_out(*handed)
        self.copies_changed.emit()

    def mark_copy(self, before: Copy, after: Copy, words: str) -> None:
        """Note what became of a copy, so that it can be undone as `words`. Raises NotSaved."""
        self.store.keep_copy(after)  # raises before anything is on the undo stack
        self.undo_stack.push(_CopyStep(self, before, after, words))

    def plan_of_version(self, version: int) -> tuple[Edition, Plan] | None:
        """Return a version that was handed out and the plan as it was in it; None where that is not known."""
        from wrapplanner.domain.history import walked_back

        found = self.store.handed_version(version)
        if found is None:
            return None
        *_, plan = walked_back(self.plan, self.store.steps, found[1])
        return found[0], plan

    def flush(self) -> None:
        """Hand in all words that are still being typed: before a page changes, on lock, print and close."""
        self.flushing.emit()

    def undo(self) -> None:
        """Take back the last step."""
        self.flush()
        self.undo_stack.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self.undo_stack.redo()

    @property
    def problem(self) -> str:
        """Why the last words are not kept yet, in a sentence; "" when all is kept."""
        return self._problem

    @property
    def has_unsaved(self) -> bool:
        """Whether there are words that the disk has not taken yet."""
        return bool(self._unsaved)

    def close(self) -> None:
        """Hand in, try once more to keep what is not kept, and let go of the file."""
        self.flush()
        self._save()
        self.closing.emit()
        self.is_closed = True
        self._retry.stop()
        self.store.close()

    def travel(self, change: Change, inverse: Change, after: Plan | None = None) -> None:
        """Apply a change and keep it. For the undo stack, which may know the plan `after` it; everybody else calls `do`."""
        self.plan = after if after is not None else self.plan.apply(change)[0]
        self.keep(partial(self.store.apply, change, inverse))
        self.changed.emit(change)

    def keep(self, write: Callable[[], None]) -> None:
        """Write to the store after all that waits, now or once the disk takes it. `write` may raise NotSaved."""
        self._unsaved.append(write)
        self._save()

    def _check(self, change: Change) -> None:
        from wrapplanner.domain.changes import EntryAdded, EntryEdited, Several

        # Only what the change brings is looked at: an answer may hold thousands of entries that were checked before.
        for step in change.changes if isinstance(change, Several) else (change,):
            if isinstance(step, EntryAdded | EntryEdited):
                question = self.framework.question(step.question)
                RULES[question.kind].validate(question, step.entry)
            elif isinstance(step, Several):
                self._check(step)

    def _save(self) -> None:
        try:
            while self._unsaved:
                self._unsaved[0]()
                del self._unsaved[0]
        except NotSaved as problem:
            self._retry.start()
            self._problem = problem.sentence
        else:
            self._retry.stop()
            self._problem = ""
        self.saved.emit(self._problem)


class _Step(QUndoCommand):
    """One step of undo: a change and its inverse, travelling the same road. `after` is the plan of its first journey."""

    def __init__(self, session: PlanSession, change: Change, inverse: Change, after: Plan, words: str, typing: bool) -> None:
        super().__init__(words)
        self._session, self.change, self._inverse, self._typing = session, change, inverse, typing
        self._after: Plan | None = after

    def redo(self) -> None:
        """Apply the change."""
        after, self._after = self._after, None
        self._session.travel(self.change, self._inverse, after)

    def undo(self) -> None:
        """Apply the inverse."""
        self._session.travel(self._inverse, self.change)

    def id(self) -> int:
        """Return Qt's id of commands that may merge; -1 never does."""
        return 1 if self._typing else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take a following edit of the same thing into this step."""
        from wrapplanner.domain.changes import merged

        assert isinstance(other, _Step)
        both = merged(self.change, other.change)
        if both is None:
            return False
        self.change = both
        return True


class _CopyStep(QUndoCommand):
    """One step of undo of the register of copies."""

    def __init__(self, session: PlanSession, before: Copy, after: Copy, words: str) -> None:
        super().__init__(words)
        self._session, self._before, self._after = session, before, after

    def redo(self) -> None:
        """Have it as it became."""
        self._keep(self._after)

    def undo(self) -> None:
        """Have it as it was."""
        self._keep(self._before)

    def _keep(self, copy: Copy) -> None:
        self._session.store.keep_copy(copy)
        self._session.copies_changed.emit()
