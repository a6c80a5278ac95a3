"""Copies leave the house: for whom, what is on them, who holds which, what has changed since, and what replaces them."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from journeys.driver import Driver, words_of
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLineEdit
from test_accessibility import faults
from test_large_text import problems_of

from wrapplanner.domain.changes import EntryAdded, EntryEdited
from wrapplanner.domain.copies import CopyState
from wrapplanner.domain.plan import Entry
from wrapplanner.ui.pages import print_desk, print_dialogs
from wrapplanner.ui.widgets.tick_line import TickLine


class Printer:
    """Stands in for the system's print dialog: pages go to a file, and what was sent is kept."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.sent: list[list[bytes]] = []
        kept, real = self, print_desk.PrintJob

        class Answered:
            DialogCode = print_dialogs.QPrintDialog.DialogCode
            PrintDialogOption = print_dialogs.QPrintDialog.PrintDialogOption

            def __init__(self, printer: QPrinter, _parent: object) -> None:
                self._printer = printer

            def setOption(self, _option: object) -> None: ...
            def setMinMax(self, _least: int, _most: int) -> None: ...
            def deleteLater(self) -> None: ...

            def exec(self) -> object:
                self._printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
                self._printer.setResolution(72)  # a page at a real printer's takes a second
                self._printer.setOutputFileName(str(folder / f"printed-{len(kept.sent) + 1}.pdf"))
                return self.DialogCode.Accepted

        class Job(real):
            def __init__(self, pdfs, printer, owner) -> None:
                kept.sent.append(list(pdfs))
                super().__init__(pdfs, printer, owner)

        monkeypatch.setattr(print_dialogs, "QPrintDialog", Answered)
        monkeypatch.setattr(print_desk, "PrintJob", Job)

    def texts(self, folder: Path) -> list[str]:
        """Return the words of each paper that was sent last."""
        found = []
        for pdf in self.sent[-1]:
            (folder / "sent.pdf").write_bytes(pdf)
            found.append(words_of(folder / "sent.pdf"))
        return found


@pytest.fixture
def printer(app: Driver, monkeypatch: pytest.MonkeyPatch) -> Printer:
    return Printer(app.papers, monkeypatch)


def copies(app: Driver):
    return app.window.context.session.store.copies()


def paper(app: Driver) -> str:
    """Return the words of the paper that is previewed, once it is the one that is wanted."""
    maker = app.window._frame.page._maker
    app.wait(lambda: maker._made is not None and maker._wanted is None and not maker._tasks.is_busy, "no paper was made")
    (app.papers / "seen.pdf").write_bytes(maker._made[1].pdf)
    return words_of(app.papers / "seen.pdf")


def at_supporter_copy(app: Driver, **how: object) -> None:
    app.begin("print/supporter-copy", **how)
    app.see("Who is it for?", "What will Jo see?")


def test_a_copy_is_made_printed_grows_old_and_is_replaced(app: Driver, printer: Printer) -> None:
    at_supporter_copy(app)
    assert "Jo Lantern" in paper(app)
    assert "Levothyroxine" not in paper(app), "medicines are off for supporters until they are ticked"
    assert "Ade Finch" in paper(app)
    app.click("Who else helps", TickLine)
    assert "Ade Finch" not in paper(app)
    app.click("Medicines I take now", TickLine)
    assert "Levothyroxine" in paper(app)
    app.click("Print")
    app.see("Sent to the printer.", "Who holds a copy", "The newest")
    assert [(copy.holder, copy.document, copy.version) for copy in copies(app)] == [("Jo Lantern", "supporter-copy", 1)]
    assert list(app.papers.glob("printed-1.pdf")), "the pages did not reach the printer"

    app.window.go("write/crisis.medicines")  # the reader sees them
    app.window.context.session.undo_stack.clear()
    app.key("Ctrl+4")
    rename(app, "crisis.medicines", "Carbimazole")
    app.see("Holds an older copy", "Replace it")
    app.click("More about the copy of Jo Lantern")
    app.click("See what has changed")
    app.see("Since Jo Lantern got this copy", "Medicines I take now", "Carbimazole")
    assert not [each for each in QApplication.topLevelWidgets() if "Lantern" in each.windowTitle()]
    app.click("Print a new copy")
    app.see("Sent to the printer.", "The newest")
    notice, new = printer.texts(app.papers)
    assert "I have made a new version" in notice
    assert "Medicines I take now: one changed" in notice
    assert "Carbimazole" not in notice, "a notice says nothing of the plan"
    assert "crisis" not in notice.lower()
    assert "Carbimazole" in new
    assert "Ade Finch" not in new, "what was not ticked stays off"
    assert [copy.state for copy in copies(app)] == [CopyState.REPLACED, CopyState.HELD]

    app.click("More about the copy of Jo Lantern")
    app.click("It came back to me")
    app.see_not("Who holds a copy")
    app.key("Ctrl+Z")
    app.see("Who holds a copy", "The newest")


