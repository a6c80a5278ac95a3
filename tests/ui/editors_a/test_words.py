"""One line, free writing and dates."""

from __future__ import annotations

from datetime import date

import pytest
from hands import LEFT, Held, Key, focus, press, type_words
from PySide6.QtCore import QDate
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget

from wrapplanner.domain.changes import EntryEdited
from wrapplanner.domain.plan import Entry
from wrapplanner.ui.editors.date_editor import DateEditor
from wrapplanner.ui.editors.dates import read_date
from wrapplanner.ui.editors.pause import PAUSE_MS
from wrapplanner.ui.editors.words import LineEditor, TextEditor

LINE, TEXT, DATE = "before.preferred_name", "toolbox.meaning", "crisis.plan_date"


def answer(session, question: str) -> list[str]:
    return [entry.text for entry in session.plan.entries(question)]


def test_a_line_is_kept_after_a_pause_and_at_leaving(edit, open_session, qtbot):
    session = open_session()
    editor = edit(LineEditor, LINE, session)
    editor.focus_start()
    type_words("Sam ")
    qtbot.wait(PAUSE_MS + 200)
    assert answer(session, LINE) == ["Sam "]
    type_words("B")
    session.flush()
    assert answer(session, LINE) == ["Sam B"]
    assert session.undo_stack.count() == 1
    assert focus().accessibleName() == editor.question.prompt


def test_clearing_a_line_takes_the_entry_out(edit, open_session):
    session = open_session(answers={LINE: (Entry("a", "Sam"),)})
    editor = edit(LineEditor, LINE, session)
    editor.focus_start()
    press(Key.Key_A, Held.ControlModifier)
    press(Key.Key_Backspace)
    assert answer(session, LINE) == ["Sam"]
    session.flush()
    assert answer(session, LINE) == []
    session.undo()
    assert editor.field.text() == "Sam"


def test_enter_in_a_line_goes_on(edit, open_session, qtbot):
    editor = edit(LineEditor, LINE, open_session())
    editor.focus_start()
    with qtbot.waitSignal(editor.next_requested):
        press(Key.Key_Return)


def test_a_change_from_outside_is_shown_and_the_caret_stays(edit, open_session):
    session = open_session(answers={LINE: (Entry("a", "Sam Brown"),)})
    editor = edit(LineEditor, LINE, session)
    editor.focus_start()
    editor.field.setCursorPosition(2)
    session.do(EntryEdited(LINE, Entry("a", "Sam White")), "x")
    assert (editor.field.text(), editor.field.cursorPosition()) == ("Sam White", 2)


def test_free_writing_grows_and_keeps_its_lines(edit, open_session):
    session = open_session()
    editor = edit(TextEditor, TEXT, session)
    editor.focus_start()
    least = editor.field.height()
    assert least >= 5 * editor.field.fontMetrics().lineSpacing()
    for _ in range(8):
        type_words("words")
        press(Key.Key_Return)
    QApplication.processEvents()
    assert editor.field.height() > least
    assert editor.field.verticalScrollBar().maximum() == 0
    session.flush()
    assert answer(session, TEXT) == ["\n".join(["words"] * 8)]


def test_tab_leaves_free_writing_and_ctrl_enter_goes_on(edit, open_session, qtbot):
    session = open_session()
    editor = edit(TextEditor, TEXT, session)
    editor.focus_start()
    type_words("x")
    with qtbot.waitSignal(editor.next_requested):
        press(Key.Key_Return, Held.ControlModifier)
    editor.take_idea("Music")
    assert answer(session, TEXT) == ["x\nMusic"]


@pytest.mark.parametrize(
    "words",
    [
        "3 November 2026",
        "3/11/2026",
        "3.11.2026",
        "2026-11-03",
        "Nov 3 2026",
        "November 3, 2026",
        "Tuesday the 3rd of November 2026",
    ],
)
def test_dates_are_read_as_people_write_them(words):
    assert read_date(words) == "2026-11-03"


@pytest.mark.parametrize("words", ["", "soon", "31/2/2026", "3 11", "3 ju 2026", "2026", "99/99/9999", "3 November 20266"])
def test_what_is_no_date_is_not_guessed(words):
    assert read_date(words) is None


def test_a_date_is_kept_and_shown_in_words(edit, open_session):
    session = open_session()
    editor = edit(DateEditor, DATE, session)
    editor.focus_start()
    type_words("3/11/2026")
    press(Key.Key_Return)
    assert answer(session, DATE) == ["2026-11-03"]
    assert editor.field.text() == "3 November 2026"


def test_words_that_are_no_date_stay_on_the_screen_and_are_not_kept(edit, open_session):
    session = open_session(answers={DATE: (Entry("a", "2026-11-03"),)})
    editor = edit(DateEditor, DATE, session)
    editor.focus_start()
    press(Key.Key_A, Held.ControlModifier)
    type_words("next spring")
    press(Key.Key_Tab)
    assert answer(session, DATE) == ["2026-11-03"]
    assert editor.field.text() == "next spring"
    assert editor.unread.isVisible()
    editor.field.setFocus()
    press(Key.Key_A, Held.ControlModifier)
    press(Key.Key_Delete)
    session.flush()
    assert answer(session, DATE) == []
    assert not editor.unread.isVisible()


def test_today_and_the_calendar_choose_a_day(edit, open_session):
    session = open_session()
    editor = edit(DateEditor, DATE, session)
    QTest.mouseClick(editor.today, LEFT)
    assert answer(session, DATE) == [date.today().isoformat()]
    QTest.mouseClick(editor.calendar, LEFT)
    picker = QApplication.activePopupWidget()
    month = picker.findChild(QCalendarWidget)
    assert month.accessibleName()
    assert month.selectedDate() == QDate.currentDate()
    QTest.keyClick(picker.focusWidget(), Key.Key_Right)
    QTest.keyClick(picker.focusWidget(), Key.Key_Return)
    assert answer(session, DATE) == [QDate.currentDate().addDays(1).toString("yyyy-MM-dd")]
    assert focus() is editor.field
