"""One person's days with the program, in a process of its own: `canary.py STAGE DATA CHOSEN CANARY PASSPHRASE`.

"days" writes, locks, unlocks, backs up, restores, changes the key, exports and prints, and is killed while it writes;
"after" opens what is left, looks that the last acknowledged words are there, and closes; "elsewhere" takes the sealed file in
on another computer, shows a card on the locked page and takes it away, and begins a plan on a memory stick. Files that the
person chose go to CHOSEN. Nothing may write anywhere else but in DATA, home and temp, which whoever started it then looks
through.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from auditing import Audit
from filling import filled
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit

import wrapplanner.ui  # noqa: F401  first: see its docstring
from wrapplanner.app import Desktop
from wrapplanner.content.loader import load_framework
from wrapplanner.domain.locked_card import ROLES, LockedCard, card_of
from wrapplanner.errors import Way
from wrapplanner.paths import resource_root
from wrapplanner.pdf.documents import DOCUMENTS
from wrapplanner.pdf.render import make_pdf
from wrapplanner.storage.backups import Why, listed
from wrapplanner.storage.diagnosis import DATABASE
from wrapplanner.storage.interchange import write_plan
from wrapplanner.storage.locked_card import FILE
from wrapplanner.storage.plans import PlanStore, plan_folder
from wrapplanner.storage.safefiles import write_safely
from wrapplanner.ui.pages.print_readers import Audience
from wrapplanner.ui.plan_wants import NewKey
from wrapplanner.ui.printing import PrintJob, new_printer, open_pdf, save_pdf


class Days:
    """The app, driven as the tests' own driver does, without pytest."""

    def __init__(self, data: Path, chosen: Path, canary: str, passphrase: str) -> None:
        self.data, self.chosen, self.canary, self.passphrase = data, chosen, canary, passphrase
        self.app = QApplication([])
        self.framework = load_framework(resource_root() / "framework" / "wrap" / "en")

    def open(self) -> None:
        """Start the app."""
        self.desktop = Desktop(self.app, self.data, "my-plan", example=False)
        self.desktop.start()
        self.window = self.desktop.window
        self.window.resize(1280, 800)
        self.window.activateWindow()

    def until(self, reached: Callable[[], object], what: str, seconds: float = 30) -> None:
        """Let the app run until something holds."""
        ends = time.monotonic() + seconds
        while not reached():
            self.app.processEvents()
            time.sleep(0.002)
            assert time.monotonic() < ends, f"not reached: {what}"
        self.app.processEvents()

    def type(self, words: str) -> None:
        """Type where the focus is."""
        QTest.keyClicks(self.app.focusWidget(), words)

    def unlock(self, words: str) -> None:
        """Give the passphrase."""
        self.until(lambda: isinstance(self.app.focusWidget(), QLineEdit), "the passphrase is asked for")
        self.type(words)
        QTest.keyClick(self.app.focusWidget(), Qt.Key.Key_Return)
        self.until(lambda: self.window.has_plan and not self.window.is_covered, "open")

    def write(self) -> None:
        """Write with the keyboard, and let it be kept."""
        self.window.go("write/early.signs")
        QTest.keyClick(self.app.focusWidget(), Qt.Key.Key_Return)
        self.type(f"{self.canary} typed")
        self.window.context.session.flush()

    def look_everywhere(self) -> None:
        """Go to every page, and find the canary in all of them."""
        for place in ("read", "today", "now", "part/crisis", "write/crisis.medicines", "settings/people", "history"):
            self.window.go(place)
            for _ in range(5):
                self.app.processEvents()
        self.window.go("find/" + self.canary)
        self.app.processEvents()

    def papers(self) -> None:
        """Look at papers, print one, save one, keep the open format: where the person says."""
        session = self.window.context.session
        for document in ("crisis-plan", "crisis-summary"):
            self.window.go(f"print/{document}")
            for _ in range(40):
                self.app.processEvents()
                time.sleep(0.01)
        from wrapplanner.domain.copies import Edition
        from wrapplanner.pdf.options import PrintOptions

        edition: Edition = session.store.edition()
        options = PrintOptions(edition, resource_root() / "fonts", audience=Audience.ME)
        pdf = make_pdf("crisis-summary", session.framework, session.plan, options)
        assert "crisis-summary" in DOCUMENTS
        save_pdf(pdf, self.chosen / "summary.pdf")
        pages = open_pdf(pdf, self.window)
        printer = new_printer(pages.pagePointSize(0))
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.chosen / "printed.pdf"))
        job, ended = PrintJob([pdf], printer, self.window), []
        job.finished.connect(lambda: ended.append(1))
        job.start()
        self.until(lambda: ended, "printed")
        write_safely(self.chosen / "plan.json", write_plan(session.plan))


