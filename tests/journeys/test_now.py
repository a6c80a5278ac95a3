"""Now: two doors at its foot, a phone number within two presses, and nothing cut in the smallest window."""

from __future__ import annotations

import pytest
from journeys.driver import Driver
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton

from wrapplanner.ui.pages.now import NowPage
from wrapplanner.ui.pages.page import Page
from wrapplanner.ui.pages.today import TodayPage

HELPS, CALL = "Something that helps", "Somebody to call"


def test_a_number_is_two_keys_away_and_the_doors_do_not_lead_away(app: Driver) -> None:
    app.begin("read", example=True)
    app.key("F9", "Ctrl+2")
    assert app.place() == "now"
    app.see("Jo Lantern", "07700 900142")
    assert app.find(CALL, QPushButton).isChecked()
    app.key("Right")
    app.see_not("07700 900142")
    app.key("Left", "Left")
    assert app.find(HELPS, QPushButton).isChecked()
    app.key("Ctrl+1")
    assert app.place() == "now"
    app.see("Walk to the canal and back")
    app.click(CALL, QPushButton)
    app.see("07700 900142")
    app.tab_to(HELPS)
    app.key("Space")
    app.see("Walk to the canal and back")
    assert app.focus().text() == HELPS
    app.key("Esc")
    app.goes("read")
    app.key("Ctrl+2")
    app.goes("today")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("family", ["Atkinson Hyperlegible Next", "OpenDyslexic"])
def test_what_can_be_pressed_is_whole_and_in_sight(app: Driver, scale: float, family: str) -> None:
    app.begin("now", example=True, scale=scale, family=family, size=(900, 600))
    for key in ("Right", "Ctrl+2", "Right"):
        app.key(key)
        app.rest()
        room = app.window.rect()
        buttons = [each for each in app.window.findChildren(QAbstractButton) if each.isVisible()]
        assert len(buttons) >= 5
        boxes = [QRect(each.mapTo(app.window, QPoint()), each.size()) for each in buttons]
        for each, box in zip(buttons, boxes, strict=True):
            assert room.contains(box), each.text()
            assert each.width() >= each.minimumSizeHint().width(), each.text()
            assert not any(box.intersects(other) for other in boxes if other is not box), each.text()


def test_there_is_no_blank_room_to_scroll_through(app: Driver) -> None:
    app.begin("now", example=True)
    app.rest()
    page = app.window.findChild(NowPage)
    assert page._area.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_with_nothing_written_the_words_fit(make_page, scale: float) -> None:
    for kind in (NowPage, TodayPage):
        page = make_page(kind, scale)
        assert page._area.verticalScrollBar().maximum() == 0
        labels = [each for each in page.findChildren(QLabel) if each.isVisible() and each.text()]
        assert labels
        for label in labels:
            assert label.height() >= label.heightForWidth(label.width()), label.text()
            assert page.rect().contains(QRect(label.mapTo(page, QPoint()), label.size())), label.text()


@pytest.fixture
def make_page(qtbot, tmp_path):
    """A page of a plan without words in the smallest window."""
    from PySide6.QtWidgets import QApplication

    from wrapplanner.content.loader import load_framework
    from wrapplanner.paths import resource_root
    from wrapplanner.storage.plans import PlanStore
    from wrapplanner.ui.pages.page import PageContext
    from wrapplanner.ui.preferences import PreferenceFile
    from wrapplanner.ui.session import PlanSession
    from wrapplanner.ui.theme import Look, load_faces, load_tokens

    root, stores = resource_root(), []
    framework = load_framework(root / "framework" / "wrap" / "en")

    def make(kind: type[Page], scale: float) -> Page:
        load_faces(root)
        look = Look(load_tokens(root, "light"), root, scale)
        app = QApplication.instance()
        app.setStyleSheet(look.style_sheet())
        store = PlanStore.create(tmp_path / f"plan-{len(stores)}", "wrap")
        stores.append(store)
        context = PageContext(look, PlanSession(framework, store), PreferenceFile(tmp_path / "preferences.json"), root)
        page = kind(context)
        qtbot.addWidget(page)
        page.resize(900, 600)
        page.show()
        qtbot.waitExposed(page)
        page.set_effective_width(round(900 / scale))
        page.go_to("")
        qtbot.wait(50)
        return page

    yield make
    for store in stores:
        store.close()
