from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from group_driver import GroupDriver


@pytest.fixture
def group(qtbot, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[GroupDriver]:
    """Two facilitators at the computer; group mode is opened by the test and closed after it."""
    driver = GroupDriver(qtbot, data_folder, monkeypatch)
    yield driver
    if driver.is_open:
        driver.forget()
