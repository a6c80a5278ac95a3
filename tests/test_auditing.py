"""The listener that guards all other tests hears what it is there for, and only that."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from pathlib import Path

from auditing import Audit


def test_a_socket_and_a_file_elsewhere_are_heard(audit: Audit):
    with suppress(OSError), socket.socket() as asked:
        asked.settimeout(0.01)
        asked.connect(("127.0.0.1", 9))
    elsewhere = Path(audit.system_temp) / f"wrapplanner-elsewhere-{os.getpid()}"
    elsewhere.write_text("x")
    elsewhere.unlink()
    with suppress(OSError):
        os.open(elsewhere / "no" / "such", os.O_RDWR | os.O_CREAT)
    heard, audit.told[:] = list(audit.told), []
    assert [each.split(":")[0] for each in heard] == [
        "a socket was connected",
        "a file outside the tests' folders was opened for writing",
        "a file outside the tests' folders was opened for writing",
    ]


def test_the_tests_own_files_and_reading_are_not(audit: Audit, tmp_path: Path):
    (tmp_path / "file").write_text("x")
    os.close(os.open(tmp_path / "file", os.O_RDWR))
    Path(__file__).read_text()
    with suppress(OSError), socket.socket(socket.AF_UNIX) as bus:
        bus.connect(str(tmp_path / "bus"))
    assert audit.told == []
