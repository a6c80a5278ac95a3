"""One column of the presenter's board: its cards, by keys and by the pointer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListWidget,
    QListWidgetItem,
)

from wrapplanner.facilitator.model.board import Card
from wrapplanner.facilitator.ui.card_face import CARD_ID, CARD_MARK, CardFace
from wrapplanner.facilitator.ui.marks import mark_name
from wrapplanner.facilitator.ui.room import Room
from wrapplanner.ui.theme import Look

_ALT, _CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
_KEYS = Qt.Key


class CardList(QListWidget):
    """Cards under one heading (`group`, '' for none).

    `shift_requested(card, steps)` within the heading, `side_requested(card, steps)` to another,
    `step_requested(steps)` for the focus to go there; `edit_requested(card, text)`; `removal_requested(card)`;
    `menu_requested(card, place)`. `lifted(card)`, `carried(place)`, `put_down(place)` and `dropped_back()` tell of a card
    that the pointer drags. Places are global.
    """

    shift_requested = Signal(str, int)
    side_requested = Signal(str, int)
    step_requested = Signal(int)
    edit_requested = Signal(str, str)
    removal_requested = Signal(str)
    menu_requested = Signal(str, QPoint)
    lifted = Signal(str)
    carried = Signal(QPoint)
    put_down = Signal(QPoint)
    dropped_back = Signal()

    def __init__(self, look: Look, room: Room, group: str, name: str) -> None:
        super().__init__()
        self.group = group
        self._look = look
        self._pressed: QPoint | None = None
        self._dragging = False
        self.row_delegate = CardFace(look, room, self)
        self.setAccessibleName(name)
        self.setProperty("side", True)
        self.setProperty("focusRing", "none")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(self.row_delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        # Later: the row's field closes first, and only then may the rows be made anew.
        self.row_delegate.written.connect(self.edit_requested, Qt.ConnectionType.QueuedConnection)

    def show_cards(self, cards: tuple[Card, ...]) -> None:
        """Show these cards; the same one stays chosen, or what stands in its place."""
        shown = [(card.id, card.text, card.mark.value if card.mark else "") for card in cards]
        rows = (self.item(place) for place in range(self.count()))
        if shown == [(row.data(CARD_ID), row.text(), row.data(CARD_MARK)) for row in rows]:
            return
        chosen, place = self.current_card(), self.currentRow()
        self.clear()
        for card in cards:
            row = QListWidgetItem(card.text)
            row.setData(CARD_ID, card.id)
            row.setData(CARD_MARK, card.mark.value if card.mark else "")
            row.setData(Qt.ItemDataRole.AccessibleTextRole, _said(card))
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsEditable)
            self.addItem(row)
        ids = [card.id for card in cards]
        self.setCurrentRow(ids.index(chosen) if chosen in ids else min(place, len(ids) - 1))
        self.updateGeometry()

    def current_card(self) -> str:
        """Return the id of the card that is chosen, '' for none."""
        row = self.currentItem()
        return str(row.data(CARD_ID)) if row is not None else ""

    def choose(self, card: str) -> None:
        """Choose a card."""
        for place in range(self.count()):
            if self.item(place).data(CARD_ID) == card:
                self.setCurrentRow(place)

    def place_at(self, y: int) -> int:
        """Return before which card a card would go that is let go at a height, 0 … count."""
        for place in range(self.count()):
            if y < self.visualItemRect(self.item(place)).center().y():
                return place
        return self.count()

    def top_of(self, place: int) -> int:
        """Return the height of the gap before a card."""
        if place < self.count():
            return self.visualItemRect(self.item(place)).top()
        return self.visualItemRect(self.item(self.count() - 1)).bottom() + 1 if self.count() else 0

    def picture_of(self, card: str) -> QPixmap:
        """Return a card as it looks, for the pointer to carry."""
        self.choose(card)
        box = self.visualItemRect(self.currentItem())
        return self.viewport().grab(box)

    def sizeHint(self) -> QSize:
        """Return the height of all cards: the board scrolls, not its columns."""
        high = sum(self.sizeHintForRow(place) for place in range(self.count()))
        return QSize(120, max(high, self._look.control()))

    def minimumSizeHint(self) -> QSize:
        """Return the same height: no card is out of sight in its column."""
        return QSize(80, self.sizeHint().height())

    def keyboardSearch(self, search: str) -> None:
        """Stay: a letter typed by mistake leads nowhere."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose a card, so that keys have one to move."""
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, move, change, take away."""
        if self.state() == QAbstractItemView.State.EditingState:
            return  # Enter of the field that closes comes here too
        act = self._act(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _act(self, event: QKeyEvent) -> Callable[[], None] | None:
        card, key = self.current_card(), Qt.Key(event.key())
        steps = {_KEYS.Key_Up: -1, _KEYS.Key_Down: 1, _KEYS.Key_Left: -1, _KEYS.Key_Right: 1}.get(key, 0)
        sideways = key in (_KEYS.Key_Left, _KEYS.Key_Right)
        if sideways and not event.modifiers() & (_ALT | _CTRL):
            return lambda: self.step_requested.emit(steps)
        if steps and event.modifiers() & _ALT and card:
            wish = self.side_requested if sideways else self.shift_requested
            return lambda: wish.emit(card, steps)
        if key in (_KEYS.Key_F2, _KEYS.Key_Return, _KEYS.Key_Enter) and card and not event.modifiers():
            return lambda: self.editItem(self.currentItem())
        if key == _KEYS.Key_Delete and card:
            return lambda: self.removal_requested.emit(card)
        if key == _KEYS.Key_Escape and self._dragging:
            return self._give_up
        return None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the card's menu."""
        if card := self.current_card():
            keyed = event.reason() == QContextMenuEvent.Reason.Keyboard
            at = self.visualItemRect(self.currentItem()).center() if keyed else event.pos()
            self.menu_requested.emit(card, self.viewport().mapToGlobal(at))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a card; it may be dragged from here."""
        super().mousePressEvent(event)
        on_card = self.itemAt(event.position().toPoint()) is not None and event.button() == Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if on_card else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lift the card once the pointer has gone far enough, and carry it."""
        here = event.position().toPoint()
        if self._dragging:
            self.carried.emit(event.globalPosition().toPoint())
        elif self._pressed is not None and (here - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self.lifted.emit(self.current_card())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the card down."""
        super().mouseReleaseEvent(event)
        self._pressed = None
        if self._dragging:
            self._dragging = False
            self.put_down.emit(event.globalPosition().toPoint())

    def _give_up(self) -> None:
        self._dragging, self._pressed = False, None
        self.dropped_back.emit()


def _said(card: Card) -> str:
    return f"{card.text}, {mark_name(card.mark)}" if card.mark else card.text
