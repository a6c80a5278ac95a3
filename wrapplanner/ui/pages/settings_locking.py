"""Settings: what opens the plan, and when it locks by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from wrapplanner.errors import WrapPlannerError
from wrapplanner.ui.dialogs.passphrase import CodeDialog, PassphraseDialog
from wrapplanner.ui.pages.front import Told
from wrapplanner.ui.pages.settings_topic import Topic
from wrapplanner.ui.plan_safe import PlanSafe
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.choice_card import ChoiceCard
from wrapplanner.ui.widgets.words import words

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
        if self.safe.has_passphrase:
            self._build_locked()
        else:
            said = self.tr(
                "Your plan opens at once, so whoever can use your account here can read it. With a passphrase, only you can."
            )
            self.add_heading(self.tr("Passphrase"), said)
            self._add_button("add", self.tr("Add a passphrase"), self._on_add)
        self.column.addWidget(self._told)
        self.add_heading(self.tr("Hide the window"))
        self.column.addWidget(words(self.tr("F8 makes the window blank at once. Any key or a click brings it back.")))

    def _build_locked(self) -> None:
        said = self.tr("Your plan asks for your passphrase when you open it.")
        if self.safe.by_code:
            said = self.tr("You came in with your recovery code. You can choose a new passphrase now, without the old one.")
        self.add_heading(self.tr("Passphrase"), said)
        self._add_button("change", self.tr("Change my passphrase"), self._on_change)
        self._add_button("remove", self.tr("Do without a passphrase"), self._on_remove)
        said = self.tr("It opens your plan if you forget your passphrase.")
        if not self.safe.has_code:
            said = self.tr("Your plan has none yet. With one, a forgotten passphrase does not shut you out.")
        self.add_heading(self.tr("Recovery code"), said)
        self._add_button("code", self.tr("Make a new recovery code"), self._on_code)
        said = self.tr("When nobody has touched the keys or the mouse for a while. Ctrl+L locks it at once.")
        self.add_heading(self.tr("Lock by itself"), said)
        cards = {str(number): ChoiceCard(self.look, self.tr("After {0} minutes").format(number)) for number in MINUTES}
        cards["0"] = ChoiceCard(self.look, self.tr("Only when I ask"))
        chosen = str(self.context.preferences.now.lock_minutes)
        self.add_cards(self.tr("Lock by itself"), "lock_minutes", cards, chosen, least=200)

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
            CodeDialog(self.look, code, window).open()

    def _on_code(self) -> None:
        try:
            code = self.safe.new_code()
        except WrapPlannerError as problem:
            self._told.say(problem.sentence)
        else:
            self._on_kept(code)
