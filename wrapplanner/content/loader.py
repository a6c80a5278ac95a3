"""TOML to Framework. Every fault is one ContentError that names file, id and line; nothing half read comes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from wrapplanner.content.questions import question_from
from wrapplanner.content.source import Table, check_once, keys, read
from wrapplanner.domain.framework import Choice, Framework, Part, Question, Section, ToolKind, Wording
from wrapplanner.domain.kinds import Kind

ROLES: Final = keys(
    "preferred-name pronouns full-name birth-date address communication languages interpreter culture plan-date replaces "
    "well best-words take-over-signs danger supporters not-involved disagreement professionals medicines-now "
    "medicines-if-needed medicines-avoid allergies treatments care places do do-not tasks confidentiality stop-signs "
    "legal signatures toolbox every-day some-days early-signs early-must breaking-signs breaking-must breaking-call "
    "own-helplines upset-do after-ready after-every-day change-plan change-life "
    "at-once others-can can-wait timetable setback-signs setback-do"
)
"""What hand-made documents and pages look for. A role outside this list would be looked for by nobody: it is a slip."""

_HUES: Final = 8
_FRAMEWORK = keys("id title language notice starter documents parts roles tool_kind"), keys("wording")
_PART = keys("id number title purpose lead mark hue question"), keys("section")


def framework_folders(root: Path, language: str = "en") -> dict[str, Path]:
    """Return the folders below `root` that hold a framework in a language, as framework id → folder, by id."""
    found = sorted(root.glob(f"*/{language}/framework.toml"))
    return {path.parent.parent.name: path.parent for path in found}


def load_framework(folder: Path, wording: Mapping[str, str] | None = None) -> Framework:
    """Return the framework of a folder (…/wrap/en), its texts in the chosen words.

    `wording` is wording id → choice id. What it does not name, or names wrongly, has its default: it comes from
    somebody's settings, which may be older than the framework. Raises ContentError.
    """
    top = read(folder / "framework.toml", {})
    top.check_keys(*_FRAMEWORK)
    words: dict[str, str] = {}
    wordings = tuple(_wording(table, wording or {}, words) for table in top.tables("wording"))
    check_once(top.tables("wording"))
    parts, seen = [], _Seen()
    for name in top.texts("parts"):
        if not (folder / f"{name}.toml").is_file():
            raise top.fault(f"there is no file {name}.toml", "parts")
        parts.append(_part(read(folder / f"{name}.toml", words), seen))
    seen.check_borrowing()
    return Framework(
        id=top.identifier(),
        title=top.text("title"),
        language=top.text("language"),
        notice=top.text("notice"),
        parts=tuple(parts),
        tool_kinds=_tool_kinds(top),
        starter=_known(top, "starter", top.texts("starter"), seen),
        wordings=wordings,
        roles=_roles(top, seen),
        documents=top.texts("documents"),
    )


class _Seen:
    """The ids of parts and questions read so far, over all files of one framework."""

    def __init__(self) -> None:
        self.parts: set[str] = set()
        self.questions: dict[str, Table] = {}
        self._toolbox = ""

    def add_part(self, table: Table, part: str) -> None:
        if part in self.parts:
            raise table.fault("another part has this id", "id")
        self.parts.add(part)

    def add_question(self, table: Table, question: Question) -> None:
        for name, key in ((question.id, "id"), *((former, "formerly") for former in question.formerly)):
            if name in self.questions:
                raise table.fault(f"another question has or had the id “{name}”", key)
            self.questions[name] = table
        if question.kind is Kind.TOOLBOX:
            if self._toolbox:
                raise table.fault(f"“{self._toolbox}” is the toolbox already; a framework has one", "kind")
            self._toolbox = question.id

    def check_borrowing(self) -> None:
        for name, table in self.questions.items():
            lender = table.text("borrows")
            if lender and (lender == name or lender not in self.questions):
                raise table.fault(f"there is no question “{lender}” to borrow from", "borrows")


def _wording(table: Table, wanted: Mapping[str, str], words: dict[str, str]) -> Wording:
    """Return one wording and put its chosen words into `words`."""
    table.check_keys(keys("id title help default choice"))
    rows = table.tables("choice")
    for row in rows:
        row.check_keys(keys("id title words"))
        if row.pairs("words").keys() != rows[0].pairs("words").keys():
            raise row.fault("each choice gives the same words", "words")
    check_once(rows)
    offered = {row.identifier(): row for row in rows}
    chosen = wanted.get(table.identifier(), "")
    if (default := table.identifier("default")) not in offered:
        raise table.fault(f"“{default}” is not one of the choices", "default")
    if chosen not in offered:
        chosen = default
    words.update(offered[chosen].pairs("words"))
    choices = tuple(Choice(name, row.text("title")) for name, row in offered.items())
    return Wording(table.identifier(), table.text("title"), table.text("help"), choices, chosen)


def _tool_kinds(top: Table) -> tuple[ToolKind, ...]:
    rows = top.tables("tool_kind")
    for row in rows:
        row.check_keys(keys("id title mark"))
    check_once(rows)
    return tuple(ToolKind(row.identifier(), row.text("title"), row.identifier("mark")) for row in rows)


def _roles(top: Table, seen: _Seen) -> Mapping[str, str]:
    roles = top.pairs("roles")
    table = Table(top.source, roles, "roles", {}, "roles", 1, top)
    for role, question in roles.items():
        if role not in ROLES:
            raise table.fault(f"unknown role “{role}”", role)
        _known(table, role, (question,), seen)
    return MappingProxyType(roles)


def _known(table: Table, key: str, questions: tuple[str, ...], seen: _Seen) -> tuple[str, ...]:
    for question in questions:
        if question not in seen.questions:
            raise table.fault(f"there is no question “{question}”", key)
    return questions


def _part(table: Table, seen: _Seen) -> Part:
    table.check_keys(*_PART)
    part = table.identifier()
    seen.add_part(table, part)
    if not 0 <= (hue := table.number("hue")) < _HUES:
        raise table.fault(f"“hue” is 0 to {_HUES - 1}", "hue")
    sections = tuple(_sections(table))
    questions = []
    for row in table.tables("question"):
        question = question_from(row, {section.id for section in sections})
        seen.add_question(row, question)
        questions.append(question)
    if not questions:
        raise table.fault("a part asks something", "question")
    return Part(
        id=part,
        number=table.number("number"),
        title=table.text("title"),
        purpose=table.text("purpose"),
        lead=table.text("lead"),
        mark=table.identifier("mark"),
        hue=hue,
        questions=tuple(questions),
        sections=sections,
    )


def _sections(table: Table) -> Iterator[Section]:
    rows = table.tables("section")
    check_once(rows)
    for row in rows:
        row.check_keys(keys("id title"), keys("help"))
        yield Section(row.identifier(), row.text("title"), row.text("help"))
