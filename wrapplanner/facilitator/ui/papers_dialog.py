"""Asks which paper the group wants, and prints or saves it. Papers are made in a thread: the hide key never waits."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from wrapplanner.errors import PrintError, WrapPlannerError
from wrapplanner.facilitator.ui.papers import ALL, PAPERS, Asks, Order, PaperKind, made
from wrapplanner.facilitator.ui.small_dialogs import CountField
from wrapplanner.ui.dialogs.dialog import Dialog
from wrapplanner.ui.tasks import Tasks
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.controls import DropDown, Radio, TickBox
from wrapplanner.ui.widgets.words import words

IDEAS_SUFFIX, PDF_SUFFIX = ".wrapideas", ".pdf"


class PapersDialog(Dialog):
    """`saved(name)` once a file is there, `refused(sentence)` where it cannot be made or written."""

    saved = Signal(str)
    refused = Signal(str)

    def __init__(self, look: Look, order: Order, parent: QWidget) -> None:
        super().__init__(look, QCoreApplication.translate("PapersDialog", "Papers for the group"), parent)
        self._order, self._tasks = order, Tasks(self)
        self._choices: dict[str, Radio] = {}
        self._kinds = {kind.id: kind for kind in PAPERS if kind.is_there(order)}
        self.body.addWidget(words(self.tr("No names stand on any of them."), "help"))
        for kind in self._kinds.values():
            choice = Radio(look, QCoreApplication.translate("Papers", kind.words))
            choice.toggled.connect(self._show)
            self._choices[kind.id] = choice
            self.body.addWidget(choice)
        self._people_label = words(self.tr("For how many people"), "caption-strong")
        self._people = CountField(self.tr("For how many people"), order.people, 40, step=1)
        self._large = TickBox(look, self.tr("Large print"))
        self._board_label = words(self.tr("Which board"), "caption-strong")
        self._board = DropDown(look, self.tr("Which board"))
        for each in (self._people_label, self._people, self._board_label, self._board, self._large):
            self.body.addWidget(each)
        self.add_button(self.tr("Done"), self.reject, "back")
        self._print = self.add_button(self.tr("Print"), self._on_print)
        self._save = self.add_button(self.tr("Save"), self._on_save, "main")
        first = next(iter(self._choices.values()))
        first.setChecked(True)
        self.focus_first(first)

    @property
    def _kind(self) -> PaperKind:
        return next(self._kinds[name] for name, choice in self._choices.items() if choice.isChecked())

    def _show(self) -> None:
        if not any(choice.isChecked() for choice in self._choices.values()):
            return
        asks, paper = self._kind.asks, self._kind.make is not None
        self._offer_boards(asks)
        several = Asks.BOARD in asks and len(self._order.boards) > 1
        for label, field, asked in (
            (self._people_label, self._people, Asks.PEOPLE in asks),
            (self._board_label, self._board, several),
        ):
            label.setVisible(asked)
            field.setVisible(asked)
        self._large.setVisible(paper)
        self._print.setVisible(paper)
        if self.isVisible():
            self.fit()

    def _offer_boards(self, asks: Asks) -> None:
        before = self._board.currentData()
        self._board.clear()
        for item in self._order.boards:
            self._board.addItem(item.title, item.id)
        if Asks.ALL_BOARDS in asks:
            self._board.addItem(self.tr("All of them"), ALL)
        self._board.setCurrentIndex(max(0, self._board.findData(before)))

    def _asked(self) -> Order:
        board = self._board.currentData() or ""
        return replace(self._order, people=self._people.count, large_print=self._large.isChecked(), board=board)

    def _on_save(self) -> None:
        kind = self._kind
        suffix = PDF_SUFFIX if kind.make is not None else IDEAS_SUFFIX
        title = self.tr("Where shall it be saved?")
        chosen, _ = QFileDialog.getSaveFileName(self, title, f"{kind.file}{suffix}", f"*{suffix}")
        if chosen:
            self._make(kind, partial(self._write, Path(chosen).with_suffix(suffix)))

    def _on_print(self) -> None:
        self._make(self._kind, self._send)

    def _make(self, kind: PaperKind, done: object) -> None:
        for each in (self._save, self._print):
            each.setEnabled(False)
        self._tasks.run(partial(made, kind, self._asked()), done, self._on_failed)  # type: ignore[arg-type]

    def _write(self, file: Path, data: bytes) -> None:
        from wrapplanner.ui.printing import save_pdf

        self._ready()
        try:
            save_pdf(data, file)
        except PrintError as error:
            self._tell(error.sentence)
        else:
            self.saved.emit(file.name)
            self.accept()

    def _send(self, data: bytes) -> None:
        from PySide6.QtCore import QSizeF
        from PySide6.QtPrintSupport import QPrintDialog

        from wrapplanner.ui.printing import PrintJob, new_printer, open_pdf

        self._ready()
        size = open_pdf(data, self).pagePointSize(0)
        self._printer = new_printer(QSizeF(size))
        asks = QPrintDialog(self._printer, self)
        job = PrintJob([data], self._printer, self)
        job.failed.connect(self._tell)
        job.finished.connect(self.accept)
        asks.accepted.connect(job.start)
        asks.setWindowModality(Qt.WindowModality.WindowModal)
        asks.show()

    def _ready(self) -> None:
        for each in (self._save, self._print):
            each.setEnabled(True)

    def _on_failed(self, error: BaseException) -> None:
        self._ready()
        if not isinstance(error, WrapPlannerError):
            raise error
        self._tell(error.sentence)

    def _tell(self, sentence: str) -> None:
        self.refused.emit(sentence)
        self.reject()
