"""Somebody knows the passphrase: a new one, under a new key, gently and in one step."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from wrapplanner.ui.dialogs.working import WorkingDialog
from wrapplanner.ui.plan_safe import PlanSafe
from wrapplanner.ui.plan_wants import NewKey
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.new_words import NewWords
from wrapplanner.ui.widgets.secret_field import SecretField
from wrapplanner.ui.widgets.tick_line import TickLine
from wrapplanner.ui.widgets.words import words


class SomebodyKnowsDialog(WorkingDialog):
    """Asks for both passphrases; then the safe's `new_key_requested` says the rest. What is typed is never emptied."""

    def __init__(self, look: Look, safe: PlanSafe, parent: QWidget) -> None:
        super().__init__(look, parent.tr("Somebody knows my passphrase"), parent)
        self._plan_safe = safe
        for said in (
            self.tr(
                "That can happen to anybody. Your plan is written anew with a new key. "
                "The old passphrase then opens it no more."
            ),
            self.tr("What they have read already, or copied, cannot be called back."),
        ):
            self.body.addWidget(words(said))
        self._present: SecretField | None = None
        if not safe.by_code:
            self._present = SecretField(look, self.tr("Your passphrase now"))
            self.body.addWidget(words(self._present.accessibleName(), "body-strong"))
            self.body.addWidget(self._present)
        self._new = NewWords(look, self._present)
        self.body.addWidget(self._new)
        self.body.addWidget(self._told)
        self._old = TickLine(
            look,
            self.tr("Take the older backups away too"),
            self.tr("They still open with the passphrase that is known. A new backup is made first."),
        )
        self.body.addWidget(self._old)
        self.add_button(self.tr("Leave it as it is"), self.reject, safe=True)
        self.add_button(self.tr("Write my plan anew"), self._on_do, "main")
        self.focus_first(self._present or self._new.first)
        if self._present is not None:
            self._present.returnPressed.connect(self._new.first.setFocus)
        self._new.entered.connect(self._on_do)

    def _on_do(self) -> None:
        if self._tasks.is_busy:
            return
        problem = self._new.problem()
        self._say(problem)
        if not problem:
            present = self._present.text() if self._present is not None else None
            self._tasks.run(partial(_check, self._plan_safe, present), self._on_checked, self._on_refused)

    def _on_checked(self, _: None) -> None:
        wish = NewKey(self._new.given, self._old.isChecked())
        self.accept()
        self._plan_safe.new_key_requested.emit(wish)


def _check(safe: PlanSafe, present: str | None) -> None:
    """Raises WrongSecret. For another thread."""
    if present is not None:
        safe.check(present)
