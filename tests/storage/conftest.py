"""What the storage tests share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a plan may be made; not there yet."""
    return tmp_path / "plans" / "my-plan"
