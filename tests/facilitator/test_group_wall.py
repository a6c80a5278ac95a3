"""The wall: beside a plan full of canaries a session is held, and none of them is ever seen, read out, printed or kept.

Every kind of item, every window and dialog, every paper and every file of group sessions is gone through.
"""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QMenu, QWidget
from wall_nets import CANARY, Nets, painted
from wall_session import GROUPS_OWN, PRIVATE

from wrapplanner.facilitator.model.kinds import KINDS
from wrapplanner.ui.dialogs.dialog import Dialog


def nothing_of_the_plan(nets: Nets) -> None:
    assert nets.hold(CANARY) == set()


def test_the_nets_catch_a_canary_where_it_is_allowed(beside_a_plan, qapp, data_folder):
    nets = Nets()
    nets.look_at(beside_a_plan)
    beside_a_plan.go("write/early.signs")
    qapp.processEvents()
    nets.look_at(beside_a_plan)
    assert nets.hold(CANARY) == {"painted", "read out"}
    (data_folder / f"{CANARY}.txt").write_text("x", encoding="utf-8")
    nets.take_files("files", data_folder, but="plans")
    assert "files" in nets.hold(CANARY)


def test_every_kind_of_item_in_every_window_that_shows_it(held):
    nets, seen = Nets(), {}
    for one_screen in (False, True):
        if one_screen:
            held.console.meeting.screens.show_on_one()
        for item in held.conductor.running.session.items:
            before = len(nets.caught["painted"])
            go_through(held, item, nets, one_screen=one_screen)
            seen[one_screen, item.kind] = nets.caught["painted"][before:]
    assert set(seen) == {(one_screen, kind) for kind in KINDS.values() for one_screen in (False, True)}
    assert {kind for (_, kind), said in seen.items() if GROUPS_OWN in said} >= {k for k in KINDS.values() if k.has_board}
    assert nets.windows == {"AudienceWindow", "PresenterWindow", "ThinBar"}
    nothing_of_the_plan(nets)
    assert PRIVATE not in painted(held.audience)


def go_through(held, item, nets: Nets, *, one_screen: bool) -> None:
    """Show every slide of an item, hidden too, and the bar where there is one screen; the framework's ideas on its board."""
    conductor, meeting = held.conductor, held.console.meeting
    conductor.go_to(item.id)
    if item.kind.has_board and not one_screen:
        nets.look_at(held.audience)
        meeting.doings.add_ideas()
        held.window.desk.set_arranging(True)
        nets.look_at(held.window)
        held.window.desk.set_arranging(False)
    while conductor.running.at == item.id:
        held.settle()
        nets.look_at(held.audience, *(() if one_screen else (held.window,)))
        if one_screen:
            meeting._toggle_bar()
            held.settle()
            nets.look_at(held.audience.bar)
            nets.look_at(held.audience)
            meeting._toggle_bar()
        if conductor.next_is_item:
            break
        conductor.go_on()
    for over in (conductor.show_helplines, conductor.hide):
        for on in (True, False):
            over(on)
            nets.look_at(held.audience)


def test_every_dialog_and_menu(held):
    nets, doings = Nets(), held.console.meeting.doings
    held.conductor.go_to("board-item")
    asks = (
        doings.choose_paper, doings.add_item, lambda: doings.change_minutes("pairs-item"), lambda: doings.change_heading(""),
        lambda: doings.change_heading(held.conductor.board.groups[0].id), doings.count_feedback, doings.write_notes, doings.end,
    )  # fmt: skip
    for ask in asks:
        ask()
        held.settle()
        dialog = held.front()
        assert isinstance(dialog, Dialog)
        nets.look_at(dialog)
        dialog.reject()
        held.settle()
    held.console.meeting._show_menu()
    menu = held.front()
    assert isinstance(menu, QMenu)
    nets.look_at(menu)
    menu.close()
    assert nets.windows >= {each.__name__ for each in Dialog.__subclasses__() if "facilitator" in each.__module__}
    assert nets.hold(f"{PRIVATE} notes"), "the facilitators' own notes are there"
    nothing_of_the_plan(nets)


def test_the_net_sees_what_is_painted_by_hand(qtbot):
    class Said(QWidget):
        def paintEvent(self, event) -> None:
            QPainter(self).drawText(10, 20, f"{CANARY} & co")

    widget = Said()
    qtbot.addWidget(widget)
    widget.resize(300, 60)
    assert painted(widget) == f"{CANARY} & co"
