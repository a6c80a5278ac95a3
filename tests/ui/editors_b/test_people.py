"""People of a list, and the address list behind it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QWidget
from shiboken6 import isValid

from wrapplanner.domain.changes import EntryAdded
from wrapplanner.domain.plan import Agreement, Entry
from wrapplanner.ui.dialogs.address_list import AddressList
from wrapplanner.ui.dialogs.in_use import InUse
from wrapplanner.ui.dialogs.person_dialog import PersonDialog
from wrapplanner.ui.editors.people import PeopleEditor
from wrapplanner.ui.editors.person_rows import PeopleView

SUPPORTERS = "crisis.supporters"


@pytest.fixture
def editor(edit) -> PeopleEditor:
    editor = edit(PeopleEditor, SUPPORTERS)
    editor.focus_start()
    return editor


@pytest.fixture(autouse=True)
def close_dialogs(qapp):
    yield
    for each in qapp.topLevelWidgets():
        if isinstance(each, QDialog):
            each.done(0)  # whatever is written in it
        elif isinstance(each, QMenu):
            each.close()


@pytest.fixture
def view(editor: PeopleEditor) -> PeopleView:
    return editor.findChild(PeopleView)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, held)
    QApplication.processEvents()


def dialog(kind: type[QWidget]) -> QWidget:
    QApplication.processEvents()
    (found,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]
    found.activateWindow()
    QApplication.processEvents()
    return found


def field(parent: QWidget, name: str) -> QWidget:
    kinds = (QLineEdit, QPlainTextEdit)
    return next(each for each in parent.findChildren(QWidget) if isinstance(each, kinds) and each.accessibleName() == name)


def write(parent: QWidget, name: str, words: str) -> None:
    widget = field(parent, name)
    widget.setFocus()
    widget.selectAll()
    QTest.keyClicks(widget, words)


def click(parent: QWidget, words: str) -> None:
    found = next(each for each in parent.findChildren(QPushButton) if each.text().strip() == words and each.isVisible())
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def people(session, question: str = SUPPORTERS) -> list[str]:
    return [session.plan.words(entry) for entry in session.plan.entries(question)]


def menu_action(words: str) -> None:
    (menu,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible()]
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()
    QApplication.processEvents()


def test_rows_say_everything_and_where_they_are(view):
    said = view.model().index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert (
        said
        == "Jo Lantern, My sister, 07700 900142, Said yes, May 2025, Comes round, or stays on the line. Speaks for me., 1 of 2"
    )


def test_somebody_new_goes_into_the_address_list_and_this_list(editor, session):
    press(Qt.Key.Key_Insert)
    shown = dialog(PersonDialog)
    QTest.keyClicks(QApplication.focusWidget(), "Sam Carter")
    write(shown, "Who they are to me", "My brother")
    write(shown, "Phone, one on each line", "01632 960111")
    write(shown, "What I ask of them", "Feeds the cat")
    click(shown, "Add this person")
    assert people(session)[-1] == "Sam Carter"
    assert session.plan.people[-1].phones == ("01632 960111",)
    assert session.plan.entries(SUPPORTERS)[-1].note == "Feeds the cat"
    session.undo()
    assert len(session.plan.people) == 3
    assert len(people(session)) == 2


def test_somebody_of_the_address_list_is_offered_and_taken_by_reference(editor, session):
    press(Qt.Key.Key_Insert)
    shown = dialog(PersonDialog)
    QTest.keyClicks(QApplication.focusWidget(), "surg")
    popup = QApplication.activePopupWidget()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert field(shown, "Name").text() == "GP surgery"
    assert field(shown, "Phone, one on each line").toPlainText() == "01632 960305"
    click(shown, "Add this person")
    assert session.plan.entries(SUPPORTERS)[-1].person == "gp"
    assert len(session.plan.people) == 3


def test_a_name_typed_in_full_is_that_person_unless_one_says_otherwise(editor, session):
    press(Qt.Key.Key_Insert)
    shown = dialog(PersonDialog)
    QTest.keyClicks(field(shown, "Name"), "gp surgery")
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)
    shown.activateWindow()  # without a window system nobody gives the focus back after a list of offers
    field(shown, "Who they are to me").setFocus()
    QApplication.processEvents()
    assert field(shown, "Who they are to me").text() == "Knows my plan"
    click(shown, "Somebody else with this name")
    assert field(shown, "Who they are to me").text() == ""
    click(shown, "Add this person")
    assert len(session.plan.people) == 4


def test_editing_a_person_edits_them_everywhere_and_the_note_here(editor, session):
    press(Qt.Key.Key_Return)
    shown = dialog(PersonDialog)
    write(shown, "Phone, one on each line", "07700 900999")
    write(shown, "What I ask of them", "Comes round")
    click(shown, "Keep it")
    assert session.plan.person("jo").phones == ("07700 900999",)
    assert session.plan.entry(SUPPORTERS, "s1").note == "Comes round"
    assert session.undo_stack.count() == 1


def test_escape_leaves_what_was_only_looked_at_and_gives_the_focus_back(view, session):
    press(Qt.Key.Key_Return)
    shown = dialog(PersonDialog)
    press(Qt.Key.Key_Escape)
    assert not isValid(shown)
    view.window().activateWindow()
    assert session.undo_stack.count() == 0
    assert view.window().focusWidget() is view


@pytest.mark.parametrize("way", ["Esc", "Not now", "closed"])
def test_what_was_written_is_never_dropped_without_a_word(view, session, way):
    press(Qt.Key.Key_Insert)
    shown = dialog(PersonDialog)
    QTest.keyClicks(QApplication.focusWidget(), "Xavi Carter")
    leave = {"Esc": lambda: press(Qt.Key.Key_Escape), "Not now": lambda: click(shown, "Not now"), "closed": shown.close}
    leave[way]()
    assert shown.isVisible()
    assert QApplication.focusWidget().text() == "Keep it"
    assert "not kept yet" in QApplication.focusWidget().accessibleDescription()
    press(Qt.Key.Key_Return)
    assert people(session)[-1] == "Xavi Carter"


def test_from_the_question_escape_goes_back_to_the_words_and_tab_reaches_leaving(view, session):
    press(Qt.Key.Key_Insert)
    shown = dialog(PersonDialog)
    QTest.keyClicks(QApplication.focusWidget(), "Xavi")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is field(shown, "Name")
    QTest.keyClicks(QApplication.focusWidget(), "er")
    assert field(shown, "Name").text() == "Xavier"
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget().text() == "Leave without it"
    press(Qt.Key.Key_Space)
    assert not isValid(shown)
    assert session.undo_stack.count() == 0


def test_keeping_from_the_question_asks_for_a_missing_name(view, session):
    press(Qt.Key.Key_Insert)
    shown = dialog(PersonDialog)
    write(shown, "Phone, one on each line", "116 123")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Space)
    assert shown.isVisible()
    assert QApplication.focusWidget() is field(shown, "Name")
    write(shown, "Name", "Helpline")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert people(session)[-1] == "Helpline"


def test_enter_goes_from_field_to_field_and_ctrl_enter_keeps(view, session):
    press(Qt.Key.Key_Insert)
    shown = dialog(PersonDialog)
    QTest.keyClicks(QApplication.focusWidget(), "Xavi")
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is field(shown, "Who they are to me")
    QTest.keyClicks(QApplication.focusWidget(), "My brother")
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is field(shown, "Phone, one on each line")
    QTest.keyClicks(QApplication.focusWidget(), "1")
    press(Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "2")
    assert shown.isVisible()
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert session.plan.people[-1].phones == ("1", "2")


def test_tab_goes_through_the_fields_to_keep_it_then_not_now(view):
    press(Qt.Key.Key_Return)
    shown = dialog(PersonDialog)
    met = []
    for _ in range(8):
        met.append(QApplication.focusWidget().accessibleName() or QApplication.focusWidget().text())
        press(Qt.Key.Key_Tab)
    assert met == [
        "Name",
        "Who they are to me",
        "Phone, one on each line",
        "What I ask of them",
        "Have they agreed to be in my plan?",
        "On which day",
        "Keep it",
        "Not now",
    ]
    assert QApplication.focusWidget() is field(shown, "Name")


def test_a_person_opens_with_the_caret_after_the_name(view, session):
    press(Qt.Key.Key_Return)
    shown = dialog(PersonDialog)
    QTest.keyClicks(QApplication.focusWidget(), "-Smith")
    assert field(shown, "Name").text() == "Jo Lantern-Smith"


def test_enter_opens_the_agreements(view):
    press(Qt.Key.Key_Return)
    shown = dialog(PersonDialog)
    shown.agreement.setFocus()
    press(Qt.Key.Key_Return)
    assert shown.agreement.view().isVisible()
    shown.agreement.hidePopup()


def test_letters_typed_on_the_row_that_adds_begin_the_name(edit, session):
    editor = edit(PeopleEditor, "crisis.not_involved")
    editor.focus_start()
    QTest.keyClicks(QApplication.focusWidget(), "A")
    shown = dialog(PersonDialog)
    QTest.keyClicks(QApplication.focusWidget(), "lex")
    click(shown, "Add this person")
    assert people(session, "crisis.not_involved") == ["Alex"]


def test_a_name_is_asked_for_kindly(editor, session):
    press(Qt.Key.Key_Insert)
    shown = dialog(PersonDialog)
    click(shown, "Add this person")
    assert shown.isVisible()
    assert len(session.plan.people) == 3


def test_said_yes_takes_a_day_as_people_write_it(editor, session):
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    shown = dialog(PersonDialog)
    shown.agreement.setFocus()
    press(Qt.Key.Key_End)
    write(shown, "On which day", "soon")
    click(shown, "Keep it")
    assert shown.isVisible()
    write(shown, "On which day", "4 May 2026")
    click(shown, "Keep it")
    assert session.plan.person("neighbour").agreement is Agreement.AGREED
    assert session.plan.person("neighbour").confirmed == "2026-05-04"


def test_delete_takes_off_this_list_alone_and_undo_brings_it_back(editor, session):
    press(Qt.Key.Key_Delete)
    assert people(session) == ["Neighbour downstairs"]
    assert session.plan.person("jo") is not None
    session.undo()
    assert people(session) == ["Jo Lantern", "Neighbour downstairs"]


def test_alt_arrows_change_the_order_and_the_focus_goes_with_it(view, session):
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert people(session) == ["Neighbour downstairs", "Jo Lantern"]
    assert view.currentIndex().row() == 1
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert people(session) == ["Neighbour downstairs", "Jo Lantern"]


def test_dragging_a_row_by_its_grip_changes_the_order(view, session):
    first, second = (view.visualRect(view.model().index(place)) for place in (0, 1))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=first.topLeft() + QPoint(20, 30))
    QTest.mouseMove(view.viewport(), first.center())
    QTest.mouseMove(view.viewport(), second.bottomLeft() + QPoint(20, -4))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=second.bottomLeft() + QPoint(20, -4))
    assert people(session) == ["Neighbour downstairs", "Jo Lantern"]


def test_the_menu_marks_as_agreed_today(view, session):
    row = view.visualRect(view.model().index(1))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.right() - 24, row.center().y()))
    menu_action("Mark as agreed today")
    neighbour = session.plan.person("neighbour")
    assert (neighbour.agreement, neighbour.confirmed) == (Agreement.AGREED, date.today().isoformat())


def test_plain_words_stay_words_until_more_is_known(editor, session):
    editor.take_idea("A helpline")
    assert session.plan.entries(SUPPORTERS)[-1].text == "A helpline"
    editor.focus_entry(session.plan.entries(SUPPORTERS)[-1].id)
    press(Qt.Key.Key_Return)
    shown = dialog(PersonDialog)
    write(shown, "What I ask of them", "To talk at night")
    click(shown, "Keep it")
    assert session.plan.entries(SUPPORTERS)[-1].text == "A helpline"
    assert session.plan.entries(SUPPORTERS)[-1].note == "To talk at night"
    editor.window().activateWindow()
    QApplication.processEvents()
    editor.focus_entry(session.plan.entries(SUPPORTERS)[-1].id)
    press(Qt.Key.Key_Return)
    shown = dialog(PersonDialog)
    write(shown, "Phone, one on each line", "116 123")
    click(shown, "Keep it")
    entry = session.plan.entries(SUPPORTERS)[-1]
    assert session.plan.person(entry.person).phones == ("116 123",)


def test_an_empty_list_has_one_row_that_adds(edit, session):
    editor = edit(PeopleEditor, "crisis.not_involved")
    editor.focus_start()
    press(Qt.Key.Key_Return)
    shown = dialog(PersonDialog)
    QTest.keyClicks(QApplication.focusWidget(), "Alex")
    click(shown, "Add this person")
    assert people(session, "crisis.not_involved") == ["Alex"]


def test_a_change_elsewhere_is_shown_and_the_focus_stays(view, session):
    press(Qt.Key.Key_Down)
    session.do(EntryAdded(SUPPORTERS, Entry("x", text="First of all"), 0), "Add")
    assert view.currentIndex().row() == 2
    assert view.hasFocus()


def test_taking_out_somebody_in_use_keeps_the_words_by_default(view, session, look, editor):
    AddressList(look, session, editor).open()
    shown = dialog(AddressList)
    press(Qt.Key.Key_Delete)
    asked = dialog(InUse)
    assert QApplication.focusWidget().text() == "Keep the words"
    press(Qt.Key.Key_Space)
    assert session.plan.person("jo") is None
    assert people(session)[0] == "Jo Lantern"
    session.undo()
    assert session.plan.entry(SUPPORTERS, "s1").person == "jo"
    shown.activateWindow()
    shown.findChild(PeopleView).setFocus()
    QApplication.processEvents()
    press(Qt.Key.Key_Delete)
    asked = dialog(InUse)
    click(asked, "Take out everywhere")
    assert "Jo Lantern" not in people(session) or session.plan.person("jo") is not None
    shown.close()


def test_the_address_list_adds_and_edits(session, look, editor):
    AddressList(look, session, editor).open()
    shown = dialog(AddressList)
    click(shown, "Add a person")
    made = dialog(PersonDialog)
    QTest.keyClicks(QApplication.focusWidget(), "Sam")
    click(made, "Add this person")
    assert session.plan.people[-1].name == "Sam"
    shown.close()
