from __future__ import annotations

import os
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QPoint, QSizeF, QStandardPaths, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QPushButton, QRadioButton, QToolButton

from wrapplanner.domain.changes import EntryAdded
from wrapplanner.domain.plan import Entry, Plan
from wrapplanner.pdf.options import Paper, PrintOptions
from wrapplanner.pdf.render import make_pdf
from wrapplanner.ui.pages.print_dialogs import ask_file
from wrapplanner.ui.pages.print_share import PrintSharePage
from wrapplanner.ui.printing import open_pdf
from wrapplanner.ui.widgets.controls import TickBox
from wrapplanner.ui.widgets.tick_line import TickLine


class Answers:
    """Answers in place of the system's dialogs."""

    def __init__(self, folder) -> None:
        self.folder = folder
        self.name = ""
        self.printer = None
        self.setup = lambda printer: None

    def file(self, parent, name):
        self.name = name
        return str(self.folder / name)

    def print_to_file(self, printer, pages, parent):
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.folder / "printed.pdf"))
        printer.setResolution(100)
        self.printer = printer
        self.setup(printer)
        return True


@pytest.fixture
def answers(tmp_path):
    return Answers(tmp_path)


@pytest.fixture
def open_page(qtbot, make_context, look, example, answers):
    def make(plan=example, used_look=look, width=1280, has_words=True) -> PrintSharePage:
        page = PrintSharePage(make_context(used_look, plan), ask_printer=answers.print_to_file, ask_file=answers.file)
        qtbot.addWidget(page)
        page.resize(1072, 760)
        page.set_effective_width(width)
        with qtbot.waitSignal(page._maker.made, timeout=20_000) if has_words else nullcontext():
            page.show()
        with qtbot.waitActive(page):
            page.activateWindow()
        return page

    return make


def click(page, kind, name):
    QTest.mouseClick(find(page, kind, name), Qt.MouseButton.LeftButton)


def find(page, kind, name):
    return next(
        each for each in page.findChildren(kind) if name in (each.accessibleName(), getattr(each, "text", str)().strip())
    )


def outcome(page):
    return page.findChild(QLabel, "outcome").text()


def expected(page, document="crisis-plan", **options: object):
    session = page.session
    chosen = PrintOptions(session.store.edition(), page.context.resources / "fonts", **options)
    return make_pdf(document, session.framework, session.plan, chosen)


def test_what_is_saved_is_what_is_previewed(open_page, answers, qtbot, tmp_path):
    page = open_page()
    click(page, QPushButton, "Save as PDF")
    assert answers.name == "Crisis plan.pdf"
    saved = (tmp_path / "Crisis plan.pdf").read_bytes()
    assert saved == expected(page)
    assert page._preview.sheet.page_text() == open_pdf(saved, page).getAllText(0).text()
    assert page.session.store.handed_out == 1
    assert outcome(page) == "Saved as Crisis plan.pdf."
    assert not list(tmp_path.glob(".*.new"))


def test_words_still_being_typed_are_in_the_file(open_page, qtbot, tmp_path):
    page = open_page()
    entry = Entry("fresh", text="Kettle of the late hour")
    page.session.flushing.connect(lambda: page.session.do(EntryAdded("crisis.do", entry, 0), "Add a line"))
    click(page, QPushButton, "Save as PDF")
    qtbot.waitUntil((tmp_path / "Crisis plan.pdf").exists, timeout=20_000)
    document = open_pdf((tmp_path / "Crisis plan.pdf").read_bytes(), page)
    assert "Kettle of the late hour" in "".join(document.getAllText(n).text() for n in range(document.pageCount()))


def test_the_preview_follows_the_plan(open_page, qtbot):
    page = open_page()
    with qtbot.waitSignal(page._maker.made, timeout=20_000):
        page.session.do(EntryAdded("crisis.do", Entry("fresh", text="Words that are new"), 0), "Add a line")


def test_choices_change_the_paper(open_page, qtbot, tmp_path):
    page = open_page()
    paper = find(page, QComboBox, "On which paper?")
    with qtbot.waitSignal(page._maker.made, timeout=20_000):
        paper.setFocus()
        QTest.keyClick(paper, Qt.Key.Key_Down)
    with qtbot.waitSignal(page._maker.made, timeout=20_000):
        click(page, QPushButton, "Large")
    click(page, QPushButton, "Save as PDF")
    assert (tmp_path / "Crisis plan.pdf").read_bytes() == expected(page, paper=Paper.LETTER, large_print=True)


