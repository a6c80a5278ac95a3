"""Lists of tools: offered, picked, dropped, kept."""

from __future__ import annotations

import pytest
from hands import LEFT, Held, Key, dialog, drop, focus, press, type_words
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from wrapplanner.domain.changes import ToolEdited
from wrapplanner.domain.plan import Entry, Tool
from wrapplanner.ui.editors.tools import ToolsEditor
from wrapplanner.ui.editors.tools_view import tool_data

QUESTION, NOTED = "early.must", "daily.every_day"
TOOLS = (Tool("t-walk", "Walk to the canal", kind="move"), Tool("t-jo", "Ring Jo", kind="connect"), Tool("t-bath", "Hot bath"))


def said(session, question: str = QUESTION) -> list[str]:
    return [session.plan.words(entry) for entry in session.plan.entries(question)]


def tools(session, question: str = QUESTION) -> list[str]:
    return [entry.tool for entry in session.plan.entries(question)]


@pytest.fixture
def session(open_session):
    return open_session(tools=TOOLS, answers={QUESTION: (Entry("a", tool="t-walk"), Entry("b", "Wash my hair"))})


@pytest.fixture
def editor(edit, session):
    return edit(ToolsEditor, QUESTION, session)


def test_a_tool_that_fits_is_offered_and_enter_takes_it(editor, session):
    editor.focus_start()
    type_words("jo")
    assert editor.offers.isVisible()
    assert [editor.offers.item(at).text() for at in range(editor.offers.count())] == ["Ring Jo"]
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert tools(session) == ["t-walk", "", "t-jo"]
    assert not editor.offers.isVisible()


def test_enter_without_a_choice_keeps_ones_own_words(editor, session):
    editor.focus_start()
    type_words("bath")
    press(Key.Key_Return)
    assert said(session)[-1] == "bath"
    assert tools(session)[-1] == ""


def test_escape_closes_the_offer_before_it_leaves_the_row(editor):
    editor.focus_start()
    type_words("jo")
    press(Key.Key_Escape)
    assert focus() is editor.view.writer.words
    press(Key.Key_Escape)
    assert focus() is editor.view


def test_the_whole_name_of_a_tool_is_that_tool(editor, session):
    editor.focus_start()
    type_words("ring jo")
    press(Key.Key_Escape)
    press(Key.Key_Escape)
    assert tools(session)[-1] == "t-jo"


def test_words_of_ones_own_are_kept_in_the_toolbox_by_the_button_in_the_row(editor, session):
    editor.focus_entry("b")
    keep = editor.view.writer.keep
    assert keep.isVisible()
    QTest.mouseClick(keep, LEFT)
    assert session.plan.tools[-1].name == "Wash my hair"
    assert tools(session)[1] == session.plan.tools[-1].id
    assert not keep.isVisible()
    assert focus() is editor.view.writer.words
    session.undo()
    assert (tools(session)[1], said(session)[1], len(session.plan.tools)) == ("", "Wash my hair", 3)


def test_and_by_the_button_of_a_row_that_is_not_written(editor, session):
    QTest.mouseClick(editor.view.viewport(), LEFT, pos=editor.view.places.action(1, "keep").center())
    assert session.plan.tools[-1].name == "Wash my hair"


def test_changing_a_tools_words_here_makes_them_ones_own(editor, session):
    editor.focus_entry("a")
    type_words(" and back")
    session.flush()
    assert (tools(session)[0], said(session)[0]) == ("", "Walk to the canal and back")
    assert session.plan.tools == TOOLS


def test_renaming_a_tool_is_seen_in_the_list(editor, session):
    session.do(ToolEdited(Tool("t-walk", "Walk to the lock", kind="move")), "x")
    assert editor.view.rows.rows[0].words == "Walk to the lock"


def test_several_are_picked_from_the_toolbox_by_keys(editor, session):
    QTest.mouseClick(editor.from_toolbox, LEFT)
    picker = dialog()
    assert picker.windowTitle() == "From my toolbox"
    assert focus() is picker.filter
    type_words("h")
    press(Key.Key_Down)
    press(Key.Key_Space)
    picker.filter.setFocus()
    press(Key.Key_Backspace)
    press(Key.Key_Down)
    press(Key.Key_Home)
    press(Key.Key_Space)
    press(Key.Key_Return)
    assert tools(session) == ["t-walk", "", "t-jo", "t-bath"]
    session.undo()
    assert tools(session) == ["t-walk", ""]


def test_a_tool_dropped_on_the_list_is_put_where_the_line_is(editor, session):
    view = editor.view
    point = QPointF(40, view.places.row(0).bottom() - 2)
    data = tool_data("t-jo")
    drop(view.viewport(), point, data)
    assert tools(session) == ["t-walk", "t-jo", ""]


def test_a_note_is_written_under_the_words(edit, session):
    editor = edit(ToolsEditor, NOTED, session)
    editor.focus_start()
    type_words("Ring Jo")
    press(Key.Key_Tab)
    assert focus().accessibleName().startswith("When, ")
    type_words("after tea")
    press(Key.Key_Escape)
    (entry,) = session.plan.entries(NOTED)
    assert (entry.tool, entry.note) == ("t-jo", "after tea")
    assert editor.view.rows.rows[0].note == "after tea"
    index = editor.view.rows.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Ring Jo, after tea, from my toolbox"


def test_an_idea_is_a_free_line(editor, session):
    editor.take_idea("Put my phone away")
    assert said(session)[-1] == "Put my phone away"
    assert editor.has_words("Put my phone away")


def test_a_tool_can_be_changed_everywhere_from_its_rows_menu(editor, session):
    menu = editor.view.menu(0)
    next(action for action in menu.actions() if "everywhere" in action.text()).trigger()
    opened = dialog()
    press(Key.Key_A, Held.ControlModifier)
    type_words("Walk round the block")
    QTest.keyClick(focus(), Key.Key_Return)
    assert session.plan.tools[0].name == "Walk round the block"
    assert opened.isHidden()
