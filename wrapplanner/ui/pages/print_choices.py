"""What one chooses before printing: which document, for whom, on which paper."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from wrapplanner.domain.copies import Choices, Edition, last_choices
from wrapplanner.domain.framework import Audience
from wrapplanner.domain.readership import (
    FOR_ME_ALONE,
    WITH_A_COPY,
    default_hidden,
    first_question,
    has_words,
    missing_name,
    topics,
)
from wrapplanner.pdf.documents import DOCUMENTS
from wrapplanner.pdf.options import PrintOptions
from wrapplanner.ui.helplines import lines_on_paper
from wrapplanner.ui.pages.page import PageContext
from wrapplanner.ui.pages.print_for_whom import ForWhom
from wrapplanner.ui.pages.print_options import options_for
from wrapplanner.ui.pages.print_readers import Reader
from wrapplanner.ui.pages.print_topics import TopicTicks
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.choice_card import CardRow
from wrapplanner.ui.widgets.empty import EmptyState
from wrapplanner.ui.widgets.flow import FlowLayout
from wrapplanner.ui.widgets.thumbnail import Thumbnail
from wrapplanner.ui.widgets.words import words

_ANY_WIDTH = 16_777_215
_READER = 288
_FIRST = 5
"""How many documents are offered at first: one row of them."""


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
        self._hidden: dict[tuple[str, str], frozenset[str]] = {}  # what was ticked since the page was opened
        self._build()
        self._connect()
        if self._thumbnails:
            self.choose_document(next(iter(self._thumbnails)))

    @property
    def reader(self) -> Reader:
        """For whom the paper is."""
        return self._for_whom.reader

    @property
    def choices(self) -> Choices:
        """What the register keeps of them."""
        return Choices(self._ticks.hidden, self._for_whom.paper, self._for_whom.large)

    @property
    def both_sides(self) -> bool:
        """Whether sheets are printed on both sides."""
        return self._for_whom.both_sides

    def options(self, edition: Edition) -> PrintOptions:
        """Return what was chosen, for this edition."""
        country, session = self._context.preferences.now.country, self._context.session
        lines = lines_on_paper(self._context.resources, country, session.framework, session.plan)
        made = options_for(self._context, lines, session.store.copies(), edition, self.document, self.reader, self.choices)
        return replace(made, both_sides=self.both_sides, fillable=self._for_whom.is_fillable)

    def choose_document(self, document: str) -> None:
        """Choose a document by its id; one that does not fit this framework changes nothing."""
        if document not in self._thumbnails:
            return
        self.document = document
        if list(self._thumbnails).index(document) >= _FIRST:
            self.show_all()
        self._thumbnails[document].setChecked(True)
        self._purpose.setText(DOCUMENTS[document].purpose)
        self._for_whom.show_readers(document)
        self.changed.emit()

    def show_all(self) -> None:
        """Offer every document."""
        self.all_documents.hide()
        self._row.show_first(len(self._thumbnails))

    def focus_start(self) -> None:
        """Put the focus on the chosen document, or on the door out of the empty state."""
        target = self._empty.step if self.is_blank else self._thumbnails.get(self.document)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def set_narrow(self, narrow: bool) -> None:
        """Put the two groups of options under one another, or side by side."""
        self._options.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._for_whom.setMaximumWidth(_ANY_WIDTH if narrow else self._look.space(_READER))

    def show_plan(self, edition: Edition) -> bool:
        """Show what fits the present plan; return whether the chosen paper would have any words."""
        session = self._context.session
        framework, plan, document = session.framework, session.plan, self.document
        self._for_whom.show_readers(document)
        self.is_blank = not (self._for_whom.has_readers and has_words(framework, plan, document))
        self._empty.setVisible(self.is_blank)
        self._chosen.setVisible(not self.is_blank)
        self._nameless.setVisible(not self.is_blank and bool(missing_name(framework, plan)))
        if not self.is_blank:
            self._for_whom.show_document(document, edition)
        self._show_topics()
        return not self.is_blank

    def _show_topics(self) -> None:
        session, reader = self._context.session, self.reader
        if self.document in FOR_ME_ALONE or self.document == "supporter-brief" or self.is_blank:
            self._ticks.show_topics("", (), frozenset())
            return
        key = (self.document, reader.key)
        if key not in self._hidden:
            kept = last_choices(session.store.copies(), self.document, reader.person, reader.holder)
            usual = default_hidden(session.framework, self.document, reader.audience)
            self._hidden[key] = usual if kept is None or kept.hidden is None else kept.hidden
        me = reader.audience is Audience.ME
        short = reader.holder.split(" ")[0] if reader.is_named else self.tr("they")
        title = self.tr("What is on this copy?") if me else self.tr("What will {0} see?").format(short)
        self._ticks.show_topics(title, topics(session.framework, session.plan, self.document), self._hidden[key])

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
        self._for_whom = ForWhom(self._context)
        self._options.addWidget(self._for_whom, 2)
        self._ticks = TopicTicks(look)
        self._options.addWidget(self._ticks, 3)

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
            if document in DOCUMENTS and document not in WITH_A_COPY:
                self._thumbnails[document] = Thumbnail(self._look, document, DOCUMENTS[document].title)
        cards = list(self._thumbnails.values())
        self._row = CardRow(self._look, self.tr("Which paper"), cards, least=98, fill=False, gap=4)
        self._row.setObjectName("documents")
        said = self.tr("All {0} documents").format(len(cards))
        self.all_documents = button(self._look, said, "quiet", icon="chevron-right", trailing=True)
        self.all_documents.clicked.connect(self.show_all)
        if len(cards) <= _FIRST:
            self.all_documents.hide()
        self._row.show_first(_FIRST)
        return self._row

    def _connect(self) -> None:
        for document, thumbnail in self._thumbnails.items():
            thumbnail.clicked.connect(partial(self._on_document, document))
        self._empty.step_requested.connect(self._on_write)
        self._add_name.clicked.connect(self._on_add_name)
        self._for_whom.changed.connect(self.changed)
        self._ticks.changed.connect(self._on_ticked)

    def _on_document(self, document: str, _checked: bool = False) -> None:
        if document != self.document:
            self.choose_document(document)

    def _on_write(self) -> None:
        session = self._context.session
        self.write_requested.emit(first_question(session.framework, self.document))

    def _on_add_name(self) -> None:
        session = self._context.session
        self.write_requested.emit(missing_name(session.framework, session.plan))

    def _on_ticked(self) -> None:
        self._hidden[(self.document, self.reader.key)] = self._ticks.hidden
        self.changed.emit()
