"""The Companion: whole, plain, and its loader's faults name file, id and line."""

from pathlib import Path

import pytest
from readability import reading_age, words_to_avoid

from wrapplanner.errors import ContentError
from wrapplanner.facilitator.companion import load_companion
from wrapplanner.facilitator.model.companion import Form

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "companion" / "en"
TOPICS = {topic.id: topic for topic in load_companion(FOLDER)}
OLDEST, SHORT = 11, 8


def test_everything_that_a_facilitator_looks_for_is_there():
    assert len(TOPICS["principles"].cards) == 8
    assert len(TOPICS["values"].cards) == 5
    assert len(TOPICS["competences"].cards) == 10
    assert [section.title for section in TOPICS["focus"].sections] == ["Lean toward", "Lean away from"]
    assert [len(section.cards) for section in TOPICS["focus"].sections] == [21, 8]
    assert [len(section.cards) for section in TOPICS["conduct"].sections] == [15, 8]
    assert TOPICS["conduct"].form is Form.CHECKLIST
    assert len(TOPICS["questions"].sections) == 5
    assert {topic.form for topic in TOPICS.values()} == set(Form)


@pytest.mark.parametrize("topic", TOPICS.values(), ids=lambda topic: topic.id)
def test_every_word_is_plain(topic):
    texts = [topic.title, topic.lead, *(section.title for section in topic.sections)]
    texts += [words for card in topic.cards for words in (card.title, card.text)]
    hard = [
        f"{text!r} reads at {reading_age(text):.1f}"
        for text in texts
        if len(text.split()) > SHORT and reading_age(text) > OLDEST
    ]
    avoided = [f"{text!r} says {words_to_avoid(text)}" for text in texts if words_to_avoid(text)]
    assert not hard + avoided, "\n".join(hard + avoided)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ('id = "a"\ntitle = "A"\nlead = "L"\nform = "carts"\n\n[[section]]\nlines = ["x"]\n', 4, "“carts” is not"),
        ('id = "a"\ntitle = "A"\nlead = "L"\nform = "cards"\n\n[[section]]\ntitle = "x"\n', 6, "lines or cards"),
        (
            'id = "a"\ntitle = "A"\nlead = "L"\nform = "cards"\n\n[[section]]\n\n[[section.card]]\ntitle = "x"\n',
            8,
            "“text” is missing",
        ),
        ('id = "b"\ntitle = "A"\nlead = "L"\nform = "cards"\n\n[[section]]\nlines = ["x"]\n', 1, "NN-b.toml"),
    ],
)
def test_a_fault_names_file_id_and_line(tmp_path, text, line, reason):
    (tmp_path / "01-a.toml").write_text(text, "utf-8")
    with pytest.raises(ContentError) as raised:
        load_companion(tmp_path)
    assert (raised.value.line, raised.value.file.endswith("01-a.toml")) == (line, True)
    assert reason in raised.value.reason
