"""For whom a paper is, whether they said yes, and on which paper it is printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from wrapplanner.domain.changes import PersonEdited
from wrapplanner.domain.copies import Edition, copy_before, numbered
from wrapplanner.domain.framework import Audience
from wrapplanner.domain.kinds import spoken_date
from wrapplanner.domain.plan import Agreement
from wrapplanner.domain.readership import FOR_ME_ALONE
from wrapplanner.pdf.options import Paper
from wrapplanner.ui.pages.page import PageContext
from wrapplanner.ui.pages.print_fillable import FillableTick
from wrapplanner.ui.pages.print_options import agreement_words
from wrapplanner.ui.pages.print_readers import Reader, readers
from wrapplanner.ui.widgets.buttons import Segmented, button
from wrapplanner.ui.widgets.controls import DropDown, TickBox
from wrapplanner.ui.widgets.flow import FlowLayout
from wrapplanner.ui.widgets.words import words

_ONE_SIDED = frozenset({"daily-list", "signs-sheet", "crisis-summary", "supporter-brief"})
_NOBODY = Reader(Audience.ME, "", "", "")


class ForWhom(QWidget):
    """A group of choices. `changed()` when the person makes one."""

    changed = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context, self._look = context, context.look
        self._readers: tuple[Reader, ...] = ()
        self.large = context.preferences.now.large_print
        self._build()
        self._connect()

    @property
    def reader(self) -> Reader:
        """For whom the paper is."""
        found = (each for each in self._readers if each.key == self._reader.currentData())
        return next(found, self._readers[0] if self._readers else _NOBODY)

    @property
    def has_readers(self) -> bool:
        """Whether there is anybody whom this document can be for."""
        return bool(self._readers)

    @property
    def paper(self) -> str:
        """Which paper, as in pdf.options.Paper."""
        return str(self._paper.currentData())

    @property
    def both_sides(self) -> bool:
        """Whether sheets are printed on both sides."""
        return self._both.isVisibleTo(self) and self._both.isChecked()

    @property
    def is_fillable(self) -> bool:
        """Whether sheets are to be filled in on a computer."""
        return self._fillable.is_wanted

    def show_readers(self, document: str) -> None:
        """Offer whom a document can be for; whoever was chosen stays so if they can."""
        session, now = self._context.session, self._reader.currentData()
        found = readers(session.framework, session.plan, document)
        if found == self._readers and self._reader.count():
            return
        self._readers = found
        self._reader.clear()
        for reader in found:
            self._reader.addItem(reader.label, reader.key)
        self._reader.setCurrentIndex(max(0, self._reader.findData(now)))

    def show_document(self, document: str, edition: Edition) -> None:
        """Show what can be chosen for a document, and what its copy will be."""
        alone, can_choose = document in FOR_ME_ALONE, len(self._readers) > 1
        self._reader.setVisible(can_choose)
        title = self.tr("It is for you") if alone else self.tr("Who is it for?")
        if not can_choose and not alone and self._readers:
            title = self.tr("It is for {0}").format(self.reader.label)
        self._title.setText(title)
        self._both.setVisible(document not in _ONE_SIDED)
        self._fillable.show_document(document)
        self._show_agreement()
        self._version.setText(self._version_words(document, edition))

    def _show_agreement(self) -> None:
        reader, person = self.reader, self._context.session.plan.person(self.reader.person)
        supports = person is not None and reader.audience is Audience.SUPPORTERS
        self._agreement.setVisible(supports)
        self._said_yes.setVisible(supports and person is not None and person.agreement is not Agreement.AGREED)
        if person is not None:
            self._agreed.setText(agreement_words(person))

    def _version_words(self, document: str, edition: Edition) -> str:
        day = spoken_date(edition.day.isoformat())
        said = self.tr("This will be version {0}, {1}.").format(edition.version, day)
        if document in FOR_ME_ALONE:
            return said
        reader, copies = self.reader, self._context.session.store.copies()
        before = copy_before(copies, document, reader.person, reader.holder)
        number = numbered(copies, document, reader.person, reader.holder)[0]
        if before is not None:
            old = spoken_date(before.day.isoformat())
            return f"{said} " + self.tr("It is copy {0}, and replaces the one of {1}.").format(number, old)
        return f"{said} " + self.tr("It is copy {0}.").format(number)

    def _build(self) -> None:
        look = self._look
        self._reader = DropDown(look, self.tr("Who is it for?"))
        # A long name makes neither the box nor the page wider; the list that opens shows it whole.
        self._reader.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._reader.setMinimumContentsLength(12)
        self._reader.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title = words("", "body-strong")
        self._title.setBuddy(self._reader)
        self._both = TickBox(look, self.tr("On both sides"))
        self._fillable = FillableTick(look)
        self._version = words("", "caption")
        agreement, paper = self._build_agreement(), self._build_paper()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space(8))
        for widget in (self._title, self._reader, agreement, paper, self._both, self._fillable, self._version):
            column.addWidget(widget)
        column.addStretch(1)

    def _build_agreement(self) -> QWidget:
        look = self._look
        self._agreement = QWidget()
        flow = FlowLayout(look.space(12))
        self._agreed = words("", "caption", wrap=False)
        self._said_yes = button(look, self.tr("They said yes today"))
        flow.addWidget(self._agreed)
        flow.addWidget(self._said_yes)
        self._agreement.setLayout(flow)
        return self._agreement

    def _build_paper(self) -> QWidget:
        look = self._look
        self._paper = DropDown(look, self.tr("On which paper?"))
        self._paper.addItem("A4", Paper.A4.value)
        self._paper.addItem("Letter", Paper.LETTER.value)
        self._paper.setCurrentIndex(max(0, self._paper.findData(self._context.preferences.now.paper)))
        choices = (("standard", self.tr("Standard"), ""), ("large", self.tr("Large"), ""))
        self._print_size = Segmented(look, self.tr("Size of print"), choices)
        self._print_size.choose("large" if self.large else "standard")
        both = QWidget()
        flow = FlowLayout(look.space(8))
        flow.addWidget(self._paper)
        flow.addWidget(self._print_size)
        both.setLayout(flow)
        return both

    def _connect(self) -> None:
        self._reader.activated.connect(self._on_chosen)
        self._paper.activated.connect(self._on_chosen)
        self._both.toggled.connect(self._on_chosen)
        self._fillable.toggled.connect(self._on_chosen)
        self._print_size.chosen.connect(self._on_size)
        self._said_yes.clicked.connect(self._on_said_yes)

    def _on_chosen(self, _choice: object) -> None:
        self.changed.emit()

    def _on_size(self, size: str) -> None:
        self.large = size == "large"
        self.changed.emit()

    def _on_said_yes(self) -> None:
        session = self._context.session
        person = session.plan.person(self.reader.person)
        if person is not None:
            agreed = replace(person, agreement=Agreement.AGREED, confirmed=date.today().isoformat())
            session.do(PersonEdited(agreed), self.tr("Note that {0} said yes").format(person.name))
