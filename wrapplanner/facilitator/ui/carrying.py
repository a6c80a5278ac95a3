"""A card that the pointer carries over the presenter's board: its picture, and a line where it would go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QWidget

from wrapplanner.facilitator.ui.card_list import CardList
from wrapplanner.ui.theme import Look


class Carrying(QObject):
    """`dropped(card, heading, place)`: it was let go before the card at a place of a heading's; `seen(place)`: it is carried
    there on the ground, which may be out of sight.
    """

    dropped = Signal(str, str, int)
    seen = Signal(QPoint)

    def __init__(self, look: Look, ground: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._ground = look, ground
        self._columns: Sequence[tuple[QWidget, CardList]] = ()
        self._card = ""
        self._ghost = _Ghost(ground)
        self._line = QFrame(ground)
        self._line.setObjectName("dropLine")
        self._line.hide()

    def follow(self, columns: Sequence[tuple[QWidget, CardList]]) -> None:
        """Take the columns that cards can be carried to, each with its list."""
        self._columns = columns
        self._ghost.raise_()
        self._line.raise_()

    def lift(self, cards: CardList, card: str) -> None:
        """Begin to carry a card."""
        self._card = card
        self._ghost.carry(cards.picture_of(card))

    def carry(self, at: QPoint) -> None:
        """Have it at a global place."""
        here = self._ground.mapFromGlobal(at)
        self._ghost.move(here - QPoint(self._look.space(24), self._look.space(16)))
        self._ghost.show()
        target = self._target(at)
        if target is None:
            self._line.hide()
            return
        column, place = target
        corner = column.viewport().mapTo(self._ground, QPoint(0, column.top_of(place) - 4))
        self._line.setGeometry(QRect(corner, column.viewport().size()).adjusted(0, 0, 0, 3 - column.viewport().height()))
        self._line.show()
        self.seen.emit(here)

    def put_down(self, at: QPoint) -> None:
        """Let it go at a global place."""
        card, target = self._card, self._target(at)
        self.give_up()
        if card and target is not None:
            self.dropped.emit(card, target[0].group, target[1])

    def give_up(self) -> None:
        """Let it be where it was."""
        self._card = ""
        self._ghost.hide()
        self._line.hide()

    def _target(self, at: QPoint) -> tuple[CardList, int] | None:
        here = self._ground.mapFromGlobal(at)
        for column, cards in self._columns:
            box = column.geometry()
            beside = box.left() <= here.x() <= box.right() and box.top() <= here.y() <= self._ground.height()
            if column.isVisible() and beside and not self._is_below_row(box, here):
                return cards, cards.place_at(cards.viewport().mapFromGlobal(at).y())
        return None

    def _is_below_row(self, box: QRect, here: QPoint) -> bool:
        # Columns that go on beneath take what is let go among them.
        boxes = [column.geometry() for column, _ in self._columns if column.isVisible()]
        return any(other.top() > box.top() + 1 and other.top() <= here.y() for other in boxes)


class _Ghost(QWidget):
    """The picture of a card that is being carried."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture = QPixmap()
        self.hide()

    def carry(self, picture: QPixmap) -> None:
        """Take a card's picture."""
        self._picture = picture
        self.resize(picture.size() / picture.devicePixelRatio())
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture."""
        QPainter(self).drawPixmap(0, 0, self._picture)
