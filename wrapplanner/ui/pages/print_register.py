"""Who holds a copy: a quiet list that only the person sees. It tells of older copies in words, and never nags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from wrapplanner.domain.comparing import Difference
from wrapplanner.domain.copies import Copy, CopyState, Medium
from wrapplanner.domain.framework import Audience
from wrapplanner.domain.kinds import spoken_date
from wrapplanner.pdf.documents import DOCUMENTS
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button, icon_button
from wrapplanner.ui.widgets.column import clear
from wrapplanner.ui.widgets.words import rule, words

_FOLD = 520
"""Effective width under which a row's words stand one under the other."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A copy that somebody holds, and how the plan differs from it by now: nothing for the newest, None where not known."""

    copy: Copy
    differences: tuple[Difference, ...] | None

    @property
    def is_older(self) -> bool:
        """Whether something that is on it reads differently now."""
        return self.differences is None or bool(self.differences)


class Register(QWidget):
    """The list. Wishes: `replace_requested(tuple of Copy)`, `changes_requested(Holding)`, `look_requested(Copy)` (to read and
    print it as it was), `mark_requested(Copy, CopyState)`.
    """

    replace_requested = Signal(object)
    changes_requested = Signal(object)
    look_requested = Signal(object)
    mark_requested = Signal(object, object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._holdings: tuple[Holding, ...] = ()
        self._rows: list[_Row] = []
        self._build()

    def _build(self) -> None:
        look = self._look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space(8))
        head = QHBoxLayout()
        head.addWidget(words(self.tr("Who holds a copy"), "body-strong"), 1)
        head.addWidget(words(self.tr("Only you can see this list."), "caption", wrap=False))
        column.addLayout(head)
        self._all = QWidget()
        row = QHBoxLayout(self._all)
        row.setContentsMargins(0, 0, 0, 0)
        self._older = words("", "soft")
        row.addWidget(self._older, 1)
        replace_all = button(look, self.tr("Replace them all"))
        replace_all.clicked.connect(self._on_replace_all)
        row.addWidget(replace_all)
        column.addWidget(self._all)
        card = QFrame()
        card.setObjectName("card")
        self._list = QVBoxLayout(card)
        self._list.setContentsMargins(1, 1, 1, 1)
        self._list.setSpacing(0)
        column.addWidget(card)

    def show_holdings(self, holdings: Sequence[Holding]) -> None:
        """Show who holds what; without anybody there is nothing to see."""
        self._holdings = tuple(holdings)
        self.setVisible(bool(holdings))
        older = self._to_replace()
        self._all.setVisible(len(older) > 1)
        self._older.setText(self._older_words(older))
        clear(self._list)
        self._rows = []
        for place, holding in enumerate(holdings):
            if place:
                self._list.addWidget(rule())
            row = _Row(self._look, holding)
            row.replace_requested.connect(partial(self._on_replace, holding.copy))
            row.menu_requested.connect(partial(self._open_menu, holding))
            self._list.addWidget(row)
            self._rows.append(row)
        widest = max((row.doing.sizeHint().width() for row in self._rows), default=0)
        for row in self._rows:
            row.doing.setMinimumWidth(widest)  # so that the columns of all rows stand level
        self._fold()

    def _older_words(self, older: Sequence[Copy]) -> str:
        people = len({copy.key[1:] for copy in older if copy.audience != Audience.ME})
        mine = any(copy.audience == Audience.ME for copy in older)
        if people > 1:
            return self.tr("{0} people hold an older copy.").format(people)
        if people == 1:
            return self.tr("1 person holds an older copy, and so do you.") if mine else self.tr("1 person holds older copies.")
        return self.tr("Copies of your own are older.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold rows where there is no room."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        for row in self._rows:
            row.fold(narrow=self.width() / self._look.scale < _FOLD)

    def _to_replace(self) -> tuple[Copy, ...]:
        return tuple(holding.copy for holding in self._holdings if holding.is_older)

    def _on_replace_all(self) -> None:
        self.replace_requested.emit(self._to_replace())

    def _on_replace(self, copy: Copy) -> None:
        self.replace_requested.emit((copy,))

    def _open_menu(self, holding: Holding, at: QPoint) -> None:
        copy, menu = holding.copy, QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if holding.is_older:
            menu.addAction(self.tr("See what has changed"), lambda: self.changes_requested.emit(holding))
        menu.addAction(self.tr("Read or print it as it was"), lambda: self.look_requested.emit(copy))
        menu.addAction(self.tr("It came back to me"), lambda: self.mark_requested.emit(copy, CopyState.RETURNED))
        menu.addAction(self.tr("It was destroyed"), lambda: self.mark_requested.emit(copy, CopyState.DESTROYED))
        menu.popup(at)


class _Row(QFrame):
    """One holder: their name, what they hold, whether it is the newest, and what can be done."""

    replace_requested = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, look: Look, holding: Holding) -> None:
        super().__init__()
        self._look = look
        copy = holding.copy
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(look.space(14), look.space(2), look.space(4), look.space(2))
        self._row.setSpacing(look.space(12))
        self.setMinimumHeight(look.space(48))
        for cell, share in (
            (words(copy.holder, "body-strong"), 7),
            (words(held_words(copy)), 11),
            (self._state(holding), 10),
        ):
            cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._row.addWidget(cell, share)
        self.doing = QWidget()
        ends = QHBoxLayout(self.doing)
        ends.setContentsMargins(0, 0, 0, 0)
        ends.setSpacing(0)
        ends.addStretch(1)
        if holding.is_older:
            replace = button(look, self.tr("Replace it"), "quiet")
            replace.setAccessibleDescription(f"{copy.holder}, {held_words(copy)}")
            replace.clicked.connect(self.replace_requested)
            ends.addWidget(replace)
        self._more = icon_button(look, "ellipsis", self.tr("More about the copy of {0}").format(copy.holder))
        self._more.clicked.connect(self._on_more)
        ends.addWidget(self._more)
        self._row.addWidget(self.doing)

    def fold(self, *, narrow: bool) -> None:
        """Stand in one line, or in four."""
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else right)
        above = self._look.space(10 if narrow else 2)
        self._row.setContentsMargins(self._look.space(14), above, self._look.space(4), above)
        self._row.setSpacing(0 if narrow else self._look.space(12))

    def _state(self, holding: Holding) -> QWidget:
        look, older = self._look, holding.is_older
        state = QWidget()
        row = QHBoxLayout(state)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space(6))
        mark = QLabel()
        mark.setPixmap(look.pixmap("history" if older else "check", "warm" if older else "ink-soft", 16))
        row.addWidget(mark)
        said = words(self.tr("Holds an older copy") if older else self.tr("The newest"), "caption")
        said.setProperty("role", "warm" if older else "caption")
        row.addWidget(said, 1)
        return state

    def _on_more(self) -> None:
        self.menu_requested.emit(self._more.mapToGlobal(self._more.rect().bottomLeft()))


def held_words(copy: Copy) -> str:
    """Return what is held: “Supporter copy, 2 March 2026”."""
    title = DOCUMENTS[copy.document].title if copy.document in DOCUMENTS else copy.document
    said = f"{title}, {spoken_date(copy.day.isoformat())}"
    return f"{said} (PDF)" if copy.medium is Medium.FILE else said
