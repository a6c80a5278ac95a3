"""Pages on their way: how far they are, stopping them, and what they lack."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QObject, QThreadPool, QTimer
from PySide6.QtWidgets import QLabel, QPushButton

from wrapplanner.domain.copies import Edition
from wrapplanner.domain.plan import Entry, Plan
from wrapplanner.paths import resource_root
from wrapplanner.pdf.options import PrintOptions
from wrapplanner.ui.pages import print_making, print_paper
from wrapplanner.ui.pages.print_letters import sentence_of
from wrapplanner.ui.pages.print_making import Making
from wrapplanner.ui.pages.print_outcome import Outcome
from wrapplanner.ui.pages.print_paper import PaperMaker, Snapshot


@pytest.fixture
def snapshot(framework):
    """The whole plan of somebody with thousands of lines."""
    lists = [question.id for question in framework.questions() if question.kind == "entries"]
    answers = {
        name: tuple(
            Entry(f"{name}-{number}", f"Line {number}, and what belongs to it") for number in range(5_000 // len(lists))
        )
        for name in lists
    }
    options = PrintOptions(Edition(1, date(2026, 11, 27)), resource_root() / "fonts")
    return Snapshot("whole-plan", framework, Plan("wrap", answers), options)


@pytest.fixture
def maker(qtbot, look, monkeypatch):
    monkeypatch.setattr(print_making, "MOMENT_MS", 0)
    monkeypatch.setattr(print_paper, "LOOK_MS", 5)
    outcome = Outcome(look)
    qtbot.addWidget(outcome)
    outcome.show()
    maker = PaperMaker(outcome)
    maker.outcome = outcome
    Making(maker, outcome)
    return maker


def test_thousands_of_lines_are_made_with_word_of_it_and_the_window_lives(maker, snapshot, qtbot):
    told, ticks, said = [], [], set()
    maker.progressed.connect(told.append)
    clock = QTimer(maker)
    clock.setInterval(5)
    clock.timeout.connect(lambda: ticks.append(said.add(maker.outcome.findChild(QLabel, "outcome").text())))
    clock.start()
    with qtbot.waitSignal(maker.made, timeout=60_000) as made:
        maker.want(snapshot)
    clock.stop()
    assert made.args[0].startswith(b"%PDF")
    assert told == sorted(set(told))
    assert told, "nobody was told how far it was"
    assert len(ticks) > 5  # the thread that draws had its turns
    assert any(each.startswith("Making the pages: ") for each in said)
    assert maker.outcome.findChild(QLabel, "outcome").text() == ""


def test_pages_can_be_stopped(maker, snapshot, qtbot):
    made = []
    maker.made.connect(made.append)
    stop = maker.outcome.findChild(QPushButton)
    maker.want(snapshot)
    qtbot.waitUntil(stop.isVisible, timeout=60_000)
    stop.click()
    assert not maker.is_busy
    labels = [label.text() for label in maker.outcome.findChildren(QLabel)]
    assert any(text.startswith("You stopped the pages") for text in labels)
    qtbot.waitUntil(lambda: not maker._tasks.is_busy and maker._tasks._running is None, timeout=10_000)
    assert made == []


def test_what_nobody_wants_any_more_is_not_made_to_its_end(maker, snapshot, qtbot):
    made = []
    maker.made.connect(made.append)
    maker.want(snapshot)
    qtbot.waitSignal(maker.progressed, timeout=60_000).wait()
    stale = maker._way
    small = replace(snapshot.plan, answers={"crisis.do": (Entry("e", "Sit with me"),)})
    with qtbot.waitSignal(maker.made, timeout=60_000):
        maker.want(Snapshot("crisis-plan", snapshot.framework, small, snapshot.options))
    assert stale.is_stopped
    assert stale.percent < 100
    assert len(made) == 1


def test_letters_that_no_face_has_are_named(maker, snapshot, qtbot):
    plan = Plan("wrap", {"crisis.do": (Entry("e", "Sit with me \U00013000"),)})
    with qtbot.waitSignal(maker.lacking, timeout=60_000) as lacking:
        maker.want(Snapshot("crisis-plan", snapshot.framework, plan, snapshot.options))
    assert lacking.args[0] == ("\U00013000",)
    text = " ".join(label.text() for label in maker.outcome.findChildren(QLabel))
    assert "some letters: egyptian hieroglyph a001." in text
    assert "Your words are safe" in text
    assert "and 2 more" in sentence_of("\U00013000\U00013001\U00013002\U00013003\U00013004")


def test_a_maker_that_is_gone_is_not_told_anything(snapshot, qtbot):
    owner = QObject()
    maker = PaperMaker(owner)
    maker.want(snapshot)
    way = maker._way
    qtbot.waitUntil(lambda: way.percent > 0, timeout=60_000)
    owner.deleteLater()
    qtbot.waitUntil(lambda: way.is_stopped, timeout=10_000)
    QThreadPool.globalInstance().waitForDone(10_000)
    assert way.percent < 90
