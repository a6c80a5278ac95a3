"""Where pages leave the house: to a printer or into a file. Only then is the edition noted as handed out."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wrapplanner.errors import PrintError, WrapPlannerError
from wrapplanner.ui.pages.print_dialogs import AskFile, AskPrinter
from wrapplanner.ui.pages.print_outcome import Outcome
from wrapplanner.ui.printing import PrintJob, new_printer, open_pdf, save_pdf


class Register(Protocol):
    """Where it is noted that a paper left the house: the plan's store."""

    def hand_out(self) -> object:
        """Note it. Raises NotSaved."""


class PrintDesk(QObject):
    """Prints and saves; says in `outcome` what became of it, and then `told()`."""

    told = Signal()

    def __init__(self, owner: QWidget, store: Register, outcome: Outcome, ask_printer: AskPrinter, ask_file: AskFile) -> None:
        super().__init__(owner)
        self._owner, self._store, self._outcome = owner, store, outcome
        self._ask_printer, self._ask_file = ask_printer, ask_file
        self._job: PrintJob | None = None
        outcome.stop_requested.connect(self._on_stop)

    @property
    def is_printing(self) -> bool:
        """Whether pages are on their way to a printer."""
        return self._job is not None

    def print(self, pdf: bytes) -> None:
        """Ask for the printer, and print page by page while the window stays alive."""
        pages = open_pdf(pdf, self)
        printer = new_printer(pages.pagePointSize(0))
        agreed = self._ask_printer(printer, pages.pageCount(), self._owner)
        pages.deleteLater()
        if not agreed:
            return
        self._job = PrintJob(pdf, printer, self)
        self._job.progressed.connect(self._outcome.say_page)
        self._job.finished.connect(self._on_printed)
        self._job.failed.connect(self._on_not_printed)
        self._job.start()

    def save(self, pdf: bytes, name: str) -> None:
        """Ask where, offering a name, and write the file."""
        chosen = self._ask_file(self._owner, name)
        if not chosen:
            return
        try:
            save_pdf(pdf, Path(chosen))
        except PrintError as problem:
            self._tell(problem.sentence)
        else:
            self._hand_out(self.tr("Saved as {0}.").format(Path(chosen).name))

    def _hand_out(self, said: str) -> None:
        try:
            self._store.hand_out()
        except WrapPlannerError as problem:
            self._tell(problem.sentence)
        else:
            self._outcome.say(said)
            self.told.emit()

    def _tell(self, sentence: str) -> None:
        self._outcome.tell(sentence)
        self.told.emit()

    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _on_printed(self) -> None:
        self._end_job()
        self._hand_out(self.tr("Sent to the printer."))

    def _on_not_printed(self, sentence: str) -> None:
        self._end_job()
        self._tell(sentence)

    def _end_job(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
