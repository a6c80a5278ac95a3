"""The programmes that are shipped: whole, plain, and adding up."""

from pathlib import Path

import pytest
from readability import reading_age, words_to_avoid

from wrapplanner.content.loader import framework_folders, load_framework
from wrapplanner.facilitator.model.kinds import KINDS
from wrapplanner.facilitator.programmes import SHELF, load_programme, load_programmes

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FOLDER = RESOURCES / "sessions" / "en"
PROGRAMMES = load_programmes(FOLDER)
SHAPES = {
    "wrap-eight": [150] * 8,
    "wrap-twelve": [120] * 12,
    "wrap-two-days": [360] * 2,
    "peer-support": [150] * 11,
    "recognition-action-maintenance": [150] * 3,
}
OLDEST, SHORT = 11, 8
each_programme = pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda programme: programme.id)


def said(text):
    """Faults of one text: too hard to read, or words to avoid."""
    hard = len(text.split()) > SHORT and reading_age(text) > OLDEST
    return [f"{text!r} reads at {reading_age(text):.1f}"] * hard + [f"{text!r} says {each}" for each in words_to_avoid(text)]


def test_all_programmes_are_there_with_their_hours():
    assert {programme.id: [session.length for session in programme.sessions] for programme in PROGRAMMES} == SHAPES
    assert load_programme(FOLDER, "peer-support") in PROGRAMMES


@each_programme
def test_minutes_add_up_and_every_session_has_aims_an_opening_a_break_and_an_end(programme):
    for session in programme.sessions:
        kinds = [item.kind.word for item in session.items]
        assert session.minutes == session.length
        assert session.aims
        assert (kinds[0], kinds[-1]) == ("welcome", "check-out")
        assert {"agreement", "break"} <= set(kinds)
        longest = stretch = 0
        for item in session.items:
            stretch = 0 if item.kind.word == "break" else stretch + item.minutes
            longest = max(longest, stretch)
        assert longest <= 90, f"{session.id}: {longest} minutes without a rest"


@each_programme
def test_every_word_is_plain(programme):
    texts = [programme.title, *programme.about]
    for session in programme.sessions:
        texts += [session.title, *session.aims]
        for item in session.items:
            texts += [item.title, *item.body, *item.questions, *item.groups, *item.notes]
    faults = sorted({fault for text in texts for fault in said(text)})
    assert not faults, "\n".join(faults)
    assert "endorsed" in programme.notice
    assert not words_to_avoid(programme.notice)


@each_programme
def test_every_item_helps_its_facilitators_and_names_what_the_framework_has(programme):
    parts, questions = set(), set()
    if programme.framework:
        framework = load_framework(framework_folders(RESOURCES / "framework")[programme.framework])
        parts = {part.id for part in framework.parts}
        questions = {question.id for question in framework.questions()}
    for item in programme.items():
        assert item.notes or item.kind is KINDS["reflection"], f"{item.id} has no notes"
        assert item.body or item.questions, f"{item.id} shows nothing"
        assert not item.part or item.part in parts, item.id
        assert not item.question or item.question in questions, item.id
        assert not item.question or item.question.split(".")[0] == item.part, item.id
    quiet = [item for item in programme.items() if item.kind.word == "quiet" and programme.framework]
    assert all(item.part for item in quiet), "writing time has its worksheet"


def test_every_programme_shows_the_helplines_and_together_they_use_every_kind():
    shown = [{item.kind.word for item in programme.items()} for programme in PROGRAMMES]
    assert all("helplines" in kinds for kinds in shown)
    assert set().union(*shown) == set(KINDS)
    course = next(programme for programme in PROGRAMMES if programme.id == "peer-support")
    ids = [item.id for item in course.session(10).items]
    assert ids.index("risk-life") < ids.index("helplines"), "the talk about a life at risk ends with who to call"


def test_no_item_of_the_shelf_is_used_by_nobody():
    used = {item.id for programme in PROGRAMMES for item in programme.items()}
    ids = [line.split('"')[1] for line in (FOLDER / SHELF).read_text("utf-8").split("\n") if line.startswith("id = ")]
    assert set(ids) <= used
