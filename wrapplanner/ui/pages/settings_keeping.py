"""Settings: where the plan is kept, what it is called on the start window, taking it elsewhere, taking it away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from wrapplanner.errors import WrapPlannerError
from wrapplanner.ui.dialogs.delete_all import DeleteDialog
from wrapplanner.ui.dialogs.seal import SealDialog
from wrapplanner.ui.pages.front import Told
from wrapplanner.ui.pages.settings_topic import Topic
from wrapplanner.ui.plan_safe import PlanSafe
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.message import InlineMessage


class KeepingTopic(Topic):
    """Only for a plan that is kept: the example is not."""

    @property
    def safe(self) -> PlanSafe:
        """How the plan is kept; Settings offers this topic for no other plan."""
        assert self.context.safe is not None
        return self.context.safe

    def _build(self) -> None:
        self.add_heading(self.tr("Where my plan is kept"))
        if service := self.safe.place.synced_by():
            self._add_synced(service)
        self.add_files(str(self.safe.folder))
        self._build_nickname()
        said = self.tr("All of it goes into one locked file, which you can carry on a memory stick.")
        self.add_heading(self.tr("Move my plan to another computer"), said)
        self._moved = Told()
        seal = button(self.look, self.tr("Put it in one sealed file"), icon="lock")
        seal.clicked.connect(self._on_seal)
        self.controls["seal"] = seal
        self.column.addWidget(seal, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._moved)
        said = self.tr("Takes your plan away from this computer, with its backups and its keys. You are asked once.")
        self.add_heading(self.tr("Delete everything"), said)
        delete = button(self.look, self.tr("Delete everything…"), icon="trash-2")
        delete.clicked.connect(self._on_delete)
        self.controls["delete"] = delete
        self.column.addWidget(delete, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_synced(self, service: str) -> None:
        said = self.tr("{0} copies this folder to other computers.").format(service)
        more = self.tr(
            "Your plan is sealed, so nobody there can read it. But two computers must not have it open at once, and an older "
            "copy may come back over a newer one. A folder that stays on this computer is safer. To use your plan on two "
            "computers, move it with a sealed file."
        )
        self.column.addWidget(InlineMessage(self.look, said, more))

    def _build_nickname(self) -> None:
        said = self.tr("What the first window calls your plan when there are several. It is not locked away.")
        self.add_heading(self.tr("Nickname"), said)
        self._field = QLineEdit(self.safe.place.nickname())
        self._field.setMaxLength(40)
        self._field.setAccessibleName(self.tr("Nickname"))
        self._field.setMaximumWidth(self.look.space(320))
        self._field.editingFinished.connect(self._on_named)
        self.controls["nickname"] = self._field
        self.column.addWidget(self._field)
        self._named = Told()
        self.column.addWidget(self._named)
        said = self.tr("Each has a plan of their own here. Yours is saved and closed first.")
        self.add_heading(self.tr("Somebody else’s plan"), said)
        leave = button(self.look, self.tr("Go to the first window"), icon="users")
        leave.clicked.connect(self.safe.leave_requested)
        self.controls["leave"] = leave
        self.column.addWidget(leave, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_named(self) -> None:
        if self._field.text() == self.safe.place.nickname():
            return
        try:
            self._field.setText(self.safe.place.keep_nickname(self._field.text()))
        except WrapPlannerError as problem:
            self._named.say(problem.sentence)
        else:
            self._named.say("")

    def _on_seal(self) -> None:
        self.context.session.flush()
        self._moved.say("")
        dialog = SealDialog(self.look, self.safe, self.window())
        dialog.written.connect(self._on_sealed)
        dialog.open()

    def _on_sealed(self, name: str) -> None:
        self._moved.say(self.tr("{0} is written, and was read back whole.").format(name))

    def _on_delete(self) -> None:
        dialog = DeleteDialog(self.look, self.window())
        dialog.delete_requested.connect(self.safe.delete_requested)
        dialog.open()
