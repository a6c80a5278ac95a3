"""On the presenter's only screen: a thin bar over the lower edge, shown when asked for. No notes stand on it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from wrapplanner.facilitator.ui.board_desk import IdeaField
from wrapplanner.facilitator.ui.conductor import Conductor
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.words import words

_LARGE = 1.25


class ThinBar(QFrame):
    """Back, a field for the board, time, Hide, the way to the notes, Next. `closed()`; `notes_requested()`."""

    closed = Signal()
    notes_requested = Signal()

    def __init__(self, look: Look, conductor: Conductor) -> None:
        super().__init__()
        self.setObjectName("presenterFoot")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._conductor = conductor
        column = QVBoxLayout(self)
        column.setContentsMargins(look.space(16), look.space(8), look.space(16), look.space(8))
        row, beneath = QHBoxLayout(), QHBoxLayout()
        for each in (row, beneath):
            each.setSpacing(look.space(12))
            column.addLayout(each)
        self._back = button(look, self.tr("Back"), "back", icon="arrow-left")
        self._back.clicked.connect(conductor.go_back)
        self.field = IdeaField(look)
        self.field.added.connect(self._on_added)
        self._left = words("", "caption", wrap=False)
        self._hide = button(look, self.tr("Hide"), "lamp", icon="eye-off")
        self._hide.clicked.connect(lambda: conductor.hide(not conductor.is_hidden))
        self._notes = button(look, self.tr("My notes: everyone will see them"), "quiet")
        self._notes.clicked.connect(self.notes_requested)
        self.next = button(look, self.tr("Next"), "main", icon="arrow-right", trailing=True)
        self.next.clicked.connect(conductor.go_on)
        row.addWidget(self._back)
        large = look.scale >= _LARGE  # then the field and the longest words have a row of their own
        (beneath if large else row).addWidget(self.field, 1)
        row.addStretch(0 if not large else 1)
        row.addWidget(self._left)
        (beneath if large else row).addWidget(self._notes)
        row.addWidget(self._hide)
        row.addWidget(self.next)
        conductor.slide_changed.connect(self._show)
        conductor.ticked.connect(self._show)
        self._show()

    def focus_start(self, typed: str = "") -> None:
        """Put the focus in the field where there is one, after the letter that asked for it."""
        if self.field.isHidden():
            self.next.setFocus()
        else:
            self.field.setFocus()
            self.field.setText(typed)

    @property
    def has_field(self) -> bool:
        """Whether something can be written on a board now."""
        return not self.field.isHidden()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the bar away."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        running = self._conductor.running
        self.field.setVisible(running.item.kind.has_board)
        self._back.setVisible(not self._conductor.is_at_start)
        minutes = -int(-running.seconds_left(self._conductor.now) // 60)
        self._left.setText(self.tr("{0} min left").format(minutes) if minutes else "")

    def _on_added(self, text: str) -> None:
        groups = self._conductor.board.groups
        self._conductor.add_ideas(text, groups[0].id if groups else "")
