"""What one chooses before printing: which document, for whom, on which paper."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from wrapplanner.domain.copies import Edition
from wrapplanner.domain.framework import Audience
from wrapplanner.domain.kinds import spoken_date
from wrapplanner.pdf.documents import DOCUMENTS
from wrapplanner.pdf.options import Paper, PrintOptions
from wrapplanner.ui.helplines import lines_on_paper
from wrapplanner.ui.pages.page import PageContext
from wrapplanner.ui.pages.print_readers import Readership, first_question, missing_name, readership
from wrapplanner.ui.widgets.buttons import Segmented, button
from wrapplanner.ui.widgets.choice_card import CardRow
from wrapplanner.ui.widgets.controls import DropDown
from wrapplanner.ui.widgets.empty import EmptyState
from wrapplanner.ui.widgets.flow import FlowLayout
from wrapplanner.ui.widgets.thumbnail import Thumbnail
from wrapplanner.ui.widgets.words import words

_ANY_WIDTH = 16_777_215
_READERS = (
    (Audience.ME, QT_TRANSLATE_NOOP("PrintChoices", "Me")),
    (Audience.SUPPORTERS, QT_TRANSLATE_NOOP("PrintChoices", "Someone who supports me")),
    (Audience.CLINICIANS, QT_TRANSLATE_NOOP("PrintChoices", "A hospital or a care team")),
)


class PrintChoices(QWidget):
    """The choices. `changed()` when one is made; `write_requested(question)` where an answer is wanted first."""

    changed = Signal()
    write_requested = Signal(str)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context, self._look = context, context.look
        self.document = ""
        self.is_blank = False
        self._thumbnails: dict[str, Thumbnail] = {}
        self._large = context.preferences.now.large_print
        self._build()
        self._connect()
        if self._thumbnails:
            self.choose_document(next(iter(self._thumbnails)))

    def options(self, edition: Edition) -> PrintOptions:
        """Return what was chosen, for this edition."""
        paper, reader = Paper(self._paper.currentData()), Audience(self._reader.currentData())
        fonts = self._context.resources / "fonts"
        country, session = self._context.preferences.now.country, self._context.session
        lines = lines_on_paper(self._context.resources, country, session.framework, session.plan)
        return PrintOptions(edition, fonts, paper, self._large, reader, helplines=lines)

    def choose_document(self, document: str) -> None:
        """Choose a document by its id; one that does not fit this framework changes nothing."""
        if document not in self._thumbnails:
            return
        self.document = document
        self._thumbnails[document].setChecked(True)
        self._purpose.setText(DOCUMENTS[document].purpose)
        self.changed.emit()

    def focus_start(self) -> None:
        """Put the focus on the chosen document, or on the door out of the empty state."""
        target = self._empty.step if self.is_blank else self._thumbnails.get(self.document)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def set_narrow(self, narrow: bool) -> None:
        """Put the two groups of options under one another, or side by side."""
        self._options.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def show_plan(self, edition: Edition) -> bool:
        """Show what fits the present plan; return whether the chosen paper would have any words."""
        session = self._context.session
        reading = readership(session.framework, session.plan, self.document, Audience(self._reader.currentData()))
        self.is_blank = not reading.printed
        self._empty.setVisible(self.is_blank)
        self._chosen.setVisible(not self.is_blank)
        self._nameless.setVisible(not self.is_blank and bool(missing_name(session.framework, session.plan)))
        self._reader.setVisible(reading.can_choose)
        self._reader_title.setText(self.tr("Who is it for?") if reading.can_choose else self.tr("It is for you"))
        self._left_out.setText(self._kept_back(reading))
        day = spoken_date(edition.day.isoformat())
        self._version.setText(self.tr("This will be version {0}, {1}.").format(edition.version, day))
        return not self.is_blank

    def _build(self) -> None:
        look = self._look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addSpacing(look.space(2))
        column.addWidget(self._build_documents())
        column.addSpacing(look.space(12))
        self._purpose = words("", "help")
        column.addWidget(self._purpose)
        column.addSpacing(look.space(24))
        self._empty = self._build_empty()
        self._empty.setMaximumWidth(_ANY_WIDTH)  # the column is narrow enough, and only a row can hold a widget narrower
        column.addWidget(self._empty)
        column.addWidget(self._build_nameless())
        self._chosen = QWidget()
        column.addWidget(self._chosen)
        self._options = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._chosen)
        self._options.setContentsMargins(0, 0, 0, 0)
        self._options.setSpacing(look.space(24))
        self._options.addWidget(self._build_reader(), 1)
        self._options.addWidget(self._build_paper(), 1)

    def _build_nameless(self) -> QWidget:
        look = self._look
        self._nameless = QWidget()
        flow = FlowLayout(look.space(12))
        flow.setContentsMargins(0, 0, 0, look.space(24))
        said = words(self.tr("Your name is not on this paper yet."), wrap=False)
        said.setMinimumHeight(look.control())
        flow.addWidget(said)
        self._add_name = button(look, self.tr("Add my name"))
        flow.addWidget(self._add_name)
        self._nameless.setLayout(flow)
        return self._nameless

    def _build_empty(self) -> EmptyState:
        framework = self._context.session.framework
        part = framework.part_of(framework.starter[0])
        title = self.tr("This paper begins with one answer")
        said = self.tr("What you write in your plan is printed here. There are no words for this paper yet.")
        return EmptyState(self._look, part, title, said, self.tr("Write one answer"))

    def _build_documents(self) -> QWidget:
        for document in self._context.session.framework.documents:
            if document in DOCUMENTS:
                self._thumbnails[document] = Thumbnail(self._look, document, DOCUMENTS[document].title)
        row = CardRow(self._look, self.tr("Which paper"), list(self._thumbnails.values()), least=104, fill=False, gap=4)
        row.setObjectName("documents")
        return row

    def _build_reader(self) -> QWidget:
        self._reader = DropDown(self._look, self.tr("Who is it for?"))
        for audience, said in _READERS:
            self._reader.addItem(_said(said), audience.value)
        self._left_out = words("", "caption")
        self._reader_title = words("", "body-strong")
        self._reader_title.setBuddy(self._reader)
        return self._group(self._reader_title, self._reader, self._left_out)

    def _build_paper(self) -> QWidget:
        look = self._look
        self._paper = DropDown(look, self.tr("On which paper?"))
        self._paper.addItem("A4", Paper.A4.value)
        self._paper.addItem("Letter", Paper.LETTER.value)
        self._paper.setCurrentIndex(max(0, self._paper.findData(self._context.preferences.now.paper)))
        choices = (("standard", self.tr("Standard"), ""), ("large", self.tr("Large print"), ""))
        self._print_size = Segmented(look, self.tr("Size of print"), choices)
        self._print_size.choose("large" if self._large else "standard")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space(8))
        row.addWidget(self._paper)
        row.addWidget(self._print_size)
        row.addStretch(1)
        both = QWidget()
        both.setLayout(row)
        self._version = words("", "caption")
        title = words(self.tr("On which paper?"), "body-strong")
        title.setBuddy(self._paper)
        return self._group(title, both, self._version)

    def _group(self, title: QWidget, control: QWidget, under: QWidget) -> QWidget:
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.space(8))
        column.addWidget(title)
        column.addWidget(control)
        column.addWidget(under)
        column.addStretch(1)
        return group

    def _connect(self) -> None:
        for document, thumbnail in self._thumbnails.items():
            thumbnail.clicked.connect(partial(self._on_document, document))
        self._empty.step_requested.connect(self._on_write)
        self._add_name.clicked.connect(self._on_add_name)
        self._reader.activated.connect(self._on_chosen)
        self._paper.activated.connect(self._on_chosen)
        self._print_size.chosen.connect(self._on_size)

    def _on_document(self, document: str, _checked: bool = False) -> None:
        if document != self.document:
            self.choose_document(document)

    def _on_chosen(self, _index: int) -> None:
        self.changed.emit()

    def _on_size(self, size: str) -> None:
        self._large = size == "large"
        self.changed.emit()

    def _on_write(self) -> None:
        session = self._context.session
        self.write_requested.emit(first_question(session.framework, self.document))

    def _on_add_name(self) -> None:
        session = self._context.session
        self.write_requested.emit(missing_name(session.framework, session.plan))

    def _kept_back(self, reading: Readership) -> str:
        if not reading.can_choose:
            return self.tr("To give to others, print the crisis plan.")
        if reading.kept_back:
            return self.tr("Not on this copy: {0}.").format("; ".join(reading.kept_back))
        return self.tr("All that you have written for this paper is on this copy.")


def _said(text: object) -> str:
    return QCoreApplication.translate("PrintChoices", str(text))
