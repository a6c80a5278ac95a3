"""Where pages leave the house: to a printer or into a file. Only then are they noted in the register of copies."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wrapplanner.domain.copies import Copy
from wrapplanner.errors import PrintError, WrapPlannerError
from wrapplanner.ui.pages.print_dialogs import AskFile, AskPrinter
from wrapplanner.ui.pages.print_outcome import Outcome
from wrapplanner.ui.printing import PrintJob, new_printer, open_pdf, save_pdf


class Register(Protocol):
    """Where it is noted that copies left the house: the plan's session."""

    def hand_out(self, *handed: Copy) -> object:
        """Note it. Raises NotSaved."""


class PrintDesk(QObject):
    """Prints and saves; says in `outcome` what became of it, and then `told()`.

    `handed` are the copies that leave the house by it; none for blank sheets and for what somebody has already.
    """

    told = Signal()

    def __init__(
        self, owner: QWidget, register: Register, outcome: Outcome, ask_printer: AskPrinter, ask_file: AskFile
    ) -> None:
        super().__init__(owner)
        self._owner, self._register, self._outcome = owner, register, outcome
        self._ask_printer, self._ask_file = ask_printer, ask_file
        self._job: PrintJob | None = None
        self._handed: tuple[Copy, ...] = ()
        outcome.stop_requested.connect(self._on_stop)

    @property
    def is_printing(self) -> bool:
        """Whether pages are on their way to a printer."""
        return self._job is not None

    def print(self, pdfs: Sequence[bytes], handed: tuple[Copy, ...], *, both_sides: bool = False) -> None:
        """Ask for the printer, and print page by page while the window stays alive."""
        opened = [open_pdf(pdf, self) for pdf in pdfs]
        printer = new_printer(opened[0].pagePointSize(0), both_sides=both_sides)
        agreed = self._ask_printer(printer, sum(pages.pageCount() for pages in opened), self._owner)
        for pages in opened:
            pages.deleteLater()
        if not agreed:
            return
        self._handed = handed
        self._job = PrintJob(pdfs, printer, self)
        self._job.progressed.connect(self._outcome.say_page)
        self._job.finished.connect(self._on_printed)
        self._job.failed.connect(self._on_not_printed)
        self._job.start()

    def save(self, pdf: bytes, name: str, handed: tuple[Copy, ...], *, password: str = "") -> None:
        """Ask where, offering a name, and write the file; with a `password` nobody opens it without."""
        chosen = self._ask_file(self._owner, name)
        if not chosen:
            return
        try:
            if password:
                from wrapplanner.pdf.sealing import with_password  # late: pikepdf is there only once a paper was made

                pdf = with_password(pdf, password)
            save_pdf(pdf, Path(chosen))
        except PrintError as problem:
            self._tell(problem.sentence)
        else:
            self._hand_out(self.tr("Saved as {0}.").format(Path(chosen).name), handed)

    def _hand_out(self, said: str, handed: tuple[Copy, ...]) -> None:
        try:
            if handed:
                self._register.hand_out(*handed)
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
        self._hand_out(self.tr("Sent to the printer."), self._handed)

    def _on_not_printed(self, sentence: str) -> None:
        self._end_job()
        self._tell(sentence)

    def _end_job(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
