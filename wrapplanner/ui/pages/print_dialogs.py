"""The system's own dialogs for printing and saving. Pages are given them, so that tests can answer in their place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

AskPrinter = Callable[[QPrinter, int, QWidget], bool]
AskFile = Callable[[QWidget, str], str]


def ask_printer(printer: QPrinter, pages: int, parent: QWidget) -> bool:
    """Let the person set up the printer for so many pages; return whether to print."""
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, pages)
    agreed = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return agreed


def documents_folder() -> str:
    """Return the person's documents folder, or their own folder where they have no such."""
    places = QStandardPaths.StandardLocation
    found = (QStandardPaths.writableLocation(place) for place in (places.DocumentsLocation, places.HomeLocation))
    return next((folder for folder in found if Path(folder).is_dir()), "")


def ask_file(parent: QWidget, name: str) -> str:
    """Let the person choose where a PDF goes, `name` being offered; return a path, or "" where they thought better of it."""
    return ask_new_file(parent, parent.tr("Save as PDF"), name, "PDF", "pdf")


def ask_new_file(parent: QWidget, title: str, name: str, what: str, suffix: str) -> str:
    """Let the person choose where a file goes; see `ask_file`. `what` names its kind, `suffix` ends its name."""
    dialog = QFileDialog(parent, title, documents_folder(), f"{what} (*.{suffix})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(name)
    chosen = dialog.selectedFiles()[0] if dialog.exec() else ""
    dialog.deleteLater()
    return chosen
