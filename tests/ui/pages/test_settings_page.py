from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QListWidget, QPlainTextEdit, QPushButton, QRadioButton, QSlider

from wrapplanner import __version__
from wrapplanner.ui.actions import shortcut_rows
from wrapplanner.ui.pages.settings import TOPICS, SettingsPage
from wrapplanner.ui.theme import OPEN_DYSLEXIC


@pytest.fixture
def open_page(qtbot, context, make_context, make_look, example):
    def make(place="look", scale=1.0, width=1280) -> SettingsPage:
        used = context if scale == 1.0 else make_context(make_look(scale), example)
        page = SettingsPage(used)
        qtbot.addWidget(page)
        page.resize(1072, 760)
        page.set_effective_width(width)
        page.go_to(place)
        page.show()
        with qtbot.waitActive(page):
            page.activateWindow()
        page.focus_start()
        return page

    return make


def find(page, kind, name):
    return next(each for each in page.findChildren(kind) if name in (each.accessibleName(), getattr(each, "text", str)()))


def chosen(page):
    return page.context.preferences.now


@pytest.mark.parametrize(
    ("place", "kind", "name", "preference", "value"),
    [
        ("look", QRadioButton, "Dark", "theme", "dark"),
        ("look", QRadioButton, OPEN_DYSLEXIC, "family", OPEN_DYSLEXIC),
        ("look", QCheckBox, "No movement at all", "motion", False),
        ("look", QCheckBox, "Hints under lists", "hints", False),
        ("look", QPushButton, "Larger text", "scale", 1.1),
        ("words", QRadioButton, "Triggers", "wording", {"upset": "triggers"}),
        ("words", QCheckBox, "Ask me more", "more", True),
        ("paper", QRadioButton, "Letter", "paper", "letter"),
        ("paper", QRadioButton, "Large print", "large_print", True),
    ],
)
def test_a_choice_is_kept_and_shown_at_once(open_page, qtbot, place, kind, name, preference, value):
    page = open_page(place)
    with qtbot.waitSignal(page.preferences_changed):
        QTest.mouseClick(find(page, kind, name), Qt.MouseButton.LeftButton)
    assert getattr(chosen(page), preference) == value


def test_the_keyboard_moves_the_text_size_and_the_focus_is_found_again(open_page, qtbot):
    page = open_page()
    slider = page.findChild(QSlider)
    slider.setFocus()
    with qtbot.waitSignal(page.preferences_changed):
        QTest.keyClick(slider, Qt.Key.Key_Right)
    assert chosen(page).scale == 1.1
    assert page.place() == "settings/look/scale"
    again = SettingsPage(page.context)
    qtbot.addWidget(again)
    again.show()
    with qtbot.waitActive(again):
        again.activateWindow()
    again.go_to("look/scale")
    again.focus_start()
    assert isinstance(again.focusWidget(), QSlider)


def test_dragging_shows_the_size_and_letting_go_takes_it(open_page, qtbot):
    page = open_page()
    slider = page.findChild(QSlider)
    slider.setSliderDown(True)
    with qtbot.assertNotEmitted(page.preferences_changed):
        slider.setSliderPosition(5)
    assert any(label.text() == "200 %" for label in page.findChildren(QLabel))
    with qtbot.waitSignal(page.preferences_changed):
        slider.setSliderDown(False)
    assert chosen(page).scale == 2.0


def test_the_arrow_keys_walk_the_topics(open_page):
    page = open_page()
    assert isinstance(page.focusWidget(), QListWidget)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    assert page.place() == "settings/words"


def test_topics_are_a_drop_down_in_a_narrow_window(open_page):
    page = open_page(width=700)
    drop_down = page.focusWidget()
    assert isinstance(drop_down, QComboBox)
    QTest.keyClick(drop_down, Qt.Key.Key_Down)
    assert page.place() == "settings/words"


def test_every_shortcut_is_listed(open_page):
    page = open_page("keyboard")
    said = {label.text() for label in page.findChildren(QLabel)}
    assert {words for _, _, words in shortcut_rows()} <= said


def test_about_tells_the_version_the_marks_and_where_the_files_are(open_page, tmp_path):
    page = open_page("about")
    said = [label.text() for label in page.findChildren(QLabel)]
    assert f"WRAP Planner {__version__}" in said
    assert page.session.framework.notice in said
    assert page.findChild(QPlainTextEdit).toPlainText() == str(tmp_path / "plans" / "my-plan")


def test_done_goes_back(open_page, qtbot):
    page = open_page()
    with qtbot.waitSignal(page.go_requested) as asked:
        QTest.mouseClick(find(page, QPushButton, "Done"), Qt.MouseButton.LeftButton)
    assert asked.args == ["back"]


@pytest.mark.parametrize("topic", [topic.id for topic in TOPICS])
@pytest.mark.parametrize(("scale", "width"), [(1.0, 1280), (2.0, 640)])
def test_every_topic_has_names_and_fits(open_page, nameless, topic, scale, width):
    page = open_page(topic, scale, width)
    page.resize(900 if scale == 2.0 else 1072, 560)
    assert nameless(page) == []
    assert page._scroll.widget().width() <= page._scroll.viewport().width()
