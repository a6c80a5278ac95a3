"""At the presenter's right: the time of this item, the notes that nobody else sees, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from wrapplanner.facilitator.model.programme import Item
from wrapplanner.facilitator.model.running import Running
from wrapplanner.facilitator.ui.times import TimeBar, left_of
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.column import ScrollColumn
from wrapplanner.ui.widgets.words import words

FIRST, SECOND = "A", "B"
"""The two facilitators. Neither name is written anywhere."""


class NotesPanel(ScrollColumn):
    """Notes that begin with "A:" or "B:" are for one of two facilitators; the others are for whoever speaks."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, margin=look.space(20), top=20)
        self._look = look
        self.column.setSpacing(look.space(8))
        row = QHBoxLayout()
        row.addWidget(words(self.tr("This item"), "body-strong", wrap=False))
        row.addStretch(1)
        self._left = words("", "caption", wrap=False)
        row.addWidget(self._left)
        self.column.addLayout(row)
        self._bar = TimeBar(look)
        self.column.addWidget(self._bar)
        self.column.addSpacing(look.space(16))
        self._heading = words("", "body-strong")
        self.column.addWidget(self._heading)
        self._notes = _Card(look)
        self.column.addWidget(self._notes)
        self._rest = words("", "caption")
        self.column.addWidget(self._rest)
        self.column.addSpacing(look.space(20))
        self.column.addWidget(words(self.tr("Next"), "body-strong"))
        self._next = _Card(look)
        self.column.addWidget(self._next)
        self.column.addStretch(1)

    def show_time(self, running: Running, now: float) -> None:
        """Show what is left of the item."""
        minutes = running.item.minutes
        left = running.seconds_left(now)
        said = self.tr("Paused") if running.paused else left_of(left, minutes)
        if said != self._left.text():
            self._left.setText(said)
        self._bar.show_gone(1 - left / (minutes * 60))

    def show_item(self, running: Running, speaker: str) -> None:
        """Show the notes for the one who speaks, and what comes next."""
        mine, other = notes_for(running.item, speaker)
        two = any(_is_for(note, each) for note in running.item.notes for each in (FIRST, SECOND))
        heading = self.tr("Notes for {0}, only for you").format(speaker) if two else self.tr("Notes, only for you")
        self._heading.setText(heading)
        self._notes.show_lines("", mine or (self.tr("There are no notes for this item."),))
        self._rest.setText("\n".join(other))
        self._rest.setVisible(bool(other))
        following = running.next_item
        if following is None:
            self._next.show_lines(self.tr("The end of the session"), ())
        else:
            self._next.show_lines(following.title, (*following.body, *following.questions)[:1], quiet=True)


class _Card(QFrame):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(look.space(14), look.space(12), look.space(14), look.space(12))
        self._column.setSpacing(look.space(6))

    def show_lines(self, title: str, lines: tuple[str, ...], *, quiet: bool = False) -> None:
        """Show a strong line and plain ones."""
        from wrapplanner.ui.widgets.column import clear

        clear(self._column)
        if title:
            self._column.addWidget(words(title, "body-strong"))
        for line in lines:
            self._column.addWidget(words(line, "caption" if quiet else "body"))


def notes_for(item: Item, speaker: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the notes for who speaks, without their mark, and those for the other, said to be theirs."""
    other = SECOND if speaker == FIRST else FIRST
    mine = tuple(note[2:].strip() if _is_for(note, speaker) else note for note in item.notes if not _is_for(note, other))
    theirs = QCoreApplication.translate("NotesPanel", "For {0}: {1}")
    return mine, tuple(theirs.format(other, note[2:].strip()) for note in item.notes if _is_for(note, other))


def _is_for(note: str, speaker: str) -> bool:
    return note.startswith(f"{speaker}:")
