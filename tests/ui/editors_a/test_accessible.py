"""What a screen reader meets: names and roles of everything that takes the focus, rows and their places."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QCalendarWidget, QWidget

from wrapplanner.domain.kinds import Kind
from wrapplanner.domain.plan import Entry, Tool
from wrapplanner.ui.dialogs.tool_dialog import ToolDialog
from wrapplanner.ui.dialogs.tool_picker import ToolPicker
from wrapplanner.ui.editors import editor_class
from wrapplanner.ui.pages.toolbox import ToolboxPanel

QUESTIONS = {
    Kind.LINE: "before.preferred_name",
    Kind.TEXT: "toolbox.meaning",
    Kind.DATE: "crisis.plan_date",
    Kind.ENTRIES: "early.signs",
    Kind.TOOLS: "daily.every_day",
    Kind.TOOLBOX: "toolbox.tools",
}
TOOL = Tool("w", "Walk", kind="move")


@pytest.fixture
def session(open_session):
    answers = {"early.signs": (Entry("a", "one"), Entry("b", "two")), "daily.every_day": (Entry("c", tool="w"),)}
    return open_session(tools=(TOOL,), answers=answers)


def nameless(widget: QWidget) -> list[str]:
    """Return what takes the focus and says nothing of itself."""
    found = []
    for each in [widget, *widget.findChildren(QWidget)]:
        parent = each.parentWidget()
        is_qts_own = isinstance(parent, QCalendarWidget) or each.objectName().startswith("qt_")
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and not is_qts_own and each.focusProxy() is None:
            said = QAccessible.queryAccessibleInterface(each)
            if not said.text(QAccessible.Text.Name) or said.role() in (QAccessible.Role.NoRole, QAccessible.Role.Client):
                found.append(f"{type(each).__name__} in {type(parent).__name__}")
    return found


@pytest.mark.parametrize("kind", list(QUESTIONS))
def test_everything_that_takes_the_focus_has_a_name(kind, edit, session):
    editor = edit(editor_class(kind), QUESTIONS[kind], session)
    editor.focus_start()
    assert nameless(editor) == []


def test_so_in_the_toolbox_and_the_dialogs(look, session, show, framework):
    panel = ToolboxPanel(look, session)
    window = show(panel)
    panel.rows.tick(0)
    assert nameless(panel) == []
    assert nameless(ToolDialog(look, framework, TOOL, window, new=True)) == []
    assert nameless(ToolPicker(look, [TOOL], lambda tool: "toolbox", window)) == []


def test_rows_are_items_of_a_list_where_they_are_seen(edit, session):
    editor = edit(editor_class(Kind.ENTRIES), "early.signs", session)
    view = editor.view
    seen = QAccessible.queryAccessibleInterface(view)
    assert seen.role() is QAccessible.Role.List
    items = [seen.child(at) for at in range(seen.childCount())]
    rows = [item for item in items if item.role() is QAccessible.Role.ListItem]
    assert [row.text(QAccessible.Text.Name) for row in rows] == ["one", "two", "Add another"]
    assert [row.text(QAccessible.Text.Description) for row in rows] == ["1 of 2", "2 of 2", ""]
    top = view.viewport().mapToGlobal(view.places.row(1).topLeft())
    assert rows[1].rect().topLeft() == top


@pytest.mark.parametrize("kind", [Kind.ENTRIES, Kind.TOOLS, Kind.DATE])
def test_targets_are_large_enough(kind, edit, session, look):
    editor = edit(editor_class(kind), QUESTIONS[kind], session)
    assert all(
        button.height() >= 44 and button.width() >= 44 for button in editor.findChildren(QAbstractButton) if button.isVisible()
    )
    places = getattr(getattr(editor, "view", None), "places", None)
    assert places is None or (places.target >= 44 and places.one_line >= 44)
