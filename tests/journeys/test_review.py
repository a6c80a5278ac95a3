"""Going over my plan: what changed, who holds what, who is willing, which tools; a new version at the end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from journeys.driver import Driver

from wrapplanner.domain.copies import Choices, Copy, CopyState, Medium
from wrapplanner.domain.days import Day, Tick
from wrapplanner.domain.plan import Agreement, Entry, Plan, Tool, ToolState
from wrapplanner.domain.review import tools_used
from wrapplanner.storage.plans import PlanStore, plan_folder

TODAY = date.today()


def live_a_while(app: Driver) -> None:
    """Have a copy with a supporter, and some days."""
    store = PlanStore.open(plan_folder(app.data, "my-plan"))
    copy = Copy("c1", 1, "crisis-plan", "Jo Lantern", "jo", "supporters", Medium.PAPER, TODAY, Choices())
    store.hand_out(copy)
    store.days.keep([Day(TODAY, None, "", (Tick("daily.every_day", "d1", "Walk by the canal"),))])
    store.close()


def test_a_review_walks_through_everything(app: Driver) -> None:
    app.begin("read")
    app.close()
    live_a_while(app)
    app.open()
    app.window.go("write/early.signs")
    app.type("I sleep late")
    app.key("Esc", "Ctrl+3")
    app.tab_to("Go over my plan")
    app.key("Space")
    app.goes("review/begin")
    app.see_not("You last did this")
    app.key("Return")
    app.goes("review/changes")
    app.see("“I sleep late”")
    app.key("Return")
    app.goes("review/copies")
    app.see("Jo Lantern")
    app.key("Ctrl+PgDown")
    app.goes("review/people")
    app.tab_to("Ade Finch said yes today")
    app.key("Space")
    ade = app.plan.person("ade")
    assert (ade.agreement, ade.confirmed) == (Agreement.AGREED, TODAY.isoformat())
    app.focus()
    assert not app.has("Ade Finch said yes today")
    app.key("Ctrl+Z")
    assert app.plan.person("ade").agreement is Agreement.UNSAID
    app.goes("review/people")
    app.tab_to("Next")
    app.key("Space")
    app.goes("review/tools")
    app.see("On your days lately", "Walk by the canal", "Not ticked lately", "Tea in the garden")


def test_it_ends_in_a_new_version_and_perhaps_a_day_to_do_it_again(app: Driver) -> None:
    app.begin("read")
    app.close()
    live_a_while(app)
    app.open()
    app.window.go("write/early.signs")
    app.type("I sleep late")
    app.key("Esc")
    app.window.go("review/end")
    app.see("makes this version 2 of your plan")
    app.tab_to("The day to go over my plan again")
    app.type("soon")
    app.key("Tab")
    app.see("This does not read as a date.")
    app.key("Shift+Tab", "Ctrl+A")
    app.type((TODAY + timedelta(days=60)).isoformat())
    app.tab_to("Done")
    app.key("Space")
    app.goes("read")
    store = app.window.context.session.store
    assert store.edition().version == 2
    assert (store.reviews.now().last, store.reviews.now().next) == (TODAY, TODAY + timedelta(days=60))
    app.window.go("write/early.signs")
    app.type("One more")
    app.key("Esc")
    assert store.edition().version == 3
    app.reopen()
    app.window.go("review")
    app.see("You last did this on")


def test_everything_can_be_passed_by_and_what_is_not_there_is(app: Driver) -> None:
    app.begin("read")
    app.window.go("review")
    seen = []
    for _ in range(5):
        seen.append(app.place())
        if app.place() == "review/end":
            break
        app.key("Ctrl+PgDown")
    assert seen == ["review/begin", "review/changes", "review/people", "review/end"]
    app.key("Esc")
    app.goes("read")
    assert app.window.context.session.store.reviews.now().last is None


def test_the_day_that_was_chosen_is_shown_in_my_plan(app: Driver) -> None:
    app.begin("read")
    store = app.window.context.session.store
    store.reviews.keep(store.reviews.now().__class__(next=TODAY))
    app.reopen()
    app.see("The day to go over it")


@pytest.mark.parametrize("mark", [CopyState.RETURNED, CopyState.DESTROYED])
def test_a_copy_that_came_back_is_noted_and_that_can_be_undone(app: Driver, mark: CopyState) -> None:
    app.begin("read")
    app.close()
    live_a_while(app)
    app.open()
    app.window.go("review/copies")
    page = app.window._frame.page
    copy = page.session.store.copies()[0]
    page._on_mark(copy, mark)
    app.settle()
    assert not page.session.store.copies()[0].is_held
    assert app.place() != "review/copies", "with nobody holding one there is nothing to go over"
    app.key("Ctrl+Z")
    assert page.session.store.copies()[0].is_held


def test_a_tick_is_a_tools_by_its_line_or_by_its_name_of_that_day() -> None:
    tools = (Tool("w", "Walk"), Tool("t", "Tea"), Tool("h", "Hum"), Tool("x", "Run", state=ToolState.TRY))
    plan = Plan("wrap", {"daily.every_day": (Entry("d", tool="w"),)}, tools)
    days = [Day(TODAY, None, "", (Tick("daily.every_day", "d", "Stroll"), Tick("gone", "gone", "TEA")))]
    used, unused = tools_used(plan, days)
    assert [tool.id for tool in used] == ["w", "t"]
    assert [tool.id for tool in unused] == ["h"]
