"""The toolbox: the quick list of names, and the whole of it."""

from __future__ import annotations

import pytest
from hands import LEFT, Held, Key, dialog, drop, focus, press, type_words
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QPushButton

from wrapplanner.domain.plan import Entry, Tool, ToolState
from wrapplanner.ui.editors.toolbox import ToolboxEditor
from wrapplanner.ui.editors.tools_view import tool_data
from wrapplanner.ui.pages import toolbox_rows
from wrapplanner.ui.pages.toolbox import ToolboxPanel

QUESTION = "toolbox.tools"
TOOLS = (
    Tool("w", "Walk", "Boots by the door.", "move", "20 min", low_energy=True, favourite=True),
    Tool("j", "Ring Jo", kind="connect"),
    Tool("c", "Choir", kind="create", takes="An evening", costs_money=True, cost="£4"),
)


def names(session) -> list[str]:
    return [tool.name for tool in session.plan.tools]


def click_button(text: str) -> None:
    buttons = dialog().findChildren(QPushButton)
    QTest.mouseClick(next(each for each in buttons if each.text() == text), LEFT)


@pytest.fixture
def session(open_session):
    answers = {"early.must": (Entry("a", tool="j"),), "daily.every_day": (Entry("b", tool="j", note="At six"),)}
    return open_session(tools=TOOLS, answers=answers)


@pytest.fixture
def quick(edit, session):
    return edit(ToolboxEditor, QUESTION, session)


@pytest.fixture
def panel(look, session, show):
    made = ToolboxPanel(look, session)
    show(made, width=1080, height=700)
    return made


def test_tools_are_typed_quickly(quick, session):
    quick.focus_start()
    type_words("Bath")
    press(Key.Key_Return)
    type_words("Tea")
    session.flush()
    assert names(session) == ["Walk", "Ring Jo", "Choir", "Bath", "Tea"]


def test_a_tool_is_renamed_moved_and_taken_out(quick, session):
    quick.focus_entry("w")
    type_words("ing")
    press(Key.Key_Down, Held.AltModifier)
    assert names(session) == ["Ring Jo", "Walking", "Choir"]
    assert session.plan.tool("w").note == "Boots by the door."
    press(Key.Key_Escape)
    press(Key.Key_Delete)
    assert names(session) == ["Ring Jo", "Choir"]


def test_a_tool_in_use_is_asked_about_and_its_words_can_stay(quick, session):
    quick.focus_entry("j")
    press(Key.Key_Escape)
    press(Key.Key_Delete)
    opened = dialog()
    assert opened.accessibleName() == "Ring Jo is in 2 lists"
    assert "Jo" not in opened.windowTitle()  # the window system, its bars and whoever shares a screen read titles
    assert focus().text() == "Keep the words"
    press(Key.Key_Space)
    assert names(session) == ["Walk", "Choir"]
    assert session.plan.entries("daily.every_day")[0] == Entry("b", "Ring Jo", "At six")
    session.undo()
    assert session.plan.entries("early.must")[0].tool == "j"


def test_escape_leaves_a_tool_in_use_as_it_is_and_gives_the_focus_back(quick, session):
    quick.focus_entry("j")
    press(Key.Key_Escape)
    press(Key.Key_Delete)
    dialog()
    press(Key.Key_Escape)
    assert names(session) == ["Walk", "Ring Jo", "Choir"]
    QTest.qWait(20)
    assert focus() is quick.view


def test_or_it_is_taken_out_everywhere(quick, session):
    quick.focus_entry("j")
    press(Key.Key_Escape)
    press(Key.Key_Delete)
    click_button("Take out everywhere")
    assert session.plan.entries("early.must") == ()


def test_an_idea_becomes_a_tool(quick, session):
    quick.take_idea("Knit")
    assert names(session)[-1] == "Knit"
    assert quick.has_words("Knit")


def test_a_row_says_all_that_it_shows(panel):
    model = panel.rows.model()
    said = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Walk, Boots by the door., Move, 20 min, Low energy, favourite"
    assert model.index(2).data(Qt.ItemDataRole.AccessibleTextRole) == "Choir, Create, An evening, £4"
    assert model.index(2).data(Qt.ItemDataRole.AccessibleDescriptionRole) == "3 of 3"


def test_filters_show_some(panel):
    chips = {chip.text().strip(): chip for chip in panel.filters.findChildren(QPushButton)}
    assert "All 3" in chips
    QTest.mouseClick(chips["Low energy"], LEFT)
    assert [row.words for row in panel.model.rows] == ["Walk"]
    QTest.mouseClick(chips["Calm"], LEFT)
    assert panel.none.isVisible()
    QTest.mouseClick(chips["All 3"], LEFT)
    assert len(panel.model.rows) == 3


def test_ticked_tools_are_put_in_another_list(panel, session, qtbot):
    panel.focus_start()
    press(Key.Key_Space)
    press(Key.Key_Down)
    QTest.mouseClick(panel.rows.viewport(), LEFT, pos=panel.rows.tool_places.tick(1).center())
    assert panel.bar.isVisible()
    panel.bar.lists.setCurrentIndex(panel.bar.lists.findData("early.must"))
    assert panel.bar.lists.currentText() == "Early warning signs: what I must do"
    put = next(each for each in panel.bar.findChildren(QPushButton) if each.text() == "Put them there")
    with qtbot.waitSignal(panel.toast_requested):
        QTest.mouseClick(put, LEFT)
    assert [entry.tool for entry in session.plan.entries("early.must")] == ["j", "w"]
    assert not panel.bar.isVisible()


