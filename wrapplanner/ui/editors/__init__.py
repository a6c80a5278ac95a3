"""One editor a kind of question."""

from __future__ import annotations

from wrapplanner.domain.kinds import Kind
from wrapplanner.ui.editors.editor import Editor
from wrapplanner.ui.editors.entries import EntriesEditor
from wrapplanner.ui.editors.people import PeopleEditor
from wrapplanner.ui.editors.records import RecordsEditor
from wrapplanner.ui.editors.signatures import SignaturesEditor
from wrapplanner.ui.editors.toolbox import ToolboxEditor
from wrapplanner.ui.editors.tools import ToolsEditor
from wrapplanner.ui.editors.words import DateEditor, LineEditor, TextEditor

EDITORS: dict[Kind, type[Editor]] = {
    Kind.LINE: LineEditor,
    Kind.TEXT: TextEditor,
    Kind.DATE: DateEditor,
    Kind.ENTRIES: EntriesEditor,
    Kind.TOOLS: ToolsEditor,
    Kind.PEOPLE: PeopleEditor,
    Kind.RECORDS: RecordsEditor,
    Kind.SIGNATURES: SignaturesEditor,
    Kind.TOOLBOX: ToolboxEditor,
}
