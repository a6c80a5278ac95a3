"""The pages before a plan is open: nothing cut at any size, everything named."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea

from wrapplanner.errors import Way, WrongSecret
from wrapplanner.ui.pages.elsewhere import ElsewherePage
from wrapplanner.ui.pages.front import FrontPage
from wrapplanner.ui.pages.new_passphrase import NewPassphrasePage
from wrapplanner.ui.pages.nickname import NicknamePage
from wrapplanner.ui.pages.recovery_code import RecoveryCodePage
from wrapplanner.ui.pages.trouble import Step, TroublePage
from wrapplanner.ui.pages.unlock import UnlockPage
from wrapplanner.ui.preferences import PreferenceFile
from wrapplanner.ui.sheet_desk import sheet_options
from wrapplanner.ui.widgets.arch import Arch

BOTH = (Way.PASSPHRASE, Way.RECOVERY_CODE)
CODE = "8KZ4-9QWE-0TYH-M3NP-77XA-BCD1-EF2G"


def refuse(way: Way, words: str) -> object:
    raise WrongSecret("That is not the passphrase of this plan. Nothing is lost.")


PAGES = {
    "unlock": lambda look: UnlockPage(look, refuse, BOTH),
    "code": lambda look: UnlockPage(look, refuse, (Way.RECOVERY_CODE,)),
    "trouble": lambda look: TroublePage(look, "It does not open", "It is cut.", (Step("a", "Again", "What."), Step("b", "Go"))),
    "new": NewPassphrasePage,
    "recovery": lambda look: RecoveryCodePage(look, CODE, sheet_options(look, PreferenceFile(Path("none")))),
    "nickname": NicknamePage,
    "elsewhere": ElsewherePage,
}


@pytest.fixture
def show(qtbot, make_look):
    def make(name="unlock", scale=1.0, theme="light", size=(1280, 800)) -> FrontPage:
        page = PAGES[name](make_look(scale, theme))
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        with qtbot.waitActive(page):
            page.activateWindow()
        page.focus_start()
        return page

    return make


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("scale", "size"), [(1.0, (1280, 800)), (2.0, (1280, 800)), (2.0, (900, 600))])
def test_nothing_is_cut_and_all_is_named(show, nameless, name, scale, size):
    page = show(name, scale, size=size)
    QTest.qWait(50)
    area = page.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()
    for each in [*page.findChildren(QPushButton), *page.findChildren(QLineEdit)]:
        assert not each.isVisible() or each.width() >= each.minimumSizeHint().width(), each.text()
    assert nameless(page) == []
    assert page.focusWidget() is page.first


def test_the_picture_is_left_out_in_high_contrast(show):
    assert show(theme="high-contrast").findChild(Arch) is None


def test_wrong_words_are_told_and_stay(show, qtbot):
    page = show()
    field = page.focusWidget()
    QTest.keyClicks(field, "lamps")
    QTest.keyClick(field, Qt.Key.Key_Return)
    told = "That is not the passphrase of this plan. Nothing is lost."
    qtbot.waitUntil(lambda: any(each.text() == told and each.isVisible() for each in page.findChildren(QLabel)))
    assert field.text() == "lamps"
    assert page.focusWidget() is field


def test_no_words_ask_nobody(show, qtbot):
    page = show()
    with qtbot.assertNotEmitted(page.opened):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert any("no words" in each.text() for each in page.findChildren(QLabel))


def test_each_step_of_a_trouble_says_its_name(show, qtbot):
    page = show("trouble")
    with qtbot.waitSignal(page.step_requested) as asked:
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert asked.args == ["a"]


def test_tab_goes_from_a_passphrase_to_the_same_once_more_and_then_to_show(show):
    page = show("new")
    reached = []
    for _ in range(3):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        reached.append(page.focusWidget().accessibleName() or page.focusWidget().text().strip())
    assert reached == ["The same once more", "Show", "Use this passphrase"]
