"""Milliseconds from a click on the summary's picture to its painted page; printed one a line, for bench_pdf."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROUNDS = 15


def main() -> None:
    """Open the page of papers, and go to the summary and back."""
    from memory_store import MemoryStore
    from PySide6.QtCore import QEventLoop, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from wrapplanner.content.loader import load_framework
    from wrapplanner.paths import resource_root
    from wrapplanner.storage.interchange import read_plan
    from wrapplanner.ui.pages.page import PageContext
    from wrapplanner.ui.pages.print_share import PrintSharePage
    from wrapplanner.ui.preferences import PreferenceFile
    from wrapplanner.ui.session import PlanSession
    from wrapplanner.ui.theme import Look, load_faces, load_tokens

    app = QApplication([])
    load_faces(resource_root())
    framework = load_framework(resource_root() / "framework" / "wrap" / "en")
    plan = read_plan((resource_root() / "examples" / "wrap-en.json").read_bytes(), framework)
    with tempfile.TemporaryDirectory() as folder:
        look = Look(load_tokens(resource_root(), "light"), resource_root())
        session, kept = PlanSession(framework, MemoryStore(plan)), PreferenceFile(Path(folder) / "preferences.json")
        context = PageContext(look, session, kept, resource_root(), Path(folder) / "my-plan")
        page = PrintSharePage(context)
        page.resize(1072, 760)
        page.show()

        def painted(act) -> float:
            loop = QEventLoop()
            held = page._maker.made.connect(loop.quit)
            began = time.perf_counter()
            act()
            loop.exec()
            page._maker.made.disconnect(held)
            page._preview.grab()
            return (time.perf_counter() - began) * 1000

        thumbnails = page._choices._thumbnails
        for number in range(ROUNDS):
            for document in ("crisis-plan", "crisis-summary"):
                page._maker._made = None
                taken = painted(lambda document=document: QTest.mouseClick(thumbnails[document], Qt.MouseButton.LeftButton))
                if number and document == "crisis-summary":
                    print(taken)
        page.deleteLater()
        app.processEvents()


if __name__ == "__main__":
    main()
