"""A help topic as a document: headings, paragraphs and lists from plain blocks, never HTML."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTableFormat,
)

from wrapplanner.ui.actions import shortcut_rows
from wrapplanner.ui.pages.help_topics import HelpBlock, HelpTopic
from wrapplanner.ui.theme import Look

_LINE_HEIGHT = 125.0  # of the typeface’s own, which is 1.2 of its size: 1.5 in all
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


def help_document(look: Look, topic: HelpTopic) -> QTextDocument:
    """Return a topic as a document; the caller owns it."""
    return _Writer(look).write(topic)


class _Writer:
    def __init__(self, look: Look) -> None:
        self._look = look
        self._document = QTextDocument()
        self._document.setUndoRedoEnabled(False)
        self._document.setDocumentMargin(look.space(8))
        self._document.setDefaultFont(look.font("lead"))
        self._cursor = QTextCursor(self._document)
        self._is_first = True

    def write(self, topic: HelpTopic) -> QTextDocument:
        self._paragraph(topic.title, "heading", level=1)
        for block in topic.blocks:
            self._block(block)
        return self._document

    def _block(self, block: HelpBlock) -> None:
        if block.heading:
            self._paragraph(block.heading, "heading2", level=2)
        if block.text:
            self._paragraph(block.text)
        self._list(block.points, QTextListFormat.Style.ListDisc)
        self._list(block.steps, QTextListFormat.Style.ListDecimal)
        if block.keys:
            self._keys(block.keys)
        if block.shortcuts:
            for group, rows in groupby(shortcut_rows(), key=lambda row: row[0]):
                self._paragraph(group, "heading2", level=2)
                self._keys(tuple((keys, said) for _, keys, said in rows))

    def _paragraph(self, text: str, role: str = "lead", *, level: int = 0) -> None:
        look, shape = self._look, QTextBlockFormat()
        shape.setHeadingLevel(level)
        shape.setTopMargin(0 if self._is_first else look.space(20 if level else 0))
        shape.setBottomMargin(look.space(4 if level == 2 else 12))
        shape.setLineHeight(100.0 if level else _LINE_HEIGHT, _PROPORTIONAL)
        self._next(shape)
        self._cursor.insertText(text, self._letters(role, 600 if level else 400))

    def _list(self, rows: tuple[str, ...], style: QTextListFormat.Style) -> None:
        made = None
        for row in rows:
            shape = QTextBlockFormat()
            shape.setLineHeight(_LINE_HEIGHT, _PROPORTIONAL)
            shape.setBottomMargin(self._look.space(12 if row is rows[-1] else 2))
            self._next(shape)
            if made is None:
                listing = QTextListFormat()
                listing.setStyle(style)
                made = self._cursor.createList(listing)
            else:
                made.add(self._cursor.block())
            self._cursor.insertText(row, self._letters("lead"))

    def _keys(self, pairs: tuple[tuple[str, str], ...]) -> None:
        look, shape = self._look, QTextTableFormat()
        shape.setBorder(0)
        shape.setCellPadding(look.space(3))
        shape.setTopMargin(look.space(4))
        shape.setBottomMargin(look.space(12))
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        percent = QTextLength.Type.PercentageLength
        shape.setColumnWidthConstraints([QTextLength(percent, 36), QTextLength(percent, 64)])
        shape.setWidth(QTextLength(percent, 100))
        table = self._cursor.insertTable(len(pairs), 2, shape)
        for row, pair in enumerate(pairs):
            for column, words in enumerate(pair):
                table.cellAt(row, column).firstCursorPosition().insertText(words, self._letters("body", 400 if column else 600))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _next(self, shape: QTextBlockFormat) -> None:
        if self._is_first:
            self._cursor.setBlockFormat(shape)
        else:
            self._cursor.insertBlock(shape)
        self._is_first = False

    def _letters(self, role: str, weight: int = 400) -> QTextCharFormat:
        letters = QTextCharFormat()
        letters.setFont(self._look.font(role, weight))
        letters.setForeground(self._look.colour("ink"))
        return letters