def test_the_whole_plan_is_chosen_with_the_arrow_keys(open_page, answers, qtbot):
    page = open_page()
    page.focus_start()
    with qtbot.waitSignal(page._maker.made, timeout=20_000):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    assert page.place() == "print/whole-plan"
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert answers.name == "Whole plan.pdf"


def test_what_supporters_do_not_see_is_not_ticked(open_page, qtbot, example):
    page = open_page()
    reader = find(page, QComboBox, "Who is it for?")
    reader.setFocus()
    with qtbot.waitSignal(page._maker.made, timeout=20_000):
        QTest.keyClick(reader, Qt.Key.Key_Down)
    ticks = {tick.accessibleName(): tick.isChecked() for tick in page.findChildren(TickLine)}
    assert not any(ticks[name] for name in ("Why I do not want them", "Please do not involve", "Home"))
    assert not ticks["Medicines I take now · May be used if needed"]
    assert ticks["Medicines to avoid · Allergies"]
    assert ticks["Me when I am well"]


def test_page_down_turns_the_paper(open_page):
    page = open_page()
    sheet = page._preview.sheet
    sheet.setFocus()
    QTest.keyClick(sheet, Qt.Key.Key_PageDown)
    assert sheet.accessibleName().startswith("The paper: Page 2 of")
    QTest.keyClick(sheet, Qt.Key.Key_PageUp)
    click(page, QToolButton, "The next page")
    assert sheet.page == 1
    assert sheet.page_text() == sheet.accessibleDescription() != ""


def test_printing_draws_every_page_under_a_name_that_says_nothing(open_page, answers, qtbot, tmp_path):
    page = open_page()
    click(page, QPushButton, "Print")
    qtbot.waitUntil(lambda: outcome(page) == "Sent to the printer.", timeout=60_000)
    printed = open_pdf((tmp_path / "printed.pdf").read_bytes(), page)
    assert printed.pageCount() == page._preview.sheet.pages
    assert answers.printer.docName() == "Document"
    assert printed.pagePointSize(0).toSize() == QSizeF(595, 842).toSize()
    assert page.session.store.handed_out == 1


def test_ctrl_p_prints_the_pages_that_were_asked_for(open_page, answers, qtbot, tmp_path):
    def pages(printer) -> None:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(2, 3)

    answers.setup = pages
    page = open_page()
    page.focus_start()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: outcome(page) == "Sent to the printer.", timeout=60_000)
    assert open_pdf((tmp_path / "printed.pdf").read_bytes(), page).pageCount() == 2


@pytest.mark.qt_log_ignore("QPainter::begin", "This plugin does not support")
def test_a_printer_that_fails_is_told_and_nothing_is_handed_out(open_page, answers, qtbot, tmp_path):
    answers.setup = lambda printer: printer.setOutputFileName(str(tmp_path / "no" / "such" / "folder" / "out.pdf"))
    page = open_page()
    click(page, QPushButton, "Print")
    qtbot.waitUntil(lambda: any("Your words are safe" in label.text() for label in page.findChildren(QLabel)), timeout=20_000)
    assert page.session.store.handed_out == 0


@pytest.mark.skipif(os.name == "nt", reason="folders are made read-only differently there")
def test_a_folder_that_takes_no_file_is_told_and_leaves_nothing(open_page, answers, tmp_path):
    page = open_page()
    answers.folder = tmp_path / "not there"
    click(page, QPushButton, "Save as PDF")
    assert any("could not be saved there" in label.text() for label in page.findChildren(QLabel))
    assert page.session.store.handed_out == 0


def test_a_blank_plan_has_a_kind_word_and_a_door(open_page, qtbot):
    page = open_page(Plan("wrap"), has_words=False)
    assert not find(page, QPushButton, "Print").isVisible()
    page.focus_start()
    with qtbot.waitSignal(page.go_requested) as asked:
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert asked.args == ["write/crisis.supporters"]


