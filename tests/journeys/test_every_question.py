"""Every question of a framework is answered through its editor, kept, found again after reopening, and printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from journeys.driver import Driver

from wrapplanner.content.loader import framework_folders, load_framework
from wrapplanner.domain.framework import ColumnKind, Framework, Question
from wrapplanner.domain.kinds import Kind, spoken_date
from wrapplanner.paths import resource_root
from wrapplanner.storage.plans import PlanStore, plan_folder

_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"


class Words:
    """Makes words that nobody has used before, so that each can be found by itself."""

    def __init__(self) -> None:
        self._count = 0
        self.said: dict[str, list[str]] = {}

    def word(self, question: Question) -> str:
        self._count += 1
        number, letters = self._count * 4_583, ""
        for _ in range(4):
            number, consonant = divmod(number, len(_CONSONANTS))
            number, vowel = divmod(number, len(_VOWELS))
            letters += _CONSONANTS[consonant] + _VOWELS[vowel]
        return self._note(question, f"{letters}x")

    def phone(self, question: Question) -> str:
        self._count += 1
        return self._note(question, f"01632 {960_000 + self._count}")

    def day(self, question: Question) -> str:
        self._count += 1
        return self._note(question, spoken_date((date(2031, 1, 1) + timedelta(days=self._count)).isoformat()))

    def _note(self, question: Question, words: str) -> str:
        self.said.setdefault(question.id, []).append(words)
        return words


def write_line(app: Driver, question: Question, words: Words) -> None:
    app.type(words.word(question))


def write_text(app: Driver, question: Question, words: Words) -> None:
    app.type(f"{words.word(question)} {words.word(question)}\n{words.word(question)}")


def write_date(app: Driver, question: Question, words: Words) -> None:
    app.type(words.day(question))


def write_rows(app: Driver, question: Question, words: Words) -> None:
    app.type(f"{words.word(question)} {words.word(question)}\n{words.word(question)}")


def write_rows_with_notes(app: Driver, question: Question, words: Words) -> None:
    app.type(words.word(question))
    if question.note:
        app.key("Tab")
        app.type(words.word(question))
    app.key("Return")
    app.type(words.word(question))


def write_people(app: Driver, question: Question, words: Words) -> None:
    app.key("Return")
    app.see("Add a person")
    app.type(words.word(question))
    app.key("Tab")
    app.type(words.word(question))
    app.key("Tab")
    app.type(words.phone(question))
    app.key("Tab")
    app.type(words.word(question))
    app.tab_to("Add this person")
    app.key("Space")


def write_records(app: Driver, question: Question, words: Words) -> None:
    app.key("Return")
    for place, column in enumerate(question.columns):
        if place:
            app.key("Tab")
        if column.kind is ColumnKind.CHOICE:
            app.key("Down")
        elif column.kind is ColumnKind.PHONE:
            app.type(words.phone(question))
        elif column.kind is ColumnKind.DATE:
            app.type(words.day(question))
        else:
            app.type(words.word(question))
    app.key("Return")


def write_signatures(app: Driver, question: Question, words: Words) -> None:
    app.key("Return")
    app.type(words.word(question))
    app.key("Return")


WAYS: dict[Kind, Callable[[Driver, Question, Words], None]] = {
    Kind.LINE: write_line,
    Kind.TEXT: write_text,
    Kind.DATE: write_date,
    Kind.ENTRIES: write_rows,
    Kind.TOOLBOX: write_rows,
    Kind.TOOLS: write_rows_with_notes,
    Kind.PEOPLE: write_people,
    Kind.RECORDS: write_records,
    Kind.SIGNATURES: write_signatures,
}


def questions_of(framework: Framework) -> list[Question]:
    return [question for part in framework.parts for question in part.questions]


def ask_me_more(app: Driver) -> None:
    app.key("Ctrl+,")
    app.goes("settings")
    app.click_row("Topics", "Words I use")
    app.tab_to("Ask me more")
    app.key("Space")
    assert app.preferences.more


def fill(app: Driver, words: Words) -> None:
    """Answer all questions in the order asked, going on with Ctrl+Enter."""
    questions = questions_of(app.framework)
    app.key("Ctrl+3")
    app.goes("read")
    app.tab_to("Write the first line")
    app.click_row("In my plan", app.framework.parts[0].title)
    for question in questions:
        app.goes(f"write/{question.id}")
        WAYS[question.kind](app, question, words)
        if question.kind in (Kind.RECORDS, Kind.SIGNATURES, Kind.PEOPLE):
            app.settle()
        app.key("Ctrl+Return")
    app.goes("read")


@pytest.mark.parametrize("name", sorted(framework_folders(resource_root() / "framework")))
def test_every_question_is_written_kept_and_printed(app: Driver, name: str) -> None:
    framework = load_framework(resource_root() / "framework" / name / "en")
    PlanStore.create(plan_folder(app.data, "my-plan"), name).close()
    app.open()
    ask_me_more(app)
    words = Words()
    fill(app, words)
    assert set(words.said) == {question.id for question in framework.questions()}
    plan = app.plan
    app.reopen()
    assert app.plan == plan
    app.goes("read")
    every = [each for said in words.said.values() for each in said]
    app.see(*every)
    see_in_editors(app, words)
    printed = app.save_whole_plan()
    assert not [each for each in every if each not in printed]


def see_in_editors(app: Driver, words: Words) -> None:
    """Go through all questions and see what was written in each."""
    app.click("door-read")
    app.click_row("In my plan", app.framework.parts[0].title)
    app.key("F2")
    for question in questions_of(app.framework):
        app.goes(f"write/{question.id}")
        for each in words.said[question.id]:
            app.see(each)
        app.key("Ctrl+PgDown")
