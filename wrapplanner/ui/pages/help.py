"""Help, in the program and offline: topics at the side, found by any word, and one readable column."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QTextBrowser, QTextEdit, QVBoxLayout, QWidget

from wrapplanner.ui.pages.help_text import help_document
from wrapplanner.ui.pages.help_topics import HelpTopic, load_help
from wrapplanner.ui.pages.page import WIDE, Page, PageContext
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.controls import DropDown
from wrapplanner.ui.widgets.message import announce
from wrapplanner.ui.widgets.search_field import SearchField
from wrapplanner.ui.widgets.side_list import SideList
from wrapplanner.ui.widgets.words import words

_READABLE = 640
"""The greatest width of the text in pixels at 100 %: 60 to 75 letters a line."""


class HelpPage(Page):
    """The help texts. `go_to` takes a topic's id."""

    door = "help"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._topics = load_help(context.resources / "help" / "en")
        self._topic = self._topics[0]
        self._wide = True
        self._build()
        self._connect()
        self._show_list()
        self._show_topic(self._topic)

    def place(self) -> str:
        """See Page."""
        return f"help/{self._topic.id}"

    def go_to(self, rest: str) -> None:
        """Show a topic by its id; an unknown one changes nothing."""
        found = next((topic for topic in self._topics if topic.id == rest), None)
        if found is not None:
            self._search.clear()
            self._show_topic(found)

    def focus_start(self) -> None:
        """Put the focus on the field to search in."""
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_effective_width(self, width: int) -> None:
        """Make the side column a drop-down in a narrow window."""
        self._wide = width >= WIDE
        self._list.setVisible(self._wide)
        self._drop_down.setVisible(not self._wide)
        self._side.setMaximumWidth(round(272 * self.look.scale) if self._wide else 16_777_215)
        self._side.setMinimumWidth(round(272 * self.look.scale) if self._wide else 0)
        side = 20 if self._wide else 32
        self._side_column.setContentsMargins(side, self.look.space(20), side, self.look.space(8))
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._body.setDirection(across if self._wide else down)
        self._finding.setDirection(down if self._wide or width < 560 else across)
        self._set_margins()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column readable, with the scroll bar at the edge of the page."""
        super().resizeEvent(event)
        self._set_margins()

    def _build(self) -> None:
        look = self.look
        header = self.make_header()
        header.addWidget(words(self.tr("Help"), "title", wrap=False), 1)
        self._done = button(look, self.tr("Done"), "main")
        header.addWidget(self._done)
        self._search = SearchField(look, self.tr("Find in help"), self.tr("Find in help"))
        self._list = SideList(look, self.tr("Topics"))
        self._drop_down = DropDown(look, self.tr("Topics"))
        self._drop_down.setIconSize(look.icon_extent())
        self._nothing = words("", "caption")
        self._text = QTextBrowser()
        self._text.setOpenLinks(False)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setProperty("focusRing", "inner")
        self._lay_out()

    def _lay_out(self) -> None:
        look = self.look
        self._side = QWidget()
        column = self._side_column = QVBoxLayout(self._side)
        column.setSpacing(look.space(12))
        self._finding = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._finding.setSpacing(look.space(12))
        self._finding.addWidget(self._search, 1)
        self._finding.addWidget(self._drop_down, 1)
        column.addLayout(self._finding)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        right = QHBoxLayout()
        right.setContentsMargins(0, look.space(12), 0, 0)
        right.addWidget(self._text)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(0)
        self._body.addWidget(self._side)
        self._body.addLayout(right, 1)
        self.outer.addLayout(self._body, 1)

    def _connect(self) -> None:
        self._done.clicked.connect(self._on_done)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self._on_done)
        self._search.textChanged.connect(self._on_search)
        self._search.returnPressed.connect(self._on_return)
        self._list.chosen.connect(self._on_topic)
        self._drop_down.activated.connect(self._on_dropped)

    def _found(self) -> tuple[HelpTopic, ...]:
        return tuple(topic for topic in self._topics if topic.has(self._search.text()))

    def _show_list(self) -> None:
        found = self._found()
        self._list.blockSignals(True)
        self._list.clear()
        self._drop_down.clear()
        for topic in found or self._topics:
            self._list.add_topic(topic.id, topic.title, topic.icon)
            self._drop_down.addItem(self.look.icon(topic.icon), topic.title, topic.id)
        self._list.blockSignals(False)
        said = "" if found else self.tr("No topic has these words. Here are all of them; try another word.")
        self._nothing.setText(said)
        self._nothing.setVisible(bool(said))
        announce(self._nothing, said)

    def _show_topic(self, topic: HelpTopic) -> None:
        self._topic = topic
        self._list.choose(topic.id)
        self._drop_down.setCurrentIndex(self._drop_down.findData(topic.id))
        document = help_document(self.look, topic)
        document.setParent(self._text)
        self._text.setDocument(document)  # which lets go of the one before, since that is its child
        self._text.setAccessibleName(topic.title)
        self._set_margins()
        self._mark_words()

    def _mark_words(self) -> None:
        marks = []
        for word in self._search.text().split():
            cursor = self._text.document().find(word)
            while not cursor.isNull():
                marks.append(self._mark(cursor))
                cursor = self._text.document().find(word, cursor)
        self._text.setExtraSelections(marks)

    def _mark(self, cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor
        mark.format.setBackground(self.look.colour("accent-soft"))
        mark.format.setFontUnderline(True)
        return mark

    def _set_margins(self) -> None:
        document: QTextDocument = self._text.document()
        shape = document.rootFrame().frameFormat()
        left = 12 if self._wide else 32
        shape.setLeftMargin(left)
        shape.setRightMargin(max(24, self._text.viewport().width() - left - round(_READABLE * self.look.scale)))
        shape.setBottomMargin(self.look.space(32))
        document.rootFrame().setFrameFormat(shape)

    def _on_search(self, _text: str) -> None:
        self._show_list()
        found = self._found()
        wanted = self._topic if self._topic in found or not found else found[0]
        self._show_topic(wanted)

    def _on_return(self) -> None:
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_topic(self, topic: str) -> None:
        self._show_topic(next(each for each in self._topics if each.id == topic))

    def _on_dropped(self, _index: int) -> None:
        self._on_topic(self._drop_down.currentData())

    def _on_done(self) -> None:
        self.go_requested.emit("back")