def test_a_document_without_words_of_its_own_says_so(open_page, qtbot):
    page = open_page(Plan("wrap", answers={"daily.every_day": (Entry("e", text="Feed the cat"),)}), has_words=False)
    assert find(page, QPushButton, "Write one answer").isVisible()
    click(page, QRadioButton, "Whole plan")
    qtbot.waitUntil(lambda: page._preview.sheet.pages > 0, timeout=20_000)
    assert find(page, QPushButton, "Print").isVisible()


@pytest.mark.parametrize("width", [1280, 900, 640])
def test_all_that_takes_the_focus_has_a_name(open_page, nameless, width):
    page = open_page(width=width)
    assert nameless(page) == []


def test_large_text_puts_the_paper_under_the_choices(open_page, make_look, example):
    page = open_page(used_look=make_look(2.0), width=640)
    page.resize(1280, 660)
    assert find(page, QPushButton, "Print").isVisible()
    assert page._preview.sheet.height() == page._preview.sheet.heightForWidth(page._preview.sheet.width())
    assert page._scroll.widget().width() <= page._scroll.viewport().width()


def test_a_page_that_is_gone_hears_no_more(qtbot, make_context, look, example, answers):
    page = PrintSharePage(make_context(look, replace(example)), ask_printer=answers.print_to_file, ask_file=answers.file)
    page.show()
    page.close()
    page.deleteLater()
    del page
    qtbot.wait(1500)


def test_a_paper_without_a_name_says_so_and_leads_to_the_question(open_page, example, qtbot):
    answers = {q: e for q, e in example.answers.items() if q not in ("before.preferred_name", "crisis.full_name")}
    page = open_page(replace(example, answers=answers))
    assert find(page, QLabel, "Your name is not on this paper yet.").isVisible()
    with qtbot.waitSignal(page.go_requested) as asked:
        click(page, QPushButton, "Add my name")
    assert asked.args == ["write/before.preferred_name"]
    with qtbot.waitSignal(page._maker.made, timeout=20_000):
        page.session.do(EntryAdded("crisis.full_name", Entry("fresh", text="Robin Marsh"), 0), "Add a name")
    assert not find(page, QPushButton, "Add my name").isVisible()


@pytest.mark.parametrize("has_documents", [True, False])
def test_saving_begins_in_the_documents_folder_or_at_home(open_page, monkeypatch, tmp_path, has_documents):
    home, documents = tmp_path / "home", tmp_path / "home" / "Documents"
    (documents if has_documents else home).mkdir(parents=True)
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda place: str(documents if "Documents" in place.name else home))
    opened = []

    def look_at(dialog) -> int:
        opened.append((dialog.directory().absolutePath(), [Path(each).name for each in dialog.selectedFiles()]))
        return 0

    monkeypatch.setattr(QFileDialog, "exec", look_at)
    assert ask_file(open_page(), "Crisis plan.pdf") == ""
    assert opened == [(str(documents if has_documents else home), ["Crisis plan.pdf"])]


def test_both_questions_are_named_to_a_screen_reader(open_page):
    page = open_page()
    for question in ("Who is it for?", "On which paper?"):
        face = QAccessible.queryAccessibleInterface(find(page, QComboBox, question))
        assert face.text(QAccessible.Text.Name) == question
        seen = [question] if question == "Who is it for?" else []  # the paper says itself what it is
        assert [found.text(QAccessible.Text.Name) for found, _ in face.relations()] == seen


def test_worksheets_can_be_filled_in_on_a_computer(open_page, answers, qtbot, tmp_path):
    page = open_page()
    tick = find(page, TickBox, "To be filled in on a computer")
    assert not tick.isVisible()
    with qtbot.waitSignal(page._maker.made, timeout=20_000):
        page.go_to("worksheets")
    with qtbot.waitSignal(page._maker.made, timeout=20_000):
        QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(12, tick.height() // 2))
    click(page, QPushButton, "Save as PDF")
    with pikepdf.open(tmp_path / "Worksheets.pdf") as pdf:
        assert len(pdf.Root.AcroForm.Fields) > 5
    with qtbot.waitSignal(page._maker.made, timeout=20_000):
        page.go_to("crisis-plan")
    assert not tick.isVisible()
    assert page._choices.options(page.session.store.edition()).fillable is False
