"""Reading PDFs back, as a copy program or a screen reader would."""

from __future__ import annotations

import random
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import page

from wrapplanner.domain.framework import Framework, Question
from wrapplanner.domain.kinds import RULES, Kind
from wrapplanner.domain.plan import Agreement, Entry, Person, Plan, Tool, ToolState

NASTY = (
    "walk the dog",
    "<b>bold</b> & <img src='/etc/passwd'> &lt;",
    'javascript:alert("x")',
    "</para><para>",
    "[%s] {0} \\N{BULLET} (unbalanced",
    "Ελληνικά λόγια",
    "Русские слова",
    "ünïcödé ÅÄÖ ß ĳ",
    "word" * 60,
    "one line\nand another\n\nand a third",
    "07700 900142",
    "a\tb  c   d",
    "sentence after sentence, and it goes on. " * 60,
    "café naïve coöperate",
    "x",
)


def text_of(pdf: bytes) -> str:
    """Return the words of a PDF, page after page."""
    done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def story_of(pdf: bytes) -> list[str]:
    """Return the words of each page of a PDF in the order in which they are drawn, on one line."""
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return [" ".join(text.split()) for text in done.stdout.decode().split("\f")[:-1]]


def squeezed(text: str) -> str:
    """Return text without any white space, as one form of Unicode."""
    return "".join(unicodedata.normalize("NFC", text).split())


def letters(text: str) -> Counter[str]:
    """Return how often each letter and digit stands in a text."""
    return Counter(letter for letter in unicodedata.normalize("NFC", text) if unicodedata.category(letter)[0] in "LN")


def failures(pdf: bytes, folder: Path) -> list[str]:
    """Return what PDF/UA-1 has to say against a PDF."""
    file = folder / "made.pdf"
    file.write_bytes(pdf)
    report = page.validate_pdf(str(file), profile="ua1")
    return [] if report.is_compliant else str(report).splitlines()


def said(framework: Framework, plan: Plan) -> Iterator[str]:
    """Yield everything that a plan says."""
    for question in framework.questions():
        for entry in plan.entries(question.id):
            yield RULES[question.kind].as_text(question, entry, plan)
    for tool in plan.tools:
        yield from (tool.name, tool.note, tool.takes, tool.cost)
    for person in plan.people:
        yield from (person.name, person.relation, person.note, *person.phones)


def any_plan(framework: Framework, seed: int, more: tuple[str, ...] = (), lengths: tuple[int, ...] = (0, 1, 2, 5, 30)) -> Plan:
    """Return a plan full of awkward words, and of `more`; lists are as long as one of `lengths`. The same for the same seed."""
    dice = random.Random(seed)
    pool = (*NASTY, *more)
    words = dice.choices(pool, k=8)
    single = [" ".join(each.split()) for each in words]
    tools = tuple(_any_tool(dice, f"t{number}", single, words) for number in range(dice.randrange(12)))
    people = tuple(_any_person(dice, f"p{number}", single, words) for number in range(dice.randrange(6)))
    plan = Plan(framework.id, tools=tools, people=people)
    for question in framework.questions():
        most = 1 if not RULES[question.kind].many else dice.choice(lengths)
        if question.kind is not Kind.TOOLBOX and dice.random() < 0.7:
            entries = (_any_entry(dice, question, plan, f"{question.id}-{number}", pool) for number in range(most))
            plan = plan.with_answer(question.id, tuple(entries))
    return plan


def _any_tool(dice: random.Random, name: str, single: list[str], words: list[str]) -> Tool:
    return Tool(
        name,
        dice.choice(single),
        dice.choice(words),
        dice.choice(("calm", "move", "", "gone")),
        dice.choice(single),
        dice.random() < 0.3,
        dice.choice(("", "£3")),
        dice.random() < 0.5,
        dice.random() < 0.4,
        dice.choice(list(ToolState)),
    )


def _any_person(dice: random.Random, name: str, single: list[str], words: list[str]) -> Person:
    return Person(
        name,
        dice.choice(single),
        dice.choice(single),
        ("07700 900142",) * dice.randrange(3),
        dice.choice(words),
        dice.choice(list(Agreement)),
        dice.choice(("", "2026-05-04")),
    )


def _any_entry(dice: random.Random, question: Question, plan: Plan, name: str, pool: tuple[str, ...]) -> Entry:
    slots = RULES[question.kind].slots_of(question)
    things = {"tool": plan.tools, "person": plan.people}
    chosen = {slot: dice.choice(things[slot]).id for slot in things if slot in slots and things[slot] and dice.random() < 0.6}
    text = "" if chosen or "text" not in slots else dice.choice(pool)
    if question.kind is Kind.DATE:
        text = "2026-11-03"
    note = dice.choice(pool) if "note" in slots else ""
    cells = tuple(
        (column.id, dice.choice(column.choices).id if column.choices else dice.choice(pool))
        for column in question.columns
        if column is not question.person_column and column.kind != "date" and dice.random() < 0.8
    )
    if RULES[question.kind].single_line:
        text = " ".join(text.split())
    return Entry(name, text, note, chosen.get("tool", ""), chosen.get("person", ""), cells)
