"""Look back: a month by keys, a day to read, a list beside the picture; days on paper, days taken out for good."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from journeys.driver import Driver, words_of
from pdf.reading import failures
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QTableView

from wrapplanner.domain.days import Day, Place, Tick
from wrapplanner.ui import clock
from wrapplanner.ui.widgets.lane_picture import LanePicture

TODAY = date(2025, 6, 8)
WALK = Tick("daily.every_day", "d1", "Walk by the canal")
DAYS = (
    Day(date(2025, 4, 30), Place.STEADY),
    Day(date(2025, 5, 21), Place.BREAKING, "A bad night."),
    Day(date(2025, 5, 22), Place.AFTER, "Two herons.", (WALK, Tick("daily.some_days", "s9", "Ring Jo"))),
    Day(date(2025, 5, 25), None, "", (WALK,)),
    Day(date(2025, 6, 2), Place.EARLY),
)


@pytest.fixture(autouse=True)
def sunday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def begin(app: Driver, place: str = "look-back/2025-05-22", **more: object) -> None:
    app.begin("read", **more)
    app.window.context.session.store.days.keep(DAYS)
    app.window.go(place)


def kept(app: Driver) -> list[date]:
    return [day.day for day in app.window.context.session.store.days.all()]


def test_a_month_by_keys_and_a_day_to_read(app: Driver) -> None:
    begin(app)
    assert isinstance(app.focus(), QTableView)
    app.see("May 2025", "Thursday 22 May 2025", "Coming out of it", "Walk by the canal", "Ring Jo", "Two herons.")
    app.key("Left")
    app.see("Wednesday 21 May 2025", "Breaking down", "A bad night.")
    app.see_not("Two herons.")
    app.key("Up", "Left")
    app.see("Tuesday 13 May 2025", "A blank day. Blank days are just blank.")
    app.key("PgUp")
    app.see("April 2025", "Sunday 13 April 2025")
    app.key("PgDown", "Down", "Down", "Down")
    app.see("June 2025", "Tuesday 3 June 2025")
    app.key("Left")
    app.see("Early signs")
    app.key("PgDown")
    app.see("June 2025", "Sunday 8 June 2025")
    app.key("Right")
    assert app.place() == "look-back", "tomorrow is not there to look back on"
    app.key("Ctrl+5")
    app.goes("look-back")


def test_the_picture_has_a_list_that_says_the_same(app: Driver) -> None:
    begin(app)
    picture = app.window.findChild(LanePicture)
    assert len(picture._days) == 2
    assert "“List” shows the same in words" in picture.accessibleName()
    app.click("List", QPushButton)
    table = app.find("My days, as a list", QTableView)
    model = table.model()
    said = [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]
    assert said == [
        ["Wed 21 May", "Breaking down", "", "A bad night."],
        ["Thu 22 May", "Coming out of it", "Walk by the canal, Ring Jo", "Two herons."],
        ["Sun 25 May", "", "Walk by the canal", ""],
    ]
    app.choose("Which days", "This year")
    app.key("Return")
    assert app.find("Which days", QComboBox).currentText() == "This year"
    app.wait(lambda: model.rowCount() == len(DAYS))
    month = app.find("month", QTableView)
    face = QAccessible.queryAccessibleInterface(month)
    assert face.role() is QAccessible.Role.Table
    assert month.currentIndex().data() == "Thursday 22 May, Coming out of it, something ticked, a note"


def test_a_day_leads_to_the_plan_and_to_its_ticks(app: Driver) -> None:
    begin(app)
    app.tab_to("Write it in my plan")
    app.key("Space")
    app.goes("write/after.change_plan")
    app.window.go("look-back/2025-05-21")
    app.click("Write it in my plan", QPushButton)
    app.goes("write/breaking.signs")
    app.window.go("look-back/2025-05-22")
    app.click("Change this day", QPushButton)
    app.goes("today/2025-05-22")
    app.see("Thursday 22 May")
    app.click("Ring Jo")
    app.window.go("look-back/2025-05-22")
    app.see_not("Ring Jo")


def test_a_day_and_a_span_are_taken_out_for_good_and_undone(app: Driver) -> None:
    begin(app)
    app.click("Take it out", QPushButton)
    app.see("A blank day.", "Took out 22 May 2025.")
    assert date(2025, 5, 22) not in kept(app)
    app.key("Ctrl+Z")
    app.see("Two herons.")
    app.click("Take out days", QPushButton)
    app.see("Older backups still hold these days until newer ones take their place.")
    app.tab_to("To")
    app.key("Ctrl+A")
    app.type("24 May 2025")
    app.tab_to("Take them out")
    app.key("Space")
    app.see("Took out 2 days.")
    assert kept(app) == [date(2025, 4, 30), date(2025, 5, 25), date(2025, 6, 2)]
    vault = app.window.context.session.store.vault
    assert not [row for row in vault.rows("SELECT change, inverse FROM history") if "heron" in row[0] + row[1]]
    app.key("Ctrl+Z")
    assert len(kept(app)) == len(DAYS)
    app.click("Take out days", QPushButton)
    app.click("Every day there is", QPushButton)
    assert kept(app) == []
    app.close()
    assert b"heron" not in (app.data / "plans" / "my-plan" / "plan.db").read_bytes()


def test_a_span_on_paper_for_a_talk(app: Driver, tmp_path: Path) -> None:
    begin(app)
    app.click("Print some days", QPushButton)
    app.click("My notes")
    app.click("Lines to write on, for a talk")
    paper = app.save_pdf("days.pdf")
    assert app.offered == "Looking back.pdf"
    said = words_of(paper)
    for each in ("1 May 2025 to 31 May 2025", "Coming out of it", "Ring Jo", "Two herons.", "What I would like to talk about"):
        assert each in said
    assert "30 April" not in said
    assert not failures(paper.read_bytes(), tmp_path)
    assert app.window.context.session.store.edition().version == 1, "it is no copy of the plan"
    app.find("From", QLineEdit).setText("whenever")
    app.click("Save as PDF", QPushButton)
    app.see("These do not read as days yet.")
    app.key("Esc")


def test_no_other_paper_shows_a_day(app: Driver) -> None:
    begin(app)
    said = app.save_whole_plan()
    assert "herons" not in said


def test_a_year_is_read_day_by_day_once(app: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    """Own work, counted: a month is one reading of its rows, a year one more; no row is read twice for one look."""
    begin(app)
    store = app.window.context.session.store
    store.days.keep([Day(date(2024, 1, 1) + timedelta(n), Place.STEADY) for n in range(366)])
    asked: list[str] = []
    rows = store.vault.rows
    monkeypatch.setattr(store.vault, "rows", lambda statement, *values: asked.append(statement) or rows(statement, *values))
    app.window.go("look-back/2024-02-10")
    assert len([each for each in asked if "FROM days" in each]) <= 3
