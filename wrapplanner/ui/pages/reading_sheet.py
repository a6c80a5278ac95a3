"""The plan on a sheet of paper: its document with a title, and the paper around the widget that shows it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from wrapplanner.domain.framework import Framework, Part
from wrapplanner.domain.plan import Plan
from wrapplanner.ui.pages.reading import ReadingDocument
from wrapplanner.ui.pages.reading_heads import MakeDoor
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.linked_text import LinkedText
from wrapplanner.ui.wrap_mode import wrap_mode

WIDEST = 704
"""The width of the paper in pixels at 100 %."""


def plan_browser(look: Look, name: str) -> QTextBrowser:
    """Return a widget to read a plan in, called `name` for screen readers."""
    text = LinkedText(look)
    text.setAccessibleName(name)
    text.setOpenLinks(False)
    text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    text.setProperty("focusRing", "inner")
    return text


def part_in_sight(text: QTextBrowser, framework: Framework) -> Part | None:
    """Return the part that stands in the middle of what is seen of a plan; None above the first."""
    titles = {part.title: part for part in framework.parts}
    block: QTextBlock = text.cursorForPosition(text.viewport().rect().center()).block()
    while block.isValid():
        heading = block.text().replace("\u200b", "").replace("\ufffc", "").strip("\u2002 ")
        if heading in titles and block.blockFormat().headingLevel() == 2:
            return titles[heading]
        block = block.previous()
    return None


def plan_document(look: Look, framework: Framework, plan: Plan, under: str, door: MakeDoor, *, margin: int) -> QTextDocument:
    """Return the plan as a document with the person's name as its title, if they wrote it; the caller owns it.

    `under` is the line beneath the title, `margin` in pixels at 100 %.
    """

    def said(text: str) -> str:
        return QCoreApplication.translate("ReadPage", text)

    full, name = framework.role("full-name"), framework.role("preferred-name")
    called = [plan.entries(role.id)[0].text for role in (full, name) if role and plan.entries(role.id)]
    labels = {"try": said("I would like to try"), "not-for-me": said("Not for me")}
    made = ReadingDocument(look, framework, plan, labels, look.space(margin), door)
    made.write(called[0] if called else said("My plan"), under)
    return made.document


def show_document(text: QTextBrowser, document: QTextDocument) -> None:
    """Show a document, which the widget then owns."""
    document.setParent(text)
    option = document.defaultTextOption()
    option.setWrapMode(wrap_mode(document.toRawText()))
    document.setDefaultTextOption(option)
    text.setWordWrapMode(option.wrapMode())
    text.setDocument(document)


def on_paper(look: Look, text: QTextBrowser) -> QWidget:
    """Return a sheet with the widget on it, at the left of its room."""
    sheet = QFrame()
    sheet.setObjectName("sheet")
    inside = QVBoxLayout(sheet)
    inside.setContentsMargins(1, 1, 1, 1)
    inside.addWidget(text)
    text.show()
    sheet.setMaximumWidth(round(WIDEST * look.scale))
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(sheet, 1000)
    row.addStretch(1)
    return holder
