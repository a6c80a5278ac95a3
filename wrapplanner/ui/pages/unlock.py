"""Opening a locked plan: one field, no name, and never a lockout."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit

from wrapplanner.domain.locked_card import LockedCard
from wrapplanner.errors import Way, WrapPlannerError
from wrapplanner.ui.pages.front import FrontPage
from wrapplanner.ui.tasks import Tasks
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.card_view import CardView
from wrapplanner.ui.widgets.lamp_strip import LampStrip
from wrapplanner.ui.widgets.secret_field import SecretField
from wrapplanner.ui.widgets.words import words

Unlock = Callable[[Way, str], object]
"""Takes what is offered (Way.PASSPHRASE or Way.RECOVERY_CODE) and the words, returns the keys; it runs in another thread."""

_LOW = 460
"""Effective height under which the helplines stand behind their button alone."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The keys that were found, and what found them."""

    keys: object
    way: Way


class UnlockPage(FrontPage):
    """`opened(Opened)`; `another_requested()` to open another plan; `older_requested()` to go back to an older backup.

    What is typed is never emptied and never counted.
    """

    opened = Signal(object)
    another_requested = Signal()
    older_requested = Signal()

    def __init__(
        self,
        look: Look,
        unlock: Unlock,
        ways: tuple[Way, ...],
        *,
        said: str = "",
        alone: bool = False,
        card: LockedCard | None = None,
        older: bool = False,
        country: str = "",
    ) -> None:
        """`said` stands in the place of the usual line; `alone` offers no other plan, since this one is still open.

        `card` is what the person wants to be seen without unlocking. `older`: a backup opens with other words than these.
        `country` is whose helplines stand at the foot.
        """
        super().__init__(look)
        self._card, self._has_older = card, older
        self._unlock, self._ways = unlock, ways
        self._way = Way.PASSPHRASE if Way.PASSPHRASE in ways else Way.RECOVERY_CODE
        self._tasks = Tasks(self)
        self._build(self.tr("Welcome back"), said or self.tr("Your plan is locked. Only you can open it."))
        self._connect()
        self._show_way()
        self._another.setVisible(not alone)
        self._lamp = LampStrip(look, country)
        foot = self.layout()
        assert foot is not None
        foot.addWidget(self._lamp)

    def _build(self, title: str, said: str) -> None:
        self.add_title(title, said, arch=True)
        self._label = self.add_label("")
        self._fields = {
            Way.PASSPHRASE: SecretField(self.look, self.tr("Passphrase")),
            Way.RECOVERY_CODE: SecretField(self.look, self.tr("Recovery code"), dots=False),
        }
        self._open = button(self.look, self.tr("Open my plan"), "main")
        self.add_row(*self._fields.values(), self._open)
        self._hint = words(
            self.tr("It is on your sheet: seven groups of four letters and numbers. Spaces do not matter."), "caption"
        )
        self.column.addWidget(self._hint)
        self._told = self.add_told()
        self._other_way = button(self.look, "", "quiet")
        self._another = button(self.look, self.tr("Another plan"), "quiet")
        self._neither = button(self.look, self.tr("I have neither"), "quiet")
        self.add_row(self._other_way, self._neither, self._another)
        self._possible = words(
            self.tr(
                "Then nobody can open this plan, and nothing is wiped. Try again when the words come back to you. "
                "The pages that you printed are still yours. You can also start a new plan; this one stays where it is."
            )
        )
        self._older = button(self.look, self.tr("Go back to that backup"))
        self._older.clicked.connect(self.older_requested)
        for widget in (self._possible, self._older):
            widget.hide()
            self.column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if widget is self._older else Qt.AlignmentFlag(0))
        if self._card:
            self.column.addSpacing(self.look.space(16))
            self.column.addWidget(CardView(self.look, self._card))
        self.finish()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the field in a low window."""
        super().resizeEvent(event)
        self._lamp.make_low(self.height() / self.look.scale < _LOW)

    def _connect(self) -> None:
        for field in self._fields.values():
            field.returnPressed.connect(self._on_open)
        self._open.clicked.connect(self._on_open)
        self._other_way.clicked.connect(self._on_other_way)
        self._neither.clicked.connect(self._on_neither)
        self._another.clicked.connect(self.another_requested)
        self._tasks.busy_changed.connect(self._on_busy_changed)

    @property
    def _field(self) -> QLineEdit:
        return self._fields[self._way]

    def _show_way(self) -> None:
        by_code = self._way is Way.RECOVERY_CODE
        for way, field in self._fields.items():
            field.setVisible(way is self._way)
        self._label.setText(self._field.accessibleName())
        self._hint.setVisible(by_code)
        self._other_way.setVisible(len(self._ways) > 1)
        self._other_way.setText(self.tr("I have my passphrase") if by_code else self.tr("I have a recovery code"))
        only = self.tr("I do not have it") if by_code else self.tr("I have forgotten it")
        self._neither.setText(self.tr("I have neither") if len(self._ways) > 1 else only)
        self._told.say("")
        self.first = self._field

    def _on_neither(self) -> None:
        if self._has_older:
            self._possible.setText(
                self.tr(
                    "Nothing is wiped. A backup from before opens with the passphrase or the code that you had then. "
                    "What is here now is kept beside it. The pages that you printed are still yours."
                )
            )
        self._possible.show()
        self._older.setVisible(self._has_older)

    def _on_other_way(self) -> None:
        self._way = Way.PASSPHRASE if self._way is Way.RECOVERY_CODE else Way.RECOVERY_CODE
        self._show_way()
        self.focus_start()

    def _on_open(self) -> None:
        if self._tasks.is_busy:
            return
        given = self._field.text()
        if not given.strip():
            self._told.say(self.tr("There are no words in the field yet."))
            self.focus_start()
            return
        self._told.say("")
        way = self._way
        self._tasks.run(partial(self._unlock, way, given), partial(self._on_unlocked, way), self._on_refused)

    def _on_busy_changed(self, busy: bool) -> None:
        self._field.setReadOnly(busy)
        self._open.setText(self.tr("Opening…") if busy else self.tr("Open my plan"))

    def _on_unlocked(self, way: Way, keys: object) -> None:
        self.opened.emit(Opened(keys, way))

    def _on_refused(self, problem: Exception) -> None:
        if not isinstance(problem, WrapPlannerError):
            raise problem
        wrong = self.tr("That is not the passphrase of this plan. Nothing is lost: try again.")
        only = self._way is Way.PASSPHRASE and len(self._ways) == 1 and Way.PASSPHRASE in getattr(problem, "ways", ())
        self._told.say(wrong if only else problem.sentence)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
