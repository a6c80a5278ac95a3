from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import ClassVar, Never

import pytest
from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrinter

from wrapplanner.errors import PrintError
from wrapplanner.ui import printing, spool
from wrapplanner.ui.printing import PrintJob, chosen_pages, open_pdf, save_pdf


def asked(**how: object):
    usual = {
        "printRange": QPrinter.PrintRange.AllPages,
        "fromPage": 0,
        "toPage": 0,
        "pageOrder": QPrinter.PageOrder.FirstPageFirst,
        "supportsMultipleCopies": False,
        "copyCount": 1,
        "collateCopies": True,
    }
    return SimpleNamespace(**{name: (lambda value=value: value) for name, value in {**usual, **how}.items()})


@pytest.mark.parametrize(
    ("how", "pages"),
    [
        ({}, [0, 1, 2, 3]),
        ({"printRange": QPrinter.PrintRange.PageRange, "fromPage": 2, "toPage": 3}, [1, 2]),
        ({"printRange": QPrinter.PrintRange.PageRange, "fromPage": 3, "toPage": 9}, [2, 3]),
        ({"pageOrder": QPrinter.PageOrder.LastPageFirst}, [3, 2, 1, 0]),
        ({"copyCount": 2}, [0, 1, 2, 3, 0, 1, 2, 3]),
        ({"copyCount": 2, "collateCopies": False}, [0, 0, 1, 1, 2, 2, 3, 3]),
        ({"copyCount": 2, "supportsMultipleCopies": True}, [0, 1, 2, 3]),
    ],
)
def test_the_pages_asked_for_come_in_their_order(how, pages):
    assert chosen_pages(asked(**how), 4) == pages


def test_bytes_that_are_no_pdf_are_refused(qapp):
    owner = QObject()
    with pytest.raises(PrintError):
        open_pdf(b"not a paper", owner)


def test_saving_writes_the_whole_file_over_the_old_one(tmp_path):
    file = tmp_path / "Crisis plan.pdf"
    file.write_bytes(b"old")
    save_pdf(b"new", file)
    assert [each.name for each in tmp_path.iterdir()] == ["Crisis plan.pdf"]
    assert file.read_bytes() == b"new"


def test_a_disk_that_fills_leaves_the_old_file(tmp_path, monkeypatch):
    file = tmp_path / "Crisis plan.pdf"
    file.write_bytes(b"old")

    def full(number) -> Never:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(printing.os, "fsync", full)
    with pytest.raises(PrintError, match="Your words are safe"):
        save_pdf(b"new", file)
    assert [each.name for each in tmp_path.iterdir()] == ["Crisis plan.pdf"]
    assert file.read_bytes() == b"old"


SPOOLS = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the system spools by itself there")


class Painter:
    """A painter of a printing system that gathers a job in a file and sends it at the end, as Qt does with CUPS."""

    sent: ClassVar[list[bytes]] = []
    kept: ClassVar[list[Path]] = []

    def begin(self, _printer: QPrinter) -> bool:
        self._file = Path(os.environ["TMPDIR"]) / "job"
        self._file.write_bytes(b"")
        self.kept.append(self._file)
        self._active = True
        return True

    def drawImage(self, *_: object) -> None:
        self._file.write_bytes(self._file.read_bytes() + b"page ")

    def isActive(self) -> bool:
        return self._active

    def end(self) -> bool:
        self._active = False
        if self._file.exists():
            self.sent.append(self._file.read_bytes())
        return True


@pytest.fixture
def job(qapp, monkeypatch, example_pdf):
    """A job of several pages for a printer that goes by the painter above; `said` is how it ended."""
    monkeypatch.setattr(printing, "QPainter", Painter)
    monkeypatch.setattr(printing, "_rendered", lambda *_: None)
    monkeypatch.setattr(QPrinter, "newPage", lambda _self: True)
    monkeypatch.setattr(QPrinter, "printerState", lambda _self: QPrinter.PrinterState.Idle)
    Painter.sent.clear()
    Painter.kept.clear()
    owner = QObject()
    made = PrintJob([example_pdf], QPrinter(), owner)
    said: list[str] = []
    made.finished.connect(lambda: said.append("finished"))
    made.failed.connect(said.append)
    yield made, said
    owner.deleteLater()


@pytest.fixture(scope="module")
def example_pdf():
    from reportlab.pdfgen.canvas import Canvas

    target = io.BytesIO()
    canvas = Canvas(target)
    for number in range(4):
        canvas.drawString(100, 100, str(number))
        canvas.showPage()
    canvas.save()
    return target.getvalue()


@SPOOLS
def test_pages_on_their_way_are_gathered_in_a_folder_of_their_own_that_does_not_stay(job, qtbot, monkeypatch):
    monkeypatch.setenv("TMPDIR", "/usual")
    made, said = job
    made.start()
    assert os.environ["TMPDIR"] == "/usual"
    (file,) = Painter.kept
    assert file.exists()
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["finished"]
    assert Painter.sent == [b"page " * 4]
    assert not file.parent.exists()


@SPOOLS
def test_a_job_that_is_stopped_sends_nothing_and_leaves_nothing(job, qtbot):
    made, said = job
    made.progressed.connect(lambda page, _pages: made.stop() if page == 2 else None)
    made.start()
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["Printing was stopped. Some pages may have come out already."]
    assert Painter.sent == []
    assert not Painter.kept[0].parent.exists()


@SPOOLS
def test_what_a_killed_process_left_goes_with_the_next_job(job, qtbot, monkeypatch, tmp_path):
    gone = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True, check=True)
    left, mine = tmp_path / f"print-{gone.stdout.strip()}-abc", tmp_path / f"print-{os.getpid()}-abc"
    for each in (left, mine):
        each.mkdir()
        (each / "job").write_bytes(b"pages")
    monkeypatch.setattr(spool, "_MEMORY", tmp_path)
    made, said = job
    made.start()
    qtbot.waitUntil(lambda: bool(said))
    assert not left.exists()
    assert (mine / "job").exists(), "another job of this process"
