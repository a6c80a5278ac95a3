from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from group_driver import GroupDriver
from wall_session import hold_every_kind, make_plan_of_canaries

from wrapplanner.app import Desktop


@pytest.fixture
def group(qtbot, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[GroupDriver]:
    """Two facilitators at the computer; group mode is opened by the test and closed after it."""
    driver = GroupDriver(qtbot, data_folder, monkeypatch)
    yield driver
    if driver.is_open:
        driver.forget()


@pytest.fixture
def beside_a_plan(group, qapp, qtbot, data_folder, monkeypatch):
    """A plan of canaries, open in its window; group mode is opened beside it on the same data folder."""
    make_plan_of_canaries(data_folder)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    plan = Desktop(qapp, data_folder, "my-plan", example=False)
    plan.start()
    qtbot.waitUntil(lambda: plan.window.has_plan)
    yield plan.window
    if group.is_open:
        group.forget()
    plan.window.close()
    plan.window.deleteLater()
    plan.deleteLater()


@pytest.fixture
def held(group, beside_a_plan):
    """A session with an item of each kind, beside that plan."""
    hold_every_kind(group)
    return group
