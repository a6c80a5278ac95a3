"""What facilitators choose besides going on: whose helplines are shown, which board is taken home."""

from __future__ import annotations

from functools import partial

from journeys.driver import pages_of, words_of
from PySide6.QtWidgets import QComboBox
from test_group_whole_session import SESSION, save_paper

from wrapplanner.errors import NotSaved
from wrapplanner.facilitator.model.kinds import KINDS
from wrapplanner.storage.ideas import read_ideas


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
