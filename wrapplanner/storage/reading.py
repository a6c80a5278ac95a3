"""Plain values from outside to a plan, each checked at its place (a JSON pointer such as `/answers/early.signs/3/text`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeVar

from wrapplanner.domain.framework import Column, ColumnKind, Framework, Question
from wrapplanner.domain.kinds import MAX_LETTERS, RULES, check_date
from wrapplanner.domain.plan import Agreement, Entry, Person, Plan, Tool, ToolState
from wrapplanner.domain.text import normalise
from wrapplanner.errors import AnswerRefused, ImportRefused
from wrapplanner.storage.openjson import as_list, as_object, check_keys, is_id, quoted

MAX_ITEMS: Final = 100_000
MAX_PHONES: Final = 100

_TOOL: Final = frozenset(
    {"id", "name", "note", "kind", "takes", "costs_money", "cost", "low_energy", "favourite", "state"}
)  # fmt: skip
_PERSON: Final = frozenset({"id", "name", "relation", "phones", "note", "agreement", "confirmed"})
_ENTRY: Final = frozenset({"id", "text", "note", "tool", "person", "cells"})
_Word = TypeVar("_Word", bound=StrEnum)


class PlanReader:
    """Reads one plan of one framework. Every method raises ImportRefused."""

    def __init__(self, framework: Framework) -> None:
        self._framework = framework
        self._questions = {name: each for each in framework.questions() for name in (each.id, *each.formerly)}
        self._kinds = {"", *(kind.id for kind in framework.tool_kinds)}
        self._tools: frozenset[str] = frozenset()
        self._people: frozenset[str] = frozenset()

    def plan(self, members: Mapping[str, object]) -> Plan:
        """Return the plan of a file's members."""
        tools = as_list(members.get("tools", []), "/tools")
        people = as_list(members.get("people", []), "/people")
        answers = {name: as_list(rows, f"/answers/{quoted(name)}") for name, rows in self._asked(members).items()}
        if len(tools) + len(people) + sum(map(len, answers.values())) > MAX_ITEMS:
            raise ImportRefused(f"it holds more than {MAX_ITEMS:,} items.")
        toolbox = tuple(self._tool(value, f"/tools/{place}") for place, value in enumerate(tools))
        address_list = tuple(self._person(value, f"/people/{place}") for place, value in enumerate(people))
        # One id for a tool and a person would make it unclear what an entry refers to.
        _check_once(((tool.id for tool in toolbox), "/tools"), ((person.id for person in address_list), "/people"))
        self._tools = frozenset(tool.id for tool in toolbox)
        self._people = frozenset(person.id for person in address_list)
        return Plan(self._framework.id, MappingProxyType(self._answers(answers)), toolbox, address_list)

    def _asked(self, members: Mapping[str, object]) -> dict[str, object]:
        answers = as_object(members.get("answers", {}), "/answers")
        for name in answers:
            if name not in self._questions:
                raise ImportRefused("this kind of plan has no question of that name.", f"/answers/{quoted(name)}")
        return answers

    def _answers(self, answers: Mapping[str, list[object]]) -> dict[str, tuple[Entry, ...]]:
        read: dict[str, tuple[Entry, ...]] = {}
        for name, values in answers.items():
            question, place = self._questions[name], f"/answers/{name}"
            entries = self._answer(question, values, place)
            if entries and question.id in read:
                raise ImportRefused("this question is answered twice, under its old name and its new one.", place)
            if entries:
                read[question.id] = entries
        return read

    def _answer(self, question: Question, values: list[object], place: str) -> tuple[Entry, ...]:
        entries = [self._entry(question, value, f"{place}/{at}") for at, value in enumerate(values)]
        _check_once(((entry.id for entry in entries), place))
        said = tuple(entry for entry in entries if not entry.is_blank)
        if len(said) > 1 and not RULES[question.kind].many:
            raise ImportRefused("this question has one answer.", f"{place}/1")
        return said

    def _entry(self, question: Question, value: object, place: str) -> Entry:
        members = as_object(value, place)
        check_keys(members, _ENTRY, place)
        entry = Entry(
            _identity(members, place),
            _words(members, "text", place, single_line=RULES[question.kind].single_line),
            _words(members, "note", place, single_line=False),
            _reference(members, "tool", self._tools, place),
            _reference(members, "person", self._people, place),
            _cells(question, members, place),
        )
        try:
            RULES[question.kind].validate(question, entry)
        except AnswerRefused as error:
            raise ImportRefused(error.sentence, place) from None
        return entry

    def _tool(self, value: object, place: str) -> Tool:
        members = as_object(value, place)
        check_keys(members, _TOOL, place)
        kind = _words(members, "kind", place)
        if kind not in self._kinds:
            raise ImportRefused("this kind of plan has no such kind of tool.", f"{place}/kind")
        return Tool(
            _identity(members, place),
            _words(members, "name", place),
            _words(members, "note", place, single_line=False),
            kind,
            _words(members, "takes", place),
            _yes(members, "costs_money", place),
            _words(members, "cost", place),
            _yes(members, "low_energy", place),
            _yes(members, "favourite", place),
            _one_of(members, "state", ToolState, ToolState.USE, place),
        )

    def _person(self, value: object, place: str) -> Person:
        members = as_object(value, place)
        check_keys(members, _PERSON, place)
        numbers = as_list(members.get("phones", []), f"{place}/phones")
        if len(numbers) > MAX_PHONES:
            raise ImportRefused(f"a person has {MAX_PHONES} phone numbers at most.", f"{place}/phones")
        phones = (as_words(number, f"{place}/phones/{at}", single_line=True) for at, number in enumerate(numbers))
        confirmed = _words(members, "confirmed", place)
        _check_day(confirmed, f"{place}/confirmed")
        return Person(
            _identity(members, place),
            _words(members, "name", place),
            _words(members, "relation", place),
            tuple(filter(None, phones)),
            _words(members, "note", place, single_line=False),
            _one_of(members, "agreement", Agreement, Agreement.UNSAID, place),
            confirmed,
        )


