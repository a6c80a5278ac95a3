"""Screens that come and go, in a process whose Qt has several; see on_two_screens.py and on_guarded_screens.py."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="screens are plugged in through Qt's own library for Linux")
@pytest.mark.parametrize("tests", ["on_two_screens.py", "on_guarded_screens.py"])
def test_on_two_screens(tmp_path, tests):
    sys.path.insert(0, str(HERE))
    from qt_screens import LAPTOP, PROJECTOR, configuration

    file = tmp_path / "screens.json"
    screens = configuration(LAPTOP, PROJECTOR)
    file.write_text(json.dumps(screens), "utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        str(HERE / tests),
    ]
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={file}"}
    for inherited in [name for name in environment if name.startswith("PYTEST_")]:
        del environment[inherited]
    done = subprocess.run(command, cwd=HERE.parents[1], env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert " passed" in done.stdout or "100%" in done.stdout
