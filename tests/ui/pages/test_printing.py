from __future__ import annotations

from types import SimpleNamespace
from typing import Never

import pytest
from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrinter

from wrapplanner.errors import PrintError
from wrapplanner.ui import printing
from wrapplanner.ui.printing import chosen_pages, open_pdf, save_pdf


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
