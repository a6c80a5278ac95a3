"""What is asked: a framework is data that was read from TOML once (see `content/loader.py`), frozen from then on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from wrapplanner.domain.kinds import Kind


class Level(StrEnum):
    """Core questions make a plan that one can finish; the others come when one asks for more."""

    CORE = "core"
    MORE = "more"


class Audience(StrEnum):
    """Who a question's answer may be printed for by default."""

    ME = "me"
    SUPPORTERS = "supporters"
    CLINICIANS = "clinicians"


class Manner(StrEnum):
    """What an answer asks of its reader. On paper white on black means one thing, “please do not”: that is DO_NOT."""

    PLAIN = "plain"
    DO = "do"
    DO_NOT = "do-not"


class ColumnKind(StrEnum):
    """What a record's column holds. PERSON is a reference to the address list, or plain words; one a question at most."""

    LINE = "line"
    TEXT = "text"
    PHONE = "phone"
    DATE = "date"
    CHOICE = "choice"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the offered answers of a choice column, or one word of a wording; `manner` as in Manner."""

    id: str
    title: str
    manner: Manner = Manner.PLAIN


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a records question."""

    id: str
    title: str
    kind: ColumnKind
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `title` is short (headings, lists, paper), `prompt` is what is asked, `note` what an entry's note says.

    `add` is the words on the button that adds an item. `borrows` is the id of a question whose answer stands in
    while this one is blank. `formerly` holds ids it had before; ids are permanent.
    """

    id: str
    kind: Kind
    title: str
    prompt: str
    help: str
    level: Level
    audience: frozenset[Audience]
    manner: Manner = Manner.PLAIN
    section: str = ""
    note: str = ""
    add: str = ""
    borrows: str = ""
    ideas: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    formerly: tuple[str, ...] = ()

    def column(self, column: str) -> Column:
        """Return a column by its id. Raises KeyError."""
        for each in self.columns:
            if each.id == column:
                return each
        raise KeyError(column)

    @property
    def person_column(self) -> Column | None:
        """The column that refers to a person, if there is one."""
        return next((column for column in self.columns if column.kind is ColumnKind.PERSON), None)


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section of a long part (the crisis plan has fourteen). `help` may be empty."""

    id: str
    title: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the framework. `number` 0 prints none. `mark` is an icon's name, `hue` a place in the themes' hues (0–7)."""

    id: str
    number: int
    title: str
    purpose: str
    lead: str
    mark: str
    hue: int
    questions: tuple[Question, ...]
    sections: tuple[Section, ...] = ()

    def in_section(self, section: str) -> tuple[Question, ...]:
        """Return the questions of a section, in order; of the part itself for ''."""
        return tuple(question for question in self.questions if question.section == section)


@dataclass(frozen=True, slots=True)
class ToolKind:
    """A kind of wellness tool; `mark` is an icon's name."""

    id: str
    title: str
    mark: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A word that the person may choose (triggers or stressors). The chosen one is already in all texts of the framework."""

    id: str
    title: str
    help: str
    choices: tuple[Choice, ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class Framework:
    """Everything that is asked. `starter` are the ids of the six first answers; `notice` the marks notice for the last page.

    `roles` names the questions that hand-made documents and pages look for (role → question id), so that
    they do not know the ids of any one framework. `documents` are the ids of the printed documents that fit it.
    """

    id: str
    title: str
    language: str
    notice: str
    parts: tuple[Part, ...]
    tool_kinds: tuple[ToolKind, ...]
    starter: tuple[str, ...]
    wordings: tuple[Wording, ...]
    roles: Mapping[str, str]
    documents: tuple[str, ...]

    def questions(self) -> Iterator[Question]:
        """Yield every question in the order of the parts."""
        for part in self.parts:
            yield from part.questions

    def question(self, question: str) -> Question:
        """Return a question by its id, or by an id it had formerly. Raises KeyError."""
        for each in self.questions():
            if each.id == question or question in each.formerly:
                return each
        raise KeyError(question)

    def part(self, part: str) -> Part:
        """Return a part by its id. Raises KeyError."""
        for each in self.parts:
            if each.id == part:
                return each
        raise KeyError(part)

    def part_of(self, question: str) -> Part:
        """Return the part that asks a question. Raises KeyError."""
        for part in self.parts:
            if any(each.id == question for each in part.questions):
                return part
        raise KeyError(question)

    def role(self, role: str) -> Question | None:
        """Return the question that plays a role here, or None."""
        return self.question(self.roles[role]) if role in self.roles else None

    def tool_kind(self, kind: str) -> ToolKind | None:
        """Return a kind of tool by its id, or None."""
        return next((each for each in self.tool_kinds if each.id == kind), None)
