"""Who signs the plan, and as what; the signing itself happens on paper."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from wrapplanner.domain.plan import Entry, Plan, new_id
from wrapplanner.ui.editors.record_fields import Field, PersonField
from wrapplanner.ui.editors.records import RecordsEditor
from wrapplanner.ui.widgets.words import words


class SignerField(PersonField):
    """A person of the address list, a name, or nothing: a line to write the name on by hand."""

    def __init__(self) -> None:
        super().__init__("who", QCoreApplication.translate("signatures", "Who"))
        self.blank = QCoreApplication.translate("signatures", "A blank line, to fill in by hand")


class RoleField(Field):
    """In what role somebody signs; it is the note of the entry."""

    def __init__(self, title: str, roles: tuple[str, ...]) -> None:
        super().__init__("role", title)
        self._roles = roles

    def written(self, entry: Entry, plan: Plan) -> str:
        """See Field."""
        return entry.note

    def with_words(self, entry: Entry, words: str, plan: Plan) -> Entry:
        """See Field."""
        return replace(entry, note=words)

    def offers(self, plan: Plan) -> tuple[str, ...]:
        """See Field."""
        return self._roles


class SignaturesEditor(RecordsEditor):
    """Edits the lines to sign. A new one has a role, so that a line left for a hand to fill in stays."""

    def add(self) -> None:
        """Add a line to sign and put the focus on its name."""
        self.flush()
        first, *others = self._roles()
        has_me = any(entry.note == first for entry in self._model.rows)
        self._model.add(Entry(new_id(), note=others[0] if has_me else first))
        self._records.write_cell(self._model.rowCount() - 1, 0)

    def fields(self) -> tuple[Field, ...]:
        """See RecordsEditor."""
        return SignerField(), RoleField(self.question.note or self.tr("Signs as"), self._roles())

    def _build(self) -> None:
        super()._build()
        on_paper = self.tr("Signing happens on paper. The printed plan has a line for each name, and a place for the date.")
        label = words(on_paper, "caption")
        label.setContentsMargins(0, self.look.space(8), 0, 0)
        if (column := self.layout()) is not None:
            column.addWidget(label)

    def _roles(self) -> tuple[str, ...]:
        return (
            self.tr("Me"),
            self.tr("Witness"),
            self.tr("Supporter"),
            self.tr("Attorney or nominated person"),
        )
