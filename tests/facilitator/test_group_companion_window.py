"""The Companion and its journal, which never reach the group's screen."""

from __future__ import annotations

from datetime import date

from group_driver import GroupDriver


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