def rename(app: Driver, question: str, name: str) -> None:
    """Write another name in the first record of a question, as an editor would hand it in."""
    session = app.window.context.session
    entry = session.plan.entries(question)[0]
    session.do(EntryEdited(question, replace(entry, cells=(("name", name), *entry.cells[1:]))), "Change a line")
    app.settle()


def test_an_old_version_is_read_and_printed_as_it_was(app: Driver, printer: Printer) -> None:
    at_supporter_copy(app)
    app.click("Medicines I take now", TickLine)
    paper(app)
    app.click("Print")
    app.see("The newest")
    rename(app, "crisis.medicines", "Carbimazole")
    app.see("Holds an older copy")
    assert "Carbimazole" in paper(app)
    app.click("More about the copy of Jo Lantern")
    app.click("Read or print it as it was")
    app.see("Version 1, as Jo Lantern holds it")
    assert "Levothyroxine" in paper(app)
    assert "Version 1" in paper(app)
    app.click("Print")
    app.see("Sent to the printer.")
    assert len(copies(app)) == 1, "what somebody has already is not handed out again"
    app.click("Back to today")
    assert "Carbimazole" in paper(app)


def test_a_file_is_saved_with_a_password_that_is_not_kept(app: Driver) -> None:
    at_supporter_copy(app)
    app.answer_file_dialog(app.papers / "for-jo.pdf")
    app.click("Save with a password")
    password = app.find("Password", QLineEdit).text()
    assert len(password.split()) == 4
    app.click("Offer four other words")
    password = app.find("Password", QLineEdit).text()
    app.click("Save the file")
    app.see("Saved as for-jo.pdf.")
    sealed = (app.papers / "for-jo.pdf").read_bytes()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(sealed))
    with pikepdf.open(io.BytesIO(sealed), password=password) as opened:
        assert (opened.encryption.R, opened.encryption.bits) == (6, 256)
    app.close()
    found = [file for file in app.data.rglob("*") if file.is_file() and password.encode() in file.read_bytes()]
    assert not found


def test_a_supporter_says_yes_and_it_is_noted(app: Driver) -> None:
    at_supporter_copy(app)
    app.click("They said yes today")
    app.see("They said yes, ")
    person = app.plan.person("jo")
    assert person is not None
    assert person.agreement.value == "agreed"
    app.key("Ctrl+Z")
    app.see("They said yes today")


def test_by_keyboard_alone(app: Driver, printer: Printer) -> None:
    at_supporter_copy(app)
    app.tab_to("Who else helps")
    app.key("Space")
    assert "Ade Finch" not in paper(app)
    app.key("Ctrl+P")
    app.see("Sent to the printer.", "The newest")
    app.tab_to("More about the copy of Jo Lantern")
    app.key("Space")
    app.see("It was destroyed")
    app.key("Esc")


def test_two_sides_are_asked_of_the_printer(app: Driver, printer: Printer, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    real = print_desk.new_printer

    def noted(page, *, both_sides: bool = False) -> QPrinter:  # without a printer Qt forgets how sheets are turned
        asked.append(both_sides)
        return real(page, both_sides=both_sides)

    monkeypatch.setattr(print_desk, "new_printer", noted)
    app.begin("print/wallet-card")
    app.see("On both sides")
    one = paper(app)
    app.click("On both sides")
    assert paper(app) != one
    app.click("Print")
    app.see("Sent to the printer.")
    assert asked == [True]


@pytest.mark.parametrize("document", ["supporter-copy", "crisis-plan"])
def test_it_is_whole_at_200_percent_and_every_control_has_a_name(app: Driver, document: str, printer: Printer) -> None:
    app.begin(f"print/{document}", scale=2.0)
    app.rest()
    paper(app)
    app.key("Ctrl+P")
    app.see("The newest")
    app.rest()
    assert not list(problems_of(app.window))
    assert not list(faults(app.window))


def test_going_over_the_plan_leads_to_the_new_copy_and_to_how_one_was(app: Driver, printer: Printer) -> None:
    at_supporter_copy(app)
    app.click("Print")
    app.see("Sent to the printer.", "The newest")
    app.window.context.session.do(EntryAdded("crisis.do", Entry("e9", "Hold my hand"), 0), "Add a line")
    app.window.go("review/copies")
    app.see("Jo Lantern", "Holds an older copy")
    app.click("More about the copy of Jo Lantern")
    app.click("Read or print it as it was")
    app.see("Version 1, as Jo Lantern holds it")
    app.window.go("back")
    app.goes("review/copies")
    app.click("More about the copy of Jo Lantern")
    app.click("See what has changed")
    app.see("Since Jo Lantern got this copy")
    app.key("Esc")
    app.settle()
    app.goes("review/copies")
    app.click("Replace it")
    app.goes("print/supporter-copy")
    app.see("Sent to the printer.", "The newest")
    notice, new = printer.texts(app.papers)
    assert "I have made a new version" in notice
    assert "Hold my hand" in new
    assert [copy.state for copy in copies(app)] == [CopyState.REPLACED, CopyState.HELD]
    app.window.go("print/replace/nobody")  # a copy that came back meanwhile
    assert app.place() == "print/supporter-copy"
    assert len(printer.sent) == 2
