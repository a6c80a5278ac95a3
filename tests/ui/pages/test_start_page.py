from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QRadioButton, QScrollArea

from wrapplanner.ui.pages.start import StartPage
from wrapplanner.ui.widgets.arch import Arch
from wrapplanner.ui.widgets.choice_card import ChoiceCard


@pytest.fixture
def open_page(qtbot, make_look):
    def make(scale=1.0, theme="light", size=(1280, 800), plans=(), **how: Callable[..., str]) -> StartPage:
        page = StartPage(make_look(scale, theme), has_plan=bool(plans), plans=plans, **how)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        with qtbot.waitActive(page):
            page.activateWindow()
        page.focus_start()
        return page

    return make


def by_name(page, kind, name):
    return next(each for each in page.findChildren(kind) if each.accessibleName() == name or each.text().strip() == name)


def test_enter_on_the_first_answer_starts_a_plan_here(open_page, qtbot):
    page = open_page()
    with qtbot.waitSignal(page.start_requested) as asked:
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert asked.args == ["only-me", ""]


def test_the_arrow_keys_choose_and_enter_starts(open_page, qtbot):
    page = open_page()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    assert page.focusWidget().accessibleName() == "Yes, other people use it"
    with qtbot.waitSignal(page.start_requested) as asked:
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert asked.args == ["shared", ""]


def test_a_computer_of_others_asks_where_the_plan_goes(open_page, qtbot):
    page = open_page(ask_folder=lambda parent: "/media/stick")
    QTest.mouseClick(by_name(page, QRadioButton, "It isn’t mine"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.start_requested) as asked:
        QTest.mouseClick(by_name(page, QPushButton, "Start my plan"), Qt.MouseButton.LeftButton)
    assert asked.args == ["not-mine", "/media/stick"]


def test_thinking_better_of_the_folder_starts_nothing(open_page, qtbot):
    page = open_page(ask_folder=lambda parent: "")
    QTest.mouseClick(by_name(page, QRadioButton, "It isn’t mine"), Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(page.start_requested):
        QTest.mouseClick(by_name(page, QPushButton, "Start my plan"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Open a plan I have", "open_requested"),
        ("Look at an example plan", "example_requested"),
        ("Text size 100 %", "text_size_requested"),
        ("About", "about_requested"),
    ],
)
def test_each_door_says_what_is_wanted(open_page, qtbot, name, signal):
    page = open_page()
    with qtbot.waitSignal(getattr(page, signal)):
        QTest.mouseClick(by_name(page, QPushButton, name), Qt.MouseButton.LeftButton)


def test_several_plans_are_offered_by_their_names(open_page, qtbot):
    page = open_page(plans=("my-plan", "for-work"))
    assert page.focusWidget().accessibleName() == "A plan without a nickname", "“My plan” would be everybody's"
    with qtbot.waitSignal(page.plan_requested) as asked:
        QTest.mouseClick(by_name(page, QPushButton, "For work"), Qt.MouseButton.LeftButton)
    assert asked.args == ["for-work"]


def test_another_plan_can_be_started_beside_them(open_page, qtbot):
    page = open_page(plans=("my-plan",))
    QTest.mouseClick(by_name(page, QPushButton, "Start another plan"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.start_requested):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1280, 800)), (1.0, (900, 600)), (2.0, (1280, 800)), (2.0, (900, 600))])
def test_nothing_scrolls_sideways_and_no_word_is_cut(open_page, scale, size):
    page = open_page(scale, size=size)
    QTest.qWait(50)
    area = page.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()
    for each in page.findChildren(QRadioButton) + page.findChildren(QPushButton):
        assert each.width() >= each.minimumSizeHint().width()
        if each.hasHeightForWidth():
            assert each.height() >= each.heightForWidth(each.width())


def test_the_picture_is_left_out_in_high_contrast(open_page):
    page = open_page(theme="high-contrast")
    assert not [arch for arch in page.findChildren(Arch) if arch.isVisible()]


def test_all_that_takes_the_focus_has_a_name(open_page, nameless):
    page = open_page()
    assert nameless(page) == []


def test_enter_opens_the_plan_that_has_the_focus(open_page, qtbot):
    page = open_page(plans=("my-plan", "for-work"))
    with qtbot.waitSignal(page.plan_requested) as asked:
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert asked.args == ["my-plan"]


def test_a_second_plan_is_taken_to_be_another_persons_and_there_is_a_way_back(open_page, qtbot):
    page = open_page(plans=("my-plan",))
    QTest.mouseClick(by_name(page, QPushButton, "Start another plan"), Qt.MouseButton.LeftButton)
    assert page.focusWidget().accessibleName() == "Yes, other people use it"
    assert page.focusWidget().isChecked()
    QTest.mouseClick(by_name(page, QPushButton, "Back"), Qt.MouseButton.LeftButton)
    assert page.focusWidget().accessibleName() == "My plan"
    with qtbot.waitSignal(page.plan_requested):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)


def test_a_choice_under_the_mouse_does_not_look_chosen(open_page, make_look):
    page, soft = open_page(), make_look().colour("accent-soft")
    chosen, other = page.findChildren(ChoiceCard)[:2]
    assert colour_of(chosen) == soft
    other.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert other.underMouse()
    assert colour_of(other) == make_look().colour("raised")


def colour_of(card):
    return card.grab().toImage().pixelColor(card.width() - 8, card.height() // 2)


@pytest.mark.parametrize("height", [760, 800])
def test_the_text_size_is_seen_at_once_in_a_usual_window(open_page, height):
    page = open_page(size=(1280, height))
    QTest.qWait(50)
    size = by_name(page, QPushButton, "Text size 100 %")
    assert size.visibleRegion().boundingRect().size() == size.size()
