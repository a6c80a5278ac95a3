"""Settings: the backups of the plan, and where its files are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wrapplanner.errors import PlanLocked, WrapPlannerError
from wrapplanner.ui.backup_words import when, why
from wrapplanner.ui.dialogs.restore import RestoreDialog
from wrapplanner.ui.pages.front import Told
from wrapplanner.ui.pages.settings_topic import Topic
from wrapplanner.ui.plan_safe import PlanSafe
from wrapplanner.ui.tasks import Tasks
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.column import clear
from wrapplanner.ui.widgets.message import InlineMessage
from wrapplanner.ui.widgets.words import rule, words

if TYPE_CHECKING:
    from wrapplanner.storage.backups import Backup
    from wrapplanner.storage.restoring import Preview


class BackupsTopic(Topic):
    """Makes one, lists them all, restores one after showing what it would change."""

    @property
    def safe(self) -> PlanSafe:
        """How the plan is kept; Settings offers this topic for no other plan."""
        assert self.context.safe is not None
        return self.context.safe

    def _build(self) -> None:
        self._tasks = Tasks(self)
        self._told = Told()
        self._add_restored()
        said = self.tr("A backup is a whole copy of your plan, read once more after it was made. It is locked as your plan is.")
        self.add_heading(self.tr("Backups"), said)
        self._make = button(self.look, self.tr("Make a backup now"), icon="archive")
        self._make.clicked.connect(self._on_make)
        self.controls["make"] = self._make
        self.column.addWidget(self._make, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._told)
        self._list = QVBoxLayout()
        self.column.addLayout(self._list)
        self._show_list()
        said = self.tr("Your plan remembers how it was. One line or one part can be brought back without a backup.")
        self.add_heading(self.tr("What changed"), said)
        history = button(self.look, self.tr("See what changed in my plan"), icon="history")
        history.clicked.connect(partial(self.go_requested.emit, "history"))
        self.controls["history"] = history
        self.column.addWidget(history, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_restored(self) -> None:
        restored = self.safe.restored
        if restored is None:
            return
        step = self.tr("Undo") if restored.aside.verified else ""
        said = self.tr("Your plan is now as it was on {0}.").format(when(restored.backup))
        message = InlineMessage(self.look, said, self.tr("What was there before is kept as a backup too."), step)
        message.step_requested.connect(partial(self.safe.restore_requested.emit, restored.aside))
        self.column.addWidget(message)

    def _show_list(self) -> None:
        clear(self._list)
        found = self.safe.backups()
        if not found:
            self._list.addWidget(words(self.tr("There is none yet."), "soft"))
            return
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(self.look.space(16), self.look.space(4), self.look.space(8), self.look.space(4))
        column.setSpacing(self.look.space(4))
        for place, backup in enumerate(found):
            if place:
                column.addWidget(rule())
            column.addWidget(self._row(backup))
        self._list.addWidget(card)

    def _row(self, backup: Backup) -> QWidget:
        room = QWidget()
        row = QHBoxLayout(room)
        row.setContentsMargins(0, 0, 0, 0)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(words(when(backup)))
        said.addWidget(words(why(backup), "caption"))
        row.addLayout(said, 1)
        if backup.verified:
            restore = button(self.look, self.tr("Restore…"), "quiet")
            restore.setAccessibleName(self.tr("Restore the backup of {0}").format(when(backup)))
            restore.clicked.connect(partial(self._on_restore, backup))
            row.addWidget(restore)
        return room

    def _on_make(self) -> None:
        if self._tasks.is_busy:
            return
        self.context.session.flush()
        self._told.say(self.tr("The backup is being made…"))
        try:
            ticket = self.safe.begin_backup()
        except WrapPlannerError as problem:
            self._on_refused(problem)
        else:
            self._tasks.run(partial(self.safe.make_backup, ticket), self._on_made, self._on_refused)

    def _on_made(self, backup: Backup) -> None:
        self._told.say(self.tr("Made, and read back whole: {0}.").format(when(backup)))
        self._show_list()

    def _on_restore(self, backup: Backup) -> None:
        if self._tasks.is_busy:
            return
        self._told.say("")
        session = self.context.session
        session.flush()
        work = partial(self.safe.preview, session.plan, backup)
        self._tasks.run(work, partial(self._on_previewed, backup), partial(self._on_not_previewed, backup))

    def _on_previewed(self, backup: Backup, preview: Preview | None) -> None:
        dialog = RestoreDialog(self.look, backup, preview, self.window())
        dialog.restore_requested.connect(self.safe.restore_requested)
        dialog.open()

    def _on_not_previewed(self, backup: Backup, problem: Exception) -> None:
        if isinstance(problem, PlanLocked):
            self._on_previewed(backup, None)
        else:
            self._on_refused(problem)

    def _on_refused(self, problem: Exception) -> None:
        if not isinstance(problem, WrapPlannerError):
            raise problem
        self._told.say(problem.sentence)
