"""Sessions as they are held: two and a half hours by a clock turned by hand, a crash, two facilitators, one screen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from group_driver import TEN_O_CLOCK
from journeys.driver import pages_of, words_of
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from wrapplanner.errors import NotSaved
from wrapplanner.facilitator.model.board import Board
from wrapplanner.facilitator.model.kinds import KINDS
from wrapplanner.facilitator.model.programme import Item
from wrapplanner.facilitator.store import FOLDER, GroupStore
from wrapplanner.facilitator.ui import item_slides, papers_dialog
from wrapplanner.storage.ideas import read_ideas

SESSION = ("wrap-eight", 2)


def ideas(number: int) -> list[str]:
    return [f"Idea {each}" for each in range(1, number + 1)]


def test_every_kind_of_item_has_its_slides():
    assert set(item_slides._SLIDES) == set(KINDS.values())


def test_passing_is_said_where_something_is_asked():
    shown = item_slides.Shown("Tools", Board(), 300.0, "11:25", tuple)
    for kind in KINDS.values():
        slides = item_slides.slides_of(Item("x", kind, "X", 5, ("Hear.",), ("What?",)), shown)
        assert {slide.passes for slide in slides} == {kind.says_pass}
    assert not item_slides.helplines_slide(()).passes


def test_a_whole_session_of_two_and_a_half_hours(group):
    group.open()
    group.click("session-2")
    group.see("Group session 2 of 8", "2 h 30 left of 2 h 30", "Notes, only for you")
    assert group.conductor.running.session.minutes == 150
    agree(group)
    talk_about_a_concept(group)
    take_a_break(group)
    title = fill_the_board(group)
    take_papers_home(group)
    count_feedback(group)
    end(group, title)
    # The next meeting begins with what was carried to it.
    group.click("session-3")
    group.see("Ask about the tea")
    group.next_to("Our agreement")
    assert "What is said here stays here" in group.window.picture.accessibleName()


def agree(group):
    group.next_to("Our agreement")
    group.click("An idea for the board")
    group.type("First names only\nWhat is said here stays here\n")
    assert [card.text for card in group.conductor.board.cards] == ["First names only", "What is said here stays here"]
    assert "What is said here stays here" in group.window.picture.accessibleName()
    group.turn_clock(10)


def talk_about_a_concept(group):
    """The word stays, one question at a time comes with it, and passing is always fine."""
    concept = next(item for item in group.conductor.running.session.items if item.kind.word == "concept")
    group.next_to(concept.title)
    seen = []
    while group.item == concept:
        seen.append(group.window.picture.accessibleName())
        group.key("Ctrl+PgDown")
    assert all("Key concept" in each and concept.title in each and "Passing is fine." in each for each in seen)
    assert all(any(question in each for each in seen) for question in concept.questions)


def take_a_break(group):
    """Its clock counts in whole minutes and ends without an alarm."""
    group.next_to("Break")
    minutes = group.item.minutes
    assert f"{minutes} minutes" in group.window.picture.accessibleName()
    group.turn_clock(minutes - 4)
    assert "4 minutes" in group.window.picture.accessibleName()
    group.see(f"4 min left of {minutes} min")
    group.turn_clock(20)
    assert "It is time" in group.window.picture.accessibleName()


def fill_the_board(group) -> str:
    """Forty ideas, some typed, most pasted."""
    board = next(item for item in group.conductor.running.session.items if item.kind.word == "board")
    group.next_to(board.title)
    group.click("An idea for the board")
    group.type("Idea 1\nIdea 2\n")
    QApplication.clipboard().setText("\n".join(ideas(40)[2:]))
    group.key("Ctrl+V")
    assert [card.text for card in group.conductor.board.cards] == ideas(40)
    group.see("40 ideas, no names")
    assert group.window.picture.sheet.of > 1
    assert "Idea 40" in group.window.picture.accessibleName(), "the newest ideas are on the screen"
    group.key("Ctrl+Z")
    assert [card.text for card in group.conductor.board.cards] == ideas(2)
    group.key("Ctrl+Y")
    assert len(group.conductor.board.cards) == 40
    return board.title


def take_papers_home(group):
    """The board as a handout and as a file for planners, and worksheets for everybody."""
    assert "Idea 40" in save_paper(group, "The board, to take home", "board.pdf")
    ideas_file = group.papers / "ideas.wrapideas"
    save_paper(group, "The board, as a file for planners", ideas_file.name)
    assert "Idea 7" in read_ideas(ideas_file.read_bytes()).all
    assert len(pages_of_worksheets(group, 2)) == 2 * len(pages_of_worksheets(group, 1)) > 0


def pages_of_worksheets(group, people: int) -> list[str]:
    save_paper(group, "Worksheets for everybody", f"sheets-{people}.pdf", people)
    return pages_of(group.papers / f"sheets-{people}.pdf")


def save_paper(group, paper: str, name: str, people: int = 0, board: str = "") -> str:
    """Save one of the papers by its dialog; return the words on its pages."""
    file = group.papers / name
    group._monkeypatch.setattr(papers_dialog.QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    group.pick("More", "Papers for the group")
    group.click(paper)
    if people:
        group.click("For how many people")
        group.key("Ctrl+A")
        group.type(str(people))
    if board:
        group.choose("Which board", board)
    group.click("Save")
    group.wait(file.exists, "no paper was saved", 20_000)
    group.see(f"Saved as {name}.")
    return words_of(file) if file.suffix == ".pdf" else ""


def count_feedback(group):
    group.pick("More", "Count the feedback")
    yes = next(each for each in group.front().findChildren(QPushButton) if "Yes" in each.accessibleName())
    for _ in range(3):
        group.press(yes, yes.rect())
    group.click("Take one back")
    group.click("Done")


def end(group, title):
    """The group keeps one board; the agreement goes on to the next time; all the rest is wiped."""
    group.next_to("Check-out")
    while group.window.foot.next.accessibleName() != "End the session":
        group.key("Ctrl+PgDown")
    group.click("End the session")
    group.click(f"Keep “{title}”")
    group.click("What to carry to the next time")
    group.type("Ask about the tea")
    group.click("End it")
    group.see("WRAP, eight meetings")
    store = group.console.house.store
    assert store.running() is None
    (kept,) = store.kept_boards()
    assert [card.text for card in kept.board.cards] == ideas(40)
    assert store.agreement("wrap-eight").cards[0].text == "First names only"
    assert sum(tally.yes for tally in store.tallies(*SESSION)) == 2


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


def test_the_group_s_country_is_chosen_where_its_helplines_are_shown_and_remembered(group):
    group.open(*SESSION)
    country = "Helplines of which country?"
    assert not [box for box in group.window.findChildren(QComboBox) if box.isVisible()]
    group.click("Helpline slide")
    assert "116 123" in group.group_sees()
    assert "999" in group.group_sees()
    group.choose(country, "United States")
    group.wait(lambda: "988" in group.group_sees())
    assert "116 123" not in group.group_sees()
    assert group.focus().accessibleName() == country, "the choice keeps the focus"
    group.pick("More", "Companion and journal")
    group.console.companion.window.resize(1200, 780)
    group.settle()
    group.click_row("Topics", "Who to call")
    group.see("988")
    group.choose(country, "Ireland")
    group.see("112")
    assert "112" in group.group_sees(), "one choice, wherever it is made"
    group.console.companion.close()
    group.window.activateWindow()
    group.click("Away with the helplines")
    assert not [box for box in group.window.findChildren(QComboBox) if box.isVisible()]
    group.forget()
    group.open()
    group.click("Go on with it")
    group.click("Helpline slide")
    assert "112" in group.group_sees()
    assert next(box for box in group.window.findChildren(QComboBox) if box.isVisible()).currentText() == "Ireland"


def test_a_country_that_cannot_be_remembered_is_shown_all_the_same(group, monkeypatch):
    group.open(*SESSION)

    def refuse(place: str) -> None:
        raise NotSaved("The disk is full.")

    monkeypatch.setattr(group.console.store, "keep_country", refuse)
    group.click("Helpline slide")
    group.choose("Helplines of which country?", "Canada")
    assert "988" in group.group_sees()
    group.see("The disk is full.")


def test_helplines_as_an_item_of_the_agenda_have_the_choice_too(group):
    group.open(*SESSION)
    group.conductor.add_item(KINDS["helplines"], "Who to call", 5)
    group.next_to("Who to call")
    group.choose("Helplines of which country?", "Canada")
    assert "988" in group.group_sees()
    group.key("Ctrl+PgDown")
    assert not [box for box in group.window.findChildren(QComboBox) if box.isVisible()]


def test_each_board_is_printed_or_all_of_them(group):
    group.open(*SESSION)
    boards = [item for item in group.conductor.running.session.items if item.kind.has_board]
    assert len(boards) >= 2
    save = partial(save_paper, group, "The board, to take home")
    for number, item in enumerate(boards[:2]):
        group.conductor.go_to(item.id)
        group.conductor.add_ideas(f"Thought {number}", "")
        assert f"Thought {number}" in save(f"shown-{number}.pdf"), "the one that is shown, unless another is chosen"
    assert "Thought 0" not in words_of(group.papers / "shown-1.pdf")
    first = save("first.pdf", board=boards[0].title)
    assert "Thought 0" in first
    assert "Thought 1" not in first
    save("all.pdf", board="All of them")
    one, two = (" ".join(page.split()) for page in pages_of(group.papers / "all.pdf"))
    assert (boards[1].title in one, "Thought 1" in one) == (True, True)
    assert (boards[0].title in two, "Thought 0" in two) == (True, True)
    save_paper(group, "The board, as a file for planners", "first.wrapideas", board=boards[0].title)
    assert read_ideas((group.papers / "first.wrapideas").read_bytes()).all == ("Thought 0",)


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
