"""A recovery code's sheet, printed or saved like other papers, but noted in no register."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wrapplanner.domain.copies import Copy, Edition
from wrapplanner.errors import WrapPlannerError
from wrapplanner.pdf.options import Paper, PrintOptions
from wrapplanner.ui.pages import print_dialogs
from wrapplanner.ui.pages.print_desk import PrintDesk
from wrapplanner.ui.pages.print_outcome import Outcome
from wrapplanner.ui.tasks import Tasks
from wrapplanner.ui.widgets.buttons import button
from wrapplanner.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from wrapplanner.ui.preferences import PreferenceFile
    from wrapplanner.ui.theme import Look

FILE_NAME = "Recovery code.pdf"


def sheet_options(look: Look, preferences: PreferenceFile) -> PrintOptions:
    """Return how the person prints. The sheet has no edition: the one given is never said."""
    now = preferences.now
    paper = Paper(now.paper) if now.paper in set(Paper) else Paper.A4
    return PrintOptions(Edition(1, date.today()), look.resources / "fonts", paper, now.large_print)


class SheetDesk(QWidget):
    """Two buttons, and beneath them what became of it. `row` takes further buttons."""

    def __init__(self, look: Look, code: str, options: PrintOptions) -> None:
        super().__init__()
        self._code, self._options = code, options
        self._tasks = Tasks(self)
        self._outcome = Outcome(look)
        self._desk = PrintDesk(self, _Unregistered(), self._outcome, _ask_printer, _ask_file)
        self.row = FlowLayout(look.space(8))
        for text, icon, act in (
            (self.tr("Print this sheet"), "printer", self._print),
            (self.tr("Save the sheet"), "", self._save),
        ):
            made = button(look, text, icon=icon)
            made.clicked.connect(partial(self._on_wanted, act))
            self.row.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.row)
        column.addWidget(self._outcome)

    def _on_wanted(self, act: Callable[[bytes], None]) -> None:
        if not self._tasks.is_busy and not self._desk.is_printing:
            self._tasks.run(partial(_made, self._code, self._options), act, self._on_not_made)

    def _print(self, pdf: bytes) -> None:
        self._desk.print([pdf], ())

    def _save(self, pdf: bytes) -> None:
        self._desk.save(pdf, FILE_NAME, ())

    def _on_not_made(self, problem: Exception) -> None:
        if not isinstance(problem, WrapPlannerError):
            self._outcome.tell(self.tr("The sheet could not be made. Write the code on paper instead."))
            raise problem
        self._outcome.tell(problem.sentence)


class _Unregistered:
    """Stands where papers are noted as handed out: this one never is."""

    def hand_out(self, *_handed: Copy) -> None:
        """Note nothing."""


def _ask_printer(*arguments: object) -> bool:
    return print_dialogs.ask_printer(*arguments)  # type: ignore[arg-type]


def _ask_file(parent: QWidget, name: str) -> str:
    return print_dialogs.ask_file(parent, name)


def _made(code: str, options: PrintOptions) -> bytes:
    from wrapplanner.pdf.recovery_sheet import make_sheet  # late: reportlab takes a tenth of a second

    return make_sheet(code, date.today(), options)
