from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QTextBrowser
from readability import reading_age, words_to_avoid

from wrapplanner.errors import ContentError
from wrapplanner.paths import resource_root
from wrapplanner.ui.actions import shortcut_rows
from wrapplanner.ui.pages.help import HelpPage
from wrapplanner.ui.pages.help_topics import load_help

TOPICS = load_help(resource_root() / "help" / "en")


@pytest.fixture
def page(qtbot, context):
    made = HelpPage(context)
    qtbot.addWidget(made)
    made.resize(1072, 760)
    made.set_effective_width(1280)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    made.focus_start()
    return made


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_every_topic_reads_plainly(topic):
    for block in topic.blocks:
        text = "\n".join(filter(None, (block.text, *block.points, *block.steps)))
        assert reading_age(text) <= 11, text
        assert not words_to_avoid("\n".join((block.heading, text)))
    assert (resource_root() / "icons" / f"{topic.icon}.svg").exists()


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_every_word_of_a_topic_is_shown(page, topic):
    page.go_to(topic.id)
    assert page.place() == f"help/{topic.id}"
    shown = page.findChild(QTextBrowser).toPlainText()
    for block in topic.blocks:
        for line in filter(None, (block.heading, block.text, *block.points, *block.steps)):
            assert line in shown


def test_the_keyboard_topic_has_every_shortcut(page):
    page.go_to("keyboard")
    shown = page.findChild(QTextBrowser).toPlainText()
    assert all(words in shown for _, _, words in shortcut_rows())


def test_typing_finds_topics_by_any_of_their_words(page):
    QTest.keyClicks(page.focusWidget(), "memory STICK")
    topics = page.findChild(QListWidget)
    found = [topics.item(row).text().strip() for row in range(topics.count())]
    assert found == ["What is kept, and where", "Another computer"]
    assert page.place() == "help/what-is-kept"
    assert page.findChild(QTextBrowser).extraSelections()


def test_words_that_no_topic_has_leave_all_of_them_in_sight(page):
    QTest.keyClicks(page.focusWidget(), "zzzz")
    assert page.findChild(QListWidget).count() == len(TOPICS)
    assert any(label.text().startswith("No topic has these words") for label in page.findChildren(QLabel))


def test_enter_goes_to_the_text_and_page_down_scrolls_it(page):
    page.go_to("keyboard")
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    text = page.focusWidget()
    assert isinstance(text, QTextBrowser)
    QTest.keyClick(text, Qt.Key.Key_PageDown)
    assert text.verticalScrollBar().value() > 0


def test_a_narrow_window_has_a_drop_down(page, nameless):
    page.set_effective_width(640)
    assert page.findChild(QComboBox).isVisible()
    assert not page.findChild(QListWidget).isVisible()
    assert nameless(page) == []


def test_all_that_takes_the_focus_has_a_name(page, nameless):
    assert page.findChild(QLineEdit).hasFocus()
    assert nameless(page) == []


@pytest.mark.parametrize(
    "text",
    [
        "title = 'x'",
        "title = 'x'\nicon = 'y'\nwords = []\n[[block]]\ncolour = 'z'",
        "title = ",
        "title = 'x'\nicon = 'y'\nwords = []\n[[block]]\nkeys = [['a']]",
    ],
)
def test_a_broken_file_is_named(tmp_path, text):
    folder = tmp_path / "en"
    folder.mkdir()
    (folder / "01-x.toml").write_text(text, "utf-8")
    with pytest.raises(ContentError, match=r"en/01-x\.toml"):
        load_help(folder)
