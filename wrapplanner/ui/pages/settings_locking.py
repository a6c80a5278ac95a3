"""Settings: what opens the plan, and when it locks by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from wrapplanner.errors import WrapPlannerError
from wrapplanner.ui.dialogs.locked_card import LockedCardDialog
from wrapplanner.ui.dialogs.passphrase import CodeDialog, PassphraseDialog
from wrapplanner.ui.dialogs.somebody_knows import SomebodyKnowsDialog
from wrapplanner.ui.pages.front import Told
from wrapplanner.ui.pages.settings_topic import Topic
from wrapplanner.ui.plan_safe import PlanSafe
from wrapplanner.ui.sheet_desk import sheet_options
from wrapplanner.ui.tasks import Tasks
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.choice_card import ChoiceCard
from wrapplanner.ui.widgets.words import words

if TYPE_CHECKING:
    from wrapplanner.storage.keyfile import Slot

MINUTES = (5, 10, 30)


class LockingTopic(Topic):
    """The passphrase, the recovery code, and locking by itself."""

    @property
    def safe(self) -> PlanSafe:
        """How the plan is kept; Settings offers this topic for no other plan."""
        assert self.context.safe is not None
        return self.context.safe

    def _build(self) -> None:
        self._told = Told()
        self._tasks = Tasks(self)
        if self.safe.to_read:
            self.add_heading(self.tr("Locking"), self.tr("Your plan is open to be read, so nothing can be changed here."))
        elif self.safe.has_passphrase:
            self._build_locked()
        else:
            self._build_open()
        self.column.addWidget(self._told)
        self.add_heading(self.tr("Hide the window"))
        self.column.addWidget(words(self.tr("F8 makes the window blank at once. Any key or a click brings it back.")))

    def _build_open(self) -> None:
        self.add_heading(self.tr("Opening your plan"), self._said_of_opening())
        line = self.add_tick(
            "computer",
            self.tr("Keep a key in this computer’s keychain"),
            self.tr("That is where your computer keeps passwords safe. Your plan still opens straight away."),
            ticked=self.safe.has_computer,
        )
        line.toggled.connect(self._on_computer)
        self._computer = line
        said = self.tr("It opens your plan if this computer breaks or its keychain is gone.")
        if not self.safe.has_code:
            said = self.tr(
                "You have none yet. It opens your plan if this computer breaks or its keychain is gone. "
                "Once you have it, a copy of your files is of no use to anybody else."
            )
        self.add_heading(self.tr("Recovery code"), said)
        does = self.tr("Make a new recovery code") if self.safe.has_code else self.tr("Get my recovery code")
        self._add_button("code", does, self._on_code)
        said = self.tr("With a passphrase, only you can open your plan. You type it each time.")
        self.add_heading(self.tr("Passphrase"), said)
        self._add_button("add", self.tr("Add a passphrase"), self._on_add)

    def _said_of_opening(self) -> str:
        if self.safe.by_code and not self.safe.lies_open:
            return self.tr(
                "This computer’s keychain did not open your plan this time, so you came in with your recovery code. "
                "Tick the box twice to give the keychain a new key."
            )
        if not self.safe.has_computer:
            return self.tr(
                "Your plan opens straight away. Its key lies beside it, so whoever can use your account here, or has a copy "
                "of its folder, can read it."
            )
        if self.safe.lies_open:
            return self.tr(
                "Your plan opens straight away. Until you have a recovery code its key lies beside it too, so that you are "
                "never shut out. Whoever has a copy of its folder can read it."
            )
        return self.tr(
            "Your plan opens straight away on this computer. Anywhere else your recovery code opens it. Whoever can use your "
            "account here can read it."
        )

    def _on_computer(self, on: bool) -> None:
        if on and not self._tasks.is_busy:
            self._told.say(self.tr("This computer’s keychain is being asked…"))
            self._tasks.run(self.safe.computer_slot, self._on_slot, self._on_refused)
        elif not on:
            self._keep_slot(None)

    def _on_slot(self, slot: Slot | None) -> None:
        if slot is not None:
            self._keep_slot(slot)
            return
        self._computer.blockSignals(True)
        self._computer.setChecked(False)
        self._computer.blockSignals(False)
        self._told.say(self.tr("This computer has no keychain that can be used. That is all right: your plan opens as before."))

    def _keep_slot(self, slot: Slot | None) -> None:
        try:
            self.safe.open_by_itself(slot)
        except WrapPlannerError as problem:
            self._told.say(problem.sentence)
        else:
            self.preferences_changed.emit()

    def _on_refused(self, problem: Exception) -> None:
        raise problem

    def _build_locked(self) -> None:
        said = self.tr("Your plan asks for your passphrase when you open it.")
        if self.safe.is_renewed:
            said = self.tr("Your new passphrase is set. From now on your plan asks for that one.")
        elif self.safe.by_code:
            said = self.tr("You came in with your recovery code. You can choose a new passphrase now, without the old one.")
        self.add_heading(self.tr("Passphrase"), said)
        self._add_button("change", self.tr("Change my passphrase"), self._on_change)
        self._add_button("knows", self.tr("Somebody knows my passphrase"), self._on_knows)
        self._add_button("remove", self.tr("Do without a passphrase"), self._on_remove)
        said = self.tr("It opens your plan if you forget your passphrase.")
        if not self.safe.has_code:
            said = self.tr("Your plan has none yet. With one, a forgotten passphrase does not shut you out.")
        self.add_heading(self.tr("Recovery code"), said)
        self._add_button("code", self.tr("Make a new recovery code"), self._on_code)
        said = self.tr(
            "When nobody has touched the keys or the mouse for a while, and when your computer locks or sleeps. "
            "Ctrl+L locks it at once."
        )
        self.add_heading(self.tr("Lock by itself"), said)
        cards = {str(number): ChoiceCard(self.look, self.tr("After {0} minutes").format(number)) for number in MINUTES}
        cards["0"] = ChoiceCard(self.look, self.tr("Only when I ask"))
        chosen = str(self.context.preferences.now.lock_minutes)
        self.add_cards(self.tr("Lock by itself"), "lock_minutes", cards, chosen, least=200)
        self._build_card()

    def _build_card(self) -> None:
        said = self.tr("The locked page shows nothing of your plan. It can show a few words to whoever helps you, if you want.")
        if self.safe.place.card() is not None:
            said = self.tr("The locked page shows the card that you chose. Anybody at this computer can read it.")
        self.add_heading(self.tr("A card on the locked page"), said)
        self._add_button("card", self.tr("Choose what it shows…"), self._on_card_wanted)

    def _on_card_wanted(self) -> None:
        self.context.session.flush()
        dialog = LockedCardDialog(self.look, self.safe, self.context.session, self.window())
        dialog.kept.connect(self.preferences_changed)
        dialog.open()

    def choose(self, preference: str, value: str) -> None:
        """Keep the minutes as a number."""
        self.keep(**{preference: int(value)})

    def _add_button(self, name: str, text: str, act: Callable[[], None]) -> None:
        made = button(self.look, text)
        made.clicked.connect(act)
        self.controls[name] = made
        self.column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_add(self) -> None:
        said = self.tr(
            "You type it each time you open your plan. Four or five words that only you would put together are good."
        )
        self._ask(self.tr("Choose a passphrase"), said, self.tr("Use this passphrase"), new=True)

    def _on_change(self) -> None:
        said = self.tr("Backups that there are still open with the passphrase that they were made with.")
        self._ask(self.tr("Change my passphrase"), said, self.tr("Use this passphrase"), new=True)

    def _on_knows(self) -> None:
        SomebodyKnowsDialog(self.look, self.safe, self.window()).open()

    def _on_remove(self) -> None:
        said = self.tr("Your plan then opens at once. Whoever can use your account here can read it.")
        self._ask(self.tr("Do without a passphrase"), said, self.tr("Take it away"), new=False)

    def _ask(self, heading: str, said: str, does: str, *, new: bool) -> None:
        dialog = PassphraseDialog(self.look, self.safe, self.window(), heading=heading, said=said, does=does, new=new)
        dialog.kept.connect(self._on_kept)
        dialog.open()

    def _on_kept(self, code: str) -> None:
        window = self.window()
        self.preferences_changed.emit()  # builds this topic anew: what is shown next belongs to the window
        if code:
            CodeDialog(self.look, code, sheet_options(self.look, self.context.preferences), window).open()

    def _on_code(self) -> None:
        try:
            code = self.safe.new_code()
        except WrapPlannerError as problem:
            self._told.say(problem.sentence)
        else:
            self._on_kept(code)
