"""The whole plan: everything that was written, part by part, for the person. Generic over any framework."""

from __future__ import annotations

from collections.abc import Sequence

from wrapplanner.domain.framework import Audience, Framework, Manner, Part, Question
from wrapplanner.domain.kinds import Kind
from wrapplanner.domain.plan import Entry, Person, Plan
from wrapplanner.domain.progress import written_questions
from wrapplanner.pdf.blocks import (
    Block,
    Column,
    ContentsRow,
    Heading,
    LabelTable,
    Note,
    Opening,
    Pair,
    Paragraph,
    PartStart,
    Rank,
    Row,
    Run,
    StopBox,
    Table,
    Voice,
    Whole,
    plain,
)
from wrapplanner.pdf.documents import stamps
from wrapplanner.pdf.documents.answers import printed
from wrapplanner.pdf.documents.telling import Telling, columns_in_use, phones, who
from wrapplanner.pdf.manuscript import Furniture, Manuscript
from wrapplanner.pdf.options import PrintOptions

SHORT = 300
"""How many letters an answer may have to stand in a row beside its label."""

PROUD = 100
"""How many letters of “me at my best” stand on the opening page; all of them stand in their part."""

_PRIVATE = ("This is mine. Please ask before you read it.", "Please ask before you read it")
_BEST = "Me at my best, in my own words"
_SINGLE = (Kind.LINE, Kind.DATE, Kind.TEXT)
_LISTS = (Kind.ENTRIES, Kind.TOOLS)


def build(framework: Framework, plan: Plan, options: PrintOptions) -> Manuscript:
    """Return the whole plan as blocks."""
    telling = Telling(framework, plan, Audience.ME)
    parts = [part for part in framework.parts if written_questions(plan, part)]
    blocks: list[Block] = [*_opening(telling, parts, options)]
    for part in parts:
        blocks += _part(telling, part)
    blocks += _others(telling, framework)
    if framework.notice:
        blocks.append(Paragraph(plain(framework.notice), Voice.NOTICE))
    name, version = stamps.full_name(framework, plan), stamps.version(options.edition)
    called = stamps.said(framework, plan, "preferred-name")
    stamps_of = ((name, "Whole plan", version), (name, version), (called, version), (version,))
    footer = tuple(" · ".join(filter(None, each)) for each in stamps_of)
    return Manuscript(
        title="Whole plan",
        language=framework.language,
        furniture=Furniture("My plan", _PRIVATE, footer),
        blocks=tuple(blocks),
    )


def _opening(telling: Telling, parts: Sequence[Part], options: PrintOptions) -> tuple[Block, ...]:
    framework, plan = telling.framework, telling.plan
    names = (stamps.full_name(framework, plan), stamps.said(framework, plan, "pronouns"))
    name = " · ".join(filter(None, names))
    version = f"{framework.title} · {stamps.version(options.edition)}"
    best = _at_my_best(telling)
    words = (
        Heading("My plan", 1, Rank.OPENING),
        *((Paragraph(plain(name), Voice.LEAD),) if name else ()),
        Paragraph(plain(version), Voice.HINT),
        *(
            (Paragraph(plain(best), Voice.PROUD), Paragraph(plain("Me at my best, in my own words"), Voice.HINT))
            if best
            else ()
        ),
    )
    contents = tuple(ContentsRow(_start(part), part.purpose, part.id) for part in parts)
    return (Opening(words, contents, _doors(framework, parts)),)


def _at_my_best(telling: Telling) -> str:
    """Return the first words of “me at my best” that fit the opening page, whole entries only."""
    question = telling.framework.role("best-words")
    said: list[str] = []
    for entry in telling.plan.entries(question.id) if question else ():
        text = " ".join(telling.plan.words(entry).split())
        if sum(map(len, said)) + len(text) > PROUD:
            break
        said.append(text if text.endswith((".", "!", "?", "…")) else f"{text}.")
    return " ".join(filter(lambda text: text != ".", said))


def _doors(framework: Framework, parts: Sequence[Part]) -> tuple[Block, ...]:
    """Return the two doors for a hard day: what I do myself, and where somebody else begins to read."""
    hard = _part_with(framework, parts, ("breaking-must", "breaking-signs", "early-must", "early-signs"))
    others = _part_with(framework, parts, ("do", "supporters", "take-over-signs"))
    words: list[Run] = []
    if hard:
        words += (
            Run("If today is hard, ", bold=True),
            Run(f"go straight to part {hard.number}, page "),
            Run("", page_of=hard.id),
        )
        words.append(Run(". "))
    if others and others is not hard:
        words += (Run("If you are somebody else", bold=True), Run(" and I cannot speak for myself, go to part "))
        words += (Run(f"{others.number}, page "), Run("", page_of=others.id), Run("."))
    return (Note(tuple(words)),) if words else ()


