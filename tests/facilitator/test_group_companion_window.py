"""The Companion and its journal, which never reach the group's screen."""

from __future__ import annotations

from datetime import date

from group_driver import GroupDriver
from pdf.reading import story_of
from PySide6.QtGui import QTextCursor

from wrapplanner.facilitator.model.board import Board, Card
from wrapplanner.facilitator.model.keeping import After, Answer, Tally
from wrapplanner.facilitator.model.running import begin
from wrapplanner.facilitator.programmes import load_programme
from wrapplanner.facilitator.ui import kept_page
from wrapplanner.facilitator.ui.two_parts import WindowHead
from wrapplanner.paths import resource_root


def open_companion(group: GroupDriver) -> None:
    group.click("Companion")
    group.console.companion.window.resize(1200, 780)
    group.settle()


def test_the_companion_is_read_and_a_question_taken_to_the_journal(group: GroupDriver):
    group.open()
    open_companion(group)
    group.see("Eight principles", "Both give and both get")
    group.click_row("Topics", "Questions for ourselves")
    group.settle()
    group.click("Write about: What did a member teach me?")
    group.type("To wait a little longer.")
    group.wait(lambda: bool(group.console.store.journal()))
    (entry,) = group.console.store.journal()
    assert (entry.prompt, entry.text) == ("What did a member teach me?", "To wait a little longer.")
    assert entry.day == date.today()
    group.click("Begin another")
    group.type("Seed")
    group.key("Esc")
    assert group.console.companion.window is None
    assert [each.text for each in group.console.store.journal()] == ["Seed", "To wait a little longer."], "kept as it closed"

    open_companion(group)
    group.click_row("Topics", "Journal")
    group.see("To wait a little longer.", "Seed")
    cards = [each for each in group._pressable() if each.startswith("Wipe it")]
    group.click(cards[0])
    group.click("Wipe it")
    assert [each.text for each in group.console.store.journal()] == ["To wait a little longer."]


def test_the_companion_stays_off_the_group_s_screen(group: GroupDriver):
    group.open("wrap-eight", 3)
    group.pick("More", "Companion and journal")
    window = group.console.companion.window
    assert window.screen() is group.window.screen()
    assert "Eight principles" not in group.group_sees()


def test_what_was_kept_is_found_again_saved_and_wiped(group: GroupDriver, monkeypatch):
    group.open()
    store = group.console.store
    programme = load_programme(resource_root() / "sessions" / "en", "wrap-eight")
    board = Board((Card("a", "Sing in the car"), Card("b", "Rain sounds")))
    running = begin(programme, 3, 0.0).with_board("tools-board", board)
    store.keep_running(running)
    store.end(running, keep=("tools-board",), today=date(2026, 11, 19))
    store.keep_after(After("wrap-eight", 3, "Bring pens", "Ask about the tea"))
    store.keep_tally("wrap-eight", 3, Tally("I could be myself here today.").with_one(Answer.YES))
    open_companion(group)
    group.click_row("Topics", "What we kept")
    group.see("Sing in the car · Rain sounds", "Bring pens", "I could be myself here today: yes 1, partly 0, no 0")
    group.see("WRAP, eight meetings · 3 · Wellness tools")
    file = group.papers / "board.pdf"
    monkeypatch.setattr(kept_page, "ask_file", lambda parent, name: str(file))
    group.click("Save as PDF: What keeps us well")
    group.wait(file.exists)
    assert "Rain sounds" in story_of(file.read_bytes())[0]
    group.wait(lambda: "Saved as board.pdf." in group.shown())
    for name in ("Wipe it: What keeps us well", "Wipe it: WRAP, eight meetings · 3 · Wellness tools"):
        group.click(name)
        group.click("Wipe it")
    group.see("Nothing is kept yet.")
    assert (store.kept_boards(), store.sessions_kept()) == ((), ())


def test_another_look_makes_the_companion_anew_where_it_was(group: GroupDriver):
    group.open()
    open_companion(group)
    group.click_row("Topics", "Journal")
    group.click("What I think about it")
    group.type("Half a tho")
    old = group.console.companion.window
    place = old.geometry()
    group.console.preferences.change(theme="dark", scale=1.5)
    group.console.redress()
    group.settle()
    new = group.console.companion.window
    assert new is not old
    assert not old.isVisible()
    assert (new.here, new.geometry(), new.isActiveWindow()) == ("journal", place, True)
    new.journal.field.setFocus()
    new.journal.field.moveCursor(QTextCursor.MoveOperation.End)
    group.type("ught")
    group.key("Esc")
    assert group.console.companion.window is None
    assert [entry.text for entry in group.console.store.journal()] == ["Half a thought"], "it is one entry"


def test_icons_of_the_companion_follow_the_theme(group: GroupDriver):
    group.open()
    open_companion(group)

    def colours() -> set[str]:
        shown = group.console.companion.window.findChild(WindowHead).mark.pixmap().toImage()
        every = (shown.pixelColor(x, y) for x in range(shown.width()) for y in range(shown.height()))
        return {each.name() for each in every if each.alpha() == 255}

    assert group.console.look.colour("accent").name() in colours()
    before = colours()
    group.console.preferences.change(theme="dark")
    group.console.redress()
    assert group.console.look.colour("accent").name() in colours()
    assert colours() != before
