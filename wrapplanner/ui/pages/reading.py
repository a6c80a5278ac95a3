"""The plan as a quiet document: what was written, in the person's words and order, nothing for blanks."""

from __future__ import annotations

from collections.abc import Callable

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
    QTextListFormat,
    QTextTableCellFormat,
    QTextTableFormat,
)

from wrapplanner.domain.framework import Framework, Part, Question
from wrapplanner.domain.kinds import Kind, cell_text, spoken_date
from wrapplanner.domain.plan import Entry, Plan, ToolState
from wrapplanner.domain.progress import answered_by, is_written, written_questions
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.marks import paint_mark


class ReadingDocument:
    """Writes a QTextDocument: headings carry their level, lists are lists, tables are tables, all of it plain text."""

    def __init__(self, look: Look, framework: Framework, plan: Plan, labels: dict[str, str], margin: int) -> None:
        self.document = QTextDocument()
        self.document.setDocumentMargin(0)
        self.document.setIndentWidth(look.space(20))
        self.document.setDefaultFont(look.font("lead"))
        self.document.setUndoRedoEnabled(False)
        paper = QTextFrameFormat()
        paper.setLeftMargin(margin)
        paper.setRightMargin(margin)
        paper.setTopMargin(look.space(40))
        paper.setBottomMargin(look.space(40))
        self.document.rootFrame().setFrameFormat(paper)
        self._look, self._framework, self._plan, self._labels = look, framework, plan, labels
        self._cursor = QTextCursor(self.document)
        self._fresh = True

    def write(self, name: str, under: str) -> None:
        """Write everything: a title, a line under it, then each part that has words."""
        self._paragraph(name, "title", 600, level=1)
        self._paragraph(under, "body", 400, soft=True, after=24)
        for part in self._framework.parts:
            written = [q for q in part.questions if self._has_words(q)]
            if written:
                self._part(part)
                for question in written:
                    self._question(question)

    def _has_words(self, question: Question) -> bool:
        return is_written(self._plan, answered_by(self._framework, self._plan, question))

    def _part(self, part: Part) -> None:
        table = self._cursor.insertTable(1, 2, self._heading_table())
        for column in (0, 1):
            table.cellAt(0, column).setFormat(self._heading_cell())
        self._name_part(table.cellAt(0, 0).firstCursorPosition(), part)
        self._link_part(table.cellAt(0, 1).firstCursorPosition(), part)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True

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
        cursor.insertText("\u2002" + part.title, self._letters("heading2", 600))

    def _mark(self, part: Part) -> str:
        """Return the name under which a part's mark is a picture of the document."""
        look, side = self._look, self._look.icon_size(32)
        image = QImage(side * 2, side * 2, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(2)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        paint_mark(painter, look, QRectF(0, 0, side, side), part.mark, look.tokens.hues[part.hue], look.tint(part.hue))
        painter.end()
        self.document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(f"mark-{part.id}"), image)
        return f"mark-{part.id}"

    def _link_part(self, cursor: QTextCursor, part: Part) -> None:
        aligned = QTextBlockFormat()
        aligned.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        cursor.setBlockFormat(aligned)
        link = self._letters("caption", 600)
        link.setForeground(self._look.colour("accent"))
        link.setAnchor(True)
        link.setAnchorHref(f"write/{(written_questions(self._plan, part) or part.questions)[0].id}")
        link.setToolTip(f"{self._labels['write-here']}: {part.title}")
        self._insert_icon(cursor, "pencil", link)
        cursor.insertText("\u2002" + self._labels["write-here"], link)

    def _insert_icon(self, cursor: QTextCursor, icon: str, link: QTextCharFormat) -> None:
        look = self._look
        picture = QTextImageFormat()
        picture.merge(link)
        picture.setName(f"icon-{icon}")
        picture.setWidth(look.icon_size(16))
        picture.setHeight(look.icon_size(16))
        picture.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        pixmap = look.pixmap(icon, "accent", 16, 2)
        self.document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(f"icon-{icon}"), pixmap)
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

    def _question(self, question: Question) -> None:
        source = answered_by(self._framework, self._plan, question)
        self._paragraph(question.title, "caption", 400, soft=True, before=12, after=2, level=3)
        WRITERS[source.kind](self, source)

    def _letters(self, role: str, weight: int, *, soft: bool = False) -> QTextCharFormat:
        letters = QTextCharFormat()
        font = self._look.font(role, weight)
        letters.setFont(font)
        letters.setForeground(self._look.colour("ink-soft" if soft else "ink"))
        return letters

    def _paragraph(
        self, text: str, role: str, weight: int, *, soft: bool = False, before: int = 0, after: int = 4, level: int = 0
    ) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(self._look.space(before))
        block.setBottomMargin(self._look.space(after))
        block.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        block.setHeadingLevel(level)
        self._next_block(block, self._letters(role, weight, soft=soft))
        self._cursor.insertText(text, self._letters(role, weight, soft=soft))

    def _next_block(self, block: QTextBlockFormat, letters: QTextCharFormat) -> None:
        if self._fresh:
            self._cursor.setBlockFormat(block)
            self._cursor.setCharFormat(letters)
            self._fresh = False
        else:
            self._cursor.insertBlock(block, letters)

    def words(self, question: Question) -> None:
        """Write a line, a text or a date."""
        for entry in self._entries(question):
            said = spoken_date(entry.text) if question.kind is Kind.DATE else entry.text
            self._paragraph(said, "lead", 400)

    def points(self, question: Question) -> None:
        """Write entries, tools and signatures: one point each, the note after it."""
        self._points([self._point(entry) for entry in self._entries(question)])

    def people(self, question: Question) -> None:
        """Write people: name, relation, phones, then what is asked of them."""
        rows = []
        for entry in self._entries(question):
            person = self._plan.person(entry.person)
            about = (person.relation, *person.phones) if person else ()
            rows.append((" · ".join(filter(None, (self._plan.words(entry), *about))), entry.note))
        self._points(rows)

    def records(self, question: Question) -> None:
        """Write records as a table with a head."""
        entries = self._entries(question)
        columns = [c for c in question.columns if any(cell_text(question, e, c.id, self._plan) for e in entries)]
        table_format = QTextTableFormat()
        table_format.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table_format.setBorder(0)
        table_format.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        table_format.setCellPadding(self._look.space(4))
        table_format.setCellSpacing(0)
        table_format.setHeaderRowCount(1)
        if not columns:
            return
        table = self._cursor.insertTable(len(entries) + 1, len(columns), table_format)
        for place, column in enumerate(columns):
            table.cellAt(0, place).firstCursorPosition().insertText(column.title, self._letters("caption", 600, soft=True))
            for number, entry in enumerate(entries, 1):
                said = cell_text(question, entry, column.id, self._plan)
                cursor = table.cellAt(number, place).firstCursorPosition()
                cursor.insertText(said, self._letters("body", 600 if place == 0 else 400))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True

    def toolbox(self, question: Question) -> None:
        """Write the tools: favourites first, each with its note; those that did not help are said so."""
        use = [tool for tool in self._plan.tools if tool.state is ToolState.USE]
        self._points([(tool.name, tool.note) for tool in sorted(use, key=lambda tool: not tool.favourite)])
        for state in (ToolState.TRY, ToolState.NOT_FOR_ME):
            found = [(tool.name, tool.note) for tool in self._plan.tools if tool.state is state]
            if found:
                self._paragraph(self._labels[state.value], "caption", 400, soft=True, before=12, after=2)
                self._points(found)

    def _entries(self, question: Question) -> list[Entry]:
        return [entry for entry in self._plan.entries(question.id) if not entry.is_blank]

    def _point(self, entry: Entry) -> tuple[str, str]:
        return self._plan.words(entry), entry.note

    def _points(self, rows: list[tuple[str, str]]) -> None:
        points = QTextListFormat()
        points.setStyle(QTextListFormat.Style.ListDisc)
        points.setIndent(1)
        made = None
        for said, note in rows:
            block = QTextBlockFormat()
            block.setBottomMargin(self._look.space(3))
            block.setLineHeight(115, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            self._next_block(block, self._letters("lead", 400))
            if made is None:
                made = self._cursor.createList(points)
            else:
                made.add(self._cursor.block())
            self._cursor.insertText(said, self._letters("lead", 400))
            if note:
                self._cursor.insertText("  " + note, self._letters("body", 400, soft=True))


WRITERS: dict[Kind, Callable[[ReadingDocument, Question], None]] = {
    Kind.LINE: ReadingDocument.words,
    Kind.TEXT: ReadingDocument.words,
    Kind.DATE: ReadingDocument.words,
    Kind.ENTRIES: ReadingDocument.points,
    Kind.TOOLS: ReadingDocument.points,
    Kind.PEOPLE: ReadingDocument.people,
    Kind.RECORDS: ReadingDocument.records,
    Kind.SIGNATURES: ReadingDocument.points,
    Kind.TOOLBOX: ReadingDocument.toolbox,
}
