from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject

from wrapplanner.ui.tasks import Tasks


def test_the_result_comes_back_in_the_owners_thread(qtbot):
    owner, told = QObject(), []
    tasks = Tasks(owner)
    here = threading.get_ident()
    tasks.run(threading.get_ident, lambda there: told.append((there, threading.get_ident())), told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][0] != here
    assert told[0][1] == here


def test_what_was_raised_is_told(qtbot):
    owner, told = QObject(), []
    Tasks(owner).run(lambda: 1 // 0, lambda result: None, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], ZeroDivisionError)


def test_only_the_newest_is_told_and_those_between_never_run(qtbot):
    owner, told, ran = QObject(), [], []
    gate = threading.Event()
    tasks = Tasks(owner)

    def work(number) -> Callable[[], int]:
        def run() -> int:
            ran.append(number)
            gate.wait(5)
            return number

        return run

    for number in range(4):
        tasks.run(work(number), told.append, told.append)
    qtbot.waitUntil(lambda: ran == [0])
    gate.set()
    qtbot.waitUntil(lambda: told == [3])
    assert ran == [0, 3]
    assert not tasks.is_busy


def test_what_was_dropped_is_never_told(qtbot):
    owner, told = QObject(), []
    gate = threading.Event()
    tasks = Tasks(owner)
    tasks.run(lambda: gate.wait(5), told.append, told.append)
    tasks.drop()
    with qtbot.waitSignal(tasks.busy_changed):
        gate.set()
    assert told == []


def test_an_owner_that_is_gone_hears_nothing(qtbot):
    told = []
    gate = threading.Event()
    owner = QObject()
    Tasks(owner).run(lambda: gate.wait(5), told.append, told.append)
    owner.deleteLater()
    del owner
    qtbot.wait(20)
    gate.set()
    qtbot.wait(100)
    assert told == []
