"""A session that runs, with a clock turned by hand; an agenda whose minutes always add up."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wrapplanner.errors import ChangeRefused
from wrapplanner.facilitator.model.board import Board, Card, Mark
from wrapplanner.facilitator.model.kinds import KINDS, Break
from wrapplanner.facilitator.model.programme import Item, Programme, Session
from wrapplanner.facilitator.model.running import begin


def item(name, minutes=10, kind="question"):
    return Item(name, KINDS[kind], name.title(), minutes, questions=("What helps?",))


ITEMS = (item("welcome", 10), item("signs", 30, "board"), item("break", 15, "break"), item("check-out", 5))
SESSION = Session("one", "One", 60, (), ITEMS)
PROGRAMME = Programme("p", "P", (), "", "", (SESSION, replace(SESSION, id="two")))


def test_time_is_counted_an_item_at_a_time_and_pausing_stops_it():
    running = begin(PROGRAMME, 2, 1000.0)
    assert (running.item.id, running.number, running.of) == ("welcome", 2, 2)
    assert running.seconds_left(1000.0 + 240) == 360
    running = running.gone_on(1000.0 + 240)
    assert running.seconds_left(1300.0) == 30 * 60 - 60
    assert running.session_seconds_left(1300.0) == 60 * 60 - 300
    paused = running.pausing(1300.0)
    assert paused.seconds_left(9000.0) == running.seconds_left(1300.0)
    again = paused.resuming(9000.0)
    assert again.seconds_left(9060.0) == running.seconds_left(1300.0) - 60
    back = again.gone_back(9060.0)
    assert back.seconds_left(9060.0) == 360, "what was left of an item is left when the group comes back"
    assert back.seconds_left(99999.0) == 0
    assert back.session_seconds_left(99999.0) == 0
    assert back.seconds_left(10.0) == 360, "a clock set back gives no time"


def test_the_ends_of_the_agenda_hold():
    running = begin(PROGRAMME, 1, 0.0)
    assert running.gone_back(1.0).at == "welcome"
    last = running.gone_to(3, 1.0)
    assert last.gone_on(2.0).at == "check-out"
    assert last.next_item is None
    for wrong in (-1, 4):
        with pytest.raises(ChangeRefused):
            running.gone_to(wrong, 1.0)
    with pytest.raises(ChangeRefused):
        begin(PROGRAMME, 3, 0.0)


def test_break_now_comes_next_and_what_is_shown_stays_on_the_agenda():
    running = begin(PROGRAMME, 1, 0.0).with_item_now(Item("extra", Break, "Break", 10), 60.0)
    assert [each.id for each in running.session.items][:3] == ["welcome", "extra", "signs"]
    assert running.item.kind is Break
    assert running.session.minutes == 70
    with pytest.raises(ChangeRefused):
        running.with_session(running.session.without("extra"))


def test_a_board_begins_with_the_headings_of_its_item():
    signs = replace(ITEMS[1], groups=("Body", "Home"))
    running = begin(PROGRAMME.with_session(SESSION.with_item(signs)), 1, 0.0)
    board = running.board("signs")
    assert [(group.title, group.mark) for group in board.groups] == [("Body", Mark.CIRCLE), ("Home", Mark.SQUARE)]
    kept = running.with_board("signs", Board((Card("a", "Tea"),)))
    assert kept.board("signs").cards[0].text == "Tea"
    assert running.board("signs") == board


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_minutes_always_add_up(data):
    session = SESSION
    for number in range(data.draw(st.integers(1, 10))):
        ids = [each.id for each in session.items]
        edit = data.draw(st.sampled_from(["minutes", "add", "move", "remove"])) if ids else "add"
        if edit == "minutes":
            session = session.with_minutes(data.draw(st.sampled_from(ids)), data.draw(st.integers(1, 240)))
        elif edit == "add":
            new = item(f"new-{number}", data.draw(st.integers(1, 240)))
            session = session.with_added(new, data.draw(st.integers(0, len(ids))))
        elif edit == "move":
            session = session.with_moved(data.draw(st.sampled_from(ids)), data.draw(st.integers(0, len(ids) - 1)))
        else:
            session = session.without(data.draw(st.sampled_from(ids)))
        assert session.minutes == sum(each.minutes for each in session.items)
        if session.items:
            assert session.starts[-1] + session.items[-1].minutes == session.minutes
    for minutes in (0, 241):
        with pytest.raises(ChangeRefused):
            session.with_added(item("wrong", minutes), 0)