def test_keys_star_move_add_and_take_out(panel, session):
    panel.focus_start()
    press(Key.Key_D, Held.ControlModifier)
    assert not session.plan.tool("w").favourite
    press(Key.Key_Down, Held.AltModifier)
    assert names(session) == ["Ring Jo", "Walk", "Choir"]
    assert panel.rows.currentIndex().row() == 1
    press(Key.Key_Up, Held.AltModifier)
    assert names(session) == ["Walk", "Ring Jo", "Choir"]
    press(Key.Key_Delete)
    assert names(session) == ["Ring Jo", "Choir"]
    session.undo()
    press(Key.Key_Insert)
    dialog()
    type_words("Knit")
    press(Key.Key_Return)
    assert names(session)[-1] == "Knit"
    assert panel.rows.currentIndex().row() == 3


def test_the_star_and_the_menu_by_the_pointer(panel, session):
    QTest.mouseClick(panel.rows.viewport(), LEFT, pos=panel.rows.tool_places.part(1, "star").center())
    assert session.plan.tool("j").favourite
    assert [action.text() for action in panel.menu("j").actions()] == [
        "Change it",
        "No longer a favourite",
        "Move up",
        "Move down",
        "Take it out",
    ]


def test_a_tool_dropped_among_the_tools_moves_there(panel, session):
    rows = panel.rows
    point = QPointF(300, rows.places.row(2).bottom() - 2)
    data = tool_data("w")
    drop(rows.viewport(), point, data)
    assert names(session) == ["Ring Jo", "Choir", "Walk"]


def test_moving_among_filtered_tools_keeps_the_others_in_place(panel, session):
    session.undo_stack.clear()
    favourites = next(each for each in panel.filters.findChildren(QPushButton) if each.text().strip() == "Favourites")
    QTest.mouseClick(panel.rows.viewport(), LEFT, pos=panel.rows.tool_places.part(2, "star").center())
    QTest.mouseClick(favourites, LEFT)
    panel.rows.setFocus()
    press(Key.Key_Home)
    press(Key.Key_Down, Held.AltModifier)
    assert names(session) == ["Ring Jo", "Choir", "Walk"]


def test_everything_about_a_tool_is_written_in_one_dialog(panel, session):
    panel.focus_start()
    press(Key.Key_End)
    press(Key.Key_Return)
    opened = dialog()
    assert focus() is opened.name
    press(Key.Key_A, Held.ControlModifier)
    type_words("Thursday choir")
    opened.note.setFocus()
    type_words("Side door")
    opened.kind.setFocus()
    press(Key.Key_Home)
    QTest.mouseClick(opened.costs_money, LEFT)
    QTest.mouseClick(opened.low_energy, LEFT)
    radio = next(each for each in opened.states.buttons() if "try" in each.text())
    QTest.mouseClick(radio, LEFT)
    click_button("Keep it")
    tool = session.plan.tool("c")
    assert tool == Tool("c", "Thursday choir", "Side door", "", "An evening", False, "", True, False, ToolState.TRY)


def test_a_tool_without_a_name_is_asked_for_one(panel, session):
    QTest.mouseClick(panel.add, LEFT)
    opened = dialog()
    click_button("Add it")
    assert opened.unnamed.isVisible()
    assert focus() is opened.name
    press(Key.Key_Escape)
    assert names(session) == ["Walk", "Ring Jo", "Choir"]


def test_an_empty_toolbox_offers_the_first_tool(look, open_session, show):
    panel = ToolboxPanel(look, open_session())
    show(panel)
    panel.focus_start()
    assert focus() is panel.add
    assert panel.none.isVisible()
    assert not panel.filters.isVisible()


def test_columns_fold_under_the_name_where_there_is_no_room(look, session, show):
    panel = ToolboxPanel(look, session)
    show(panel, width=560)
    places = panel.rows.tool_places
    assert places.is_folded
    facts = places.facts(0, panel.model.rows[0])
    assert [fact.words for fact in facts] == ["Move", "20 min", "Low energy"]
    assert all(places.row(0).contains(fact.box) for fact in facts)
    assert facts[0].box.top() > places.note(0, panel.model.rows[0]).top()


def test_a_tool_is_dragged_on_to_a_list_of_another_part(panel, session, monkeypatch):
    seen: list[bool] = []

    class Carried(toolbox_rows.QDrag):
        """The offscreen platform carries nothing: what the system does between taking hold and letting go."""

        def exec(self, *_actions: Qt.DropAction) -> Qt.DropAction:
            lists = panel.shelf.findChildren(QFrame, "dropList")
            target = next(each for each in lists if "every day" in each.accessibleName().lower())
            seen.append(target.isVisible() and panel.shelf.geometry().bottom() <= panel.height())
            drop(target, QPointF(target.rect().center()), self.mimeData())
            return Qt.DropAction.CopyAction

    monkeypatch.setattr(toolbox_rows, "QDrag", Carried)
    window = panel.window()
    start = panel.rows.viewport().mapTo(window, panel.rows.places.row(0).center())
    QTest.mousePress(window.windowHandle(), LEFT, Held.NoModifier, start)
    for below in (4, 40):
        QTest.mouseMove(window.windowHandle(), start + QPoint(0, below))
    QTest.mouseRelease(window.windowHandle(), LEFT, Held.NoModifier, start)
    assert seen == [True]
    assert not panel.shelf.isVisible()
    assert [entry.tool for entry in session.plan.entries("daily.every_day")] == ["j", "w"]
    assert names(session) == ["Walk", "Ring Jo", "Choir"]
    session.undo()
    assert [entry.tool for entry in session.plan.entries("daily.every_day")] == ["j"]
