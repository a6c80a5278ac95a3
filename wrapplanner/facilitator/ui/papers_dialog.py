"""Papers and files of a session: which one, how it is wanted, and whether to print or to save it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtGui import QIntValidator
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from wrapplanner.errors import PrintError, WrapPlannerError
from wrapplanner.facilitator.ui.paper_offers import Offer, Wish
from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.printing import PrintJob, new_printer, open_pdf, save_pdf
from wrapplanner.ui.tasks import Tasks
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.controls import DropDown, TickBox
from wrapplanner.ui.widgets.words import words

PEOPLE, MOST = 8, 40


def ask_file(parent: QWidget, name: str) -> str:
    """Let the facilitator choose where a file goes; return a path, or "" where they thought better of it."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _ = QFileDialog.getSaveFileName(parent, parent.tr("Where to keep it"), str(Path(folder) / name))
    return chosen


def ask_printer(printer: QPrinter, parent: QWidget) -> bool:
    """Let the facilitator set up the printer; return whether to print."""
    dialog = QPrintDialog(printer, parent)
    agreed = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return agreed


class PapersDialog(Dialog):
    """Makes what is chosen away from the window's thread. `said(sentence)` once something was printed or saved."""

    def __init__(self, look: Look, offers: tuple[Offer, ...], parent: QWidget, say: Callable[[str], None]) -> None:
        super().__init__(look, QCoreApplication.translate("PapersDialog", "Papers and files"), parent)
        self._offers, self._say = offers, say
        self._tasks = Tasks(self)
        self._job: PrintJob | None = None
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        self.body.addWidget(words(self.tr("No names are on any of them."), "help"))
        self.which = DropDown(self.look, self.tr("What you would like"))
        self.which.setMinimumContentsLength(12)
        for offer in self._offers:
            self.which.addItem(offer.title)
        self.body.addWidget(self.which)
        self._for_how_many = words(self.tr("For how many people"), "caption-strong")
        self.people = QLineEdit(str(PEOPLE))
        self.people.setAccessibleName(self.tr("For how many people"))
        self.people.setValidator(QIntValidator(1, MOST, self))
        self.large = TickBox(self.look, self.tr("Large print"))
        for each in (self._for_how_many, self.people, self.large):
            self.body.addWidget(each)
        self._messages = words("", "soft")
        self.body.addWidget(self._messages)
        self.add_button(self.tr("Not now"), self.reject, "back")
        self.save = self.add_button(self.tr("Save it"), self._on_save)
        self.print = self.add_button(self.tr("Print it"), self._on_print, "main")
        self.focus_first(self.which)

    def _connect(self) -> None:
        self.which.currentIndexChanged.connect(self._show)
        self._tasks.busy_changed.connect(self._on_busy)

    @property
    def _offer(self) -> Offer:
        return self._offers[self.which.currentIndex()]

    def _show(self) -> None:
        offer = self._offer
        for each in (self._for_how_many, self.people):
            each.setVisible(offer.for_people)
        self.large.setVisible(offer.is_paper)
        self.print.setVisible(offer.is_paper)
        self._tell("")
        self.fit()

    def _wish(self) -> Wish:
        people = min(MOST, max(1, int(self.people.text() or 1)))
        return Wish(people, self.large.isChecked() and self._offer.is_paper)

    def _on_save(self) -> None:
        offer = self._offer
        chosen = ask_file(self, offer.name)
        if chosen:
            file = Path(chosen) if Path(chosen).suffix else Path(chosen + Path(offer.name).suffix)
            self._tasks.run(partial(offer.make, self._wish()), partial(self._on_made_to_save, file), self._on_failed)

    def _on_made_to_save(self, file: Path, made: bytes) -> None:
        try:
            save_pdf(made, file)
        except PrintError as problem:
            self._on_failed(problem)
            return
        self._say(self.tr("Saved as {0}.").format(file.name))
        self.accept()

    def _on_print(self) -> None:
        self._tasks.run(partial(self._offer.make, self._wish()), self._on_made_to_print, self._on_failed)

    def _on_made_to_print(self, made: bytes) -> None:
        printer = new_printer(open_pdf(made, self).pagePointSize(0))
        if not ask_printer(printer, self):
            return
        self._job = PrintJob(made, printer, self)
        self._job.finished.connect(self._on_printed)
        self._job.failed.connect(self._tell)
        self._job.start()

    def _on_printed(self) -> None:
        self._say(self.tr("It is on its way to the printer."))
        self.accept()

    def _on_busy(self, busy: bool) -> None:
        for each in (self.save, self.print):
            each.setEnabled(not busy)

    def _on_failed(self, problem: Exception) -> None:
        if not isinstance(problem, WrapPlannerError):
            raise problem
        self._tell(problem.sentence)

    def _tell(self, sentence: str) -> None:
        self._messages.setText(sentence)
        self._messages.setVisible(bool(sentence))
        self.fit()
