"""Now: one thing a screen, five doors, nothing recorded; it follows where one is, and works with nothing written at all."""

from __future__ import annotations

import pytest
from journeys.driver import Driver
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton

from wrapplanner.domain.changes import replacement
from wrapplanner.domain.days import Day, Place
from wrapplanner.domain.now import Door, Lead, screens
from wrapplanner.domain.plan import Entry, Person, Plan, Tool, ToolState
from wrapplanner.errors import Way
from wrapplanner.ui import clock
from wrapplanner.ui.pages.now import NowPage
from wrapplanner.ui.pages.unlock import UnlockPage
from wrapplanner.ui.widgets.now_doors import NowDoor

HELPS, CALL, LINES, SHOW, PRINT = "Try a tool", "Who to call", "Helplines", "Show someone", "Print it"


def test_a_number_is_two_keys_away_and_the_doors_do_not_lead_away(app: Driver) -> None:
    app.begin("read", example=True)
    app.key("F9")
    app.see("Walk to the canal and back", "Boots by the door. Turn round at lock 4.")
    assert app.focus().objectName() == "nowNext"
    app.key("Ctrl+2")
    assert app.place() == "now"
    app.see("Call  ·  1 of 6", "Jo Lantern, my sister", "07700 900142", "Then: Neighbour downstairs")
    assert app.find(CALL, NowDoor).is_here
    app.key("Space")
    app.see("Neighbour downstairs", "01632 960217")
    app.key("Left", "Left")
    assert app.find(HELPS, NowDoor).is_here
    app.click(CALL, NowDoor)
    app.see("07700 900142")
    app.key("Ctrl+3")
    app.see("My own helpline", "Canalside warm line", "01632 960177")
    app.key("Right", "Right")
    app.see("Emergency services", "999", "Check the number: this list is from 21 November 2026.")
    app.key("F9")
    app.see("Walk to the canal and back")
    app.key("Esc")
    app.goes("read")
    app.key("Ctrl+2")
    app.goes("today")


def test_next_walks_from_tools_to_people_to_helplines_to_the_summary(app: Driver) -> None:
    app.begin("now", example=True)
    doors = []
    for _ in range(60):
        if app.place() != "now":
            break
        here = next(each.text() for each in app.window.findChildren(NowDoor) if each.is_here)
        if here not in doors:
            doors.append(here)
        app.key("Space")
    assert doors == [HELPS, CALL, LINES]
    app.goes("show")
    app.see("Please read this: Wren Elizabeth Fairweather", "Penicillin", "Please do not", "Jo Lantern")
    assert app.window.isFullScreen()
    app.key("Esc")
    app.goes("now")
    assert not app.window.isFullScreen()
    app.key("F11")
    app.goes("show")
    app.key("F11")
    app.goes("now")
    app.key("Ctrl+P")
    app.goes("print")
    assert app.find("document-crisis-summary", QAbstractButton).isChecked()


@pytest.mark.parametrize(
    ("place", "first", "note"),
    [
        (Place.UPSET, "upsets.do", "When something upsets my balance"),
        (Place.EARLY, "early.must", "Early signs: what I must do"),
        (Place.BREAKING, "breaking.must", "What I must do now"),
        (Place.CRISIS, "crisis.do", "Please do"),
        (Place.AFTER, "after.every_day", "While I come back"),
    ],
)
def test_it_follows_where_one_says_one_is(app: Driver, place: Place, first: str, note: str) -> None:
    app.begin("read", example=True)
    app.window.context.session.days.mark(Day(clock.today(), place), "")
    app.key("F9")
    app.see(app.plan.words(app.plan.entries(first)[0]), note)
    app.key("Ctrl+2")
    app.see("Jo Lantern, my sister")


def test_nothing_is_recorded(app: Driver) -> None:
    app.begin("part/early", example=True)
    before = (app.data / "preferences.json").read_text("utf-8")
    app.key("F9", "Right", "Ctrl+2", "Ctrl+3", "F11", "Esc")
    app.goes("now")
    assert (app.data / "preferences.json").read_text("utf-8") == before
    assert app.window.context.session.store.vault.rows("SELECT count(*) FROM days") == [(0,)]
    assert not app.window.context.session.undo_stack.canUndo()
    app.close()
    app.open()
    assert app.place() == "part/early"


