"""Today: by keys alone one says where one is, ticks, writes a note; undo, yesterday, midnight; nothing kept if one likes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from journeys.driver import Driver, seen
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from wrapplanner.domain.days import Day, Place, Span
from wrapplanner.ui import clock
from wrapplanner.ui.pages.today import TodayPage
from wrapplanner.ui.widgets.tick_rows import TickRow
from wrapplanner.ui.widgets.weather import WeatherCard

TODAY = date(2026, 6, 8)


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def kept(app: Driver, day: date = TODAY) -> Day:
    """What the file says of a day, past the page and the book."""
    return app.window.context.session.store.days.day(day)


def test_a_day_by_keys_alone(app: Driver) -> None:
    app.begin("today", example=True)
    app.see("Monday 8 June")
    assert isinstance(app.focus(), WeatherCard)
    app.key("Right", "Right")
    assert kept(app).is_blank, "walking through the weather says nothing"
    app.key("Space")
    assert kept(app).place is Place.EARLY
    app.see("You noticed. You wrote down what to do next.")
    app.tab_to("Curtains open before the kettle, Morning")
    app.key("Down", "Space", "Down", "Down", "Space")
    assert [tick.words for tick in kept(app).ticks] == ["Tablet with breakfast", "Outside once, even if it is only the step"]
    app.key("Space")
    assert [tick.words for tick in kept(app).ticks] == ["Tablet with breakfast"]
    app.tab_to("Ring Jo")
    app.key("Space")
    app.tab_to("A note for today")
    app.type("Frost on the boats.")
    app.key("Tab")
    assert kept(app).note == "Frost on the boats."
    assert app.saved() == "Saved"
    app.key("Ctrl+Z")
    assert kept(app).note == ""
    app.key("Ctrl+Z")
    assert [tick.words for tick in kept(app).ticks] == ["Tablet with breakfast"]
    app.key("Ctrl+Y")
    assert app.find("Ring Jo", TickRow).isChecked()
    app.reopen()
    app.see("Monday 8 June")
    assert app.find("Ring Jo", TickRow).isChecked()
    assert app.find("Early signs", WeatherCard).isChecked()
    app.click("Open what I can do", QPushButton)
    app.goes("read/early")


def test_a_place_can_be_taken_back_and_each_leads_to_its_part(app: Driver) -> None:
    app.begin("today", example=True)
    ways = {
        "Steady": "read/daily",
        "Something has upset my balance": "read/upsets",
        "Early signs": "read/early",
        "Breaking down": "read/breaking",
        "Crisis": "read/crisis",
        "Coming out of it": "after",
    }
    for name, place in ways.items():
        app.click(name, WeatherCard)
        button = app.window.findChild(TodayPage)._weather._open
        app.press(button, button.rect())
        app.goes(place)
        app.window.go("today")
    app.click("Coming out of it", WeatherCard)
    assert kept(app).is_blank
    app.see_not("Open my way back")
    assert not any(each.isChecked() for each in app.window.findChildren(WeatherCard) if each.isVisible())


def test_yesterday_can_be_filled_in_and_keeps_the_words_of_its_day(app: Driver) -> None:
    app.begin("today")
    app.click("Yesterday", QPushButton)
    app.see("Yesterday, Sunday 7 June")
    app.click("Walk by the canal", TickRow)
    yesterday = TODAY - timedelta(days=1)
    assert kept(app).is_blank
    assert [tick.words for tick in kept(app, yesterday).ticks] == ["Walk by the canal"]
    app.click("Back to today", QPushButton)
    assert not app.find("Walk by the canal", TickRow).isChecked()
    app.click("Change the list: Every day", QPushButton)
    app.goes("write/daily.every_day")
    app.key("Esc", "Home", "Delete")
    app.window.go("today/yesterday")
    assert app.find("Walk by the canal", TickRow).isChecked(), "the list changed, that day did not"


def test_a_new_day_starts_clean_while_the_window_is_open(app: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    app.begin("today")
    app.click("Walk by the canal", TickRow)
    app.click("Steady", WeatherCard)
    app.tab_to("A note for today")
    app.type("Late")
    monkeypatch.setattr(clock, "today", lambda: TODAY + timedelta(days=1))
    app.window.findChild(TodayPage)._watch.timeout.emit()
    app.see("Tuesday 9 June")
    assert not app.find("Walk by the canal", TickRow).isChecked()
    assert app.find("A note for today", QPlainTextEdit).toPlainText() == ""
    assert (kept(app).note, kept(app).place) == ("Late", Place.STEADY), "what was typed belongs to the day it was typed on"
    assert kept(app, TODAY + timedelta(days=1)).is_blank


def test_keeping_no_days_writes_nothing(app: Driver) -> None:
    app.begin("settings/days")
    app.tab_to("Keep my days")
    app.key("Space")
    app.window.go("today")
    app.click("Walk by the canal", TickRow)
    app.click("Steady", WeatherCard)
    app.see("You chose to keep no days.")
    assert kept(app).is_blank
    assert app.window.context.session.days.day(TODAY).place is Place.STEADY
    app.reopen()
    assert not app.find("Walk by the canal", TickRow).isChecked()
    app.window.go("settings/days")
    app.click("Keep my days")
    app.window.go("today")
    app.click("Walk by the canal", TickRow)
    assert kept(app).ticks


def test_a_full_disk_keeps_ticks_in_order_until_there_is_room(app: Driver) -> None:
    app.begin("today")
    raw = app.window.context.session.store.vault.raw
    raw.execute("PRAGMA query_only = ON")
    app.click("Walk by the canal", TickRow)
    app.click("Steady", WeatherCard)
    assert app.saved() != "Saved"
    assert app.find("Walk by the canal", TickRow).isChecked()
    raw.execute("PRAGMA query_only = OFF")
    app.click("Early signs", WeatherCard)
    assert (kept(app).place, len(kept(app).ticks)) == (Place.EARLY, 1)
    assert app.saved() == "Saved"


def test_days_that_cannot_be_read_are_told_and_not_written_over(app: Driver) -> None:
    app.begin("read")
    store = app.window.context.session.store
    store.days.keep([Day(TODAY, Place.AFTER, "mine")])
    store.vault.raw.execute("DELETE FROM safekeeping WHERE key LIKE 'digest-days-%'")
    app.reopen()
    app.window.go("today")
    app.see("This plan's file does not say what was last written in it: parts of it are older.")
    assert not app.window.findChildren(TickRow)
    app.window.go("look-back")
    app.see("This plan's file does not say what was last written in it: parts of it are older.")
    rows = app.window.context.session.store.vault.rows("SELECT place, note FROM days")
    assert rows == [("after", "mine")]


@pytest.mark.parametrize("place", ["today", "look-back", "after/after.timetable", "settings/days", "show"])
@pytest.mark.parametrize("family", ["Atkinson Hyperlegible Next", "OpenDyslexic"])
def test_no_words_are_cut_at_200_percent(app: Driver, place: str, family: str) -> None:
    app.begin(place, example=True, scale=2.0, family=family, size=(900, 600), code_offered=True)
    app.rest()
    page = app.window.centralWidget()
    for each in seen(page):
        if isinstance(each, QLabel) and each.text() and each.wordWrap():
            assert each.height() >= each.heightForWidth(each.width()) - 2, each.text()
        at = QRect(each.mapTo(app.window, QPoint()), each.size())
        assert at.right() <= app.window.width() or not at.width(), f"{each} {each.accessibleName()}"
    for row in app.window.findChildren(TickRow):
        assert row.height() >= row.heightForWidth(row.width())


def test_what_a_screen_reader_is_told(app: Driver) -> None:
    app.begin("today")
    row = QAccessible.queryAccessibleInterface(app.find("Walk by the canal", TickRow))
    assert row.role() is QAccessible.Role.CheckBox
    assert row.text(QAccessible.Text.Description) == "1 of 1"
    assert not row.state().checked
    app.click("Walk by the canal", TickRow)
    assert row.state().checked
    card = QAccessible.queryAccessibleInterface(app.find("Steady", WeatherCard))
    assert (card.text(QAccessible.Text.Name), card.state().checkable) == ("Steady", True)


def test_nothing_of_a_day_is_in_the_preferences(app: Driver) -> None:
    app.begin("today")
    app.click("Crisis", WeatherCard)
    app.tab_to("A note for today")
    app.type("Canary")
    app.close()
    said = (app.data / "preferences.json").read_text("utf-8")
    assert "Canary" not in said
    assert "risis" not in said
    app.open()
    assert len(app.window.context.session.days.between(Span.month(TODAY))) == 1
