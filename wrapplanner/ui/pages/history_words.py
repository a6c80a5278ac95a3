"""What changed, in sentences: deeds grouped by part and question, as they are shown and read out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from wrapplanner.domain.finding import excerpt
from wrapplanner.domain.framework import Framework, Part
from wrapplanner.domain.history import Deed, Doing
from wrapplanner.domain.kinds import Kind
from wrapplanner.domain.plan import Person, Tool
from wrapplanner.ui.translation import QT_TRANSLATE_NOOP

_LONGEST = 180
_ENTRY, _TOOL, _PERSON = range(3)
_SENTENCES = {
    (Doing.ADDED, _ENTRY): QT_TRANSLATE_NOOP("History", "Added {0}."),
    (Doing.ADDED, _TOOL): QT_TRANSLATE_NOOP("History", "Added {0} to the toolbox."),
    (Doing.ADDED, _PERSON): QT_TRANSLATE_NOOP("History", "Added {0}."),
    (Doing.CHANGED, _ENTRY): QT_TRANSLATE_NOOP("History", "{0} is now {1}."),
    (Doing.CHANGED, _TOOL): QT_TRANSLATE_NOOP("History", "The tool {0} is now called {1}."),
    (Doing.CHANGED, _PERSON): QT_TRANSLATE_NOOP("History", "{0} is now called {1}."),
    (Doing.MOVED, _ENTRY): QT_TRANSLATE_NOOP("History", "Changed the order."),
    (Doing.MOVED, _TOOL): QT_TRANSLATE_NOOP("History", "Changed the order of the tools."),
    (Doing.MOVED, _PERSON): QT_TRANSLATE_NOOP("History", "Changed the order of the people."),
    (Doing.REMOVED, _ENTRY): QT_TRANSLATE_NOOP("History", "Took out {0}."),
    (Doing.REMOVED, _TOOL): QT_TRANSLATE_NOOP("History", "Took the tool {0} out."),
    (Doing.REMOVED, _PERSON): QT_TRANSLATE_NOOP("History", "Took {0} out."),
}
_ABOUT = {
    _TOOL: QT_TRANSLATE_NOOP("History", "Changed what is said about the tool {0}."),
    _PERSON: QT_TRANSLATE_NOOP("History", "Changed what is kept about {0}."),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence; `deed` is what may be brought back, None where nothing was taken out."""

    sentence: str
    deed: Deed | None = None


@dataclass(frozen=True, slots=True)
class ToldQuestion:
    """What changed in one answer. `title` is empty for people."""

    title: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class ToldPart:
    """What changed in a part; without a part: in the address list."""

    part: Part | None
    questions: tuple[ToldQuestion, ...]


def told_parts(framework: Framework, deeds: tuple[Deed, ...]) -> tuple[ToldPart, ...]:
    """Return a day's deeds in the order of the parts and questions, people last."""
    found = [part for each in framework.parts if (part := _part(each, deeds)) is not None]
    people = _sentences([deed for deed in deeds if isinstance(deed.thing, Person)])
    if people:
        found.append(ToldPart(None, (ToldQuestion("", tuple(people)),)))
    return tuple(found)


def spoken_day(day: str, language: str) -> str:
    """Return an ISO date with its weekday, in the plan's language."""
    locale = QLocale(language.replace("-", "_"))
    return locale.toString(QDate.fromString(day, "yyyy-MM-dd"), "dddd d MMMM yyyy")


def _part(part: Part, deeds: tuple[Deed, ...]) -> ToldPart | None:
    questions = []
    for question in part.questions:
        toolbox = question.kind is Kind.TOOLBOX
        own = [d for d in deeds if d.question == question.id or (toolbox and isinstance(d.thing, Tool))]
        if told := tuple(_sentences(own)):
            questions.append(ToldQuestion(question.title, told))
    return ToldPart(part, tuple(questions)) if questions else None


def _sentences(deeds: Iterable[Deed]) -> list[Told]:
    added: dict[int, list[str]] = {}
    said: list[Told] = []
    moved = False
    for deed in deeds:
        kind = _kind(deed)
        if deed.doing is Doing.ADDED:
            added.setdefault(kind, []).append(_quoted(deed.after))
        elif deed.doing is Doing.MOVED:
            if not moved:
                said.append(Told(_translated(_SENTENCES[deed.doing, kind])))
            moved = True
        else:
            said.append(_one(deed, kind))
    news = [Told(_translated(_SENTENCES[Doing.ADDED, kind], _listed(words))) for kind, words in added.items()]
    return [*news, *said]


def _one(deed: Deed, kind: int) -> Told:
    if deed.doing is Doing.REMOVED:
        return Told(_translated(_SENTENCES[deed.doing, kind], _quoted(deed.before)), deed)
    if kind in _ABOUT and deed.before == deed.after:
        return Told(_translated(_ABOUT[kind], _quoted(deed.after)))
    was, now = _differing(_flat(deed.before), _flat(deed.after))
    return Told(_translated(_SENTENCES[deed.doing, kind], f"“{was}”", f"“{now}”"))


def _kind(deed: Deed) -> int:
    return _TOOL if isinstance(deed.thing, Tool) else _PERSON if isinstance(deed.thing, Person) else _ENTRY


def _translated(text: str, *words: str) -> str:
    said = QCoreApplication.translate("History", text).format(*words)
    return said[:-1] if said.endswith((".”.", "!”.", "?”.", "…”.")) else said  # their own full stop ends it


def _listed(words: list[str]) -> str:
    return ", ".join(words)


def _flat(words: str) -> str:
    return " · ".join(line.strip() for line in words.split("\n") if line.strip())


def _quoted(words: str) -> str:
    return f"“{excerpt(_flat(words), '', longest=_LONGEST)}”"


def _differing(before: str, after: str) -> tuple[str, str]:
    """Return both as they are, or of long words what stands round the first difference."""
    if max(len(before), len(after)) <= _LONGEST:
        return before, after
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    start = before.rfind(" ", 0, max(same - 40, 0)) + 1
    lead = "… " if start else ""
    was, now = (excerpt(words[start:], "", longest=_LONGEST) for words in (before, after))
    return lead + was, lead + now
