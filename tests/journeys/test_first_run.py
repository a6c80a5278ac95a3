"""From the first start to a plan on paper."""

from __future__ import annotations

from journeys.driver import Driver, pages_of, words_of
from PySide6.QtWidgets import QPushButton

from wrapplanner.domain.kinds import Kind
from wrapplanner.domain.progress import next_unwritten

SIX = (
    "Walking by the canal",
    "My sister Jo",
    "Sit with me quietly",
    "Do not turn the big light on",
    "I stop answering messages",
    "Ring Jo before noon",
)


def write_six(app: Driver) -> None:
    """Start a plan and write the six first answers, by keys."""
    app.open()
    app.see("Does anyone else use this computer?", "What you write stays with you and is never sent anywhere.")
    app.click("No, only me")
    app.click("Start my plan")
    for words in SIX:
        if app.question().kind is Kind.PEOPLE:
            app.key("Return")
            app.type(words)
            app.key("Ctrl+Return")
        else:
            app.type(words)
        app.key("Ctrl+Return")
    app.goes("print/crisis-plan")


def test_first_run_to_printed_plan(app: Driver) -> None:
    write_six(app)
    assert app.saved() == "Saved"
    crisis = words_of(app.save_pdf("crisis.pdf"))
    assert app.offered.endswith(".pdf")
    assert app.offered == "Crisis plan.pdf"  # nobody's name is in it
    for words in SIX[1:4]:
        assert words in crisis
    whole = app.save_whole_plan()
    for words in SIX:
        assert words in whole
    app.close()
    assert (app.data / "plans" / "my-plan" / "plan.db").is_file()
    for file in app.data.rglob("*"):
        if file.is_file():
            kept = file.read_bytes()
            for words in SIX:
                assert words.encode() not in kept
                assert words.encode("utf-16-le") not in kept


def test_six_answers_make_one_page_that_makes_sense(app: Driver) -> None:
    write_six(app)
    pages = pages_of(app.save_pdf("crisis.pdf"))
    assert len(pages) <= 2
    for words in SIX[1:4]:
        assert words in pages[0]
    said = " ".join(pages)
    blank = [each for each in app.framework.part_of("crisis.do").questions if each.id not in app.framework.starter]
    titles = {app.framework.question(each).title for each in app.framework.starter}
    assert not [each.title for each in blank if each.title not in titles and f" {each.title} " in said]
    app.key("Ctrl+3")
    app.see(*SIX)


def test_after_the_six_one_carries_on_with_what_is_not_written_yet(app: Driver) -> None:
    write_six(app)
    app.window.go("read")
    app.click("Carry on writing")
    assert app.place().startswith("write/")
    assert app.question() == next_unwritten(app.plan, app.framework)
    app.click("Not now")
    app.goes("read")
    app.click("Write", QPushButton)
    app.click("Not now")
    app.goes("read")
    assert app.find("Read", QPushButton).isChecked()


def test_amid_the_six_one_carries_on_where_one_left(app: Driver) -> None:
    app.open()
    app.click("Start my plan")
    app.type(SIX[0])
    app.key("Ctrl+Return")
    app.click("Not now")
    app.click("Carry on writing")
    app.goes(f"start/{app.framework.starter[1]}")
