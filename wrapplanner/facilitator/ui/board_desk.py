"""The presenter's hands at the board: a field for ideas, the heading they go under, undo, and the way to arrange them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from wrapplanner.facilitator.model.board import Board
from wrapplanner.facilitator.ui.marks import mark_icon
from wrapplanner.facilitator.ui.room import Room
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.flow import FlowLayout
from wrapplanner.ui.widgets.words import words


class IdeaField(QLineEdit):
    """One line for an idea; many lines that are pasted become as many ideas. `added(text)`."""

    added = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("An idea for the board"))
        self.setPlaceholderText(self.tr("Type an idea, then Enter"))
        self._look = look
        self.setTextMargins(look.icon_size() + look.space(10), 0, 0, 0)
        self.textChanged.connect(self._on_text_changed)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the board while nothing is written here."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and not self.text():
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter puts it on the board; many lines are taken from the clipboard as they are."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._add(self.text())
        elif event.matches(QKeySequence.StandardKey.Paste) and "\n" in (pasted := QGuiApplication.clipboard().text().strip()):
            self._add(f"{self.text()}{pasted}" if self.text() else pasted)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and a plus before its words."""
        super().paintEvent(event)
        side = self._look.icon_size()
        QPainter(self).drawPixmap(self._look.space(12), (self.height() - side) // 2, self._look.pixmap("plus"))

    def _on_text_changed(self, text: str) -> None:
        # Pasted by the mouse: Qt keeps the line ends.
        if any(end in text for end in "\n\u2028\u2029"):
            self._add(text.replace("\u2028", "\n").replace("\u2029", "\n"))

    def _add(self, text: str) -> None:
        if text.strip():
            self.clear()
            self.added.emit(text)


class BoardDesk(QWidget):
    """`added(text, heading)`; `undo_requested()`; `heading_wanted()`; `arranging(bool)`; `ideas_wanted()`."""

    added = Signal(str, str)
    undo_requested = Signal()
    heading_wanted = Signal()
    arranging = Signal(bool)
    ideas_wanted = Signal()

    def __init__(self, look: Look, room: Room) -> None:
        super().__init__()
        self._look, self._room = look, room
        self._chosen = ""
        self._groups: tuple[object, ...] = ()
        self._chips: dict[str, QPushButton] = {}
        self._build()

    @property
    def chosen(self) -> str:
        """The heading that ideas go under, '' for none."""
        return self._chosen

    def show_board(self, board: Board, *, can_undo: bool, grouped: bool, has_ideas: bool) -> None:
        """Show a board's headings and how many ideas it has; `grouped` boards have headings at all."""
        ids = [group.id for group in board.groups]
        if self._chosen not in ids:
            self._chosen = ids[0] if ids else ""
        if self._groups != board.groups or not self._chips:
            self._groups = board.groups
            self._build_chips(board)
        for group, chip in self._chips.items():
            chip.setChecked(group == self._chosen)
        self._under.setVisible(bool(ids))
        self._heading.setVisible(grouped)
        self._ideas.setVisible(has_ideas)
        self._undo.setVisible(can_undo)
        count = len(board.cards)
        said = self.tr("1 idea, no names") if count == 1 else self.tr("{0} ideas, no names").format(count)
        self._count.setText(said if count else "")
        self._arrange.setVisible(bool(count))

    def choose_heading(self, place: int) -> None:
        """Have ideas go under the heading at a place, from 0."""
        groups = [*self._chips]
        if place < len(groups):
            self._on_chip(groups[place])

    def set_arranging(self, on: bool) -> None:
        """Show whether the board is being arranged."""
        self._arrange.setChecked(on)

    def _build(self) -> None:
        look = self._look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space(12))
        row = QHBoxLayout()
        row.setSpacing(look.space(12))
        self.field = IdeaField(look)
        self.field.added.connect(lambda text: self.added.emit(text, self._chosen))
        self._undo = button(look, self.tr("Undo"), icon="undo-2")
        self._undo.clicked.connect(self.undo_requested)
        row.addWidget(self.field, 1)
        row.addWidget(self._undo)
        column.addLayout(row)
        self._flow = FlowLayout(look.space(8))
        column.addLayout(self._flow)
        self._under = words(self.tr("Put it under"), "caption", wrap=False)
        self._under.setFixedHeight(look.control())
        self._heading = button(look, self.tr("A heading"), "quiet", icon="plus")
        self._heading.clicked.connect(self.heading_wanted)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(look.space(8))
        self._arrange = button(look, self.tr("Arrange"), "plain", icon="layout-grid")
        self._arrange.setCheckable(True)
        self._arrange.toggled.connect(self.arranging)
        self._ideas = button(look, self.tr("Ideas so far"), "quiet", icon="lightbulb")
        self._ideas.clicked.connect(self.ideas_wanted)
        self._count = words("", "caption", wrap=False)
        self._foot.addWidget(self._arrange)
        self._foot.addWidget(self._ideas)
        self._foot.addStretch(1)
        self._foot.addWidget(self._count)
        column.addLayout(self._foot)

    def _build_chips(self, board: Board) -> None:
        for chip in self._chips.values():
            chip.hide()
            chip.deleteLater()
        while self._flow.takeAt(0) is not None:
            pass
        self._chips = {}
        self._flow.addWidget(self._under)
        for group in board.groups:
            chip = button(self._look, group.title, "chip")
            chip.setIcon(mark_icon(self._look, self._room, group.mark))
            chip.setIconSize(self._look.icon_extent())
            chip.setText(f" {group.title}")
            chip.setAccessibleName(self.tr("Put it under {0}").format(group.title))
            chip.setCheckable(True)
            chip.clicked.connect(partial(self._on_chip, group.id))
            self._flow.addWidget(chip)
            self._chips[group.id] = chip
        self._flow.addWidget(self._heading)

    def _on_chip(self, group: str) -> None:
        self._chosen = group
        for each, chip in self._chips.items():
            chip.setChecked(each == group)
        self.field.setFocus()
