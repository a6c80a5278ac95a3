"""What the content tests share."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from wrapplanner.content.loader import framework_folders, load_framework
from wrapplanner.domain.framework import Framework
from wrapplanner.paths import resource_root

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # readability.py is shared by all tests

FOLDERS = framework_folders(resource_root() / "framework")


@pytest.fixture(scope="session", params=FOLDERS)
def framework(request: pytest.FixtureRequest) -> Framework:
    """Each shipped framework in turn."""
    return load_framework(FOLDERS[request.param])


@pytest.fixture(scope="session")
def wrap() -> Framework:
    return load_framework(FOLDERS["wrap"])
