from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from journeys.driver import Driver


@pytest.fixture
def app(qtbot, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    """Somebody at the computer; the app is opened by the test and closed after it, if it is still open."""
    driver = Driver(qtbot, data_folder, monkeypatch)
    yield driver
    if driver.is_open:
        driver.forget()
