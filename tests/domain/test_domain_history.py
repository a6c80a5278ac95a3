"""What changed, told by day; the plan as it was; bringing back."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from wrapplanner.content.loader import load_framework
from wrapplanner.domain.bringing_back import brought_back, is_there, part_brought_back
from wrapplanner.domain.changes import (
    Change,
    EntryAdded,
    EntryEdited,
    EntryMoved,
    EntryRemoved,
    PersonAdded,
    PersonEdited,
    Several,
    ToolAdded,
    ToolEdited,
    ToolRemoved,
    cleared,
    taken_out,
)
from wrapplanner.domain.history import Doing, Step, told_days, walked_back
from wrapplanner.domain.plan import Entry, Person, Plan, Tool
from wrapplanner.paths import resource_root

FRAMEWORK = load_framework(resource_root() / "framework" / "wrap" / "en")
SIGNS, MUST = "early.signs", "early.must"


class Kept:
    """A plan with its history, as a store keeps it."""

    def __init__(self) -> None:
        self.plan, self.rows, self.after = Plan("wrap"), list[Step](), {0: Plan("wrap")}

    def do(self, day: str, *changes: Change) -> Kept:
        for change in changes:
            self.plan, inverse = self.plan.apply(change)
            self.rows.append(Step(len(self.rows) + 1, day, change, inverse))
            self.after[len(self.rows)] = self.plan
        return self

    def read(self, before: int, count: int) -> tuple[Step, ...]:
        known = [row for row in self.rows if not before or row.id < before]
        return tuple(reversed(known))[:count]

    def told(self) -> list[tuple[str, list[tuple[Doing, str, str]]]]:
        days = told_days(FRAMEWORK, self.plan, self.read)
        return [(day.day, [(deed.doing, deed.before, deed.after) for deed in day.deeds]) for day in days]

    def deeds(self) -> list:
        return [deed for day in told_days(FRAMEWORK, self.plan, self.read) for deed in day.deeds]


def line(identity: str, text: str = "", **more: str) -> Entry:
    return Entry(identity, text, **more)


def test_many_small_edits_of_one_line_are_told_as_one_and_days_are_the_latest_first() -> None:
    kept = Kept()
    kept.do("2026-01-01", EntryAdded(SIGNS, line("a", "N"), 0), EntryEdited(SIGNS, line("a", "No so")))
    kept.do("2026-01-01", EntryEdited(SIGNS, line("a", "No songs")))
    kept.do("2026-01-03", EntryEdited(SIGNS, line("a", "No son")), EntryEdited(SIGNS, line("a", "No song at all")))
    kept.do("2026-01-04", EntryEdited(SIGNS, line("a", "x")), EntryEdited(SIGNS, line("a", "No song at all")))
    assert kept.told() == [
        ("2026-01-03", [(Doing.CHANGED, "No songs", "No song at all")]),
        ("2026-01-01", [(Doing.ADDED, "", "No songs")]),
    ]


def test_moves_and_removals_are_told_and_blank_lines_are_not() -> None:
    kept = Kept().do("2026-01-01", EntryAdded(SIGNS, line("a", "One"), 0), EntryAdded(SIGNS, line("b", "Two"), 1))
    kept.do("2026-01-02", EntryMoved(SIGNS, "b", 0), EntryAdded(SIGNS, line("c"), 0), EntryRemoved(SIGNS, "c"))
    kept.do("2026-01-03", EntryRemoved(SIGNS, "a"))
    kept.do("2026-01-04", EntryAdded(SIGNS, line("d", "Here for a while"), 0), EntryRemoved(SIGNS, "d"))
    assert kept.told() == [
        ("2026-01-04", [(Doing.REMOVED, "Here for a while", "")]),
        ("2026-01-03", [(Doing.REMOVED, "One", "")]),
        ("2026-01-02", [(Doing.MOVED, "Two", "Two")]),
        ("2026-01-01", [(Doing.ADDED, "", "One"), (Doing.ADDED, "", "Two")]),
    ]


def test_a_line_is_told_by_the_name_that_its_tool_had_that_day() -> None:
    walk = Tool("t", "Walk")
    kept = Kept().do("2026-01-01", ToolAdded(walk, 0), EntryAdded(MUST, line("m", tool="t"), 0))
    kept.do("2026-01-02", ToolEdited(replace(walk, name="Walk by the canal")))
    kept.do("2026-01-03", taken_out(kept.plan, kept.plan.tools[0], keep_words=False))
    assert kept.told() == [
        ("2026-01-03", [(Doing.REMOVED, "Walk by the canal", ""), (Doing.REMOVED, "Walk by the canal", "")]),
        ("2026-01-02", [(Doing.CHANGED, "Walk", "Walk by the canal")]),
        ("2026-01-01", [(Doing.ADDED, "", "Walk"), (Doing.ADDED, "", "Walk")]),
    ]


def test_a_person_whose_number_changed_is_told_without_it() -> None:
    jo = Person("p", "Jo", phones=("1",))
    kept = Kept().do("2026-01-01", PersonAdded(jo, 0)).do("2026-01-02", PersonEdited(replace(jo, phones=("2",))))
    assert kept.told()[0] == ("2026-01-02", [(Doing.CHANGED, "Jo", "Jo")])


def test_a_line_comes_back_at_its_old_place_and_the_others_stay() -> None:
    kept = Kept().do("2026-01-01", *(EntryAdded(SIGNS, line(name, name.upper()), place) for place, name in enumerate("abcd")))
    kept.do("2026-01-02", EntryRemoved(SIGNS, "c"), EntryRemoved(SIGNS, "a"))
    kept.do("2026-01-03", EntryAdded(SIGNS, line("e", "E"), 0))
    for deed in kept.deeds():
        if deed.doing is Doing.REMOVED:
            assert not is_there(kept.plan, deed.question, deed.thing)
            kept.plan = kept.plan.apply(brought_back(FRAMEWORK, kept.plan, deed.question, deed.thing, deed.then))[0]
    assert [entry.id for entry in kept.plan.entries(SIGNS)] == ["a", "e", "b", "c", "d"]


def test_a_line_whose_tool_has_gone_comes_back_as_words_and_with_the_tool_as_a_reference() -> None:
    kept = Kept().do("2026-01-01", ToolAdded(Tool("t", "Walk"), 0), EntryAdded(MUST, line("m", tool="t", note="at noon"), 0))
    kept.do("2026-01-02", EntryRemoved(MUST, "m"), ToolRemoved("t"))
    tool, entry = (deed for deed in kept.deeds() if deed.doing is Doing.REMOVED)
    if isinstance(entry.thing, Tool):
        tool, entry = entry, tool
    alone = kept.plan.apply(brought_back(FRAMEWORK, kept.plan, MUST, entry.thing, entry.then))[0]
    assert alone.entries(MUST) == (line("m", "Walk", note="at noon"),)
    first = kept.plan.apply(brought_back(FRAMEWORK, kept.plan, "", tool.thing, tool.then))[0]
    both = first.apply(brought_back(FRAMEWORK, first, MUST, entry.thing, entry.then))[0]
    assert both.entries(MUST) == (line("m", tool="t", note="at noon"),)


def test_one_answer_takes_the_place_of_another() -> None:
    name = FRAMEWORK.role("full-name").id
    kept = Kept().do("2026-01-01", EntryAdded(name, line("n", "Robin"), 0)).do("2026-01-02", EntryRemoved(name, "n"))
    kept.do("2026-01-02", EntryAdded(name, line("o", "R. Marsh"), 0))
    gone = next(deed for deed in kept.deeds() if deed.doing is Doing.REMOVED)
    assert kept.plan.apply(brought_back(FRAMEWORK, kept.plan, name, gone.thing, gone.then))[0].entries(name) == (gone.thing,)


def test_a_part_comes_back_whole_and_nothing_else_is_touched() -> None:
    kept = Kept().do("2026-01-01", ToolAdded(Tool("t", "Walk"), 0), EntryAdded(MUST, line("m", tool="t"), 0))
    kept.do("2026-01-01", EntryAdded(SIGNS, line("a", "One"), 0), EntryAdded(SIGNS, line("b", "Two"), 1))
    kept.do("2026-01-01", EntryAdded("daily.every_day", line("d", "Tea"), 0))
    then = kept.plan
    part = FRAMEWORK.part_of(SIGNS)
    assert part_brought_back(part, kept.plan, then) is None
    kept.do("2026-01-02", cleared(then, (SIGNS, MUST, "daily.every_day")), EntryAdded(SIGNS, line("z", "New"), 0))
    change = part_brought_back(part, kept.plan, then)
    assert isinstance(change, Several)
    back, inverse = kept.plan.apply(change)
    assert back.entries(SIGNS) == then.entries(SIGNS)
    assert back.entries(MUST) == then.entries(MUST)
    assert not back.entries("daily.every_day")
    assert back.apply(inverse)[0] == kept.plan


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5), st.integers(0, 4)), max_size=40), st.data())
def test_walking_back_gives_every_plan_that_there_was(moves: list[tuple[int, int, int]], data: st.DataObject) -> None:
    kept = Kept()
    for number, (what, at, day) in enumerate(moves):
        entries = kept.plan.entries(SIGNS)
        place = min(at, len(entries) - 1) if entries else 0
        change: Change = EntryAdded(SIGNS, line(f"e{number}", f"Line {number}"), min(at, len(entries)))
        if entries and what:
            there = entries[place]
            edited = EntryEdited(SIGNS, replace(there, text=f"x{number}"))
            change = (EntryRemoved(SIGNS, there.id), edited, EntryMoved(SIGNS, there.id, 0))[what - 1]
        kept.do(f"2026-01-{number // 4 + day + 1:02d}", change)
    last = data.draw(st.integers(0, len(kept.rows)))
    *_, then = walked_back(kept.plan, kept.read, last)
    assert then == kept.after[last]
    days = list(told_days(FRAMEWORK, kept.plan, kept.read))
    for deed in (deed for day in days for deed in day.deeds if deed.doing is Doing.REMOVED):
        if not is_there(kept.plan, deed.question, deed.thing):
            back = kept.plan.apply(brought_back(FRAMEWORK, kept.plan, deed.question, deed.thing, deed.then))[0]
            assert deed.thing in back.entries(deed.question)


def test_a_very_long_history_is_read_in_pieces_and_only_as_far_as_it_is_shown() -> None:
    kept = Kept().do("2026-01-01", EntryAdded(SIGNS, line("a", "One"), 0))
    for number in range(3_000):
        kept.do(f"2026-{number // 250 + 1:02d}-{number // 10 % 25 + 1:02d}", EntryEdited(SIGNS, line("a", f"Line {number}")))
    read: list[int] = []

    def reading(before: int, count: int) -> tuple[Step, ...]:
        read.append(count)
        return kept.read(before, count)

    days = told_days(FRAMEWORK, kept.plan, reading)
    assert next(days).day == "2026-12-25"
    assert sum(read) <= 400
    assert len(list(days)) == 299
