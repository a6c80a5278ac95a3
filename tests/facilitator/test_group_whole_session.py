"""A whole session of two and a half hours, held by a clock that is turned by hand."""

from __future__ import annotations

from journeys.driver import pages_of, words_of
from PySide6.QtWidgets import QApplication, QPushButton

from wrapplanner.facilitator.ui import papers_dialog
from wrapplanner.storage.ideas import read_ideas

SESSION = ("wrap-eight", 2)


def ideas(number: int) -> list[str]:
    return [f"Idea {each}" for each in range(1, number + 1)]


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
