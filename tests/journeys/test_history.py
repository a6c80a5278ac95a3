"""What changed in my plan, reading it as it was, bringing back; by keys, and at any size."""

from __future__ import annotations

from datetime import date, timedelta

from journeys.driver import Driver
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QPlainTextEdit, QTextBrowser

from wrapplanner.domain.kinds import spoken_date
from wrapplanner.ui.pages.history_words import spoken_day

TODAY = date.today()


def take_out(app: Driver, place: str, words: str) -> None:
    app.window.go(place)
    app.settle()
    view = app.question().prompt
    app.key("Esc")
    app.go_to_row(view, words)
    app.key("Delete")
    app.see(f"Took out “{words}”.")


def test_a_line_taken_out_is_told_and_brought_back_at_its_place_and_that_can_be_undone(app: Driver) -> None:
    app.begin("write/early.signs")
    take_out(app, "write/early.signs", "I hide my post")
    app.reopen()
    app.key("Ctrl+3")
    app.tab_to("What changed")
    app.key("Space")
    app.goes("history")
    app.see("What changed", "Took out “I hide my post”.", "Early warning signs")
    app.tab_to("Bring back: I hide my post")
    app.key("Space")
    assert [entry.text for entry in app.plan.entries("early.signs")] == ["Café lights hurt", "I hide my post", "No songs"]
    app.see("It is in your plan again.")
    app.see_not("Took out “I hide my post”.")
    app.focus()
    app.key("Ctrl+Z")
    assert [entry.text for entry in app.plan.entries("early.signs")] == ["Café lights hurt", "No songs"]
    app.see("Took out “I hide my post”.")
    app.key("Esc")
    app.goes("read")


def test_edits_of_a_line_are_told_as_one(app: Driver) -> None:
    app.begin("write/early.signs")
    for letters in (" at", " all"):
        field = app.focus()
        assert isinstance(field, QPlainTextEdit)
        app.type("I sleep late" if letters == " at" else letters)
        app.key("Return")
    app.key("Esc")
    app.window.go("history")
    app.see("“I sleep late”")
    assert app.shown().count("I sleep late") == 1


def test_the_plan_is_read_as_it_was_and_a_part_comes_back(app: Driver) -> None:
    app.begin("read")
    app.close()
    long_ago = (TODAY - timedelta(days=400)).isoformat()
    backdate(app, long_ago)
    app.open()
    take_out(app, "write/early.signs", "No songs")
    app.window.go("history")
    app.see("This is where your plan begins.")
    app.click(f"Read my plan as it was on {spoken_day(long_ago, 'en-GB')}")
    app.goes(f"past/{long_ago}")
    then = spoken_date(long_ago)
    app.see(f"My plan as it was on {then}.", "No songs", "Café lights hurt")
    text = app.find(f"My plan as it was on {then}", QTextBrowser)
    assert isinstance(text, QTextBrowser)
    assert app.focus() is text
    links = [link for link in hrefs(text) if link.startswith("bring-back/")]
    assert links == ["bring-back/early"], "only what differs can be brought back"
    app.key("Tab")  # Qt's own way through the links of a document
    app.wait(lambda: text.textCursor().hasSelection())
    app.key("Return")
    assert [entry.text for entry in app.plan.entries("early.signs")] == ["Café lights hurt", "I hide my post", "No songs"]
    app.see(f"“Early warning signs” is as it was on {then}.")
    assert not [link for link in hrefs(text) if link.startswith("bring-back/")]
    app.key("Ctrl+Z")
    assert len(app.plan.entries("early.signs")) == 2
    app.key("Esc")
    app.goes("history")
    app.window.go("past/1999-01-01")
    app.see("On 1 January 1999 nothing was written yet.")


def backdate(app: Driver, day: str) -> None:
    """Let the plan's first change have happened long ago."""
    from wrapplanner.storage.plans import PlanStore, plan_folder

    store = PlanStore.open(plan_folder(app.data, "my-plan"))
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE history SET day = ?", (day,))
    store.close()


def hrefs(text: QTextBrowser) -> list[str]:
    found, block = [], text.document().begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            if href := iterator.fragment().charFormat().anchorHref():
                found.append(QUrl(href).toString())
            iterator += 1
        block = block.next()
    return sorted(set(found))
