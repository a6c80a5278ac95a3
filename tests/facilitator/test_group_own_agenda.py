"""An agenda that was changed is kept as an own copy; the shipped programme stays as it was."""

from __future__ import annotations

from group_driver import GroupDriver

from wrapplanner.facilitator.model.board import Board, Card
from wrapplanner.facilitator.programmes import load_programme
from wrapplanner.paths import resource_root

SHIPPED = load_programme(resource_root() / "sessions" / "en", "wrap-eight")


def test_an_own_copy_is_kept_begun_changed_and_taken_away(group: GroupDriver):
    group.open("wrap-eight", 3)
    group.conductor.change_agenda(lambda session: session.with_minutes("tools-pairs", 25).without("tools-not"))
    group.pick("More", "Keep this agenda as our own")
    group.see("This agenda is kept.", "WRAP, eight meetings (ours)")
    (own,) = group.console.store.programmes()
    assert (own.id, own.own, own.session(3).minutes, own.session(3).length) == ("own-wrap-eight", True, 145, 145)
    assert own.session(2) == SHIPPED.session(2)
    group.conductor.change_agenda(lambda session: session.with_minutes("tools-pairs", 30))
    group.pick("More", "Keep this agenda as our own")
    assert [each.session(3).minutes for each in group.console.store.programmes()] == [150], "one copy, not two"

    running = group.conductor.running.with_board("agreement-again", Board((Card("a", "First names only"),)))
    group.console.store.end(running)
    group.forget()
    group.open("own-wrap-eight", 4)
    assert "First names only" in [card.text for card in group.conductor.running.board("agreement-again").cards]
    group.console.store.end(group.conductor.running)
    group.forget()

    group.open()
    group.click_row("Programmes", "WRAP, eight meetings (ours)")
    group.click("Take away our own copy")
    group.click("Wipe it")
    assert group.console.store.programmes() == ()
    group.see_not("WRAP, eight meetings (ours)")
