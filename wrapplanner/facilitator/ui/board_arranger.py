"""The presenter's board to be put in order: columns of cards, carried by the pointer or by keys alone."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from wrapplanner.facilitator.model.board import Board, Mark
from wrapplanner.facilitator.model.board_changes import CardEdited, CardMoved, CardsRemoved, marking, merging, moving
from wrapplanner.facilitator.ui.card_list import CardList
from wrapplanner.facilitator.ui.carrying import Carrying
from wrapplanner.facilitator.ui.marks import mark_icon, mark_name
from wrapplanner.facilitator.ui.room import Room
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button

_MOST, _LEAST_WIDTH = 3, 170


class BoardArranger(QScrollArea):
    """Shows a board. `change_requested(BoardChange)`; `heading_requested(group)`: a heading's words are to be changed."""

    change_requested = Signal(object)
    heading_requested = Signal(str)

    def __init__(self, look: Look, room: Room) -> None:
        super().__init__()
        self._look, self._room = look, room
        self._board = Board()
        self._lists: dict[str, CardList] = {}
        self._columns: list[QWidget] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ground = QWidget()
        self._grid = QGridLayout(self._ground)
        self._grid.setContentsMargins(0, 0, look.space(8), 0)
        self._grid.setSpacing(look.space(12))
        self.setWidget(self._ground)
        self._carrying = Carrying(look, self._ground, self)
        self._carrying.dropped.connect(self._on_carried_to)
        self._carrying.seen.connect(lambda at: self.ensureVisible(at.x(), at.y(), 0, look.space(32)))

    @property
    def lists(self) -> dict[str, CardList]:
        """The columns by heading, '' for cards under none."""
        return self._lists

    def show_board(self, board: Board) -> None:
        """Show a board as it is now."""
        self._board = board
        if [*self._lists] != ["", *(group.id for group in board.groups)] or self._titles() != self._shown_titles:
            self._build_columns()
        for group, column in self._lists.items():
            column.show_cards(board.under(group))
        self._columns[0].setVisible(bool(board.under("")) or not board.groups)
        self._arrange()

    def focus_board(self) -> None:
        """Put the focus on the first column that has cards."""
        for column in self._lists.values():
            if column.count():
                column.setFocus()
                return

    def put_under(self, place: int) -> bool:
        """Put the card that has the focus under the heading at a place, from 0; False where none has it."""
        column = self._focused()
        if column is None or not column.current_card() or place >= len(self._board.groups):
            return False
        card = self._board.card(column.current_card())
        self.change_requested.emit(CardEdited(replace(card, group=self._board.groups[place].id)))
        self._follow(card.id)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have as many columns abreast as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _titles(self) -> list[tuple[str, Mark]]:
        return [(group.title, group.mark) for group in self._board.groups]

    def _build_columns(self) -> None:
        for column in self._columns:
            self._grid.removeWidget(column)
            column.hide()
            column.deleteLater()
        self._lists, self._columns, self._shown_titles = {}, [], self._titles()
        self._add_column("", self.tr("Under no heading"), QIcon())
        for group in self._board.groups:
            self._add_column(group.id, group.title, mark_icon(self._look, self._room, group.mark))
        self._carrying.follow([*zip(self._columns, self._lists.values(), strict=True)])

    def _add_column(self, group: str, title: str, icon: QIcon) -> None:
        column = QWidget()
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(self._look.space(4))
        heading = button(self._look, title, "back")
        heading.setIcon(icon)
        heading.setIconSize(self._look.icon_extent())
        heading.setText(f" {title}" if group else title)
        heading.setProperty("heading", True)
        heading.setEnabled(bool(group))
        heading.clicked.connect(partial(self.heading_requested.emit, group))
        box.addWidget(heading, 0, Qt.AlignmentFlag.AlignLeft)
        cards = CardList(self._look, self._room, group, title)
        self._connect_list(cards)
        box.addWidget(cards, 1)
        self._lists[group] = cards
        self._columns.append(column)

    def _connect_list(self, cards: CardList) -> None:
        cards.shift_requested.connect(self._on_shift)
        cards.side_requested.connect(self._on_side)
        cards.step_requested.connect(partial(self._on_step, cards))
        cards.edit_requested.connect(self._on_edit)
        cards.removal_requested.connect(self._on_removal)
        cards.menu_requested.connect(self._on_menu)
        cards.lifted.connect(partial(self._carrying.lift, cards))
        cards.carried.connect(self._carrying.carry)
        cards.put_down.connect(self._carrying.put_down)
        cards.dropped_back.connect(self._carrying.give_up)

    def _arrange(self) -> None:
        least = round(_LEAST_WIDTH * self._look.scale)
        abreast = max(1, min(_MOST, self.viewport().width() // least))
        shown = [column for column in self._columns if not column.isHidden() or column is not self._columns[0]]
        for place, column in enumerate(shown):
            self._grid.addWidget(column, place // abreast, place % abreast, Qt.AlignmentFlag.AlignTop)
        for at in range(_MOST):
            self._grid.setColumnStretch(at, 1 if at < abreast else 0)
        self._grid.setRowStretch(len(shown) // abreast + 1, 1)

    # Keys
    def _on_shift(self, card: str, steps: int) -> None:
        board = self._board
        siblings = [each.id for each in board.under(board.card(card).group)]
        place = siblings.index(card) + steps
        if 0 <= place < len(siblings):
            self.change_requested.emit(CardMoved(card, board.card(card).group, board.place_of(siblings[place])))
            self._follow(card)

    def _on_side(self, card: str, steps: int) -> None:
        order = [*self._lists]
        place = order.index(self._board.card(card).group) + steps
        if 0 <= place < len(order):
            self.change_requested.emit(CardEdited(replace(self._board.card(card), group=order[place])))
            self._follow(card)

    def _on_step(self, cards: CardList, steps: int) -> None:
        columns = [column for column in self._lists.values() if column.count()]
        if cards not in columns:
            return
        place = columns.index(cards) + steps
        if 0 <= place < len(columns):
            columns[place].setCurrentRow(min(cards.currentRow(), columns[place].count() - 1))
            columns[place].setFocus()
            self._see(columns[place])

    def _on_edit(self, card: str, text: str) -> None:
        self.change_requested.emit(CardEdited(replace(self._board.card(card), text=text)))

    def _on_removal(self, card: str) -> None:
        self.change_requested.emit(CardsRemoved((card,)))

    def join_above(self) -> None:
        """Put the words of the card that has the focus to those of the card above it."""
        column = self._focused()
        if column is not None and column.currentRow() > 0:
            cards = self._board.under(column.group)
            above = cards[column.currentRow() - 1].id
            self.change_requested.emit(merging(self._board, above, column.current_card()))
            self._follow(above)

    def mark_card(self, mark: Mark | None) -> None:
        """Put a mark on the card that has the focus, or take it away."""
        column = self._focused()
        if column is not None and column.current_card():
            self.change_requested.emit(marking(self._board.card(column.current_card()), mark))

    def _on_menu(self, card: str, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = self._lists[self._board.card(card).group]
        menu.addAction(self.tr("Change the words")).triggered.connect(lambda: column.editItem(column.currentItem()))
        if column.currentRow() > 0:
            menu.addAction(self.tr("Join it to the one above")).triggered.connect(self.join_above)
        marks = menu.addMenu(self.tr("Mark it"))
        for mark in Mark:
            action = marks.addAction(mark_icon(self._look, self._room, mark), mark_name(mark))
            action.triggered.connect(partial(self.mark_card, mark))
        marks.addAction(self.tr("No mark")).triggered.connect(partial(self.mark_card, None))
        if self._board.groups:
            under = menu.addMenu(self.tr("Put it under"))
            for place, group in enumerate(self._board.groups):
                icon = mark_icon(self._look, self._room, group.mark)
                under.addAction(icon, group.title).triggered.connect(partial(self.put_under, place))
        menu.addAction(self.tr("Take it off the board")).triggered.connect(partial(self._on_removal, card))
        menu.popup(at)

    def _on_carried_to(self, card: str, group: str, place: int) -> None:
        change = moving(self._board, card, group, place)
        if change is not None:
            self.change_requested.emit(change)
            self._follow(card)

    def _focused(self) -> CardList | None:
        return next((column for column in self._lists.values() if column.hasFocus()), None)

    def _follow(self, card: str) -> None:
        for column in self._lists.values():
            if any(each.id == card for each in self._board.under(column.group)):
                column.choose(card)
                column.setFocus()
                self._see(column)

    def _see(self, column: CardList) -> None:
        box = column.visualItemRect(column.currentItem())
        middle = column.viewport().mapTo(self._ground, box.center())
        self.ensureVisible(middle.x(), middle.y(), 0, box.height())
