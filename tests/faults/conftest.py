"""How many: a small seeded number of each fault by default, the counts of the table with FAULTS=full in the environment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from counting import FULL, SEED

HERE = Path(__file__).resolve().parent

Counts = dict[str, int]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a plan may be made; not there yet."""
    return tmp_path / "plans" / "my-plan"


@pytest.fixture
def count() -> Callable[[int, int], int]:
    """Choose between a small number and the full one."""
    return lambda few, full: full if FULL else few


@pytest.fixture
def row(tmp_path: Path, record_property: Callable[[str, object], None]) -> Callable[..., Counts]:
    """Run a row of the table in a process of its own (it forks) and return what it counted."""

    def run(name: str, runs: int) -> Counts:
        command = [sys.executable, str(HERE / "rows.py"), name, str(runs), str(SEED), str(tmp_path / "run")]
        paths = os.pathsep.join(map(str, (HERE, HERE.parent / "storage", HERE.parent, HERE.parent.parent)))
        env = {**os.environ, "PYTHONPATH": paths}
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
        assert done.returncode == 0, done.stderr[-4000:]
        counts: Counts = json.loads(done.stdout)
        record_property("counts", counts)
        if FULL:
            sys.__stdout__.write(f"\n{name}: {counts}\n")  # quoted by whoever ran them
        return counts

    return run
