"""Every question of every shipped framework is visited: ledger, completeness, plain words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

import pytest
from readability import reading_age, words_to_avoid

from wrapplanner.content.loader import ROLES, load_framework
from wrapplanner.domain.framework import Audience, Framework, Level, Manner, Question
from wrapplanner.domain.kinds import Kind
from wrapplanner.paths import resource_root

OLDEST_READING_AGE = 11.0
NEVER_SUGGESTED = {"crisis.medicines", "crisis.medicines_if_needed", "crisis.medicines_avoid", "action.medicines"}
"""Lists without ideas: no program has medicines to suggest."""
LISTS_WITH_IDEAS = {Kind.ENTRIES, Kind.TOOLS, Kind.PEOPLE, Kind.RECORDS, Kind.SIGNATURES, Kind.TOOLBOX}


def strings_of(question: Question) -> Iterator[str]:
    yield from (question.title, question.prompt, question.help, question.note, question.add, *question.ideas)
    for column in question.columns:
        yield column.title
        yield from (choice.title for choice in column.choices)


def strings_of_all(framework: Framework) -> Iterator[tuple[str, str]]:
    """Yield (where, text) for every text that a person can see."""
    yield from (("title", framework.title), ("notice", framework.notice))
    yield from (("tool kind", kind.title) for kind in framework.tool_kinds)
    for wording in framework.wordings:
        yield from ((wording.id, text) for text in (wording.title, wording.help, *(c.title for c in wording.choices)))
    for part in framework.parts:
        yield from ((part.id, text) for text in (part.title, part.purpose, part.lead))
        yield from ((section.id, text) for section in part.sections for text in (section.title, section.help))
        yield from ((question.id, text) for question in part.questions for text in strings_of(question))


def test_the_ledger_knows_every_question_and_its_kind(framework: Framework):
    ledger = tomllib.loads((resource_root() / "framework" / framework.id / "ids.toml").read_text("utf-8"))
    asked = {question.id: question.kind.value for question in framework.questions()}
    assert {name: ledger.get(name) for name in asked} == asked
    known = set(asked) | {former for question in framework.questions() for former in question.formerly}
    assert set(ledger) <= known, "an id that was once given is asked, or is named in a question's `formerly`"


def test_the_folder_is_called_after_the_framework(framework: Framework):
    folder = resource_root() / "framework" / framework.id / "en"
    assert (folder / "framework.toml").is_file()
    files = {path.stem for path in folder.glob("*.toml")} - {"framework"}
    assert len(files) == len(framework.parts), "each file is a part that is named in framework.toml"


def test_every_question_is_whole(framework: Framework):
    for question in framework.questions():
        assert question.help, question.id
        assert question.audience, question.id
        assert Audience.ME in question.audience, question.id
        assert len(question.title) <= 60, question.id
        assert not question.title.endswith((".", "?")), question.id
        assert question.prompt.endswith("?"), question.id
        assert re.search(r"[.?”]$", question.help), question.id
        assert 1 <= len(re.findall(r"[.?](?:\s|$)", question.help)) <= 3, question.id


def test_every_list_offers_ideas(framework: Framework):
    for question in framework.questions():
        if question.id in NEVER_SUGGESTED:
            assert question.ideas == ()
        elif question.kind in LISTS_WITH_IDEAS:
            assert 6 <= len(question.ideas) <= 20, question.id
        assert len(set(question.ideas)) == len(question.ideas), question.id
        assert all(len(idea) <= 70 for idea in question.ideas), question.id


def test_every_list_names_what_its_button_adds(framework: Framework):
    lists = {Kind.ENTRIES, Kind.TOOLS, Kind.PEOPLE, Kind.RECORDS, Kind.SIGNATURES, Kind.TOOLBOX}
    for question in framework.questions():
        assert bool(question.add) is (question.kind in lists), question.id
        if question.kind in {Kind.PEOPLE, Kind.SIGNATURES}:
            assert question.note, question.id


def test_every_part_is_whole(framework: Framework):
    for part in framework.parts:
        assert len(part.title) <= 40
        assert len(part.purpose) <= 70
        assert len(part.lead) <= 110
        assert not part.purpose.endswith(".")
        assert part.lead.endswith(".")
        if part.sections:
            assert {question.section for question in part.questions} == {section.id for section in part.sections}
    assert len({part.hue for part in framework.parts}) == len(framework.parts)


def test_the_first_answers_are_core_questions(framework: Framework):
    assert 1 <= len(framework.starter) <= 6
    for question in framework.starter:
        assert framework.question(question).level is Level.CORE


def test_prompts_and_help_can_be_read_at_eleven(framework: Framework):
    ages = {question.id: reading_age(f"{question.prompt} {question.help}") for question in framework.questions()}
    assert {name: round(age, 1) for name, age in ages.items() if age > OLDEST_READING_AGE} == {}
    assert sum(ages.values()) / len(ages) <= 8


def test_headings_and_leads_can_be_read_at_eleven(framework: Framework):
    texts = [part.lead for part in framework.parts] + [s.help for part in framework.parts for s in part.sections]
    assert [text for text in texts if reading_age(text) > OLDEST_READING_AGE] == []


@pytest.mark.parametrize("wording", [None, {"upset": "triggers"}])
@pytest.mark.parametrize("name", ["wrap", "recognition-action-maintenance", "five-areas"])
def test_no_string_says_a_word_to_avoid(name: str, wording: dict[str, str] | None):
    framework = load_framework(resource_root() / "framework" / name / "en", wording)
    said = [(where, words_to_avoid(text), text) for where, text in strings_of_all(framework)]
    assert [line for line in said if line[1]] == []


def test_apostrophes_and_quotes_are_typographic(framework: Framework):
    assert [text for _, text in strings_of_all(framework) if "'" in text or '"' in text or "  " in text or "..." in text] == []


def test_all_eight_parts_of_a_wrap_are_asked(wrap: Framework):
    assert [part.number for part in wrap.parts] == list(range(8))
    assert [part.hue for part in wrap.parts] == list(range(8))
    assert [part.mark for part in wrap.parts] == [
        "compass", "toolbox", "sun", "wind", "cloud", "cloud-lightning", "umbrella", "sprout",
    ]  # fmt: skip
    assert len(wrap.part("crisis").sections) == 14
    assert len(wrap.starter) == 6


def test_all_roles_are_played_in_a_wrap(wrap: Framework):
    assert set(wrap.roles) == ROLES


def test_what_harms_is_marked_as_please_do_not(wrap: Framework):
    harmful = {question.id for question in wrap.questions() if question.manner is Manner.DO_NOT}
    assert harmful == {"crisis.not_involved", "crisis.medicines_avoid", "crisis.allergies", "crisis.do_not"}
    for role, column in (("treatments", "choice"), ("places", "choice")):
        question = wrap.role(role)
        assert question is not None
        assert [c.id for c in question.column(column).choices if c.manner is Manner.DO_NOT] == ["avoid"]


def test_medicines_and_who_is_not_involved_stay_with_me_and_services(wrap: Framework):
    hidden = {q.id for q in wrap.part("crisis").questions if Audience.SUPPORTERS not in q.audience}
    assert hidden == {"crisis.not_involved", "crisis.address", "crisis.medicines", "crisis.medicines_if_needed"}
    for question in wrap.part("crisis").questions:
        assert Audience.CLINICIANS in question.audience, question.id


def test_the_word_for_upsets_is_everywhere_the_chosen_one():
    folder = resource_root() / "framework" / "wrap" / "en"
    stressors, triggers = load_framework(folder), load_framework(folder, {"upset": "triggers"})
    assert (stressors.part("upsets").title, triggers.part("upsets").title) == ("Stressors", "Triggers")
    assert "stressors" in stressors.question("upsets.do").prompt
    assert "triggers" in triggers.question("upsets.do").prompt
    help_text = triggers.question("upsets.things").help
    assert "stressors" in help_text
    assert "triggers" in help_text


def test_the_marks_notice_names_both_marks(wrap: Framework):
    for words in ("WRAP", "Wellness Recovery Action Plan", "not affiliated", "not endorsed"):
        assert words in wrap.notice
