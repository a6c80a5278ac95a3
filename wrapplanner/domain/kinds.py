"""The closed list of kinds of question, and what an entry of each may hold.

Slots of `Entry` by kind (all others stay empty)::

    line, text    text                     one entry at most
    date          text (ISO date)          one entry at most
    entries       text
    tools         tool | text, note        note only where the question asks for one
    people        person | text, note
    records       cells, person | text     person | text only where a column is of kind `person`
    signatures    person | text, note      note is the role; a blank name is a line to fill by hand
    toolbox       none: the toolbox itself is `Plan.tools`
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from wrapplanner.domain.plan import Entry, Plan, new_id
from wrapplanner.errors import AnswerRefused

if TYPE_CHECKING:
    from wrapplanner.domain.framework import Question

MAX_LETTERS = 1_000_000
"""The longest text an entry may hold, in code points: far over what anybody writes, under what hurts."""


class Kind(StrEnum):
    """What form an answer has."""

    LINE = "line"
    TEXT = "text"
    DATE = "date"
    ENTRIES = "entries"
    TOOLS = "tools"
    PEOPLE = "people"
    RECORDS = "records"
    SIGNATURES = "signatures"
    TOOLBOX = "toolbox"


class KindRules(ABC):
    """What one kind allows. `slots` names the fields of Entry that it may fill; `many` whether it is a list."""

    many = True
    single_line = True
    slots: frozenset[str] = frozenset({"text"})

    def blank(self) -> Entry:
        """Return a fresh entry that says nothing yet."""
        return Entry(new_id())

    def validate(self, question: Question, entry: Entry) -> None:
        """Raise AnswerRefused unless `entry` may stand in the answer to `question`."""
        for slot in ("text", "note", "tool", "person", "cells"):
            if getattr(entry, slot) and slot not in self.slots_of(question):
                raise AnswerRefused(f"An answer of kind {question.kind.value} has no {slot}.")
        for words in (entry.text, entry.note, *(words for _, words in entry.cells)):
            if len(words) > MAX_LETTERS:
                raise AnswerRefused(f"One answer may hold {MAX_LETTERS:,} letters at most.")
        if self.single_line and "\n" in entry.text:
            raise AnswerRefused(f"An answer of kind {question.kind.value} is one line.")

    def slots_of(self, question: Question) -> frozenset[str]:
        """Return the slots that this question uses."""
        return self.slots

    @abstractmethod
    def as_text(self, question: Question, entry: Entry, plan: Plan) -> str:
        """Return everything an entry says as plain words, for finding, comparing and reading aloud."""


class _Words(KindRules):
    def as_text(self, question: Question, entry: Entry, plan: Plan) -> str:
        return entry.text


class Line(_Words):
    """One short line."""

    many = False


class Text(_Words):
    """Free writing."""

    many = False
    single_line = False


class Date(KindRules):
    """One day, kept as an ISO date."""

    many = False

    def validate(self, question: Question, entry: Entry) -> None:
        """See KindRules."""
        super().validate(question, entry)
        check_date(entry.text)

    def as_text(self, question: Question, entry: Entry, plan: Plan) -> str:
        """See KindRules."""
        return spoken_date(entry.text)


class Entries(_Words):
    """An ordered list of short texts."""

    single_line = False


class _Referring(KindRules):
    def validate(self, question: Question, entry: Entry) -> None:
        super().validate(question, entry)
        if entry.text and (entry.tool or entry.person):
            raise AnswerRefused("A line names a tool or a person, or it has words of its own, not both.")

    def as_text(self, question: Question, entry: Entry, plan: Plan) -> str:
        return "\n".join(filter(None, (plan.words(entry), entry.note)))


class Tools(_Referring):
    """An ordered list of tools from the toolbox, or free lines."""

    slots = frozenset({"text", "tool", "note"})

    def slots_of(self, question: Question) -> frozenset[str]:
        """See KindRules."""
        return self.slots if question.note else self.slots - {"note"}


class People(_Referring):
    """People of the address list, each with what they do here."""

    slots = frozenset({"text", "person", "note"})

    def as_text(self, question: Question, entry: Entry, plan: Plan) -> str:
        """See KindRules."""
        person = plan.person(entry.person)
        details = (person.relation, *person.phones) if person else ()
        return "\n".join(filter(None, (plan.words(entry), *details, entry.note)))


class Records(KindRules):
    """Rows with the columns that the question declares."""

    slots = frozenset({"cells", "person", "text"})

    def slots_of(self, question: Question) -> frozenset[str]:
        """See KindRules."""
        return self.slots if question.person_column else frozenset({"cells"})

    def validate(self, question: Question, entry: Entry) -> None:
        """See KindRules."""
        super().validate(question, entry)
        order = [column.id for column in question.columns if column is not question.person_column]
        named = [name for name, _ in entry.cells]
        if named != [name for name in order if name in named]:
            raise AnswerRefused("A record has only the columns of its question, each once, in their order.")
        for column in question.columns:
            words = entry.cell(column.id)
            if words and column.choices and words not in {choice.id for choice in column.choices}:
                raise AnswerRefused(f"“{column.title}” is one of the offered choices.")
            if column.kind == "date":
                check_date(words)
        if entry.person and entry.text:
            raise AnswerRefused("A person's column is a person of the address list or words of its own, not both.")

    def as_text(self, question: Question, entry: Entry, plan: Plan) -> str:
        """See KindRules."""
        return "\n".join(filter(None, (cell_text(question, entry, column.id, plan) for column in question.columns)))


class Signatures(_Referring):
    """Who signs, in what role."""

    slots = frozenset({"text", "person", "note"})


class Toolbox(KindRules):
    """The toolbox itself: its answer is `Plan.tools`, so it has no entries."""

    slots = frozenset()

    def validate(self, question: Question, entry: Entry) -> None:
        """See KindRules."""
        raise AnswerRefused("The toolbox holds tools, not entries.")

    def as_text(self, question: Question, entry: Entry, plan: Plan) -> str:
        """See KindRules."""
        return ""


RULES: dict[Kind, KindRules] = {
    Kind.LINE: Line(),
    Kind.TEXT: Text(),
    Kind.DATE: Date(),
    Kind.ENTRIES: Entries(),
    Kind.TOOLS: Tools(),
    Kind.PEOPLE: People(),
    Kind.RECORDS: Records(),
    Kind.SIGNATURES: Signatures(),
    Kind.TOOLBOX: Toolbox(),
}


def cell_text(question: Question, entry: Entry, column: str, plan: Plan) -> str:
    """Return what a record's column says now: a person's name, a choice's title, a date in words, a phone kept once.

    A blank phone column beside a referred person shows that person's first phone, so that a number is mended once.
    """
    declared = question.column(column)
    if declared is question.person_column:
        return plan.words(entry)
    words = entry.cell(column)
    if declared.choices:
        return next((choice.title for choice in declared.choices if choice.id == words), words)
    if declared.kind == "date":
        return spoken_date(words)
    if declared.kind == "phone" and not words and (person := plan.person(entry.person)):
        return next(iter(person.phones), "")
    return words


def check_date(words: str) -> None:
    """Raise AnswerRefused unless `words` is empty or an ISO date (2026-11-03)."""
    if words:
        try:
            parsed = date.fromisoformat(words)
        except ValueError:
            parsed = None
        if parsed is None or parsed.isoformat() != words:
            raise AnswerRefused("A date is written as year-month-day, like 2026-11-03.")


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def spoken_date(words: str) -> str:
    """Return an ISO date as people write it, “3 November 2026”; anything else as it is."""
    try:
        day = date.fromisoformat(words)
    except ValueError:
        return words
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def validate_answer(question: Question, entries: tuple[Entry, ...]) -> None:
    """Raise AnswerRefused unless `entries` may be the whole answer to `question`."""
    rules = RULES[question.kind]
    if not rules.many and len(entries) > 1:
        raise AnswerRefused(f"A question of kind {question.kind.value} has one answer.")
    for entry in entries:
        rules.validate(question, entry)
