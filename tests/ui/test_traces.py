"""What the toolkit would note down by itself, and what programs that gather the clipboard are told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from wrapplanner.ui.preferences import PreferenceFile
from wrapplanner.ui.sheet_desk import sheet_options
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.code_card import CodeCard

SAVED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from wrapplanner.paths import resource_root
from wrapplanner.ui.dressing import dress, make_look
from wrapplanner.ui.pages import print_dialogs
from wrapplanner.ui.preferences import Preferences
app = QApplication([])
dress(app, make_look(resource_root(), Preferences()))
print_dialogs.documents_folder = lambda: sys.argv[1]
window = QWidget()
QTimer.singleShot(200, lambda: QApplication.activeModalWidget().accept())
print(print_dialogs.ask_file(window, "Crisis plan.pdf"))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have file dialogs of their own")
def test_where_a_file_was_saved_is_noted_nowhere(tmp_path: Path) -> None:
    home, stick = tmp_path / "home", tmp_path / "stick"
    home.mkdir()
    stick.mkdir()
    told = os.environ | {"HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", SAVED, str(stick)]
    ended = subprocess.run(command, env=told, capture_output=True, text=True, timeout=60, check=True)
    assert ended.stdout.strip() == str(stick / "Crisis plan.pdf")
    noted = [file.name for file in home.rglob("*") if file.is_file() and b"stick" in file.read_bytes()]
    assert noted == []


def test_a_copied_code_asks_not_to_be_kept_in_a_history(look: Look, tmp_path: Path) -> None:
    card = CodeCard(look, "ABCD-EFGH", sheet_options(look, PreferenceFile(tmp_path / "preferences.json")))
    next(each for each in card.findChildren(QPushButton) if each.text() == "Copy the code").click()
    held = QGuiApplication.clipboard().mimeData()
    assert held.text() == "ABCD-EFGH"
    assert held.data("x-kde-passwordManagerHint").data() == b"secret"
    assert "ExcludeClipboardContentFromMonitorProcessing" in held.formats()
    card.deleteLater()