def _part_with(framework: Framework, parts: Sequence[Part], roles: Sequence[str]) -> Part | None:
    for role in roles:
        question = framework.role(role)
        for part in parts:
            if question and question in part.questions:
                return part
    return None


def _start(part: Part) -> PartStart:
    return PartStart(part.number, part.title, part.hue)


def _part(telling: Telling, part: Part) -> list[Block]:
    number = str(part.number) if part.number else ""
    blocks: list[Block] = [
        _start(part),
        Heading(part.title, 1, Rank.TITLE, number, anchor=part.id),
        Paragraph(plain(part.lead), Voice.LEAD),
    ]
    written = [question for question in part.questions if telling.written(question)]
    blocks += _questions(telling, [question for question in written if not question.section], "")
    shown = 0
    for section in part.sections:
        questions = [question for question in written if question.section == section.id]
        if questions:
            shown += 1
            blocks.append(Heading(section.title, 2, Rank.SECTION, str(shown)))
            alone = len(part.in_section(section.id)) == 1
            blocks += _questions(telling, questions, questions[0].title if alone else section.title)
    return blocks


def _questions(telling: Telling, questions: Sequence[Question], section: str) -> list[Block]:
    """Return answers with their headings: short ones as a label table, do beside do not, the others one by one."""
    blocks: list[Block] = []
    place = 0
    while place < len(questions):
        short = _short_run(telling, questions[place:]) if section else []
        if len(short) > 1:
            blocks.append(LabelTable(tuple(_row(telling, question) for question in short)))
            place += len(short)
            continue
        question = questions[place]
        if _pairs(questions[place : place + 2]):
            left, right = (_one(telling, each, "", 3) for each in questions[place : place + 2])
            heading = () if section else (Heading("What helps, and what makes it worse", 2, Rank.SECTION),)
            blocks += (*heading, Pair(tuple(left), tuple(right)))
            place += 2
            continue
        blocks += _one(telling, question, section, 3 if section else 2)
        place += 1
    return blocks


def _short_run(telling: Telling, questions: Sequence[Question]) -> list[Question]:
    run: list[Question] = []
    for question in questions:
        text = telling.plan.entries(question.id)[0].text if question.kind in _SINGLE else ""
        if question.kind not in _SINGLE or question.manner is Manner.DO_NOT or len(text) > SHORT:
            break
        run.append(question)
    return run


def _row(telling: Telling, question: Question) -> Row:
    (paragraph,) = printed(telling, question)
    assert isinstance(paragraph, Paragraph)
    return Row((plain(question.title), paragraph.words))


def _pairs(questions: Sequence[Question]) -> bool:
    manners = [question.manner for question in questions if question.kind in _LISTS]
    return manners == [Manner.DO, Manner.DO_NOT]


def _one(telling: Telling, question: Question, section: str, level: int) -> list[Block]:
    """Return an answer under its heading; none where the section has just said the same words, or the answer its own."""
    body = printed(telling, question)
    if len(body) == 1 and isinstance(body[0], StopBox):
        return [StopBox(body[0].title, body[0].rows, level)]
    told = question.kind is Kind.TOOLBOX or question.title.casefold() == section.casefold()
    if not body or (told and question.manner is Manner.PLAIN):
        return list(body)
    rank = Rank.SECTION if level == 2 else Rank.LABEL
    rank = {Manner.PLAIN: rank, Manner.DO: Rank.CELL, Manner.DO_NOT: Rank.STOP}[question.manner]
    answer = [Heading(question.title, level, rank), *body]
    if question is telling.framework.role("signatures"):
        return [Whole((stamps.legal_note(), *answer))]
    return answer


def _others(telling: Telling, framework: Framework) -> list[Block]:
    """Return the people of the address list whom no answer tells in full: they were written down, so they are printed."""
    asking = [question for question in framework.questions() if question.kind is Kind.PEOPLE]
    rest = [person for person in telling.plan.people if _untold(telling.plan, asking, person)]
    if not rest:
        return []
    columns = (Column("Who", 44, whole=True), Column("Phone", 35, whole=True), Column("Good to know", 60, gives=True))
    entries = (Entry(person.id, person=person.id) for person in rest)
    rows = [Row((who(telling, entry), phones(person), plain(person.note))) for entry, person in zip(entries, rest, strict=True)]
    kept, told = columns_in_use(columns, rows)
    title = "People in my plan"
    return [PartStart(0, title, 0), Heading(title, 1, Rank.TITLE), Table(kept, told, title)]


def _untold(plan: Plan, asking: Sequence[Question], person: Person) -> bool:
    """Whether something is known of a person that no list of people tells; a list of whom not to involve tells no numbers."""
    if person.note.strip():
        return True
    told = {q.manner for q in asking if any(entry.person == person.id for entry in plan.entries(q.id))}
    if told - {Manner.DO_NOT}:
        return False
    details = person.phones or person.confirmed or (person.relation and not told)
    return bool(person.name.strip() and (details or not any(plan.uses(person.id))))
