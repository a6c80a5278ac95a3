"""Giving an open plan a passphrase, another one, or none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wrapplanner.errors import WrapPlannerError
from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.dialogs.working import WorkingDialog
from wrapplanner.ui.plan_safe import PlanSafe
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.code_card import CodeCard
from wrapplanner.ui.widgets.new_words import NewWords
from wrapplanner.ui.widgets.secret_field import SecretField
from wrapplanner.ui.widgets.words import words

if TYPE_CHECKING:
    from wrapplanner.pdf.options import PrintOptions
    from wrapplanner.storage.keyfile import Slot


class PassphraseDialog(WorkingDialog):
    """Asks for the present passphrase where there is one, but not of somebody who came in by the recovery code.

    `kept(code)` when it is done; `code` is a new recovery code to be shown, or "". What is typed is never emptied.
    """

    kept = Signal(str)

    def __init__(self, look: Look, safe: PlanSafe, parent: QWidget, *, heading: str, said: str, does: str, new: bool) -> None:
        """With `new` a new passphrase is asked for, without it the present one is taken away; `does` is on the button."""
        super().__init__(look, heading, parent)
        self._plan_safe = safe
        self._present: SecretField | None = None
        self.body.addWidget(words(said))
        if safe.has_passphrase and not safe.by_code:
            self._present = SecretField(look, self.tr("Your passphrase now"))
            self._present.returnPressed.connect(self._on_entered)
            self.body.addWidget(words(self._present.accessibleName(), "body-strong"))
            self.body.addWidget(self._present)
        self._new = NewWords(look, self._present) if new else None
        if self._new is not None:
            self._new.entered.connect(self._on_do)
            self.body.addWidget(self._new)
            if self._present is not None:
                self._present.show_after(self._new.again)
        self.body.addWidget(self._told)
        self.add_button(self.tr("Leave it as it is"), self.reject, safe=True)
        self.add_button(does, self._on_do, "main")
        if (first := self._present or (self._new.first if self._new is not None else None)) is not None:
            self.focus_first(first)

    def _on_entered(self) -> None:
        if self._new is not None:
            self._new.first.setFocus()
        else:
            self._on_do()

    def _on_do(self) -> None:
        if self._tasks.is_busy:
            return
        problem = self._new.problem() if self._new is not None else ""
        self._say(problem)
        if not problem:
            present = self._present.text() if self._present is not None else None
            given = self._new.given if self._new is not None else None
            self._tasks.run(partial(_proven, self._plan_safe, present, given), self._on_proven, self._on_refused)

    def _on_proven(self, slot: Slot | None) -> None:
        code = ""
        try:
            if self._new is None:
                self._plan_safe.open_by_itself(slot)
            elif slot is not None:
                code = self._plan_safe.lock_with(slot)
        except WrapPlannerError as problem:
            self._on_refused(problem)
        else:
            self.accept()
            self.kept.emit(code)


class CodeDialog(Dialog):
    """Shows a new recovery code. It is kept nowhere, so Esc asks nothing: another one can be made."""

    def __init__(self, look: Look, code: str, options: PrintOptions, parent: QWidget) -> None:
        super().__init__(look, parent.tr("Your recovery code"), parent)
        self.body.addWidget(words(self.tr("It opens your plan when nothing else does. It is shown this once.")))
        card = CodeCard(look, code, options)
        self.body.addWidget(card)
        note = self.tr("Keep it on paper, away from this computer. A code from before works no more.")
        self.body.addWidget(words(note, "soft"))
        self.add_button(self.tr("I have it on paper"), self.accept, "main", safe=True)


def _proven(safe: PlanSafe, present: str | None, given: str | None) -> Slot | None:
    """Check the present passphrase; make the slot of a new one, or this computer's. For another thread. Raises WrongSecret."""
    if present is not None:
        safe.check(present)
    return safe.make_slot(given) if given is not None else safe.computer_slot()
