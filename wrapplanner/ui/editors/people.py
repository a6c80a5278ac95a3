"""The people of one list, by reference to the address list: mend a number once, and it is mended everywhere."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout

from wrapplanner.domain.changes import (
    Change,
    EntryAdded,
    EntryEdited,
    EntryMoved,
    EntryRemoved,
    PersonAdded,
    PersonEdited,
    Several,
)
from wrapplanner.domain.plan import Entry, Person, new_id
from wrapplanner.domain.text import normalise
from wrapplanner.ui.editors.add_row import AddRow
from wrapplanner.ui.editors.adding_editor import AddingEditor
from wrapplanner.ui.editors.person_rows import PeopleView
from wrapplanner.ui.models.people_model import PeopleModel, agreed_today, row_of_entry
from wrapplanner.ui.widgets.words import words

_UNORDERED = {"professionals": "stethoscope", "not-involved": "user"}
"""Roles of questions whose order says nothing, and what stands in their circles instead of it."""


class PeopleEditor(AddingEditor):
    """Edits the people of a question."""

    def add(self) -> None:
        """Ask who it is: somebody of the address list, or somebody new."""
        self._write(None, Person(new_id(), ""), "")

    def _on_typed(self, event: QKeyEvent) -> None:
        self._write(None, Person(new_id(), ""), "", typed=event.text())

    def refresh(self) -> None:
        """See Editor."""
        plan = self.session.plan
        entries = plan.entries(self.question.id)
        joined = bool(entries) and self._adds_at_end
        self._view.show_rows(tuple(row_of_entry(entry, plan) for entry in entries))
        self._view.setVisible(bool(entries))
        self._view.join(joined)
        self._add_row.setVisible(joined or not entries)
        self._add_row.join(joined)
        self._hint.setVisible(joined and self.look.hints)

    def focus_start(self) -> None:
        """See Editor: the people, or the button that adds one."""
        entries = self.session.plan.entries(self.question.id)
        (self._view if entries else self._add_row).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_entry(self, entry: str) -> None:
        """See Editor."""
        place = self._model.place(entry)
        self.focus_start()
        if place >= 0:
            self._view.make_current(place)

    def take_idea(self, idea: str) -> None:
        """See Editor: the idea is a row of plain words."""
        self._do(
            EntryAdded(self.question.id, Entry(new_id(), normalise(idea, single_line=True)), self._count()),
            self.tr("Add an idea"),
        )

    def _build(self) -> None:
        framework = self.session.framework
        asked_as = {question.id: role for role in _UNORDERED if (question := framework.role(role))}
        icon = _UNORDERED.get(asked_as.get(self.question.id, ""), "")
        self._model = PeopleModel()
        hue = framework.part_of(self.question.id).hue
        self._view = PeopleView(self.look, self._model, self.question.title, hue=hue, icon=icon)
        self._add_row = AddRow(self.look, self.add_words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._view)
        column.addWidget(self._add_row)
        self._hint = words(self.tr("Enter opens a row · Insert adds · Delete takes off · Alt + ↑ ↓ moves"), "caption")
        self._hint.setContentsMargins(0, self.look.space(8), 0, 0)
        column.addWidget(self._hint)

    def _connect(self) -> None:
        self._view.edit_requested.connect(self._on_edit)
        self._view.add_requested.connect(self.add)
        self._view.removal_requested.connect(self._on_removal)
        self._view.move_requested.connect(self._on_move)
        self._view.menu_requested.connect(self._on_menu)
        self._add_row.clicked.connect(self.add)
        self._add_row.typed.connect(self._on_typed)

    def _count(self) -> int:
        return len(self.session.plan.entries(self.question.id))

    def _do(self, change: Change, words: str) -> None:
        self.edited.emit(change, words, False)

    def _write(self, entry: Entry | None, person: Person, note: str, *, typed: str = "") -> None:
        """Open the dialog about an entry, or about a new one whose name begins with `typed`."""
        from wrapplanner.ui.dialogs.person_dialog import PersonDialog  # not before it is wanted, as it needs editors too

        new = entry is None
        taken = {each.person for each in self.session.plan.entries(self.question.id)}
        offered = [each for each in self.session.plan.people if each.id not in taken] if not person.name else []
        asks = self.question.note or self.tr("What I ask of them")
        dialog = PersonDialog(self.look, person, self, people=offered, asks=asks, note=note, typed=typed, new=new)
        dialog.person_written.connect(partial(self._on_written, entry))
        dialog.open()

    def _on_written(self, entry: Entry | None, person: Person, note: str) -> None:
        if entry is None:
            made = Entry(new_id(), note=note, person=person.id)
            steps = (*self._person_steps(person), EntryAdded(self.question.id, made, self._count()))
            self._do(Several(steps), self.tr("Add a person"))
            self.focus_entry(made.id)
            return
        is_words = not entry.person and not (person.relation or person.phones or person.agreement)
        if is_words:
            steps = ()
            written = replace(entry, text=person.name, note=note)
        else:
            steps = self._person_steps(person)
            written = replace(entry, text="", person=person.id, note=note)
        both = (*steps, *((EntryEdited(self.question.id, written),) if written != entry else ()))
        if both:
            self._do(Several(both), self.tr("Change a person"))

    def _person_steps(self, person: Person) -> tuple[Change, ...]:
        """Return what makes the address list say what was written."""
        kept = self.session.plan.person(person.id)
        if kept is None:
            return (PersonAdded(person, len(self.session.plan.people)),)
        return (PersonEdited(person),) if person != kept else ()

    def _on_edit(self, entry: str) -> None:
        found = self.session.plan.entry(self.question.id, entry)
        person = self.session.plan.person(found.person) or Person(new_id(), found.text)
        self._write(found, person, found.note)

    def _on_removal(self, entry: str) -> None:
        self._do(EntryRemoved(self.question.id, entry), self.tr("Take a person off this list"))
        if not self._count():
            self._add_row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_move(self, entry: str, place: int) -> None:
        self._do(EntryMoved(self.question.id, entry, place), self.tr("Move a person"))

    def _on_menu(self, entry: str, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        place, last = self._model.place(entry), self._count() - 1
        menu.addAction(self.look.icon("pencil"), self.tr("Edit"), partial(self._on_edit, entry))
        person = self.session.plan.person(self.session.plan.entry(self.question.id, entry).person)
        if person is not None and person != agreed_today(person):
            menu.addAction(self.look.icon("check"), self.tr("Mark as agreed today"), partial(self._on_agreed, person))
        if place > 0:
            menu.addAction(self.look.icon("arrow-up"), self.tr("Move up"), partial(self._on_move, entry, place - 1))
        if place < last:
            menu.addAction(self.look.icon("arrow-down"), self.tr("Move down"), partial(self._on_move, entry, place + 1))
        menu.addAction(self.look.icon("x"), self.tr("Take off this list"), partial(self._on_removal, entry))
        menu.addSeparator()
        menu.addAction(self.look.icon("users"), self.tr("My people…"), self._on_all_people)
        menu.popup(at)

    def _on_agreed(self, person: Person) -> None:
        self._do(PersonEdited(agreed_today(person)), self.tr("Mark as agreed"))

    def _on_all_people(self) -> None:
        from wrapplanner.ui.dialogs.address_list import AddressList

        AddressList(self.look, self.session, self).open()
