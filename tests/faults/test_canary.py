"""Words are looked for after days of use and a crash: in home, temp, config, the data folder and all output, 0 are found."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from filling import found_in, written_ways

HERE = Path(__file__).resolve().parent
CANARY, PASSPHRASE = "Zwitscherkanarie7f3a", "lantern-river-magpie-4c"


@pytest.mark.skipif(os.name != "posix", reason="a kill as POSIX has it")
def test_after_days_and_a_crash_no_word_is_anywhere_but_where_the_person_put_it(tmp_path):
    for name in ("home", "temp", "chosen"):
        (tmp_path / name).mkdir()
    died = _run("days", tmp_path)
    assert died.returncode == -signal.SIGKILL, died.stderr
    assert (tmp_path / "chosen" / "printed.pdf").stat().st_size > 1000
    lived = _run("after", tmp_path)
    assert lived.returncode == 0, lived.stderr
    # What was acknowledged before the kill is there after it.
    assert lived.stdout.split()[-1] == died.stdout.split()[-1]
    moved = _run("elsewhere", tmp_path, data="another computer")
    assert moved.returncode == 0, moved.stderr
    chosen = tmp_path / "chosen"
    code = (chosen / "code").read_text()
    outputs = tmp_path / "outputs"
    outputs.mkdir()
    for name, said in (("days", died), ("after", lived), ("elsewhere", moved)):
        (outputs / name).write_text(said.stdout + said.stderr)
    secrets = (CANARY, PASSPHRASE, code, code.replace("-", ""))
    assert found_in(tmp_path, secrets, but=lambda file: file.is_relative_to(chosen)) == []
    # The search itself finds what is there to be found: in the open format, and inside a PDF's inflated streams or not.
    assert found_in(chosen, (CANARY,), but=lambda file: file.name != "plan.json") != []
    assert found_in(chosen, (CANARY, PASSPHRASE), but=lambda file: file.name != "moved.wrapplan") == []


@pytest.mark.parametrize("way", written_ways("x"))
def test_the_search_finds_words_however_they_were_left(tmp_path, way):
    import zlib

    words = "a few words of somebody's"
    left = written_ways(words)[way]
    for name, data in (("plain", b"\0before" + left + b"after"), ("inflated", b"%PDF" + zlib.compress(b"x" + left + b"y"))):
        (tmp_path / name).write_bytes(data)
        assert found_in(tmp_path, (words,), but=lambda file, name=name: file.name != name) != []


def _run(stage: str, place: Path, data: str = "data") -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join(map(str, (HERE, HERE.parent, HERE.parents[1])))
    env = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": paths,
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(place / "home"),
        "TMPDIR": str(place / "temp"),
        "XDG_RUNTIME_DIR": str(place / "temp"),
        "LANG": "C.UTF-8",
    }
    arguments = [stage, str(place / data), str(place / "chosen"), CANARY, PASSPHRASE]
    command = [sys.executable, str(HERE / "canary.py"), *arguments]
    return subprocess.run(command, env=env, cwd=place, capture_output=True, text=True, check=False, timeout=240)
