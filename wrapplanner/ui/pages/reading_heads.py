"""The head of a part in the reading document: its mark, its name as a heading, and a link at the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from wrapplanner.domain.framework import Part
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.marks import paint_mark


@dataclass(frozen=True, slots=True)
class Door:
    """A part's link: where it goes, what it says, its icon."""

    href: str
    words: str
    icon: str


MakeDoor = Callable[[Part], Door | None]


class PartHeads:
    """Writes heads into a document."""

    def __init__(self, look: Look, document: QTextDocument) -> None:
        self._look, self._document = look, document

    def write(self, at: QTextCursor, part: Part, door: Door | None) -> None:
        """Write a part's head where the cursor is; it is left inside it."""
        table = at.insertTable(1, 2, self._heading_table())
        for column in (0, 1):
            table.cellAt(0, column).setFormat(self._heading_cell())
        self._name_part(table.cellAt(0, 0).firstCursorPosition(), part)
        if door is not None:
            self._link_part(table.cellAt(0, 1).firstCursorPosition(), part, door)

    def _name_part(self, cursor: QTextCursor, part: Part) -> None:
        block = QTextBlockFormat()
        block.setHeadingLevel(2)
        cursor.setBlockFormat(block)
        anchor = QTextCharFormat()
        anchor.setAnchor(True)
        anchor.setAnchorNames([part.id])
        cursor.insertText("\u200b", anchor)
        picture = QTextImageFormat()
        picture.setName(self._mark(part))
        picture.setWidth(self._look.icon_size(32))
        picture.setHeight(self._look.icon_size(32))
        picture.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        cursor.insertImage(picture)
        letters = QTextCharFormat()
        letters.setFont(self._look.font("heading2", 600))
        letters.setForeground(self._look.colour("ink"))
        cursor.insertText("\u2002" + part.title, letters)

    def _mark(self, part: Part) -> str:
        """Return the name under which a part's mark is a picture of the document."""
        look, side = self._look, self._look.icon_size(32)
        image = QImage(side * 2, side * 2, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(2)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        paint_mark(painter, look, QRectF(0, 0, side, side), part.mark, look.tokens.hues[part.hue], look.tint(part.hue))
        painter.end()
        self._document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(f"mark-{part.id}"), image)
        return f"mark-{part.id}"

    def _link_part(self, cursor: QTextCursor, part: Part, door: Door) -> None:
        aligned = QTextBlockFormat()
        aligned.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        cursor.setBlockFormat(aligned)
        link = QTextCharFormat()
        link.setFont(self._look.font("caption", 600))
        link.setForeground(self._look.colour("accent"))
        link.setAnchor(True)
        link.setAnchorHref(door.href)
        link.setToolTip(f"{door.words}: {part.title}")
        self._insert_icon(cursor, door.icon, link)
        cursor.insertText("\u2002" + door.words, link)

    def _insert_icon(self, cursor: QTextCursor, icon: str, link: QTextCharFormat) -> None:
        look = self._look
        picture = QTextImageFormat()
        picture.merge(link)
        picture.setName(f"icon-{icon}")
        picture.setWidth(look.icon_size(16))
        picture.setHeight(look.icon_size(16))
        picture.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        pixmap = look.pixmap(icon, "accent", 16, 2)
        self._document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(f"icon-{icon}"), pixmap)
        cursor.insertImage(picture)

    def _heading_cell(self) -> QTextTableCellFormat:
        cell = QTextTableCellFormat()
        cell.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        cell.setBottomBorder(1)
        cell.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        cell.setBottomBorderBrush(self._look.colour("line"))
        cell.setBottomPadding(self._look.space(8))
        return cell

    def _heading_table(self) -> QTextTableFormat:
        look = self._look
        table = QTextTableFormat()
        table.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, 74), QTextLength(QTextLength.Type.PercentageLength, 26)]
        )
        table.setBorder(0)
        table.setCellPadding(0)
        table.setCellSpacing(0)
        table.setTopMargin(look.space(20))
        table.setBottomMargin(look.space(8))
        return table