def _check_once(*lists: tuple[Iterable[str], str]) -> None:
    seen: set[str] = set()
    for ids, place in lists:
        for at, item in enumerate(ids):
            if item in seen:
                raise ImportRefused("this id was used before.", f"{place}/{at}/id")
            seen.add(item)


def _identity(members: Mapping[str, object], place: str) -> str:
    value = members.get("id")
    if not isinstance(value, str) or not is_id(value):
        raise ImportRefused("an id is 1 to 64 of the letters A–Z, a–z, 0–9, dot, dash and underscore.", f"{place}/id")
    return value


def _words(members: Mapping[str, object], name: str, place: str, *, single_line: bool = True) -> str:
    value = members.get(name, "")
    return as_words(value, f"{place}/{name}", single_line=single_line) if value != "" else ""


def as_words(value: object, place: str, *, single_line: bool) -> str:
    """Return `value`, normalised, if it is words."""
    if not isinstance(value, str):
        raise ImportRefused("this should be words, in quotes.", place)
    if len(value) > MAX_LETTERS:
        raise ImportRefused(f"one text may hold {MAX_LETTERS:,} letters at most.", place)
    return normalise(value, single_line=single_line)


def _yes(members: Mapping[str, object], name: str, place: str) -> bool:
    value = members.get(name, False)
    if not isinstance(value, bool):
        raise ImportRefused("this should be true or false.", f"{place}/{name}")
    return value


def _one_of(members: Mapping[str, object], name: str, offered: type[_Word], default: _Word, place: str) -> _Word:
    words = _words(members, name, place) or default.value
    if words not in {each.value for each in offered}:
        raise ImportRefused(f"this is one of: {', '.join(each.value for each in offered if each.value)}.", f"{place}/{name}")
    return offered(words)


def _reference(members: Mapping[str, object], name: str, known: frozenset[str], place: str) -> str:
    value = members.get(name, "")
    if value != "" and (not isinstance(value, str) or value not in known):
        raise ImportRefused(f"the file has no {name} of that id.", f"{place}/{name}")
    return str(value)


def _cells(question: Question, members: Mapping[str, object], place: str) -> tuple[tuple[str, str], ...]:
    if "cells" not in members:
        return ()
    cells = as_object(members["cells"], f"{place}/cells")
    columns = tuple(column for column in question.columns if column is not question.person_column)
    check_keys(cells, frozenset(column.id for column in columns), f"{place}/cells")
    read = ((column.id, _cell(column, cells.get(column.id, ""), f"{place}/cells/{column.id}")) for column in columns)
    return tuple((name, words) for name, words in read if words)


def _cell(column: Column, value: object, place: str) -> str:
    words = as_words(value, place, single_line=column.kind is not ColumnKind.TEXT)
    if words and column.choices and words not in {choice.id for choice in column.choices}:
        raise ImportRefused(f"this is one of: {', '.join(choice.id for choice in column.choices)}.", place)
    if column.kind is ColumnKind.DATE:
        _check_day(words, place)
    return words


def _check_day(words: str, place: str) -> None:
    try:
        check_date(words)
    except AnswerRefused as error:
        raise ImportRefused(error.sentence, place) from None
