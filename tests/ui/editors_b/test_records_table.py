"""Records by keyboard and mouse, in the table."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from wrapplanner.domain.changes import EntryEdited
from wrapplanner.domain.framework import Column, ColumnKind
from wrapplanner.domain.plan import Entry, Plan
from wrapplanner.ui.editors.record_fields import fields_of
from wrapplanner.ui.editors.records import RecordsEditor
from wrapplanner.ui.editors.records_table import RecordsTable
from wrapplanner.ui.editors.room import shares
from wrapplanner.ui.editors.wrapped import WrappedWords
from wrapplanner.ui.models.records_model import RecordsModel

MEDICINES = "crisis.medicines"


@pytest.fixture
def editor(edit) -> RecordsEditor:
    return edit(RecordsEditor, MEDICINES)


@pytest.fixture
def table(editor: RecordsEditor) -> RecordsTable:
    table = editor.findChild(RecordsTable)
    assert table.isVisible()
    table.setFocus()
    return table


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, held)
    QApplication.processEvents()


def type_in(words: str) -> None:
    for letter in words:  # the first letter opens the field that takes the others
        QTest.keyClicks(QApplication.focusWidget(), letter)


def click(table: RecordsTable, row: int, column: int) -> None:
    place = table.visualRect(table.model().index(row, column)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def names(session) -> list[str]:
    return [entry.cell("name") for entry in session.plan.entries(MEDICINES)]


def test_typing_in_a_cell_is_kept_with_tab_and_goes_to_the_next(table, session):
    click(table, 1, 2)
    type_in("When I need it")
    press(Qt.Key.Key_Tab)
    type_in("Breathing")
    press(Qt.Key.Key_Return)
    entry = session.plan.entry(MEDICINES, "m2")
    assert (entry.cell("when"), entry.cell("for")) == ("When I need it", "Breathing")


def test_a_pause_keeps_the_words_and_the_caret_stays(table, session, qtbot):
    click(table, 1, 0)
    press(Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    press(Qt.Key.Key_Home)
    type_in("My ")
    qtbot.waitUntil(lambda: names(session)[1] == "My Blue inhaler", timeout=3000)
    assert QApplication.focusWidget() is field
    assert field.textCursor().position() == 3


def test_words_typed_in_pauses_are_one_step_of_undo(table, session, qtbot):
    click(table, 1, 2)
    type_in("At")
    qtbot.waitUntil(lambda: session.plan.entry(MEDICINES, "m2").cell("when") == "At")
    type_in(" night")
    press(Qt.Key.Key_Return)
    assert session.plan.entry(MEDICINES, "m2").cell("when") == "At night"
    session.undo()
    assert session.plan.entry(MEDICINES, "m2").cell("when") == ""


def test_flush_keeps_what_is_being_typed(table, session):
    click(table, 2, 1)
    type_in("2 mg")
    session.flush()
    assert session.plan.entry(MEDICINES, "m3").cell("amount") == "2 mg"


def test_going_elsewhere_keeps_what_was_typed(table, editor, session):
    click(table, 2, 1)
    type_in("2 mg")
    editor.findChild(QPushButton).setFocus()
    QApplication.processEvents()
    assert session.plan.entry(MEDICINES, "m3").cell("amount") == "2 mg"


def test_tab_at_the_end_begins_a_row_that_words_make_real(table, session):
    click(table, 2, 4)
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_Tab)
    assert table.model().rowCount() == 4
    assert len(names(session)) == 3, "nothing blank reaches the plan"
    type_in("Iron")
    press(Qt.Key.Key_Return)
    assert names(session) == ["Levothyroxine", "Blue inhaler", "Melatonin", "Iron"]


def test_a_row_begun_and_left_blank_is_gone(table, session, qtbot):
    click(table, 0, 0)
    press(Qt.Key.Key_Insert)
    assert table.model().rowCount() == 4
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: table.model().rowCount() == 3)
    assert session.undo_stack.count() == 0


def test_tab_leaves_the_table_from_a_blank_row(table, editor, qtbot):
    click(table, 2, 4)
    press(Qt.Key.Key_F2)
    for _ in range(6):
        press(Qt.Key.Key_Tab)
    assert not editor.isAncestorOf(QApplication.focusWidget()) or QApplication.focusWidget().objectName() == "addRow"
    qtbot.waitUntil(lambda: table.model().rowCount() == 3)


def test_tab_without_writing_goes_through_the_cells_and_out(table):
    click(table, 2, 3)
    press(Qt.Key.Key_Tab)
    assert table.currentIndex().column() == 4
    press(Qt.Key.Key_Tab)
    assert not table.hasFocus()


def test_insert_adds_below_and_delete_takes_out_with_undo(table, session):
    click(table, 0, 0)
    press(Qt.Key.Key_Insert)
    type_in("Iron")
    press(Qt.Key.Key_Return)
    assert names(session)[1] == "Iron"
    press(Qt.Key.Key_Delete)
    assert names(session) == ["Levothyroxine", "Blue inhaler", "Melatonin"]
    session.undo()
    assert names(session)[1] == "Iron"


def test_alt_arrows_move_a_row_and_the_focus_goes_with_it(table, session):
    click(table, 0, 1)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(session) == ["Blue inhaler", "Levothyroxine", "Melatonin"]
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 1)
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(session)[0] == "Levothyroxine"


def test_escape_takes_back_what_the_cell_said_before(table, session, qtbot):
    click(table, 0, 1)
    type_in("!")
    qtbot.waitUntil(lambda: session.plan.entry(MEDICINES, "m1").cell("amount") == "50 micrograms!")
    press(Qt.Key.Key_Escape)
    assert session.plan.entry(MEDICINES, "m1").cell("amount") == "50 micrograms"
    assert table.hasFocus()


def test_a_record_that_says_nothing_any_more_goes_when_it_is_left(table, session, qtbot):
    click(table, 2, 0)
    for column in (0, 4):
        click(table, 2, column)
        press(Qt.Key.Key_F2)
        press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        press(Qt.Key.Key_Backspace)
        press(Qt.Key.Key_Return)
    assert len(names(session)) == 3
    press(Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: len(names(session)) == 2)


def test_a_name_of_the_address_list_becomes_a_reference_and_other_words_stay_words(table, session):
    click(table, 2, 4)
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_in("gp surgery")
    press(Qt.Key.Key_Tab)
    entry = session.plan.entry(MEDICINES, "m3")
    assert (entry.person, entry.text) == ("gp", "")
    table.window().activateWindow()  # without a window system nobody gives the focus back after a list of offers
    click(table, 2, 4)
    press(Qt.Key.Key_F2)
    type_in("!")
    press(Qt.Key.Key_Return)
    entry = session.plan.entry(MEDICINES, "m3")
    assert (entry.person, entry.text) == ("", "GP surgery!")


def test_people_are_offered_while_one_types(table, session):
    click(table, 1, 4)
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_in("lan")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert session.plan.entry(MEDICINES, "m2").person == "jo"


def test_a_choice_is_picked_with_the_arrows(edit, session):
    editor = edit(RecordsEditor, "crisis.treatments")
    editor.findChild(QPushButton, "addRow").click()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)
    type_in("Talking")
    press(Qt.Key.Key_Return)
    (entry,) = session.plan.entries("crisis.treatments")
    assert entry.cells == (("choice", "helps"), ("what", "Talking"))


def test_a_blank_phone_shows_the_persons_own(edit, session):
    editor = edit(RecordsEditor, "crisis.tasks")
    table = editor.findChild(RecordsTable)
    assert table.model().index(0, 2).data() == "01632 960217"
    click(table, 0, 2)
    table.setFocus()
    type_in("999")
    press(Qt.Key.Key_Return)
    assert session.plan.entries("crisis.tasks")[0].cell("phone") == "999"


def test_several_lines_with_shift_enter_only_where_the_column_takes_them(edit, session):
    table = edit(RecordsEditor, "crisis.tasks").findChild(RecordsTable)
    table.setFocus()
    click(table, 0, 3)
    type_in("One")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_in("Two")
    height = table.rowHeight(0)
    press(Qt.Key.Key_Return)
    assert session.plan.entries("crisis.tasks")[0].cell("how") == "One\nTwo"
    assert table.rowHeight(0) >= height - 2


def test_cells_say_their_column_words_and_row(table):
    spoken = table.model().index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "How much: 2 puffs, row 2 of 3"
    assert table.accessibleName() == "Medicines I take now"


def test_undo_elsewhere_keeps_the_field_open(table, session):
    click(table, 0, 0)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    click(table, 2, 1)
    press(Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    session.undo()
    assert QApplication.focusWidget() is field


def test_ctrl_enter_asks_for_the_next_question(table, editor, session, qtbot):
    click(table, 2, 1)
    type_in("2 mg")
    with qtbot.waitSignal(editor.next_requested):
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert session.plan.entry(MEDICINES, "m3").cell("amount") == "2 mg"


def test_ideas_become_rows(edit, session):
    editor = edit(RecordsEditor, "crisis.tasks")
    editor.take_idea("Water the plants")
    assert session.plan.entries("crisis.tasks")[-1].cell("task") == "Water the plants"
    assert editor.has_words("Water the plants")


def test_widths_are_shared_and_add_up():
    assert sum(shares([10, 500, 90], 300)) == 300
    assert shares([10, 500, 90], 300)[1] == 200
    assert sum(shares([10, 20], 101)) == 101


def test_taking_the_last_row_out_leaves_the_focus_on_the_row_that_adds(edit, session):
    editor = edit(RecordsEditor, "crisis.tasks")
    editor.focus_start()
    press(Qt.Key.Key_Delete)
    assert session.plan.entries("crisis.tasks") == ()
    assert QApplication.focusWidget().objectName() == "addRow"


def test_a_day_is_read_as_people_write_it_and_other_words_wait(look, session, framework, show, qtbot):
    question = replace(
        framework.question("crisis.tasks"),
        columns=(Column("task", "Task", ColumnKind.LINE), Column("day", "When", ColumnKind.DATE)),
    )
    model = RecordsModel(question, fields_of(question))
    model.edited.connect(lambda change, words, typing: changes.append(change))
    changes, reasons = [], []
    model.refused.connect(reasons.append)
    model.show(Plan("wrap", {"crisis.tasks": (Entry("t1", cells=(("task", "Post"),)),)}))
    table = RecordsTable(look, model, "Tasks")
    window = show(table)
    table.setFocus()
    click(table, 0, 1)
    type_in("soon")
    press(Qt.Key.Key_Return)
    assert changes == []
    assert reasons[-1]
    assert model.index(0, 1).data() == "soon", "the words are still there"
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_in("3 Nov 2026")
    press(Qt.Key.Key_Return)
    assert changes[-1].entry.cell("day") == "2026-11-03"
    assert reasons[-1] == ""
    assert window.isVisible()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_however_long(look, session, framework, show, scale):
    big = replace(look, scale=scale)
    editor = RecordsEditor(big, session, framework.question("crisis.tasks"))
    session.do(EntryEdited("crisis.tasks", Entry("t1", cells=(("task", "x" * 200), ("how", "Long words " * 40)))), "Write")
    window = show(editor, width=round(860 * scale), height=900)
    table = editor.findChild(RecordsTable)
    room = table.columnWidth(3) - 2 * big.space(12)
    assert table.rowHeight(0) >= WrappedWords("Long words " * 40, big.font(), room).height
    assert table.height() >= table.rowHeight(0)
    assert table.horizontalScrollBar().maximum() == 0
    assert window.isVisible()


def test_the_menu_of_a_row_opens_by_mouse_and_by_key(table, session):
    click(table, 1, 5)
    (menu,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible()]
    next(action for action in menu.actions() if action.text() == "Move up").trigger()
    menu.close()
    assert names(session)[0] == "Blue inhaler"
    QApplication.processEvents()
    table.window().activateWindow()
    QApplication.processEvents()
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 5))
    press(Qt.Key.Key_Return)
    (menu,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible()]
    next(action for action in menu.actions() if action.text() == "Take it out").trigger()
    menu.close()
    assert names(session) == ["Levothyroxine", "Melatonin"]


def test_undo_takes_back_one_cell_after_the_other_of_a_new_row(table, session, qtbot):
    click(table, 2, 0)
    press(Qt.Key.Key_Insert)
    type_in("Iron")
    press(Qt.Key.Key_Tab)
    type_in("One")
    qtbot.waitUntil(lambda: session.plan.entries(MEDICINES)[-1].cell("amount") == "One")
    type_in(" tablet")
    press(Qt.Key.Key_Return)
    assert session.plan.entries(MEDICINES)[-1].cell("amount") == "One tablet"
    session.undo()
    assert session.plan.entries(MEDICINES)[-1].cells == (("name", "Iron"),)
    session.undo()
    assert names(session) == ["Levothyroxine", "Blue inhaler", "Melatonin"]


def test_undo_takes_back_one_cell_after_the_other_of_a_row_that_was_there(table, session):
    click(table, 1, 2)
    for words in ("At night", "Breathing"):
        type_in(words)
        press(Qt.Key.Key_Tab)
    entry = session.plan.entry(MEDICINES, "m2")
    assert (entry.cell("when"), entry.cell("for")) == ("At night", "Breathing")
    session.undo()
    entry = session.plan.entry(MEDICINES, "m2")
    assert (entry.cell("when"), entry.cell("for")) == ("At night", "")


def test_a_blank_row_stays_last_through_undo_and_redo(edit, session):
    editor = edit(RecordsEditor, "crisis.treatments")
    model = editor.findChild(RecordsTable).model()
    editor.take_idea("Talking")
    press_on = editor.findChild(QPushButton, "addRow")
    press_on.setFocus()
    press(Qt.Key.Key_Return)
    session.undo()
    session.redo()
    assert [bool(entry.cells) for entry in model.rows] == [True, False]


def test_every_column_has_a_name_for_screen_readers(table):
    model, role = table.model(), Qt.ItemDataRole.AccessibleTextRole
    seen = QAccessible.queryAccessibleInterface(table)
    heads = [seen.child(at) for at in range(model.columnCount() + 1)]
    said = [head.text(QAccessible.Text.Name) for head in heads if head.role() is QAccessible.Role.ColumnHeader]
    assert all(said)
    assert len(said) == model.columnCount()
    assert model.headerData(model.columnCount() - 1, Qt.Orientation.Horizontal, role) == "More"


def test_letters_typed_on_the_row_that_adds_begin_a_row(edit, session):
    editor = edit(RecordsEditor, "crisis.treatments")
    editor.findChild(QPushButton, "addRow").setFocus()
    type_in("H")
    press(Qt.Key.Key_Tab)
    type_in("Talking")
    press(Qt.Key.Key_Return)
    (entry,) = session.plan.entries("crisis.treatments")
    assert entry.cell("what") == "Talking"
    assert entry.cell("choice")
