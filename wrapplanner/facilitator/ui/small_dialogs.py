"""What the presenter is asked in a few words: minutes, a heading, another item, how the session ends."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from wrapplanner.facilitator.model.keeping import After
from wrapplanner.facilitator.model.kinds import KINDS, ItemKind
from wrapplanner.facilitator.model.programme import LONGEST
from wrapplanner.facilitator.model.running import Running
from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.controls import DropDown, TickBox
from wrapplanner.ui.widgets.words import words

MINUTES = 15


class MinutesDialog(Dialog):
    """Asks how many minutes an item has; `done_with(minutes)`."""

    def __init__(self, look: Look, title: str, minutes: int, parent: QWidget, done_with: Callable[[int], None]) -> None:
        super().__init__(look, QCoreApplication.translate("MinutesDialog", "Minutes for “{0}”").format(title), parent)
        self._done_with = done_with
        self._field = CountField(self.tr("Minutes"), minutes, LONGEST, step=5)
        self.body.addWidget(self._field)
        self.add_button(self.tr("Not now"), self.reject, "back")
        keep = self.add_button(self.tr("Change it"), self._on_keep, "main")
        keep.setDefault(True)
        self.focus_first(self._field)

    def _on_keep(self) -> None:
        self._done_with(self._field.count)
        self.accept()


class HeadingDialog(Dialog):
    """Asks for the words of a heading; `done_with(title)`, and `take_away()` where there is one to take away."""

    def __init__(
        self, look: Look, title: str, parent: QWidget, done_with: Callable[[str], None], take_away: Callable[[], None] | None
    ) -> None:
        tr = QCoreApplication.translate
        said = tr("HeadingDialog", "Change the heading") if take_away else tr("HeadingDialog", "A heading for the board")
        super().__init__(look, said, parent)
        self._done_with, self._take_away = done_with, take_away
        self._field = QLineEdit(title)
        self._field.setMaxLength(40)
        self._field.setAccessibleName(self.tr("Heading"))
        self.body.addWidget(self._field)
        if take_away is not None:
            self.body.addWidget(words(self.tr("Without it, its ideas stay on the board under no heading."), "help"))
            self.add_button(self.tr("Take it away"), self._on_take_away)
        self.add_button(self.tr("Not now"), self.reject, "back")
        self.add_button(self.tr("Keep it"), self._on_keep, "main").setDefault(True)
        self.focus_first(self._field)

    def _on_keep(self) -> None:
        if self._field.text().strip():
            self._done_with(self._field.text().strip())
        self.accept()

    def _on_take_away(self) -> None:
        assert self._take_away is not None
        self._take_away()
        self.accept()


class ItemDialog(Dialog):
    """Adds an item: its kind, its title, its minutes, what the group is asked. `done_with(kind, title, minutes, words)`."""

    def __init__(
        self, look: Look, parent: QWidget, done_with: Callable[[type[ItemKind], str, int, tuple[str, ...]], None]
    ) -> None:
        super().__init__(look, QCoreApplication.translate("ItemDialog", "Add an item after this one"), parent)
        self._done_with = done_with
        self._kind = DropDown(look, self.tr("What kind"))
        for word, kind in KINDS.items():
            self._kind.addItem(QCoreApplication.translate("ItemKinds", kind.title), word)
        self._title = QLineEdit()
        self._title.setAccessibleName(self.tr("Title"))
        self._title.setMaxLength(60)
        self._minutes = CountField(self.tr("Minutes"), MINUTES, LONGEST, step=5)
        self._words = QPlainTextEdit()
        self._words.setAccessibleName(self.tr("What the group sees, a line each"))
        self._words.setTabChangesFocus(True)
        self._words.setFixedHeight(look.space(110))
        for label, field in (
            (self.tr("What kind"), self._kind),
            (self.tr("Title"), self._title),
            (self.tr("Minutes"), self._minutes),
            (self.tr("What the group sees, a line each"), self._words),
        ):
            self.body.addWidget(words(label, "caption-strong"))
            self.body.addWidget(field)
        self._kind.currentIndexChanged.connect(self._on_kind)
        self._on_kind()
        self.add_button(self.tr("Not now"), self.reject, "back")
        self.add_button(self.tr("Add it"), self._on_add, "main")
        self.focus_first(self._kind)

    def _on_kind(self) -> None:
        self._title.setPlaceholderText(self._kind.currentText())

    def _on_add(self) -> None:
        title = self._title.text().strip() or self._kind.currentText()
        lines = tuple(line.strip() for line in self._words.toPlainText().splitlines() if line.strip())
        self._done_with(KINDS[self._kind.currentData()], title, self._minutes.count, lines or (title,))
        self.accept()


class EndDialog(Dialog):
    """Asks how a session ends: which boards the group keeps, and what facilitators keep for themselves.

    `done_with(items whose boards are kept, words for after)`.
    """

    def __init__(
        self, look: Look, running: Running, after: After, parent: QWidget, done_with: Callable[[tuple[str, ...], After], None]
    ) -> None:
        super().__init__(look, QCoreApplication.translate("EndDialog", "End the session?"), parent)
        self._after, self._done_with = after, done_with
        self._ticks: dict[str, TickBox] = {}
        boards = [
            item
            for item in running.session.items
            if item.kind.has_board and not item.kind.is_kept and running.board(item.id).cards
        ]
        if boards:
            self.body.addWidget(
                words(self.tr("Ask the group: which boards shall be kept? The others are wiped for good."), "help")
            )
            for item in boards:
                count = len(running.board(item.id).cards)
                tick = TickBox(look, self.tr("Keep “{0}”: {1} ideas").format(item.title, count))
                tick.setAccessibleName(self.tr("Keep “{0}”").format(item.title))
                self._ticks[item.id] = tick
                self.body.addWidget(tick)
        else:
            self.body.addWidget(words(self.tr("Nothing stands on a board, so there is nothing to wipe."), "help"))
        self._notes = self._add_area(self.tr("Notes to myself"), after.notes)
        self._carry = self._add_area(self.tr("What to carry to the next time"), after.carry)
        self.add_button(self.tr("Not yet"), self.reject, safe=True)
        self.add_button(self.tr("End it"), self._on_end, "main")

    def _add_area(self, label: str, text: str) -> QPlainTextEdit:
        self.body.addSpacing(self.look.space(8))
        self.body.addWidget(words(label, "caption-strong"))
        field = QPlainTextEdit(text)
        field.setAccessibleName(label)
        field.setTabChangesFocus(True)
        field.setFixedHeight(self.look.space(76) + self.look.text("body"))
        self.body.addWidget(field)
        return field

    def _on_end(self) -> None:
        kept = tuple(item for item, tick in self._ticks.items() if tick.isChecked())
        after = After(self._after.programme, self._after.number, self._notes.toPlainText(), self._carry.toPlainText())
        self.accept()
        self._done_with(kept, after)


class NotesDialog(Dialog):
    """Notes to oneself and what to carry to the next time, in the middle of a session; `done_with(words)`."""

    def __init__(self, look: Look, after: After, parent: QWidget, done_with: Callable[[After], None]) -> None:
        super().__init__(look, QCoreApplication.translate("NotesDialog", "Notes to myself"), parent)
        self._after, self._done_with = after, done_with
        self.body.addWidget(words(self.tr("Only facilitators see these. No names, please."), "help"))
        self._notes, self._carry = QPlainTextEdit(after.notes), QPlainTextEdit(after.carry)
        for label, field in ((self.tr("Notes"), self._notes), (self.tr("What to carry to the next time"), self._carry)):
            self.body.addWidget(words(label, "caption-strong"))
            field.setAccessibleName(label)
            field.setTabChangesFocus(True)
            field.setFixedHeight(look.space(110))
            self.body.addWidget(field)
        self.add_button(self.tr("Keep them"), self._on_keep, "main")
        self.focus_first(self._notes)

    def reject(self) -> None:
        """Keep what was written: nothing is lost by Esc."""
        self._on_keep()

    def _on_keep(self) -> None:
        now = After(self._after.programme, self._after.number, self._notes.toPlainText(), self._carry.toPlainText())
        if now != self._after:
            self._done_with(now)
        self.accept()


class CountField(QLineEdit):
    """A whole number from 1 to `most`; the arrow keys step."""

    def __init__(self, name: str, count: int, most: int, step: int) -> None:
        super().__init__(str(count))
        self._most, self._step = most, step
        self.setAccessibleName(name)
        self.setValidator(QIntValidator(1, most, self))
        self.setMaxLength(3)

    @property
    def count(self) -> int:
        """What is written, within what is possible."""
        return min(self._most, max(1, int(self.text() or 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step up and down."""
        steps = {Qt.Key.Key_Up: self._step, Qt.Key.Key_Down: -self._step}.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        else:
            self.setText(str(min(self._most, max(1, self.count + steps))))
