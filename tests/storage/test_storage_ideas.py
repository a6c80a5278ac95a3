"""The file of ideas: out and in again is the same; whatever else is offered is refused whole, with its place."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from schema_check import valid

from wrapplanner.domain.ideas import IdeaGroup, Ideas
from wrapplanner.errors import ImportRefused
from wrapplanner.storage.ideas import FORMAT, MAX_BYTES, ideas_schema, read_ideas, write_ideas

IDEAS = Ideas(
    "What keeps us well", (IdeaGroup("Moving", ("Swim", "Stairs, slowly")), IdeaGroup("", ("Tea",))), "wrap", "toolbox.tools"
)
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp", "Zs"]), min_size=1, max_size=20)


def offered(**members: object) -> bytes:
    return json.dumps({"format": FORMAT, "format_version": 1, "title": "Ours", **members}).encode()


def group(*ideas: object, **more: object) -> bytes:
    return offered(groups=[{"title": "G", "ideas": list(ideas), **more}])


def test_out_and_in_again_is_the_same_and_the_schema_holds():
    data = write_ideas(IDEAS)
    assert read_ideas(data) == IDEAS
    assert valid(json.loads(data), ideas_schema())
    assert IDEAS.all == ("Swim", "Stairs, slowly", "Tea")
    assert read_ideas(offered()) == Ideas("Ours", ())


@given(st.lists(st.tuples(WORDS, st.lists(WORDS, min_size=1, max_size=4)), max_size=4), WORDS)
def test_any_ideas_come_back(groups, title):
    from wrapplanner.domain.text import normalise

    made = Ideas(normalise(title), tuple(IdeaGroup(normalise(name), tuple(map(normalise, said))) for name, said in groups))
    assert read_ideas(write_ideas(made)) == made


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"", "line 1"),
        (b"\xff\xfe", "byte 0"),
        (b"[]", "/"),
        (b"[" * 40, ""),
        (b'{"format":"wrap-planner/plan"}', "/format"),
        (b'{"format":"wrap-planner/ideas","format":"wrap-planner/ideas"}', "/"),
        (offered(format_version=2), "/format_version"),
        (offered(format_version=True), "/format_version"),
        (offered(format_version=1.5), "/format_version"),
        (offered(title=""), "/title"),
        (offered(title=None), "/title"),
        (offered(title="a\nb"), "/title"),
        (offered(who="Sam"), "/who"),
        (offered(question="../x"), "/question"),
        (offered(groups={}), "/groups"),
        (offered(groups=[{"title": "G", "ideas": ["x"]}] * 41), "/groups"),
        (offered(groups=[{"title": "G", "ideas": ["x"] * 300}] * 2), "/groups"),
        (group(*["x"] * 401), "/groups/0/ideas"),
        (group("x", who="Sam"), "/groups/0/who"),
        (group("x", 1), "/groups/0/ideas/1"),
        (group(" "), "/groups/0/ideas/0"),
        (group(" padded "), "/groups/0/ideas/0"),
        (group("x" * 201), "/groups/0/ideas/0"),
        (group("a\x00b"), "/groups/0/ideas/0"),
        (group("a\x1b[2Jb"), "/groups/0/ideas/0"),
        (group("\u202egnihton"), "/groups/0/ideas/0"),
        (group("\ud800"), "/groups/0/ideas/0"),
        (b'{"format":"wrap-planner/ideas","format_version":1,"title":"A","title":"B"}', "/"),
        (b" " * (MAX_BYTES + 1), ""),
    ],
)
def test_what_is_broken_or_hostile_is_refused_whole_with_its_place(data, place):
    with pytest.raises(ImportRefused) as raised:
        read_ideas(data)
    assert raised.value.place == place or (place and raised.value.place.startswith(place)) or not place
    assert raised.value.sentence.endswith("Your plan is as it was.")


def test_bytes_turned_at_random_are_taken_or_refused_and_nothing_else():
    dice, data = random.Random(6), write_ideas(IDEAS)
    taken = 0
    for _ in range(3000):
        turned = bytearray(data)
        for _ in range(dice.randint(1, 4)):
            where = dice.randrange(len(turned))
            turned[where : where + dice.randint(0, 3)] = dice.randbytes(dice.randint(0, 3))
        try:
            ideas = read_ideas(bytes(turned))
        except ImportRefused:
            continue
        taken += 1
        assert read_ideas(write_ideas(ideas)) == Ideas(
            ideas.title, tuple(group for group in ideas.groups if group.ideas), ideas.framework, ideas.question
        )
    assert 0 < taken < 3000
