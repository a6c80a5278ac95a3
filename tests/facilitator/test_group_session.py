"""Sessions as they are held: a crash in the middle, two facilitators, the agenda, one screen, the door."""

from __future__ import annotations

from dataclasses import replace

from group_driver import TEN_O_CLOCK
from test_group_whole_session import SESSION, ideas

from wrapplanner.facilitator.model.board import Board
from wrapplanner.facilitator.model.kinds import KINDS
from wrapplanner.facilitator.model.programme import Item
from wrapplanner.facilitator.store import FOLDER, GroupStore
from wrapplanner.facilitator.ui import item_slides


def test_every_kind_of_item_has_its_slides():
    assert set(item_slides._SLIDES) == set(KINDS.values())


def test_passing_is_said_where_something_is_asked():
    shown = item_slides.Shown("Tools", Board(), 300.0, "11:25", tuple)
    for kind in KINDS.values():
        slides = item_slides.slides_of(Item("x", kind, "X", 5, ("Hear.",), ("What?",)), shown)
        assert {slide.passes for slide in slides} == {kind.says_pass}
    assert not item_slides.helplines_slide(()).passes


def test_a_crash_in_the_middle_loses_no_card(group):
    group.open(*SESSION)
    board = next(item for item in group.conductor.running.session.items if item.kind.word == "board")
    group.next_to(board.title)
    group.turn_clock(12)
    group.click("An idea for the board")
    group.type("".join(f"{idea}\n" for idea in ideas(5)))
    group.type("half an id")
    # Killed: nothing is closed, no file is let go, and another process opens what is on the disk.
    folder, copy = group.data / FOLDER, group.data.parent / "after"
    (copy / FOLDER).mkdir(parents=True)
    for file in folder.iterdir():
        if file.is_file():
            (copy / FOLDER / file.name).write_bytes(file.read_bytes())
    store = GroupStore.open(copy / FOLDER)
    found = store.running()
    store.close()
    assert found is not None
    assert found.item.title == board.title
    assert [card.text for card in found.board(found.at).cards] == ideas(5)
    assert found.seconds_spent(found.at, group.now) == 12 * 60
    group.forget()
    group.data = copy
    group.open()
    group.see("A session is still open")
    group.click("Go on with it")
    assert [card.text for card in group.conductor.board.cards] == ideas(5)
    assert group.item.title == board.title


def test_two_facilitators_hand_over(group):
    group.open(*SESSION)
    item = group.item
    noted = replace(item, notes=("A: Greet.", "B: Watch the door.", "Smile."))
    group.conductor.change_agenda(lambda session: session.with_item(noted))
    group.see("Notes for A, only for you", "Greet.", "Smile.", "For B: Watch the door.")
    group.click("Hand over; A speaks now")
    group.see("Notes for B, only for you", "Watch the door.", "For A: Greet.")
    assert not any(word in group.group_sees() for word in ("Greet", "Watch", "Smile"))


def test_the_agenda_is_changed_while_it_runs_and_its_minutes_add_up(group):
    group.open(*SESSION)
    titles = [item.title for item in group.conductor.running.session.items]
    group.tab_to("Agenda")
    group.key("Down", "Down", "Alt+Down")
    now = [item.title for item in group.conductor.running.session.items]
    assert now[2:4] == titles[3:1:-1]
    group.key("F2")
    group.key("Ctrl+A")
    group.type("45")
    group.click("Change it")
    total = group.conductor.running.session.minutes
    assert any(item.minutes == 45 for item in group.conductor.running.session.items)
    group.see(f"The minutes add up to {total // 60} h {total % 60:02}.")
    group.click("Break now")
    assert group.item.kind.word == "break"
    assert group.conductor.running.session.minutes == total + 10
    group.click("Add an item")
    group.choose("What kind", "A question to talk about")
    group.click("Title")
    group.type("What helps at night?")
    group.click("Add it")
    group.click("Next: What helps at night?")
    assert group.item.title == "What helps at night?"
    group.tab_to("Agenda")
    group.key("Home", "Return")
    assert group.conductor.running.place == 0


def test_pausing_stops_the_time_and_helplines_are_one_press_away(group):
    group.open(*SESSION)
    group.turn_clock(3)
    group.pick("More", "Pause the time")
    group.see("Paused")
    left = group.conductor.running.seconds_left(group.now)
    group.turn_clock(30)
    assert group.conductor.running.seconds_left(group.now) == left
    group.pick("More", "Go on after the pause")
    group.turn_clock(1)
    assert group.conductor.running.seconds_left(group.now) == left - 60
    group.click("Helpline slide")
    assert "116 123" in group.window.picture.accessibleName()
    group.key("Ctrl+PgDown")
    assert "116 123" not in group.window.picture.accessibleName()


def test_one_screen_is_a_full_way_of_working(group):
    group.open(*SESSION)
    group.key("F5")
    assert group.audience.isVisible()
    assert group.window.isHidden(), "with one screen the notes are out of sight"
    assert [each for each in group.audience.findChildren(object) if hasattr(each, "isVisible") and each.isVisible()] == [
        group.audience.view
    ], "nothing but the slide"
    place = group.conductor.running.place
    for key in ("Space", "Right", "PgDown"):
        before = (group.conductor.running.place, group.group_sees())
        group.key(key)
        assert (group.conductor.running.place, group.group_sees()) != before
    while group.conductor.running.place or not group.conductor.is_at_start:
        group.key("Left")
    assert group.conductor.running.place == place
    group.key("F8")
    assert group.group_sees() == ""
    group.key("Space")
    assert group.group_sees() == "", "what is hidden stays hidden"
    group.key("F8")
    assert group.group_sees()
    # On a board, typing brings the bar with its field; Esc takes the bar away, and then brings it again.
    board = next(item for item in group.conductor.running.session.items if item.kind.word == "board")
    group.next_to(board.title, "Space")
    group.type("Tea\n")
    assert [card.text for card in group.conductor.board.cards] == ["Tea"]
    assert "Tea" in group.group_sees()
    assert not any(note in group.shown() for note in board.notes)
    group.key("Esc")
    assert group.audience.bar is None
    group.key("Esc")
    group.click("My notes: everyone will see them")
    assert group.window.isVisible()
    assert not group.audience.isVisible()
    group.see("Notes, only for you")


def test_the_door_and_leaving(group):
    group.open()
    group.see("Group sessions", "WRAP, eight meetings", "Peer support course")
    assert not (group.data / "plans").exists(), "no plan is made, and none is needed"
    group.click("session-1")
    assert group.now == TEN_O_CLOCK
    group.window.close()
    group.settle()
    group.see("A session is still open", "Go on with it")
    group.click("Leave")
    assert group.left


def test_the_example_plan_is_asked_for_as_a_window_of_its_own(group):
    group.open(*SESSION)
    group.pick("More", "Show the example plan")
    assert group.example.told[0].startswith("stay 0 0 ")
    group.window.close()
    assert not group.example.is_open
