"""The plan as a quiet document: what was written, in the person's words and order, nothing for blanks."""

from __future__ import annotations

from collections.abc import Callable

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

from wrapplanner.domain.framework import Framework, Part, Question
from wrapplanner.domain.kinds import Kind, cell_text, spoken_date
from wrapplanner.domain.plan import Entry, Plan, ToolState
from wrapplanner.domain.progress import answered_by, is_written
from wrapplanner.ui.pages.reading_heads import MakeDoor, PartHeads
from wrapplanner.ui.theme import Look


class ReadingDocument:
    """Writes a QTextDocument: headings carry their level, lists are lists, tables are tables, all of it plain text."""

    def __init__(
        self, look: Look, framework: Framework, plan: Plan, labels: dict[str, str], margin: int, door: MakeDoor
    ) -> None:
        """`labels` are the words for tools to "try" and "not-for-me"; `margin` is in pixels; `door` makes each part's link."""
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
        self._look, self._framework, self._plan, self._labels, self._door = look, framework, plan, labels, door
        self._heads = PartHeads(look, self.document)
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
        self._heads.write(self._cursor, part, self._door(part))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True

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
