"""The address list: everybody in the plan, once, and where each of them is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from wrapplanner.domain.changes import PersonAdded, PersonEdited, PersonMoved
from wrapplanner.domain.plan import Person, new_id
from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.dialogs.in_use import list_names, take_out_person
from wrapplanner.ui.dialogs.person_dialog import PersonDialog
from wrapplanner.ui.editors.add_row import AddRow
from wrapplanner.ui.editors.person_rows import PeopleView
from wrapplanner.ui.models.people_model import PeopleModel, PersonRow, agreed_today, row_of_person
from wrapplanner.ui.session import PlanSession
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.words import words

WIDE = 720


class AddressList(Dialog):
    """Shows all people; adds, edits, orders and takes them out."""

    def __init__(self, look: Look, session: PlanSession, parent: QWidget) -> None:
        super().__init__(look, QCoreApplication.translate("AddressList", "My people"), parent, widest=WIDE)
        self._session = session
        self._build()
        self._connect()
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height of the rows, which is known once they have their width."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.fit)

    def _build(self) -> None:
        help_words = self.tr("Each person is here once. Change a number here, and it changes everywhere in your plan.")
        self.body.addWidget(words(help_words, "soft"))
        self._model = PeopleModel()
        self._view = PeopleView(self.look, self._model, self.tr("My people"), icon="user")
        self.body.addWidget(self._view)
        self._add_row = AddRow(self.look, self.tr("Add a person"))
        self.body.addWidget(self._add_row)
        self.body.addStretch(1)
        self.add_button(self.tr("Done"), self.accept, "main")
        self.focus_first(self._view if self._session.plan.people else self._add_row)

    def _connect(self) -> None:
        self._view.edit_requested.connect(self._on_edit)
        self._view.add_requested.connect(self._on_add)
        self._view.removal_requested.connect(self._on_removal)
        self._view.move_requested.connect(self._on_move)
        self._view.menu_requested.connect(self._on_menu)
        self._add_row.clicked.connect(self._on_add)
        self._add_row.typed.connect(lambda event: self._on_add(typed=event.text()))
        self._session.changed.connect(self._refresh)

    def _refresh(self) -> None:
        people = self._session.plan.people
        self._view.setVisible(bool(people))
        self._view.show_rows(tuple(self._row(person) for person in people))
        if self.isVisible():
            self.fit()

    def _row(self, person: Person) -> PersonRow:
        plan, framework = self._session.plan, self._session.framework
        lists = list_names(framework, list(dict.fromkeys(question for question, _ in plan.uses(person.id))))
        return row_of_person(person, note=", ".join(lists) or self.tr("In no list"))

    def _person(self, person: str) -> Person:
        found = self._session.plan.person(person)
        assert found is not None
        return found

    def _on_add(self, *, typed: str = "") -> None:
        dialog = PersonDialog(self.look, Person(new_id(), ""), self, typed=typed, new=True)
        dialog.person_written.connect(self._on_added)
        dialog.open()

    def _on_added(self, person: Person) -> None:
        self._session.do(PersonAdded(person, len(self._session.plan.people)), self.tr("Add a person"))

    def _on_edit(self, person: str) -> None:
        dialog = PersonDialog(self.look, self._person(person), self)
        dialog.person_written.connect(lambda written: self._edit(written))
        dialog.open()

    def _edit(self, person: Person) -> None:
        if person != self._person(person.id):
            self._session.do(PersonEdited(person), self.tr("Change a person"))

    def _on_removal(self, person: str) -> None:
        take_out_person(self, self.look, self._session, self._person(person))

    def _on_move(self, person: str, place: int) -> None:
        self._session.do(PersonMoved(person, place), self.tr("Move a person"))

    def _on_menu(self, person: str, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        place, last = self._model.place(person), len(self._model.rows) - 1
        menu.addAction(self.look.icon("pencil"), self.tr("Edit"), partial(self._on_edit, person))
        menu.addAction(
            self.look.icon("check"), self.tr("Mark as agreed today"), lambda: self._edit(agreed_today(self._person(person)))
        )
        if place > 0:
            menu.addAction(self.look.icon("arrow-up"), self.tr("Move up"), partial(self._on_move, person, place - 1))
        if place < last:
            menu.addAction(self.look.icon("arrow-down"), self.tr("Move down"), partial(self._on_move, person, place + 1))
        menu.addSeparator()
        menu.addAction(self.look.icon("trash-2"), self.tr("Take out of my address list"), partial(self._on_removal, person))
        menu.popup(at)
