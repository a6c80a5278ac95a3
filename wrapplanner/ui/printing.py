"""From the bytes of a PDF to a printer or a file: what was previewed is what comes out, and no page is left on the disk."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from wrapplanner.errors import PrintError
from wrapplanner.ui.spool import Spool

JOB_NAME = "Document"
"""What the print queue shows: other people may look at it."""

FINEST_DPI = 600
"""Finer than letters need, and an image of a page at 1200 dpi would take half a gigabyte."""

_RANGE = QPrinter.PrintRange.PageRange
_BROKEN = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)


def open_pdf(pdf: bytes, owner: QObject) -> QPdfDocument:
    """Return a PDF's pages, read from memory. Raises PrintError if they cannot be read."""
    document = QPdfDocument(owner)
    buffer = QBuffer(document)  # the document reads from it for as long as it lives
    buffer.setData(pdf)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    if document.status() is not QPdfDocument.Status.Ready:
        raise PrintError("The pages cannot be shown. Your words are safe.")
    return document


def new_printer(page: QSizeF, *, both_sides: bool = False) -> QPrinter:
    """Return a printer set up for pages of this size in points, under a job name that says nothing."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(JOB_NAME)
    printer.setPageSize(QPageSize(page, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide if both_sides else QPrinter.DuplexMode.DuplexNone)
    if printer.resolution() > FINEST_DPI:
        printer.setResolution(FINEST_DPI)
    return printer


def chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """Return the page numbers (from 0) that were asked for, in the order and as often as they shall come out."""
    first, last = 1, count
    if printer.printRange() is _RANGE and printer.fromPage() > 0:
        first, last = printer.fromPage(), min(printer.toPage() or count, count)
    pages = list(range(first - 1, last))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _ in range(copies)]


class PrintJob(QObject):
    """Prints PDFs one after the other, page by page, so that the window stays alive and the person can stop it.

    `progressed(page, pages)` counts from 1. In the end either `finished()` or `failed(sentence)` is emitted, once.
    """

    progressed = Signal(int, int)
    finished = Signal()
    failed = Signal(str)

    def __init__(self, pdfs: Sequence[bytes], printer: QPrinter, owner: QObject) -> None:
        """Raises PrintError if a PDF cannot be read."""
        super().__init__(owner)
        documents = [open_pdf(pdf, self) for pdf in pdfs]
        every = [(document, page) for document in documents for page in range(document.pageCount())]
        self._printer = printer
        self._pages = [every[page] for page in chosen_pages(printer, len(every))]
        self._painter, self._spool = QPainter(), Spool()
        self._done = 0
        self._stopped = False
        self._clock = QTimer(self)
        self._clock.setInterval(0)
        self._clock.timeout.connect(self._on_turn)

    def start(self) -> None:
        """Begin; the signals tell the rest."""
        with self._spool.beginning():
            begun = bool(self._pages) and self._painter.begin(self._printer)
        if not begun:
            self._end(self.tr("The printer did not take the pages. Your words are safe. Look at the printer, then try again."))
            return
        self._clock.start()

    def stop(self) -> None:
        """Stop after the page that is being drawn."""
        self._stopped = True

    def _on_turn(self) -> None:
        if self._stopped:
            self._printer.abort()
            self._spool.clear()  # before the end, which would send what is drawn
            self._end(self.tr("Printing was stopped. Some pages may have come out already."))
        elif self._done == len(self._pages):
            self._end("" if self._painter.end() and self._printer.printerState() not in _BROKEN else self._broke())
        elif self._done and not self._printer.newPage():
            self._end(self._broke())
        else:
            self._draw(*self._pages[self._done])
            self._done += 1
            self.progressed.emit(self._done, len(self._pages))

    def _broke(self) -> str:
        return self.tr("The printer stopped taking pages. Your words are safe. Look at the printer, then try again.")

    def _end(self, problem: str) -> None:
        self._clock.stop()
        if self._painter.isActive():
            self._painter.end()
        self._spool.clear()
        if problem:
            self.failed.emit(problem)
        else:
            self.finished.emit()

    def _draw(self, document: QPdfDocument, page: int) -> None:
        whole = document.pagePointSize(page)
        paper = QRectF(self._printer.paperRect(QPrinter.Unit.DevicePixel))
        dots = self._printer.resolution() / 72
        scale = min(dots, paper.width() / whole.width(), paper.height() / whole.height())  # smaller paper: fit, never crop
        size = QSize(round(whole.width() * scale), round(whole.height() * scale))
        left, top = (paper.width() - size.width()) / 2, (paper.height() - size.height()) / 2
        self._painter.drawImage(QPointF(left, top), _rendered(document, page, size))


def _rendered(document: QPdfDocument, page: int, size: QSize) -> QImage:
    """Return a page on white, as one image: bands would show where a printer scales them. Grey ones take less room."""
    image = document.render(page, size)
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOver)
    painter.fillRect(image.rect(), Qt.GlobalColor.white)
    painter.end()
    if image.allGray():
        return image.convertToFormat(QImage.Format.Format_Grayscale8)
    image.reinterpretAsFormat(QImage.Format.Format_RGB32)
    return image


def save_pdf(pdf: bytes, file: Path) -> None:
    """Write a PDF to a file: whole or not at all. Raises PrintError, with whatever stood there before untouched."""
    draft = file.with_name(f".{file.name}.new")
    try:
        with draft.open("wb") as writing:
            writing.write(pdf)
            writing.flush()
            os.fsync(writing.fileno())
        os.replace(draft, file)
    except OSError as problem:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise PrintError(
            "The PDF could not be saved there: the disk is full, read-only or was pulled out. Your words are safe. "
            "Choose another folder and try again."
        ) from problem
