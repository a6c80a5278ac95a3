"""Papers and files from the presenter's menu; the Companion and its journal, which never reach the group's screen."""

from __future__ import annotations

from datetime import date

from group_driver import GroupDriver
from pdf.reading import story_of

from wrapplanner.facilitator.ui import papers_dialog
from wrapplanner.storage.ideas import read_ideas


def write_board(group: GroupDriver) -> None:
    group.open("wrap-eight", 3)
    group.next_to("What keeps us well")
    group.conductor.add_ideas("Sing in the car\nGrow cress\nRain sounds", "g0")


def open_companion(group: GroupDriver) -> None:
    group.click("Companion")
    group.console.companion.window.resize(1200, 780)
    group.settle()


def choose(group: GroupDriver, monkeypatch, what: str, name: str):
    file = group.papers / name
    monkeypatch.setattr(papers_dialog, "ask_file", lambda parent, offered: str(file))
    group.pick("More", "Papers and files")
    group.choose("What you would like", what)
    group.click("Save it")
    group.wait(file.exists, f"{what} was not saved")
    group.settle()
    return file


def test_the_board_goes_home_as_a_handout_and_as_a_file_of_ideas(group: GroupDriver, monkeypatch):
    write_board(group)
    (page,) = story_of(choose(group, monkeypatch, "Handout: What keeps us well", "a.pdf").read_bytes())
    assert "Calm and quiet" in page
    assert "Rain sounds" in page
    group.see("Saved as a.pdf.")
    ideas = read_ideas(choose(group, monkeypatch, "Ideas file: What keeps us well", "b.wrapideas").read_bytes())
    assert (ideas.all, ideas.question) == (("Sing in the car", "Grow cress", "Rain sounds"), "toolbox.tools")


def test_worksheets_are_for_so_many_people_and_a_disk_that_refuses_is_told(group: GroupDriver, monkeypatch):
    write_board(group)
    one = story_of(choose(group, monkeypatch, "Agenda", "c.pdf").read_bytes())
    assert len(one) == 1
    monkeypatch.setattr(papers_dialog, "ask_file", lambda parent, offered: str(group.papers / "no" / "d.pdf"))
    group.pick("More", "Papers and files")
    group.choose("What you would like", "Worksheets")
    group.click("For how many people")
    group.key("Ctrl+A")
    group.type("2")
    group.click("Save it")
    group.wait(lambda: "could not be saved" in group.shown())
    monkeypatch.setattr(papers_dialog, "ask_file", lambda parent, offered: str(group.papers / "d"))
    group.click("Save it")
    group.wait((group.papers / "d.pdf").exists)
    pages = story_of((group.papers / "d.pdf").read_bytes())
    assert len(pages) % 2 == 0
    assert pages[0] == pages[len(pages) // 2].replace(f"Page {len(pages) // 2 + 1} of", "Page 1 of")


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
    write_board(group)
    group.pick("More", "Companion and journal")
    window = group.console.companion.window
    assert window.screen() is group.window.screen()
    assert "Eight principles" not in group.group_sees()
