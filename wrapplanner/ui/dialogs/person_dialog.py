"""Writing down a person: who they are, how to reach them, how things stand, and what one asks of them in one list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from wrapplanner.domain.kinds import spoken_date
from wrapplanner.domain.plan import Agreement, Person, new_id
from wrapplanner.domain.text import folded, normalise
from wrapplanner.ui.dialogs.form import Form, FormDropDown
from wrapplanner.ui.editors.dates import read_date
from wrapplanner.ui.editors.growing import GrowingText
from wrapplanner.ui.editors.line_field import LineField
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.message import announce
from wrapplanner.ui.widgets.words import words

_ID = Qt.ItemDataRole.UserRole + 1


class PersonDialog(Form):
    """`person_written(person, note)` when it shall be kept.

    `people` are offered while the name is typed; whoever is chosen there is that very person, whose id is then in
    `person_written`. `typed` begins a name. `asks` is what the note is about, or "" where the person is in no list.
    With `new` the words are those of adding.
    """

    person_written = Signal(object, str)

    def __init__(
        self,
        look: Look,
        person: Person,
        parent: QWidget,
        *,
        people: Sequence[Person] = (),
        asks: str = "",
        note: str = "",
        typed: str = "",
        new: bool = False,
    ) -> None:
        tr = QCoreApplication.translate
        super().__init__(look, tr("PersonDialog", "Add a person") if new else tr("PersonDialog", "About this person"), parent)
        self._person, self._people = person, {each.id: each for each in people}
        self._own = person
        self._build(asks)
        self._offer()
        self._show(person)
        self.note.setPlainText(note)
        self.end_form(self.tr("Add this person") if new else self.tr("Keep it"))
        self._connect()
        self._fit_lines()
        self.name.insert(typed)
        self.focus_first(self.name)

    def written(self) -> object:
        """See Form."""
        lines = (self.name.text(), self.relation.text(), self.phones.toPlainText(), self.note.toPlainText())
        return tuple(line.strip() for line in lines), self.agreement.currentData(), self.confirmed.text().strip()

    def keep(self) -> None:
        """See Form."""
        person = self._person_written()
        if person is None:
            return
        note = normalise(self.note.toPlainText()).strip()
        self.accept()
        self.person_written.emit(person, note)

    def _build(self, asks: str) -> None:
        self.name = LineField()
        self.name.setProperty("spelling", False)
        self._titled(self.tr("Name"), self.name)
        self._hint = words("", "soft")
        self._hint.hide()
        self.body.addWidget(self._hint)
        self._other = button(self.look, self.tr("Somebody else with this name"), "quiet")
        self._other.hide()
        row = QHBoxLayout()
        row.addWidget(self._other)
        row.addStretch(1)
        self.body.addLayout(row)
        self.relation = LineField()
        self.relation.setPlaceholderText(self.tr("My sister, my doctor, next door"))
        self._titled(self.tr("Who they are to me"), self.relation)
        self.phones = self._lines(self.tr("Phone, one on each line"))
        self.note = self._lines(asks)
        for widget in (self.note, self.note.property("title")):
            widget.setVisible(bool(asks))
        self._build_agreement()

    def _build_agreement(self) -> None:
        self.agreement = FormDropDown(self.look, self.tr("Have they agreed to be in my plan?"))
        for agreement, said in (
            (Agreement.UNSAID, self.tr("Not said")),
            (Agreement.TO_ASK, self.tr("To ask")),
            (Agreement.ASKED, self.tr("Asked")),
            (Agreement.AGREED, self.tr("Said yes")),
        ):
            self.agreement.addItem(said, agreement)
        self._titled(self.tr("Have they agreed to be in my plan?"), self.agreement)
        self.confirmed = LineField()
        self.confirmed.setProperty("spelling", False)
        self.confirmed.setPlaceholderText(self.tr("For example 3 November 2026"))
        self._titled(self.tr("On which day"), self.confirmed)
        self._unread = words(self.tr("This does not read as a date. Try it like 3 November 2026, or leave it blank."), "soft")
        self._unread.hide()
        self.body.addWidget(self._unread)

    def _titled(self, title: str, widget: QWidget) -> None:
        label = words(title, "caption-strong")
        label.setBuddy(widget)
        widget.setAccessibleName(title)
        widget.setProperty("title", label)
        self.body.addWidget(label)
        self.body.addWidget(widget)

    def _lines(self, title: str) -> GrowingText:
        field = GrowingText(self.look)
        field.setObjectName("boxedText")
        self._titled(title, field)
        return field

    def _offer(self) -> None:
        model = QStandardItemModel(self)
        for person in self._people.values():
            item = QStandardItem(person.name)
            item.setData(person.id, _ID)
            item.setData(", ".join(filter(None, (person.name, person.relation))), Qt.ItemDataRole.DisplayRole)
            item.setData(person.name, Qt.ItemDataRole.EditRole)
            model.appendRow(item)
        completer = QCompleter(model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        if (popup := completer.popup()) is not None:
            popup.setObjectName("offers")
        self.name.setCompleter(completer)
        completer.activated[QModelIndex].connect(self._on_offer_taken)  # type: ignore[index]

    def _connect(self) -> None:
        self.name.textEdited.connect(self._hint.hide)
        self.name.left.connect(self._on_name_left)
        self.name.returnPressed.connect(self._on_return)
        self.relation.returnPressed.connect(self.phones.setFocus)
        self.confirmed.returnPressed.connect(self.keep_button.setFocus)
        self._other.clicked.connect(self._on_other)
        self.agreement.currentIndexChanged.connect(self._on_agreement)
        for field in (self.phones, self.note):
            field.grew.connect(self._fit_lines)

    def _show(self, person: Person) -> None:
        self.name.setText(person.name)
        self.relation.setText(person.relation)
        self.phones.setPlainText("\n".join(person.phones))
        self.agreement.setCurrentIndex(self.agreement.findData(person.agreement))
        self.confirmed.setText(spoken_date(person.confirmed))
        self._on_agreement()
        self._fit_lines()

    def _take(self, person: Person) -> None:
        """Be about a person of the address list from here on."""
        self._person = person
        self._show(person)
        self._tell(self.tr("From your address list. What you change here changes everywhere."))
        self._other.show()
        self.fit()

    def _tell(self, what: str) -> None:
        self._hint.setText(what)
        self._hint.show()
        announce(self.name, what)

    def _fit_lines(self) -> None:
        around = 2 * self.look.space(11) + 2 * self.look.border
        for field, least in ((self.phones, 1), (self.note, 2)):
            line = field.fontMetrics().lineSpacing()
            field.setFixedHeight(max(field.words_height(), least * line, self.look.control() - around) + around)
        if self.isVisible():
            self.fit()

    def _on_offer_taken(self, index: QModelIndex) -> None:
        person = self._people.get(index.data(_ID))
        if person is not None:
            self._take(person)

    def _on_name_left(self) -> None:
        wanted = folded(self.name.text().strip())
        found = [each for each in self._people.values() if wanted and folded(each.name) == wanted]
        if len(found) == 1 and self._person is self._own and not self._own.name:
            self._take(found[0])

    def _on_other(self) -> None:
        name = self.name.text()
        self._person = self._own = Person(new_id(), name)
        self._show(self._own)
        self._hint.hide()
        self._other.hide()
        self.relation.setFocus()
        self.fit()

    def _on_agreement(self) -> None:
        agreed = self.agreement.currentData() == Agreement.AGREED
        for widget in (self.confirmed, self.confirmed.property("title")):
            widget.setVisible(agreed)
        self._unread.hide()
        if self.isVisible():
            self.fit()

    def _on_return(self) -> None:
        completer = self.name.completer()
        popup = completer.popup() if completer else None
        if popup is None or not popup.isVisible():  # else Enter picks somebody
            self.relation.setFocus()

    def _person_written(self) -> Person | None:
        """Return the person as written, None where a word is missing without which nothing can be kept."""
        name = normalise(self.name.text(), single_line=True).strip()
        agreement = Agreement(self.agreement.currentData())
        agreed = self.confirmed.text().strip() if agreement is Agreement.AGREED else ""
        confirmed = read_date(agreed) if agreed else ""
        if confirmed is None:
            self._unread.show()
            self.confirmed.setFocus()
            announce(self.confirmed, self._unread.text())
        elif not name:
            self._tell(self.tr("A name or a word here, so that you can tell this person from the others."))
            self.name.setFocus()
        else:
            lines = normalise(self.phones.toPlainText()).split("\n")
            return replace(
                self._person,
                name=name,
                relation=normalise(self.relation.text(), single_line=True).strip(),
                phones=tuple(line.strip() for line in lines if line.strip()),
                agreement=agreement,
                confirmed=confirmed,
            )
        self.fit()
        return None
