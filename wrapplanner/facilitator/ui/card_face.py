"""How a card looks in the presenter's columns, and the field in which its words are changed."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QListWidget, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from wrapplanner.facilitator.model.board import MAX_LETTERS
from wrapplanner.facilitator.ui.painting import paint_shape
from wrapplanner.facilitator.ui.room import Room
from wrapplanner.ui.theme import Look

CARD_ID, CARD_MARK = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
"""Where a row has its card's id, and its mark's word ('' for none)."""


class CardFace(QStyledItemDelegate):
    """A card's words on its ground, its mark before them. `written(card, text)`. `painted` counts rows, for the bench."""

    written = Signal(str, str)

    def __init__(self, look: Look, room: Room, parent: QListWidget) -> None:
        super().__init__(parent)
        self._look, self._room, self._list = look, room, parent
        self.painted = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height that the words take in the column's width."""
        room = QRect(0, 0, max(self._list.width(), 60), 99_999)
        words = QFontMetrics(self._look.font()).boundingRect(
            self._words_box(room, index), int(Qt.TextFlag.TextWordWrap), str(index.data())
        )
        return QSize(60, max(self._look.control(), words.height() + self._look.space(20)) + self._look.space(4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint one card."""
        self.painted += 1
        look = self._look
        box = option.rect.adjusted(0, 0, 0, -look.space(4))
        chosen = index.row() == self._list.currentRow() and self._list.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 3 if chosen else look.border
        painter.setPen(QPen(look.colour("focus" if chosen else "line-strong"), width))
        painter.setBrush(look.colour("raised"))
        painter.drawRoundedRect(QRectF(box).adjusted(width / 2, width / 2, -width / 2, -width / 2), 8, 8)
        mark = index.data(CARD_MARK)
        if mark:
            side = look.icon_size(14)
            middle = box.center().y() - side / 2
            paint_shape(painter, self._room, mark, QRectF(box.left() + look.space(12), middle, side, side))
        painter.setFont(look.font())
        painter.setPen(look.colour("ink"))
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self._words_box(box, index), flags, str(index.data()))
        painter.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Return a field over the card."""
        field = QLineEdit(parent)
        field.setMaxLength(MAX_LETTERS)
        field.setAccessibleName(self.tr("The idea’s words"))
        return field

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex) -> None:
        """Wish for the new words; the board says when they are there."""
        assert isinstance(editor, QLineEdit)
        if editor.text().strip() and editor.text() != index.data():
            self.written.emit(str(index.data(CARD_ID)), editor.text().strip())

    def _words_box(self, box: QRect, index: QModelIndex | QPersistentModelIndex) -> QRect:
        look = self._look
        left = look.space(12) + (look.icon_size(14) + look.space(10) if index.data(CARD_MARK) else 0)
        return box.adjusted(left, 0, -look.space(10), 0)