def days(person: Days) -> None:
    """Everything, and a kill in the middle of it."""
    content = filled(person.framework, [person.canary, f"{person.canary}\nagain"])
    PlanStore.create(plan_folder(person.data, "my-plan"), "wrap", content=content).close()
    person.open()
    person.until(lambda: person.window.has_plan, "open")
    person.write()
    person.look_everywhere()
    person.papers()
    safe = person.window.context.safe
    safe.lock_with(safe.make_slot(person.passphrase))
    code = safe.new_code()
    write_safely(person.chosen / "code", code.encode())
    safe.make_backup(safe.begin_backup())
    safe.write_sealed(person.chosen / "moved.wrapplan", "")
    person.window.show_context(person.window.context)
    person.desktop.lock()
    person.unlock(person.passphrase)
    person.write()
    person.desktop.lock()
    person.unlock(person.passphrase)
    safe = person.window.context.safe
    safe.restore_requested.emit(listed(safe.folder)[0])
    person.until(lambda: person.window.has_plan and person.window.context.safe is not safe, "restored")
    safe = person.window.context.safe
    safe.new_key_requested.emit(NewKey(person.passphrase, drops_backups=False))
    person.until(lambda: person.window.has_plan and person.window.context.safe is not safe, "a new key")
    while (dialog := person.app.activeModalWidget()) is not None:
        dialog.close()
        person.app.processEvents()
    _wrong(person)
    person.write()
    session = person.window.context.session
    session.store.make_backup(session.store.begin_backup(Why.CHANGED))
    print("acknowledged", len(session.plan.entries("early.signs")), flush=True)
    person.type(f"{person.canary} that nobody kept")
    os.kill(os.getpid(), signal.SIGKILL)


def _wrong(person: Days) -> None:
    """What goes wrong is told without what was written: wrong words, and an error that nobody expected."""
    try:
        person.window.context.safe.unlock(Way.PASSPHRASE, f"{person.canary} wrong")
    except Exception as told:
        assert person.canary not in str(told)  # noqa: PT017
    try:
        raise RuntimeError(person.canary)
    except RuntimeError as error:
        sys.excepthook(RuntimeError, error, error.__traceback__)


def after(person: Days) -> None:
    """Open what the kill left."""
    person.open()
    person.unlock(person.passphrase)
    print("kept", len(person.window.context.session.plan.entries("early.signs")), flush=True)
    person.look_everywhere()
    assert person.window.close()


def elsewhere(person: Days) -> None:
    """The sealed file on another computer; a card on the locked page, until it is taken away; a plan on a memory stick."""
    person.open()
    QFileDialog.getOpenFileName = lambda *_: (str(person.chosen / "moved.wrapplan"), "")  # type: ignore[method-assign]
    person.desktop._on_open_requested()
    person.desktop._front_page.file_requested.emit()
    person.unlock(person.passphrase)
    person.look_everywhere()
    context = person.window.context
    card = card_of(person.framework, context.session.plan, ROLES)
    context.safe.place.keep_card(card)
    shown = (context.safe.folder / FILE).read_text(encoding="utf-8")
    assert person.canary in shown
    person.desktop.lock()
    person.until(
        lambda: any(person.canary in label.text() for label in person.window.findChildren(QLabel)), "the card is shown"
    )
    person.unlock(person.passphrase)
    person.window.context.safe.place.keep_card(LockedCard({}))
    assert person.window.close()
    person.data = person.data.parent / "computer of somebody else"
    person.open()
    stick = person.data.parent / "stick"
    stick.mkdir()
    person.desktop._on_start_requested("not-mine", str(stick))
    person.until(lambda: person.window.has_plan, "begun")
    person.write()
    assert person.window.close()
    assert (plan_folder(stick, "my-plan") / DATABASE).exists()
    assert [file for file in person.data.rglob("*") if file.is_file()] == []


def main() -> None:
    """Live the days of one stage; nothing may be asked by a dialog of the system."""
    stage, data, chosen, canary, passphrase = sys.argv[1:]
    home = Path(os.environ["HOME"]).parent
    audit = Audit((home,))
    audit.install()
    QFileDialog.exec = lambda *_: 0  # type: ignore[method-assign]
    {"days": days, "after": after, "elsewhere": elsewhere}[stage](Days(Path(data), Path(chosen), canary, passphrase))
    assert audit.told == [], audit.told


if __name__ == "__main__":
    main()
