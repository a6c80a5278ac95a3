"""How each kind of column reads and writes an entry: one small class a kind, and the table that names it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from wrapplanner.domain.framework import Column, ColumnKind, Question
from wrapplanner.domain.kinds import cell_text
from wrapplanner.domain.plan import Entry, Plan
from wrapplanner.domain.text import folded
from wrapplanner.ui.editors.dates import read_date


class Field(ABC):
    """How one column reads and writes an entry. `offers` are words to pick from; `closed`: there are no others."""

    several_lines = False
    closed = False
    blank = ""
    reason = ""

    def __init__(self, name: str, title: str) -> None:
        self.name, self.title = name, title

    @abstractmethod
    def written(self, entry: Entry, plan: Plan) -> str:
        """Return the words that editing starts with."""

    @abstractmethod
    def with_words(self, entry: Entry, words: str, plan: Plan) -> Entry:
        """Return the entry with this column written. Raises ValueError for words that cannot be kept here."""

    def shown(self, entry: Entry, plan: Plan) -> str:
        """Return what the column says at rest."""
        return self.written(entry, plan)

    def offers(self, plan: Plan) -> tuple[str, ...]:
        """Return words to pick from."""
        return ()


class WordsField(Field):
    """A cell of plain words: one line, several, or a phone number that a person in the record may lend."""

    def __init__(self, question: Question, column: Column) -> None:
        super().__init__(column.id, column.title)
        self.several_lines = column.kind is ColumnKind.TEXT
        self._question = question
        self._order = tuple(each.id for each in question.columns if each is not question.person_column)

    def written(self, entry: Entry, plan: Plan) -> str:
        """See Field."""
        return entry.cell(self.name)

    def shown(self, entry: Entry, plan: Plan) -> str:
        """See Field."""
        return cell_text(self._question, entry, self.name, plan)

    def with_words(self, entry: Entry, words: str, plan: Plan) -> Entry:
        """See Field."""
        return entry.with_cell(self.name, words, self._order)


class DateField(WordsField):
    """A day, written as people write it and kept as an ISO date."""

    def __init__(self, question: Question, column: Column) -> None:
        super().__init__(question, column)
        self.reason = QCoreApplication.translate(
            "records", "This does not read as a date, so it is not kept yet. Try it like 3 November 2026."
        )

    def written(self, entry: Entry, plan: Plan) -> str:
        """See Field."""
        return self.shown(entry, plan)

    def with_words(self, entry: Entry, words: str, plan: Plan) -> Entry:
        """See Field."""
        day = read_date(words) if words else ""
        if day is None:
            raise ValueError(self.name)
        return super().with_words(entry, day, plan)


class ChoiceField(WordsField):
    """One of the choices that the question offers, shown by its title and kept by its id."""

    closed = True

    def __init__(self, question: Question, column: Column) -> None:
        super().__init__(question, column)
        self._choices = column.choices

    def written(self, entry: Entry, plan: Plan) -> str:
        """See Field."""
        return self.shown(entry, plan)

    def with_words(self, entry: Entry, words: str, plan: Plan) -> Entry:
        """See Field."""
        chosen = next((choice.id for choice in self._choices if choice.title == words), "")
        return super().with_words(entry, chosen, plan)

    def offers(self, plan: Plan) -> tuple[str, ...]:
        """See Field."""
        return tuple(choice.title for choice in self._choices)


class PersonField(Field):
    """A person of the address list by reference, or plain words where nobody there has that name."""

    def written(self, entry: Entry, plan: Plan) -> str:
        """See Field."""
        return plan.words(entry)

    def with_words(self, entry: Entry, words: str, plan: Plan) -> Entry:
        """See Field."""
        wanted = folded(words.strip())
        now = plan.person(entry.person)
        if now is not None and folded(now.name) == wanted:
            return entry
        person = next((each for each in plan.people if wanted and folded(each.name) == wanted), None)
        return replace(entry, person=person.id, text="") if person else replace(entry, person="", text=words)

    def offers(self, plan: Plan) -> tuple[str, ...]:
        """See Field."""
        return tuple(dict.fromkeys(person.name for person in plan.people))


_FIELDS: dict[ColumnKind, type[WordsField]] = {
    ColumnKind.LINE: WordsField,
    ColumnKind.TEXT: WordsField,
    ColumnKind.PHONE: WordsField,
    ColumnKind.DATE: DateField,
    ColumnKind.CHOICE: ChoiceField,
}


def fields_of(question: Question) -> tuple[Field, ...]:
    """Return the fields of a records question, in the order of its columns."""
    person = question.person_column
    return tuple(
        PersonField(column.id, column.title) if column is person else _FIELDS[column.kind](question, column)
        for column in question.columns
    )
