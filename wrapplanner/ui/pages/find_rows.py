"""How one place that was found is drawn: the part's mark, the words with what matched marked in them, where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wrapplanner.domain.finding import marked
from wrapplanner.ui.theme import Look
from wrapplanner.ui.wrap_mode import wrap_mode

ROW = Qt.ItemDataRole.UserRole + 1
_LETTERS = 58
"""The room for words in Qt's average letters, which are wide ones: 70 to 75 letters of plain text stand on a line."""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """What a row shows: `lines` (the first is strong), `where` they stand, and the words that were `wanted`."""

    icon: QIcon
    lines: tuple[str, ...]
    where: str
    wanted: str


@dataclass(frozen=True, slots=True)
class FoundHead:
    """The name of a group of rows."""

    words: str


class FoundRows(QStyledItemDelegate):
    """Draws a FoundRow or a FoundHead kept under ROW. Lines wrap, and the row with the focus has its ring."""

    def __init__(self, look: Look, view: QListWidget) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def widest(self) -> int:
        """Return the width in pixels that a row needs for its longest line."""
        letter = QFontMetrics(self._look.font()).averageCharWidth()
        return self._left() + letter * _LETTERS + self._pad()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room for all lines in the list's width."""
        width = self._view.viewport().width()
        if isinstance(head := index.data(ROW), FoundHead):
            high = _height(self._head(head, width))
            return QSize(0, round(high + 0.5) + self._look.space(20 if index.row() else 4) + self._look.space(4))
        high = sum(_height(each) for each in self._layouts(_row(index), width))
        return QSize(0, max(self._look.control(), round(high + 0.5) + 2 * self._pad()))  # no width: it never scrolls sideways

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint the ground, the mark, the lines, the ring."""
        state: Any = option.state
        box = QRectF(option.rect)
        if isinstance(head := index.data(ROW), FoundHead):
            layout = self._head(head, round(box.width()))
            painter.setPen(self._look.colour("ink-soft"))
            layout.draw(painter, QPointF(box.left() + self._pad(), box.bottom() - self._look.space(4) - _height(layout)))
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, state)
        row, top = _row(index), box.top() + self._pad()
        side = self._look.icon_size(24)
        row.icon.paint(painter, round(box.left()) + self._pad(), round(top), side, side)
        layouts = self._layouts(row, round(box.width()))
        for place, layout in enumerate(layouts):
            painter.setPen(self._look.colour("ink-soft" if row.where and place == len(layouts) - 1 else "ink"))
            layout.draw(painter, QPointF(box.left() + self._left(), top))
            top += _height(layout)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        look, inner = self._look, box.adjusted(1.5, 1.5, -1.5, -1.5)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent-soft" if chosen else "raised"))
            painter.drawRoundedRect(inner, 8, 8)
        if focused:
            painter.setPen(QPen(look.colour("focus"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, 8, 8)

    def _head(self, head: FoundHead, width: int) -> QTextLayout:
        return _laid_out(head.words, self._look.font("caption", 600), width - 2 * self._pad(), [])

    def _layouts(self, row: FoundRow, width: int) -> list[QTextLayout]:
        look, room = self._look, width - self._left() - self._pad()
        strong, plain, caption = look.font("body", 600), look.font(), look.font("caption")
        found = [
            _laid_out(line, strong if place == 0 else plain, room, self._marks(line, row.wanted))
            for place, line in enumerate(row.lines)
        ]
        return [*found, *([_laid_out(row.where, caption, room, [])] if row.where else [])]

    def _marks(self, line: str, wanted: str) -> list[QTextLayout.FormatRange]:
        marks = []
        for start, length in marked(line, wanted):
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = len(line[:start].encode("utf-16-le")) // 2, length
            look = QTextCharFormat()
            look.setBackground(self._look.colour("accent-soft"))
            look.setFontUnderline(True)
            mark.format = look
            marks.append(mark)
        return marks

    def _left(self) -> int:
        return self._pad() + self._look.icon_size(24) + self._look.space(14)

    def _pad(self) -> int:
        return self._look.space(12)


def _row(index: QModelIndex | QPersistentModelIndex) -> FoundRow:
    row: FoundRow = index.data(ROW)
    return row


def _laid_out(words: str, font: QFont, width: int, marks: list[QTextLayout.FormatRange]) -> QTextLayout:
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(wrap_mode(words))
    layout.setTextOption(option)
    layout.setFormats(marks)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _height(layout: QTextLayout) -> float:
    return sum(layout.lineAt(place).height() for place in range(layout.lineCount()))
