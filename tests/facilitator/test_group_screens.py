"""Screens that come and go, in a process whose Qt has several; see on_two_screens.py for what is asked of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="screens are plugged in through Qt's own library for Linux")
def test_on_two_screens(tmp_path):
    sys.path.insert(0, str(HERE))
    from qt_screens import configuration, screen

    file = tmp_path / "screens.json"
    screens = configuration(screen("laptop", 0, 1280, 800), screen("projector", 1280, 1920, 1080))
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
        str(HERE / "on_two_screens.py"),
    ]
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={file}"}
    for inherited in [name for name in environment if name.startswith("PYTEST_")]:
        del environment[inherited]
    done = subprocess.run(command, cwd=HERE.parents[1], env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert " passed" in done.stdout or "100%" in done.stdout