def test_the_country_is_changed_on_the_spot_and_papers_follow(app: Driver) -> None:
    app.begin("now", example=True)
    app.key("Ctrl+3")
    app.choose("Helplines of which country?", "Ireland")
    app.key("Return")
    app.key("Ctrl+3", "Right", "Right")
    app.see("112")
    app.key("Esc")
    assert app.preferences.country == "Ireland"
    app.key("Ctrl+4")
    app.goes("print")
    app.click("document-crisis-summary")
    app.rest()
    from journeys.driver import words_of

    said = words_of(app.save_pdf())
    assert "112" in said
    app.window.go("settings/helplines")
    app.see("Ireland")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_helplines_need_no_unlocking(app: Driver, scale: float) -> None:
    app.begin("settings/locking", scale=scale, size=(900, 600), code_offered=True, country="Ireland")
    said = []
    page = UnlockPage(app.window.context.look, lambda way, words: said.append(words), (Way.PASSPHRASE,), country="Ireland")
    app.window.cover(page)
    page.focus_start()
    app.rest()
    app.see("Need to talk to someone now?")
    if scale == 1.0:
        app.see("Samaritans Ireland 116 123")
    strip = app.find("All helplines", QPushButton)
    assert app.window.rect().contains(QRect(strip.mapTo(app.window, QPoint()), strip.size()))
    field = app.focus()
    assert app.window.rect().contains(QRect(field.mapTo(app.window, QPoint()), field.size()))
    app.tab_to("All helplines")
    app.key("Space")
    app.see("Helplines", "116 123", "Check the number: this list is from 21 November 2026.")
    app.key("Esc")
    app.window.uncover()


def test_a_plan_with_nothing_has_three_gentle_things_and_helplines(app: Driver) -> None:
    app.begin("read")
    session = app.window.context.session
    session.do(replacement(app.plan, Plan("wrap")))
    app.key("F9")
    for said in ("Take a slow breath out.", "Drink a glass of water.", "Feet on the floor. Look round."):
        app.see(said, "It is ours, not from your plan.")
        app.key("Right")
    app.see("Emergency services", "999")
    assert not app.has(CALL)
    app.key("F11")
    app.see("There is nothing in the crisis plan yet.", "999")


def test_one_thing_is_enough(app: Driver) -> None:
    app.begin("read")
    app.window.context.session.do(replacement(app.plan, Plan("wrap", tools=(Tool("t", "Hum"),))))
    app.key("F9")
    app.see("Hum")
    app.key("Right")
    app.see("999")


def test_who_is_called_and_who_never() -> None:
    from journeys.driver import resource_root

    from wrapplanner.content.loader import load_framework

    framework = load_framework(resource_root() / "framework" / "wrap" / "en")
    people = (Person("a", "Ann", "My sister", ("1",)), Person("b", "Ben"), Person("c", "Cy", phones=("3",)))
    plan = Plan(
        "wrap",
        {
            "breaking.call": (Entry("1", person="b", note="Knock"), Entry("2", text="My doctor"), Entry("3", person="c")),
            "crisis.supporters": (Entry("4", person="a"), Entry("5", person="b")),
            "crisis.not_involved": (Entry("6", person="c"),),
        },
        (Tool("x", "Not mine", state=ToolState.NOT_FOR_ME),),
        people,
    )
    made = screens(framework, plan, None, ())
    assert [(each.words, each.numbers) for each in made if each.door is Door.CALL] == [
        ("Ben", ()),
        ("My doctor", ()),
        ("Ann, my sister", ("1",)),
    ]
    assert [each.lead for each in made if each.door is Door.HELPS] == [Lead.OURS] * 3


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("family", ["Atkinson Hyperlegible Next", "OpenDyslexic"])
def test_what_can_be_pressed_is_whole_and_in_sight(app: Driver, scale: float, family: str) -> None:
    app.begin("now", example=True, scale=scale, family=family, size=(900, 600), code_offered=True)
    for key in ("Right", "Ctrl+2", "Right", "Ctrl+3"):
        app.key(key)
        app.rest()
        room = app.window.rect()
        buttons = [each for each in app.window.findChildren(QAbstractButton) if each.isVisible()]
        assert len(buttons) >= 7
        boxes = [QRect(each.mapTo(app.window, QPoint()), each.size()) for each in buttons]
        for each, box in zip(buttons, boxes, strict=True):
            assert room.contains(box), each.text()
            assert each.width() >= each.minimumSizeHint().width(), each.text()
            assert not any(box.intersects(other) for other in boxes if other is not box), each.text()
            if isinstance(each, NowDoor):
                assert each.height() >= each.height_for(each.width()), each.text()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_number_is_whole_on_the_first_look_in_the_smallest_window(app: Driver, scale: float) -> None:
    app.begin("now", example=True, scale=scale, size=(900, 600), code_offered=True)
    app.key("Ctrl+2")
    app.rest()
    number = next(each for each in app.window.findChildren(QLabel) if each.isVisible() and each.text() == "07700 900142")
    area = app.window.findChild(NowPage)._area
    box = QRect(number.mapTo(area.viewport(), QPoint()), number.size())
    assert area.viewport().rect().contains(box)
    assert number.height() < 2 * number.fontMetrics().lineSpacing(), "on one line"


def test_there_is_no_blank_room_to_scroll_through(app: Driver) -> None:
    app.begin("now", example=True)
    app.rest()
    assert app.window.findChild(NowPage)._area.verticalScrollBar().maximum() == 0
    assert isinstance(app.focus(), QPushButton)


def test_enter_opens_a_door_as_space_does(app: Driver) -> None:
    app.begin("now", example=True)
    app.tab_to(LINES)
    app.key("Return")
    app.see("Canalside warm line")
    assert app.find(LINES, NowDoor).is_here
